/** Whether a key counted where the log has the certificate: by the log's order, never by a clock. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCredential } from '#core/certificate/credential.ts'
import { importVerifier } from '#core/certificate/keys.ts'
import { checkKey, type Report, type TrustedKey, verifyCertificate } from '#core/certificate/verify.ts'
import { type KeyPeriod, refuseIndex } from '#core/log/key-history.ts'
import {
  CODE,
  issued,
  makePiece,
  NOW,
  ORIGIN,
  registrySigner,
  revoked,
  sign,
  signCuration,
  signFirst,
  store,
  strangeSigner,
} from './support.ts'

const verifier = await importVerifier(registrySigner.publicKey)
const strangeVerifier = await importVerifier(strangeSigner.publicKey)
const document = await sign()
const documents = { piece: document, curation: await signCuration(), 'first version': await signFirst() }

/** The certificate at this index of the log, where our key has this period. */
function check(period: Partial<KeyPeriod>, index: number, signed = document): Promise<Report> {
  const record = store(signed, { events: [issued(signed, { index })] })
  return verifyCertificate(
    CODE,
    { kind: 'found', record },
    { origin: ORIGIN, verifiers: [{ ...verifier, ...period }] },
    NOW,
  )
}

/** Verdict, and what did not pass. */
const outcome = async (period: Partial<KeyPeriod>, index: number, signed = document) => {
  const { verdict, checks, certificate } = await check(period, index, signed)
  expect(certificate === undefined).toBe(verdict !== 'valid')
  return [
    verdict,
    ...checks.flatMap((one) => (one.status === 'valid' ? [] : [`${one.name} ${one.status} ${one.reason}`])),
  ]
}

const notYet = ['altered', 'key invalid key-not-yet']
const retired = ['altered', 'key invalid key-retired']
const compromised = ['altered', 'key invalid key-compromised']

describe.each(Object.entries(documents))('the key of a %s', (_, signed) => {
  test.each<[Partial<KeyPeriod>, number, string[]]>([
    [{}, 0, ['valid']],
    [{}, 1_000_000, ['valid']],
    [{ first: 0, last: null, compromisedFrom: null }, 7, ['valid']],
    [{ first: 7 }, 6, notYet],
    [{ first: 7 }, 7, ['valid']],
    [{ last: 7 }, 6, ['valid']],
    [{ last: 7 }, 7, ['valid']],
    [{ last: 7 }, 8, retired],
    [{ compromisedFrom: 7 }, 6, ['valid']],
    [{ compromisedFrom: 7 }, 7, compromised],
    [{ compromisedFrom: 7 }, 8, compromised],
    [{ compromisedFrom: 0 }, 0, compromised],
    [{ first: 3, last: 9, compromisedFrom: 7 }, 2, notYet],
    [{ first: 3, last: 9, compromisedFrom: 7 }, 6, ['valid']],
    [{ first: 3, last: 9, compromisedFrom: 7 }, 9, compromised],
    [{ first: 3, last: 5, compromisedFrom: 7 }, 6, retired],
  ])('within %j says of the entry %i %j', async (period, index, expected) => {
    expect(await outcome(period, index, signed)).toEqual(expected)
  })
})

describe('the check of the key', () => {
  test('is the fifth of six, and passes exactly where the index is refused for no reason', async () => {
    const border = fc.option(fc.nat(12), { nil: null })
    const period = fc.record({ first: fc.nat(12), last: border, compromisedFrom: border })
    await fc.assert(
      fc.asyncProperty(period, fc.nat(14), async (within, index) => {
        const { checks, verdict } = await check(within, index)
        expect(checks.map(({ name }) => name)).toEqual(['record', 'form', 'binding', 'signature', 'key', 'status'])
        const reason = refuseIndex(within, index)
        expect(checks[4]).toEqual(
          reason ? { name: 'key', status: 'invalid', reason } : { name: 'key', status: 'valid' },
        )
        expect(verdict).toBe(reason ? 'altered' : 'valid')
      }),
    )
  })

  test('goes by where the certificate was issued, not by what happened to it later', async () => {
    const events = [issued(document), revoked(document)]
    const record = store(document, { events, status: 'revoked' })
    for (const period of [{ last: 4 }, { last: 8 }, { compromisedFrom: 5 }, { compromisedFrom: 9 }]) {
      const trust = { origin: ORIGIN, verifiers: [{ ...verifier, ...period }] }
      expect((await verifyCertificate(CODE, { kind: 'found', record }, trust, NOW)).verdict).toBe('revoked')
    }
  })

  test('is of the key that signed, whatever is known of others', async () => {
    const strange = { ...strangeVerifier, first: 9, last: 9, compromisedFrom: 0 }
    for (const verifiers of [
      [strange, verifier],
      [verifier, strange],
    ]) {
      const found = { kind: 'found' as const, record: store(document) }
      expect((await verifyCertificate(CODE, found, { origin: ORIGIN, verifiers }, NOW)).verdict).toBe('valid')
    }
  })

  test('does not save a signature that differs, and a good signature does not save a key that did not count', async () => {
    const forged = await sign(makePiece(), { signer: { ...strangeSigner, kid: registrySigner.kid } })
    expect(await outcome({}, 4, forged)).toEqual(['altered', 'signature invalid signature-differs'])
    expect(await outcome({ last: 3 }, 4, forged)).toEqual([
      ...['altered', 'signature invalid signature-differs', 'key invalid key-retired'],
    ])
  })

  test('is not reached where the key is unknown, or nothing can be read', async () => {
    const found = { kind: 'found' as const, record: store(document) }
    const { checks } = await verifyCertificate(CODE, found, { origin: ORIGIN, verifiers: [] }, NOW)
    expect(checks[4]).toEqual({ name: 'key', status: 'skipped', reason: 'not-reached' })
    expect(checkKey(null, { origin: ORIGIN, verifiers: [verifier] }, 4)).toEqual(checks[4])
  })

  test('of a certificate of which nobody knows where the log has it passes for a key without any end, and no other', () => {
    const { credential } = store(document)
    const read = parseCredential(credential)
    const judge = (period: Partial<KeyPeriod>) => {
      const verifiers: TrustedKey[] = [{ ...verifier, ...period }]
      return checkKey(read.ok ? read.value : null, { origin: ORIGIN, verifiers }, null)
    }
    const valid = { name: 'key', status: 'valid' }
    const unknown = { name: 'key', status: 'error', reason: 'index-unknown' }
    expect(judge({})).toEqual(valid)
    expect(judge({ first: 0, last: null, compromisedFrom: null })).toEqual(valid)
    for (const period of [{ first: 1 }, { last: 0 }, { last: 9 }, { compromisedFrom: 0 }, { compromisedFrom: 9 }])
      expect(judge(period)).toEqual(unknown)
  })

  test('leaves a record without events altered, whatever the key', async () => {
    for (const period of [{}, { last: 9 }]) {
      const record = store(document, { events: [] })
      const trust = { origin: ORIGIN, verifiers: [{ ...verifier, ...period }] }
      expect((await verifyCertificate(CODE, { kind: 'found', record }, trust, NOW)).verdict).toBe('altered')
    }
  })
})
