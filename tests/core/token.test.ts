import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hashToken, isWholeToken, makeToken, TOKEN_RANDOM_BYTES } from '#core/token.ts'

const random = fc.uint8Array({ minLength: TOKEN_RANDOM_BYTES, maxLength: TOKEN_RANDOM_BYTES })
const someToken = makeToken(Uint8Array.from({ length: TOKEN_RANDOM_BYTES }, (_, i) => i * 7))

describe('makeToken', () => {
  test('writes asli_, the random bytes in base64url and six digits of their SHA-256', () => {
    fc.assert(
      fc.property(random, (bytes) => {
        const secret = Buffer.from(bytes).toString('base64url')
        const checksum = createHash('sha256').update(secret).digest('hex').slice(0, 6)
        expect(makeToken(bytes)).toBe(`asli_${secret}${checksum}`)
        expect(isWholeToken(makeToken(bytes))).toBe(true)
      }),
    )
  })

  test('writes the known token of 32 zero bytes', () => {
    // The checksum is of 43 times “A”, by sha256sum.
    expect(makeToken(new Uint8Array(32))).toBe(`asli_${'A'.repeat(43)}0f0073`)
  })

  test.each([0, 31, 33])('throws on %i random bytes', (length) => {
    expect(() => makeToken(new Uint8Array(length))).toThrow(new RangeError('a token takes 32 random bytes'))
  })
})

describe('isWholeToken', () => {
  test('sees every single symbol that is mistyped', () => {
    for (let at = 0; at < someToken.length; at++) {
      for (const symbol of 'aZ0_-9f') {
        if (symbol === someToken[at]) continue
        expect(isWholeToken(someToken.slice(0, at) + symbol + someToken.slice(at + 1)), `${at} ${symbol}`).toBe(false)
      }
    }
  })

  test('sees every symbol that is left out or doubled, and every swap of neighbors', () => {
    for (let at = 0; at < someToken.length; at++) {
      const [before, symbol, after] = [someToken.slice(0, at), someToken.charAt(at), someToken.slice(at + 1)]
      expect(isWholeToken(before + after)).toBe(false)
      expect(isWholeToken(before + symbol + symbol + after)).toBe(false)
      const swapped = before + after.charAt(0) + symbol + after.slice(1)
      if (swapped !== someToken) expect(isWholeToken(swapped)).toBe(false)
    }
  })

  test.each([
    '',
    'asli_',
    ` ${someToken}`,
    `${someToken}\n`,
    `${someToken} `,
    someToken.toUpperCase(),
    `Bearer ${someToken}`,
  ])('refuses %j', (text) => expect(isWholeToken(text)).toBe(false))
})

describe('hashToken', () => {
  test('is SHA-256 of the whole token in hexadecimal', () => {
    expect(hashToken(someToken)).toBe(createHash('sha256').update(someToken).digest('hex'))
    // FIPS 180-2, appendix B.1.
    expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})
