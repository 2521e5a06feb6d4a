/** What a key list says of when its keys counted, and what is made of two lists of one registry. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JsonValue } from '#core/canonical-json.ts'
import {
  isContinued,
  type KeyList,
  type ListedKey,
  narrowKeys,
  openKeys,
  parseKeyList,
} from '#core/certificate/key-list.ts'
import { keys, listKeys } from './evidence-support.ts'
import { ORIGIN, registrySigner, strangeSigner } from './support.ts'

type Period = Pick<ListedKey, 'first' | 'last' | 'compromisedFrom'>
const [registry, log, tag] = keys.keys as [ListedKey, ListedKey, ListedKey]
const [strangeRegistry, strangeLog, strangeTag] = listKeys({
  ...{ registry: strangeSigner, log: strangeSigner, tag: strangeSigner },
}).keys as [ListedKey, ListedKey, ListedKey]
const list = (...listed: ListedKey[]): KeyList => ({ origin: ORIGIN, keys: listed })
const parse = (listed: unknown[]) => parseKeyList({ origin: ORIGIN, keys: listed as JsonValue[] })

describe('parseKeyList', () => {
  const periods: Period[] = [
    { first: 1 },
    { last: 0 },
    { compromisedFrom: 7 },
    { first: 1, last: 9, compromisedFrom: 5 },
  ]

  test.each(periods)('reads of each role the period %j', (period) => {
    const listed = [registry, log, tag].map((key) => ({ ...key, ...period }))
    expect(parse(listed)).toEqual({ ok: true, value: list(...listed) })
  })

  test.each(['first', 'last', 'compromisedFrom'])('refuses %s where it is no index of a log', (name) => {
    for (const key of [registry, log, tag]) {
      for (const value of [-1, 1.5, '5', null, [5], {}, true, 2 ** 53])
        expect(parse([{ ...key, [name]: value }])).toEqual({ ok: false, error: `keys.keys[0].${name}` })
    }
  })

  test('refuses what it does not know of a key of these roles, rather than believe the key for ever', () => {
    for (const key of [registry, log, tag]) {
      for (const name of ['until', 'revoked', 'compromisedAt', 'compromisedfrom', 'retired'])
        expect(parse([{ ...key, [name]: 5 }])).toEqual({ ok: false, error: `keys.keys[0].${name}` })
    }
  })
})

describe('openKeys', () => {
  test('gives each key its period, open where nothing is said', async () => {
    const open = { first: 0, last: null, compromisedFrom: null }
    const whole = await openKeys(list(registry, log, tag))
    expect([whole.verifiers[0], whole.logs[0], whole.tags[0]]).toEqual([
      expect.objectContaining(open),
      expect.objectContaining(open),
      expect.objectContaining(open),
    ])
    const period = { first: 3, last: 9, compromisedFrom: 7 }
    const ended = await openKeys(list(...[registry, log, tag].map((key) => ({ ...key, ...period }))))
    expect([ended.verifiers[0], ended.logs[0], ended.tags[0]]).toEqual([
      expect.objectContaining(period),
      expect.objectContaining(period),
      expect.objectContaining(period),
    ])
    expect(ended.verifiers[0]?.kid).toBe(registrySigner.kid)
  })
})

describe('isContinued', () => {
  const grown = list(registry, log, tag, strangeRegistry, strangeLog, { ...strangeTag, number: 2 } as ListedKey)

  test('is so of a list and itself, of a part of it, and of a longer one, both ways and in any order', () => {
    const whole = list(registry, log, tag)
    expect(isContinued(whole, whole)).toBe(true)
    for (const part of [list(), list(registry), list(tag, log), list(registry, log, tag)]) {
      expect(isContinued(part, grown)).toBe(true)
      expect(isContinued(grown, part)).toBe(true)
    }
    expect(isContinued(list(...grown.keys.toReversed()), whole)).toBe(true)
  })

  test('is so whatever is said of a period: a key may end, and a liar be told by the narrower one', () => {
    const ended = list({ ...registry, last: 9 }, { ...log, compromisedFrom: 3 }, { ...tag, first: 1 })
    expect(isContinued(ended, list(registry, log, tag))).toBe(true)
    expect(isContinued(list(registry, log, tag), ended)).toBe(true)
  })

  test('is not so where each has a key that the other lacks, or of another registry', () => {
    const whole = list(registry, log, tag)
    for (const other of [
      list(strangeRegistry, log, tag),
      list(registry, strangeLog, tag),
      list(registry, log, strangeTag),
      list(registry, log, { ...tag, number: 2 } as ListedKey),
      list(registry, strangeRegistry),
    ]) {
      expect(isContinued(whole, other)).toBe(false)
      expect(isContinued(other, whole)).toBe(false)
    }
    expect(isContinued(whole, { ...whole, origin: 'https://asli.other' })).toBe(false)
  })

  test('does not take a key of one role for the same key in another', () => {
    const asRegistry = listKeys({ tag: registrySigner }).keys[2] as ListedKey
    expect(isContinued(list(registry), list(asRegistry))).toBe(false)
  })
})

describe('narrowKeys', () => {
  const periodOf = (...lists: Period[]): Period => {
    const [trusted, ...shown] = lists.map((period) => list({ ...registry, ...period }))
    const { first, last, compromisedFrom } = narrowKeys(trusted as KeyList, shown).keys[0] as ListedKey
    return JSON.parse(JSON.stringify({ first, last, compromisedFrom })) as Period
  }

  test.each<[Period[], Period]>([
    [[{}], {}],
    [[{}, {}], {}],
    [[{ first: 3, last: 9, compromisedFrom: 7 }], { first: 3, last: 9, compromisedFrom: 7 }],
    [[{}, { last: 9 }], { last: 9 }],
    [[{ last: 9 }, {}], { last: 9 }],
    [[{ last: 9 }, { last: 4 }, { last: 12 }], { last: 4 }],
    [[{ last: 0 }, { last: 4 }], { last: 0 }],
    [[{ compromisedFrom: 5 }, { compromisedFrom: 2 }], { compromisedFrom: 2 }],
    [[{ compromisedFrom: 0 }, { compromisedFrom: 2 }], { compromisedFrom: 0 }],
    [[{ last: 9 }, { compromisedFrom: 2 }], { last: 9, compromisedFrom: 2 }],
    [[{ first: 3 }, {}, { last: 9 }], { first: 3, last: 9 }],
    [[{}, { first: 3 }], { first: 3 }],
    [[{ first: 2 }, { first: 5 }, { first: 4 }], { first: 5 }],
  ])('of the periods %j makes %j', (given, narrowed) => {
    expect(periodOf(...given)).toEqual(narrowed)
  })

  test('gives the trusted keys, in their order, and none of the others', () => {
    const shown = [list(strangeTag, { ...tag, last: 4 }, strangeRegistry, { ...registry, compromisedFrom: 1 })]
    expect(narrowKeys(list(registry, log, tag), shown)).toEqual(
      list({ ...registry, compromisedFrom: 1 }, log, { ...tag, last: 4 }),
    )
  })

  test('takes nothing from a key of another name', () => {
    const others = [
      { ...strangeRegistry, compromisedFrom: 0 },
      { ...log, role: 'log', vkey: strangeLog.role === 'log' ? strangeLog.vkey : '', compromisedFrom: 0 },
      { ...tag, number: 2, compromisedFrom: 0 },
    ] as ListedKey[]
    expect(narrowKeys(list(registry, log, tag), [list(...others)])).toEqual(list(registry, log, tag))
  })

  test('never widens a period, whatever is shown', () => {
    const border = fc.option(fc.nat(20), { nil: undefined })
    const period = fc.record({ first: border, last: border, compromisedFrom: border })
    fc.assert(
      fc.property(period, fc.array(period, { maxLength: 5 }), (trusted, shown) => {
        const narrowed = periodOf(trusted, ...shown)
        for (const each of [trusted, ...shown]) {
          expect(narrowed.first ?? 0).toBeGreaterThanOrEqual(each.first ?? 0)
          expect(narrowed.last ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(each.last ?? Number.POSITIVE_INFINITY)
          expect(narrowed.compromisedFrom ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(
            each.compromisedFrom ?? Number.POSITIVE_INFINITY,
          )
        }
      }),
    )
  })
})
