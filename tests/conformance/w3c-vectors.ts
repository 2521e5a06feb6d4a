/** What the public W3C vc-di-eddsa test vectors share, and their files where the environment says. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { decodeBase58, encodeHex } from '#core/bytes.ts'
import type { JsonObject } from '#core/canonical-json.ts'
import { importSigner, importVerifier } from '#core/certificate/keys.ts'
import type { Cryptosuite } from '#core/certificate/proof.ts'

export const keyPair = {
  publicKeyMultibase: 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2',
  privateKeyMultibase: 'z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq',
}
const context = ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/ns/credentials/examples/v2']

export const unsecured = {
  '@context': context,
  id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
  type: ['VerifiableCredential', 'AlumniCredential'],
  name: 'Alumni Credential',
  description: 'A minimum viable example of an Alumni Credential.',
  issuer: 'https://vc.example/issuers/5678',
  validFrom: '2023-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:abcdefgh', alumniOf: 'The School of Examples' },
}

export function makeConfig(cryptosuite: Cryptosuite) {
  return {
    type: 'DataIntegrityProof',
    cryptosuite,
    created: '2023-02-24T23:36:38Z',
    verificationMethod: `did:key:${keyPair.publicKeyMultibase}#${keyPair.publicKeyMultibase}`,
    proofPurpose: 'assertionMethod',
    '@context': context,
  }
}

/** The 32 bytes of a multibase key behind its two bytes of multicodec: 0xed01 public, 0x8026 private. */
function readKey(multibase: string, codec: string): Uint8Array<ArrayBuffer> {
  const bytes = decodeBase58(multibase.slice(1)) ?? new Uint8Array()
  if (encodeHex(bytes.slice(0, 2)) !== codec) throw new Error(`${multibase} is another kind of key`)
  return bytes.slice(2)
}

export const openVerifier = () => importVerifier(readKey(keyPair.publicKeyMultibase, 'ed01'))

export function openSigner() {
  const secret = readKey(keyPair.privateKeyMultibase, '8026')
  return importSigner(Buffer.from(`302e020100300506032b657004220420${encodeHex(secret)}`, 'hex').toString('base64url'))
}

export function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(hex, 'hex'))
}

export function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

const root = process.env.ASLI_VECTORS
const folder = existsSync(`${root}/eddsa`) ? `${root}/eddsa` : root

export const areAbsent = root === undefined
/** Behind the title of a suite. */
export const told = areAbsent ? ' (skipped: the environment variable ASLI_VECTORS names no folder)' : ''

/** A file of the vectors, as it is. */
export function readVector(path: string): string {
  return readFileSync(`${folder}/${path}`, 'utf8')
}

export function readJsonVector(path: string): JsonObject {
  return JSON.parse(readVector(path)) as JsonObject
}
