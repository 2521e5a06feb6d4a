/** What the printing pages say and where they cut, derived from one job. Lengths are millimeters. */
import { dayInIndonesia } from '#core/calendar.ts'
import { dateOfDay, dayOf } from '#core/certificate/card.ts'
import { type Code, formatCode } from '#core/certificate/code.ts'
import type { Piece } from '#core/certificate/piece.ts'
import type { PrintedPiece, PrintFault } from '../../../functions/actions/print.ts'
import { formatDate, formatNumber } from '../../i18n/format.ts'
import type { Lang } from '../../i18n/index.ts'
import { usePrintWords } from '../../i18n/print.ts'

/**
 * A4 upright: six tags across leave 15 mm of white at the sides, and four down leave the head and the foot free, more
 * than any home printer needs (most keep 3 to 5 mm to themselves).
 */
export const sheet = { columns: 6, rows: 4, left: 15, top: 40, tagWidth: 30, tagHeight: 50 }
export const TAGS_A_SHEET = sheet.columns * sheet.rows
export const CARDS_A_SHEET = 4

/** Of a design's name so many characters are printed: it may have 300, and stands whole on the certificate's page. */
const NAME_LENGTH = 90
/** Two lines of a tag. */
const TAG_NAME_LENGTH = 34

export interface Line {
  x1: number
  y1: number
  x2: number
  y2: number
}

/** How far a cut mark reaches into the white, and how far it stays off the tags. */
const MARK = 4
const OFF = 1

/** The lines to cut along for so many tags, and their marks in the white, which guide a ruler from edge to edge. */
export function cutTags(count: number): { lines: Line[]; marks: Line[] } {
  const columns = Math.min(count, sheet.columns)
  const rows = Math.ceil(count / sheet.columns)
  const [right, bottom] = [sheet.left + columns * sheet.tagWidth, sheet.top + rows * sheet.tagHeight]
  const xs = Array.from({ length: columns + 1 }, (_, at) => sheet.left + at * sheet.tagWidth)
  const ys = Array.from({ length: rows + 1 }, (_, at) => sheet.top + at * sheet.tagHeight)
  const upright = (x: number, y1: number, y2: number) => ({ x1: x, y1, x2: x, y2 })
  const level = (y: number, x1: number, x2: number) => ({ x1, y1: y, x2, y2: y })
  return {
    lines: [...xs.map((x) => upright(x, sheet.top, bottom)), ...ys.map((y) => level(y, sheet.left, right))],
    marks: [
      ...xs.flatMap((x) => [
        upright(x, sheet.top - OFF - MARK, sheet.top - OFF),
        upright(x, bottom + OFF, bottom + OFF + MARK),
      ]),
      ...ys.flatMap((y) => [
        level(y, sheet.left - OFF - MARK, sheet.left - OFF),
        level(y, right + OFF, right + OFF + MARK),
      ]),
    ],
  }
}

export function splitPages<T>(pieces: T[], each: number): T[][] {
  const pages = Math.ceil(pieces.length / each)
  return Array.from({ length: pages }, (_, page) => pieces.slice(page * each, (page + 1) * each))
}

/** `18.8`, as a reader measures it. */
export function formatMm(mm: number, lang: Lang): string {
  return formatNumber(mm, lang)
}

/** One of the kind, of a numbered edition, or of an open series, which has no numbers. */
function editionKind({ edition }: Piece): 'only' | 'numbered' | 'open' {
  if (edition.size === 0) return 'open'
  return edition.size === 1 ? 'only' : 'numbered'
}

/** `3 of 12`; nothing in an open series. */
export function describeEdition(piece: Piece, lang: Lang): string {
  if (editionKind(piece) === 'open') return ''
  const { number, size } = piece.edition
  return usePrintWords(lang).edition(formatNumber(number, lang), formatNumber(size, lang))
}

/** `edition` has what is known of it, and says where the piece is invented. */
export function describeTag(
  { certificate: { subject: piece } }: PrintedPiece,
  lang: Lang,
): { name: string; edition: string } {
  const notes = [describeEdition(piece, lang), piece.demo ? usePrintWords(lang).demo : '']
  return { name: shorten(piece.design.name, TAG_NAME_LENGTH), edition: notes.filter(Boolean).join(' · ') }
}

export interface CardText {
  statement: string
  /** How much room the statement needs: its letters are as much smaller. */
  length: 'short' | 'long'
  facts: { label: string; text: string }[]
  signed: string
}

export function describeCard({ certificate, maker }: PrintedPiece, host: string, lang: Lang): CardText {
  const words = usePrintWords(lang)
  const { subject: piece, issuedAt } = certificate
  const kind = editionKind(piece)
  const name = shorten(piece.design.name)
  const makerName = shorten(maker)
  const statement = words.statement[kind][piece.madeFor.mode](makerName, name, writeDate(piece.soldOn, lang))
  const edition = { only: words.card.only, open: words.card.open, numbered: describeEdition(piece, lang) }[kind]
  return {
    statement,
    length: statement.length > 150 ? 'long' : 'short',
    facts: [
      { label: words.card.maker, text: makerName },
      { label: words.card.product, text: shorten(piece.productName[lang]) },
      { label: words.card.design, text: name },
      { label: words.card.edition, text: edition },
      { label: words.card.madeOn, text: formatDate(piece.madeOn, lang) },
      { label: words.card.soldOn, text: formatDate(piece.soldOn, lang) },
      { label: words.card.recordedOn, text: formatDate(dayInIndonesia(Date.parse(issuedAt)), lang) },
    ],
    signed: words.card.signed(host, writeDate(dateOfDay(dayOf(issuedAt)), lang)),
  }
}

/** Inside a sentence a date does not break. */
function writeDate(date: string, lang: Lang): string {
  return formatDate(date, lang).replaceAll(' ', '\u00a0')
}

/** Between whole letters: a cut through one of several code points prints what nobody wrote. */
export function shorten(text: string, length = NAME_LENGTH): string {
  const letters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment)
  return letters.length <= length
    ? text
    : `${letters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`
}

/** A fault in words; `code` where its certificate has a page that says more. */
export function describeFault(fault: PrintFault, most: number, lang: Lang): { text: string; code?: Code } {
  const words = usePrintWords(lang).faults
  const write = (value: number) => formatNumber(value, lang)
  switch (fault.kind) {
    case 'bad-dpi':
    case 'bad-mm':
    case 'bad-paper':
      return { text: words[fault.kind] }
    case 'too-many':
      return { text: words['too-many'](write(fault.count), write(most)) }
    case 'too-small':
      return { text: words['too-small'](write(fault.dpi), write(fault.mm), write(fault.least)) }
    case 'too-wide':
      return { text: words['too-wide'](write(fault.dpi), write(fault.mm), write(fault.widest)) }
    case 'not-a-code':
      return { text: words['not-a-code'](fault.typed) }
    case 'mistyped':
      return { text: words.mistyped(fault.typed, unbroken(fault.suggestion)) }
    case 'unknown':
      return { text: words.unknown(unbroken(fault.code)) }
    default:
      return { text: words[fault.kind](unbroken(fault.code)), code: fault.code }
  }
}

/** A code that breaks at its hyphen reads as two. */
function unbroken(code: Code): string {
  return formatCode(code).replaceAll('-', '\u2011')
}
