/**
 * The certificate as a W3C Verifiable Credential 2.0.
 *
 *     { "@context": ["https://www.w3.org/ns/credentials/v2", {…}],
 *       "id": "https://HOST/v/Y7HD7H5NMT3V", "type": ["VerifiableCredential", "AsliPieceCertificate"],
 *       "issuer": "did:web:HOST:makers:SLUG", "validFrom": "2026-11-22T03:04:05Z",
 *       "credentialSubject": { "id": "https://HOST/v/Y7HD7H5NMT3V#piece", "type": "Piece", "code": …, … },
 *       "credentialStatus": [ … ],                                           see status-list.ts
 *       "proof": [ { "type": "DataIntegrityProof", "cryptosuite": "eddsa-jcs-2022", … },
 *                  { "type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022", … } ] }
 *
 * A curation is an `AsliCurationCertificate` of the registry itself (`did:web:HOST`), with a `validUntil`.
 * Closed world: another context, type, member or proof than these is refused; every node has an id. The first version
 * had neither status nor second proof: its certificates are read for ever. The status is signed, so that nobody can make
 * one out of the other.
 */
import {
  canonicalize,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  writeMembers,
  writeObject,
} from '../canonical-json.ts'
import { fail, type Result, succeed } from '../result.ts'
import type { Code } from './code.ts'
import { CREDENTIALS_CONTEXT, curationContext, pieceContext } from './context.ts'
import { type Curation, endOf, parseCuration } from './curation.ts'
import { type Piece, parsePiece } from './piece.ts'
import { digestText } from './proof.ts'
import { proofShapes } from './proof-shape.ts'
import { exactly, instant, iri, list, optional, record, ShapeError, text, textOneOf } from './shape.ts'
import { encodeList, LIST_LENGTH, type StatusPurpose, statusListUrl, writeStatusEntries } from './status-list.ts'

/** A credential that was read and fits; whether its proof holds is another check. */
export type Credential = Envelope & Subject
export type Subject = { kind: 'piece'; subject: Piece } | { kind: 'curation'; subject: Curation }

interface Envelope {
  id: string
  issuer: string
  validFrom: string
  /** The last second on which it holds; a piece has none. */
  validUntil?: string
  /** `did:web:…#kid` of the proofs. */
  verificationMethod: string
  /** Its bit in the status lists; the first version's certificates have none. */
  slot?: number
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

/** The credential without its proofs, its members in canonical order, so that writing it canonically costs least. */
export function buildCredential(origin: string, draft: Draft, validFrom: string, slot: number) {
  const { kind, subject } = draft
  const id = certificateUrl(origin, subject.code)
  return {
    '@context': contexts[kind],
    credentialStatus: writeStatusEntries(origin, id, slot),
    credentialSubject: writeSubject({ ...subject, id: `${id}#${kind}`, type: kind === 'piece' ? 'Piece' : 'Curation' }),
    id,
    issuer: issuerOf(origin, draft),
    type: [...types[kind]],
    validFrom,
    ...(kind === 'curation' ? { validUntil: endOf(subject) } : {}),
  } satisfies JsonObject
}

/** A status list's own credential, without its proofs: a `BitstringStatusListCredential` of the registry. */
export async function buildStatusList(
  {
    origin,
    purpose,
    list,
    set,
    ttl,
  }: { origin: string; purpose: StatusPurpose; list: number; set: number[]; ttl: number },
  { validFrom, validUntil }: { validFrom: string; validUntil: string },
) {
  const id = statusListUrl(origin, purpose, list)
  const credentialSubject = {
    encodedList: await encodeList(set),
    id: `${id}#list`,
    statusPurpose: purpose,
    // Milliseconds for which a reader may keep it.
    ttl,
    type: 'BitstringStatusList',
  }
  return {
    '@context': [CREDENTIALS_CONTEXT],
    credentialSubject,
    id,
    issuer: registryDid(origin),
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    validFrom,
    validUntil,
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

const statusEntry = record({
  id: iri,
  type: textOneOf(['BitstringStatusListEntry']),
  statusPurpose: text({ max: 20 }),
  statusListIndex: text({ pattern: /^(0|[1-9]\d{0,5})$/ }),
  statusListCredential: text({ pattern: /^https?:\/\/[!#-;=?-[\]_a-z~]+\/(0|[1-9]\d{0,8})$/ }),
})

const shapes = { piece: shapeOf('piece'), curation: shapeOf('curation') }

function shapeOf(kind: Subject['kind']) {
  const context = exactly(contexts[kind])
  const { jcs, set } = proofShapes(context)
  return record({
    '@context': context,
    id: iri,
    type: exactly([...types[kind]]),
    issuer: iri,
    validFrom: instant,
    validUntil: optional(instant),
    credentialSubject: (value) => value ?? null,
    credentialStatus: optional(list(statusEntry, 3)),
    proof: (value, path) => (Array.isArray(value) ? set(value, path) : [jcs(value, path)]),
  })
}

/** Reads the stored text, which must be the canonical one; the error is the path of what does not fit. */
export function parseCredential(stored: string): Result<Credential, string> {
  const canonical = readCanonical(stored)
  if (canonical === null) return fail('the stored text')
  const { document, body } = canonical
  const kind = kindOf(document)
  try {
    const shape = shapes[kind](document, 'credential')
    const { id, issuer, validFrom, validUntil, credentialSubject, proof: proofs } = shape
    const subject = parseSubject(kind, credentialSubject)
    if (!subject.ok) return subject
    const { verificationMethod = '' } = proofs[0] ?? {}
    const alike = proofs.every(
      (proof) => proof.created === validFrom && proof.verificationMethod === verificationMethod,
    )
    if (!alike) return fail('credential.proof')
    if (validUntil !== endOfSubject(subject.value)) return fail('credential.validUntil')
    const slot = readSlot(document, id)
    if ((slot === undefined) !== (proofs.length === 1)) return fail('credential.credentialStatus')
    const open = { ...(validUntil === undefined ? {} : { validUntil }), ...(slot === undefined ? {} : { slot }) }
    // Of the same letters as the one that was read, and the object whose terms are known already.
    const read = { ...document, '@context': contexts[kind] }
    const envelope = { id, issuer, validFrom, ...open, verificationMethod, body, document: read }
    return succeed({ ...envelope, ...subject.value })
  } catch (error) {
    if (error instanceof ShapeError) return fail(error.path)
    throw error
  }
}

/** The slot in the first entry of `credentialStatus`, where all entries are exactly those of that slot. @throws ShapeError */
function readSlot({ credentialStatus }: JsonObject, id: string): number | undefined {
  if (credentialStatus === undefined) return undefined
  const [entry] = credentialStatus as { statusListIndex: string; statusListCredential: string }[]
  const list = Number(entry?.statusListCredential.split('/').at(-1))
  const slot = list * LIST_LENGTH + Number(entry?.statusListIndex)
  const origin = URL.canParse(id) ? new URL(id).origin : ''
  exactly(writeStatusEntries(origin, id, slot))(credentialStatus, 'credential.credentialStatus')
  return slot
}

/** What is neither kind is read as a piece, and refused as one. */
function kindOf({ type }: JsonObject): Subject['kind'] {
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

/**
 * The document and its digestBody, whose members' texts are written once for both. Null where the text does not
 * canonicalize to itself: it was touched after it was stored, even where no value changed.
 */
function readCanonical(stored: string): { document: JsonObject; body: string } | null {
  try {
    const document = JSON.parse(stored) as JsonValue
    if (!isJsonObject(document)) return null
    const members = writeMembers(document)
    if (writeObject(members) !== stored) return null
    members.delete('proof')
    return { document, body: digestText(writeObject(members)) }
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return null
    throw error
  }
}
