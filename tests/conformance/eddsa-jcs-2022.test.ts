/** The public W3C vc-di-eddsa test vectors: https://www.w3.org/TR/vc-di-eddsa/#test-vectors, “eddsa-jcs-2022”. */

import { describe, expect, test } from 'vitest'
import { encodeBase58, encodeHex } from '#core/bytes.ts'
import { canonicalize, type JsonObject } from '#core/canonical-json.ts'
import { formatMultikey, type Verifier } from '#core/certificate/keys.ts'
import { checkProof as checkOne, digestBody } from '#core/certificate/proof.ts'
import {
  areAbsent,
  fromHex,
  keyPair,
  makeConfig,
  openSigner,
  openVerifier,
  readJsonVector,
  readVector,
  sha256Hex,
  told,
  unsecured,
} from './w3c-vectors.ts'

/** From the vectors, so that something of them is checked everywhere. */
const DOCUMENT_HASH = '59b7cb6251b8991add1ce0bc83107e3db9dbbab5bd2c28f687db1a03abc92f19'
const CONFIG_HASH = '66ab154f5c2890a140cb8388a22a160454f80575f6eae09e5a097cabe539a1db'
const PROOF_VALUE = 'z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX'

const config = makeConfig('eddsa-jcs-2022')
const signed = { ...unsecured, proof: { ...config, proofValue: PROOF_VALUE } }

/** Of another cryptosuite these documents are none of ours: that throws, and is nothing that holds. */
const checkProof = (document: JsonObject, verifier: Verifier) =>
  checkOne(document, document.proof as JsonObject, verifier).catch(() => false)

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
    expect(formatMultikey(signer.publicKey)).toBe(keyPair.publicKeyMultibase)
    const signature = await signer.sign(fromHex(CONFIG_HASH + DOCUMENT_HASH))
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

describe.skipIf(areAbsent)(`eddsa-jcs-2022, by the W3C vc-di-eddsa test vectors${told}`, () => {
  const read = (name: string) => readVector(`eddsa-jcs-2022/${name}`).trim()
  const readJson = (name: string) => readJsonVector(`eddsa-jcs-2022/${name}`)

  test('are the same as the known answers that stand here', () => {
    expect(readJson('signedJCS.json')).toEqual(signed)
    expect(readJsonVector('keyPair.json')).toEqual(keyPair)
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
    expect(Buffer.from(digestBody(readJson('signedJCS.json')), 'base64url').toString('hex')).toBe(
      read('docHashJCS.txt'),
    )
  })

  test('sign to the published bytes, in hexadecimal and in base58', async () => {
    const signer = await openSigner()
    const signature = await signer.sign(fromHex(read('combinedHashJCS.txt')))
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
