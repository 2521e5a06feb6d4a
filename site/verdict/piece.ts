/** What a certificate says of one piece: claims, statement and edition, all of them signed. */
import type { Piece } from '#core/certificate/piece.ts'
import type { Certified } from '#core/certificate/verify.ts'
import type { Verification } from '../../functions/actions/verify.ts'
import { formatDate, formatList, formatNumber, formatPercent, formatSides, inSentence, quote } from '../i18n/format.ts'
import type { Lang } from '../i18n/index.ts'
import { useVerdictWords } from '../i18n/verdict.ts'
import { dateOf } from './view.ts'

export interface Claim {
  label: string
  text: string
  /** The text in parts, where each has its own line. */
  lines?: string[]
}

export type CertifiedPiece = Extract<Certified, { kind: 'piece' }>
type Vocab = Verification['vocab']

/** A record made this many days after the sale is said to be late. */
const LATE_DAYS = 30
const DAY = 86_400_000

/** A word of the vocabulary in the reader's language; an id that the catalogue does not name reads as itself. */
function nameWord(vocab: Vocab, kind: string, id: string, lang: Lang): string {
  return vocab[`${kind}:${id}`]?.[lang] ?? id.replaceAll('-', ' ')
}

/** The maker's claims. A list that is empty is not a claim; of a customer who was erased nobody can show the name. */
export function listClaims(
  { subject: piece, issuedAt }: CertifiedPiece,
  vocab: Vocab,
  lang: Lang,
  isErased = false,
): Claim[] {
  const words = useVerdictWords(lang).claims
  const name = (kind: string, ids: string[]) =>
    formatList(
      ids.map((id) => nameWord(vocab, kind, id, lang)),
      lang,
    )
  const materials = piece.materials.map(
    ({ fibre, pct }) => `${nameWord(vocab, 'fibre', fibre, lang)} ${formatPercent(pct, lang)}`,
  )
  const steps = listProcess(piece, vocab, lang)
  const claims: Claim[] = [
    { label: words.product, text: piece.productName[lang] },
    { label: words.design, text: `${piece.design.name} (${piece.design.id})` },
    { label: words.designer, text: piece.designer?.displayName ?? '' },
    { label: words.technique, text: name('technique', piece.techniques) },
    { label: words.motif, text: name('motif', piece.motifs) },
    { label: words.dyes, text: name('dye', piece.dyes) },
    { label: words.materials, text: formatList(materials, lang) },
    { label: words.place, text: describePlace(piece, vocab, lang) },
    { label: words.process, text: steps.join('; '), lines: steps },
    { label: words.madeOn, text: formatDate(piece.madeOn, lang) },
    { label: words.soldOn, text: formatDate(piece.soldOn, lang) },
    { label: words.recordedOn, text: describeRecording(piece.soldOn, issuedAt, lang) },
    { label: words.madeFor, text: words[forWhom(piece, isErased)] },
    {
      label: words.photos,
      text: piece.photos.map(({ sha256, takenAt }) => `${takenAt.slice(0, 10)} ${sha256}`).join(', '),
    },
  ]
  return claims.filter(({ text }) => text !== '')
}

function forWhom({ madeFor }: Piece, isErased: boolean): 'stock' | 'sealed' | 'oneCustomer' {
  if (madeFor.mode === 'none') return 'stock'
  return madeFor.commitment === undefined || isErased ? 'oneCustomer' : 'sealed'
}

function describePlace({ place }: Piece, vocab: Vocab, lang: Lang): string {
  const regency = nameWord(vocab, 'regency', place.regency, lang)
  return place.district ? `${place.district}, ${regency}` : regency
}

function listProcess({ process }: Piece, vocab: Vocab, lang: Lang): string[] {
  return process.map(({ step, date, precision, actor }) => {
    const when = formatDate(date, lang)
      .split(' ')
      .slice(precision === 'day' ? 0 : precision === 'month' ? 1 : 2)
      .join('\u00a0')
    const who = actor ? `${inSentence(nameWord(vocab, 'role', actor, lang))}, ` : ''
    return `${nameWord(vocab, 'step', step, lang)}: ${who}${when}`
  })
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

/** `1 of 1`, `3 of 20`, or that the series is open. */
export function describeEdition({ design, edition }: Piece, lang: Lang): string {
  const words = useVerdictWords(lang).compare
  if (design.exclusivity === 'open') return words.open
  return words.editionOf(formatNumber(edition.number, lang), formatNumber(edition.size, lang))
}

/** The maker's sentence: only of an exclusive design is what was made once the design itself. */
export function describeStatement({ design, edition, madeFor, soldOn }: Piece, maker: string, lang: Lang): string {
  const words = useVerdictWords(lang).statement
  const name = quote(design.name)
  const piece = {
    exclusive: name,
    limited: words.numbered(name, formatNumber(edition.number, lang), formatNumber(edition.size, lang)),
    open: words.ofSeries(name),
  }[design.exclusivity]
  const { private: forOne, once, stock } = words
  const say = madeFor.mode === 'private' ? forOne : design.exclusivity === 'exclusive' ? once : stock
  return say(maker, piece, formatDate(soldOn, lang))
}

/** What the edition promises, and whether this certificate still takes up its place in it. */
export function describeExclusivity(
  { design, edition }: Piece,
  verdict: 'valid' | 'suspended' | 'superseded',
  lang: Lang,
): string {
  const words = useVerdictWords(lang).exclusive
  if (design.exclusivity === 'limited') return words.limited(formatNumber(edition.size, lang))
  return design.exclusivity === 'open' ? words.open : words.exclusive[verdict]
}
