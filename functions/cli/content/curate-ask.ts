/** What `curate` asks: who examines, what they found, whether the gates hold, and what the public is told. */
import type { Criterion, Curation, Gate } from '#core/catalogue/curation.ts'
import type { Curator } from '#core/catalogue/curator.ts'
import type { Gates, Outcome } from '#core/catalogue/examining/decide.ts'
import { listGates } from '#core/catalogue/examining/decide.ts'
import { refuseCurator } from '#core/catalogue/examining/independence.ts'
import type { Product } from '#core/catalogue/product.ts'
import type { Sentence } from '#core/catalogue/reading/finding.ts'
import type { Rubric } from '#core/catalogue/rubric.ts'
import { Refusal } from '../command.ts'
import { day, oneOf, optional, points, publicText, yesOrNo } from './answers.ts'
import { askIndependence, askText } from './ask.ts'
import type { Desk } from './desk.ts'
import type { Dialogue } from './dialogue.ts'

type ScoreSet = Curation['scores'][string]

/** The curator and what they declare; null where somebody else goes on later. @throws Refusal who may not examine it. */
export async function askCurator(
  desk: Desk,
  dialogue: Dialogue,
  { which, product, chosen }: { which: Sentence; product: Product; chosen: string[] },
): Promise<Curator | null> {
  const known = desk.catalogue.curators.map(({ value }) => value)
  const later = chosen.length > 0
  const question = {
    en: `${which.en} curator, id${later ? ' (Enter: later)' : ''}:`,
    id: `Kurator ${which.id}, id${later ? ' (Enter: nanti)' : ''}:`,
  }
  const byId = oneOf(known.map(({ id }) => id))
  const id = await dialogue.ask(question, later ? optional(byId) : byId)
  if (id === undefined) return null
  const curator = known.find((one) => one.id === id) as Curator
  const maker = desk.catalogue.makers.find(({ slug }) => slug === product.maker)?.value
  const refusal = refuseCurator(curator, { product, maker, chosen, day: desk.today })
  if (refusal) throw new Refusal(desk.say(refusal))
  const instead = { en: `another curator examines ${product.id}`, id: `kurator lain memeriksa ${product.id}` }
  await askIndependence(dialogue, { curator: id, maker: product.maker, instead })
  return curator
}

/**
 * Six criteria, each with its anchors; no curator is told what another one gave. Those that were answered before are not
 * asked again, and `keep` is told of each answer: half an hour of work is not lost with the last question.
 */
export async function askScores(
  dialogue: Dialogue,
  { criteria }: Rubric,
  { curator, begun, keep }: { curator: string; begun: Partial<ScoreSet>; keep(set: Partial<ScoreSet>): void },
): Promise<ScoreSet> {
  const set = { ...begun }
  for (const { id, name, max, items, anchors } of criteria.filter((one) => begun[one.id] === undefined)) {
    dialogue.tell('', { en: `${curator}: ${name.en}, ${max} points`, id: `${curator}: ${name.id}, ${max} poin` })
    dialogue.tell(...items.map(({ en, id }) => ({ en: `  - ${en}`, id: `  - ${id}` })))
    dialogue.tell(
      ...anchors.map(({ en, id }, mark) => {
        const at = String((max * mark) / 5).padStart(4)
        return { en: `${at}  ${en}`, id: `${at}  ${id}` }
      }),
    )
    const given = await dialogue.ask({ en: `Points, 0 to ${max}:`, id: `Poin, 0 sampai ${max}:` }, points(max))
    const note = await askOptionalNote(dialogue)
    set[id] = { points: given, ...(note && { note }) }
    keep({ ...set })
  }
  return set as ScoreSet
}

async function askOptionalNote(dialogue: Dialogue): Promise<ScoreSet[Criterion]['note']> {
  const id = await dialogue.ask(
    {
      en: 'Note for the public, in Indonesian (Enter: none):',
      id: 'Catatan untuk umum, bahasa Indonesia (Enter: tidak ada):',
    },
    optional(publicText),
  )
  if (id === undefined) return undefined
  const en = await dialogue.ask(
    { en: 'The same in English (Enter: none):', id: 'Hal yang sama dalam bahasa Inggris (Enter: tidak ada):' },
    optional(publicText),
  )
  return { ...(en !== undefined && { en }), id }
}

/** What does not apply to a product of its kind is not asked; the producer's consent is the answer to its own gate. */
export async function askGates(
  dialogue: Dialogue,
  { product, rubric, consented }: { product: Product; rubric: Rubric; consented: boolean },
): Promise<Gates> {
  const asked = listGates(product)
  const gates = {} as Gates
  for (const { id, name } of rubric.gates) {
    gates[id] = await (id === 'consent'
      ? consented
        ? 'pass'
        : 'fail'
      : asked.includes(id)
        ? askGate(dialogue, name)
        : 'not-applicable')
  }
  return gates
}

async function askGate(dialogue: Dialogue, name: Sentence): Promise<Gates[Gate]> {
  const passed = await dialogue.ask({ en: `${name.en}: passed? (y/n)`, id: `${name.id}: terpenuhi? (y/t)` }, yesOrNo)
  return passed ? 'pass' : 'fail'
}

export async function askConsent(dialogue: Dialogue, today: string): Promise<Curation['producerConsent']> {
  const at = await dialogue.ask(
    {
      en: 'Day on which the producer agreed to be examined and published, YYYY-MM-DD (Enter: not agreed):',
      id: 'Tanggal produsen menyetujui kurasi dan publikasi, TTTT-BB-HH (Enter: belum setuju):',
    },
    optional(day(today)),
  )
  if (at === undefined) return undefined
  const by = await dialogue.ask(
    { en: 'Who agreed: owner or representative?', id: 'Yang menyetujui: owner (pemilik) atau representative (wakil)?' },
    oneOf(['owner', 'representative'] as const),
  )
  return { at, by }
}

/** A conditional decision has at least one condition; no other decision has any. */
export async function askConditions(
  dialogue: Dialogue,
  { decision }: Outcome,
  today: string,
): Promise<Curation['conditions']> {
  if (decision !== 'conditional') return []
  const conditions: Curation['conditions'] = []
  do {
    const text = await askText(dialogue, { en: 'What has to be mended', id: 'Yang harus diperbaiki' })
    const dueAt = await dialogue.ask({ en: 'By when, YYYY-MM-DD:', id: 'Paling lambat, TTTT-BB-HH:' }, dayAfter(today))
    conditions.push({ text, dueAt })
  } while (await dialogue.ask({ en: 'Another condition? (y/n)', id: 'Ada syarat lain? (y/t)' }, yesOrNo))
  return conditions
}

function dayAfter(today: string) {
  return (answer: string) => {
    const parsed = day()(answer)
    if (!parsed.ok || parsed.value > today) return parsed
    return {
      ok: false as const,
      error: { en: `That day is not after ${today}.`, id: `Hari itu tidak sesudah ${today}.` },
    }
  }
}
