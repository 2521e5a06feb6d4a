import { describe, expect, test } from 'vitest'
import { BrokenRule } from '#core/log/broken-rule.ts'
import type { Leaf } from '#core/log/leaf.ts'
import { replay } from '#core/log/replay.ts'

const base = { kind: 'piece', maker: 'm', body: 'b', ts: '2026-11-22T03:00:00Z' } as const

function issued(cid: string, changes: Partial<Leaf> = {}): Leaf {
  return { ...base, t: 'issued', cid, design: 'm/kawung', excl: 'exclusive', edition: [1, 1], ...changes }
}

function act(t: Leaf['t'], cid: string, prev: number, changes: Partial<Leaf> = {}): Leaf {
  return { ...base, t, cid, prev, ...changes }
}

const limited = (cid: string, number: number, size = 3) => issued(cid, { excl: 'limited', edition: [number, size] })
const open = (cid: string) => issued(cid, { excl: 'open', edition: [0, 0] })
const curation = (cid: string, product = 'tape'): Leaf => ({ ...base, kind: 'curation', t: 'issued', cid, product })
const ofCuration = { kind: 'curation' } as const
const statuses = (leaves: Leaf[]) => [...replay(leaves)].map(([cid, { status }]) => `${cid} ${status}`)

describe('replay', () => {
  test('gives each certificate its last state', () => {
    const leaves = [issued('a'), act('revoked', 'a', 0), issued('b'), act('suspended', 'b', 2), act('resumed', 'b', 3)]
    const standings = replay(leaves)
    expect([standings.get('a')?.status, standings.get('b')?.status]).toEqual(['revoked', 'valid'])
    expect(standings.get('b')).toMatchObject({ issued: 2, last: 4 })
  })

  test('says of a certificate where it was issued, what stands, and what it takes up', () => {
    const series = { ...open('c'), design: 'm/x' }
    const leaves = [limited('a', 2), curation('b'), act('suspended', 'a', 0), series, act('reported', 'a', 2)]
    const alive = { suspended: null, reported: null, erased: null, ended: null }
    const common = { status: 'valid', body: 'b', maker: 'm', at: '2026-11-22T03:00:00Z', life: alive }
    expect(Object.fromEntries(replay(leaves))).toEqual({
      a: {
        ...common,
        kind: 'piece',
        issued: 0,
        last: 4,
        status: 'reported',
        place: 'number 2 of the limited design m/kawung',
        life: { ...alive, suspended: 2, reported: 4 },
      },
      b: { ...common, kind: 'curation', issued: 1, last: 1, place: 'the examination of product tape' },
      c: { ...common, kind: 'piece', issued: 3, last: 3, place: null },
    })
  })

  test('has nothing to say of an empty log', () => {
    expect(replay([])).toEqual(new Map())
  })

  test('lets a limited edition have each of its numbers once, and an open one any', () => {
    expect(replay([limited('a', 1), limited('b', 2), limited('c', 3)]).size).toBe(3)
    expect(replay([open('a'), open('b')]).size).toBe(2)
    expect(replay([curation('a', 'tape'), curation('b', 'batik')]).size).toBe(2)
    expect(replay([issued('a'), issued('b', { design: 'm/parang' }), curation('c', 'kawung')]).size).toBe(3)
  })

  test.each<[string, Leaf, Leaf, Leaf, Partial<Leaf>]>([
    ['an exclusive design', issued('a'), issued('b'), issued('c'), {}],
    ['a number', limited('a', 2), limited('b', 2), limited('c', 2), {}],
    ['a product’s examination', curation('a'), curation('b'), curation('c'), ofCuration],
  ])('frees %s when its certificate is revoked or superseded, and by nothing else', (_, a, b, c, kind) => {
    for (const t of ['revoked', 'superseded'] as const) {
      const leaves = [a, act(t, 'a', 0, kind), b]
      expect(statuses(leaves)).toEqual([`a ${t}`, 'b valid'])
      expect(() => replay([...leaves, c])).toThrow('two live certificates: entries 2 and 3')
    }
    const suspended = act('suspended', 'a', 0, kind)
    const reported = act('reported', 'a', 1, kind)
    const erased = act('subject-erased', 'a', 2, kind)
    const lifted = [act('resumed', 'a', 2, kind), act('report-withdrawn', 'a', 3, kind)]
    for (const leaves of [
      [a],
      [a, suspended],
      [a, suspended, reported],
      [a, suspended, reported, erased],
      [a, suspended, reported, ...lifted],
    ]) {
      expect(() => replay([...leaves, b])).toThrow(`two live certificates: entries 0 and ${leaves.length}`)
      const ended = act('revoked', 'a', leaves.length - 1, kind)
      expect(statuses([...leaves, ended, b])).toEqual(['a revoked', 'b valid'])
    }
  })

  test.each<[string, Leaf, Leaf, string]>([
    ['a series after it was exclusive', issued('a'), limited('b', 1), 'exclusive at entry 0 and is limited to 3 at 2'],
    ['open after it was exclusive', issued('a'), open('b'), 'exclusive at entry 0 and is open at 2'],
    ['exclusive after it was a series', limited('a', 1), issued('b'), 'limited to 3 at entry 0 and is exclusive at 2'],
    ['a larger series', limited('a', 1), limited('b', 2, 4), 'limited to 3 at entry 0 and is limited to 4 at 2'],
    ['a smaller series', limited('a', 1), limited('b', 2, 2), 'limited to 3 at entry 0 and is limited to 2 at 2'],
    ['a series after it was open', open('a'), limited('b', 1), 'open at entry 0 and is limited to 3 at 2'],
    ['exclusive after it was open', open('a'), issued('b'), 'open at entry 0 and is exclusive at 2'],
  ])('holds a maker to what the first issue of a design said: it cannot become %s', (_, a, b, sentence) => {
    for (const t of ['revoked', 'superseded'] as const) {
      expect(() => replay([a, act(t, 'a', 0), b])).toThrow(BrokenRule)
      expect(() => replay([a, act(t, 'a', 0), b])).toThrow(`the design m/kawung was ${sentence}`)
      expect(replay([a, act(t, 'a', 0), { ...b, design: 'm/other' }]).size).toBe(2)
    }
  })

  test('counts the promise from the first issue, not from the last one', () => {
    const leaves = [issued('a'), act('revoked', 'a', 0), issued('b'), act('revoked', 'b', 2), limited('c', 1)]
    expect(() => replay(leaves)).toThrow('was exclusive at entry 0 and is limited to 3 at 4')
  })

  test('wants the replacement in the entry after a supersession, where the log has one', () => {
    const end = act('superseded', 'a', 0)
    expect(statuses([issued('a'), end])).toEqual(['a superseded'])
    expect(statuses([issued('a'), end, issued('b', { design: 'm/other' })])).toEqual(['a superseded', 'b valid'])
    expect(statuses([curation('a'), { ...end, ...ofCuration }, curation('b')])).toEqual(['a superseded', 'b valid'])
    const other = issued('x', { design: 'm/other' })
    const strangers: Leaf[][] = [
      [issued('a'), end, issued('b', { maker: 'n', design: 'n/kawung' })],
      [issued('a'), end, curation('b')],
      [curation('a'), { ...end, ...ofCuration }, issued('b')],
      [curation('a'), { ...end, ...ofCuration }, { ...curation('b'), maker: 'n' }],
    ]
    for (const leaves of strangers)
      expect(() => replay(leaves)).toThrow('entry 1 replaces a certificate, and entry 2 is not the replacement')
    for (const t of ['suspended', 'revoked', 'superseded'] as const) {
      const leaves = [other, issued('a'), act('superseded', 'a', 1), act(t, 'x', 0), issued('b')]
      expect(() => replay(leaves)).toThrow('entry 2 replaces a certificate, and entry 3 is not the replacement')
    }
  })

  test.each<[string, Leaf[], RegExp]>([
    [
      'an act is older than what it follows',
      [issued('a'), act('suspended', 'a', 0, { ts: '2026-11-22T02:59:59Z' })],
      /entry 1 says that it is older than entry 0/,
    ],
    [
      'an exclusive design is live twice',
      [issued('a'), issued('b')],
      /the exclusive design m\/kawung has two live certificates: entries 0 and 1/,
    ],
    [
      'a number is live twice',
      [limited('a', 1), limited('b', 2), limited('c', 1)],
      /number 1 of the limited design m\/kawung has two live certificates: entries 0 and 2/,
    ],
    [
      'a product has two curations',
      [curation('a'), { ...curation('b'), maker: 'n' }],
      /the examination of product tape has two live certificates: entries 0 and 1/,
    ],
    ['a suspended one does not free its design', [issued('a'), act('suspended', 'a', 0), issued('b')], /two live/],
    ['a certificate is issued twice', [issued('a'), issued('a')], /entry 1 issues a certificate again that entry 0/],
    [
      'it is issued again after its end',
      [issued('a'), act('revoked', 'a', 0), issued('a')],
      /issues a certificate aga/,
    ],
    ['an act is of a certificate that was never issued', [act('revoked', 'a', 0)], /never issued/],
    ['an act stands before its issue', [act('revoked', 'a', 1), issued('a')], /entry 0 is of .* never issued/],
    ['an act skips an event', [issued('a'), act('suspended', 'a', 0), act('revoked', 'a', 0)], /does not follow/],
    ['an act follows itself', [issued('a'), act('suspended', 'a', 1)], /does not follow its certificate’s entry 0/],
    ['an act follows nothing', [issued('a'), { ...base, t: 'suspended', cid: 'a' }], /does not follow/],
    [
      'an act follows another certificate’s event',
      [issued('a'), issued('b', { design: 'm/x' }), act('revoked', 'a', 1)],
      /entry 2 does not follow its certificate’s entry 0/,
    ],
    ['an act is of another body', [issued('a'), act('revoked', 'a', 0, { body: 'c' })], /another body than entry 0/],
    [
      'an act is of another kind',
      [issued('a'), act('revoked', 'a', 0, ofCuration)],
      /another kind or maker than entry 0/,
    ],
    ['an act is of another maker', [issued('a'), act('revoked', 'a', 0, { maker: 'n' })], /another kind or maker/],
    ['a revoked certificate is resumed', [issued('a'), act('revoked', 'a', 0), act('resumed', 'a', 1)], /was revoked/],
    ['it is revoked twice', [issued('a'), act('revoked', 'a', 0), act('revoked', 'a', 1)], /\(revoked\) cannot follow/],
    [
      'it is paused twice',
      [issued('a'), act('suspended', 'a', 0), act('suspended', 'a', 1)],
      /was suspended at entry 1/,
    ],
    [
      'it is reported twice',
      [issued('a'), act('reported', 'a', 0), act('reported', 'a', 1)],
      /was reported at entry 1/,
    ],
    [
      'it is resumed and was not paused',
      [issued('a'), act('resumed', 'a', 0)],
      /\(resumed\) cannot follow .* was valid/,
    ],
    ['a report is withdrawn that was none', [issued('a'), act('report-withdrawn', 'a', 0)], /was valid at entry 0/],
    [
      'a paused certificate is replaced',
      [issued('a'), act('suspended', 'a', 0), act('superseded', 'a', 1), issued('b')],
      /entry 2 \(superseded\) cannot follow on a certificate that was suspended at entry 1/,
    ],
    [
      'a reported certificate is replaced',
      [issued('a'), act('reported', 'a', 0), act('superseded', 'a', 1), issued('b')],
      /was reported at entry 1/,
    ],
    [
      'what was kept of a customer is erased twice',
      [issued('a'), act('subject-erased', 'a', 0), act('subject-erased', 'a', 1)],
      /entry 2 \(subject-erased\) cannot follow on a certificate that was valid at entry 1/,
    ],
    [
      'a replaced certificate is withdrawn',
      [issued('a'), act('superseded', 'a', 0), issued('b'), act('revoked', 'a', 1)],
      /was superseded at entry 1/,
    ],
  ])('refuses a log in which %s', (_, leaves, sentence) => {
    expect(() => replay(leaves)).toThrow(BrokenRule)
    expect(() => replay(leaves)).toThrow(sentence)
  })
})
