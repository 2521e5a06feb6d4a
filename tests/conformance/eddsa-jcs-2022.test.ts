/** The public W3C vc-di-eddsa test vectors: https://www.w3.org/TR/vc-di-eddsa/#test-vectors, “eddsa-jcs-2022”. */

import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { concatBytes, decodeBase58, encodeBase58, encodeHex } from '#core/bytes.ts'
import { canonicalize, type JsonObject } from '#core/canonical-json.ts'
import type { Verifier } from '#core/certificate/keys.ts'
import { importSigner, importVerifier } from '#core/certificate/keys.ts'
import { checkProof as checkOne, digestBody } from '#core/certificate/proof.ts'

/** From the W3C vc-di-eddsa test vectors, so that something of them is checked everywhere. */
const PUBLIC_KEY = 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2'
const PRIVATE_KEY = 'z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq'
const DOCUMENT_HASH = '59b7cb6251b8991add1ce0bc83107e3db9dbbab5bd2c28f687db1a03abc92f19'
const CONFIG_HASH = '66ab154f5c2890a140cb8388a22a160454f80575f6eae09e5a097cabe539a1db'
const PROOF_VALUE = 'z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX'
const KEY_ID = `did:key:${PUBLIC_KEY}#${PUBLIC_KEY}`
const context = ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/ns/credentials/examples/v2']

const config = {
  type: 'DataIntegrityProof',
  cryptosuite: 'eddsa-jcs-2022',
  created: '2023-02-24T23:36:38Z',
  verificationMethod: KEY_ID,
  proofPurpose: 'assertionMethod',
  '@context': context,
}
const unsecured = {
  '@context': context,
  id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
  type: ['VerifiableCredential', 'AlumniCredential'],
  name: 'Alumni Credential',
  description: 'A minimum viable example of an Alumni Credential.',
  issuer: 'https://vc.example/issuers/5678',
  validFrom: '2023-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:abcdefgh', alumniOf: 'The School of Examples' },
}
const signed = { ...unsecured, proof: { ...config, proofValue: PROOF_VALUE } }

/** The 32 bytes of a multibase key behind its two bytes of multicodec: 0xed01 public, 0x8026 private. */
function readKey(multibase: string, codec: string): Uint8Array<ArrayBuffer> {
  const bytes = decodeBase58(multibase.slice(1)) ?? new Uint8Array()
  expect(encodeHex(bytes.slice(0, 2))).toBe(codec)
  return bytes.slice(2)
}

const openVerifier = () => importVerifier(readKey(PUBLIC_KEY, 'ed01'))

function openSigner() {
  const secret = readKey(PRIVATE_KEY, '8026')
  return importSigner(Buffer.from(`302e020100300506032b657004220420${encodeHex(secret)}`, 'hex').toString('base64url'))
}

/** Of another cryptosuite these documents are none of ours: that throws, and is nothing that holds. */
const checkProof = (document: JsonObject, verifier: Verifier) =>
  checkOne(document, document.proof as JsonObject, verifier).catch(() => false)

function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

describe('eddsa-jcs-2022, by the known answers of W3C', () => {
  test('hashes the document and the proof’s configuration to the published values', () => {
    expect(Buffer.from(digestBody(signed), 'base64url').toString('hex')).toBe(DOCUMENT_HASH)
    expect(sha256Hex(canonicalize(config))).toBe(CONFIG_HASH)
  })

  test('holds under the published key', async () => {
    expect(await checkProof(signed, await openVerifier())).toBe(true)
  })

  test('is signed again to the same proofValue', async () => {
    const signer = await openSigner()
    expect(signer.publicKey).toEqual(readKey(PUBLIC_KEY, 'ed01'))
    const signature = await signer.sign(concatBytes(Buffer.from(CONFIG_HASH, 'hex'), Buffer.from(DOCUMENT_HASH, 'hex')))
    expect(`z${encodeBase58(signature)}`).toBe(PROOF_VALUE)
  })

  test.each(Object.keys(unsecured))('fails where the document’s %s is changed or left out', async (name) => {
    const verifier = await openVerifier()
    const { [name]: _, ...without } = signed as JsonObject
    expect(await checkProof(without, verifier)).toBe(false)
    expect(await checkProof({ ...signed, [name]: 'changed' }, verifier)).toBe(false)
  })

  test.each(Object.keys(config))('fails where the proof’s %s is changed or left out', async (name) => {
    const verifier = await openVerifier()
    const { [name]: _, ...without } = signed.proof as JsonObject
    expect(await checkProof({ ...signed, proof: without }, verifier)).toBe(false)
    expect(await checkProof({ ...signed, proof: { ...signed.proof, [name]: 'changed' } }, verifier)).toBe(false)
  })
})

const root = process.env.ASLI_VECTORS
const folder = existsSync(`${root}/eddsa`) ? `${root}/eddsa` : root
const told = root === undefined ? ' (skipped: the environment variable ASLI_VECTORS names no folder)' : ''

describe.skipIf(root === undefined)(`eddsa-jcs-2022, by the W3C vc-di-eddsa test vectors${told}`, () => {
  const read = (name: string) => readFileSync(`${folder}/eddsa-jcs-2022/${name}`, 'utf8').trim()
  const readJson = (name: string) => JSON.parse(read(name)) as JsonObject

  test('are where ASLI_VECTORS says', () => {
    expect(existsSync(`${folder}/eddsa-jcs-2022/signedJCS.json`)).toBe(true)
  })

  test('are the same as the known answers that stand here', () => {
    expect(readJson('signedJCS.json')).toEqual(signed)
    expect(JSON.parse(readFileSync(`${folder}/keyPair.json`, 'utf8'))).toEqual({
      publicKeyMultibase: PUBLIC_KEY,
      privateKeyMultibase: PRIVATE_KEY,
    })
  })

  test('canonicalize the document and the proof’s configuration to the published bytes', () => {
    const { proof: _, ...document } = readJson('signedJCS.json')
    expect(canonicalize(document)).toBe(read('canonDocJCS.txt'))
    expect(canonicalize(readJson('proofConfigJCS.json'))).toBe(read('proofCanonJCS.txt'))
  })

  test('hash to the published values', () => {
    expect(sha256Hex(read('canonDocJCS.txt'))).toBe(read('docHashJCS.txt'))
    expect(sha256Hex(read('proofCanonJCS.txt'))).toBe(read('proofHashJCS.txt'))
    expect(read('combinedHashJCS.txt')).toBe(read('proofHashJCS.txt') + read('docHashJCS.txt'))
    expect(encodeHex(Buffer.from(digestBody(readJson('signedJCS.json')), 'base64url'))).toBe(read('docHashJCS.txt'))
  })

  test('sign to the published bytes, in hexadecimal and in base58', async () => {
    const signer = await openSigner()
    const signature = await signer.sign(Uint8Array.from(Buffer.from(read('combinedHashJCS.txt'), 'hex')))
    expect(encodeHex(signature)).toBe(read('sigHexJCS.txt'))
    expect(`z${encodeBase58(signature)}`).toBe(read('sigBTC58JCS.txt'))
  })

  test('verify', async () => {
    expect(await checkProof(readJson('signedJCS.json'), await openVerifier())).toBe(true)
  })

  test('do not verify after any one character of a value is changed', async () => {
    const verifier = await openVerifier()
    const text = canonicalize(readJson('signedJCS.json'))
    let tried = 0
    for (let at = 0; at < text.length; at++) {
      if (!/[A-Za-z0-9]/.test(text.charAt(at))) continue
      const changed = text.slice(0, at) + (text[at] === 'x' ? 'y' : 'x') + text.slice(at + 1)
      const document = JSON.parse(changed) as JsonObject
      if (document.proof === undefined) continue
      expect(await checkProof(document, verifier), changed).toBe(false)
      tried++
    }
    expect(tried).toBeGreaterThan(700)
  })
})
