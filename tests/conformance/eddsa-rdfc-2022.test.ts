/** The public W3C vc-di-eddsa test vectors: https://www.w3.org/TR/vc-di-eddsa/#test-vectors, “eddsa-rdfc-2022”. */

import { describe, expect, test } from 'vitest'
import { concatBytes, decodeBase58, encodeBase58, encodeHex } from '#core/bytes.ts'
import type { JsonObject } from '#core/canonical-json.ts'
import { formatNQuads } from '#core/certificate/n-quads.ts'
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
const DOCUMENT_HASH = '517744132ae165a5349155bef0bb0cf2258fff99dfe1dbd914b938d775a36017'
const CONFIG_HASH = 'bea7b7acfbad0126b135104024a5f1733e705108f42d59668b05c0c50004c6b0'
const PROOF_VALUE = 'z2YwC8z3ap7yx1nZYCg4L3j3ApHsF8kgPdSb5xoS1VR7vPG3F561B52hYnQF9iseabecm3ijx4K1FBTQsCZahKZme'
const BASE = 'https://www.w3.org/ns/credentials/v2'

/** What the vector uses of its second context, and of the base what we do not. */
const examples = [
  BASE,
  {
    name: 'https://schema.org/name',
    description: 'https://schema.org/description',
    AlumniCredential: 'https://www.w3.org/ns/credentials/examples#AlumniCredential',
    alumniOf: 'https://www.w3.org/ns/credentials/examples#alumniOf',
  },
]
const config = makeConfig('eddsa-rdfc-2022')

async function holds(configHash: string, documentHash: string, proofValue: string): Promise<boolean> {
  const signature = decodeBase58(proofValue.slice(1)) ?? new Uint8Array()
  return (await openVerifier()).verify(concatBytes(fromHex(configHash), fromHex(documentHash)), signature)
}

describe('eddsa-rdfc-2022, by the known answers of W3C', () => {
  test('hashes the document and the proof’s configuration to the published values', () => {
    expect(sha256Hex(formatNQuads(unsecured, examples))).toBe(DOCUMENT_HASH)
    expect(sha256Hex(formatNQuads(config, examples))).toBe(CONFIG_HASH)
  })

  test('holds under the published key', async () => {
    expect(await holds(CONFIG_HASH, DOCUMENT_HASH, PROOF_VALUE)).toBe(true)
  })

  test('is signed again to the same proofValue', async () => {
    const signature = await (await openSigner()).sign(fromHex(CONFIG_HASH + DOCUMENT_HASH))
    expect(`z${encodeBase58(signature)}`).toBe(PROOF_VALUE)
  })
})

const folders = ['eddsa-rdfc-2022', 'eddsa-rdfc-2022/employ']

describe.skipIf(areAbsent)(`eddsa-rdfc-2022, by the W3C vc-di-eddsa test vectors${told}`, () => {
  test('are the same as the known answers that stand here', () => {
    const { proof, ...document } = readJsonVector('eddsa-rdfc-2022/signedDataInt.json')
    expect(document).toEqual(unsecured)
    const { '@context': _, ...options } = config
    expect(proof).toEqual({ ...options, proofValue: PROOF_VALUE })
    expect(readJsonVector('eddsa-rdfc-2022/proofConfigDataInt.json')).toEqual(config)
    expect(readJsonVector('keyPair.json')).toEqual(keyPair)
  })

  test('canonicalize the document to the published bytes', () => {
    const { proof: _, ...document } = readJsonVector('eddsa-rdfc-2022/signedDataInt.json')
    expect(formatNQuads(document, examples)).toBe(readVector('eddsa-rdfc-2022/canonDocDataInt.txt'))
  })

  // The other document's nodes are blank, which no document of ours has: its text is taken as published.
  test.each(folders)('canonicalize the proof’s configuration to the published bytes: %s', (folder) => {
    const published = readJsonVector(`${folder}/proofConfigDataInt.json`)
    expect(formatNQuads(published, [BASE])).toBe(readVector(`${folder}/proofCanonDataInt.txt`))
  })

  test.each(folders)('hash to the published values: %s', (folder) => {
    const documentHash = sha256Hex(readVector(`${folder}/canonDocDataInt.txt`))
    const configHash = sha256Hex(readVector(`${folder}/proofCanonDataInt.txt`))
    expect(documentHash).toBe(readVector(`${folder}/docHashDataInt.txt`).trim())
    expect(configHash).toBe(readVector(`${folder}/proofHashDataInt.txt`).trim())
    expect(configHash + documentHash).toBe(readVector(`${folder}/combinedHashDataInt.txt`).trim())
  })

  test.each(folders)('sign to the published bytes, in hexadecimal and in base58: %s', async (folder) => {
    const signature = await (await openSigner()).sign(fromHex(readVector(`${folder}/combinedHashDataInt.txt`)))
    expect(encodeHex(signature)).toBe(readVector(`${folder}/sigHexDataInt.txt`).trim())
    expect(`z${encodeBase58(signature)}`).toBe(readVector(`${folder}/sigBTC58DataInt.txt`).trim())
    const { proofValue } = readJsonVector(`${folder}/signedDataInt.json`).proof as JsonObject
    expect(proofValue).toBe(`z${encodeBase58(signature)}`)
  })

  test.each(folders)('verify, and with one byte of the text changed they do not: %s', async (folder) => {
    const text = readVector(`${folder}/canonDocDataInt.txt`)
    const configHash = readVector(`${folder}/proofHashDataInt.txt`).trim()
    const { proofValue } = readJsonVector(`${folder}/signedDataInt.json`).proof as JsonObject
    expect(await holds(configHash, sha256Hex(text), String(proofValue))).toBe(true)
    for (let at = 0; at < text.length; at += 7) {
      const changed = text.slice(0, at) + (text[at] === 'x' ? 'y' : 'x') + text.slice(at + 1)
      expect(await holds(configHash, sha256Hex(changed), String(proofValue)), changed).toBe(false)
    }
  })
})
