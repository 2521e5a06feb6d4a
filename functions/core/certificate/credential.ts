/**
 * The certificate as a W3C Verifiable Credential 2.0.
 *
 *     { "@context": ["https://www.w3.org/ns/credentials/v2", {…}],
 *       "id": "https://HOST/v/Y7HD7H5NMT3V", "type": ["VerifiableCredential", "AsliPieceCertificate"],
 *       "issuer": "did:web:HOST:makers:SLUG", "validFrom": "2026-11-22T03:04:05Z",
 *       "credentialSubject": { "id": "https://HOST/v/Y7HD7H5NMT3V#piece", "type": "Piece", "code": …, … },
 *       "proof": { "type": "DataIntegrityProof", "cryptosuite": "eddsa-jcs-2022", … } }
 *
 * A curation is an `AsliCurationCertificate` of the registry itself (`did:web:HOST`), with a `validUntil`.
 * Closed world: another context, type, member or proof than these is refused; every node has an id.
 */
import { canonicalize, type JsonObject, type JsonValue } from '../canonical-json.ts'
import { fail, type Result, succeed } from '../result.ts'
import type { Code } from './code.ts'
import { curationContext, pieceContext } from './context.ts'
import { type Curation, endOf, parseCuration } from './curation.ts'
import { type Piece, parsePiece } from './piece.ts'
import { digestBody } from './proof.ts'
import { instant, optional, record, type Shape, ShapeError, text, textOneOf } from './shape.ts'

/** A credential that was read and fits; whether its proof holds is another check. */
export type Credential = Envelope & Subject
export type Subject = { kind: 'piece'; subject: Piece } | { kind: 'curation'; subject: Curation }

interface Envelope {
  id: string
  issuer: string
  validFrom: string
  /** The last second on which it holds; a piece has none. */
  validUntil?: string
  /** `did:web:…#kid` of the proof. */
  verificationMethod: string
  /** digestBody of the document, which the log speaks of. */
  body: string
  /** The document as it was signed. */
  document: JsonObject
}

/** What is signed before it has an address. */
export type Draft =
  | { kind: 'piece'; subject: Omit<Piece, 'id' | 'type'> }
  | { kind: 'curation'; subject: Omit<Curation, 'id' | 'type'> }

/** `did:web` of the registry at this origin; a port is percent-encoded (did:web §2.1). */
export function registryDid(origin: string): string {
  return `did:web:${encodeURIComponent(new URL(origin).host)}`
}

/** `did:web` of a maker at this registry's origin. */
export function makerDid(origin: string, maker: string): string {
  return `${registryDid(origin)}:makers:${maker}`
}

/** Whose statement it is: a piece's maker's, and of a curation the catalogue's operator's. */
export function issuerOf(origin: string, { kind, subject }: Draft | Subject): string {
  return kind === 'piece' ? makerDid(origin, subject.maker) : registryDid(origin)
}

/** The certificate's address for readers, which is also the credential's id. */
export function certificateUrl(origin: string, code: Code): string {
  return `${origin}/v/${code}`
}

/** The credential without its proof, its members in canonical order, so that writing it canonically costs least. */
export function buildCredential(origin: string, draft: Draft, validFrom: string) {
  const { kind, subject } = draft
  const id = certificateUrl(origin, subject.code)
  return {
    '@context': contexts[kind],
    credentialSubject: writeSubject({ ...subject, id: `${id}#${kind}`, type: kind === 'piece' ? 'Piece' : 'Curation' }),
    id,
    issuer: issuerOf(origin, draft),
    type: [...types[kind]],
    validFrom,
    ...(kind === 'curation' ? { validUntil: endOf(subject) } : {}),
  } satisfies JsonObject
}

/** Plain JSON: members that are absent are left out. */
function writeSubject(subject: object): JsonObject {
  return JSON.parse(canonicalize(JSON.parse(JSON.stringify(subject)) as JsonObject)) as JsonObject
}

const contexts = { piece: pieceContext, curation: curationContext }
const types = {
  piece: ['VerifiableCredential', 'AsliPieceCertificate'],
  curation: ['VerifiableCredential', 'AsliCurationCertificate'],
} as const

const shapes = { piece: shapeOf('piece'), curation: shapeOf('curation') }

function shapeOf(kind: Subject['kind']) {
  const context = exactly(contexts[kind])
  return record({
    '@context': context,
    id: text(),
    type: exactly([...types[kind]]),
    issuer: text(),
    validFrom: instant,
    validUntil: optional(instant),
    credentialSubject: (value) => value ?? null,
    proof: record({
      type: textOneOf(['DataIntegrityProof']),
      id: text({ pattern: /^urn:uuid:[0-9a-f-]{36}$/ }),
      cryptosuite: textOneOf(['eddsa-jcs-2022']),
      created: instant,
      verificationMethod: text(),
      proofPurpose: textOneOf(['assertionMethod']),
      '@context': context,
      proofValue: text({ pattern: /^z[1-9A-HJ-NP-Za-km-z]{64,90}$/ }),
    }),
  })
}

function exactly(expected: JsonValue): Shape<JsonValue> {
  const canonical = canonicalize(expected)
  return (value, path) => {
    if (value === undefined || canonicalize(value) !== canonical) throw new ShapeError(path)
    return value
  }
}

/** Reads the stored text, which must be the canonical one; the error is the path of what does not fit. */
export function parseCredential(stored: string): Result<Credential, string> {
  const document = readCanonical(stored)
  if (document === null) return fail('the stored text')
  const kind = kindOf(document)
  try {
    const { id, issuer, validFrom, validUntil, credentialSubject, proof } = shapes[kind](document, 'credential')
    const subject = parseSubject(kind, credentialSubject)
    if (!subject.ok) return subject
    if (proof.created !== validFrom) return fail('credential.proof.created')
    if (validUntil !== endOfSubject(subject.value)) return fail('credential.validUntil')
    const { verificationMethod } = proof
    const until = validUntil === undefined ? {} : { validUntil }
    const body = digestBody(document as JsonObject)
    const envelope = { id, issuer, validFrom, ...until, verificationMethod, body, document: document as JsonObject }
    return succeed({ ...envelope, ...subject.value })
  } catch (error) {
    if (error instanceof ShapeError) return fail(error.path)
    throw error
  }
}

/** What is neither kind is read as a piece, and refused as one. */
function kindOf(document: JsonValue): Subject['kind'] {
  const type = typeof document === 'object' && document !== null && !Array.isArray(document) && document.type
  return Array.isArray(type) && type[1] === types.curation[1] ? 'curation' : 'piece'
}

/** The subject as it will be read back, or the path of what does not fit. */
export function parseSubject(kind: Subject['kind'], value: JsonValue): Result<Subject, string> {
  if (kind === 'piece') {
    const piece = parsePiece(value)
    return piece.ok ? succeed({ kind, subject: piece.value }) : piece
  }
  const curation = parseCuration(value)
  return curation.ok ? succeed({ kind, subject: curation.value }) : curation
}

function endOfSubject({ kind, subject }: Subject): string | undefined {
  return kind === 'curation' ? endOf(subject) : undefined
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
