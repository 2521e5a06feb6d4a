/** Builders for tests of certificates: one fixed key, one piece, one curation, and what the store would hold of them. */
import { canonicalize, type JsonObject, type JsonValue } from '#core/canonical-json.ts'
import { makeCode } from '#core/certificate/code.ts'
import { pieceContext } from '#core/certificate/context.ts'
import { buildCredential, parseCredential } from '#core/certificate/credential.ts'
import type { Curation } from '#core/certificate/curation.ts'
import { importSigner, importVerifier } from '#core/certificate/keys.ts'
import { formatAct, formatIssued } from '#core/certificate/leaves.ts'
import type { Piece } from '#core/certificate/piece.ts'
import { pieceRequestOn } from '#core/certificate/piece-request.ts'
import { makeProof } from '#core/certificate/proof.ts'
import { type ActType, reasonsOf } from '#core/certificate/reasons.ts'
import { type Actor, type CertificateEvent, readLeaf } from '#core/certificate/status.ts'
import type { StoredCertificate } from '#core/certificate/verify.ts'
import { beginLife, continueLife, type Life, type Status, statusOf } from '#core/log/life.ts'

export const ORIGIN = 'https://asli.example'
export const NOW = '2026-11-23T00:00:00Z'
export const ISSUED_AT = '2026-11-22T03:04:05Z'
export const CODE = makeCode(Uint8Array.of(1, 2, 3, 4, 5, 6, 7))
export const OTHER_CODE = makeCode(Uint8Array.of(7, 6, 5, 4, 3, 2, 1))
/** In the status lists: place 94,567 of the first. */
export const SLOT = 94_567
/** Of a sealed name: SHA-256 in base64url. */
export const COMMITMENT = 'g1ZwSQUxDGKlfVNH6VnqvHRNjSQQmoHb6pqgtPc0bdo'
export const MAKER: Actor = { role: 'maker', maker: 'batik-sekar-demo' }
export const OTHER_MAKER: Actor = { role: 'maker', maker: 'other' }
export const CURATOR: Actor = { role: 'curator' }

/** An Ed25519 secret of 32 bytes in hexadecimal as PKCS #8 in base64url (RFC 8410 §7). */
export function writePrivateKey(secret: string): string {
  return Buffer.from(`302e020100300506032b657004220420${secret}`, 'hex').toString('base64url')
}

/** Two keys that everybody knows: the secrets of RFC 8032 §7.1, tests 1 and 2. */
export const registrySigner = await importSigner(
  writePrivateKey('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'),
)
export const strangeSigner = await importSigner(
  writePrivateKey('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb'),
)
export const trust = { origin: ORIGIN, verifiers: [await importVerifier(registrySigner.publicKey)] }

/** A piece with every optional member, and text that is not ASCII. */
export function makePiece(changes: Partial<Piece> = {}): Omit<Piece, 'id' | 'type'> {
  return {
    code: CODE,
    nonce: 'AAECAwQFBgcICQoLDA0ODw',
    maker: 'batik-sekar-demo',
    designer: { displayName: 'Demo Wulan “Sari”' },
    product: 'batik-tulis-manggur',
    productName: { en: 'Hand-drawn batik “Manggur”', id: 'Batik tulis manggur 染' },
    design: { id: 'manggur-anggur-01', name: 'Manggur Anggur 🍇', exclusivity: 'exclusive' },
    edition: { number: 1, size: 1 },
    techniques: ['batik-tulis'],
    motifs: ['manggur'],
    dyes: ['indigo', 'tawas'],
    materials: [{ fibre: 'cotton', pct: 100 }],
    place: { regency: '35.13', district: 'Kanigaran' },
    madeOn: '2026-11-20',
    soldOn: '2026-11-21',
    dimensions: { lengthMm: 2400, widthMm: 1100, heightMm: 1 },
    marks: [{ where: 'top left', text: 'a drip of wax', photo: 'a'.repeat(64) }],
    photos: [{ sha256: 'b'.repeat(64), takenAt: '2026-11-20T03:00:00Z' }],
    process: [{ step: 'nyanting', actor: 'wax-drawer', date: '2026-11-18', precision: 'day' }],
    madeFor: { mode: 'private' },
    demo: true,
    ...changes,
  }
}

/** An examination by two curators, with points in tenths. */
export function makeCuration(changes: Partial<Curation> = {}): Omit<Curation, 'id' | 'type'> {
  return {
    code: CODE,
    nonce: 'AAECAwQFBgcICQoLDA0ODw',
    maker: 'batik-sekar-demo',
    product: 'batik-tulis-manggur',
    productName: { en: 'Hand-drawn batik “Manggur”', id: 'Batik tulis manggur 染' },
    record: 'CUR-2026-0001',
    rubric: 'export-v1@1',
    curators: ['KUR-DEMO-01', 'KUR-DEMO-02'],
    total: 84.5,
    criteria: { product: 24.5, packaging: 12, qa: 15, legality: 13, export: 11, capacity: 9 },
    grade: 'B',
    decidedOn: '2026-11-20',
    expiresOn: '2027-11-20',
    demo: true,
    ...changes,
  }
}

/** The credential of a piece as issuing signs it; `signer` and `origin` may be others' than ours. */
export function sign(subject = makePiece(), { signer = registrySigner, origin = ORIGIN } = {}): Promise<JsonObject> {
  return signDocument(buildCredential(origin, { kind: 'piece', subject }, ISSUED_AT, SLOT), signer)
}

/** The credential of a curation as issuing signs it. */
export function signCuration(
  subject = makeCuration(),
  { signer = registrySigner, origin = ORIGIN } = {},
): Promise<JsonObject> {
  return signDocument(buildCredential(origin, { kind: 'curation', subject }, ISSUED_AT, SLOT), signer)
}

/** The DID URL of this key, as the document's issuer names it. */
const methodOf = ({ issuer }: JsonObject, { kid } = registrySigner) => `${String(issuer)}#${kid}`
const IDS: [string, string] = [
  'urn:uuid:00010203-0405-4607-8809-0a0b0c0d0e0f',
  'urn:uuid:10111213-1415-4617-9819-1a1b1c1d1e1f',
]

/**
 * Signs any document, whatever it says. What is no document of ours has no N-Quads of ours, and so no second proof that
 * could hold: it gets the one of another document.
 */
export async function signDocument(
  document: JsonObject,
  signer = registrySigner,
  verificationMethod = methodOf(document, signer),
): Promise<JsonObject> {
  const options = { created: ISSUED_AT, verificationMethod }
  const [id, second] = IDS
  const jcs = await makeProof(document, signer, 'eddsa-jcs-2022', { ...options, id })
  const rdfc = await makeProof(document, signer, 'eddsa-rdfc-2022', { ...options, id: second }).catch(standIn)
  return { ...document, proof: [jcs, { ...rdfc, id: second, created: ISSUED_AT, verificationMethod }] }
}

async function standIn(error: unknown) {
  if (!(error instanceof RangeError)) throw error
  const options = { id: IDS[1], created: ISSUED_AT, verificationMethod: 'urn:x' }
  return makeProof({ '@context': pieceContext, id: 'urn:x' }, registrySigner, 'eddsa-rdfc-2022', options)
}

/** Signs a document as the first version did: with one proof, which is no set. */
export async function signOnce(document: JsonObject, signer = registrySigner): Promise<JsonObject> {
  const options = { id: IDS[0], created: ISSUED_AT, verificationMethod: methodOf(document, signer) }
  return { ...document, proof: await makeProof(document, signer, 'eddsa-jcs-2022', options) }
}

/** The credential of a piece as the first version issued it: without `credentialStatus`, and with one proof. */
export function signFirst(subject = makePiece()): Promise<JsonObject> {
  const { credentialStatus: _, ...built } = buildCredential(ORIGIN, { kind: 'piece', subject }, ISSUED_AT, SLOT)
  return signOnce(built)
}

export function issued(document: JsonObject, changes: Partial<CertificateEvent> = {}): CertificateEvent {
  const credential = parseCredential(canonicalize(document))
  const leaf = credential.ok ? formatIssued(credential.value) : 'of a document that is none'
  const actor = credential.ok && credential.value.kind === 'curation' ? CURATOR : MAKER
  return { index: 4, previous: null, leaf, actor, ...changes }
}

export function revoked(document: JsonObject, changes: Partial<CertificateEvent> = {}): CertificateEvent {
  const issue = readLeaf(issued(document).leaf)
  const act = { type: 'revoked', prev: 4, reason: 'returned', ts: '2026-11-22T10:00:00Z' } as const
  return { index: 9, previous: 4, leaf: issue ? formatAct(issue, act) : '', actor: CURATOR, ...changes }
}

/**
 * The document's issue at index 4 and what followed, one act an hour from 10 o'clock on, at the indexes 9, 14, 19 …,
 * each with the first reason that its type may give.
 */
export function history(document: JsonObject, ...acts: [ActType, Actor?][]): CertificateEvent[] {
  const first = issued(document)
  const issue = readLeaf(first.leaf)
  const rest = acts.map(([type, actor = CURATOR], at) => {
    const prev = 4 + 5 * at
    const act = { type, prev, reason: reasonsOf[type][0], ts: `2026-11-22T${10 + at}:00:00Z` }
    return { index: prev + 5, previous: prev, leaf: issue ? formatAct(issue, act) : '', actor }
  })
  return [first, ...rest]
}

/** The event with members of its leaf exchanged, or taken out where undefined. */
export function relabel(event: CertificateEvent, changes: Record<string, JsonValue | undefined>): CertificateEvent {
  const leaf = JSON.parse(JSON.stringify({ ...(JSON.parse(event.leaf) as JsonObject), ...changes })) as JsonObject
  return { ...event, leaf: canonicalize(leaf) }
}

/** What the store holds of a signed document, whose events agree with it. */
export function store(document: JsonObject, changes: Partial<StoredCertificate> = {}): StoredCertificate {
  return { code: CODE, credential: canonicalize(document), status: 'valid', events: [issued(document)], ...changes }
}

/** The request's schema on a day of 2026. */
export const requestSchema = pieceRequestOn('2026-11-22')

/** A request that says all it can. */
export const wholeRequest = {
  kind: 'piece',
  product: 'batik-tulis-manggur',
  design: { id: 'manggur-anggur-01', name: 'Manggur Anggur', exclusivity: 'exclusive' },
  madeOn: '2026-11-20',
  soldOn: '2026-11-21',
  madeFor: { mode: 'none' },
  dimensions: { lengthMm: 2400, widthMm: 1100 },
  techniques: ['batik-tulis'],
  motifs: ['manggur'],
  dyes: ['indigo'],
  marks: [{ where: 'top left', text: 'a drip' }],
  photos: [{ sha256: 'a'.repeat(64), takenAt: '2026-11-20T03:00:00Z' }],
  process: [{ step: 'nyanting', date: '2026-11-18' }],
}
const { kind, product, design, madeOn, soldOn } = wholeRequest

/** A request that says no more than it must. */
export const leastRequest = { kind, product, design, madeOn, soldOn }

/** The whole request with `value` at a path such as `marks.0.text`. */
export function withValue(path: string, value: unknown): unknown {
  const request: unknown = structuredClone(wholeRequest)
  const names = path.split('.')
  const last = names.pop() ?? ''
  const parent = names.reduce((object, name) => (object as Record<string, unknown>)[name], request)
  Object.assign(parent as object, { [last]: value })
  return request
}

/** What is refused, as `path: message`. */
export function refusals(request: unknown): string[] {
  const read = requestSchema.safeParse(request)
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

/** The status after these acts, which may follow one another. */
export function statusAfter(types: ActType[]): Status {
  const life = types.reduce<Life<string> | null>(
    (before, type) => before && continueLife(before, type, type),
    beginLife(),
  )
  if (!life) throw new Error(`bad history: ${types.join(', ')} cannot follow one another`)
  return statusOf(life).status
}
