/** Reading a status list that somebody served. */
import { describe, expect, test } from 'vitest'
import type { JsonObject, JsonValue } from '#core/canonical-json.ts'
import { buildStatusList } from '#core/certificate/credential.ts'
import { importVerifier } from '#core/certificate/keys.ts'
import { addProofs } from '#core/certificate/proof.ts'
import { type ListPlace, openStatusList } from '#core/certificate/status-list-check.ts'
import type { TrustedKey } from '#core/certificate/verify.ts'
import { alter } from './alter.ts'
import { ISSUED_AT, NOW, ORIGIN, registrySigner, signDocument, strangeSigner } from './support.ts'

const place: ListPlace = { origin: ORIGIN, purpose: 'revocation', list: 3 }
const validUntil = '2026-11-23T03:04:05Z'
const build = (set: number[], { origin, purpose, list }: ListPlace = place) =>
  buildStatusList({ origin, purpose, list, set, ttl: 60_000 }, { validFrom: ISSUED_AT, validUntil })
const document = await signDocument(await build([7, 94_567]))
const verifier = await importVerifier(registrySigner.publicKey)
const strangeVerifier = await importVerifier(strangeSigner.publicKey)

async function read(
  changed: JsonValue,
  changes: Partial<ListPlace> = {},
  { keys = [verifier] as TrustedKey[], now = NOW } = {},
) {
  const opened = await openStatusList(changed, { ...place, ...changes }, keys, now)
  return opened.ok ? opened.value : opened.error
}
/** The list with these members, well signed. */
const resigned = async (changes: JsonObject) => {
  const { proof: _, ...unsigned } = document
  return signDocument({ ...unsigned, ...changes })
}
const withSubject = (changes: JsonObject) => ({
  credentialSubject: { ...(document.credentialSubject as JsonObject), ...changes },
})

describe('openStatusList', () => {
  test('gives the places whose bits are set', async () => {
    expect(await read(document)).toEqual([7, 94_567])
    expect(await read(await signDocument(await build([])))).toEqual([])
  })

  test.each<[string, Partial<ListPlace>]>([
    ['another purpose', { purpose: 'suspension' }],
    ['another number', { list: 2 }],
    ['another origin', { origin: 'https://asli.other' }],
    ['another scheme', { origin: 'http://asli.example' }],
    ['another port', { origin: 'https://asli.example:8443' }],
  ])('refuses a list that was made for %s, well signed', async (_, changes) => {
    expect(await read(document, changes)).toBe('belongs-elsewhere')
    expect(await read(await signDocument(await build([7], { ...place, ...changes })))).toBe('belongs-elsewhere')
  })

  test.each<[string, JsonObject]>([
    ['another address', { id: `${ORIGIN}/status/revocation/2` }],
    ['another issuer', { issuer: 'did:web:asli.example:makers:batik-sekar-demo' }],
    ['another subject', withSubject({ id: `${ORIGIN}/status/revocation/3` })],
    ['another purpose within', withSubject({ statusPurpose: 'refresh' })],
  ])('refuses a list with %s, well signed', async (_, changes) => {
    expect(await read(await resigned(changes))).toBe('belongs-elsewhere')
  })

  test('holds from its first instant to its last, and not a second before or after', async () => {
    const at = (now: string) => read(document, {}, { now })
    expect(await at(ISSUED_AT)).toEqual([7, 94_567])
    expect(await at(validUntil)).toEqual([7, 94_567])
    expect(await at('2026-11-22T03:04:04Z')).toBe('not-of-now')
    expect(await at('2026-11-23T03:04:06Z')).toBe('not-of-now')
  })

  test('believes a key of the registry that is in use, and no other', async () => {
    const by = (...keys: TrustedKey[]) => read(document, {}, { keys })
    expect(await by()).toBe('unknown-key')
    expect(await by(strangeVerifier)).toBe('unknown-key')
    expect(await by(strangeVerifier, verifier)).toEqual([7, 94_567])
    expect(await by({ ...verifier, first: 9 })).toEqual([7, 94_567])
    for (const ended of [{ last: 9 }, { compromisedFrom: 9 }, { last: 0 }, { compromisedFrom: 0 }])
      expect(await by({ ...verifier, ...ended })).toBe('unknown-key')
    const strange = await signDocument(await build([7]), { ...strangeSigner, kid: registrySigner.kid })
    expect(await read(strange)).toBe('signature-differs')
  })

  test.each<[string, JsonObject]>([
    ['a context more', { '@context': ['https://www.w3.org/ns/credentials/v2', {}] }],
    ['no context', { '@context': [] }],
    ['another type', { type: ['VerifiableCredential', 'BitstringStatusListCredential', 'X'] }],
    ['its types turned', { type: ['BitstringStatusListCredential', 'VerifiableCredential'] }],
    ['a member more', { name: 'x' }],
    ['two subjects', { credentialSubject: [document.credentialSubject ?? null, document.credentialSubject ?? null] }],
    ['a subject of another type', withSubject({ type: 'StatusList2021' })],
    ['a member more in its subject', withSubject({ statusSize: 2 })],
    ['a list that is none', withSubject({ encodedList: 'u' })],
    ['a list in clear', withSubject({ encodedList: `u${Buffer.alloc(16_384).toString('base64url')}` })],
    ['an endless time to live', withSubject({ ttl: 1e12 })],
    ['an instant with fractions', { validFrom: '2026-11-22T03:04:05.000Z' }],
  ])('refuses a list with %s, even where it is well signed', async (_, changes) => {
    expect(await read(await resigned(changes))).toBe('malformed')
  })

  test('refuses what is no set of two proofs in their order', async () => {
    const [jcs = null, rdfc = null] = document.proof as JsonValue[]
    for (const proof of [jcs, rdfc, [jcs], [rdfc], [rdfc, jcs], [jcs, jcs], [jcs, rdfc, rdfc], [], null, 'x'])
      expect(await read({ ...document, proof })).toBe('malformed')
    for (const value of [null, [], 'x', 5, {}]) expect(await read(value as JsonValue)).toBe('malformed')
  })

  test('refuses a set of which one proof is another list’s', async () => {
    const other = (await signDocument(await build([8]))).proof as JsonValue[]
    const [jcs = null, rdfc = null] = document.proof as JsonValue[]
    for (const proof of [
      [jcs, other[1] ?? null],
      [other[0] ?? null, rdfc],
    ])
      expect(await read({ ...document, proof })).toBe('signature-differs')
  })

  test('refuses any change of any value, member or element', async () => {
    for (const changed of alter(document)) expect(await read(changed), JSON.stringify(changed)).toMatch(/-|malformed/)
  })
})

test('a list that addProofs signed is read as one that signDocument signed', async () => {
  const list = await build([7])
  const options = {
    ids: ['urn:uuid:00010203-0405-4607-8809-0a0b0c0d0e0f', 'urn:uuid:10111213-1415-4617-9819-1a1b1c1d1e1f'] as [
      string,
      string,
    ],
    created: ISSUED_AT,
    verificationMethod: `${list.issuer}#${registrySigner.kid}`,
  }
  expect(await read(await addProofs(list, registrySigner, options))).toEqual([7])
})
