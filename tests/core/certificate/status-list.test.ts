/** W3C Bitstring Status List 1.0, as somebody else's implementation would read and write it: zlib, and a bit at a time. */
import { deflateRawSync, deflateSync, gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decodeList,
  encodeList,
  LIST_LENGTH,
  listAt,
  listStatusLists,
  makeSlot,
  placeOfSlot,
  purposeOf,
  SLOT_RANDOM_BYTES,
  statusListUrl,
} from '#core/certificate/status-list.ts'
import { statuses } from '#core/log/life.ts'

const BYTES = 16_384
/** `encodedList` of the specification's own example: nothing is set. */
const EXAMPLE = 'uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA'

const write = (bytes: Uint8Array, level = 6) => `u${gzipSync(bytes, { level }).toString('base64url')}`
const unpack = (text: string) => gunzipSync(Buffer.from(text.slice(1), 'base64url'))

/** Bits from the left: the first is the highest of the first byte. */
function readBits(bytes: Buffer): number[] {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return [...bits].flatMap((bit, at) => (bit === '1' ? [at] : []))
}

function writeBits(indexes: number[]): Uint8Array {
  const bits = new Array<string>(LIST_LENGTH).fill('0')
  for (const index of indexes) bits[index] = '1'
  const bytes = bits.join('').match(/.{8}/g) ?? []
  return Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 2))
}

const edges = [0, 1, 7, 8, 15, 131_064, 131_070, 131_071]
const sets = fc
  .uniqueArray(fc.oneof(fc.nat(LIST_LENGTH - 1), fc.constantFrom(...edges)), { maxLength: 200 })
  .map((indexes) => indexes.toSorted((a, b) => a - b))

describe('encodedList', () => {
  test('is multibase u of the gzip of 131,072 bits, the first one leftmost', async () => {
    await fc.assert(
      fc.asyncProperty(sets, async (indexes) => {
        const text = await encodeList(indexes)
        expect(text).toMatch(/^u[A-Za-z0-9_-]+$/)
        expect(unpack(text)).toHaveLength(BYTES)
        expect(readBits(unpack(text))).toEqual(indexes)
      }),
      { numRuns: 30 },
    )
  })

  test('has the first bit as 0x80 of the first byte, and the last as 0x01 of the last', async () => {
    const first = unpack(await encodeList([0]))
    const last = unpack(await encodeList([131_071]))
    expect([first[0], first.subarray(1).every((byte) => byte === 0)]).toEqual([0x80, true])
    expect([last.at(-1), last.subarray(0, -1).every((byte) => byte === 0)]).toEqual([0x01, true])
  })

  test('is the same whatever the order, and where an index is named twice', async () => {
    expect(await encodeList([9, 5, 9])).toBe(await encodeList([5, 9]))
  })

  test('of another implementation is read: the specification’s example has no bit set', async () => {
    expect(unpack(EXAMPLE)).toHaveLength(BYTES)
    expect(await decodeList(EXAMPLE)).toEqual([])
  })

  test('is read at every level of compression', async () => {
    await fc.assert(
      fc.asyncProperty(sets, fc.integer({ min: 0, max: 9 }), async (indexes, level) => {
        expect(await decodeList(write(writeBits(indexes), level))).toEqual(indexes)
      }),
      { numRuns: 30 },
    )
  })

  test('is read back, with none, some or all bits set', async () => {
    const all = Array.from({ length: LIST_LENGTH }, (_, index) => index)
    for (const indexes of [[], edges, all]) expect(await decodeList(await encodeList(indexes))).toEqual(indexes)
  })

  test('of 2,000 in a list is small enough to fetch', async () => {
    const indexes = Array.from({ length: 2000 }, (_, at) => (at * 7919) % LIST_LENGTH)
    expect((await encodeList(indexes)).length).toBeLessThan(8000)
    expect((await encodeList([])).length).toBeLessThan(100)
  })

  const list = writeBits(edges)
  const text = write(list)
  test.each<[string, string]>([
    ['nothing', ''],
    ['its multibase prefix alone', 'u'],
    ['no prefix', text.slice(1)],
    ['the prefix of another base', `z${text.slice(1)}`],
    ['the prefix of base64url with padding', `U${text.slice(1)}`],
    ['padding', `${text}=`],
    ['the other alphabet of base64', `u${gzipSync(list).toString('base64')}`.replace('u', 'u+')],
    ['a line end', `${text}\n`],
    ['a symbol less', text.slice(0, -1)],
    ['bits in no gzip', `u${Buffer.from(list).toString('base64url')}`],
    ['bits in zlib’s form', `u${deflateSync(list).toString('base64url')}`],
    ['bits in bare deflate', `u${deflateRawSync(list).toString('base64url')}`],
    ['no bit', write(new Uint8Array())],
    ['a byte less', write(list.slice(1))],
    ['a byte more', write(new Uint8Array(BYTES + 1))],
    ['half a list', write(new Uint8Array(BYTES / 2))],
    ['two lists', write(new Uint8Array(BYTES * 2))],
    ['two lists one after another', `u${Buffer.concat([gzipSync(list), gzipSync(list)]).toString('base64url')}`],
    ['two halves one after another', `u${twice(new Uint8Array(BYTES / 2)).toString('base64url')}`],
    ['more behind the list', `u${Buffer.concat([gzipSync(list), Buffer.from('more')]).toString('base64url')}`],
    ['a list that is cut', `u${gzipSync(list).subarray(0, -9).toString('base64url')}`],
    ['a bomb', write(new Uint8Array(100_000_000), 9)],
  ])('with %s is refused', async (_, changed) => {
    expect(await decodeList(changed)).toBeNull()
  })
})

function twice(bytes: Uint8Array): Buffer {
  return Buffer.concat([gzipSync(bytes), gzipSync(bytes)])
}

describe('a slot', () => {
  test('is a list and a place in it, one and the same both ways', () => {
    expect(LIST_LENGTH).toBe(131_072)
    fc.assert(
      fc.property(fc.nat(1000), fc.uint8Array({ minLength: 3, maxLength: 3 }), (list, random) => {
        const slot = makeSlot(list, random)
        const place = placeOfSlot(slot)
        expect(place.list).toBe(list)
        expect(place.index).toBeGreaterThanOrEqual(0)
        expect(place.index).toBeLessThan(LIST_LENGTH)
        expect(list * LIST_LENGTH + place.index).toBe(slot)
      }),
    )
  })

  test('is each place of the list for as many of the random bytes', () => {
    const seen = new Uint8Array(LIST_LENGTH)
    for (let drawn = 0; drawn < 2 ** 24; drawn++) {
      const at = makeSlot(0, Uint8Array.of(drawn >> 16, (drawn >> 8) & 255, drawn & 255))
      seen[at] = (seen[at] ?? 0) + 1
    }
    expect(seen.every((times) => times === 128)).toBe(true)
    expect(SLOT_RANDOM_BYTES).toBe(3)
  })

  test.each([
    [0, 0],
    [32_767, 0],
    [32_768, 1],
    [65_535, 1],
    [65_536, 2],
    [10_000_000, 305],
  ])('is drawn, while the log has %i entries, in list %i: a quarter of a list is taken at most', (size, list) => {
    expect(listAt(size)).toBe(list)
  })

  test('has the addresses of three lists', () => {
    expect(listStatusLists('https://asli.example', 3 * LIST_LENGTH + 5)).toEqual([
      'https://asli.example/status/revocation/3',
      'https://asli.example/status/suspension/3',
      'https://asli.example/status/refresh/3',
    ])
    expect(statusListUrl('http://localhost:8787', 'refresh', 0)).toBe('http://localhost:8787/status/refresh/0')
  })
})

test('a status sets one bit at most', () => {
  expect(statuses.map((status) => [status, purposeOf(status)])).toEqual([
    ['valid', null],
    ['superseded', 'refresh'],
    ['suspended', 'suspension'],
    ['reported', 'suspension'],
    ['revoked', 'revocation'],
  ])
})
