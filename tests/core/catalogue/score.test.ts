import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CRITERIA, type Criterion, type Curation, curationSchema } from '#core/catalogue/curation.ts'
import { scoreCuration } from '#core/catalogue/score.ts'
import { curations, rubric } from './content-files.ts'

const record = curationSchema.parse(curations[0])

/** A record in which each curator gives these points, in the order of the criteria. */
function recordOf(...sets: number[][]): Curation {
  const entries = sets.map((points, curator) => {
    const set = Object.fromEntries(CRITERIA.map((name, index) => [name, { points: points[index] ?? 0 }]))
    return [`KUR-${curator}`, set as Record<Criterion, { points: number }>]
  })
  return { ...record, scores: Object.fromEntries(entries) }
}

describe('scoreCuration', () => {
  test('takes the mean of two curators, in the whole and for each criterion', () => {
    const score = scoreCuration(recordOf([22, 13, 16, 13, 12, 7], [23, 12, 16, 13, 12, 7]), rubric)
    expect(score).toEqual({
      total: 83,
      grade: 'B',
      criteria: { product: 22.5, packaging: 12.5, qa: 16, legality: 13, export: 12, capacity: 7 },
    })
  })

  test('takes the mean of three curators to a tenth', () => {
    const score = scoreCuration(
      recordOf([20, 10, 15, 10, 10, 7], [21, 10, 15, 10, 10, 7], [21, 10, 15, 10, 10, 7]),
      rubric,
    )
    expect(score.criteria.product).toBe(20.7)
    expect(score.total).toBe(72.7)
  })

  test.each([
    [[25, 15, 20, 10, 10, 5], 85, 'A'],
    [[25, 15, 20, 10, 9.9, 5], 84.9, 'B'],
    [[25, 15, 15, 10, 5, 5], 75, 'B'],
    [[25, 15, 14.9, 10, 5, 5], 74.9, null],
  ])('gives %j the total %d and the grade %s', (points, total, grade) => {
    expect(scoreCuration(recordOf(points, points), rubric)).toMatchObject({ total, grade })
  })

  test('does not depend on which curator comes first', () => {
    const points = fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(points, points, (one, other) => {
        expect(scoreCuration(recordOf(one, other), rubric)).toEqual(scoreCuration(recordOf(other, one), rubric))
      }),
    )
  })
})
