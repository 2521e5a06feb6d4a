/** The hash of a text, for telling whether it has changed: SHA-256 of its UTF-8, in hexadecimal. */
import { sha256 } from '@noble/hashes/sha2.js'
import { encodeHex, utf8 } from '../bytes.ts'

/** Line ends and letters of the same look count as the same, so that an editor's habits are no change. */
export function hashText(text: string): string {
  return encodeHex(
    sha256(
      utf8(
        text
          .replace(/^\uFEFF/, '')
          .replace(/\r\n?/g, '\n')
          .normalize('NFC')
          .trim(),
      ),
    ),
  )
}
