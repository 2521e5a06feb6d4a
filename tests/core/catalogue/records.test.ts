import { basename, dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CRITERIA } from '#core/catalogue/curation.ts'
import { scoreCuration } from '#core/catalogue/score.ts'
import { curationPaths, curations, rubric } from './content-files.ts'

describe('the demo records', () => {
  test.each(curationPaths.map((path, index) => ({ path, curation: curations[index] })))(
    '$path stands where its product and its day say',
    ({ path, curation }) => {
      expect(basename(dirname(path))).toBe(curation?.product)
      expect(basename(path)).toMatch(new RegExp(`^${curation?.decidedAt}-\\d\\.yaml$`))
    },
  )

  test('give no more points than the rubric has, and reach the share that it asks of every criterion', () => {
    for (const curation of curations) {
      expect(curation.rubric).toBe(`${rubric.id}@${rubric.version}`)
      const { criteria } = scoreCuration(curation, rubric)
      for (const { id, max } of rubric.criteria) {
        expect(criteria[id]).toBeGreaterThanOrEqual((max * rubric.thresholds.criterionPct) / 100)
        for (const set of Object.values(curation.scores)) expect(set[id].points).toBeLessThanOrEqual(max)
      }
    }
  })

  test('rest on a rubric of 100 points in six criteria', () => {
    expect(rubric.criteria.map(({ id }) => id)).toEqual(CRITERIA)
    expect(rubric.criteria.reduce((sum, { max }) => sum + max, 0)).toBe(100)
  })
})
