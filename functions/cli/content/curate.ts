/** `asli content curate SLUG`: two curators go through the rubric, and the record that follows is written. */
import { type Curation, curationSchema } from '#core/catalogue/curation.ts'
import { decideCuration, differenceOf, expiryOf, needsCurator, type Outcome } from '#core/catalogue/examining/decide.ts'
import type { Examination } from '#core/catalogue/examining/examination.ts'
import { hashMaterialFields } from '#core/catalogue/material.ts'
import { findNewestCuration } from '#core/catalogue/publication.ts'
import type { FiledProduct } from '#core/catalogue/reading/catalogue.ts'
import type { Sentence } from '#core/catalogue/reading/finding.ts'
import type { Rubric } from '#core/catalogue/rubric.ts'
import { withComma } from '#core/catalogue/score.ts'
import { describeStandings, type ProductStanding } from '#core/catalogue/standing/standing.ts'
import { nextCurationId, nextDecisionFile } from '#core/catalogue/writing/next-name.ts'
import { writeYaml } from '#core/catalogue/writing/write-yaml.ts'
import { type Command, type Output, onePositional, Refusal } from '../command.ts'
import { day, publicText, yesOrNo } from './answers.ts'
import { askText } from './ask.ts'
import { askConditions, askConsent, askCurator, askGates, askScores } from './curate-ask.ts'
import { askEvidence } from './curate-evidence.ts'
import { type Desk, deskOptions, findProduct, openDesk, readSlug } from './desk.ts'
import { type Dialogue, openDialogue } from './dialogue.ts'
import { closeExamination, keepExamination, readExamination } from './examination.ts'
import { writeDecision } from './write-decision.ts'

export const curate: Command = {
  help: {
    en: `asli content curate SLUG [--content DIR] [--lang en|id] [--json]

Walks two curators through the rubric: points for each criterion with the anchors in sight, gates, the producer's consent,
the sample, what is kept as evidence, and notes for the public. Adds up and says what follows: approved, conditional or
returned. Where the two differ by more than the rubric allows, a third one examines, too. Writes
content/curations/ID/DATE-N.yaml, pinned to the product as it is now; a record is never edited afterwards.

Each criterion is kept as soon as it is answered (.examination.yaml beside the records): who breaks off goes on from there with
the same command, and a second curator may go on later, or on another machine.`,
    id: `asli content curate SLUG [--content DIR] [--lang en|id] [--json]

Menuntun dua kurator melalui rubrik: poin untuk setiap kriteria dengan patokannya, syarat wajib, persetujuan produsen, sampel,
bukti yang disimpan, dan catatan untuk umum. Menjumlahkan dan menyebut hasilnya: disetujui, bersyarat, atau dikembalikan. Kalau
selisih keduanya melebihi batas rubrik, kurator ketiga ikut memeriksa. Menulis content/curations/ID/TANGGAL-N.yaml, terkunci
pada produk seperti sekarang; catatan itu tidak pernah diubah lagi.

Setiap kriteria disimpan begitu dijawab (.examination.yaml di samping catatan): yang terhenti dilanjutkan dari sana dengan
perintah yang sama, dan kurator kedua bisa melanjutkan nanti, atau di komputer lain.`,
  },
  options: deskOptions,
  run: async (input) => {
    const named = onePositional(input, { en: 'product', id: 'produk' })
    const desk = openDesk(input)
    const slug = readSlug(desk, named)
    const product = findProduct(desk, slug)
    const rubric = chooseRubric(desk)
    const { state, expiresAt } = refuseUnready(desk, slug)
    refuseEnded(desk, product)
    const dialogue = openDialogue(desk.lang)
    try {
      if (state === 'approved')
        dialogue.tell({
          en: `${slug} is approved until ${expiresAt}: a new record takes the place of that one.`,
          id: `${slug} disetujui sampai ${expiresAt}: catatan baru akan menggantikannya.`,
        })
      return await examine(desk, dialogue, product, rubric)
    } finally {
      dialogue.close()
    }
  },
}

async function examine(
  desk: Desk,
  dialogue: Dialogue,
  { slug, value: product }: FiledProduct,
  rubric: Rubric,
): Promise<Output> {
  const begun = await begin(desk, dialogue, product)
  const examination = await collectScores(desk, dialogue, { product, rubric, examination: begun })
  if (needsCurator(examination.scores, rubric)) return describeOpen(desk, slug, examination)
  const producerConsent = await askConsent(dialogue, desk.today)
  const gates = await askGates(dialogue, { product, rubric, consented: producerConsent !== undefined })
  const evidence = await askEvidence(dialogue)
  const outcome = decideCuration(examination.scores, gates, rubric)
  dialogue.tell('', ...describeOutcome(outcome))
  const conditions = await askConditions(dialogue, outcome, desk.today)
  const notesPublic = await askText(dialogue, { en: 'What the public is told', id: 'Catatan untuk umum' })
  const { unfinished: _, ...found } = examination
  const curation = completeRecord(desk, product, {
    ...found,
    ...{ rubric: `${rubric.id}@${rubric.version}`, curators: Object.keys(examination.scores), gates },
    ...(producerConsent && { producerConsent }),
    ...{ evidence, decision: outcome.decision, conditions, notesPublic },
    expiresAt: expiryOf(desk.today, product, rubric),
  })
  const agreed = await dialogue.ask(
    {
      en: `Write this record (${outcome.decision})? (y/n)`,
      id: `Tulis catatan ini (${DECISIONS[outcome.decision]})? (y/t)`,
    },
    yesOrNo,
  )
  if (!agreed) throw new Refusal(desk.say(notWritten))
  return writeRecord(desk, product, curation, outcome)
}

/** An examination that has begun goes on, unless the product has changed since. */
async function begin(desk: Desk, dialogue: Dialogue, product: FiledProduct['value']): Promise<Examination> {
  const subjectHash = hashMaterialFields(product)
  const open = readExamination(desk, product.id)
  if (open?.subjectHash === subjectHash) {
    dialogue.tell(describeBegun(open))
    return open
  }
  if (open)
    dialogue.tell({
      en: 'The product was changed: it is examined anew.',
      id: 'Produk berubah: pemeriksaan diulang dari awal.',
    })
  const sampleCode = await dialogue.ask({ en: 'Code on the sample:', id: 'Kode sampel:' }, publicText)
  const sampleReceivedAt = await dialogue.ask(
    { en: 'Day on which the sample arrived, YYYY-MM-DD:', id: 'Tanggal sampel diterima, TTTT-BB-HH:' },
    day(desk.today),
  )
  return { subjectHash, sampleCode, sampleReceivedAt, coi: {}, scores: {}, unfinished: {} }
}

function describeBegun({ scores, unfinished }: Examination): Sentence {
  const [done, begun] = [scores, unfinished].map((sets) => Object.keys(sets).join(', '))
  const after = { en: done && ` after ${done}`, id: done && ` setelah ${done}` }
  const within = { en: begun && `; ${begun} is not through yet`, id: begun && `; ${begun} belum selesai` }
  return {
    en: `The examination goes on${after.en}${within.en}.`,
    id: `Pemeriksaan dilanjutkan${after.id}${within.id}.`,
  }
}

const WHICH = {
  first: { en: 'First', id: 'pertama' },
  second: { en: 'Second', id: 'kedua' },
  third: { en: 'Third', id: 'ketiga' },
} as const satisfies Record<string, Sentence>

async function collectScores(
  desk: Desk,
  dialogue: Dialogue,
  { product, rubric, examination }: { product: FiledProduct['value']; rubric: Rubric; examination: Examination },
): Promise<Examination> {
  const which = needsCurator(examination.scores, rubric)
  if (!which) return examination
  if (which === 'third') {
    const apart = differenceOf(examination.scores)
    dialogue.tell('', {
      en: `The two are ${apart} points apart: a third curator examines it.`,
      id: `Selisih keduanya ${withComma(apart)} poin: kurator ketiga ikut memeriksa.`,
    })
  }
  const chosen = Object.keys(examination.scores)
  const curator = await askCurator(desk, dialogue, { which: WHICH[which], product, chosen })
  if (!curator) return examination
  const { [curator.id]: begun = {}, ...unfinished } = examination.unfinished
  const set = await askScores(dialogue, rubric, {
    curator: curator.id,
    begun,
    keep: (set) =>
      keepExamination(desk, product.id, { ...examination, unfinished: { ...unfinished, [curator.id]: set } }),
  })
  const next = {
    ...examination,
    coi: { ...examination.coi, [curator.id]: 'none' },
    scores: { ...examination.scores, [curator.id]: set },
    unfinished,
  }
  keepExamination(desk, product.id, next)
  return collectScores(desk, dialogue, { product, rubric, examination: next })
}

function completeRecord(
  { catalogue, today }: Desk,
  product: FiledProduct['value'],
  rest: Omit<Curation, 'id' | 'product' | 'decidedAt' | 'supersedes'>,
): Curation {
  const before = findNewestCuration(
    product,
    catalogue.curations.map(({ value }) => value),
  )
  return curationSchema.parse({
    id: nextCurationId(catalogue, today),
    product: product.id,
    decidedAt: today,
    ...rest,
    ...(before && { supersedes: before.id }),
  })
}

function writeRecord(desk: Desk, product: FiledProduct['value'], curation: Curation, outcome: Outcome): Output {
  const { catalogue, say, at } = desk
  const file = nextDecisionFile(catalogue, 'curations', { productId: product.id, day: desk.today })
  const { conditions, evidence, ...fields } = curation
  const lists = { ...(evidence.length > 0 && { evidence }), ...(conditions.length > 0 && { conditions }) }
  writeDecision(desk, { file, yaml: writeYaml({ ...fields, ...lists }, curationSchema), notWritten })
  closeExamination(desk, product.id)
  return {
    lines: [...describeOutcome(outcome).map(say), say({ en: `Written: ${at(file)}`, id: `Ditulis: ${at(file)}` })],
    json: {
      file: at(file),
      id: curation.id,
      decision: curation.decision,
      total: outcome.total,
      grade: outcome.grade,
      expiresAt: curation.expiresAt,
    },
  }
}

const notWritten: Sentence = {
  en: 'No record was written. The points are kept: the same command goes on from there.',
  id: 'Catatan tidak ditulis. Poin tetap disimpan: perintah yang sama melanjutkan dari sana.',
}

const DECISIONS = { approved: 'disetujui', conditional: 'bersyarat', returned: 'dikembalikan' }

function describeOutcome({ total, grade, decision, reasons }: Outcome): Sentence[] {
  return [
    {
      en: `Total ${total} of 100, ${grade ? `grade ${grade}` : 'no grade'}: ${decision}.`,
      id: `Total ${withComma(total)} dari 100, ${grade ? `nilai ${grade}` : 'tanpa nilai'}: ${DECISIONS[decision]}.`,
    },
    ...reasons.map(({ en, id }) => ({ en: `  ${en}`, id: `  ${id}` })),
  ]
}

function describeOpen({ say, at }: Desk, slug: string, { scores }: Examination): Output {
  const curators = Object.keys(scores)
  return {
    lines: [
      say({
        en: `Kept: the points of ${curators.join(', ')}. Another curator goes on with: asli content curate ${slug}`,
        id: `Disimpan: poin ${curators.join(', ')}. Kurator lain melanjutkan dengan: asli content curate ${slug}`,
      }),
    ],
    json: { open: true, curators, folder: at('curations') },
  }
}

/** The rubric in force: the highest version there is. */
function chooseRubric({ catalogue, say }: Desk): Rubric {
  const newest = catalogue.rubrics.map(({ value }) => value).sort((a, b) => b.version - a.version)[0]
  if (newest) return newest
  throw new Refusal(say({ en: 'There is no rubric in content/rubrics/.', id: 'Tidak ada rubrik di content/rubrics/.' }))
}

/** Curators' time is short: what cannot be published whatever they say is not put before them. */
function refuseUnready(desk: Desk, slug: string): ProductStanding {
  const standing = describeStandings(desk.catalogue, desk)(slug)
  const { state, steps } = standing
  if (state !== 'draft' && state !== 'withdrawn') return standing
  const lines = steps
    // Of a product that was withdrawn, the step says how it comes back.
    .filter(({ id, done }) => !done && (id !== 'curation' || state === 'withdrawn'))
    .map(({ what, mend }) => desk.say(mend ?? what))
  throw new Refusal(
    state === 'draft'
      ? desk.say({
          en: `${slug} is not complete yet: asli content status ${slug} lists what is missing.`,
          id: `${slug} belum lengkap: asli content status ${slug} menunjukkan yang masih kurang.`,
        })
      : desk.say({ en: `${slug} was withdrawn.`, id: `${slug} sudah ditarik.` }),
    { lines },
  )
}

/** An approval would end with it, before it began. */
function refuseEnded({ say, today }: Desk, { file, value }: FiledProduct): void {
  const ended = value.attestations.find(({ expires }) => expires !== undefined && expires <= today)
  if (!ended) return
  throw new Refusal(
    say({
      en: `${ended.type} ended on ${ended.expires}: renew it, or take it out of content/${file}.`,
      id: `${ended.type} berakhir ${ended.expires}: perpanjang, atau hapus dari content/${file}.`,
    }),
  )
}
