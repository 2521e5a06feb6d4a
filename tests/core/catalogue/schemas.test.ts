import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { calendarDateSchema } from '#core/catalogue/calendar-date.ts'
import { curationSchema } from '#core/catalogue/curation.ts'
import { makerSchema } from '#core/catalogue/maker.ts'
import { productSchema } from '#core/catalogue/product.ts'
import { curationPaths, readMarkdown, readYaml } from './content-files.ts'

type Fields = Record<string, unknown>

const cloth = readMarkdown('products/batik-tulis-manggur-natural/index.md').frontMatter as Fields
const coffee = readMarkdown('products/robusta-roasted-200g/index.md').frontMatter as Fields
const maker = readYaml('makers/canting-manggur-demo.yaml') as Fields
const curation = readYaml(curationPaths[0] ?? '') as Fields

/** Each complaint as `path: message`. */
function complaints(schema: z.ZodType, value: unknown): string[] {
  const { error } = schema.safeParse(value)
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`)
}

describe('productSchema', () => {
  test('refuses an unknown key and names it', () => {
    expect(complaints(productSchema, { ...cloth, enterprise: 'ENT-0001' })).toEqual([
      ': Unrecognized key: "enterprise"',
    ])
  })

  test('refuses an unknown key in a part and says in which', () => {
    const packing = cloth.packing as { carton: Fields }
    const wrong = { ...packing, carton: { ...packing.carton, cbm: 0.06 } }
    expect(complaints(productSchema, { ...cloth, packing: wrong })).toEqual(['packing.carton: Unrecognized key: "cbm"'])
  })

  test('takes a summary in Chinese and Japanese, whose characters say more', () => {
    const summary = { ...(cloth.summary as Fields), zh: '手绘蜡染棉布，用当地芒果叶和桃花心木树皮染色，双面上蜡。' }
    expect(complaints(productSchema, { ...cloth, summary })).toEqual([])
    expect(complaints(productSchema, { ...cloth, summary: { ...summary, ja: 'バティック' } })).toEqual([
      'summary.ja: A summary in Chinese or Japanese has at least 20 characters.',
    ])
  })

  test('refuses a unit that goods are not ordered in', () => {
    for (const unit of ['pcs', 'DAY', 'GM', 'h87']) {
      expect(complaints(productSchema, { ...cloth, unit })).toEqual([
        expect.stringMatching(/^unit: Use a unit of UN\/ECE/),
      ])
    }
  })

  test('refuses codes that YAML has read as numbers, and says to put them in quotes', () => {
    expect(complaints(productSchema, { ...cloth, origin: { regency: 35.1 } })).toEqual([
      'origin.regency: Put the regency code in quotes, for example "35.10".',
    ])
    expect(complaints(productSchema, { ...cloth, hs6: 90121 })).toEqual([
      'hs6: Put the HS code in quotes, for example "090121".',
    ])
  })

  test.each(['ingredients', 'allergens', 'shelfLife', 'storage', 'netMass', 'grossMass'])(
    'asks food for its %s',
    (field) => {
      expect(complaints(productSchema, { ...coffee, [field]: undefined })).toEqual([
        expect.stringContaining(`${field}: `),
      ])
    },
  )

  test.each([
    ['techniques', []],
    ['materials', []],
    ['care', []],
    ['dims', undefined],
  ])('asks a textile for its %s', (field, nothing) => {
    expect(complaints(productSchema, { ...cloth, [field]: nothing })).toEqual([expect.stringContaining(`${field}: `)])
  })

  test('asks for a designer unless the edition is open', () => {
    expect(complaints(productSchema, { ...cloth, designer: undefined })).toEqual([
      'designer: Only an open edition has no designer.',
    ])
    expect(complaints(productSchema, { ...cloth, designer: undefined, edition: 'open' })).toEqual([])
  })

  test('gives a size to a limited edition and to no other', () => {
    const complaint = ['editionSize: A limited edition has a size, and no other edition has one.']
    expect(complaints(productSchema, { ...cloth, edition: 'limited' })).toEqual(complaint)
    expect(complaints(productSchema, { ...cloth, editionSize: 12 })).toEqual(complaint)
    expect(complaints(productSchema, { ...cloth, edition: 'limited', editionSize: 12 })).toEqual([])
  })

  test('takes either a price or the word that it is told on request', () => {
    const complaint = ['price: Give either a price or onRequest: true.']
    expect(complaints(productSchema, { ...cloth, price: undefined })).toEqual(complaint)
    expect(complaints(productSchema, { ...cloth, onRequest: true })).toEqual(complaint)
    expect(complaints(productSchema, { ...cloth, price: undefined, onRequest: true })).toEqual([])
  })

  test('refuses a shortest lead time that is longer than the longest', () => {
    expect(complaints(productSchema, { ...cloth, leadDays: { min: 45, max: 30 } })).toEqual([
      'leadDays: The shortest lead time is not longer than the longest.',
    ])
  })

  test('takes a lead time of one length, and of 365 days', () => {
    expect(complaints(productSchema, { ...cloth, leadDays: { min: 30, max: 30 } })).toEqual([])
    expect(complaints(productSchema, { ...cloth, leadDays: { min: 1, max: 365 } })).toEqual([])
    expect(complaints(productSchema, { ...cloth, leadDays: { min: 1, max: 366 } })).toEqual([
      'leadDays.max: A lead time is at most 365 days.',
    ])
    expect(complaints(productSchema, { ...cloth, leadDays: { min: 0, max: 5 } })).toHaveLength(1)
  })

  test.each([
    [60, 'MON', []],
    [61, 'MON', ['shelfLife: A shelf life is at most 60 months.']],
    [61, 'DAY', []],
    [1827, 'DAY', []],
    [1828, 'DAY', [expect.stringMatching(/^shelfLife\.n: /)]],
    [0, 'DAY', [expect.stringMatching(/^shelfLife\.n: /)]],
  ])('of a shelf life of %d %s says %j', (n, unit, found) => {
    expect(complaints(productSchema, { ...coffee, shelfLife: { n, unit } })).toEqual(found)
  })

  test('takes summaries of 60 to 200 characters, names of 80, and shares up to 100', () => {
    const summary = (length: number) => ({ en: 'x'.repeat(length), id: 'x'.repeat(60) })
    expect([59, 60, 200, 201].map((n) => complaints(productSchema, { ...cloth, summary: summary(n) }).length)).toEqual([
      1, 0, 0, 1,
    ])
    const name = (length: number) => ({ en: 'x'.repeat(length), id: 'Kain' })
    expect([0, 1, 80, 81].map((n) => complaints(productSchema, { ...cloth, name: name(n) }).length)).toEqual([
      1, 0, 0, 1,
    ])
    const share = (pct: number) => [{ fibre: 'cotton', pct }]
    expect([0, 100, 100.1].map((n) => complaints(productSchema, { ...cloth, materials: share(n) }).length)).toEqual([
      1, 0, 1,
    ])
  })

  test('takes whole quantities from 1 on, and a mass by area of 30 to 800', () => {
    for (const field of ['moq', 'capacityPerMonth'])
      expect(
        [0, 1, 1.5].map((n) => complaints(productSchema, { ...cloth, [field]: n }).length),
        field,
      ).toEqual([1, 0, 1])
    expect([29, 30, 800, 801].map((n) => complaints(productSchema, { ...cloth, arealMass: n }).length)).toEqual([
      1, 0, 0, 1,
    ])
    const images = cloth.images as Fields[]
    expect(complaints(productSchema, { ...cloth, images: images.slice(0, 3) })).toEqual([])
    expect(complaints(productSchema, { ...cloth, images: images.slice(0, 2) })).toEqual([
      'images: A product has at least three pictures.',
    ])
  })

  test('refuses a name without its Indonesian original and takes one without Chinese and Japanese', () => {
    expect(complaints(productSchema, { ...cloth, name: { en: 'Cloth' } })).toEqual([
      expect.stringMatching(/^name\.id: /),
    ])
    expect(complaints(productSchema, { ...cloth, name: { en: 'Cloth', id: 'Kain' } })).toEqual([])
  })

  test('assumes three percent tolerance for handmade goods', () => {
    const product = productSchema.parse({ ...cloth, dims: { l: 240, w: 105 } })
    expect(product.dims?.tolerancePct).toBe(3)
  })
})

describe('makerSchema', () => {
  test('refuses an unknown key, a short NIB and a version of KBLI that there is not', () => {
    expect(complaints(makerSchema, { ...maker, phone: '08' })).toEqual([': Unrecognized key: "phone"'])
    expect(complaints(makerSchema, { ...maker, nib: '123' })).toEqual(['nib: An NIB has exactly 13 digits.'])
    expect(complaints(makerSchema, { ...maker, kbli: [{ code: '13134', version: '2015' }] })).toEqual([
      expect.stringMatching(/^kbli\.0\.version: /),
    ])
  })
})

describe('curationSchema', () => {
  test('refuses the same curator twice, and a single one', () => {
    expect(complaints(curationSchema, { ...curation, curators: ['KUR-DEMO-01', 'KUR-DEMO-01'] })).toContain(
      'curators: The curators are different people.',
    )
    expect(complaints(curationSchema, { ...curation, curators: ['KUR-DEMO-01'] })).toContain(
      'curators: Two curators examine a product.',
    )
  })

  test('refuses scores and statements of someone who is not among its curators, or of too few', () => {
    const scores = { ...(curation.scores as Fields), 'KUR-OTHER': Object.values(curation.scores as Fields)[0] }
    expect(complaints(curationSchema, { ...curation, scores })).toEqual([
      'scores: Give scores for each curator, and for no one else.',
    ])
    expect(complaints(curationSchema, { ...curation, coi: { 'KUR-DEMO-01': 'none' } })).toEqual([
      'coi: Give coi for each curator, and for no one else.',
    ])
  })

  test('asks for conditions of a conditional decision, and of no other', () => {
    const complaint = ['conditions: A conditional decision names its conditions, and no other decision has any.']
    const conditions = [{ text: { en: 'Mend it.', id: 'Perbaiki.' }, dueAt: '2027-01-31' }]
    expect(complaints(curationSchema, { ...curation, decision: 'conditional' })).toEqual(complaint)
    expect(complaints(curationSchema, { ...curation, conditions })).toEqual(complaint)
    expect(complaints(curationSchema, { ...curation, decision: 'returned', conditions })).toEqual(complaint)
    expect(complaints(curationSchema, { ...curation, decision: 'conditional', conditions })).toEqual([])
  })

  test('refuses a fourth curator, and points below nothing', () => {
    const four = ['KUR-DEMO-01', 'KUR-DEMO-02', 'KUR-DEMO-03', 'KUR-DEMO-04']
    expect(complaints(curationSchema, { ...curation, curators: four })[0]).toMatch(/^curators: /)
    const scores = structuredClone(curation.scores) as Record<string, Record<string, { points: number }>>
    const [first] = Object.values(scores)
    if (first?.qa) first.qa.points = -0.5
    expect(complaints(curationSchema, { ...curation, scores })).toEqual([
      expect.stringMatching(/Points are not negative\.$/),
    ])
  })

  test('takes the curators in any order', () => {
    expect(complaints(curationSchema, { ...curation, curators: ['KUR-DEMO-02', 'KUR-DEMO-01'] })).toEqual([])
  })

  test('refuses an unknown gate', () => {
    const gates = { ...(curation.gates as Fields), luck: 'pass' }
    expect(complaints(curationSchema, { ...curation, gates })).toEqual(['gates: Unrecognized key: "luck"'])
  })
})

describe('calendarDateSchema', () => {
  test('reads a day as text, and as the Date that some YAML readers make of it', () => {
    expect(calendarDateSchema.parse('2026-10-05')).toBe('2026-10-05')
    expect(calendarDateSchema.parse(new Date('2026-10-05'))).toBe('2026-10-05')
  })

  test.each(['2026-02-30', '2026-13-01', '5 October 2026', '2026-10-5', '', 20261005, new Date(Number.NaN)])(
    'refuses %s',
    (value) => {
      expect(calendarDateSchema.safeParse(value).success).toBe(false)
    },
  )
})
