import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Code, formatCode, makeCode, parseCode, readCode } from '#core/certificate/code.ts'

const random = fc.uint8Array({ minLength: 7, maxLength: 7 })

/** Seven random bytes and their code, worked out by trying all 1024 pairs of checks in another language. */
const known = [
  ['00000000000000', '000000000000'],
  ['ffffffffffffff', 'ZZZZZZZZZZQ3'],
  ['00000000000040', '000000000168'],
  ['80000000000000', 'G000000000Z4'],
  ['0123456789abcd', '04HMASW9NFBV'],
  ['deadbeefcafe42', 'VTPVXVYAZS04'],
  ['f1e2d3c4b5a697', 'Y7HD7H5NMT3V'],
  ['00443214c74254', '0123456789P9'],
] as const

describe('makeCode', () => {
  test.each(known)('makes of the bytes %s the code %s', (hex, code) => {
    expect(makeCode(Buffer.from(hex, 'hex'))).toBe(code)
  })

  test('takes the first 50 bits and no others', () => {
    for (let bit = 0; bit < 72; bit++) {
      const bytes = new Uint8Array(9)
      bytes[bit >> 3] = 0x80 >> (bit & 7)
      expect(makeCode(bytes) !== '000000000000', `bit ${bit}`).toBe(bit < 50)
    }
  })

  test('throws on fewer than seven bytes', () => {
    expect(() => makeCode(new Uint8Array(6))).toThrow(new RangeError('a code takes 7 random bytes'))
  })

  test('makes a code that reads and parses back, as shown and as kept', () => {
    fc.assert(
      fc.property(random, (bytes) => {
        const code = makeCode(bytes)
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/)
        expect(parseCode(code)).toBe(code)
        for (const text of [code, formatCode(code)]) expect(readCode(text)).toEqual({ kind: 'code', code })
      }),
    )
  })
})

describe('formatCode', () => {
  test('writes three groups of four', () => {
    expect(formatCode('Y7HD7H5NMT3V' as Code)).toBe('Y7HD-7H5N-MT3V')
  })
})

describe('readCode', () => {
  test('reads I, L and O as the digits that they look like, in any case', () => {
    const code = '0123456789P9'
    for (const zero of 'Oo0') {
      for (const one of 'IiLl1') {
        const typed = code.replace('0', zero).replace('1', one).toLowerCase()
        for (const text of [typed, typed.toUpperCase()]) expect(readCode(text)).toEqual({ kind: 'code', code })
      }
    }
  })

  test('ignores case, spaces, hyphens and dashes wherever they stand', () => {
    const code = 'Y7HD7H5NMT3V'
    const between = ['-', ' ', '\t', '\n', '\u00a0', '\u2010', '\u2011', '\u2013', '\u2014']
    for (const mark of between) {
      const typed = `${mark}${[...code].join(mark)}${mark}`
      for (const text of [typed, typed.toLowerCase()]) expect(readCode(text)).toEqual({ kind: 'code', code })
    }
    expect(readCode(' y7hd–7H5n — mt3v ')).toEqual({ kind: 'code', code })
  })

  test.each([
    '',
    ' ',
    '-',
    'Y7HD7H5NMT3',
    'Y7HD7H5NMT3VV',
    'Y7HD7H5NMT3V*',
    '*'.repeat(12),
    'https://asli.example/V/Y7HD7H5NMT3V',
  ])('takes %j for no code', (text) => expect(readCode(text)).toEqual({ kind: 'not-a-code' }))

  test('reads at most 64 characters', () => {
    expect(readCode(`Y7HD7H5NMT3V${' '.repeat(52)}`).kind).toBe('code')
    expect(readCode(`Y7HD7H5NMT3V${' '.repeat(53)}`).kind).toBe('not-a-code')
  })
})

describe('parseCode', () => {
  test.each([
    'y7hd7h5nmt3v',
    'Y7HD-7H5N-MT3V',
    ' Y7HD7H5NMT3V',
    'Y7HD7H5NMT3V\n',
    'OOOOOOOOOOOO',
    'o12345678P9',
    'O123456789P9',
    '0I23456789P9',
    '0L23456789P9',
    'Y7HD7H5NMT3',
    'Y7HD7H5NMT3V0',
    '0Y7HD7H5NMT3V',
    '',
    '*00000000000',
    'Ｙ7HD7H5NMT3V',
  ])('refuses %j', (text) => expect(parseCode(text)).toBeNull())
})
