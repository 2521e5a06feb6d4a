/** What the verdict page says, derived from one verification: texts in the reader's language, in the page's order. */

import { dayInIndonesia } from '#core/calendar.ts'
import { formatCode } from '#core/certificate/code.ts'
import type { Piece } from '#core/certificate/piece.ts'
import type { PublishedAttestation } from '../../functions/actions/catalogue.ts'
import type { Verification } from '../../functions/actions/verify.ts'
import { formatDate, formatList, formatNumber, formatPercent, formatSides } from '../i18n/format.ts'
import type { Lang } from '../i18n/index.ts'
import { useVerdictWords } from '../i18n/verdict.ts'

export interface Claim {
  label: string
  text: string
}

/** A record made this many days after the sale is said to be late. */
const LATE_DAYS = 30
const DAY = 86_400_000

/** The calendar date in Indonesia (UTC+9, its latest zone) of an instant. */
export function dateOf(instant: string, lang: Lang): string {
  return formatDate(dayInIndonesia(Date.parse(instant)), lang)
}

/** `22 November 2026, 19:30:05 UTC`. */
export function timeOf(instant: string, lang: Lang): string {
  return `${formatDate(instant.slice(0, 10), lang)}, ${instant.slice(11, 19)}\u00a0UTC`
}

/** The sentence under the heading. */
export function describeVerdict(verification: Verification, lang: Lang): string {
  const words = useVerdictWords(lang)
  const { report, code } = verification
  switch (report.verdict) {
    case 'valid':
    case 'altered':
    case 'unavailable':
      return words.sentence[report.verdict]
    case 'unknown-code':
      // A code that breaks at its hyphen reads as two.
      return code ? words.sentence.notIssued(formatCode(code).replaceAll('-', '\u2011')) : words.sentence.notACode
    case 'revoked': {
      const { revocation } = report
      if (!revocation) throw new Error('bad report: revoked without a revocation')
      const who = revocation.by.role === 'curator' ? words.curator : nameMaker(verification, revocation.maker)
      return words.sentence.revoked(who, dateOf(revocation.at, lang), words.reasons[revocation.reason])
    }
  }
}

/** The maker's name from the catalogue's record, never from a text in the credential; its slug where there is none. */
export function nameMaker({ maker }: Verification, slug: string): string {
  return maker?.displayName ?? slug
}

/** A word of the vocabulary in the reader's language; an id that the catalogue does not name reads as itself. */
function nameWord(vocab: Verification['vocab'], kind: string, id: string, lang: Lang): string {
  return vocab[`${kind}:${id}`]?.[lang] ?? id.replaceAll('-', ' ')
}

/** The maker's claims, all of them signed. A list that is empty is not a claim. */
export function listClaims({ report, vocab }: Verification, lang: Lang): Claim[] {
  const words = useVerdictWords(lang).claims
  if (!report.certificate) return []
  const { piece, issuedAt } = report.certificate
  const name = (kind: string, ids: string[]) =>
    formatList(
      ids.map((id) => nameWord(vocab, kind, id, lang)),
      lang,
    )
  const materials = piece.materials.map(
    ({ fibre, pct }) => `${nameWord(vocab, 'fibre', fibre, lang)} ${formatPercent(pct, lang)}`,
  )
  const claims: Claim[] = [
    { label: words.product, text: piece.productName[lang] },
    { label: words.design, text: `${piece.design.name} (${piece.design.id})` },
    { label: words.designer, text: piece.designer?.displayName ?? '' },
    { label: words.technique, text: name('technique', piece.techniques) },
    { label: words.motif, text: name('motif', piece.motifs) },
    { label: words.dyes, text: name('dye', piece.dyes) },
    { label: words.materials, text: formatList(materials, lang) },
    { label: words.place, text: describePlace(piece, vocab, lang) },
    { label: words.process, text: describeProcess(piece, vocab, lang) },
    { label: words.madeOn, text: formatDate(piece.madeOn, lang) },
    { label: words.soldOn, text: formatDate(piece.soldOn, lang) },
    { label: words.recordedOn, text: describeRecording(piece.soldOn, issuedAt, lang) },
    { label: words.madeFor, text: piece.madeFor.mode === 'private' ? words.oneCustomer : words.stock },
    {
      label: words.photos,
      text: piece.photos.map(({ sha256, takenAt }) => `${takenAt.slice(0, 10)} ${sha256}`).join(', '),
    },
  ]
  return claims.filter(({ text }) => text !== '')
}

function describePlace({ place }: Piece, vocab: Verification['vocab'], lang: Lang): string {
  const regency = nameWord(vocab, 'regency', place.regency, lang)
  return place.district ? `${place.district}, ${regency}` : regency
}

function describeProcess({ process }: Piece, vocab: Verification['vocab'], lang: Lang): string {
  return process
    .map(({ step, date, precision, actor }) => {
      const when = formatDate(date, lang)
        .split(' ')
        .slice(precision === 'day' ? 0 : precision === 'month' ? 1 : 2)
        .join(' ')
      const who = actor ? `${nameWord(vocab, 'role', actor, lang)}, ` : ''
      return `${nameWord(vocab, 'step', step, lang)} (${who}${when})`
    })
    .join('; ')
}

/** Made, sold and recorded are three dates; one that lies far from the sale is said aloud. */
function describeRecording(soldOn: string, issuedAt: string, lang: Lang): string {
  const days = Math.floor((Date.parse(issuedAt) - Date.parse(`${soldOn}T00:00:00+09:00`)) / DAY)
  const date = dateOf(issuedAt, lang)
  return days > LATE_DAYS ? `${date} (${useVerdictWords(lang).claims.late(formatNumber(days, lang))})` : date
}

/** `240 × 105 cm (94.5 × 41.3 in)`. */
export function describeSize({ dimensions }: Piece, lang: Lang): string | null {
  if (!dimensions) return null
  const { lengthMm, widthMm, heightMm } = dimensions
  const sides = formatSides(
    [lengthMm, widthMm, ...(heightMm ? [heightMm] : [])].map((mm) => mm / 10),
    lang,
  )
  return `${sides.metric} (${sides.imperial})`
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
