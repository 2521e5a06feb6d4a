/**
 * API tokens: `asli_` + 43 symbols (32 random bytes, base64url) + 6 hexadecimal digits of their SHA-256.
 *
 *     asli_Xk3v…Q8a1b2c3
 *
 * The checksum tells a mistyped token from a withdrawn one without asking the database. Only the hash is stored.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { encodeBase64url, encodeHex, utf8 } from './bytes.ts'

export const TOKEN_RANDOM_BYTES = 32

/** @throws RangeError where `random` has not 32 bytes. */
export function makeToken(random: Uint8Array): string {
  if (random.length !== TOKEN_RANDOM_BYTES) throw new RangeError(`a token takes ${TOKEN_RANDOM_BYTES} random bytes`)
  const secret = encodeBase64url(random)
  return `asli_${secret}${checksum(secret)}`
}

/** Whether the text can be a token at all. */
export function isWholeToken(text: string): boolean {
  const match = /^asli_([A-Za-z0-9_-]{43})([0-9a-f]{6})$/.exec(text)
  return match?.[1] !== undefined && checksum(match[1]) === match[2]
}

/** What is stored of a token: SHA-256 in hexadecimal. Its 256 random bits need no salt. */
export function hashToken(token: string): string {
  return encodeHex(sha256(utf8(token)))
}

function checksum(secret: string): string {
  return encodeHex(sha256(utf8(secret))).slice(0, 6)
}
