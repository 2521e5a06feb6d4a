/** The proofs of a stored credential: a set of two in its order, and the single one of the first version. */
import { describe, expect, test } from 'vitest'
import { canonicalize, type JsonObject, type JsonValue } from '#core/canonical-json.ts'
import { pieceContext } from '#core/certificate/context.ts'
import { parseCredential } from '#core/certificate/credential.ts'
import { ISSUED_AT, registrySigner, sign, signFirst, signOnce } from './support.ts'

const document = await sign()
const [jcs, rdfc] = document.proof as [JsonObject, JsonObject]
const older = await signFirst()
const single = older.proof as JsonObject
const { proof: _, ...unsigned } = document

function without(object: JsonObject, name: string): JsonObject {
  const { [name]: _, ...rest } = object
  return rest
}

/** The path that is refused, or null where the document is read. */
function refusal(changed: JsonValue): string | null {
  const read = parseCredential(canonicalize(changed))
  return read.ok ? null : read.error
}

/** The document with this instead of one of its proofs; of the first version, instead of the single one. */
const places: [string, JsonObject, (proof: JsonValue) => JsonObject][] = [
  ['proof[0]', jcs, (proof) => ({ ...document, proof: [proof, rdfc] })],
  ['proof[1]', rdfc, (proof) => ({ ...document, proof: [jcs, proof] })],
  ['proof', single, (proof) => ({ ...older, proof })],
]

describe('the proofs of a credential', () => {
  test('are read as they were written, one of each kind', () => {
    expect(refusal(document)).toBeNull()
    expect(refusal(older)).toBeNull()
    expect([jcs, rdfc, single].map(({ cryptosuite }) => cryptosuite)).toEqual([
      ...['eddsa-jcs-2022', 'eddsa-rdfc-2022', 'eddsa-jcs-2022'],
    ])
    expect(Object.keys(rdfc).toSorted()).toEqual(Object.keys(without(jcs, '@context')).toSorted())
  })

  test.each<[string, JsonValue, string]>([
    ['the first alone', [jcs], 'proof'],
    ['the second alone', [rdfc], 'proof'],
    ['their order turned', [rdfc, jcs], 'proof[0].cryptosuite'],
    ['the first twice', [jcs, jcs], 'proof[1].@context'],
    ['the second twice', [rdfc, rdfc], 'proof[0].cryptosuite'],
    ['a third', [jcs, rdfc, rdfc], 'proof'],
    ['a third that is null', [jcs, rdfc, null], 'proof'],
    ['none in the set', [], 'proof'],
    ['sets in the set', [[jcs], [rdfc]], 'proof[0]'],
    ['an object with numbers for names', { 0: jcs, 1: rdfc }, 'proof.0'],
    ['the first, in no set', jcs, 'credentialStatus'],
    ['the second, in no set', rdfc, 'proof.cryptosuite'],
    ['null', null, 'proof'],
    ['a text', 'x', 'proof'],
    ['null for the first', [null, rdfc], 'proof[0]'],
    ['null for the second', [jcs, null], 'proof[1]'],
  ])('are refused where they are %s', (_, proof, path) => {
    expect(refusal({ ...document, proof })).toBe(`credential.${path}`)
  })

  test.each<[string, JsonValue, string]>([
    ['in a set of one', [single], 'proof'],
    ['in a set of two', [single, rdfc], 'credentialStatus'],
    ['of the other cryptosuite', rdfc, 'proof.cryptosuite'],
    ['null', null, 'proof'],
  ])('are refused where the single one of the first version is %s', (_, proof, path) => {
    expect(refusal({ ...older, proof })).toBe(`credential.${path}`)
  })

  test('are refused where the first version has a status, or where there is none beside two, even well signed', async () => {
    expect(refusal(await signOnce(unsigned))).toBe('credential.credentialStatus')
    const { credentialStatus: _, ...bare } = document
    expect(refusal(bare)).toBe('credential.credentialStatus')
  })

  const missing = places.flatMap(([place, proof, put]) =>
    Object.keys(proof).map((name): [string, string, JsonObject] => [place, name, put(without(proof, name))]),
  )
  test.each(missing)('are refused where %s has no %s', (place, name, changed) => {
    expect(refusal(changed)).toBe(`credential.${place}.${name}`)
  })

  const changes = (proof: JsonObject): [string, JsonValue][] => [
    ['type', 'Ed25519Signature2020'],
    ['id', 'urn:uuid:1'],
    ['id', ''],
    ['cryptosuite', proof.cryptosuite === 'eddsa-jcs-2022' ? 'eddsa-rdfc-2022' : 'eddsa-jcs-2022'],
    ['cryptosuite', 'ecdsa-jcs-2019'],
    ['created', '2026-11-22'],
    ['verificationMethod', ''],
    ['verificationMethod', { id: proof.verificationMethod ?? null }],
    ['proofPurpose', 'authentication'],
    ['@context', pieceContext[0] ?? null],
    ['@context', [...pieceContext, 'https://example.org/more']],
    ['proofValue', String(proof.proofValue).slice(1)],
    ['proofValue', `u${String(proof.proofValue).slice(1)}`],
    ['proofValue', 'z'],
    ['proofValue', `${String(proof.proofValue)}0`],
    ['proofValue', [String(proof.proofValue)]],
    ['domain', 'asli.example'],
    ['previousProof', 'urn:uuid:1'],
    ['expires', ISSUED_AT],
  ]
  const changed = places.flatMap(([place, proof, put]) =>
    changes(proof).map(([name, value]): [string, string, string, JsonObject] => [
      ...([place, name, JSON.stringify(value).slice(0, 60), put({ ...proof, [name]: value })] as const),
    ]),
  )
  test.each(changed)('are refused where %s has as %s %s', (place, name, _, document) => {
    expect(refusal(document)).toBe(`credential.${place}.${name}`)
  })

  test('are refused where the second has a context, though it is the document’s', () => {
    const proof = [jcs, { ...rdfc, '@context': pieceContext }]
    expect(refusal({ ...document, proof })).toBe('credential.proof[1].@context')
  })

  test.each(places)('are refused where %s was made at another time than the credential', (_, proof, put) => {
    expect(refusal(put({ ...proof, created: '2026-11-22T03:04:06Z' }))).toBe('credential.proof')
  })

  test('are refused where one names another key than the other', () => {
    const other = `did:web:asli.example:makers:other#${registrySigner.kid}`
    for (const [place, proof, put] of places) {
      // The single one may name any key: whether it is one of ours is asked by the signature’s check.
      const expected = place === 'proof' ? null : 'credential.proof'
      expect(refusal(put({ ...proof, verificationMethod: other }))).toBe(expected)
    }
  })
})
