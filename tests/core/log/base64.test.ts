import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeBase64, encodeBase64 } from '#core/log/base64.ts'
import { mutationsOf } from './support.ts'

describe('base64', () => {
  test('is what Node writes, and comes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
        expect(decodeBase64(encodeBase64(bytes))).toEqual(bytes)
      }),
    )
  })

  test.each([
    'A',
    'AA',
    'AAA',
    'A===',
    'AA=',
    '=',
    '====',
    'AA==AA==',
    'AB==',
    'AAB=',
    'AA-_',
    'AAAA\n',
    ' AAAA',
    'AAA=A',
    'ÀAAA',
  ])('%j has no bytes', (text) => {
    expect(decodeBase64(text)).toBeNull()
  })

  test('is refused or the same text again after any change', () => {
    const mutant = fc.uint8Array({ maxLength: 20 }).map(encodeBase64).chain(mutationsOf)
    fc.assert(
      fc.property(mutant, (text) => {
        const bytes = decodeBase64(text)
        expect(bytes === null || encodeBase64(bytes) === text).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
