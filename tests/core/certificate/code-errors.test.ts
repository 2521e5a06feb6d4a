import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CODE_LENGTH, makeCode, parseCode, readCode } from '#core/certificate/code.ts'

const SYMBOLS = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ']
const positions = Array.from({ length: CODE_LENGTH }, (_, i) => i)
const random = fc.uint8Array({ minLength: 7, maxLength: 7 })
const codes = ['000000000000', 'ZZZZZZZZZZQ3', '000000000168', '04HMASW9NFBV', 'VTPVXVYAZS04', '0123456789P9']

function replaceAt(text: string, at: number, symbol: string): string {
  return text.slice(0, at) + symbol + text.slice(at + 1)
}

function swap(text: string, a: number, b: number): string {
  return replaceAt(replaceAt(text, a, text.charAt(b)), b, text.charAt(a))
}

/** Mulberry32: the same numbers in every run. */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}

describe('readCode, of a code with errors', () => {
  test('sees every single wrong symbol of a code and mends it', () => {
    const mended = (code: string) => {
      for (const at of positions) {
        for (const symbol of SYMBOLS.filter((other) => other !== code[at])) {
          const wrong = replaceAt(code, at, symbol)
          expect(readCode(wrong), wrong).toEqual({ kind: 'typo', suggestion: code })
          expect(parseCode(wrong), wrong).toBeNull()
        }
      }
    }
    for (const code of codes) mended(code)
    fc.assert(
      fc.property(random, (bytes) => mended(makeCode(bytes))),
      { numRuns: 50 },
    )
  })

  test('sees every swap of two different symbols: neighbors, jumps and all others', () => {
    fc.assert(
      fc.property(random, (bytes) => {
        const code = makeCode(bytes)
        for (const a of positions) {
          for (const b of positions.filter((later) => later > a && code[later] !== code[a])) {
            expect(readCode(swap(code, a, b)).kind, `${code} ${a} ${b}`).not.toBe('code')
          }
        }
      }),
    )
  })

  test('sees every pair of wrong symbols', () => {
    // The checks are linear, so what holds for one code holds for all.
    const code = 'Y7HD7H5NMT3V'
    const seen = positions.flatMap((a) =>
      SYMBOLS.filter((symbol) => symbol !== code[a]).flatMap((first) =>
        positions
          .filter((b) => b > a)
          .flatMap((b) =>
            SYMBOLS.filter((symbol) => symbol !== code[b]).map((second) =>
              readCode(replaceAt(replaceAt(code, a, first), b, second)),
            ),
          ),
      ),
    )
    expect(seen).toHaveLength(66 * 31 * 31)
    expect(seen.filter(({ kind }) => kind === 'code')).toEqual([])
    expect(seen.filter((reading) => reading.kind === 'typo' && reading.suggestion === code)).toEqual([])
  })

  test.each(['U', '*', '?', 'u', 'é', '.', '\u{1F600}'])('mends one unreadable symbol %s in any place', (symbol) => {
    for (const code of codes) {
      for (const at of positions) {
        expect(readCode(replaceAt(code, at, symbol))).toEqual({ kind: 'typo', suggestion: code })
      }
    }
  })

  test('gives up on two unreadable symbols, and on one beside a wrong one that no code explains', () => {
    expect(readCode('UUHD7H5NMT3V')).toEqual({ kind: 'not-a-code' })
    const beside = SYMBOLS.slice(1).map((symbol) => readCode(`*${symbol}0000000000`))
    for (const reading of beside) {
      if (reading.kind === 'typo') expect(reading.suggestion.slice(2)).toBe('0000000000')
      expect(reading).not.toEqual({ kind: 'typo', suggestion: '000000000000' })
    }
  })

  test('suggests only whole codes, exactly one symbol from what was typed', () => {
    const typed = fc.string({ unit: fc.constantFrom(...SYMBOLS, '*'), minLength: CODE_LENGTH, maxLength: CODE_LENGTH })
    fc.assert(
      fc.property(typed, (text) => {
        const reading = readCode(text)
        if (reading.kind !== 'typo') return
        expect(parseCode(reading.suggestion)).toBe(reading.suggestion)
        expect(positions.filter((at) => reading.suggestion[at] !== text[at])).toHaveLength(1)
      }),
      { numRuns: 2000 },
    )
  })

  test('reads one of 1024 endings of ten symbols as a code, and offers to mend 372', () => {
    for (const start of ['0000000000', 'Y7HD7H5NMT', '9ZK4TN0MQX']) {
      const kinds = SYMBOLS.flatMap((a) => SYMBOLS.map((b) => readCode(start + a + b).kind))
      expect(kinds.filter((kind) => kind === 'code')).toHaveLength(1)
      expect(kinds.filter((kind) => kind === 'typo')).toHaveLength(372)
    }
  })

  test('reads a random string as a code once in 1024 times', () => {
    const next = numbersFrom(20261122)
    const draws = 200_000
    const draw = () => positions.map(() => SYMBOLS[next() % 32]).join('')
    const hits = Array.from({ length: draws }, draw).filter((text) => readCode(text).kind === 'code').length
    const spread = 4 * Math.sqrt(draws / 1024)
    expect(hits).toBeLessThan(draws / 1024 + spread)
    expect(hits).toBeGreaterThan(draws / 1024 - spread)
  })
})
