import { describe, expect, test } from 'vitest'
import { judgePublication } from '#core/catalogue/publication.ts'
import { scoreCuration } from '#core/catalogue/score.ts'
import { isEdible } from '#core/catalogue/vocab.ts'
import { clusters, curations, curators, makers, products, readMarkdown, rubric, slugs } from './content-files.ts'
import { words } from './vocabularies.ts'

/** Totals and grades that the demo's ten records come to. */
const SCORES: Record<string, [number, 'A' | 'B']> = {
  'PRD-0001': [83, 'B'],
  'PRD-0002': [86, 'A'],
  'PRD-0003': [78, 'B'],
  'PRD-0004': [82, 'B'],
  'PRD-0005': [84, 'B'],
  'PRD-0006': [83, 'B'],
  'PRD-0007': [80, 'B'],
  'PRD-0008': [85, 'A'],
  'PRD-0009': [86, 'A'],
  'PRD-0010': [82, 'B'],
}

describe('the demo catalogue', () => {
  test('has ten products of ten makers, two curators and one record a product', () => {
    expect(slugs).toHaveLength(10)
    expect(new Set(products.map(({ product }) => product.maker)).size).toBe(10)
    expect(makers.size).toBe(10)
    expect(curators).toHaveLength(2)
    expect(curations).toHaveLength(10)
  })

  test('says everywhere that it is a demo, and uses no number that could exist', () => {
    const all = [...products.map(({ product }) => product), ...makers.values(), ...clusters.values(), ...curators]
    expect(all.filter((one) => !one.demo)).toEqual([])
    for (const [slug, maker] of makers) {
      expect(slug).toMatch(/-demo$/)
      expect(maker.nib).toBe('0000000000000')
      expect(maker.displayName).toMatch(/Demo/)
      for (const person of maker.people) expect(person.displayName).toMatch(/^Demo /)
    }
  })

  test('gives every id once', () => {
    const ids = [
      ...products.map(({ product }) => product),
      ...makers.values(),
      ...clusters.values(),
      ...curators,
      ...curations,
    ].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe.each(products)('$slug', ({ slug, product }) => {
  test('names a maker, a cluster and an origin that agree with each other', () => {
    const maker = makers.get(product.maker)
    const cluster = clusters.get(product.cluster ?? '')
    expect(maker?.regency).toBe(product.origin.regency)
    expect(maker?.cluster).toContain(product.cluster)
    expect(cluster?.regencies).toContain(product.origin.regency)
    expect(cluster?.category).toContain(product.category)
  })

  test('uses only words of the vocabularies', () => {
    const used: [keyof typeof words, string[]][] = [
      ['categories', [product.category]],
      ['regencies', [product.origin.regency]],
      ['techniques', product.techniques],
      ['motifs', product.motifs],
      ['dyes', product.dyes],
      ['fibres', product.materials.map(({ fibre }) => fibre)],
      ['process-steps', product.process.map(({ step }) => step)],
      ['roles', product.process.map(({ actor }) => actor)],
      ['units', [product.unit]],
      ['allergens', product.allergens ?? []],
      ['customisations', product.customisation],
      ['hs6', [product.hs6]],
      ['attestation-types', product.attestations.map(({ type }) => type)],
      ['export-documents', product.exportDocs],
      ['markets', product.markets],
      ['care', product.care],
    ]
    for (const [vocabulary, ids] of used) {
      expect(
        ids.filter((id) => !words[vocabulary].has(id)),
        vocabulary,
      ).toEqual([])
    }
  })

  test('accounts for the whole of its material, and states what a reader of its kind needs', () => {
    if (isEdible(product.category)) {
      expect(product.ingredients?.length).toBeGreaterThan(0)
      expect(product.attestations.map(({ type }) => type)).toContain('halal')
    } else {
      expect(product.materials.reduce((sum, { pct }) => sum + pct, 0)).toBe(100)
      expect(product.care.length).toBeGreaterThan(0)
    }
  })

  test('has prices in order, without a gap between the bands, from the smallest order on', () => {
    const bands = product.price?.bands ?? []
    expect(bands[0]?.min).toBe(product.moq)
    for (const [index, band] of bands.entries()) {
      expect(band.from).toBeLessThanOrEqual(band.to)
      const next = bands[index + 1]
      if (!next) continue
      expect(next.min).toBe((band.max ?? 0) + 1)
      expect(next.to).toBeLessThanOrEqual(band.from)
    }
  })

  test('packs a carton that is no lighter than its contents', () => {
    const { qty, gross } = product.packing.carton
    expect(product.grossMass).toBeGreaterThan(product.netMass ?? 0)
    expect(gross * 1000).toBeGreaterThan(qty * (product.grossMass ?? 0))
  })

  test('shows a hero, a detail and the packaging', () => {
    expect(product.images.map(({ role }) => role)).toEqual(['hero', 'detail', 'packaging'])
  })

  test('tells its story in plain paragraphs of 90 to 160 words, in English and in Indonesian', () => {
    const { body: english } = readMarkdown(`products/${slug}/index.md`)
    const { body: indonesian, frontMatter } = readMarkdown(`products/${slug}/index.id.md`)
    expect(frontMatter).toBeUndefined()
    for (const body of [english, indonesian]) {
      expect(body).not.toMatch(/[#*_<>`[\]]|^[-\d]/m)
      expect(body.split(/\s+/).length).toBeGreaterThanOrEqual(90)
      expect(body.split(/\s+/).length).toBeLessThanOrEqual(160)
    }
  })

  test('is called batik only if its technique may be', () => {
    if (product.techniques.some((id) => id.startsWith('batik-'))) return
    expect(
      JSON.stringify([product.name, product.summary]) + readMarkdown(`products/${slug}/index.md`).body,
    ).not.toMatch(/batik/i)
  })

  test('is published today, with the total and the grade of its record', () => {
    const [total, grade] = SCORES[product.id] ?? []
    const publication = judgePublication(
      { product, maker: makers.get(product.maker), curations, curators },
      { today: '2026-11-22', demoSite: true },
    )
    expect(publication).toMatchObject({ published: true, expired: false })
    if (publication.published) expect(scoreCuration(publication.curation, rubric)).toMatchObject({ total, grade })
  })

  test('stays in a demo site after its record has expired, and in no other site', () => {
    const candidate = { product, maker: makers.get(product.maker), curations, curators }
    expect(judgePublication(candidate, { today: '2031-11-22', demoSite: true })).toMatchObject({
      published: true,
      expired: true,
    })
    expect(judgePublication(candidate, { today: '2031-11-22', demoSite: false })).toMatchObject({
      published: false,
      reason: 'demo',
    })
  })
})
