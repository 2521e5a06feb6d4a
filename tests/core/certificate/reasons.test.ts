import { describe, expect, test } from 'vitest'
import { type ActType, type Reason, reasons, reasonsOf, simpleActs } from '#core/certificate/reasons.ts'
import type { EventType } from '#core/log/leaf.ts'

/** By hand: the log is public for ever, so an act or a reason that once stood in it keeps its word. */
const expected: Record<ActType, Reason[]> = {
  revoked: ['data-error', 'returned', 'lost-or-stolen', 'design-dispute', 'key-compromised', 'replaced'],
  suspended: ['data-error', 'design-dispute', 'key-compromised'],
  resumed: [],
  superseded: ['data-error', 'replaced'],
  reported: ['lost-or-stolen', 'design-dispute'],
  'report-withdrawn': [],
  'subject-erased': [],
}

describe('reasons', () => {
  test('are this closed vocabulary, and each act may give these of it', () => {
    expect(reasonsOf).toEqual(expected)
    expect(reasons).toEqual(expected.revoked)
  })

  test('are given in the words of the API for every act but a supersession, which needs a whole certificate', () => {
    expect(simpleActs).toEqual({
      revoke: 'revoked',
      suspend: 'suspended',
      resume: 'resumed',
      report: 'reported',
      'withdraw-report': 'report-withdrawn',
      erase: 'subject-erased',
    } satisfies Record<string, EventType>)
    expect(Object.keys(reasonsOf).toSorted()).toEqual([...Object.values(simpleActs), 'superseded'].toSorted())
  })
})
