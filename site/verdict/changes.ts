/** What differs between a certificate that was replaced and the one that replaces it. */
import type { Certified } from '#core/certificate/verify.ts'
import type { Verification } from '../../functions/actions/verify.ts'
import type { Lang } from '../i18n/index.ts'
import { useVerdictWords } from '../i18n/verdict.ts'
import { describeTotal, listFacts, listPoints } from './curation.ts'
import { type Claim, describeEdition, describeSize, listClaims } from './piece.ts'

export interface Change {
  label: string
  before: string
  after: string
}

/** The labels whose texts differ, in the page's order; one that only one of the two has is said to be missing. */
export function listChanges(verification: Verification, lang: Lang): Change[] {
  const { report, successor } = verification
  if (!report.certificate || !successor) return []
  const before = new Map(listTexts(report.certificate, verification, lang).map(({ label, text }) => [label, text]))
  const after = new Map(listTexts(successor.certificate, verification, lang).map(({ label, text }) => [label, text]))
  const { missing } = useVerdictWords(lang).changed
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((label) => ({ label, before: before.get(label) ?? missing, after: after.get(label) ?? missing }))
    .filter((change) => change.before !== change.after)
}

function listTexts(certificate: Certified, verification: Verification, lang: Lang): Claim[] {
  if (certificate.kind === 'curation') {
    const total = { label: useVerdictWords(lang).curation.total, text: describeTotal(certificate, lang) }
    return [...listFacts(certificate, verification, lang), ...listPoints(certificate, lang), total]
  }
  const { compare, claims } = useVerdictWords(lang)
  const { subject: piece } = certificate
  const marks = piece.marks.map(({ where, text, photo }) => `${where}: ${text}${photo ? ` (SHA-256 ${photo})` : ''}`)
  const compared: Claim[] = [
    { label: compare.size, text: describeSize(piece, lang) ?? '' },
    { label: compare.edition, text: describeEdition(piece, lang) },
    { label: compare.marks, text: marks.join('; ') },
  ]
  // The day of recording always differs: it is the day of the replacement, which the verdict names.
  const stated = listClaims(certificate, verification.vocab, lang).filter(({ label }) => label !== claims.recordedOn)
  return [...compared.filter(({ text }) => text !== ''), ...stated]
}
