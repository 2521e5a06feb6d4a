import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BrokenRule } from '#core/log/broken-rule.ts'
import { foldKeys, isInUse, type KeyPeriod, refuseIndex } from '#core/log/key-history.ts'
import type { KeyLeaf } from '#core/log/key-leaf.ts'
import { firstKeys, keyLeaf, logSigner, registrySigner, strangeSigner, tagSigner, thirdSigner } from './key-support.ts'

/** The leaves at the indexes 0, 10, 20 …, so that certificates fit between them. */
const fold = (...leaves: KeyLeaf[]) => foldKeys(leaves.map((leaf, at) => ({ index: at * 10, leaf })))
const added = (signer = registrySigner) => keyLeaf('key-added', signer)
const retired = (signer = registrySigner) => keyLeaf('key-retired', signer)
const compromised = (from: number, signer = registrySigner) => keyLeaf('key-compromised', signer, { from })
const periods = (...leaves: KeyLeaf[]) =>
  fold(...leaves).map(({ first, last, compromisedFrom }) => [first, last, compromisedFrom])

describe('foldKeys', () => {
  test('knows no key before the first entry', () => {
    expect(fold()).toEqual([])
  })

  test('gives each key its role, its number and its bytes, in the order in which they were added', () => {
    const open = { first: 0, last: null, compromisedFrom: null, compromisedAt: null }
    expect(fold(...firstKeys)).toEqual([
      { kid: registrySigner.kid, role: 'registry', publicKey: registrySigner.publicKey, number: 1, ...open },
      { kid: logSigner.kid, role: 'log', publicKey: logSigner.publicKey, number: 1, ...open },
      { kid: tagSigner.kid, role: 'tag', publicKey: tagSigner.publicKey, number: 1, ...open },
    ])
  })

  test('lets the first key of each role count from the log’s beginning, wherever it was added, and a later one from there', () => {
    const entries = [...firstKeys, keyLeaf('key-added', strangeSigner, { role: 'tag' }), added(thirdSigner)]
    const keys = foldKeys(entries.map((leaf, at) => ({ index: 100 + at, leaf })))
    expect(keys.map(({ role, number, first }) => [role, number, first])).toEqual([
      ['registry', 1, 0],
      ['log', 1, 0],
      ['tag', 1, 0],
      ['tag', 2, 103],
      ['registry', 2, 104],
    ])
  })

  test('counts the keys of a role on, though earlier ones ended', () => {
    const keys = fold(added(), retired(), added(strangeSigner), compromised(25, strangeSigner), added(thirdSigner))
    expect(keys.map(({ number, first }) => [number, first])).toEqual([
      [1, 0],
      [2, 20],
      [3, 40],
    ])
  })

  test('ends a key at the entry that retires it', () => {
    expect(periods(added(), retired())).toEqual([[0, 10, null]])
  })

  test('marks a key from the index that is stated, with the time of the entry', () => {
    for (const from of [0, 3, 9, 10])
      expect(fold(added(), compromised(from))).toMatchObject([
        { first: 0, last: null, compromisedFrom: from, compromisedAt: '2026-11-22T03:00:00Z' },
      ])
  })

  test('marks a retired key, too, before or after its end', () => {
    for (const from of [0, 5, 10, 15, 20])
      expect(periods(added(), retired(), compromised(from))).toEqual([[0, 10, from]])
  })

  test('leaves every other key as it was', () => {
    const before = fold(...firstKeys)
    expect(fold(...firstKeys, retired()).slice(1)).toEqual(before.slice(1))
    expect(fold(...firstKeys, compromised(4)).slice(1)).toEqual(before.slice(1))
  })

  const ofAnother = { role: 'log' } as const
  test.each<[string, KeyLeaf[], string]>([
    ['a key is added twice', [added(), added()], 'entry 10 adds a key that an earlier entry added'],
    [
      'a key is added for a second role',
      [added(), keyLeaf('key-added', registrySigner, ofAnother)],
      'entry 10 adds a key that an earlier entry added',
    ],
    ['a retired key is added again', [added(), retired(), added()], 'entry 20 adds a key'],
    ['a compromised key is added again', [added(), compromised(5), added()], 'entry 20 adds a key'],
    ['a key is retired that nobody added', [added(), retired(strangeSigner)], 'entry 10 is about a key that was never'],
    ['a key is marked that nobody added', [compromised(0)], 'entry 0 is about a key that was never added'],
    [
      'a key is retired in another role',
      [added(), keyLeaf('key-retired', registrySigner, ofAnother)],
      'entry 10 is about a key that was never added for that role',
    ],
    [
      'a key is marked in another role',
      [added(), keyLeaf('key-compromised', registrySigner, { ...ofAnother, from: 3 })],
      'entry 10 is about a key that was never added for that role',
    ],
    ['a key is retired before it is added', [retired(), added()], 'entry 0 is about a key that was never added'],
    ['a key is retired twice', [added(), retired(), retired()], 'entry 20 retires a key that entry 10 retired'],
    [
      'a key is marked twice',
      [added(), compromised(5), compromised(5)],
      'entry 20 is about a key that was compromised',
    ],
    ['a mark is moved down', [added(), compromised(5), compromised(3)], 'entry 20 is about a key that was compromised'],
    ['a mark is moved up', [added(), compromised(5), compromised(9)], 'entry 20 is about a key that was compromised'],
    [
      'a compromised key is retired',
      [added(), compromised(5), retired()],
      'entry 20 is about a key that was compromised',
    ],
    ['a mark begins later than its entry', [added(), compromised(11)], 'entry 10 says that a key is compromised from'],
  ])('refuses a history in which %s', (_, leaves, sentence) => {
    expect(() => fold(...leaves)).toThrow(BrokenRule)
    expect(() => fold(...leaves)).toThrow(sentence)
  })

  test('refuses it at the first such entry, whatever follows', () => {
    expect(() => fold(added(), added(), retired(strangeSigner))).toThrow('entry 10 adds')
  })
})

describe('refuseIndex', () => {
  const at = (period: Partial<KeyPeriod>, ...indexes: number[]) =>
    indexes.map((index) => refuseIndex({ first: 0, last: null, compromisedFrom: null, ...period }, index))

  test('refuses no entry for a key that is open at both ends', () => {
    expect(at({}, 0, 1, 1_000_000)).toEqual([null, null, null])
  })

  test('begins with the first and ends with the last', () => {
    expect(at({ first: 5 }, 0, 4, 5, 6)).toEqual(['key-not-yet', 'key-not-yet', null, null])
    expect(at({ last: 5 }, 0, 4, 5, 6, 7)).toEqual([null, null, null, 'key-retired', 'key-retired'])
    expect(at({ first: 5, last: 5 }, 4, 5, 6)).toEqual(['key-not-yet', null, 'key-retired'])
  })

  test('ends before the one from which the key is compromised', () => {
    expect(at({ compromisedFrom: 5 }, 0, 4, 5, 6)).toEqual([null, null, 'key-compromised', 'key-compromised'])
    expect(at({ compromisedFrom: 0 }, 0, 1)).toEqual(['key-compromised', 'key-compromised'])
  })

  test('says the worst of a key that is compromised and retired', () => {
    expect(at({ first: 2, last: 6, compromisedFrom: 4 }, 1, 2, 3, 4, 6, 7)).toEqual([
      ...['key-not-yet', null, null, 'key-compromised', 'key-compromised', 'key-compromised'],
    ])
    expect(at({ last: 4, compromisedFrom: 6 }, 4, 5, 6)).toEqual([null, 'key-retired', 'key-compromised'])
    expect(at({ first: 5, compromisedFrom: 2 }, 1, 2, 4)).toEqual([
      ...['key-not-yet', 'key-compromised', 'key-compromised'],
    ])
  })

  test('refuses nothing exactly where first ≤ index ≤ last and index < compromisedFrom', () => {
    const border = fc.option(fc.nat(20), { nil: null })
    fc.assert(
      fc.property(fc.nat(20), border, border, fc.nat(25), (first, last, compromisedFrom, index) => {
        const counts = first <= index && index <= (last ?? index) && index < (compromisedFrom ?? index + 1)
        expect(refuseIndex({ first, last, compromisedFrom }, index) === null).toBe(counts)
      }),
      { numRuns: 2000 },
    )
  })
})

test('a key is in use until it is retired or compromised', () => {
  expect(isInUse({ last: null, compromisedFrom: null })).toBe(true)
  expect(isInUse({ last: 9, compromisedFrom: null })).toBe(false)
  expect(isInUse({ last: null, compromisedFrom: 0 })).toBe(false)
  expect(isInUse({ last: 0, compromisedFrom: 9 })).toBe(false)
})
