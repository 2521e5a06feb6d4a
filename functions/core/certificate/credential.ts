/**
 * The certificate as a W3C Verifiable Credential 2.0.
 *
 *     { "@context": ["https://www.w3.org/ns/credentials/v2", {…}],
 *       "id": "https://HOST/v/Y7HD7H5NMT3V", "type": ["VerifiableCredential", "AsliPieceCertificate"],
 *       "issuer": "did:web:HOST:makers:SLUG", "validFrom": "2026-11-22T03:04:05Z",
 *       "credentialSubject": { "id": "https://HOST/v/Y7HD7H5NMT3V#piece", "type": "Piece", "code": …, … },
 *       "proof": { "type": "DataIntegrityProof", "cryptosuite": "eddsa-jcs-2022", … } }
 *
 * Closed world: another context, type, member or proof than these is refused. The second context is inline, so that
 * nobody has to fetch anything; every node has an id; ordered and nested values are JSON literals.
 */
import { canonicalize, type JsonObject, type JsonValue } from '../canonical-json.ts'
import { fail, type Result, succeed } from '../result.ts'
import type { Code } from './code.ts'
import { type Piece, parsePiece, writePiece } from './piece.ts'
import { instant, record, ShapeError, text, textOneOf } from './shape.ts'

const VOCABULARY = 'urn:asli:v1#'
const XSD_DATE = 'http://www.w3.org/2001/XMLSchema#date'

const plainTerms = ['code', 'nonce', 'maker', 'product', 'demo'] as const
const dateTerms = ['madeOn', 'soldOn'] as const
const literalTerms = [
  ...['designer', 'productName', 'design', 'edition', 'techniques', 'motifs', 'dyes', 'materials', 'place'],
  ...['dimensions', 'marks', 'photos', 'process', 'madeFor'],
] as const

/** The credential's `@context`, compared for equality when a credential is read. */
export const credentialContext: JsonValue[] = [
  'https://www.w3.org/ns/credentials/v2',
  {
    AsliPieceCertificate: `${VOCABULARY}AsliPieceCertificate`,
    Piece: `${VOCABULARY}Piece`,
    ...Object.fromEntries(plainTerms.map((term) => [term, VOCABULARY + term])),
    ...Object.fromEntries(dateTerms.map((term) => [term, { '@id': VOCABULARY + term, '@type': XSD_DATE }])),
    ...Object.fromEntries(literalTerms.map((term) => [term, { '@id': VOCABULARY + term, '@type': '@json' }])),
  },
]

/** A credential that was read and fits; whether its proof holds is another check. */
export interface Credential {
  id: string
  issuer: string
  validFrom: string
  piece: Piece
  /** `did:web:…#kid` of the proof. */
  verificationMethod: string
  /** The document as it was signed. */
  document: JsonObject
}

/** `did:web` of a maker at this registry's origin; a port is percent-encoded (did:web §2.1). */
export function makerDid(origin: string, maker: string): string {
  return `did:web:${encodeURIComponent(new URL(origin).host)}:makers:${maker}`
}

/** The certificate's address for readers, which is also the credential's id. */
export function certificateUrl(origin: string, code: Code): string {
  return `${origin}/v/${code}`
}

/** The credential without its proof. */
export function buildCredential(origin: string, piece: Omit<Piece, 'id' | 'type'>, validFrom: string) {
  const id = certificateUrl(origin, piece.code)
  return {
    '@context': credentialContext,
    id,
    type: ['VerifiableCredential', 'AsliPieceCertificate'],
    issuer: makerDid(origin, piece.maker),
    validFrom,
    credentialSubject: writePiece({ ...piece, id: `${id}#piece`, type: 'Piece' }),
  } satisfies JsonObject
}

const proofShape = record({
  type: textOneOf(['DataIntegrityProof']),
  id: text({ pattern: /^urn:uuid:[0-9a-f-]{36}$/ }),
  cryptosuite: textOneOf(['eddsa-jcs-2022']),
  created: instant,
  verificationMethod: text(),
  proofPurpose: textOneOf(['assertionMethod']),
  '@context': sameContext,
  proofValue: text({ pattern: /^z[1-9A-HJ-NP-Za-km-z]{64,90}$/ }),
})

const credentialShape = record({
  '@context': sameContext,
  id: text(),
  type: (value, path) => sameJson(value, ['VerifiableCredential', 'AsliPieceCertificate'], path),
  issuer: text(),
  validFrom: instant,
  credentialSubject: (value) => value ?? null,
  proof: proofShape,
})

function sameContext(value: JsonValue | undefined, path: string): JsonValue {
  return sameJson(value, credentialContext, path)
}

function sameJson(value: JsonValue | undefined, expected: JsonValue, path: string): JsonValue {
  if (value === undefined || canonicalize(value) !== canonicalize(expected)) throw new ShapeError(path)
  return value
}

/** Reads the stored text, which must be the canonical one; the error is the path of what does not fit. */
export function parseCredential(stored: string): Result<Credential, string> {
  const document = readCanonical(stored)
  if (document === null) return fail('the stored text')
  try {
    const read = credentialShape(document, 'credential')
    const piece = parsePiece(read.credentialSubject)
    if (!piece.ok) return piece
    if (read.proof.created !== read.validFrom) return fail('credential.proof.created')
    const { id, issuer, validFrom } = read
    const { verificationMethod } = read.proof
    return succeed({ id, issuer, validFrom, piece: piece.value, verificationMethod, document: document as JsonObject })
  } catch (error) {
    if (error instanceof ShapeError) return fail(error.path)
    throw error
  }
}

/** A text that does not canonicalize to itself was touched after it was stored, even where no value changed. */
function readCanonical(stored: string): JsonValue | null {
  try {
    const document = JSON.parse(stored) as JsonValue
    return canonicalize(document) === stored ? document : null
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return null
    throw error
  }
}
