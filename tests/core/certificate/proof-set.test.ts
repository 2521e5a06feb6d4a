/** Each proof of the set by itself: what deployed verifiers read is no less bound to the document than what we read. */
import { describe, expect, test } from 'vitest'
import { canonicalize, type JsonObject } from '#core/canonical-json.ts'
import { parseCredential } from '#core/certificate/credential.ts'
import { importVerifier } from '#core/certificate/keys.ts'
import { formatNQuads } from '#core/certificate/n-quads.ts'
import { checkProof, listProofs } from '#core/certificate/proof.ts'
import { alter } from './alter.ts'
import { COMMITMENT, makePiece, registrySigner, sign, signCuration, signFirst, strangeSigner } from './support.ts'

const madeFor = { mode: 'private' as const, commitment: COMMITMENT }
const piece = await sign(makePiece({ madeFor }))
const curation = await signCuration()
const first = await signFirst()
const verifier = await importVerifier(registrySigner.publicKey)

const proofs = [piece, curation, first].flatMap((document) =>
  listProofs(document).map((proof): [string, JsonObject, JsonObject] => [
    ...([
      `${proof.cryptosuite} of ${document === first ? 'the first version' : document.id}`,
      document,
      proof,
    ] as const),
  ]),
)

/** A document that a proof's form does not allow throws: its shape is checked before. That is nothing that holds. */
const holds = (document: JsonObject, proof: JsonObject, by = verifier) =>
  checkProof(document, proof, by).catch((error: unknown) => {
    if (error instanceof RangeError) return false
    throw error
  })

/** To RDF one name and a list of it alone are the same statement; our closed form refuses it all the same. */
function expectSame({ cryptosuite }: JsonObject, pair: [JsonObject, JsonObject], document: JsonObject) {
  const [one, other] = pair.map((each) => formatNQuads({ '@context': document['@context'] ?? null, ...each }))
  expect(cryptosuite, JSON.stringify(pair[0])).toBe('eddsa-rdfc-2022')
  expect(one).toBe(other)
  expect(parseCredential(canonicalize(document)).ok).toBe(false)
}

test('there are two of a piece, two of a curation, and one of the first version', () => {
  expect(proofs).toHaveLength(5)
})

describe.each(proofs)('%s', (_, document, proof) => {
  const { proof: __, ...unsigned } = document

  test('holds under the key that signed, beside the other and alone, and under no other key', async () => {
    expect(await holds(document, proof)).toBe(true)
    expect(await holds({ ...document, proof }, proof)).toBe(true)
    expect(await holds(document, proof, await importVerifier(strangeSigner.publicKey))).toBe(false)
  })

  test('fails where any value, member or element of the document is another', async () => {
    const changed = [...alter(unsigned)] as JsonObject[]
    expect(changed.length).toBeGreaterThan(200)
    for (const one of changed) {
      if (await holds(one, proof)) expectSame(proof, [one, unsigned], { ...one, proof: document.proof ?? null })
    }
  })

  test('fails where any member of the proof but its value is another, added or left out', async () => {
    const { proofValue = null, ...config } = proof
    for (const one of [...alter(config)] as JsonObject[]) {
      const changed = { ...one, proofValue }
      if (!(await holds(document, changed))) continue
      const proofs = listProofs(document).map((other) => (other === proof ? changed : other))
      expectSame(proof, [one, config], { ...document, proof: proofs })
    }
  })

  test('fails where any symbol of its value is another', async () => {
    const { proofValue } = proof as { proofValue: string }
    for (let at = 0; at < proofValue.length; at++) {
      for (const symbol of ['1', 'z', 'A', '0']) {
        if (proofValue[at] === symbol) continue
        const changed = proofValue.slice(0, at) + symbol + proofValue.slice(at + 1)
        expect(await holds(document, { ...proof, proofValue: changed }), changed).toBe(false)
      }
    }
  })
})
