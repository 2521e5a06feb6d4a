/**
 * Answers that show how: a registry that does not exist, demo values, keys and signatures of zeros, and codes that are
 * given to nobody.
 */
import type { JsonValue } from '#core/canonical-json.ts'
import { type Code, formatCode, makeCode, parseCode } from '#core/certificate/code.ts'
import { CREDENTIALS_CONTEXT } from '#core/certificate/context.ts'
import { buildCredential, certificateUrl, type Draft, makerDid, registryDid } from '#core/certificate/credential.ts'
import { formatMultikey } from '#core/certificate/keys.ts'
import { listStatusLists } from '#core/certificate/status-list.ts'
import { checkNames } from '#core/certificate/verify.ts'
import { encodeBase64 } from '#core/log/base64.ts'
import { formatCheckpoint } from '#core/log/checkpoint.ts'
import { formatProof } from '#core/log/inclusion.ts'
import { logName } from '#core/log/log-name.ts'
import { formatVerifierKey } from '#core/log/note.ts'
import { makeToken, TOKEN_RANDOM_BYTES } from '#core/token.ts'
import { writeAddresses } from '../issue.ts'
import { DEMO_MAKER, DEMO_PRODUCT, leastPiece } from './examples.ts'

export const DEMO_ORIGIN = 'https://asli.example'
export const DEMO_CODE = parseCode('000000000000') as Code
const NEXT_CODE = makeCode(Uint8Array.of(0, 0, 0, 0, 0, 0, 64))
export const DEMO_TIME = '2026-11-22T03:04:05Z'
const DEMO_KID = 'A'.repeat(43)
export const DEMO_CID = 'A'.repeat(43)
const zeros = (length: number) => new Uint8Array(length)

const productName = {
  en: 'Hand-drawn batik cloth “Manggur”, natural dye',
  id: 'Kain batik tulis Manggur pewarna alam',
}

function draftOf(code: Code): Draft & { kind: 'piece' } {
  const { design, madeOn, soldOn } = leastPiece
  const subject = {
    code,
    nonce: 'A'.repeat(22),
    maker: DEMO_MAKER,
    product: DEMO_PRODUCT,
    productName,
    design: { ...design, exclusivity: 'exclusive' as const },
    edition: { number: 1, size: 1 },
    techniques: ['batik-tulis'],
    motifs: ['manggur'],
    dyes: ['mahoni', 'mangga', 'fix-tunjung'],
    materials: [{ fibre: 'cotton', pct: 100 }],
    place: { regency: '35.74' },
    madeOn,
    soldOn,
    dimensions: { lengthMm: 2400, widthMm: 1050 },
    marks: [{ where: 'lower left corner', text: 'a drip of wax the size of a rice grain' }],
    photos: [],
    process: [],
    madeFor: { mode: 'private' as const },
    demo: true,
  }
  return { kind: 'piece', subject }
}

export function writeCredential(code = DEMO_CODE) {
  const unsigned = buildCredential(DEMO_ORIGIN, draftOf(code), DEMO_TIME, 0)
  return { ...unsigned, proof: writeProofs(unsigned.issuer, unsigned['@context']) }
}

function writeProofs(issuer: string, context: JsonValue) {
  const proof = {
    type: 'DataIntegrityProof',
    created: DEMO_TIME,
    verificationMethod: `${issuer}#${DEMO_KID}`,
    proofPurpose: 'assertionMethod',
    proofValue: `z${'1'.repeat(64)}`,
  }
  const [jcs, rdfc] = ['0', '1'].map((last) => ({
    ...proof,
    id: `urn:uuid:00000000-0000-4000-8000-00000000000${last}`,
  }))
  return [
    { ...jcs, cryptosuite: 'eddsa-jcs-2022', '@context': context },
    { ...rdfc, cryptosuite: 'eddsa-rdfc-2022' },
  ]
}

export function writeCheckpoint(): string {
  const name = logName(DEMO_ORIGIN)
  const text = formatCheckpoint({ origin: name, size: 1, root: zeros(32) })
  return `${text}\n— ${name} ${encodeBase64(zeros(68))}\n`
}

export function writeProof(): string {
  return formatProof({ index: 0, hashes: [], checkpoint: writeCheckpoint() })
}

export function writeVerifierKey(): string {
  return `${formatVerifierKey({ name: logName(DEMO_ORIGIN), publicKey: zeros(32) })}\n`
}

export function writeIssued(code = DEMO_CODE) {
  return { ...writeAddresses(code, DEMO_ORIGIN), credential: writeCredential(code), proof: writeProof() }
}

export function writeSuperseded() {
  return { ...writeIssued(NEXT_CODE), supersedes: formatCode(DEMO_CODE) }
}

export function writeBatch() {
  return { certificates: [DEMO_CODE, NEXT_CODE].map((code) => writeAddresses(code, DEMO_ORIGIN)) }
}

export function writeReport() {
  const { credentialSubject: subject, issuer } = writeCredential()
  const credential = `${DEMO_ORIGIN}/api/certificates/${DEMO_CODE}`
  return {
    code: formatCode(DEMO_CODE),
    verdict: 'valid',
    checkedAt: DEMO_TIME,
    checks: checkNames.map((name) => ({ name, status: 'valid' })),
    certificate: {
      kind: 'piece',
      subject,
      issuer,
      issuedAt: DEMO_TIME,
      keyId: DEMO_KID,
      logIndex: 0,
      statusIndex: 0,
    },
    links: {
      page: certificateUrl(DEMO_ORIGIN, DEMO_CODE),
      credential,
      proof: `${credential}/proof`,
      log: `${DEMO_ORIGIN}/log/checkpoint`,
      keys: `${DEMO_ORIGIN}/.well-known/asli.json`,
      statusLists: listStatusLists(DEMO_ORIGIN, 0),
    },
  }
}

/** A withdrawn certificate shows the act and hides the claims. */
export function writeRevokedReport() {
  const { certificate: _, ...report } = writeReport()
  const by = { role: 'maker', maker: DEMO_MAKER }
  const act = { type: 'revoked', reason: 'returned', at: DEMO_TIME, by, index: 1 }
  return { ...report, verdict: 'revoked', act: { ...act, maker: DEMO_MAKER, product: DEMO_PRODUCT } }
}

export function writeUnknownReport() {
  const missing = { name: 'record', status: 'invalid', reason: 'not-a-code' }
  const [, ...rest] = checkNames
  return {
    code: '000000000001',
    verdict: 'unknown-code',
    checkedAt: DEMO_TIME,
    checks: [missing, ...rest.map((name) => ({ name, status: 'skipped', reason: 'not-reached' }))],
    suggestion: formatCode(DEMO_CODE),
    links: { page: `${DEMO_ORIGIN}/verify` },
  }
}

export function writeSealed() {
  return { code: formatCode(DEMO_CODE), commitment: 'A'.repeat(43), sealed: 'A'.repeat(363) }
}

export function writeKeyList() {
  const publicKeyMultibase = formatMultikey(zeros(32))
  return {
    origin: DEMO_ORIGIN,
    keys: [
      { role: 'registry', kid: DEMO_KID, publicKeyMultibase },
      { role: 'log', vkey: writeVerifierKey().trim() },
      { role: 'tag', number: 1, publicKeyMultibase },
    ],
  }
}

export function writeDid(maker?: string) {
  const id = maker === undefined ? registryDid(DEMO_ORIGIN) : makerDid(DEMO_ORIGIN, maker)
  const method = `${id}#${DEMO_KID}`
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id,
    verificationMethod: [
      { id: method, type: 'Multikey', controller: id, publicKeyMultibase: formatMultikey(zeros(32)) },
    ],
    assertionMethod: [method],
  }
}

export function writeStatusList() {
  const id = `${DEMO_ORIGIN}/status/revocation/0`
  const issuer = registryDid(DEMO_ORIGIN)
  const context = [CREDENTIALS_CONTEXT]
  return {
    '@context': context,
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom: DEMO_TIME,
    validUntil: '2026-11-23T03:04:05Z',
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      ttl: 60_000,
      // All bits zero.
      encodedList: 'uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA',
    },
    proof: writeProofs(issuer, context),
  }
}

export const tokenExample = {
  id: 'tok_0000000000000000',
  role: 'maker',
  maker: DEMO_MAKER,
  label: 'the shop’s till',
  createdAt: '2026-11-22T03:04:05.000Z',
  expiresAt: '2026-12-22T03:04:05.000Z',
  revokedAt: null,
  lastUsedOn: null,
}

export const newTokenExample = { ...tokenExample, token: makeToken(zeros(TOKEN_RANDOM_BYTES)) }
