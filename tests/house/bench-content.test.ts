import { expect, test } from 'vitest'
import { readCatalogue } from '#core/catalogue/reading/read-catalogue.ts'
import { checkCatalogue } from '#core/catalogue/rules/check.ts'
import { generate } from '../bench/content.ts'
import { demoOccasion } from '../core/catalogue/fixtures.ts'

/** `npm test` runs no bench: content of a new kind would break it unseen. */
test('the products that the bench makes break no rule', () => {
  const catalogue = readCatalogue(generate(20))
  expect(catalogue.products).toHaveLength(20)
  expect(catalogue.complaints).toHaveLength(2)
  expect(checkCatalogue(catalogue, demoOccasion)).toEqual([])
})
