/**
 * Crockford's base32: 32 symbols that are not taken for one another on paper, five bits each. Reading forgives what
 * people do to them; decoding is strict.
 */

export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Typed symbols in their one form: any case; spaces and hyphens ignored; I and L read as 1, O as 0. */
export function cleanCrockford(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[\s\-‐‑–—]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
}

/** The symbols of these bytes; what is left of the last one is filled with zeros. */
export function encodeCrockford(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    for (bits += 8; bits >= 5; bits -= 5) text += CROCKFORD.charAt((held >> (bits - 5)) & 31)
    held &= 31
  }
  return bits > 0 ? text + CROCKFORD.charAt((held << (5 - bits)) & 31) : text
}

/** The bytes of canonical symbols, or null where there is another symbol, a wrong length or stray bits at the end. */
export function decodeCrockford(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const symbol of text) {
    const value = CROCKFORD.indexOf(symbol)
    if (value < 0) return null
    held = (held << 5) | value
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push((held >> bits) & 255)
    }
    held &= 255
  }
  const isWhole = bits < 5 && (held & ((1 << bits) - 1)) === 0
  return isWhole ? Uint8Array.from(bytes) : null
}
