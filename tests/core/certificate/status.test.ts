import { describe, expect, test } from 'vitest'
import { formatRevoked } from '#core/certificate/leaves.ts'
import { revocationReasons } from '#core/certificate/reasons.ts'
import { type CertificateEvent, foldEvents, readLeaf } from '#core/certificate/status.ts'
import { CODE, issued, makePiece, OTHER_CODE, relabel, revoked, sign } from './support.ts'

const document = await sign(makePiece({ code: CODE }))
const other = await sign(makePiece({ code: OTHER_CODE }))
const first = issued(document)
const second = revoked(document)
const issue = first.leaf

describe('foldEvents', () => {
  test('says current after one issue that is live, and where the log has it', () => {
    expect(foldEvents([first], issue, true)).toEqual({ kind: 'current', index: 4 })
  })

  test.each(revocationReasons)('says revoked for %s, when and by whom', (reason) => {
    const at = '2026-11-23T03:04:05Z'
    const leaf = readLeaf(issue)
    const text = leaf ? formatRevoked(leaf, { prev: 4, reason, ts: at }) : ''
    expect(foldEvents([first, { ...second, leaf: text }], issue, false)).toEqual({
      kind: 'revoked',
      revocation: { reason, at, by: { role: 'curator' } },
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
    ['the order is turned', [second, first]],
    ['the revocation is not chained', [first, { ...second, previous: null }]],
    ['the revocation is chained to another event', [first, { ...second, previous: 5 }]],
    ['the revocation’s leaf is chained to another event', [first, relabel(second, { prev: 5 })]],
    ['the revocation is chained to itself', [first, { ...second, previous: 9 }]],
    ['the issue’s index moved', [{ ...first, index: 5 }, second]],
    ['the revocation stands before the issue in the log', [first, { ...second, index: 3 }]],
    ['it was issued twice', [first, { ...first, index: 9, previous: 4 }]],
    ['it was revoked twice', [first, second, { ...second, index: 12, previous: 9 }]],
    ['it was issued again after the revocation', [first, second, { ...first, index: 12, previous: 9 }]],
    ['a revocation has no reason', [first, relabel(second, { reason: undefined })]],
    ['the reason is outside the vocabulary', [first, relabel(second, { reason: 'gone' })]],
    ['the revocation is of another document', [first, relabel(second, { body: readLeaf(issued(other).leaf)?.body })]],
    ['the revocation is of another certificate', [first, relabel(second, { cid: readLeaf(issued(other).leaf)?.cid })]],
    ['the revocation is older than the issue', [first, relabel(second, { ts: '2026-01-01T00:00:00Z' })]],
    ['another maker revoked it', [first, { ...second, actor: { role: 'maker', maker: 'other' } }]],
    ['an event is of a type that ends nothing', [first, relabel(second, { t: 'resumed', reason: undefined })]],
    ['the issue is of another document', [issued(other)]],
    ['the issue is dated otherwise', [relabel(first, { ts: '2026-01-01T00:00:00Z' })]],
    ['the issue names another design', [relabel(first, { design: 'batik-sekar-demo/other' })]],
    ['another maker issued it', [{ ...first, actor: { role: 'maker', maker: 'other' } }]],
    ['a curator issued it', [{ ...first, actor: { role: 'curator' } }]],
    ['the issue carries a reason for revoking', [relabel(first, { reason: 'returned' })]],
    ['a leaf is not canonical', [{ ...first, leaf: ` ${first.leaf}` }]],
  ])('says broken where %s, whatever the live flag says', (_, events) => {
    for (const live of [true, false]) expect(foldEvents(events, issue, live)).toEqual({ kind: 'broken' })
  })
})
