/** Our credentials before the reference implementation: @digitalbazaar/vc with its two EdDSA suites. */
import { describe, expect, test } from 'vitest'
import { canonicalize, type JsonObject, type JsonValue } from '#core/canonical-json.ts'
import { buildStatusList } from '#core/certificate/credential.ts'
import { type Cryptosuite, listProofs } from '#core/certificate/proof.ts'
import { checkSigned } from '#core/certificate/verify.ts'
import { CODE, ISSUED_AT, makeCuration, makePiece, ORIGIN, SLOT, trust } from '../core/certificate/support.ts'
import { addEverywhere, type Changed, changeEveryValue, turnEveryList } from '../support/changes.ts'
import { verifyThere } from '../support/reference.ts'
import { openStranger, secure, secureDraft, signByAddress, withProof } from '../support/shown.ts'

const there = await openStranger()
const marks = [
  { where: 'top left', text: 'a drip of wax', photo: 'a'.repeat(64) },
  { where: 'selvedge', text: 'signed “S”' },
]
const steps = [
  { step: 'nyanting', actor: 'wax-drawer', date: '2026-11-18', precision: 'day' as const },
  { step: 'nglorod', date: '2026-11-19', precision: 'month' as const },
]
const piece = await secureDraft({ kind: 'piece', subject: makePiece({ marks, process: steps }) })
const curation = await secureDraft({ kind: 'curation', subject: makeCuration() })
const statusList = await secure(
  await buildStatusList(
    { origin: ORIGIN, purpose: 'revocation', list: 0, set: [1, SLOT], ttl: 60_000 },
    { validFrom: ISSUED_AT, validUntil: '2026-11-23T03:04:05Z' },
  ),
)
const certificates: [string, JsonObject][] = [
  ['a piece', piece],
  ['a curation', curation],
]
const all: [string, JsonObject][] = [...certificates, ['a status list', statusList]]

/** Why they refuse each of these, in their words; null where they accept. */
async function listRefusals(changes: Changed[], suite: Cryptosuite): Promise<[string, string | null][]> {
  const refusals: [string, string | null][] = []
  for (const [what, document] of changes) {
    const { verified, error } = await verifyThere(document, suite, there)
    refusals.push([what, verified ? null : [error, ...(error?.errors ?? [])].join()])
  }
  return refusals
}

describe('Digital Bazaar’s verifier', () => {
  test.each(all)('accepts the proof set of %s as it is stored', async (_, document) => {
    expect(listProofs(document)).toHaveLength(2)
    expect(await verifyThere(document, 'eddsa-rdfc-2022', there)).toMatchObject({ verified: true })
  })

  test.each(all)('accepts %s with its eddsa-rdfc-2022 proof alone', async (_, document) => {
    const single = withProof(document, 'eddsa-rdfc-2022')
    expect(await verifyThere(single, 'eddsa-rdfc-2022', there)).toMatchObject({ verified: true })
  })

  test.each(all)('refuses %s with any one value changed', async (_, document) => {
    const changes = changeEveryValue(withProof(document, 'eddsa-rdfc-2022'))
    const refusals = await listRefusals(changes, 'eddsa-rdfc-2022')
    expect(refusals.filter(([, why]) => why === null)).toEqual([])
    // A type that no context defines is refused before the signature is looked at; a claim is refused for its sake.
    const claims = refusals.filter(([what]) => /^(credentialSubject|credentialStatus|proof\.proofValue)/.test(what))
    const others = claims.filter(([what, why]) => !what.endsWith('.type') && !why?.includes('Invalid signature'))
    expect(others).toEqual([])
    expect(claims.length).toBeGreaterThan(5)
  })

  test.each(certificates)('refuses %s with its ordered lists turned round', async (_, document) => {
    const turned = turnEveryList(withProof(document, 'eddsa-rdfc-2022').credentialSubject as JsonObject)
    const changes = turned.map(
      ([what, credentialSubject]): Changed => [what, { ...withProof(document, 'eddsa-rdfc-2022'), credentialSubject }],
    )
    expect(changes.length).toBeGreaterThan(0)
    expect((await listRefusals(changes, 'eddsa-rdfc-2022')).filter(([, why]) => why === null)).toEqual([])
  })

  test.each(all)('refuses %s once its key is marked as compromised', async (_, document) => {
    const warned = await openStranger({ compromisedAt: ISSUED_AT })
    const { verified, error } = await verifyThere(document, 'eddsa-rdfc-2022', warned)
    expect([verified, ...(error?.errors ?? [])].join()).toMatch(/^false,.*not authorized by controller/)
  })

  // It compares the two contexts by `!==`, member by member: what is inline is another object in the proof than in the
  // document, once both were read from a text.
  test.each(certificates)('cannot read an eddsa-jcs-2022 proof under an inline context: %s', async (_, document) => {
    const [[, why] = []] = await listRefusals([['', withProof(document, 'eddsa-jcs-2022')]], 'eddsa-jcs-2022')
    expect(why).toContain('document.@context does not start with proof.@context')
  })

  test('accepts the eddsa-jcs-2022 proof of a status list, which has no inline context', async () => {
    expect(await verifyThere(statusList, 'eddsa-jcs-2022', there)).toMatchObject({ verified: true })
  })

  test.each(certificates)(
    'accepts %s under contexts by their addresses, signed with eddsa-jcs-2022 as we do',
    async (_, document) => {
      const named = await signByAddress(document)
      expect(await verifyThere(named, 'eddsa-jcs-2022', there)).toMatchObject({ verified: true })
      const refusals = await listRefusals(changeEveryValue(named), 'eddsa-jcs-2022')
      expect(refusals.filter(([, why]) => why === null)).toEqual([])
    },
  )
})

/** Whether they accept it, and whether we do. */
async function compare(document: JsonObject) {
  const { verified } = await verifyThere(document, 'eddsa-rdfc-2022', there)
  return { theirs: verified, ours: await isAccepted(document) }
}

async function isAccepted(document: JsonObject): Promise<boolean> {
  const { checks } = await checkSigned(CODE, { credential: canonicalize(document) }, trust)
  return checks.every(({ status }) => status === 'valid')
}

describe.each(certificates)('our verifier, of %s as it is stored', (_, document) => {
  const [jcs = {}, rdfc = {}] = listProofs(document)
  const context = document['@context'] as JsonValue[]
  const { credentialStatus: _status, ...withoutStatus } = document
  const withSet = (...proof: JsonObject[]): JsonObject => ({ ...document, proof })

  test('accepts it', async () => {
    expect(await compare(document)).toEqual({ theirs: true, ours: true })
  })

  test.each([
    ['one value changed', changeEveryValue(document), 100],
    ['one member more', addEverywhere(document), 20],
    ['one list turned round', turnEveryList(document), 4],
  ])('refuses it with any %s', async (_, changes, atLeast) => {
    const accepted: string[] = []
    for (const [what, changed] of changes) if (await isAccepted(changed)) accepted.push(what)
    expect(accepted).toEqual([])
    expect(changes.length).toBeGreaterThanOrEqual(atLeast)
  })

  test.each<[string, JsonObject]>([
    ['the first proof alone', withSet(jcs)],
    ['the second proof alone', withSet(rdfc)],
    ['the first proof alone, in no list', { ...document, proof: jcs }],
    ['the second proof alone, in no list', { ...document, proof: rdfc }],
    ['its proofs exchanged', withSet(rdfc, jcs)],
    ['its first proof twice', withSet(jcs, jcs)],
    ['its second proof twice', withSet(rdfc, rdfc)],
    ['a third proof', withSet(jcs, rdfc, rdfc)],
    ['no proof', withSet()],
    ['what the first version had alone', { ...withoutStatus, proof: jcs }],
    ['its proofs’ values exchanged', withSet({ ...jcs, ...signatureOf(rdfc) }, { ...rdfc, ...signatureOf(jcs) })],
  ])('refuses it with %s', async (_, changed) => {
    expect(await isAccepted(changed)).toBe(false)
  })

  test.each<[string, JsonObject]>([
    ['a context more, which says nothing', { ...document, '@context': [...context, {}] }],
    ['a first proof that does not hold', withSet({ ...jcs, ...signatureOf(rdfc) }, rdfc)],
    ['its first proof left out', withSet(rdfc)],
  ])('refuses it with %s, where theirs accepts it', async (_, changed) => {
    expect(await compare(changed)).toEqual({ theirs: true, ours: false })
  })

  test('refuses it with a context more in the document and in the proof that repeats it', async () => {
    const more = { '@context': [...context, { added: 'urn:x' }] }
    expect(await isAccepted({ ...document, ...more, proof: [{ ...jcs, ...more }, rdfc] })).toBe(false)
  })
})

function signatureOf({ proofValue }: JsonObject): JsonObject {
  return { proofValue: proofValue ?? null }
}
