import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatEntries, parseEntries } from '#core/log/entry-bundle.ts'
import { fromHex, toHex } from './support.ts'

const entries = fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 256 })

describe('entry bundles', () => {
  test('are each entry behind its length, big-endian', () => {
    const bundle = formatEntries([Buffer.from('hello'), new Uint8Array(), new Uint8Array(258)])
    expect(toHex(bundle)).toBe(`000568656c6c6f00000102${'00'.repeat(258)}`)
    expect(parseEntries(bundle)).toEqual([new Uint8Array(Buffer.from('hello')), new Uint8Array(), new Uint8Array(258)])
  })

  test('come back as they were written', () => {
    fc.assert(
      fc.property(entries, (some) => {
        expect(parseEntries(formatEntries(some))).toEqual(some)
      }),
    )
  })

  test('hold an entry of 65,535 bytes, and none longer', () => {
    const longest = new Uint8Array(65_535).fill(7)
    expect(parseEntries(formatEntries([longest]))).toEqual([longest])
    expect(() => formatEntries([new Uint8Array(65_536)])).toThrow(RangeError)
  })

  test('hold 1 to 256 entries', () => {
    const some = (count: number) => Array.from({ length: count }, () => Uint8Array.of(1))
    expect(parseEntries(formatEntries(some(256)))).toHaveLength(256)
    expect(() => formatEntries(some(257))).toThrow(RangeError)
    expect(() => formatEntries([])).toThrow(RangeError)
    expect(parseEntries(new Uint8Array([...formatEntries(some(256)), 0, 1, 1]))).toBeNull()
    expect(parseEntries(new Uint8Array())).toBeNull()
  })

  test.each(['00', '0001', '000201', '000101ff', '00010100'])('that end inside an entry are refused: %s', (hex) => {
    expect(parseEntries(fromHex(hex))).toBeNull()
  })

  test('are refused or the same bytes again, whatever the bytes', () => {
    const any = fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ maxLength: 40, max: 3 }))
    fc.assert(
      fc.property(any, (bytes) => {
        const parsed = parseEntries(bytes)
        expect(parsed === null || toHex(formatEntries(parsed)) === toHex(bytes)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
