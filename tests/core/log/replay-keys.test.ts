/** The log has entries about keys between those of certificates: they shift indexes, and change nothing else. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BrokenRule } from '#core/log/broken-rule.ts'
import type { Entry } from '#core/log/entry.ts'
import type { Leaf } from '#core/log/leaf.ts'
import { replay, type Standing } from '#core/log/replay.ts'
import { firstKeys, keyLeaf, registrySigner } from './key-support.ts'
import { histories } from './registry.ts'

const aboutKeys = [
  ...firstKeys,
  keyLeaf('key-retired', registrySigner),
  keyLeaf('key-compromised', registrySigner, { from: 0 }),
]

/** The history with entries about keys before some of its own, and where each of its own stands now. */
function interleave(leaves: Leaf[], draws: number[]): { entries: Entry[]; places: number[] } {
  const entries: Entry[] = []
  const places: number[] = []
  for (const [at, leaf] of leaves.entries()) {
    const isReplacement = leaves[at - 1]?.t === 'superseded'
    const count = isReplacement ? 0 : (draws[at % draws.length] ?? 0) % 3
    for (let more = 0; more < count; more++) entries.push(aboutKeys[(at + more) % aboutKeys.length] as Entry)
    places.push(entries.length)
    entries.push(leaf.prev === undefined ? leaf : { ...leaf, prev: places[leaf.prev] ?? -1 })
  }
  return { entries, places }
}

function move(standing: Standing, places: number[]): Standing {
  const to = (index: number) => places[index] ?? -1
  const moved = (index: number | null) => (index === null ? null : to(index))
  const { suspended, reported, erased, ended } = standing.life
  return {
    ...standing,
    issued: to(standing.issued),
    last: to(standing.last),
    life: {
      suspended: moved(suspended),
      reported: moved(reported),
      erased: moved(erased),
      ended: ended && { ...ended, by: to(ended.by) },
    },
  }
}

describe('replay, of a log with entries about keys', () => {
  test('gives the standings that it gave without them, at their new places', () => {
    const draws = fc.array(fc.nat(100), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(histories, draws, ({ leaves }, drawn) => {
        const { entries, places } = interleave(leaves, drawn)
        const expected = [...replay(leaves)].map(([cid, standing]) => [cid, move(standing, places)])
        expect([...replay(entries)]).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })

  test('refuses the history whose links were not moved with it', () => {
    let tried = 0
    fc.assert(
      fc.property(histories, ({ leaves }) => {
        if (!leaves.some(({ prev }) => prev !== undefined)) return
        tried++
        expect(() => replay([...firstKeys, ...leaves])).toThrow(BrokenRule)
      }),
    )
    expect(tried).toBeGreaterThan(20)
  })

  test('refuses an entry about a key between a supersession and its replacement', () => {
    const base = { kind: 'piece', maker: 'm', body: 'b', ts: '2026-11-22T03:00:00Z' } as const
    const issued = { ...base, t: 'issued', cid: 'a', design: 'm/kawung', excl: 'exclusive', edition: [1, 1] } as Leaf
    const end: Leaf = { ...base, t: 'superseded', cid: 'a', prev: 0 }
    const next = { ...issued, cid: 'b' }
    expect(replay([issued, end, next]).get('b')?.status).toBe('valid')
    expect(replay([issued, end]).get('a')?.status).toBe('superseded')
    for (const leaf of aboutKeys)
      expect(() => replay([issued, end, leaf, next])).toThrow(
        'entry 1 replaces a certificate, and entry 2 is not the replacement',
      )
  })

  test('has nothing to say of a log that has no other entries', () => {
    expect(replay(aboutKeys)).toEqual(new Map())
  })
})
