import { describe, expect, test } from 'vitest'
import { type Curation, curationSchema } from '#core/catalogue/curation.ts'
import type { Curator } from '#core/catalogue/curator.ts'
import { covers, isAvailable, isOpen, isShort, loadOf, weighWork } from '#core/catalogue/workload.ts'
import { curations, curators, readProduct } from './content-files.ts'

const TODAY = '2026-11-22'
const product = readProduct('instant-red-ginger-palm-sugar')
const record = curationSchema.parse(curations.find((one) => one.product === product.id))
const curator = curators[0] as Curator

describe('isOpen', () => {
  test('is so of a product without a record, and not of one with an approval that holds', () => {
    expect(isOpen(product, [], TODAY)).toBe(true)
    expect(isOpen(product, [record], TODAY)).toBe(false)
  })

  test('begins on the day after the approval ends', () => {
    expect(isOpen(product, [record], record.expiresAt)).toBe(false)
    expect([record.expiresAt, isOpen(product, [record], '2027-10-13')]).toEqual(['2027-10-12', true])
  })

  test.each(['returned', 'conditional'] as const)('is so of a product whose newest record says %s', (decision) => {
    const newer: Curation = { ...record, id: 'CUR-2026-0099', decidedAt: '2026-11-01', decision }
    expect(isOpen(product, [record, newer], TODAY)).toBe(true)
  })
})

describe('isAvailable', () => {
  test('goes by the certificate’s first and last day', () => {
    expect(isAvailable(curator, '2025-03-09')).toBe(false)
    expect(isAvailable(curator, '2025-03-10')).toBe(true)
    expect(isAvailable(curator, '2028-03-09')).toBe(true)
    expect(isAvailable(curator, '2028-03-10')).toBe(false)
  })

  test('is not so of a curator who takes no products', () => {
    expect(isAvailable({ ...curator, active: false }, TODAY)).toBe(false)
  })
})

describe('covers', () => {
  test('needs the place and the kind', () => {
    expect(covers(curator, { regencies: ['35.02'], categories: ['drink'] })).toBe(true)
    expect(covers(curator, { regencies: ['35.02'], categories: ['spice'] })).toBe(false)
    expect(covers(curator, { regencies: ['35.25'], categories: ['drink'] })).toBe(false)
  })

  test('is enough for one place and one kind of several', () => {
    const field = { regencies: ['35.25', '35.02'], categories: ['spice', 'drink'] as const }
    expect(covers(curator, field)).toBe(true)
    expect(covers(curator, { ...field, regencies: ['35.25'] })).toBe(false)
  })

  test('takes what is left out for all', () => {
    expect(covers(curator, { regencies: ['35.02'] })).toBe(true)
    expect(covers(curator, {})).toBe(true)
  })
})

describe('weighWork', () => {
  const workshop = { products: [product], curations: [], curators, today: TODAY }

  test('divides what is open in a place and kind among the curators who cover it', () => {
    const work = weighWork({ regencies: ['35.02'], categories: ['drink'] }, workshop)
    expect(work).toEqual({ open: 1, curators: 2 })
    expect([loadOf(work), isShort(work)]).toEqual([0.5, false])
  })

  test('counts no product with an approval that holds', () => {
    expect(weighWork({}, { ...workshop, curations: [record] })).toMatchObject({ open: 0 })
    expect(weighWork({}, { ...workshop, curations: [record], today: '2027-10-13' })).toMatchObject({ open: 1 })
  })

  test('counts neither another place nor another kind', () => {
    expect(weighWork({ regencies: ['35.01'], categories: ['drink'] }, workshop)).toEqual({ open: 0, curators: 2 })
    expect(weighWork({ regencies: ['35.02'], categories: ['spice'] }, workshop)).toEqual({ open: 0, curators: 0 })
  })

  test('has no load where there is nobody to bear it, and is short below two', () => {
    expect(loadOf({ open: 3, curators: 0 })).toBeNull()
    expect([0, 1, 2].map((count) => isShort({ open: 0, curators: count }))).toEqual([true, true, false])
  })

  test('is borne by nobody once every certificate has expired', () => {
    expect(weighWork({}, { ...workshop, today: '2031-01-01' })).toEqual({ open: 1, curators: 0 })
  })
})
