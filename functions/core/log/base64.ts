/** Base64 as C2SP writes it: RFC 4648 §4, with `+`, `/` and padding; strict, so that one value has one text. */
import { decodeBase64url, encodeBase64url } from '../bytes.ts'

export function encodeBase64(bytes: Uint8Array): string {
  const text = encodeBase64url(bytes).replaceAll('-', '+').replaceAll('_', '/')
  return text + '='.repeat((4 - (text.length % 4)) % 4)
}

/** The bytes, or null where the text has another symbol, another padding or stray bits at its end. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null
  return decodeBase64url(text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''))
}
