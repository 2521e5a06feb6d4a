/**
 * An entry of the log about a key of the registry: since when it signs, until when, and from where on it does not count.
 *
 *     {"kid":"…43…","publicKey":"z6Mk…","role":"registry","t":"key-added","ts":"2026-11-22T03:04:05Z","v":1}
 *     {"from":1204,"kid":"…43…","publicKey":"z6Mk…","role":"registry","t":"key-compromised","ts":"…","v":1}
 *
 * `kid` is the RFC 7638 thumbprint of the key, `publicKey` a W3C Multikey. `from` is the index of the first entry that
 * the key's signature no longer vouches for: order comes from the log, never from a clock.
 */
import { canonicalize, type JsonObject, type JsonValue } from '../canonical-json.ts'
import { parseMultikey, thumbprint } from '../certificate/keys.ts'
import { instant, integer, optional, record, type Shape, ShapeError, text, textOneOf } from '../certificate/shape.ts'
import { fail, type Result, succeed } from '../result.ts'

/** What a key signs: credentials, checkpoints, or the QR of paper cards. One key never has two roles. */
export const keyRoles = ['registry', 'log', 'tag'] as const
export type KeyRole = (typeof keyRoles)[number]
export const keyEvents = ['key-added', 'key-retired', 'key-compromised'] as const
export type KeyEventType = (typeof keyEvents)[number]

export interface KeyLeaf {
  t: KeyEventType
  kid: string
  role: KeyRole
  publicKey: string
  /** Of a compromised key, and of no other. */
  from?: number
  /** RFC 3339, UTC, whole seconds. */
  ts: string
}

const multikey: Shape<string> = (value, path) => {
  if (typeof value !== 'string' || !parseMultikey(value)) throw new ShapeError(path)
  return value
}

const leafShape: Shape<KeyLeaf & { v: number }> = record({
  v: integer(1, 1),
  t: textOneOf(keyEvents),
  kid: text({ pattern: /^[A-Za-z0-9_-]{43}$/ }),
  role: textOneOf(keyRoles),
  publicKey: multikey,
  from: optional(integer(0, Number.MAX_SAFE_INTEGER)),
  ts: instant,
})

/** The text of the entry. @throws RangeError on what readKeyLeaf would refuse: a bug of ours. */
export function formatKeyLeaf(leaf: KeyLeaf): string {
  const value = { v: 1, ...leaf } as JsonObject
  const read = readKeyLeaf(value)
  if (!read.ok) throw new RangeError(`${read.error} does not fit the log`)
  return canonicalize(value)
}

/** The entry in parsed canonical JSON, or the path of the first member that does not fit. */
export function readKeyLeaf(value: JsonValue): Result<KeyLeaf, string> {
  try {
    const { v: _, ...leaf } = leafShape(value, 'leaf')
    if ((leaf.t === 'key-compromised') !== (leaf.from !== undefined)) return fail('leaf.from')
    const publicKey = parseMultikey(leaf.publicKey)
    return publicKey && thumbprint(publicKey) === leaf.kid ? succeed(leaf) : fail('leaf.kid')
  } catch (error) {
    if (error instanceof ShapeError) return fail(error.path)
    throw error
  }
}
