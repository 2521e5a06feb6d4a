import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CROCKFORD, cleanCrockford, decodeCrockford, encodeCrockford } from '#core/crockford.ts'

describe('Crockford’s base32', () => {
  test('decodes what it encodes, of any length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const text = encodeCrockford(bytes)
        expect(text).toHaveLength(Math.ceil((bytes.length * 8) / 5))
        expect(decodeCrockford(text)).toEqual(Uint8Array.from(bytes))
      }),
    )
  })

  test('writes the bits from the first', () => {
    expect(encodeCrockford(Uint8Array.of(0xff))).toBe('ZW')
    expect(encodeCrockford(Uint8Array.of(0x00, 0x44, 0x32, 0x14, 0xc7))).toBe('01234567')
    expect(encodeCrockford(new Uint8Array())).toBe('')
  })

  test('decodes no text that would not encode back', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...CROCKFORD, 'I', 'U', 'a', '-'), maxLength: 40 }), (text) => {
        const bytes = decodeCrockford(text)
        if (bytes) expect(encodeCrockford(bytes)).toBe(text)
      }),
    )
    for (const text of ['0', 'ZZ', 'ZX', '000', 'U0', '0o', '0 ']) expect(decodeCrockford(text)).toBeNull()
  })

  test('is read as people write it', () => {
    expect(cleanCrockford(' o1Il–z–9\t')).toBe('0111Z9')
  })
})
