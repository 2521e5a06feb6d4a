/** Batches that are issued at the same moment, and meet in the same slots of the status lists. */
import { expect, test } from 'vitest'
import { SLOT_RANDOM_BYTES } from '#core/certificate/status-list.ts'
import { issueBatch } from '../../functions/actions/issue-batch.ts'
import { openKeyring } from '../../functions/actions/keyring.ts'
import { openMemoryStores } from '../support/memory-store.ts'
import { MAKER, makeServices, requestOf } from '../support/services.ts'

/** More than three times as many as the tries that there once were. */
const BATCHES = 16
const ROWS = 3

test('each batch among many is issued, though every one draws the same slots as the others', async () => {
  const { keyStore, ...stores } = openMemoryStores()
  const made = await makeServices({} as D1Database)
  const services = { ...made, ...stores, keyring: openKeyring({ ...made, keyStore }) }
  const issue = async (batch: number) => {
    let drawn = 0
    const random = (length: number) =>
      length === SLOT_RANDOM_BYTES ? Uint8Array.of(0, drawn >> 8, drawn++ & 255) : services.random(length)
    const rows = Array.from({ length: ROWS }, (_, row) => ({
      request: requestOf(`design-${batch}-${row}`),
      idempotencyKey: `key-${batch}-${row}-0123456789`,
    }))
    return issueBatch(rows, { role: 'maker', maker: MAKER }, { ...services, random })
  }
  const issued = await Promise.all(Array.from({ length: BATCHES }, (_, batch) => issue(batch)))
  const codes = issued.flatMap((one) => (one.ok ? one.value.certificates.map(({ code }) => code) : []))
  expect(new Set(codes).size).toBe(BATCHES * ROWS)
})
