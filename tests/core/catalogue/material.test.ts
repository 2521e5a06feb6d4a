import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { hashMaterialFields } from '#core/catalogue/material.ts'
import { type Product, productSchema } from '#core/catalogue/product.ts'
import { unwrap } from '#core/catalogue/writing/field-schema.ts'
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

/** Material fields that have parts. */
const MATERIAL_PARTS = ['origin', 'materials', 'dims', 'attestations', 'packing'] as const

/** The places of all that a schema knows below a field, in the value that is given; of texts the English alone. */
function listParts(schema: unknown, value: unknown, path: (string | number)[]): (string | number)[][] {
  const inner = unwrap(schema as z.ZodType)
  if (inner instanceof z.ZodArray) return listParts(inner.element, (value as unknown[])[0], [...path, 0])
  if (!(inner instanceof z.ZodObject)) return [path]
  const fields = Object.keys(inner.shape)
  if (fields.includes('en') && fields.includes('id')) return [[...path, 'en']]
  return fields.flatMap((field) => listParts(inner.shape[field], Reflect.get(value as object, field), [...path, field]))
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

  test('changes with every part of a material field, those included that a schema may get one day', () => {
    const full: Product = {
      ...cloth,
      origin: { ...cloth.origin, district: 'Kademangan' },
      dims: { l: 240, w: 105, h: 1, tolerancePct: 3 },
      materials: [{ fibre: 'cotton', pct: 100, origin: { en: 'Bali', id: 'Bali' } }],
      attestations: [
        {
          type: 'batikmark',
          number: '1',
          issuer: 'X',
          issuedAt: '2026-01-01',
          expires: '2029-01-01',
          color: 'gold',
          evidence: 'a'.repeat(64),
          level: 'issued',
        },
      ],
    }
    const parts = MATERIAL_PARTS.flatMap((field) => listParts(productSchema.shape[field], full[field], [field]))
    expect(parts.length).toBeGreaterThan(20)
    for (const path of parts) {
      const changed = structuredClone(full)
      const last = path.at(-1) as string
      const owner = path.slice(0, -1).reduce<unknown>((inner, part) => Reflect.get(inner as object, part), changed)
      const value: unknown = Reflect.get(owner as object, last)
      // A field that is new in the schema needs a value here first.
      expect(['string', 'number'], path.join('.')).toContain(typeof value)
      Reflect.set(owner as object, last, typeof value === 'number' ? value + 1 : `${value}x`)
      expect(hashMaterialFields(changed), path.join('.')).not.toBe(hashMaterialFields(full))
    }
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
