/** What the verdict page says of the verdict itself: texts in the reader's language, derived from one verification. */
import { dayInIndonesia } from '#core/calendar.ts'
import { type Code, formatCode } from '#core/certificate/code.ts'
import type { ActType, Reason } from '#core/certificate/reasons.ts'
import type { Act } from '#core/certificate/status.ts'
import type { Report } from '#core/certificate/verify.ts'
import type { PublishedAttestation } from '../../functions/actions/catalogue.ts'
import type { Verification } from '../../functions/actions/verify.ts'
import { formatDate, formatList, formatNumber } from '../i18n/format.ts'
import type { Lang } from '../i18n/index.ts'
import { useVerdictWords } from '../i18n/verdict.ts'

/** The calendar date in Indonesia (UTC+9, its latest zone) of an instant. */
export function dateOf(instant: string, lang: Lang): string {
  return formatDate(dayInIndonesia(Date.parse(instant)), lang)
}

/** `22 November 2026, 19:30:05 UTC`. */
export function timeOf(instant: string, lang: Lang): string {
  return `${formatDate(instant.slice(0, 10), lang)}, ${instant.slice(11, 19)}\u00a0UTC`
}

/** A code inside a text: one that breaks at its hyphen reads as two. */
export function writeCode(code: Code): string {
  return formatCode(code).replaceAll('-', '\u2011')
}

/** The record is as it was signed, but the key did not count where the log has it. */
function isExposed({ checks }: Report): boolean {
  const faults = checks.filter(({ status }) => status === 'invalid')
  return faults.length > 0 && faults.every(({ name }) => name === 'key')
}

/** The verdict in a few words. */
export function describeHeading(report: Report, lang: Lang): string {
  const { headings } = useVerdictWords(lang)
  return report.verdict === 'altered' && isExposed(report) ? headings.exposed : headings[report.verdict]
}

/** The sentence under the heading. */
export function describeVerdict(verification: Verification, lang: Lang): string {
  const { sentence } = useVerdictWords(lang)
  const { report, code } = verification
  switch (report.verdict) {
    case 'valid':
      return sentence.valid[report.certificate?.kind ?? 'piece']
    case 'altered':
      return isExposed(report) ? sentence.exposed : sentence.altered
    case 'unavailable':
      return sentence.unavailable
    case 'unknown-code':
      return code ? sentence.notIssued(writeCode(code)) : sentence.notACode
    case 'expired':
      return sentence.expired(lastDayOf(report, lang))
    case 'superseded':
    case 'suspended':
    case 'reported':
    case 'revoked': {
      const act = actOf(report)
      return sentence[report.verdict](nameActor(verification, act, lang), dateOf(act.at, lang), nameReason(act, lang))
    }
  }
}

/** What became of a record whose claims are shown, as part of a sentence: `replaced on 22 November 2026`. */
export function describeState(report: Report, lang: Lang): string {
  const { state } = useVerdictWords(lang)
  switch (report.verdict) {
    case 'superseded':
    case 'suspended':
      return state[report.verdict](dateOf(actOf(report).at, lang))
    case 'expired':
      return state.expired(lastDayOf(report, lang))
    default:
      return state.current
  }
}

function actOf({ verdict, act }: Report): Act {
  if (!act) throw new Error(`bad report: ${verdict} without an act`)
  return act
}

function lastDayOf({ certificate }: Report, lang: Lang): string {
  if (certificate?.kind !== 'curation') throw new Error('bad report: only a curation expires')
  return formatDate(certificate.subject.expiresOn, lang)
}

function nameActor(verification: Verification, { by }: Act, lang: Lang): string {
  return by.role === 'curator' ? useVerdictWords(lang).curator : nameMaker(verification, by.maker)
}

/** The reason in words that end the act's sentence; empty where the act has none. */
export function nameReason({ type, reason }: Pick<Act, 'type' | 'reason'>, lang: Lang): string {
  const words: Partial<Record<ActType, Partial<Record<Reason, string>>>> = useVerdictWords(lang).reasons
  return (reason && words[type]?.[reason]) ?? ''
}

/** The maker's name from the catalogue's record, never from a text in the credential; its slug where there is none. */
export function nameMaker({ maker }: Pick<Verification, 'maker'>, slug: string): string {
  return maker?.displayName ?? slug
}

export interface Statement {
  text: string
  source: string
}

/** What third parties state of the product: its curation and its attestations, each with its source and dates. */
export function listOthers({ product, report }: Verification, lang: Lang): Statement[] {
  if (!product) return []
  const words = useVerdictWords(lang).who
  const { curation, attestations } = product
  const today = dayInIndonesia(Date.parse(report.checkedAt))
  const describeDates = curation.expiresAt < today ? words.curatedLapsed : words.curatedDates
  const curated: Statement = {
    text: words.curated(formatList(curation.curators, lang), formatNumber(curation.total, lang)),
    source: describeDates(formatDate(curation.decidedAt, lang), formatDate(curation.expiresAt, lang)),
  }
  return [curated, ...attestations.map((attestation) => describeAttestation(attestation, today, lang))]
}

function describeAttestation(
  { name, number, issuer, level, expires }: PublishedAttestation,
  today: string,
  lang: Lang,
) {
  const words = useVerdictWords(lang).who
  const ends = expires ? [expires < today ? words.expired : words.until(formatDate(expires, lang))] : []
  return { text: words.attested(name[lang], number), source: [issuer, words.levels[level], ...ends].join(', ') }
}
