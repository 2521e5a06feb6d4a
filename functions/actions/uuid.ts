/** RFC 9562, version 4. */
import { encodeHex } from '#core/bytes.ts'

/** `urn:uuid:…` of 16 random bytes. */
export function drawUuid(random: (length: number) => Uint8Array): string {
  const bytes = random(16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return encodeHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, 'urn:uuid:$1-$2-$3-$4-$5')
}
