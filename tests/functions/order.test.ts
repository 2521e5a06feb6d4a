/** How a retry is told from another order, and how little is kept for it. */
import { sha256 } from '@noble/hashes/sha2.js'
import { describe, expect, test } from 'vitest'
import { encodeBase64url, utf8 } from '#core/bytes.ts'
import { canonicalize, type JsonObject } from '#core/canonical-json.ts'
import type { Code } from '#core/certificate/code.ts'
import type { PieceRequest } from '#core/certificate/piece-request.ts'
import { hashOrder, isRetry, type Order } from '../../functions/actions/order.ts'
import { requestOf } from '../support/services.ts'

const orderOf = (changes: Partial<PieceRequest> = {}, more: Partial<Order> = {}): Order => ({
  request: requestOf('kawung', changes),
  idempotencyKey: 'key-0123456789abcdef',
  ...more,
})
const referred = orderOf({ customerRef: 'C-0012' })
const place = { kind: 'piece', maker: 'test-maker', subject: 'kawung', number: 1 } as const
const replaces = { code: '0123456789AB' as Code, place, reason: 'data-error' }
/** As a store finds it under the same key. */
const earlierOf = (order: Order, customerRef: string | null, requestHash = hashOrder(order)) => ({
  code: '0123456789AB' as Code,
  credential: '{}',
  requestHash,
  customerRef,
})
const firstForm = ({ request }: Order) =>
  encodeBase64url(sha256(utf8(canonicalize(JSON.parse(JSON.stringify(request)) as JsonObject))))

describe('what is kept of an order', () => {
  test('is the same whoever the customer is: no guess of the reference can be tried on it', () => {
    const hashes = ['C-0012', 'C-0013', 'x', ''].map((customerRef) => hashOrder(orderOf({ customerRef })))
    expect(new Set(hashes).size).toBe(1)
    expect(hashes[0]).toMatch(/^2\.[A-Za-z0-9_-]{43}$/)
  })

  test('is another where anything else is another, the presence of a reference included', () => {
    const orders = [
      orderOf(),
      referred,
      orderOf({ madeOn: '2026-11-02' }),
      orderOf({ madeFor: { mode: 'private', commitment: 'A'.repeat(43), sealed: 'A'.repeat(363) } }),
      orderOf({}, { replaces }),
      orderOf({}, { replaces: { ...replaces, reason: 'replaced' } }),
    ]
    expect(new Set(orders.map(hashOrder)).size).toBe(orders.length)
  })
})

describe('a retry', () => {
  test('is the same order with the same reference, or with any once the first is erased', () => {
    expect(isRetry(referred, earlierOf(referred, 'C-0012'))).toBe(true)
    expect(isRetry(referred, earlierOf(referred, 'C-0013'))).toBe(false)
    expect(isRetry(referred, earlierOf(referred, null))).toBe(true)
    expect(isRetry(orderOf(), earlierOf(orderOf(), null))).toBe(true)
    expect(isRetry(referred, earlierOf(orderOf(), null))).toBe(false)
    expect(isRetry(orderOf(), earlierOf(referred, 'C-0012'))).toBe(false)
    expect(isRetry(orderOf(), earlierOf(referred, null))).toBe(false)
    expect(isRetry(orderOf({ madeOn: '2026-11-02' }), earlierOf(orderOf(), null))).toBe(false)
  })

  test('of what was asked before the upgrade is known by the hash of that time', () => {
    for (const order of [referred, orderOf()]) {
      const customerRef = order === referred ? 'C-0012' : null
      expect(isRetry(order, earlierOf(order, customerRef, firstForm(order)))).toBe(true)
      const other = orderOf({ customerRef: 'C-0013' })
      expect(isRetry(other, earlierOf(order, customerRef, firstForm(order)))).toBe(false)
    }
  })

  test('cannot be told where what was asked is forgotten', () => {
    expect(isRetry(referred, earlierOf(referred, null, ''))).toBeNull()
  })
})
