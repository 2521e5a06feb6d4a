import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { hashMaterialFields } from '#core/catalogue/material.ts'
import { type Product, productSchema } from '#core/catalogue/product.ts'
import { readProduct } from './content-files.ts'

const cloth = readProduct('batik-tulis-manggur-natural')
const coffee = readProduct('robusta-roasted-200g')
const shirt = readProduct('batik-cap-gajah-oling-shirt')
const sugar = readProduct('granulated-coconut-sugar-500g')

/** Changes of material fields: [what, before, after]. */
const MATERIAL: [keyof Product, string, Product, Partial<Product>][] = [
  ['maker', 'another maker', cloth, { maker: 'cap-oling-demo' }],
  ['origin', 'another regency', cloth, { origin: { regency: '35.13' } }],
  ['origin', 'a district', cloth, { origin: { ...cloth.origin, district: 'Kademangan' } }],
  ['techniques', 'another technique', cloth, { techniques: ['batik-cap'] }],
  [
    'materials',
    'another share',
    cloth,
    {
      materials: [
        { fibre: 'cotton', pct: 80 },
        { fibre: 'rayon', pct: 20 },
      ],
    },
  ],
  [
    'materials',
    'another origin of the material',
    cloth,
    { materials: [{ fibre: 'cotton', pct: 100, origin: { en: 'Bali', id: 'Bali' } }] },
  ],
  ['dims', 'another width', cloth, { dims: { l: 240, w: 110, tolerancePct: 3 } }],
  ['sizes', 'one size less', shirt, { sizes: ['S', 'M', 'L', 'XL'] }],
  ['arealMass', 'another mass of the cloth', cloth, { arealMass: 119 }],
  ['netMass', 'another net mass', coffee, { netMass: 180 }],
  ['grossMass', 'another gross mass', coffee, { grossMass: 217 }],
  [
    'ingredients',
    'one ingredient more',
    coffee,
    { ingredients: [...(coffee.ingredients ?? []), { en: 'Sugar', id: 'Gula' }] },
  ],
  ['allergens', 'an allergen', coffee, { allergens: ['milk'] }],
  ['attestations', 'one attestation less', coffee, { attestations: coffee.attestations.slice(1) }],
  [
    'packing',
    'another wrapping',
    cloth,
    { packing: { ...cloth.packing, inner: { en: 'A plastic bag', id: cloth.packing.inner.id } } },
  ],
  ['packing', 'another carton', cloth, { packing: { ...cloth.packing, carton: { ...cloth.packing.carton, qty: 10 } } }],
]

/** A changed value for every field that is not material. */
const NOT_MATERIAL: Partial<Product> = {
  id: 'PRD-9999',
  demo: false,
  name: { en: 'X', id: 'Y' },
  summary: { en: 'X', id: 'Y' },
  category: 'home',
  cluster: 'x-y',
  madeAt: { en: 'X', id: 'Y' },
  designer: { displayName: 'Other', consentRef: 'X' },
  motifs: ['parang'],
  dyes: [],
  process: [],
  shelfLife: { n: 1, unit: 'DAY' },
  storage: { en: 'X', id: 'Y' },
  nutrition: sugar.nutrition,
  unit: 'SET',
  moq: 99,
  edition: 'limited',
  editionSize: 9,
  commission: { exclusive: false, note: { en: 'X', id: 'Y' } },
  leadDays: { min: 1, max: 2 },
  capacityPerMonth: 1,
  sample: { available: false },
  customisation: [],
  price: undefined,
  onRequest: true,
  paymentTerms: { en: 'X', id: 'Y' },
  claims: { en: 'X', id: 'Y' },
  hs6: '621490',
  hsStatus: 'ruling',
  exportDocs: ['form-b'],
  markets: [],
  care: [],
  compliance: [{ en: 'X', id: 'Y' }],
  giClaim: { gi: 'x' },
  images: [],
  withdrawn: { at: '2026-11-01', by: 'maker' },
}

describe('hashMaterialFields', () => {
  test.each(MATERIAL)('changes with %s: %s', (_field, _what, product, change) => {
    expect(hashMaterialFields({ ...product, ...change })).not.toBe(hashMaterialFields(product))
  })

  test.each(Object.keys(NOT_MATERIAL) as (keyof Product)[])('stays the same when %s changes', (field) => {
    expect(hashMaterialFields({ ...cloth, [field]: NOT_MATERIAL[field] })).toBe(hashMaterialFields(cloth))
  })

  test('is tested with every field of a product, as material or as not', () => {
    const tested = new Set([...MATERIAL.map(([field]) => field), ...Object.keys(NOT_MATERIAL)])
    expect([...tested].sort()).toEqual(Object.keys(productSchema.shape).sort())
  })

  test('stays the same when only the Indonesian of a material text changes', () => {
    const packing = { ...cloth.packing, inner: { ...cloth.packing.inner, id: 'Selongsong kraft' } }
    const ingredients = coffee.ingredients?.map(({ en }) => ({ en, id: 'Kopi' }))
    expect(hashMaterialFields({ ...cloth, packing })).toBe(hashMaterialFields(cloth))
    expect(hashMaterialFields({ ...coffee, ingredients })).toBe(hashMaterialFields(coffee))
  })

  test('tells no allergens apart from allergens that are not stated', () => {
    expect(hashMaterialFields({ ...coffee, allergens: undefined })).not.toBe(hashMaterialFields(coffee))
  })

  test('takes a field that is absent and one that is undefined for the same', () => {
    const { sizes: _, ...rest } = cloth
    expect(hashMaterialFields({ ...cloth, sizes: undefined })).toBe(hashMaterialFields(rest))
  })

  test('is SHA-256 over the context, a zero byte and the canonical JSON', () => {
    const text =
      'asli/material/v1\0' +
      '{"allergens":[],"attestations":[{"expires":"2030-12-31","issuer":"Dinas Kesehatan Kabupaten Pacitan (OSS)",' +
      '"level":"issued","number":"7093501000000-30","type":"spp-irt"},{"issuer":"BPJPH","level":"issued",' +
      '"number":"ID00000000000000004","type":"halal"}],"grossMass":518,"ingredients":["Coconut sap 100 %"],' +
      '"maker":"gula-semut-demo","materials":[],"netMass":500,"origin":{"regency":"35.01"},' +
      '"packing":{"carton":{"gross":11,"h":25,"l":40,"qty":20,"w":30},"inner":"Pouch of kraft paper and aluminum"},' +
      '"techniques":[]}'
    expect(hashMaterialFields(sugar)).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`)
  })
})
