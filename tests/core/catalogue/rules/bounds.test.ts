/** The rules at their bounds: the last value that they take, and the first that they refuse. */
import { describe, expect, test } from 'vitest'
import { addDays } from '#core/calendar.ts'
import { CRITERIA, type Curation } from '#core/catalogue/curation.ts'
import type { Curator } from '#core/catalogue/curator.ts'
import type { Product } from '#core/catalogue/product.ts'
import { breaks, CHIPS, CLOTH, productOf, recordOf, SUGAR } from './breaks.ts'

type Points = readonly number[]
const setOf = (points: Points) =>
  Object.fromEntries(CRITERIA.map((id, at) => [id, { points: points[at] ?? 0 }])) as Curation['scores'][string]
/** The record with these points, in the rubric's order of 25, 15, 20, 15, 15 and 10. */
const scored = (one: Points, other: Points = one): Partial<Curation> => ({
  scores: { 'KUR-DEMO-01': setOf(one), 'KUR-DEMO-02': setOf(other) },
})
const returned: Partial<Curation> = { ...scored([0, 0, 0, 0, 0, 0]), decision: 'returned' }
const conditions = [{ text: { en: 'Mend it.', id: 'Perbaiki.' }, dueAt: '2027-01-31' }]

describe('the points of a record', () => {
  test.each<[string, Partial<Curation>, string[]]>([
    ['75 points are approved', scored([20, 11, 15, 11, 11, 7]), []],
    ['74.5 points are not', scored([19.5, 11, 15, 11, 11, 7]), ['CUR-03 decision']],
    ['60 % of every criterion are enough', scored([25, 9, 20, 9, 9, 6]), []],
    ['less than 60 % of one is not', scored([25, 15, 20, 15, 15, 5.9]), ['CUR-03 decision']],
    ['full points are not too many', scored([25, 15, 20, 15, 15, 10]), []],
    [
      'half a point more is',
      scored([25.5, 15, 20, 15, 15, 10]),
      Array(2).fill(expect.stringMatching(/CUR-03 .*points/)),
    ],
    ['ten points apart need no third curator', scored([25, 15, 20, 15, 11, 7], [15, 15, 20, 15, 11, 7]), []],
    ['half a point further apart do', scored([25, 15, 20, 15, 11, 7], [14.5, 15, 20, 15, 11, 7]), ['CUR-03 scores']],
    // In binary these totals are a hair more than ten points apart.
    [
      'tenths add up to no difference of their own',
      scored([24.6, 12.5, 15.9, 11.4, 12.2, 8.8], [15.5, 11.6, 15.9, 11.4, 12.2, 8.8]),
      [],
    ],
  ])('%s', (_, record, found) => {
    expect(breaks(CLOTH, { record })).toEqual(found)
  })

  test.each<[number, Points, string[]]>([
    [65, [17, 10, 13, 9, 10, 6], []],
    [64.5, [16.5, 10, 13, 9, 10, 6], ['CUR-03 decision']],
  ])('%d points and open conditions', (_, points, found) => {
    expect(breaks(CLOTH, { record: { ...scored(points), decision: 'conditional', conditions } })).toEqual(found)
  })

  test('bear any return, a failed gate none but a return', () => {
    const gates = { ...recordOf(CLOTH).gates, safety: 'fail' as const }
    expect(breaks(CLOTH, { record: returned })).toEqual([])
    expect(breaks(CLOTH, { record: { gates, decision: 'returned' } })).toEqual([])
    expect(breaks(CLOTH, { record: { gates, decision: 'conditional', conditions } })).toEqual(['CUR-03 decision'])
  })

  test('may be far apart where a third curator has examined it', () => {
    const { scores } = scored([25, 15, 20, 15, 15, 10], [14, 15, 20, 15, 15, 10])
    const record = {
      curators: ['KUR-DEMO-01', 'KUR-DEMO-02', 'KUR-DEMO-03'],
      coi: { 'KUR-DEMO-01': 'none', 'KUR-DEMO-02': 'none', 'KUR-DEMO-03': 'none' },
      scores: { ...scores, 'KUR-DEMO-03': setOf([20, 15, 20, 15, 15, 10]) },
    }
    expect(breaks(CLOTH, { record })).toEqual(['REF-01 curators[2]'])
  })

  test.each(['nib', 'technique', 'safety', 'consent', 'childLabour'] as const)(
    'say nothing where nobody looked at the gate %s, but of a return',
    (gate) => {
      const gates = { ...recordOf(CLOTH).gates, [gate]: 'not-applicable' }
      expect(breaks(CLOTH, { record: { gates } })).toEqual([`CUR-03 gates.${gate}`])
      expect(breaks(CLOTH, { record: { ...returned, gates } })).toEqual([])
    },
  )
})

describe('the days of a record', () => {
  test('an approval holds on its last day and not on the next', () => {
    const record = { expiresAt: '2026-11-22' }
    expect(breaks(CLOTH, { record, today: '2026-11-22' })).toEqual([])
    expect(breaks(CLOTH, { record, today: '2026-11-23' })).toEqual(['CUR-02 expiresAt'])
    expect(breaks(CLOTH, { record: { ...returned, ...record }, today: '2026-11-23' })).toEqual([])
  })

  test.each<[string, string, string, string[]]>([
    [CLOTH, '2026-10-05', '2028-04-05', []],
    [CLOTH, '2026-10-05', '2028-04-06', ['CUR-07 expiresAt']],
    [CLOTH, '2026-10-05', '2026-10-06', ['CUR-02 expiresAt']],
    [CLOTH, '2026-10-05', '2026-10-05', ['CUR-02 expiresAt', 'CUR-07 expiresAt']],
    [CHIPS, '2026-10-11', '2027-10-11', []],
    [CHIPS, '2026-10-11', '2027-10-12', ['CUR-07 expiresAt']],
  ])('%s, decided on %s, until %s', (slug, decidedAt, expiresAt, found) => {
    expect(breaks(slug, { record: { decidedAt, expiresAt } })).toEqual(found)
  })

  test.each<[string, string[]]>([
    ['2026-01-18', ['CUR-05 curators[1]']],
    ['2026-01-19', []],
    ['2028-03-09', []],
    ['2028-03-10', ['CUR-05 curators[0]']],
  ])('a decision of %s, by the certificates of both curators', (decidedAt, found) => {
    const record = { decidedAt, expiresAt: addDays(decidedAt, 500) }
    expect(breaks(CLOTH, { record }).filter((one) => one.startsWith('CUR'))).toEqual(found)
  })
})

describe('the curators of a record', () => {
  test.each<[string, Partial<Curator>]>([
    ['by the name', { displayName: 'Demo Artisan A' }],
    ['by the consent', { consentRef: 'CONS-PER-0002' }],
    ['by what they declare', { coi: [{ maker: 'canting-manggur-demo', relation: 'coach' }] }],
  ])('are not the maker’s people, %s', (_, curator) => {
    expect(breaks(CLOTH, { curator })).toEqual(['CUR-04 curators[0]'])
  })

  test('are tied to one maker alone', () => {
    const found = breaks(CLOTH, { curator: { coi: [{ maker: 'nobody-demo', relation: 'coach' }] } })
    expect(found).toEqual(['REF-01 coi[0].maker'])
  })

  test('examine nothing where they declare a conflict, but may return it', () => {
    const record = { coi: { 'KUR-DEMO-01': 'My sister sells it.', 'KUR-DEMO-02': 'none' } }
    expect(breaks(CLOTH, { record })).toEqual(['CUR-04 coi.KUR-DEMO-01'])
    expect(breaks(CLOTH, { record: { ...record, decision: 'returned' } })).toEqual([])
  })
})

describe('the figures of a product', () => {
  const price = (change: Partial<NonNullable<Product['price']>>): Partial<Product> => ({
    price: { ...(productOf(CLOTH).price as NonNullable<Product['price']>), ...change },
  })
  const bands = (...all: NonNullable<Product['price']>['bands']) => price({ bands: all })
  const first = { min: 5, max: 19, from: 68, to: 80 }

  test.each<[string, string, Partial<Product>, string[]]>([
    ['three months’ work at once', CLOTH, { moq: 60 }, []],
    ['one piece more', CLOTH, { moq: 61 }, ['CAP-01 moq']],
    ['1 g of packing', CLOTH, { netMass: 379, grossMass: 380 }, []],
    ['no packing', CLOTH, { netMass: 380, grossMass: 380 }, ['MASS-01 grossMass']],
    ['100 g/m² in the code for 100 to 200', CLOTH, { arealMass: 100 }, ['HS-03 hs6']],
    ['101 g/m²', CLOTH, { arealMass: 101 }, []],
    ['200 g/m²', CLOTH, { arealMass: 200 }, []],
    ['201 g/m²', CLOTH, { arealMass: 201 }, ['HS-03 hs6']],
    [
      'three thirds that make 100 %',
      CLOTH,
      { materials: [33.3, 33.3, 33.4].map((pct) => ({ fibre: 'cotton', pct })) },
      [],
    ],
    [
      'three thirds that make 99.9 %',
      CLOTH,
      { materials: [33.3, 33.3, 33.3].map((pct) => ({ fibre: 'cotton', pct })) },
      ['TEX-01 materials'],
    ],
    ['one price for all', CLOTH, bands(first, { ...first, min: 20, max: undefined }), []],
    ['a dearer highest price', CLOTH, bands(first, { min: 20, from: 68, to: 80.5 }), ['PRC-01 price.bands[1]']],
    ['a dearer lowest price', CLOTH, bands(first, { min: 20, from: 68.5, to: 80 }), ['PRC-01 price.bands[1]']],
    ['a band of one piece', CLOTH, bands({ ...first, max: 5 }, { min: 6, from: 60, to: 60 }), []],
    ['a band that ends before it begins', CLOTH, bands({ ...first, max: 4 }), ['PRC-01 price.bands[0]']],
    ['a lowest price above the highest', CLOTH, bands({ min: 5, from: 80, to: 79 }), ['PRC-01 price.bands[0]']],
    [
      'a band behind one without an end',
      CLOTH,
      bands({ min: 5, from: 68, to: 80 }, { min: 20, from: 58, to: 66 }),
      ['PRC-01 price.bands[1]'],
    ],
    [
      'a price from one piece below the smallest order',
      CLOTH,
      bands({ ...first, min: 4 }, { min: 20, from: 58, to: 66 }),
      [],
    ],
    [
      'a price from one piece above it',
      CLOTH,
      bands({ ...first, min: 6 }, { min: 20, from: 58, to: 66 }),
      ['PRC-01 price.bands[0]'],
    ],
    ['FOB at a port by its name alone', CLOTH, price({ incoterm: 'FOB', place: 'surabaya' }), []],
    [
      'FOB at a port by a code that nobody knows',
      CLOTH,
      price({ incoterm: 'FOB', place: 'Surabaya (IDXXX)' }),
      ['INC-01 price.place'],
    ],
    ['CIF at a port of arrival that we do not know', CLOTH, price({ incoterm: 'CIF', place: 'Yokohama (JPYOK)' }), []],
    ['CIF inland', CLOTH, price({ incoterm: 'CIF', place: 'Kota Malang' }), ['INC-01 price.place']],
    ['CFR inland', CLOTH, price({ incoterm: 'CFR', place: 'Kab. Jombang' }), ['INC-01 price.place']],
    // 4 × 94 + 4 × 1.2 + 9 × 0.2 is 382.6: a fifth of 383, and 1 for rounding, are 77.6.
    [
      'energy a fifth below the nutrients',
      SUGAR,
      { nutrition: { ...productOf(SUGAR).nutrition, energyKcal: 306 } as never },
      [],
    ],
    [
      'energy further below',
      SUGAR,
      { nutrition: { ...productOf(SUGAR).nutrition, energyKcal: 305 } as never },
      ['FOOD-05 nutrition.energyKcal'],
    ],
    ['energy a fifth above', SUGAR, { nutrition: { ...productOf(SUGAR).nutrition, energyKcal: 460 } as never }, []],
    [
      'energy further above',
      SUGAR,
      { nutrition: { ...productOf(SUGAR).nutrition, energyKcal: 461 } as never },
      ['FOOD-05 nutrition.energyKcal'],
    ],
    [
      'energy a fifth above 20 g of fat',
      SUGAR,
      { nutrition: { ...productOf(SUGAR).nutrition, fat: 20, energyKcal: 674 } as never },
      [],
    ],
    [
      'energy a fifth above 94 g of protein',
      SUGAR,
      { nutrition: { ...productOf(SUGAR).nutrition, protein: 94, energyKcal: 905 } as never },
      [],
    ],
    [
      'energy further above 20 g of fat',
      SUGAR,
      { nutrition: { ...productOf(SUGAR).nutrition, fat: 20, energyKcal: 675 } as never },
      ['FOOD-05 nutrition.energyKcal'],
    ],
    [
      'energy further above 94 g of protein',
      SUGAR,
      { nutrition: { ...productOf(SUGAR).nutrition, protein: 94, energyKcal: 906 } as never },
      ['FOOD-05 nutrition.energyKcal'],
    ],
  ])('%s', (_, slug, product, found) => {
    expect(breaks(slug, { product })).toEqual(found)
  })

  test('a price holds on its last day and not on the next', () => {
    const product = price({ validUntil: '2026-11-22' })
    expect(breaks(CLOTH, { product, today: '2026-11-22' })).toEqual([])
    expect(breaks(CLOTH, { product, today: '2026-11-23' })).toEqual(['PRC-02 price.validUntil'])
  })
})
