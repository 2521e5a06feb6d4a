import { describe, expect, test } from 'vitest'
import type { Leaf } from '#core/log/leaf.ts'
import { BrokenRule, replay } from '#core/log/replay.ts'

const base = { kind: 'piece', maker: 'm', body: 'b', ts: '2026-11-22T03:00:00Z' } as const

function issued(cid: string, changes: Partial<Leaf> = {}): Leaf {
  return { ...base, t: 'issued', cid, design: 'm/kawung', excl: 'exclusive', edition: [1, 1], ...changes }
}

function act(t: Leaf['t'], cid: string, prev: number, changes: Partial<Leaf> = {}): Leaf {
  return { ...base, t, cid, prev, ...changes }
}

describe('replay', () => {
  test('gives each certificate its last state', () => {
    const leaves = [issued('a'), act('revoked', 'a', 0), issued('b'), act('suspended', 'b', 2), act('resumed', 'b', 3)]
    const standings = replay(leaves)
    expect([standings.get('a')?.status, standings.get('b')?.status]).toEqual(['revoked', 'valid'])
    expect(standings.get('b')).toMatchObject({ issued: 2, last: 4 })
  })

  test('lets a limited edition have each of its numbers once, and an open one any', () => {
    const limited = (cid: string, number: number) => issued(cid, { excl: 'limited', edition: [number, 3] })
    expect(replay([limited('a', 1), limited('b', 2)]).size).toBe(2)
    expect(() => replay([limited('a', 1), limited('b', 1)])).toThrow(/limited design m\/kawung#1 has two live/)
    const open = (cid: string) => issued(cid, { excl: 'open', edition: [1, 0] })
    expect(replay([open('a'), open('b')]).size).toBe(2)
  })

  test.each<[string, Leaf[], RegExp]>([
    [
      'an exclusive design is live twice',
      [issued('a'), issued('b')],
      /m\/kawung has two live certificates: entries 0 and 1/,
    ],
    ['a suspended one does not free its design', [issued('a'), act('suspended', 'a', 0), issued('b')], /two live/],
    ['a certificate is issued twice', [issued('a'), issued('a')], /issues a certificate again/],
    ['an act is of a certificate that was never issued', [act('revoked', 'a', 0)], /never issued/],
    ['an act skips an event', [issued('a'), act('suspended', 'a', 0), act('revoked', 'a', 0)], /does not follow/],
    ['an act is of another body', [issued('a'), act('revoked', 'a', 0, { body: 'c' })], /another body/],
    ['a revoked certificate is resumed', [issued('a'), act('revoked', 'a', 0), act('resumed', 'a', 1)], /was revoked/],
  ])('refuses a log in which %s', (_, leaves, sentence) => {
    expect(() => replay(leaves)).toThrow(BrokenRule)
    expect(() => replay(leaves)).toThrow(sentence)
  })
})
