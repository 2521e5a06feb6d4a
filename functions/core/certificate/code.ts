/**
 * The code of a certificate: 12 symbols of Crockford's base32, ten random and two Reed–Solomon checks.
 *
 *     Y7HD-7H5N-MT3V      as shown (formatCode)
 *     Y7HD7H5NMT3V        as kept  (Code)
 *
 * The checks are over GF(32) with x⁵+x²+1, roots α¹ and α²: every single wrong symbol, every swap of neighbors and
 * every pair of wrong symbols is seen, and any single wrong symbol can be mended. A mended code is only ever offered
 * as a question, since a random string lies one symbol from some code in a third of all cases.
 */
import { CROCKFORD, cleanCrockford } from '../crockford.ts'

declare const brand: unique symbol
/** Twelve canonical symbols whose checks hold. */
export type Code = string & { readonly [brand]: 'Code' }

/** What somebody typed or scanned: a code; one symbol away from one; or neither. */
export type CodeReading = { kind: 'code'; code: Code } | { kind: 'typo'; suggestion: Code } | { kind: 'not-a-code' }

export const CODE_LENGTH = 12
const RANDOM_LENGTH = 10
/** Random bytes that one code takes: 50 of their 56 bits. */
export const CODE_RANDOM_BYTES = 7

/** Powers of α = 2, twice round so that a sum of two logarithms needs no reduction. */
const POWER: number[] = []
const LOGARITHM: number[] = new Array<number>(32).fill(0)
for (let exponent = 0, value = 1; exponent < 31; exponent++) {
  POWER[exponent] = POWER[exponent + 31] = value
  LOGARITHM[value] = exponent
  value <<= 1
  if (value & 32) value ^= 0b100101
}

function multiply(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : (POWER[(LOGARITHM[a] ?? 0) + (LOGARITHM[b] ?? 0)] ?? 0)
}

/** The value of the symbols' polynomial (highest power first) at α^`root`: 0 at both roots of a whole code. */
function syndrome(symbols: number[], root: number): number {
  const point = POWER[root] ?? 0
  return symbols.reduce((sum, symbol) => multiply(sum, point) ^ symbol, 0)
}

/** The two check symbols for ten: the pair (a, b) with S₁ = S₂ = 0, solved from a·α + b = s₁ and a·α² + b = s₂. */
function checkSymbols(symbols: number[]): [number, number] {
  const padded = [...symbols, 0, 0]
  const [s1, s2] = [syndrome(padded, 1), syndrome(padded, 2)]
  const inverse = POWER[31 - (LOGARITHM[(POWER[1] ?? 0) ^ (POWER[2] ?? 0)] ?? 0)] ?? 0
  const a = multiply(s1 ^ s2, inverse)
  return [a, s1 ^ multiply(a, POWER[1] ?? 0)]
}

/**
 * A new code from `random`, at least CODE_RANDOM_BYTES bytes of a secure source.
 * @throws RangeError where there are fewer.
 */
export function makeCode(random: Uint8Array): Code {
  if (random.length < CODE_RANDOM_BYTES) throw new RangeError(`a code takes ${CODE_RANDOM_BYTES} random bytes`)
  const symbols: number[] = []
  let bits = 0
  let held = 0
  for (const byte of random) {
    held = ((held & 31) << 8) | byte
    bits += 8
    for (; bits >= 5 && symbols.length < RANDOM_LENGTH; bits -= 5) symbols.push((held >> (bits - 5)) & 31)
  }
  return writeSymbols([...symbols.slice(0, RANDOM_LENGTH), ...checkSymbols(symbols.slice(0, RANDOM_LENGTH))])
}

function writeSymbols(symbols: number[]): Code {
  return symbols.map((symbol) => CROCKFORD.charAt(symbol)).join('') as Code
}

/** `XXXX-XXXX-XXXX`, as labels and pages show it. */
export function formatCode(code: Code): string {
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`
}

/** Reads what was typed or scanned, as cleanCrockford does. A symbol outside the alphabet counts as the one wrong symbol. */
export function readCode(text: string): CodeReading {
  if (text.length > 64) return { kind: 'not-a-code' }
  const symbols = Array.from(cleanCrockford(text), (symbol) => CROCKFORD.indexOf(symbol))
  const unreadable = symbols.filter((symbol) => symbol < 0).length
  if (symbols.length !== CODE_LENGTH || unreadable > 1) return { kind: 'not-a-code' }
  if (unreadable === 0 && isWhole(symbols)) return { kind: 'code', code: writeSymbols(symbols) }
  return mend(symbols)
}

/** The code that these canonical twelve symbols are, or null: for stored and signed values, where nothing is forgiven. */
export function parseCode(text: string): Code | null {
  const symbols = Array.from(text, (symbol) => CROCKFORD.indexOf(symbol))
  return symbols.length === CODE_LENGTH && !symbols.includes(-1) && isWhole(symbols) ? (text as Code) : null
}

function isWhole(symbols: number[]): boolean {
  return syndrome(symbols, 1) === 0 && syndrome(symbols, 2) === 0
}

/** One error e at position p adds e·αᵖ to S₁ and e·α²ᵖ to S₂, so S₂/S₁ names the place and S₁ the size. */
function mend(symbols: number[]): CodeReading {
  const unreadable = symbols.indexOf(-1)
  const word = symbols.map((symbol) => Math.max(symbol, 0))
  const [s1, s2] = [syndrome(word, 1), syndrome(word, 2)]
  if (s1 === 0 && s2 === 0) return { kind: 'typo', suggestion: writeSymbols(word) }
  if (s1 === 0 || s2 === 0) return { kind: 'not-a-code' }
  const power = ((LOGARITHM[s2] ?? 0) - (LOGARITHM[s1] ?? 0) + 31) % 31
  const position = CODE_LENGTH - 1 - power
  if (position < 0 || (unreadable >= 0 && unreadable !== position)) return { kind: 'not-a-code' }
  word[position] = (word[position] ?? 0) ^ multiply(s1, POWER[31 - power] ?? 0)
  return { kind: 'typo', suggestion: writeSymbols(word) }
}
