/** The verdict of every state, from what a store would hold, and what each lets a reader see. */
import { describe, expect, test } from 'vitest'
import type { JsonObject } from '#core/canonical-json.ts'
import type { ActType } from '#core/certificate/reasons.ts'
import type { Actor } from '#core/certificate/status.ts'
import { type Report, type Verdict, verifyCertificate } from '#core/certificate/verify.ts'
import {
  CODE,
  CURATOR,
  history,
  ISSUED_AT,
  MAKER,
  makeCuration,
  NOW,
  ORIGIN,
  registrySigner,
  SLOT,
  sign,
  signCuration,
  statusAfter,
  store,
  trust,
} from './support.ts'

const piece = await sign()
const curation = await signCuration()
/** The last second of 2027-11-20 at UTC+9, and its neighbors. */
const BEFORE = '2027-11-20T14:59:58Z'
const LAST = '2027-11-20T14:59:59Z'
const AFTER = '2027-11-20T15:00:00Z'

function check(document: JsonObject, types: ActType[], now = NOW): Promise<Report> {
  const events = history(document, ...types.map((type): [ActType] => [type]))
  return verifyCertificate(
    CODE,
    { kind: 'found', record: store(document, { events, status: statusAfter(types) }) },
    trust,
    now,
  )
}

/** Verdict, the claims' kind, and the act. */
function outline({ verdict, certificate, act }: Report): string {
  return `${verdict}, ${certificate ? `claims of a ${certificate.kind}` : 'no claims'}, ${act?.type ?? 'no act'}`
}

describe.each([
  ['piece', piece],
  ['curation', curation],
])('the record of a %s', (kind, document) => {
  test.each<[ActType[], string]>([
    [[], `valid, claims of a ${kind}, no act`],
    [['superseded'], `superseded, claims of a ${kind}, superseded`],
    [['suspended'], `suspended, claims of a ${kind}, suspended`],
    [['suspended', 'resumed'], `valid, claims of a ${kind}, no act`],
    [['reported'], 'reported, no claims, reported'],
    [['suspended', 'reported'], 'reported, no claims, reported'],
    [['reported', 'report-withdrawn'], `valid, claims of a ${kind}, no act`],
    [['suspended', 'reported', 'report-withdrawn'], `suspended, claims of a ${kind}, suspended`],
    [['suspended', 'reported', 'resumed'], 'reported, no claims, reported'],
    [['revoked'], 'revoked, no claims, revoked'],
    [['suspended', 'reported', 'revoked'], 'revoked, no claims, revoked'],
    [['subject-erased'], `valid, claims of a ${kind}, no act`],
    [['suspended', 'subject-erased'], `suspended, claims of a ${kind}, suspended`],
    [['subject-erased', 'superseded'], `superseded, claims of a ${kind}, superseded`],
    [['revoked', 'subject-erased'], 'revoked, no claims, revoked'],
  ])('after %j: %s', async (types, expected) => {
    const report = await check(document, types)
    expect(outline(report)).toBe(expected)
    expect(report.checks.map(({ status }) => status)).toEqual(new Array(6).fill('valid'))
    expect(report.checkedAt).toBe(NOW)
  })

  test('names with the act its reason, its time, who did it, where the log has it, and whose it was', async () => {
    const by = kind === 'piece' ? MAKER : CURATOR
    const acts: [ActType, Actor][] = [
      ['reported', by],
      ['suspended', CURATOR],
    ]
    const record = store(document, { events: history(document, ...acts), status: 'reported' })
    const { act } = await verifyCertificate(CODE, { kind: 'found', record }, trust, NOW)
    expect(act).toEqual({
      type: 'reported',
      reason: 'lost-or-stolen',
      at: '2026-11-22T10:00:00Z',
      by,
      index: 9,
      maker: 'batik-sekar-demo',
      product: 'batik-tulis-manggur',
    })
  })
})

describe('a curation', () => {
  test('is valid, and shows the registry as issuer and what was found', async () => {
    expect((await check(curation, [])).certificate).toEqual({
      kind: 'curation',
      subject: { ...makeCuration(), id: `${ORIGIN}/v/${CODE}#curation`, type: 'Curation' },
      issuer: 'did:web:asli.example',
      issuedAt: ISSUED_AT,
      keyId: registrySigner.kid,
      logIndex: 4,
      statusIndex: SLOT,
    })
  })

  test.each<[string, ActType[], Verdict, Verdict]>([
    ['valid', [], 'valid', 'expired'],
    ['replaced', ['superseded'], 'superseded', 'expired'],
    ['paused', ['suspended'], 'suspended', 'suspended'],
    ['reported', ['reported'], 'reported', 'reported'],
    ['reported and paused', ['suspended', 'reported'], 'reported', 'reported'],
    ['withdrawn', ['revoked'], 'revoked', 'revoked'],
  ])('that is %s expires after its last second, unless something worse stands', async (_, types, until, after) => {
    expect((await check(curation, types, BEFORE)).verdict).toBe(until)
    expect((await check(curation, types, LAST)).verdict).toBe(until)
    expect((await check(curation, types, AFTER)).verdict).toBe(after)
    expect((await check(curation, types, '2099-01-01T00:00:00Z')).verdict).toBe(after)
  })

  test('shows its claims once it is over, muted, and names no act where none was done', async () => {
    expect(outline(await check(curation, [], AFTER))).toBe('expired, claims of a curation, no act')
    expect(outline(await check(curation, ['suspended'], AFTER))).toBe('suspended, claims of a curation, suspended')
    expect(outline(await check(curation, ['revoked'], AFTER))).toBe('revoked, no claims, revoked')
  })

  test('that is over and was replaced before names no act: time, not the act, brought the verdict about', async () => {
    expect(outline(await check(curation, ['superseded'], AFTER))).toBe('expired, claims of a curation, no act')
  })

  test('that was altered is altered, also once it is over', async () => {
    const record = store(curation, { status: 'revoked' })
    const report = await verifyCertificate(CODE, { kind: 'found', record }, trust, AFTER)
    expect(outline(report)).toBe('altered, no claims, no act')
  })
})

describe('a piece', () => {
  test('never expires', async () => {
    expect((await check(piece, [], '9999-12-31T23:59:59Z')).verdict).toBe('valid')
    expect((await check(piece, ['superseded'], '9999-12-31T23:59:59Z')).verdict).toBe('superseded')
  })
})
