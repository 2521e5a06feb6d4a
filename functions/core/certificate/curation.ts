/**
 * What the catalogue's operator states about a product: the subject of an `AsliCurationCertificate`, made from a
 * published curation. It is about the product that was examined, never about one piece of it.
 */
import type { JsonValue } from '../canonical-json.ts'
import { fail, type Result, succeed } from '../result.ts'
import { type Code, parseCode } from './code.ts'
import { date, flag, iri, list, points, record, type Shape, ShapeError, text, textOneOf } from './shape.ts'

export interface Curation {
  id: string
  type: 'Curation'
  code: Code
  /** 16 random bytes, base64url. */
  nonce: string
  maker: string
  product: string
  productName: { en: string; id: string }
  /** The record in the catalogue, CUR-2026-0001. */
  record: string
  /** `id@version`. */
  rubric: string
  /** Ids, never names: a signed name could not be erased. */
  curators: string[]
  /** Means of the curators' points, 0 to 100 in all. */
  total: number
  criteria: { product: number; packaging: number; qa: number; legality: number; export: number; capacity: number }
  grade: 'A' | 'B'
  decidedOn: string
  /** The last day on which it holds. */
  expiresOn: string
  demo: boolean
}

const slug = text({ pattern: /^[a-z0-9-]{1,60}$/ })
const line = text({ max: 300 })

const curationShape: Shape<Omit<Curation, 'code'> & { code: string }> = record({
  id: iri,
  type: textOneOf(['Curation']),
  code: text({ max: 12 }),
  nonce: text({ pattern: /^[A-Za-z0-9_-]{21}[AQgw]$/ }),
  maker: slug,
  product: slug,
  productName: record({ en: line, id: line }),
  record: text({ pattern: /^CUR-\d{4}-\d{4}$/ }),
  rubric: text({ pattern: /^[a-z0-9-]+@\d+$/ }),
  curators: list(text({ max: 60, pattern: /^KUR-[A-Z0-9-]+$/ }), 3),
  total: points,
  criteria: record({
    product: points,
    packaging: points,
    qa: points,
    legality: points,
    export: points,
    capacity: points,
  }),
  grade: textOneOf(['A', 'B']),
  decidedOn: date,
  expiresOn: date,
  demo: flag,
})

/** The curation in a parsed credential, or the path of the first member that does not fit. */
export function parseCuration(value: JsonValue): Result<Curation, string> {
  try {
    const curation = curationShape(value, 'credentialSubject')
    const code = parseCode(curation.code)
    if (!code) return fail('credentialSubject.code')
    const { curators } = curation
    if (curators.length < 2 || new Set(curators).size < curators.length) return fail('credentialSubject.curators')
    if (curation.expiresOn < curation.decidedOn) return fail('credentialSubject.expiresOn')
    return succeed({ ...curation, code })
  } catch (error) {
    if (error instanceof ShapeError) return fail(error.path)
    throw error
  }
}

/** The last second of the last day on which it holds, at UTC+9: nowhere in Indonesia is the next day earlier. */
export function endOf({ expiresOn }: Pick<Curation, 'expiresOn'>): string {
  return `${expiresOn}T14:59:59Z`
}
