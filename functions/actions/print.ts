/** What the printing pages print: every code named, read in one query and checked; or all that stands in the way. */
import { z } from 'zod'
import { formatInstant } from '#core/calendar.ts'
import { type Code, readCode } from '#core/certificate/code.ts'
import { MOST_PRINTED } from '#core/certificate/request.ts'
import { type Certified, type StoredCertificate, type Trust, verifyCertificate } from '#core/certificate/verify.ts'
import { fitWidthMm, outlineQr, type QrMatrix, type QrOutline } from '#core/qr/drawing.ts'
import { encodeCard, encodeTag, LEAST_MM, leastMm, type QrForm, qrSize } from './encode-qr.ts'
import type { Services } from './services.ts'

const DEFAULT_DPI = 300
/** Where no width is asked for: what the paper has room for without crowding, and the least where a printer is coarse. */
const CHOSEN_MM: Record<QrForm, number[]> = { tag: [21, LEAST_MM.tag], card: [LEAST_MM.card] }
/** What the paper has room for at all. */
const WIDEST_MM: Record<QrForm, number> = { tag: 26, card: 40 }

/** Why nothing is printed; each has its mend in words. */
export type PrintFault =
  | { kind: 'bad-dpi' | 'bad-mm' | 'bad-paper' }
  | { kind: 'too-many'; count: number }
  | { kind: 'too-small'; dpi: number; mm: number; least: number }
  | { kind: 'too-wide'; dpi: number; mm: number; widest: number }
  | { kind: 'not-a-code'; typed: string }
  | { kind: 'mistyped'; typed: string; suggestion: Code }
  | { kind: 'unknown' | 'withdrawn' | 'altered' | 'not-current' | 'not-a-piece'; code: Code }

/** A certificate that may be printed: its verdict is valid at this moment. */
export interface PrintedPiece {
  code: Code
  certificate: Extract<Certified, { kind: 'piece' }>
  /** The maker's name from the catalogue's record, never from a text in the credential; its slug where there is none. */
  maker: string
  qr: QrOutline
}

/** `mm`: how wide every QR is printed; every module of it has `dots` dots of the printer. */
export interface PrintSize {
  dpi: number
  mm: number
  dots: number
}

/** `fold`: one card on A4, folded twice, with the owner's page inside. */
const cardPapers = ['a6', 'a4', 'fold'] as const
export type CardPaper = (typeof cardPapers)[number]

export type PrintJob =
  | { kind: 'nothing-asked' }
  | { kind: 'refused'; faults: PrintFault[] }
  | { kind: 'ready'; pieces: PrintedPiece[]; size: PrintSize; paper: CardPaper }

/** What was asked for as it was typed, for the form to show again. */
export interface PrintRequest {
  codes: string[]
  dpi: string
  mm: string
  paper: string
}

const options = qrSize.extend({ paper: z.enum(cardPapers).optional() })

type Desk = Pick<Services, 'origin' | 'store' | 'catalogue' | 'keyring' | 'tagSigner' | 'now'>

/** Codes stand one a line or with commas between; also with spaces, where each is whole without them. Each counts once. */
export function readPrintRequest(query: URLSearchParams): PrintRequest {
  const asked = (name: string) => query.get(name)?.trim() ?? ''
  const lines = query.getAll('codes').flatMap((text) => text.split(/[,;\r\n]+/))
  const codes = lines.flatMap(splitLine).map((code) => code.slice(0, 64).toWellFormed())
  return { codes: [...new Set(codes)], dpi: asked('dpi'), mm: asked('mm'), paper: asked('paper') }
}

/** `Y7HD 7H5N MT3V` is one code, `Y7HD7H5NMT3V Y7HD-7H5N-MT3V` are two. */
function splitLine(line: string): string[] {
  const words = line.trim().split(/\s+/).filter(Boolean)
  const areWhole = words.every((word) => word.replaceAll('-', '').length >= 12)
  return areWhole ? words : [words.join(' ')]
}

export async function preparePrint(form: QrForm, asked: PrintRequest, desk: Desk): Promise<PrintJob> {
  if (asked.codes.length === 0) return { kind: 'nothing-asked' }
  const given = Object.entries({ dpi: asked.dpi, mm: asked.mm, paper: asked.paper }).filter(([, text]) => text !== '')
  const read = options.safeParse(Object.fromEntries(given))
  if (!read.success) return refuse(listBadOptions(read.error))
  if (asked.codes.length > MOST_PRINTED) return refuse([{ kind: 'too-many', count: asked.codes.length }])
  const { faults, found } = await readPieces(asked.codes, desk)
  if (faults.length > 0) return refuse(faults)

  const { dpi = DEFAULT_DPI, mm, paper = 'a6' } = read.data
  const encoded = await Promise.all(found.map(async (piece) => ({ piece, matrix: await encode(form, piece, desk) })))
  const size = chooseSize(form, encoded[0]?.matrix, dpi, mm)
  if ('kind' in size) return refuse([size])
  const { makers } = await desk.catalogue.read()
  const pieces = encoded.map(({ piece, matrix }) => {
    const { maker } = piece.certificate.subject
    const name = makers.find(({ slug }) => slug === maker)?.displayName ?? maker
    return { ...piece, maker: name, qr: outlineQr(matrix) }
  })
  return { kind: 'ready', pieces, size, paper }
}

function listBadOptions({ issues }: z.ZodError): PrintFault[] {
  const kinds = { dpi: 'bad-dpi', mm: 'bad-mm', paper: 'bad-paper' } as const
  const wrong = Object.entries(kinds).filter(([name]) => issues.some(({ path }) => path[0] === name))
  return wrong.map(([, kind]) => ({ kind }))
}

function refuse(faults: PrintFault[]): PrintJob {
  return { kind: 'refused', faults }
}

type Found = Pick<PrintedPiece, 'code' | 'certificate'>

/** Corrections are looked up with the codes themselves: they are offered only where they exist. */
async function readPieces(typed: string[], desk: Desk): Promise<{ faults: PrintFault[]; found: Found[] }> {
  const readings = typed.map((text) => ({ text, reading: readCode(text) }))
  const wanted = readings.flatMap(({ reading }) => {
    if (reading.kind === 'not-a-code') return []
    return [reading.kind === 'code' ? reading.code : reading.suggestion]
  })
  const records = new Map((await desk.store.findCertificates(wanted)).map((record) => [record.code, record]))
  const { keys: trust } = await desk.keyring.refresh()
  const now = formatInstant(desk.now().getTime())
  const outcomes = new Map<string, PrintFault | Found>()
  for (const { text, reading } of readings) {
    if (reading.kind === 'code') outcomes.set(reading.code, await judge(reading.code, records, trust, now))
    else if (reading.kind === 'typo' && records.has(reading.suggestion))
      outcomes.set(text, { kind: 'mistyped', typed: text, suggestion: reading.suggestion })
    else outcomes.set(text, { kind: 'not-a-code', typed: text })
  }
  const all = [...outcomes.values()]
  return {
    faults: all.filter((one): one is PrintFault => 'kind' in one),
    found: all.filter((one): one is Found => !('kind' in one)),
  }
}

/** Only a valid verdict is printed: whatever else there may be, a tag of it would claim too much. */
async function judge(
  code: Code,
  records: Map<Code, StoredCertificate>,
  trust: Trust,
  now: string,
): Promise<PrintFault | Found> {
  const record = records.get(code)
  if (!record) return { kind: 'unknown', code }
  const { verdict, certificate } = await verifyCertificate(code, { kind: 'found', record }, trust, now)
  if (verdict === 'valid' && certificate?.kind === 'piece') return { code, certificate }
  if (verdict === 'valid') return { kind: 'not-a-piece', code }
  if (verdict === 'altered') alertOperator(code)
  return { kind: verdict === 'revoked' ? 'withdrawn' : verdict === 'altered' ? 'altered' : 'not-current', code }
}

function alertOperator(code: Code): void {
  console.error(JSON.stringify({ alert: 'record-altered', code, asked: 'print' }))
}

async function encode(form: QrForm, { code, certificate }: Found, desk: Desk): Promise<QrMatrix> {
  return form === 'card' ? encodeCard(code, certificate.issuedAt, desk) : encodeTag(desk.origin, code)
}

/** All codes of a form and an origin are equally long, so one matrix speaks for all. */
function chooseSize(form: QrForm, matrix: QrMatrix | undefined, dpi: number, asked?: number): PrintSize | PrintFault {
  if (!matrix) throw new Error('bad job: codes were asked for, and none was found or refused')
  const least = leastMm(form, matrix, dpi)
  if (asked !== undefined && asked < least) return { kind: 'too-small', dpi, mm: asked, least }
  const widest = WIDEST_MM[form]
  const widths = asked === undefined ? CHOSEN_MM[form] : [asked]
  const fits = widths.map((wanted) => fitWidthMm(matrix.size, wanted, dpi))
  const size = fits.find(({ mm }) => mm <= widest)
  return size ? { dpi, ...size } : { kind: 'too-wide', dpi, mm: Math.min(...fits.map(({ mm }) => mm)), widest }
}
