import { describe, expect, test } from 'vitest'
import { canonicalize, type JsonObject } from '#core/canonical-json.ts'
import { dayOf, signCard } from '#core/certificate/card.ts'
import { formatCode } from '#core/certificate/code.ts'
import type { Findings } from '#core/certificate/evidence.ts'
import { digestBody } from '#core/certificate/proof.ts'
import { statuses } from '#core/log/life.ts'
import {
  absent,
  check,
  document,
  here,
  keys,
  listKeys,
  logSigner,
  missing,
  otherDocument,
  otherProof,
  proveAll,
  statusPart,
  strangeKeys,
  tagSigner,
  trusted,
  unreachable,
} from './evidence-support.ts'
import { CODE, ISSUED_AT, makePiece, ORIGIN, OTHER_CODE, sign, signCuration, strangeSigner } from './support.ts'

/** The checks that did not pass, as `name: outcome, reason`. */
const openOf = ({ checks }: Findings) =>
  checks.flatMap((one) => (one.status === 'valid' ? [] : [`${one.name}: ${one.status}, ${one.reason}`]))
const outcome = async (found: Promise<Findings>) => {
  const findings = await found
  return [findings.verdict, ...openOf(findings)]
}
const says = (verdict: string, more: JsonObject = {}) => here(JSON.stringify({ verdict, ...more }))

const signedByAnother = canonicalize(await sign(makePiece(), { signer: strangeSigner }))
const [loggedByAnother = ''] = await proveAll([document], strangeSigner)
const [loggedElsewhere = ''] = await proveAll([document], logSigner, 'https://other.example')

describe('checkEvidence', () => {
  test('says valid where every check passes, with the place in the log', async () => {
    const findings = await check()
    expect(findings).toMatchObject({ verdict: 'valid', status: 'valid', entry: { index: 1, size: 5 }, cardDay: null })
    expect(findings.checks.map(({ name, status }) => `${name} ${status}`)).toEqual(
      ['keys', 'record', 'form', 'binding', 'signature', 'key', 'checkpoint', 'inclusion', 'status', 'report'].map(
        (name) => `${name} valid`,
      ),
    )
  })

  test.each(statuses)('says %s where the log’s register and the registry’s verdict say so', async (status) => {
    const findings = await check({ status: statusPart(status), report: says(status) })
    expect([findings.verdict, openOf(findings)]).toEqual([status, []])
  })

  test('says when, why and by what it was replaced, in words of the vocabulary alone', async () => {
    const act = { at: '2026-11-22T10:00:00Z', reason: 'replaced' }
    const successor = { code: formatCode(OTHER_CODE) }
    const superseded = statusPart('superseded')
    const found = await check({ status: superseded, report: says('superseded', { act, successor }) })
    expect([found.act, found.successor]).toEqual([act, OTHER_CODE])
    const odd = { act: { at: '\u001b[2J', reason: 'x' }, successor: { code: 'y' } }
    const strange = await check({ status: superseded, report: says('superseded', odd) })
    expect([strange.verdict, strange.act, strange.successor]).toEqual(['superseded', null, null])
  })

  test('says expired of a curation whose period is over, with or without its status', async () => {
    const curation = await signCuration()
    const [proof = ''] = await proveAll([curation])
    const evidence = { credential: here(canonicalize(curation)), proof: here(proof) }
    const online = { ...evidence, status: statusPart('valid', curation), report: says('expired') }
    expect(await outcome(check(online, {}, '2027-11-21T00:00:00Z'))).toEqual(['expired'])
    const offline = { ...evidence, status: absent, report: absent }
    expect((await check(offline, {}, '2027-11-21T00:00:00Z')).verdict).toBe('expired')
    expect((await check(offline)).verdict).toBe('status-unknown')
  })

  test.each([
    ['another key signed it', { credential: here(signedByAnother) }, ['signature: invalid, unknown-key']],
    [
      'a claim was changed',
      { credential: here(canonicalize(document).replace('2400', '2500')) },
      ['signature: invalid, signature-differs', 'inclusion: invalid, not-included', 'status: invalid, body-differs'],
    ],
    [
      'a member was added',
      { credential: here(canonicalize({ ...document, note: 'x' })) },
      ['form: invalid, form-differs'],
    ],
    [
      'it is another certificate than the one asked for',
      {
        credential: here(canonicalize(otherDocument)),
        proof: here(otherProof),
        status: statusPart('valid', otherDocument),
      },
      ['binding: invalid, belongs-elsewhere'],
    ],
    ['the proof is another certificate’s', { proof: here(otherProof) }, ['inclusion: invalid, not-included']],
    ['the proof is cut', { proof: here('c2sp.org/tlog-proof@v1\n') }, ['inclusion: invalid, malformed']],
    ['the registry has no proof', { proof: missing }, ['inclusion: invalid, not-included']],
    ['another key signed the checkpoint', { proof: here(loggedByAnother) }, ['checkpoint: invalid, unknown-key']],
    [
      'the checkpoint is of another log of the same key',
      {
        proof: here(loggedElsewhere),
      },
      ['checkpoint: invalid, unknown-key'],
    ],
    [
      'the registry keeps another body',
      { status: statusPart('valid', otherDocument) },
      ['status: invalid, body-differs'],
    ],
    [
      'the registry says that it is altered',
      { status: here('{"body":"","status":"altered"}') },
      ['status: invalid, events-differ'],
    ],
    [
      'the registry refuses to serve it',
      { credential: { kind: 'refused' } as const },
      ['record: invalid, record-altered'],
    ],
  ])('says altered where %s', async (_, changes, reasons) => {
    const [verdict, ...open] = await outcome(check({ report: says('altered'), ...changes }))
    expect(verdict).toBe('altered')
    expect(open).toEqual(expect.arrayContaining(reasons))
    // Whatever the registry says besides, it makes nothing better.
    for (const report of [says('valid'), unreachable, absent]) {
      expect((await check({ ...changes, report })).verdict).toBe('altered')
    }
  })

  test('says unknown-code where the registry has no such certificate, by its record or by its log', async () => {
    const nothing = { credential: missing, proof: absent, status: absent, report: says('unknown-code') }
    expect((await check(nothing)).verdict).toBe('unknown-code')
    const forgotten = { status: missing, report: says('unknown-code') }
    expect(await outcome(check(forgotten))).toEqual(['unknown-code', 'status: invalid, no-such-record'])
  })

  test('never says false of what nobody answered', async () => {
    const parts = ['credential', 'proof', 'status', 'report'] as const
    for (let set = 1; set < 16; set++) {
      const gone = parts.filter((_, at) => set & (1 << at))
      const { verdict } = await check(Object.fromEntries(gone.map((part) => [part, unreachable])))
      expect([gone, verdict]).toEqual([gone, expect.stringMatching(/^(unavailable|status-unknown)$/)])
    }
    expect((await check({}, { trusted: null, shown: [] })).verdict).toBe('unavailable')
  })

  test.each(['', 'null', '[]', '{}', '{"status":"blessed","body":"x"}', '{"status":5}', '<html>'])(
    'takes %j for no answer about the status, nor for a verdict',
    async (text) => {
      expect((await check({ status: here(text) })).verdict).toBe('status-unknown')
      expect(await outcome(check({ report: here(text) }))).toEqual(['unavailable', 'report: error, no-answer'])
    },
  )

  test('goes by the worse where the registry’s verdict is another than its log’s', async () => {
    const open = 'report: invalid, says-otherwise'
    expect(await outcome(check({ report: says('revoked') }))).toEqual(['revoked', open])
    expect(await outcome(check({ status: statusPart('revoked') }))).toEqual(['revoked', open])
    expect((await check({ report: says('unavailable') })).verdict).toBe('unavailable')
    expect((await check({ status: statusPart('suspended'), report: unreachable })).verdict).toBe('suspended')
  })
})

describe('whose keys', () => {
  test('differ from the trusted ones make the verdict altered', async () => {
    for (const shown of [strangeKeys, listKeys({ tag: strangeSigner }), listKeys({ log: strangeSigner })]) {
      const report = says('altered')
      const found = check({ report }, { shown: [keys, shown] })
      expect(await outcome(found)).toEqual(['altered', 'keys: invalid, keys-differ'])
    }
  })

  test('are fewer than the trusted ones are fine', async () => {
    expect((await check({}, { shown: [{ origin: ORIGIN, keys: keys.keys.slice(0, 2) }] })).verdict).toBe('valid')
  })

  test('are the trusted ones in the name of another registry make the verdict altered', async () => {
    const report = says('altered')
    const shown = [{ ...keys, origin: 'https://other.example' }]
    expect(await outcome(check({ report }, { shown }))).toEqual(['altered', 'keys: invalid, keys-differ'])
  })

  test('are of another registry say nothing of this one', async () => {
    const other = listKeys({ origin: 'https://other.example' })
    const { verdict, checks } = await check({}, { trusted: other, shown: [] })
    expect([verdict, checks[0]]).toEqual([
      'unavailable',
      { name: 'keys', status: 'error', reason: 'belongs-elsewhere' },
    ])
  })

  test('came with the file are never enough for more than that it holds', async () => {
    expect((await check({ status: absent, report: absent }, { isOwnWord: true })).verdict).toBe('status-unknown')
    expect((await check({}, { isOwnWord: true })).verdict).toBe('unavailable')
  })

  test('are one of several of their role are found', async () => {
    const many = { origin: ORIGIN, keys: [...strangeKeys.keys, ...keys.keys] }
    expect((await check({}, { ...trusted, trusted: many })).verdict).toBe('valid')
  })
})

const statement = { origin: ORIGIN, code: CODE, key: 1, day: dayOf(ISSUED_AT) }
const card = await signCard(statement, tagSigner)
const forgedCards: [string, string, string][] = [
  ['is not written as a card', '#s=12', 'malformed'],
  ['is of another code', await signCard({ ...statement, code: OTHER_CODE }, tagSigner), 'signature-differs'],
  ['is of another host', await signCard({ ...statement, origin: 'https://x.example' }, tagSigner), 'signature-differs'],
  ['is signed by another key', await signCard(statement, strangeSigner), 'signature-differs'],
  ['is signed by the log’s key', await signCard(statement, logSigner), 'signature-differs'],
  ['names a key that is not listed', await signCard({ ...statement, key: 2 }, tagSigner), 'unknown-key'],
]

describe('the card', () => {
  test('that holds is one more check, with its day', async () => {
    const findings = await check({ card })
    expect([findings.verdict, findings.cardDay, findings.checks.at(-1)]).toEqual([
      'valid',
      statement.day,
      { name: 'card', status: 'valid' },
    ])
  })

  test.each(forgedCards)('that %s spoils a good verdict and betters no bad one', async (_, forged, reason) => {
    expect(await outcome(check({ card: forged }))).toEqual(['card-differs', `card: invalid, ${reason}`])
    const revoked = { status: statusPart('revoked'), report: says('revoked') }
    expect((await check({ ...revoked, card: forged })).verdict).toBe('revoked')
    expect((await check({ ...revoked, card })).verdict).toBe('revoked')
  })
})

test('a status is compared with the digest of what was read, not of what the registry says it is', async () => {
  const changed = canonicalize(document).replace('2400', '2500')
  const status = here(JSON.stringify({ body: digestBody(JSON.parse(changed) as JsonObject), status: 'valid' }))
  expect((await check({ credential: here(changed), status })).verdict).toBe('altered')
  expect(openOf(await check({ status }))).toContain('status: invalid, body-differs')
})

test('the place in the status lists that auditors are told is compared with the one that was signed', async () => {
  const honest = statusPart('valid')
  const answer = JSON.parse(honest.kind === 'here' ? honest.text : '') as { statusIndex: number }
  const told = (statusIndex: unknown) => here(JSON.stringify({ ...answer, statusIndex }))
  for (const index of [undefined, null, answer.statusIndex + 1, String(answer.statusIndex), -1]) {
    const findings = await check({ status: told(index), report: says('altered') })
    expect([findings.verdict, ...openOf(findings)]).toEqual(['altered', 'status: invalid, list-differs'])
  }
  expect((await check({ status: told(answer.statusIndex) })).verdict).toBe('valid')
})
