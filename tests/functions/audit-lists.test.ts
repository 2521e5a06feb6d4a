/** Which certificates an audit lets be in no status list. */
import { describe, expect, test } from 'vitest'
import { listAt } from '#core/certificate/status-list.ts'
import { readSlot } from '../../functions/cli/audit-lists.ts'

const LIST = 131_072

describe('the slot that a registry tells of a certificate', () => {
  test('may be missing where the log has it from before its first key: it is of the first version', () => {
    for (const issued of [0, 5, 8]) expect(readSlot(undefined, { cid: 'cid', issued }, 9)).toBeNull()
    for (const issued of [10, 11, 100_000])
      expect(() => readSlot(undefined, { cid: 'cid', issued }, 9)).toThrow(
        `Certificate cid of entry ${issued} is told without its place in the status lists`,
      )
    expect(() => readSlot(undefined, { cid: 'cid', issued: 3 }, 0)).toThrow('is told without its place')
  })

  test('is one of the lists that there were when it was issued', () => {
    const firstOfNext = Array.from({ length: LIST }, (_, index) => index).find((index) => listAt(index) === 1) ?? 0
    for (const slot of [0, 1, LIST - 1]) expect(readSlot(slot, { cid: 'cid', issued: 3 }, 0)).toBe(slot)
    expect(readSlot(LIST, { cid: 'cid', issued: firstOfNext }, 0)).toBe(LIST)
    expect(readSlot(0, { cid: 'cid', issued: firstOfNext }, 0)).toBe(0)
    for (const [slot, issued] of [
      [LIST, firstOfNext - 1],
      [2 * LIST, firstOfNext],
      [Number.MAX_SAFE_INTEGER, firstOfNext],
    ] as const)
      expect(() => readSlot(slot, { cid: 'cid', issued }, 0)).toThrow('that none of its time can have')
  })

  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, '5', null, [5], {}, true])('is no %j', (told) => {
    expect(() => readSlot(told, { cid: 'cid', issued: 3 }, 0)).toThrow('that none of its time can have')
  })
})
