/**
 * An entry of the log: one event of one certificate, as RFC 8785 JSON of at most 512 bytes.
 *
 *     {"body":"…43…","cid":"…43…","design":"batik-sekar/manggur-01","edition":[1,1],"excl":"exclusive","kind":"piece",
 *      "maker":"batik-sekar","t":"issued","ts":"2026-11-22T03:04:05Z","v":1}
 *
 *     cid = base64url(SHA-256("asli/cid/v1" ‖ 0x00 ‖ code as 12 capitals ‖ nonce (16)))
 *
 * `body` is the digest of the credential without its proof; `prev` the index of this certificate's event before. The
 * log is public for ever: no name, no reference of a customer, and no code, which would make it a list of addresses.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, encodeBase64url, utf8 } from '../bytes.ts'
import { canonicalize, type JsonObject, type JsonValue } from '../canonical-json.ts'
import type { Code } from '../certificate/code.ts'
import { type ActType, type Reason, reasons, reasonsOf } from '../certificate/reasons.ts'
import { instant, integer, optional, record, type Shape, ShapeError, text, textOneOf } from '../certificate/shape.ts'
import { fail, type Result, succeed } from '../result.ts'

const CID_CONTEXT = 'asli/cid/v1'
export const NONCE_LENGTH = 16
export const MAX_LEAF_BYTES = 512

export type EventType = 'issued' | ActType
const eventTypes = ['issued', ...(Object.keys(reasonsOf) as ActType[])] as const

export const exclusivities = ['exclusive', 'limited', 'open'] as const
export type Exclusivity = (typeof exclusivities)[number]

export interface Leaf {
  t: EventType
  cid: string
  kind: 'piece' | 'curation'
  /** `<maker>/<design id>`; with `excl` and `edition`: in the issue of a piece, and in nothing else. */
  design?: string
  excl?: Exclusivity
  /** Number and size: [1,1] where exclusive, number ≤ size where limited, [0,0] where open. */
  edition?: [number, number]
  /** Slug of the product that was examined: in the issue of a curation, and in nothing else. */
  product?: string
  maker: string
  body: string
  /** Absent in an issue, and in nothing else. */
  prev?: number
  reason?: Reason
  /** RFC 3339, UTC, whole seconds. */
  ts: string
}

/** The certificate's public id, from which nobody can tell its code without the nonce. */
export function deriveCid(code: Code, nonce: Uint8Array): string {
  if (nonce.length !== NONCE_LENGTH) throw new RangeError(`a nonce has ${NONCE_LENGTH} bytes`)
  return encodeBase64url(sha256(concatBytes(utf8(CID_CONTEXT), Uint8Array.of(0), utf8(code), nonce)))
}

const digest = text({ pattern: /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/ })
const slug = text({ pattern: /^[a-z0-9-]{1,60}$/ })
const count = integer(0, Number.MAX_SAFE_INTEGER)
const editionPart = integer(0, 999_999)
const edition: Shape<[number, number]> = (value, path) => {
  if (!Array.isArray(value) || value.length !== 2) throw new ShapeError(path)
  return [editionPart(value[0], `${path}[0]`), editionPart(value[1], `${path}[1]`)]
}

const leafShape: Shape<Leaf & { v: number }> = record({
  v: integer(1, 1),
  t: textOneOf(eventTypes),
  cid: digest,
  kind: textOneOf(['piece', 'curation']),
  design: optional(text({ pattern: /^[a-z0-9-]{1,60}\/[a-z0-9-]{1,60}$/ })),
  excl: optional(textOneOf(exclusivities)),
  edition: optional(edition),
  product: optional(slug),
  maker: slug,
  body: digest,
  prev: optional(count),
  reason: optional(textOneOf(reasons)),
  ts: instant,
})

/** @throws RangeError on what parseLeaf would refuse: a bug of ours, which must not enter the log. */
export function formatLeaf(leaf: Leaf): Uint8Array<ArrayBuffer> {
  const bytes = utf8(canonicalize({ v: 1, ...leaf } as JsonObject))
  const parsed = parseLeaf(bytes)
  if (!parsed.ok) throw new RangeError(`${parsed.error} does not fit the log`)
  return bytes
}

/** The event of an entry, or the path of the first member that does not fit. */
export function parseLeaf(entry: Uint8Array): Result<Leaf, string> {
  const value = readCanonical(entry)
  return value === undefined ? fail('leaf') : readLeafValue(value)
}

/** The same of JSON that readCanonical gave. */
export function readLeafValue(value: JsonValue): Result<Leaf, string> {
  try {
    const { v: _, ...leaf } = leafShape(value, 'leaf')
    const contradiction = findContradiction(leaf)
    return contradiction ? fail(`leaf.${contradiction}`) : succeed(leaf)
  } catch (error) {
    if (error instanceof ShapeError) return fail(error.path)
    throw error
  }
}

/** The JSON of the entry, or undefined where it is not the canonical text of its value. */
export function readCanonical(entry: Uint8Array): JsonValue | undefined {
  if (entry.length > MAX_LEAF_BYTES) return undefined
  try {
    const source = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(entry)
    const value = JSON.parse(source) as JsonValue
    return canonicalize(value) === source ? value : undefined
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError) return undefined
    throw error
  }
}

/** The first member that the others do not allow. */
function findContradiction(leaf: Leaf): keyof Leaf | null {
  const isIssue = leaf.t === 'issued'
  const named = [leaf.design, leaf.excl, leaf.edition].filter((member) => member !== undefined).length
  const ofPiece = leaf.kind === 'piece'
  if (named !== (isIssue && ofPiece ? 3 : 0)) return 'design'
  if (leaf.design !== undefined && !leaf.design.startsWith(`${leaf.maker}/`)) return 'design'
  if (leaf.excl && leaf.edition && !isEditionOf(leaf.excl, leaf.edition)) return 'edition'
  if ((leaf.product !== undefined) !== (isIssue && !ofPiece)) return 'product'
  if (isIssue === (leaf.prev !== undefined)) return 'prev'
  return allowsReason(leaf) ? null : 'reason'
}

/** Whether [number, size] can be of this edition. */
export function isEditionOf(excl: Exclusivity, [number, size]: [number, number]): boolean {
  if (excl === 'exclusive') return number === 1 && size === 1
  if (excl === 'limited') return number >= 1 && number <= size
  return number === 0 && size === 0
}

function allowsReason({ t, reason }: Leaf): boolean {
  const allowed: readonly Reason[] = t === 'issued' ? [] : reasonsOf[t]
  return reason === undefined ? allowed.length === 0 : allowed.includes(reason)
}
