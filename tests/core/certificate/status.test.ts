import { describe, expect, test } from 'vitest'
import { formatAct } from '#core/certificate/leaves.ts'
import { type ActType, reasons } from '#core/certificate/reasons.ts'
import { type CertificateEvent, foldEvents, readLeaf } from '#core/certificate/status.ts'
import { type Status, statuses } from '#core/log/life.ts'
import {
  CODE,
  CURATOR,
  history,
  issued,
  MAKER,
  makePiece,
  OTHER_CODE,
  OTHER_MAKER,
  relabel,
  revoked,
  sign,
} from './support.ts'

const document = await sign(makePiece({ code: CODE }))
const other = await sign(makePiece({ code: OTHER_CODE }))
const first = issued(document)
const second = revoked(document)
const issue = first.leaf
const nothing = { suspended: null, reported: null, erased: null, ended: null }
const broken = { kind: 'broken' }

/** The state of the piece after these acts, all of a curator. */
const fold = (...acts: ActType[]) => {
  const states = statuses.map((status) =>
    foldEvents(history(document, ...acts.map((type): [ActType] => [type])), issue, status),
  )
  const state = states.find(({ kind }) => kind === 'known')
  // The column agrees with the events for one status alone.
  expect(states.filter(({ kind }) => kind === 'known').length).toBeLessThan(2)
  return state?.kind === 'known'
    ? `${state.status} by ${state.act?.type ?? 'none'} at ${state.act?.index ?? '–'}`
    : 'broken'
}

describe('foldEvents', () => {
  test('says valid after one issue that is live, and where the log has it', () => {
    const state = { kind: 'known', status: 'valid', act: null, life: nothing, issued: 4, last: 4 }
    expect(foldEvents([first], issue, 'valid')).toEqual(state)
    expect(foldEvents([{ ...first, index: 0 }], issue, 'valid')).toEqual({ ...state, issued: 0, last: 0 })
  })

  test.each(reasons)('says revoked for %s, when and by whom', (reason) => {
    const at = '2026-11-23T03:04:05Z'
    const leaf = readLeaf(issue)
    const text = leaf ? formatAct(leaf, { type: 'revoked', prev: 4, reason, ts: at }) : ''
    const act = { type: 'revoked', reason, at, by: CURATOR, index: 9 }
    expect(foldEvents([first, { ...second, leaf: text }], issue, 'revoked')).toEqual({
      kind: 'known',
      status: 'revoked',
      act,
      life: { ...nothing, ended: { status: 'revoked', by: act } },
      issued: 4,
      last: 9,
    })
  })

  test.each<[string, ActType[]]>([
    ['valid by none at –', []],
    ['valid by none at –', ['suspended', 'resumed']],
    ['valid by none at –', ['reported', 'suspended', 'report-withdrawn', 'resumed']],
    ['superseded by superseded at 9', ['superseded']],
    ['superseded by superseded at 19', ['reported', 'report-withdrawn', 'superseded']],
    ['suspended by suspended at 9', ['suspended']],
    ['suspended by suspended at 19', ['suspended', 'resumed', 'suspended']],
    ['suspended by suspended at 9', ['suspended', 'reported', 'report-withdrawn']],
    ['reported by reported at 9', ['reported']],
    ['reported by reported at 9', ['reported', 'suspended']],
    ['reported by reported at 14', ['suspended', 'reported']],
    ['reported by reported at 14', ['suspended', 'reported', 'resumed']],
    ['revoked by revoked at 9', ['revoked']],
    ['revoked by revoked at 19', ['suspended', 'reported', 'revoked']],
    ['valid by none at –', ['subject-erased']],
    ['suspended by suspended at 9', ['suspended', 'subject-erased']],
    ['suspended by suspended at 14', ['subject-erased', 'suspended']],
    ['valid by none at –', ['suspended', 'subject-erased', 'resumed']],
    ['superseded by superseded at 14', ['subject-erased', 'superseded']],
    ['superseded by superseded at 9', ['superseded', 'subject-erased']],
    ['revoked by revoked at 9', ['revoked', 'subject-erased']],
    ['broken', ['subject-erased', 'subject-erased']],
    ['broken', ['subject-erased', 'revoked', 'subject-erased']],
    ['broken', ['revoked', 'subject-erased', 'suspended']],
    ['broken', ['resumed']],
    ['broken', ['report-withdrawn']],
    ['broken', ['suspended', 'suspended']],
    ['broken', ['reported', 'reported']],
    ['broken', ['suspended', 'superseded']],
    ['broken', ['reported', 'superseded']],
    ['broken', ['suspended', 'report-withdrawn']],
    ['broken', ['superseded', 'revoked']],
    ['broken', ['superseded', 'superseded']],
    ['broken', ['revoked', 'suspended']],
    ['broken', ['suspended', 'revoked', 'resumed']],
  ])('says %s after %j', (expected, acts) => {
    expect(fold(...acts)).toBe(expected)
  })

  test('keeps what stands beside the status, and the index of the last event', () => {
    const acts: [ActType][] = [['suspended'], ['reported']]
    expect(foldEvents(history(document, ...acts), issue, 'reported')).toMatchObject({
      status: 'reported',
      act: { type: 'reported', reason: 'lost-or-stolen', at: '2026-11-22T11:00:00Z', index: 14 },
      life: {
        suspended: { type: 'suspended', reason: 'data-error', at: '2026-11-22T10:00:00Z', index: 9 },
        ended: null,
      },
      issued: 4,
      last: 14,
    })
  })

  test('says broken where the status and the events disagree', () => {
    const acts: [ActType[], Status][] = [
      [[], 'valid'],
      [['suspended'], 'suspended'],
      [['reported', 'suspended'], 'reported'],
      [['suspended', 'resumed'], 'valid'],
      [['superseded'], 'superseded'],
      [['revoked'], 'revoked'],
      [['suspended', 'subject-erased'], 'suspended'],
      [['revoked', 'subject-erased'], 'revoked'],
      [['suspended', 'reported', 'revoked'], 'revoked'],
    ]
    for (const [types, status] of acts) {
      const events = history(document, ...types.map((type): [ActType] => [type]))
      for (const said of statuses) {
        expect(foldEvents(events, issue, said).kind).toBe(said === status ? 'known' : 'broken')
      }
    }
  })

  test('takes acts of the same second, and none that is a second older than the one before', () => {
    const acts = history(document, ['suspended'], ['resumed'])
    const at = (ts: string) => acts.map((event, index) => (index === 2 ? relabel(event, { ts }) : event))
    expect(foldEvents(at('2026-11-22T10:00:00Z'), issue, 'valid')).toMatchObject({ status: 'valid' })
    expect(foldEvents(at('2026-11-22T09:59:59Z'), issue, 'valid')).toEqual(broken)
    expect(foldEvents([first, relabel(second, { ts: '2026-11-22T03:04:05Z' })], issue, 'revoked')).toMatchObject({
      status: 'revoked',
    })
    expect(foldEvents([first, relabel(second, { ts: '2026-11-22T03:04:04Z' })], issue, 'revoked')).toEqual(broken)
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
    ['the revocation stands where the issue does', [first, { ...second, index: 4 }]],
    ['it was issued twice', [first, { ...first, index: 9, previous: 4 }]],
    ['it was revoked twice', [first, second, { ...second, index: 12, previous: 9 }]],
    ['it was issued again after the revocation', [first, second, { ...first, index: 12, previous: 9 }]],
    ['a revocation has no reason', [first, relabel(second, { reason: undefined })]],
    ['the reason is outside the vocabulary', [first, relabel(second, { reason: 'gone' })]],
    ['the reason is one of another act', [first, relabel(second, { t: 'reported', reason: 'returned' })]],
    ['the revocation is of another document', [first, relabel(second, { body: readLeaf(issued(other).leaf)?.body })]],
    ['the revocation is of another certificate', [first, relabel(second, { cid: readLeaf(issued(other).leaf)?.cid })]],
    ['the revocation is of another kind', [first, relabel(second, { kind: 'curation' })]],
    ['the revocation is of another maker’s certificate', [first, relabel(second, { maker: 'other' })]],
    ['the revocation is older than the issue', [first, relabel(second, { ts: '2026-01-01T00:00:00Z' })]],
    ['another maker revoked it', [first, { ...second, actor: OTHER_MAKER }]],
    ['an act lifts what never stood', [first, relabel(second, { t: 'resumed', reason: undefined })]],
    ['the issue is of another document', [issued(other)]],
    ['the issue is dated otherwise', [relabel(first, { ts: '2026-01-01T00:00:00Z' })]],
    ['the issue names another design', [relabel(first, { design: 'batik-sekar-demo/other' })]],
    ['the issue names another edition', [relabel(first, { excl: 'open', edition: [0, 0] })]],
    ['another maker issued it', [{ ...first, actor: OTHER_MAKER }]],
    ['a curator issued it', [{ ...first, actor: CURATOR }]],
    ['the issue carries a reason for revoking', [relabel(first, { reason: 'returned' })]],
    ['an erasure gives a reason', [first, relabel(second, { t: 'subject-erased' })]],
    [
      'another maker erased what was kept',
      [first, { ...relabel(second, { t: 'subject-erased', reason: undefined }), actor: OTHER_MAKER }],
    ],
    ['a leaf is not canonical', [{ ...first, leaf: ` ${first.leaf}` }]],
    ['an act’s leaf is not canonical', [first, { ...second, leaf: `${second.leaf}\n` }]],
    ['an act’s leaf is none', [first, { ...second, leaf: '' }]],
  ])('says broken where %s, whatever the status says', (_, events) => {
    for (const status of statuses) expect(foldEvents(events, issue, status)).toEqual(broken)
  })

  test('says broken where a link in the middle of a longer chain is cut or moved', () => {
    const types: ActType[] = ['suspended', 'reported', 'resumed', 'report-withdrawn', 'suspended', 'revoked']
    const events = history(document, ...types.map((type): [ActType, typeof MAKER] => [type, MAKER]))
    expect(foldEvents(events, issue, 'revoked')).toMatchObject({ status: 'revoked', last: 34 })
    for (let at = 1; at < events.length; at++) {
      const event = events[at] ?? first
      const spoilt = [
        events.toSpliced(at - 1, 1),
        events.toSpliced(at, 0, event),
        events.with(at, events[at - 1] ?? event).with(at - 1, event),
        events.with(at, { ...event, index: event.index + 1 }),
        events.with(at, { ...event, previous: (event.previous ?? 0) - 5 }),
        events.with(at, relabel(event, { prev: (event.previous ?? 0) - 1 })),
        events.with(at, { ...event, actor: OTHER_MAKER }),
      ]
      // The last event has none after it that would still point to where it was.
      const seen = spoilt.filter((_, index) => !(index === 3 && at === events.length - 1))
      for (const chain of seen) for (const status of statuses) expect(foldEvents(chain, issue, status)).toEqual(broken)
    }
  })
})
