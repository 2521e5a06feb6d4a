import { describe, expect, test } from 'vitest'
import { CRITERIA, type Curation, curationSchema } from '#core/catalogue/curation.ts'
import { CLOSE_POINTS, countDays, describeWork, differenceOf } from '#core/catalogue/curator-work.ts'
import { curations, rubric } from './content-files.ts'

const record = curationSchema.parse(curations[0])
const [ONE, OTHER, THIRD] = ['KUR-1', 'KUR-2', 'KUR-3'] as const

/** A record of these curators, each with this total. */
function recordOf(totals: Record<string, number>, days = 14): Curation {
  const setOf = (total: number) => {
    const points = CRITERIA.map((name, at) => [name, { points: at === 0 ? total : 0 }])
    return Object.fromEntries(points) as Curation['scores'][string]
  }
  return {
    ...record,
    curators: Object.keys(totals),
    scores: Object.fromEntries(Object.entries(totals).map(([id, total]) => [id, setOf(total)])),
    sampleReceivedAt: '2026-09-01',
    decidedAt: new Date(Date.UTC(2026, 8, 1 + days)).toISOString().slice(0, 10),
  }
}

const workOf = (...records: Curation[]) => describeWork({ id: ONE }, records)

describe('the work of a curator', () => {
  test('is nothing where there is no record of theirs', () => {
    expect(workOf(recordOf({ [OTHER]: 80, [THIRD]: 80 }))).toEqual({ records: 0, medianDays: null, agreed: 0 })
  })

  test('counts every record that names them, whatever was decided', () => {
    const returned: Curation = { ...recordOf({ [ONE]: 60, [OTHER]: 62 }), decision: 'returned' }
    expect(workOf(recordOf({ [ONE]: 80, [OTHER]: 80 }), returned)).toMatchObject({ records: 2, agreed: 2 })
  })

  test.each([
    [[9], 9],
    [[30, 9, 14], 14],
    [[9, 14, 30, 16], 15],
  ])('takes the median of the days: %j', (days, median) => {
    const records = days.map((count) => recordOf({ [ONE]: 80, [OTHER]: 80 }, count))
    expect(workOf(...records).medianDays).toBe(median)
  })

  test('takes ten points apart for agreement, and eleven for none', () => {
    const records = [recordOf({ [ONE]: 80, [OTHER]: 90 }), recordOf({ [ONE]: 91, [OTHER]: 80 })]
    expect(records.map(differenceOf)).toEqual([10, 11])
    expect(workOf(...records)).toMatchObject({ records: 2, agreed: 1 })
  })

  test('has the measure of the rubric in force', () => expect(CLOSE_POINTS).toBe(rubric.thresholds.maxDifference))

  test('goes by the first two: a third is there because they did not agree', () => {
    const record = recordOf({ [ONE]: 70, [OTHER]: 90, [THIRD]: 80 })
    expect(describeWork({ id: THIRD }, [record])).toMatchObject({ records: 1, agreed: 0 })
  })
})

test('days are counted over the end of a month and a leap day', () => {
  expect(countDays({ sampleReceivedAt: '2028-02-27', decidedAt: '2028-03-02' })).toBe(4)
  expect(countDays({ sampleReceivedAt: '2026-10-05', decidedAt: '2026-10-05' })).toBe(0)
})
