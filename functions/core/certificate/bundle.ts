/**
 * A certificate with all that it takes to check it without a network, as `asli verify --save` writes it:
 *
 *     { "format": "asli-proof-bundle/v1",
 *       "savedAt": "2026-11-22T03:04:05Z",
 *       "origin": "https://asli.example",
 *       "keys": { "origin": "https://asli.example", "keys": [ … ] },     /.well-known/asli.json
 *       "credential": "{\"@context\":[ …",                                its text, as it was served
 *       "proof": "c2sp.org/tlog-proof@v1\nindex 4\n …",
 *       "status": "valid" }                                              as the registry said it when this was saved
 *
 * Nobody signed the bundle itself: `savedAt` and `status` are the word of whoever saved it, and so are its keys, until
 * they are compared with keys that the reader trusts. The layout is free; what was signed are the texts within.
 */
import type { JsonValue } from '../canonical-json.ts'
import { type Status, statuses } from '../log/life.ts'
import { fail, type Result, succeed } from '../result.ts'
import { type KeyList, keyList, originText } from './key-list.ts'
import { instant, record, type Shape, ShapeError, text, textOneOf } from './shape.ts'

export const BUNDLE_FORMAT = 'asli-proof-bundle/v1'
const MAX_TEXT = 200_000

export interface Bundle {
  /** RFC 3339, UTC, whole seconds. */
  savedAt: string
  origin: string
  keys: KeyList
  credential: string
  /** C2SP tlog-proof of the certificate's issue. */
  proof: string
  status: Status
}

const bundleShape: Shape<Bundle & { format: string }> = record({
  format: textOneOf([BUNDLE_FORMAT]),
  savedAt: instant,
  origin: originText,
  keys: keyList,
  credential: text({ max: MAX_TEXT }),
  proof: text({ max: MAX_TEXT }),
  status: textOneOf(statuses),
})

export function formatBundle({ savedAt, origin, keys, credential, proof, status }: Bundle): string {
  return `${JSON.stringify({ format: BUNDLE_FORMAT, savedAt, origin, keys, credential, proof, status }, null, 2)}\n`
}

/** The bundle in parsed JSON, or the path of what does not fit. Whether it proves anything is checkEvidence’s to find out. */
export function parseBundle(value: JsonValue): Result<Bundle, string> {
  try {
    const { format: _, ...bundle } = bundleShape(value, 'bundle')
    return bundle.keys.origin === bundle.origin ? succeed(bundle) : fail('bundle.keys.origin')
  } catch (error) {
    if (error instanceof ShapeError) return fail(error.path)
    throw error
  }
}
