/** Bytes and the few text forms in which they travel. Decoders are strict: what would not encode back is refused. */

const utf8Encoder = new TextEncoder()
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return utf8Encoder.encode(text)
}

/** @throws TypeError where the bytes are not UTF-8. A byte order mark is kept, being a character like any other. */
export function decodeUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
}

export function concatBytes(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}

export function encodeHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export function encodeBase64url(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 6) {
      bits -= 6
      text += BASE64URL.charAt((held >> bits) & 63)
    }
    held &= (1 << bits) - 1
  }
  return bits > 0 ? text + BASE64URL.charAt((held << (6 - bits)) & 63) : text
}

/** Bytes of unpadded base64url, or null where the text has another symbol, a wrong length or stray bits at its end. */
export function decodeBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 4 === 1) return null
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8))
  let bits = 0
  let held = 0
  let length = 0
  for (const symbol of text) {
    const value = BASE64URL.indexOf(symbol)
    if (value < 0) return null
    held = (held << 6) | value
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[length++] = held >> bits
    }
    held &= (1 << bits) - 1
  }
  return held === 0 ? bytes : null
}

/** Base58 with Bitcoin's alphabet, as multibase `z` uses it. */
export function encodeBase58(bytes: Uint8Array): string {
  const zeros = countLeading(bytes, 0)
  const digits: number[] = []
  for (const byte of bytes) {
    let carry = byte
    for (let i = 0; i < digits.length; i++) {
      carry += (digits[i] ?? 0) * 256
      digits[i] = carry % 58
      carry = Math.floor(carry / 58)
    }
    for (; carry > 0; carry = Math.floor(carry / 58)) digits.push(carry % 58)
  }
  const significant = digits.reverse().map((digit) => BASE58.charAt(digit))
  return '1'.repeat(zeros) + significant.join('')
}

/** Bytes of a base58 text, or null where it has a symbol outside the alphabet or more than `maxLength` symbols. */
export function decodeBase58(text: string, maxLength = 128): Uint8Array<ArrayBuffer> | null {
  if (text.length > maxLength) return null
  // Lowest byte first; each symbol multiplies what is held by 58, so that no more bytes than symbols are needed.
  const bytes = new Uint8Array(text.length)
  let length = 0
  for (const symbol of text) {
    let carry = BASE58.indexOf(symbol)
    if (carry < 0) return null
    for (let i = 0; i < length; i++) {
      carry += (bytes[i] ?? 0) * 58
      bytes[i] = carry
      carry >>= 8
    }
    for (; carry > 0; carry >>= 8) bytes[length++] = carry
  }
  return bytes.slice(0, length + countLeading(text, '1')).reverse()
}

function countLeading<T>(values: ArrayLike<T>, value: T): number {
  let count = 0
  while (count < values.length && values[count] === value) count++
  return count
}
