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
