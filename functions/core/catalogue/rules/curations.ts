/**
 * Rules about curation records, that two independent people came to this decision, about this very product; and about
 * complaints, which one decides who is as independent.
 */
import { COMPLAINTS_THAT_END, type Complaint, lastDayOf } from '../complaint.ts'
import { type Curation, GATES, type Gate } from '../curation.ts'
import { decideCuration, differenceOf, expiryOf, listGates } from '../examining/decide.ts'
import { describeTie } from '../examining/independence.ts'
import { hashMaterialFields } from '../material.ts'
import type { Filed } from '../reading/catalogue.ts'
import { hashText } from '../text-hash.ts'
import type { curationRules } from './curation-rules.ts'
import { type Fault, faultAt } from './rule.ts'
import type { World } from './world.ts'

type Id = keyof typeof curationRules

export function checkCuration(filed: Filed<Curation>, world: World): Fault<Id>[] {
  const { value } = filed
  const newest = world.isNewest(value)
  return [
    ...(newest ? [...checkSubject(value, world), ...checkExpiry(value, world)] : []),
    ...checkPoints(value, world),
    ...checkGates(value, world),
    ...checkIndependence(value, world),
    ...checkCertificates(value, world),
    ...checkUnedited(filed, world),
    ...checkValidity(value, world),
  ]
}

/** Who decides about a complaint stands as far from the maker as who examines the product. */
export function checkComplaint(filed: Filed<Complaint>, world: World): Fault<Id>[] {
  const { value } = filed
  return [...checkTies(value, world), ...checkCertificates(value, world), ...checkUnedited(filed, world)]
}

function checkSubject({ product, subjectHash, decision }: Curation, world: World): Fault<Id>[] {
  const subject = world.product(product)?.value
  const now = subject && hashMaterialFields(subject)
  if (decision !== 'approved' || now === undefined || now === subjectHash) return []
  const en = `The specification of ${product} is not the one that was approved.`
  return [
    faultAt('CUR-01', ['subjectHash'], en, `Spesifikasi ${product} bukan lagi yang disetujui.`, {
      en: `Undo the change, or have it examined again and write "subjectHash: ${now}" into the new record.`,
      id: `Batalkan perubahannya, atau periksa ulang dan tulis "subjectHash: ${now}" di catatan baru.`,
    }),
  ]
}

function checkExpiry(curation: Curation, world: World): Fault<Id>[] {
  const { product, decision, expiresAt } = curation
  const last = lastDayOf(curation, world.complaints(product))
  if (decision !== 'approved' || world.today <= last) return []
  const demo = world.product(product)?.value.demo === true && world.demoSite
  const fault =
    last < expiresAt
      ? faultAt<Id>(
          'CUR-02',
          ['expiresAt'],
          `It held until ${last}: by then ${COMPLAINTS_THAT_END} complaints had been upheld.`,
          `Berlaku sampai ${last}: pada hari itu sudah ${COMPLAINTS_THAT_END} keluhan terbukti.`,
        )
      : faultAt<Id>('CUR-02', ['expiresAt'], `It held until ${last}.`, `Berlaku sampai ${last}.`)
  // A demo site shows what has lapsed and says so: a fresh clone works in five years.
  return [demo ? { ...fault, severity: 'warning' } : fault]
}

function checkPoints(curation: Curation, world: World): Fault<Id>[] {
  const rubric = world.rubric(curation.rubric)?.value
  if (!rubric) return []
  const over = Object.entries(curation.scores).flatMap(([curator, set]) =>
    rubric.criteria
      .filter(({ id, max }) => set[id].points > max)
      .map(({ id, max }) => {
        const path = ['scores', curator, id, 'points']
        const en = `${set[id].points} points are more than the ${max} that there are.`
        return faultAt<Id>('CUR-03', path, en, `${set[id].points} poin melebihi poin maksimum ${max}.`)
      }),
  )
  if (over.length > 0) return over
  return [...checkDifference(curation, rubric.thresholds.maxDifference), ...checkDecision(curation, rubric)]
}

function checkDifference({ scores, curators }: Curation, most: number): Fault<Id>[] {
  const difference = differenceOf(scores)
  if (curators.length > 2 || difference <= most) return []
  const en = `The two curators are ${difference} points apart; beyond ${most} a third one decides.`
  return [
    faultAt(
      'CUR-03',
      ['scores'],
      en,
      `Selisih kedua kurator ${difference} poin; bila lebih dari ${most}, kurator ketiga memutuskan.`,
    ),
  ]
}

type Rubric = NonNullable<ReturnType<World['rubric']>>['value']

function checkDecision(curation: Curation, rubric: Rubric): Fault<Id>[] {
  const { thresholds, criteria: known } = rubric
  const { total, criteria, decision: follows } = decideCuration(curation.scores, curation.gates, rubric)
  const say = (en: string, id: string) => [faultAt<Id>('CUR-03', ['decision'], en, id)]
  const { decision } = curation
  if (decision === follows) return []
  const gate = GATES.find((name) => curation.gates[name] === 'fail')
  if (gate)
    return say(`The gate ${gate} fails: the product is returned.`, `Syarat ${gate} gagal: produk harus dikembalikan.`)
  const least = decision === 'approved' ? thresholds.pass : thresholds.conditional
  if (decision !== 'returned' && total < least)
    return say(
      `${total} points are too few for ${decision}: ${least}.`,
      `${total} poin belum cukup untuk ${decision}: ${least}.`,
    )
  const weak = known.find(({ id, max }) => criteria[id] < (max * thresholds.criterionPct) / 100)
  if (decision === 'approved' && weak) {
    const en = `${weak.name.en} has ${criteria[weak.id]} of ${weak.max} points, less than ${thresholds.criterionPct} %.`
    return say(
      en,
      `${weak.name.id} mendapat ${criteria[weak.id]} dari ${weak.max} poin, kurang dari ${thresholds.criterionPct}%.`,
    )
  }
  // Who has something to gain or lose decides nothing, and so may return what others approve.
  if (Object.values(curation.coi).some((declared) => declared !== 'none')) return []
  return say(
    `${total} points with every gate passed come to ${follows}, not to ${decision}.`,
    `${total} poin dengan semua syarat terpenuhi berarti ${follows}, bukan ${decision}.`,
  )
}

/**
 * A gate that applies to the product is passed or failed: what nobody looked at is no pass, nor is what the maker did not
 * sign.
 */
function checkGates(curation: Curation, world: World): Fault<Id>[] {
  const { gates, product, decision } = curation
  const subject = world.product(product)?.value
  // A claim that was added since is the newest record's affair alone.
  if (!subject || decision === 'returned' || !world.isNewest(curation)) return []
  const say = (gate: Gate, en: string, id: string) => faultAt<Id>('CUR-03', ['gates', gate], en, id)
  const unasked = listGates(subject).filter((gate) => gates[gate] === 'not-applicable')
  const faults = unasked.map((gate) =>
    say(
      gate,
      `The gate ${gate} applies to ${product}, and nobody says that it was passed.`,
      `Syarat ${gate} berlaku untuk ${product}, tetapi belum dinyatakan terpenuhi.`,
    ),
  )
  if (world.maker(subject.maker)?.value.statements.childLabour !== false || gates.childLabour !== 'pass') return faults
  const en = `${subject.maker} has not signed the statement against child labor.`
  return [...faults, say('childLabour', en, `${subject.maker} belum menandatangani pernyataan tanpa pekerja anak.`)]
}

function checkIndependence(curation: Curation, world: World): Fault<Id>[] {
  const { curators, coi, decision } = curation
  const declared = decision === 'returned' ? [] : curators.filter((id) => coi[id] !== 'none')
  const faults = declared.map((id) => {
    const en = `${id} has declared a conflict of interest.`
    return faultAt<Id>('CUR-04', ['coi', id], en, `${id} menyatakan konflik kepentingan.`)
  })
  return [...faults, ...checkTies(curation, world, declared)]
}

/** `told`: curators of whom it is said already. */
function checkTies(
  { curators, product }: Pick<Curation, 'curators' | 'product'>,
  world: World,
  told: readonly string[] = [],
): Fault<Id>[] {
  const slug = world.product(product)?.value.maker
  return curators.flatMap((id, index): Fault<Id>[] => {
    if (told.includes(id)) return []
    const curator = world.curator(id)?.value
    const tie = curator && slug !== undefined ? describeTie(curator, slug, world.maker(slug)?.value) : null
    return tie ? [faultAt('CUR-04', ['curators', index], `${tie.en}.`, `${tie.id}.`)] : []
  })
}

function checkCertificates({ curators, decidedAt }: Curation | Complaint, world: World): Fault<Id>[] {
  return curators.flatMap((id, index) => {
    const bnsp = world.curator(id)?.value.bnsp
    if (!bnsp || (decidedAt >= bnsp.issuedAt && decidedAt <= bnsp.expiresAt)) return []
    const en = `The certificate of ${id} runs from ${bnsp.issuedAt} to ${bnsp.expiresAt}, and this was decided on ${decidedAt}.`
    const text = `Sertifikat ${id} berlaku ${bnsp.issuedAt} sampai ${bnsp.expiresAt}, sedangkan keputusannya ${decidedAt}.`
    return [faultAt<Id>('CUR-05', ['curators', index], en, text)]
  })
}

function checkUnedited({ file }: Filed<Curation | Complaint>, { catalogue, history }: World): Fault<Id>[] {
  const first = history?.firstRecords?.get(file)
  const bytes = catalogue.files.get(file)
  if (first === undefined || !bytes || hashText(new TextDecoder().decode(bytes)) === first) return []
  return [
    faultAt(
      'CUR-06',
      [],
      'The record is not as it was first committed.',
      'Catatan ini tidak lagi seperti saat pertama disimpan.',
    ),
  ]
}

function checkValidity({ decidedAt, expiresAt, product, rubric, subjectHash }: Curation, world: World): Fault<Id>[] {
  const subject = world.product(product)?.value
  const known = world.rubric(rubric)?.value
  if (!subject || !known) return []
  // Of a product that was changed since nobody knows which attestations it had.
  const attestations = hashMaterialFields(subject) === subjectHash ? subject.attestations : []
  const last = expiryOf(decidedAt, { category: subject.category, attestations }, known)
  if (expiresAt > decidedAt && expiresAt <= last) return []
  const first = attestations.find(({ expires }) => expires === last)
  const en = first ? `${first.type} ends on ${last}.` : `A decision of ${decidedAt} holds until ${last}.`
  const id = first ? `${first.type} berakhir ${last}.` : `Keputusan ${decidedAt} berlaku sampai ${last}.`
  return [faultAt('CUR-07', ['expiresAt'], en, id)]
}
