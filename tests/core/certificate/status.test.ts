import { describe, expect, test } from 'vitest'
import { type CertificateEvent, foldEvents, revocationReasons } from '#core/certificate/status.ts'

const body = 'digest'
const maker = { role: 'maker', maker: 'batik-sekar-demo' } as const
const first: CertificateEvent = {
  index: 4,
  type: 'issued',
  previous: null,
  body,
  reason: null,
  actor: maker,
  at: '2026-11-22T03:04:05Z',
}
const second: CertificateEvent = {
  index: 9,
  type: 'revoked',
  previous: 4,
  body,
  reason: 'returned',
  actor: { role: 'curator' },
  at: '2026-11-23T03:04:05Z',
}

const issue = { body, maker: maker.maker, at: first.at }

describe('foldEvents', () => {
  test('says current after one issue that is live', () => {
    expect(foldEvents([first], issue, true)).toEqual({ kind: 'current' })
  })

  test.each(revocationReasons)('says revoked for %s, when and by whom', (reason) => {
    expect(foldEvents([first, { ...second, reason }], issue, false)).toEqual({
      kind: 'revoked',
      revocation: { reason, at: second.at, by: { role: 'curator' } },
    })
  })

  test('says broken where the live flag and the events disagree', () => {
    expect(foldEvents([first], issue, false)).toEqual({ kind: 'broken' })
    expect(foldEvents([first, second], issue, true)).toEqual({ kind: 'broken' })
  })

  test.each<[string, CertificateEvent[]]>([
    ['there is no event', []],
    ['there is no issue', [{ ...second, previous: null }]],
    ['the issue has an event before it', [{ ...first, previous: 3 }]],
    ['the issue has itself before it', [{ ...first, previous: 4 }]],
    [
      'a revocation stands before the issue',
      [
        { ...second, previous: null },
        { ...first, previous: 9 },
      ],
    ],
    ['the order is turned', [second, first]],
    ['the revocation is not chained', [first, { ...second, previous: null }]],
    ['the revocation is chained to another event', [first, { ...second, previous: 5 }]],
    ['the revocation is chained to itself', [first, { ...second, previous: 9 }]],
    ['the issue’s index moved', [{ ...first, index: 5 }, second]],
    ['it was issued twice', [first, { ...first, index: 9, previous: 4 }]],
    ['it was revoked twice', [first, second, { ...second, index: 12, previous: 9 }]],
    ['it was issued again after the revocation', [first, second, { ...first, index: 12, previous: 9 }]],
    ['a revocation has no reason', [first, { ...second, reason: null }]],
    ['the issue is of another document', [{ ...first, body: 'other' }]],
    ['the revocation is of another document', [first, { ...second, body: 'other' }]],
    [
      'both events are of another document',
      [
        { ...first, body: 'other' },
        { ...second, body: 'other' },
      ],
    ],
    ['an event is of a type that is not known', [first, { ...second, type: 'resumed' as 'revoked' }]],
    ['the first event is of a type that is not known', [{ ...first, type: 'ISSUED' as 'issued' }]],
  ])('says broken where %s, whatever the live flag says', (_, events) => {
    for (const live of [true, false]) expect(foldEvents(events, issue, live)).toEqual({ kind: 'broken' })
  })

  test.each<[string, CertificateEvent[], boolean]>([
    ['the issue is dated otherwise than the document', [{ ...first, at: '2026-01-01T00:00:00Z' }], true],
    ['another maker issued it', [{ ...first, actor: { role: 'maker', maker: 'other' } }], true],
    ['the issue carries a reason for revoking', [{ ...first, reason: 'returned' }], true],
    ['the reason is outside the vocabulary', [first, { ...second, reason: 'gone' as 'returned' }], false],
    ['the revocation stands before the issue in the log', [first, { ...second, index: 3 }], false],
  ])('says broken where %s', (_, events, live) => {
    expect(foldEvents(events, issue, live)).toEqual({ kind: 'broken' })
  })
})
