import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concatBytes, decodeBase58, encodeBase58, utf8 } from '#core/bytes.ts'
import { canonicalize, type JsonObject } from '#core/canonical-json.ts'
import type { Signer, Verifier } from '#core/certificate/keys.ts'
import { importVerifier } from '#core/certificate/keys.ts'
import { addProofs, checkProof as checkOne, digestBody, makeProof, type ProofOptions } from '#core/certificate/proof.ts'
import { registrySigner as signer, strangeSigner } from './support.ts'

const options = { id: 'urn:uuid:1', created: '2026-11-22T03:04:05Z', verificationMethod: 'did:web:asli.example#k' }
const document = { '@context': ['https://www.w3.org/ns/credentials/v2'], id: 'urn:x', name: 'Batik “Manggur” 🍇' }
const verifier = await importVerifier(signer.publicKey)
const addProof = async <T extends JsonObject>(any: T, by: Signer, at: ProofOptions) => ({
  ...any,
  proof: await makeProof(any, by, 'eddsa-jcs-2022', at),
})
/** Of a document without our contexts eddsa-rdfc-2022 cannot be checked: that throws, and is nothing that holds. */
const checkProof = (any: JsonObject, by: Verifier) => checkOne(any, any.proof as JsonObject, by).catch(() => false)
const secured = await addProof(document, signer, options)

const withProof = (changes: JsonObject) => ({ ...secured, proof: { ...secured.proof, ...changes } }) as JsonObject
const sha256 = (text: string) => new Uint8Array(createHash('sha256').update(text).digest())
const json = fc.dictionary(
  fc.string({ unit: 'binary' }),
  fc.jsonValue({ stringUnit: 'binary' }),
) as fc.Arbitrary<JsonObject>

describe('makeProof', () => {
  test('keeps the document, repeats its @context, and signs both hashes, the configuration’s first', async () => {
    const { proof, ...rest } = secured
    const { proofValue, ...config } = proof
    expect(rest).toEqual(document)
    expect(config).toEqual({
      ...options,
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-jcs-2022',
      proofPurpose: 'assertionMethod',
      '@context': document['@context'],
    })
    const message = concatBytes(sha256(canonicalize(config as JsonObject)), sha256(canonicalize(document)))
    expect(proofValue).toBe(`z${encodeBase58(await signer.sign(message))}`)
  })

  test('leaves @context out of the proof where the document has none', async () => {
    const { proof } = await addProof({ id: 'urn:x' }, signer, options)
    expect(proof).not.toHaveProperty('@context')
  })

  test('gives the same proof each time', async () => {
    expect(await addProof(document, signer, options)).toEqual(secured)
  })

  test('makes a proof that holds for any JSON object, whatever the order of its members', async () => {
    await fc.assert(
      fc.asyncProperty(json, async ({ proof: _, ...any }) => {
        const { proof, ...rest } = await addProof(any as JsonObject, signer, options)
        const turned = Object.fromEntries(Object.entries(rest).toReversed()) as JsonObject
        expect(await checkProof({ proof: proof as JsonObject, ...turned }, verifier)).toBe(true)
      }),
    )
  })

  test('throws on a document that JCS cannot write', async () => {
    await expect(addProof({ id: '\ud800' }, signer, options)).rejects.toThrow(RangeError)
  })
})

describe('checkProof', () => {
  test('holds under the key that signed, and under no other', async () => {
    expect(await checkProof(secured, verifier)).toBe(true)
    expect(await checkProof(secured, await importVerifier(strangeSigner.publicKey))).toBe(false)
  })

  test('fails where any member of the document or of the proof is changed, added or left out', async () => {
    const altered: JsonObject[] = [
      { ...secured, name: 'Batik “Manggur” 🍈' },
      { ...secured, added: null },
      { ...secured, '@context': [...document['@context'], 'https://example.org/more'] },
      withProof({ created: '2026-11-22T03:04:06Z' }),
      withProof({ verificationMethod: 'did:web:asli.example#other' }),
      withProof({ proofPurpose: 'authentication' }),
      withProof({ cryptosuite: 'eddsa-rdfc-2022' }),
      withProof({ id: 'urn:uuid:2' }),
      withProof({ domain: 'elsewhere.example' }),
      withProof({ '@context': [] }),
    ]
    const { name: _, ...nameless } = secured
    for (const one of [...altered, nameless as JsonObject]) expect(await checkProof(one, verifier)).toBe(false)
  })

  test('fails where the proof of another document is put in its place', async () => {
    const other = await addProof({ ...document, id: 'urn:y' }, signer, options)
    expect(await checkProof({ ...secured, proof: other.proof }, verifier)).toBe(false)
  })

  test('fails where proofValue is not z and the base58 of 64 bytes', async () => {
    const { proofValue } = secured.proof
    const signature = decodeBase58(proofValue.slice(1)) ?? new Uint8Array()
    const values = [
      proofValue.slice(1),
      `Z${proofValue.slice(1)}`,
      `u${proofValue.slice(1)}`,
      ` ${proofValue}`,
      `${proofValue} `,
      `z1${proofValue.slice(1)}`,
      `zz${proofValue.slice(1)}`,
      `${proofValue}1`,
      proofValue.slice(0, -1),
      'z',
      '',
      `z${encodeBase58(signature.slice(1))}`,
      `z${encodeBase58(new Uint8Array(64))}`,
      `z${'1'.repeat(500)}`,
      Buffer.from(signature).toString('base64url'),
      Buffer.from(signature).toString('hex'),
      5,
      null,
      [proofValue],
      {},
    ]
    for (const value of values) {
      expect(await checkProof(withProof({ proofValue: value }), verifier), String(value)).toBe(false)
    }
    const { proofValue: _, ...without } = secured.proof
    expect(await checkProof({ ...secured, proof: without as JsonObject }, verifier)).toBe(false)
  })

  test('fails where any symbol of proofValue is another', async () => {
    const { proofValue } = secured.proof
    for (let at = 1; at < proofValue.length; at++) {
      for (const symbol of ['1', 'z', 'A', '0']) {
        if (proofValue[at] === symbol) continue
        const changed = proofValue.slice(0, at) + symbol + proofValue.slice(at + 1)
        expect(await checkProof(withProof({ proofValue: changed }), verifier), changed).toBe(false)
      }
    }
  })
})

describe('addProofs', () => {
  const ids: [string, string] = ['urn:uuid:1', 'urn:uuid:2']
  const status = { '@context': document['@context'], id: 'urn:x', type: ['VerifiableCredential'], issuer: 'did:web:x' }

  test('makes a set of two proofs that both hold, eddsa-jcs-2022 first, each with its id', async () => {
    const { proof: proofs, ...rest } = await addProofs(status, signer, { ...options, ids })
    expect(rest).toEqual(status)
    expect(proofs.map(({ id, cryptosuite }) => [id, cryptosuite])).toEqual([
      ['urn:uuid:1', 'eddsa-jcs-2022'],
      ['urn:uuid:2', 'eddsa-rdfc-2022'],
    ])
    for (const proof of proofs) expect(await checkOne({ ...rest, proof: proofs }, proof, verifier)).toBe(true)
  })

  test('makes proofs of which neither passes for the other', async () => {
    const secured = await addProofs(status, signer, { ...options, ids })
    const [jcs, rdfc] = secured.proof as unknown as [JsonObject, JsonObject]
    for (const [one, other] of [
      [jcs, rdfc],
      [rdfc, jcs],
    ] as const) {
      const exchanged = { ...one, proofValue: other.proofValue as string }
      expect(await checkOne(secured, exchanged, verifier)).toBe(false)
      expect(await checkOne(secured, { ...one, cryptosuite: other.cryptosuite as string }, verifier)).toBe(false)
    }
  })
})

describe('digestBody', () => {
  test('is the hash of the document without its proof, in base64url', () => {
    const expected = createHash('sha256')
      .update(utf8(canonicalize(document)))
      .digest('base64url')
    expect(digestBody(secured)).toBe(expected)
    expect(digestBody(document)).toBe(expected)
    expect(digestBody(withProof({ proofValue: 'z1' }))).toBe(expected)
    expect(digestBody({ ...secured, id: 'urn:y' })).not.toBe(expected)
  })
})
