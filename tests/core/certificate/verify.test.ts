import { describe, expect, test } from 'vitest'
import type { Code } from '#core/certificate/code.ts'
import { importVerifier } from '#core/certificate/keys.ts'
import { type Lookup, type Report, type StoredCertificate, verifyCertificate } from '#core/certificate/verify.ts'
import {
  CODE,
  ISSUED_AT,
  issued,
  makePiece,
  NOW,
  ORIGIN,
  OTHER_CODE,
  registrySigner,
  relabel,
  revoked,
  SLOT,
  sign,
  store,
  strangeSigner,
  trust,
} from './support.ts'

const document = await sign()
const record = store(document)
const allValid = ['record', 'form', 'binding', 'signature', 'key', 'status'].map((name) => ({ name, status: 'valid' }))

const check = (found: Lookup, code: Code | null = CODE, trusted = trust) => verifyCertificate(code, found, trusted, NOW)
const checkRecord = (changes: Partial<StoredCertificate> = {}) =>
  check({ kind: 'found', record: { ...record, ...changes } })
const statusOf = ({ checks }: Report) => checks.map(({ status }) => status)
const reasonsOf = ({ checks }: Report) =>
  checks.flatMap((one) => (one.status === 'invalid' ? [`${one.name}: ${one.reason}`] : []))

/** What a report may hold where nothing is known of the certificate. */
function expectNoClaims(report: Report) {
  expect(Object.keys(report).toSorted()).toEqual(['checkedAt', 'checks', 'verdict'])
}

describe('verifyCertificate', () => {
  test('says valid with all six checks, and shows the signed claims', async () => {
    expect(await checkRecord()).toEqual({
      verdict: 'valid',
      checkedAt: NOW,
      checks: allValid,
      certificate: {
        issuer: 'did:web:asli.example:makers:batik-sekar-demo',
        issuedAt: ISSUED_AT,
        kind: 'piece',
        subject: { ...makePiece(), id: `${ORIGIN}/v/${CODE}#piece`, type: 'Piece' },
        keyId: registrySigner.kid,
        logIndex: 4,
        statusIndex: SLOT,
      },
    })
  })

  test('says revoked with the reason, the day and who did it, and shows no claim but maker and product', async () => {
    expect(await checkRecord({ status: 'revoked', events: [issued(document), revoked(document)] })).toEqual({
      verdict: 'revoked',
      checkedAt: NOW,
      checks: allValid,
      act: {
        type: 'revoked',
        reason: 'returned',
        at: '2026-11-22T10:00:00Z',
        by: { role: 'curator' },
        index: 9,
        maker: 'batik-sekar-demo',
        product: 'batik-tulis-manggur',
      },
    })
  })

  test.each(['no-such-record', 'not-a-code'] as const)(
    'says unknown-code where the record is missing: %s',
    async (reason) => {
      for (const code of [CODE, null]) {
        const report = await check({ kind: 'missing', reason }, code)
        expect(report.verdict).toBe('unknown-code')
        expect(report.checks[0]).toEqual({ name: 'record', status: 'invalid', reason })
        expect(statusOf(report).slice(1)).toEqual(new Array(5).fill('skipped'))
        expectNoClaims(report)
      }
    },
  )

  test('says unavailable where the store does not answer, never that the code is unknown or revoked', async () => {
    for (const code of [CODE, null]) {
      const report = await check({ kind: 'unavailable' }, code)
      expect(report.verdict).toBe('unavailable')
      expect(report.checks[0]).toEqual({ name: 'record', status: 'error', reason: 'store-unavailable' })
      expectNoClaims(report)
    }
  })

  test('never says valid of a record that was found without a code', async () => {
    const report = await check({ kind: 'found', record }, null)
    expect(report.verdict).toBe('unavailable')
    expectNoClaims(report)
  })

  test('says altered where two whole records are swapped', async () => {
    const other = store(await sign(makePiece({ code: OTHER_CODE })), { code: OTHER_CODE })
    expect((await check({ kind: 'found', record: other }, OTHER_CODE)).verdict).toBe('valid')
    const swaps = [
      await check({ kind: 'found', record: { ...other, code: CODE } }, CODE),
      await check({ kind: 'found', record: { ...record, code: OTHER_CODE } }, OTHER_CODE),
    ]
    for (const report of swaps) {
      expect(report.verdict).toBe('altered')
      expect(reasonsOf(report)).toEqual(['binding: belongs-elsewhere'])
      expectNoClaims(report)
    }
  })

  test('says altered where the credential of another record stands beside these events', async () => {
    const { credential } = store(await sign(makePiece({ nonce: 'AAAAAAAAAAAAAAAAAAAAAA' })))
    const report = await checkRecord({ credential })
    expect(report.verdict).toBe('altered')
    expect(reasonsOf(report)).toEqual(['status: events-differ'])
    expectNoClaims(report)
  })

  test.each(['https://asli.other', 'http://asli.example', 'https://asli.example:8443', 'https://www.asli.example'])(
    'says altered at the origin %s, though the key is known there',
    async (origin) => {
      const report = await check({ kind: 'found', record }, CODE, { ...trust, origin })
      expect(report.verdict).toBe('altered')
      expect(reasonsOf(report)).toEqual(['binding: belongs-elsewhere'])
      expectNoClaims(report)
    },
  )

  test('says altered where no known key signed', async () => {
    const none = await check({ kind: 'found', record }, CODE, { origin: ORIGIN, verifiers: [] })
    const stranger = store(await sign(makePiece(), { signer: strangeSigner }))
    for (const report of [none, await check({ kind: 'found', record: stranger })]) {
      expect(report.verdict).toBe('altered')
      expect(reasonsOf(report)).toEqual(['signature: unknown-key'])
      expectNoClaims(report)
    }
  })

  test('says altered where a stranger signed in the name of our key', async () => {
    const forged = store(await sign(makePiece(), { signer: { ...strangeSigner, kid: registrySigner.kid } }))
    const report = await check({ kind: 'found', record: forged })
    expect(report.verdict).toBe('altered')
    expect(reasonsOf(report)).toEqual(['signature: signature-differs'])
    expectNoClaims(report)
  })

  test('finds the key among several', async () => {
    const verifiers = [await importVerifier(strangeSigner.publicKey), ...trust.verifiers]
    expect((await check({ kind: 'found', record }, CODE, { ...trust, verifiers })).verdict).toBe('valid')
  })

  test.each([
    ['the status', { status: 'revoked' }],
    ['a status beside a revocation', { status: 'valid', events: [issued(document), revoked(document)] }],
    ['its events', { events: [] }],
    ['the issue’s type', { events: [relabel(issued(document), { t: 'revoked' })] }],
    ['the issue’s previous event', { events: [issued(document, { previous: 1 })] }],
    ['the issue’s body', { events: [relabel(issued(document), { body: 'x' })] }],
    ['the issue, given twice', { events: [issued(document), issued(document, { index: 9, previous: 4 })] }],
    [
      'the issue’s index below a revocation',
      { status: 'revoked', events: [issued(document, { index: 5 }), revoked(document)] },
    ],
    [
      'the revocation’s type',
      { status: 'revoked', events: [issued(document), relabel(revoked(document), { t: 'issued' })] },
    ],
    [
      'the revocation’s previous event',
      { status: 'revoked', events: [issued(document), revoked(document, { previous: 8 })] },
    ],
    [
      'the revocation’s body',
      { status: 'revoked', events: [issued(document), relabel(revoked(document), { body: 'x' })] },
    ],
    [
      'the revocation’s reason',
      { status: 'revoked', events: [issued(document), relabel(revoked(document), { reason: undefined })] },
    ],
  ] satisfies [string, Partial<StoredCertificate>][])('says altered where somebody changed %s', async (_, changes) => {
    const report = await checkRecord(changes)
    expect(report.verdict).toBe('altered')
    expect(reasonsOf(report)).toEqual(['status: events-differ'])
    expectNoClaims(report)
  })

  test('says unavailable, and does not throw, where the signature cannot be checked', async () => {
    const verifiers = [{ kid: registrySigner.kid, verify: () => Promise.reject(new Error('no Ed25519 here')) }]
    expect((await check({ kind: 'found', record }, CODE, { origin: ORIGIN, verifiers })).verdict).toBe('unavailable')
  })
})
