/** An order: what somebody asks to have certified under an Idempotency-Key, and how a retry of it is told from another. */
import { sha256 } from '@noble/hashes/sha2.js'
import { encodeBase64url, utf8 } from '#core/bytes.ts'
import { canonicalize, type JsonObject } from '#core/canonical-json.ts'
import type { Code } from '#core/certificate/code.ts'
import type { CertificateRequest } from '#core/certificate/request.ts'
import type { Conflict, Place } from './store.ts'

export interface Order {
  request: CertificateRequest
  idempotencyKey: string
  /** The certificate that this one replaces. */
  replaces?: { code: Code; place: Place; reason: string }
  /** Free numbers to pass over, where others ask at the same time. */
  skip?: number
}

type Earlier = Extract<Conflict, { kind: 'key-used' }>['earlier']

/**
 * What is kept of an order, to tell a retry from another order under the same key:
 *
 *     2.gBXrD…43…   the form, and base64url(SHA-256(JCS)) of what was asked, the certificate that is replaced included
 *
 * Of the customer's reference it has only whether there is one. A reference is short, and whoever has the database could
 * guess an erased one by hashing; while it is not erased it is compared as it stands.
 */
export function hashOrder(order: Order): string {
  const { request } = order
  const isReferred = request.kind === 'piece' && request.customerRef !== undefined
  return `2.${digest(order, isReferred ? { ...request, customerRef: '' } : request)}`
}

/** Whether the order is the earlier one again; null where what was asked then is forgotten, and nobody can tell. */
export function isRetry(order: Order, { requestHash, customerRef }: Earlier): boolean | null {
  const { request } = order
  if (requestHash === '') return null
  // Of the first form, until its keys are forgotten.
  if (!requestHash.startsWith('2.')) return requestHash === digest(order, request)
  const asked = request.kind === 'piece' ? request.customerRef : undefined
  return requestHash === hashOrder(order) && (customerRef === null || customerRef === asked)
}

function digest({ replaces }: Order, request: object): string {
  const asked = replaces ? { request, replaces: replaces.code, reason: replaces.reason } : request
  return encodeBase64url(sha256(utf8(canonicalize(JSON.parse(JSON.stringify(asked)) as JsonObject))))
}
