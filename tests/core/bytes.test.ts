import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  concatBytes,
  decodeBase58,
  decodeBase64url,
  encodeBase58,
  encodeBase64url,
  encodeHex,
  utf8,
} from '#core/bytes.ts'

const bytes = fc.uint8Array({ maxLength: 100 })
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Draft-msporny-base58-03 §5 and Bitcoin Core's base58_encode_decode.json: hexadecimal bytes and their text. */
const base58Vectors = [
  ['', ''],
  ['48656c6c6f20576f726c6421', '2NEpo7TZRRrLZSi2U'],
  [
    '54686520717569636b2062726f776e20666f78206a756d7073206f76657220746865206c617a7920646f672e',
    'USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z',
  ],
  ['0000287fb4cd', '11233QC4'],
  ['61', '2g'],
  ['626262', 'a3gV'],
  ['636363', 'aPEr'],
  ['73696d706c792061206c6f6e6720737472696e67', '2cFupjhnEsSn59qHXstmK2ffpLv2'],
  ['00eb15231dfceb60925886b67d065299925915aeb172c06647', '1NS17iag9jJgTHD1VXjvLCEnZuQ3rJDE9L'],
  ['516b6fcd0f', 'ABnLTmg'],
  ['bf4f89001e670274dd', '3SEo3LWLoPntC'],
  ['572e4794', '3EFU7m'],
  ['ecac89cad93923c02321', 'EJDM8drfXA6uyA'],
  ['10c8511e', 'Rt5zm'],
  ['00000000000000000000', '1111111111'],
] as const

describe('utf8', () => {
  test('writes what Buffer writes, for every well-formed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(Buffer.from(text, 'utf8').equals(utf8(text))).toBe(true)
      }),
    )
  })

  test('keeps a byte order mark', () => {
    expect([...utf8('\uFEFFa')]).toEqual([0xef, 0xbb, 0xbf, 0x61])
  })
})

describe('concatBytes', () => {
  test('joins as Buffer.concat joins, and copies', () => {
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 6 }), (parts) => {
        expect(Buffer.concat(parts).equals(concatBytes(...parts))).toBe(true)
      }),
    )
    const part = Uint8Array.of(1)
    const joined = concatBytes(part)
    part[0] = 2
    expect(joined[0]).toBe(1)
  })
})

describe('encodeHex', () => {
  test('writes what Buffer writes', () => {
    fc.assert(
      fc.property(bytes, (input) => {
        expect(encodeHex(input)).toBe(Buffer.from(input).toString('hex'))
      }),
    )
  })
})

describe('base64url', () => {
  test('writes what Buffer writes, and reads it back', () => {
    fc.assert(
      fc.property(bytes, (input) => {
        const text = encodeBase64url(input)
        expect(text).toBe(Buffer.from(input).toString('base64url'))
        expect(decodeBase64url(text)).toEqual(Uint8Array.from(input))
      }),
    )
  })

  test('reads a text exactly where it encodes back to itself, over every text of two symbols', () => {
    const symbols = [...BASE64URL, '=', '+', '/', ' ', '\n', 'é', '\0']
    const wrong: string[] = []
    for (const first of symbols) {
      for (const second of symbols) {
        const text = first + second
        const canonical = Buffer.from(text, 'base64url').toString('base64url') === text
        if ((decodeBase64url(text) !== null) !== canonical) wrong.push(text)
      }
    }
    expect(wrong).toEqual([])
  })

  test('reads any text either as null or as bytes that encode back to it', () => {
    const text = fc.string({ unit: fc.constantFrom(...BASE64URL), maxLength: 60 })
    fc.assert(
      fc.property(text, (written) => {
        const read = decodeBase64url(written)
        if (read) expect(encodeBase64url(read)).toBe(written)
        else expect(Buffer.from(written, 'base64url').toString('base64url')).not.toBe(written)
      }),
    )
  })

  test.each(['A', 'AAAAA', 'AB', 'AAB', '_x', 'AA==', 'A A', 'AA\n', 'A+', 'A/', 'AAA\u{1F600}', 'ＡＡ'])(
    'refuses %j',
    (text) => expect(decodeBase64url(text)).toBeNull(),
  )
})

describe('base58', () => {
  test.each(base58Vectors)('writes %s as %s and reads it back', (hex, text) => {
    expect(encodeBase58(Buffer.from(hex, 'hex'))).toBe(text)
    expect(encodeHex(decodeBase58(text) ?? Uint8Array.of(255))).toBe(hex)
  })

  test('is the number in base 58, with a 1 for each leading zero byte', () => {
    const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
    fc.assert(
      fc.property(fc.nat({ max: 4 }), fc.bigInt({ min: 1n, max: 1n << 520n }), (zeros, number) => {
        let digits = ''
        for (let rest = number; rest > 0n; rest /= 58n) digits = alphabet.charAt(Number(rest % 58n)) + digits
        const hex = number.toString(16)
        const significant = Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex')
        const whole = concatBytes(new Uint8Array(zeros), significant)
        expect(encodeBase58(whole)).toBe('1'.repeat(zeros) + digits)
        expect(decodeBase58('1'.repeat(zeros) + digits)).toEqual(whole)
      }),
    )
  })

  test.each(['0', 'O', 'I', 'l', 'a ', ' a', 'z\n', '+', '2NEpo7TZRRrLZSi2U=', '\u{1F600}'])('refuses %j', (text) => {
    expect(decodeBase58(text)).toBeNull()
  })

  test('refuses more than 128 symbols, or than it is told', () => {
    expect(decodeBase58('1'.repeat(128))).toHaveLength(128)
    expect(decodeBase58('1'.repeat(129))).toBeNull()
    expect(decodeBase58('1111', 4)).toHaveLength(4)
    expect(decodeBase58('11111', 4)).toBeNull()
  })
})
