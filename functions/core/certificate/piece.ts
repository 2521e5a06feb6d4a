/**
 * What the maker states about one piece: the subject of an `AsliPieceCertificate`. Everything here is signed, and
 * nothing else stands on a page under "the maker states".
 *
 * Lists hold ids of the catalogue's vocabulary. Dates are calendar dates (YYYY-MM-DD) in Indonesia. Lengths are
 * integers in millimeters, masses in grams.
 */
import type { JsonValue } from '../canonical-json.ts'
import { type Exclusivity, exclusivities, isEditionOf } from '../log/leaf.ts'
import { fail, type Result, succeed } from '../result.ts'
import { type Code, parseCode } from './code.ts'
import {
  date,
  flag,
  instant,
  integer,
  iri,
  list,
  optional,
  percentage,
  record,
  type Shape,
  ShapeError,
  text,
  textOneOf,
} from './shape.ts'

export interface Design {
  id: string
  name: string
  exclusivity: Exclusivity
}

export interface Mark {
  /** Where on the piece to look. */
  where: string
  text: string
  /** SHA-256 of the photo, lower-case hex. */
  photo?: string
}

export interface ProcessStep {
  step: string
  /** A role, never a name. */
  actor?: string
  date: string
  precision: 'day' | 'month' | 'year'
}

export interface Piece {
  id: string
  type: 'Piece'
  code: Code
  /** 16 random bytes, base64url: nobody can guess a credential from its facts and compare the digest. */
  nonce: string
  maker: string
  designer?: { displayName: string }
  product: string
  productName: { en: string; id: string }
  design: Design
  /** Which piece of how many: 1 of 1 where the design is exclusive, 0 of 0 where it is an open series. */
  edition: { number: number; size: number }
  techniques: string[]
  motifs: string[]
  dyes: string[]
  materials: { fibre: string; pct: number }[]
  place: { regency: string; district?: string }
  madeOn: string
  soldOn: string
  dimensions?: { lengthMm: number; widthMm: number; heightMm?: number }
  marks: Mark[]
  photos: { sha256: string; takenAt: string }[]
  process: ProcessStep[]
  /**
   * `private`: made for one customer; `commitment` binds the sealed name, which only the customer can open (made-for.ts).
   * `none`: made for stock.
   */
  madeFor: { mode: 'none' | 'private'; commitment?: string }
  demo: boolean
}

/** An edition of more is a series. */
export const MOST_PIECES = 9999

const sha256Hex = text({ pattern: /^[0-9a-f]{64}$/ })
/** SHA-256 in base64url. */
const digest = text({ pattern: /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/ })
const slug = text({ pattern: /^[a-z0-9-]{1,60}$/ })
const line = text({ max: 300 })

/** The closed shape of a piece: an unknown member is refused, since nobody could tell a reader what it claims. */
const pieceShape: Shape<Omit<Piece, 'code'> & { code: string }> = record({
  id: iri,
  type: textOneOf(['Piece']),
  code: text({ max: 12 }),
  nonce: text({ pattern: /^[A-Za-z0-9_-]{21}[AQgw]$/ }),
  maker: slug,
  designer: optional(record({ displayName: line })),
  product: slug,
  productName: record({ en: line, id: line }),
  design: record({ id: slug, name: line, exclusivity: textOneOf(exclusivities) }),
  edition: record({ number: integer(0, MOST_PIECES), size: integer(0, MOST_PIECES) }),
  techniques: list(slug, 24),
  motifs: list(slug, 24),
  dyes: list(slug, 24),
  materials: list(record({ fibre: line, pct: percentage }), 24),
  place: record({ regency: text({ pattern: /^\d{2}\.\d{2}$/ }), district: optional(line) }),
  madeOn: date,
  soldOn: date,
  dimensions: optional(
    record({ lengthMm: integer(1, 100_000), widthMm: integer(1, 100_000), heightMm: optional(integer(1, 100_000)) }),
  ),
  marks: list(record({ where: line, text: line, photo: optional(sha256Hex) }), 3),
  photos: list(record({ sha256: sha256Hex, takenAt: instant }), 12),
  process: list(
    record({ step: slug, actor: optional(slug), date, precision: textOneOf(['day', 'month', 'year']) }),
    24,
  ),
  madeFor: record({ mode: textOneOf(['none', 'private']), commitment: optional(digest) }),
  demo: flag,
})

/** The piece in a parsed credential, or the path of the first member that does not fit. */
export function parsePiece(value: JsonValue): Result<Piece, string> {
  try {
    const piece = pieceShape(value, 'credentialSubject')
    const code = parseCode(piece.code)
    if (!code) return fail('credentialSubject.code')
    const { mode, commitment } = piece.madeFor
    if (mode === 'none' && commitment !== undefined) return fail('credentialSubject.madeFor')
    const { number, size } = piece.edition
    return isEditionOf(piece.design.exclusivity, [number, size])
      ? succeed({ ...piece, code })
      : fail('credentialSubject.edition')
  } catch (error) {
    if (error instanceof ShapeError) return fail(error.path)
    throw error
  }
}
