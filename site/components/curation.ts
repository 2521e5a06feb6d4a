/** A curation record for readers: points by criterion with what they are out of, notes, and who examined. */
import { COMPLAINTS_THAT_END } from '#core/catalogue/complaint.ts'
import { EVIDENCE_KINDS, type EvidenceKind } from '#core/catalogue/curation.ts'
import type { Curator } from '#core/catalogue/curator.ts'
import type { ApprovedEntry } from '../entry.ts'
import { enumerate, formatDate, formatNumber } from '../i18n/format.ts'
import { type Lang, useWords } from '../i18n/index.ts'
import { type Row, rowOf } from './specification.ts'

export interface CriterionRow {
  name: string
  /** `22.5 of 25`. */
  points: string
  /** Share of the points that can be reached, 0 to 100. */
  share: number
  /** Each curator's public note, where there is one: in Indonesian where nobody translated it. */
  notes: { text: string; lang: Lang }[]
}

/** One row a criterion, in the rubric's order. */
export function listCriteria({ curation, rubric, score }: ApprovedEntry, lang: Lang): CriterionRow[] {
  const words = useWords(lang).curation
  return rubric.criteria.map(({ id, name, max }) => ({
    name: name[lang],
    points: words.of(formatNumber(score.criteria[id], lang), formatNumber(max, lang)),
    share: Math.round((score.criteria[id] / max) * 100),
    notes: Object.values(curation.scores).flatMap((set) => {
      const note = set[id].note
      if (!note) return []
      const text = note[lang]
      return [text === undefined ? { text: note.id, lang: 'id' as const } : { text, lang }]
    }),
  }))
}

/** Names and certificates of the curators; of the number the last four characters. */
export function listCurators(curators: Curator[], lang: Lang): { name: string; certificate: string }[] {
  const words = useWords(lang).curation
  return curators.map(({ displayName, bnsp }) => ({
    name: displayName,
    certificate: words.certificate(bnsp.scheme, bnsp.number.slice(-4)),
  }))
}

/** What a curator declared about ties to the maker, as it was written where there are any. */
export function describeConflict({ curation }: ApprovedEntry, curator: Curator, lang: Lang): string {
  const declared = curation.coi[curator.id] ?? 'none'
  return declared === 'none' ? useWords(lang).curation.noConflict : declared
}

/** What the curators keep: of the public ones what each is and its SHA-256, of the others only how many there are. */
export function listEvidence({ curation }: ApprovedEntry, lang: Lang): Row[] {
  const words = useWords(lang).curation
  const open = curation.evidence.filter((evidence) => !evidence.private)
  const closed = curation.evidence.length - open.length
  return [
    ...open.map(({ kind, sha256 }) => rowOf(nameEvidence(kind, lang), 'SHA-256', [sha256])),
    ...(closed > 0 ? [rowOf(words.evidencePrivate, formatNumber(closed, lang))] : []),
  ]
}

function nameEvidence(kind: string, lang: Lang): string {
  const names: Record<EvidenceKind, string> = useWords(lang).curation.evidenceKinds
  return names[EVIDENCE_KINDS.find((known) => known === kind) ?? 'document']
}

/** What the record says of itself. */
export function describeRecord({ curation, upheld, rubric }: ApprovedEntry, lang: Lang): Row[] {
  const words = useWords(lang).curation
  const passed = rubric.gates.filter(({ id }) => curation.gates[id] === 'pass').map(({ name }) => name[lang])
  return [
    rowOf(words.record, curation.id),
    rowOf(words.rubric, `${rubric.name[lang]} (${curation.rubric})`),
    rowOf(words.sample, words.sampleOn(curation.sampleCode, formatDate(curation.sampleReceivedAt, lang))),
    rowOf(words.gates, enumerate(passed)),
    rowOf(words.decided, formatDate(curation.decidedAt, lang)),
    rowOf(words.approvedUntil, formatDate(curation.expiresAt, lang)),
    rowOf(words.complaints, words.complaintsOf(upheld.length, COMPLAINTS_THAT_END)),
  ]
}
