import { describe, expect, test } from 'vitest'
import type { Product } from '#core/catalogue/product.ts'
import { summarize } from '../../site/components/listing.ts'
import { type Row, specify } from '../../site/components/specification.ts'
import type { Lang } from '../../site/i18n/index.ts'
import { readEntry, readingIn } from './readings.ts'

const CLOTH = 'batik-tulis-manggur-natural'
const CHIPS = 'cassava-chips-balado-100g'

type Variation = { lang?: Lang; today?: string } & Partial<Product>

/** All text of the specification, one line a row, with ordinary spaces. */
function write(slug: string, { lang = 'en', today, ...changes }: Variation = {}) {
  const rows = specify(readEntry(slug, changes).product, readingIn(lang, today)).flatMap((group) => group.rows)
  const text = ({ label, lines, notes }: Row) => `${label}: ${[...lines, ...notes].join(' / ')}`
  return rows.map(text).join('\n').replaceAll('\u00a0', ' ').replaceAll('\u2060', '')
}

describe('a specification', () => {
  test('of a cloth states everything that a purchase needs', () => {
    const text = write(CLOTH)
    expect(text).toContain('Materials: Cotton 100%')
    expect(text).toContain('Cloth weight: 118 g/m² (3.5 oz/yd²)')
    expect(text).toContain('Size: 240 × 105 cm / 94.5 × 41.3 in. By hand: may differ by 3%')
    expect(text).toContain('Minimum order: 5 pieces')
    expect(text).toContain('Lead time: 30–45 days')
    expect(text).toContain('Capacity per month: 20 pieces')
    expect(text).toContain('Price per piece: 5–19 pieces: USD 68–80 / 20 pieces or more: USD 58–66')
    expect(text).toContain('FCA Surabaya, Incoterms 2020 / Valid until 30 June 2027')
    expect(text).toContain('Carton volume: 0.06 CBM (m³)')
    expect(text).toContain('HS code: 5208.52')
    expect(text).toContain('Classification is the importer’s responsibility')
  })

  test('of a food states ingredients, allergens and shelf life, and no materials', () => {
    const text = write(CHIPS)
    expect(text).toContain('Ingredients: Cassava, palm oil, chilli, sugar, salt, garlic')
    expect(text).toContain('Allergens: None of the 14 allergens of EU law')
    expect(text).toContain('Shelf life: 9 months unopened')
    expect(text).not.toContain('Materials')
  })

  test('is the same in Indonesian', () => {
    expect(write(CLOTH, { lang: 'id' })).toContain(
      'Harga per buah: 5–19 buah: USD 68–80 / 20 buah atau lebih: USD 58–66',
    )
    expect(write(CHIPS, { lang: 'id' })).toContain('Kapasitas per bulan: 12.000 buah')
  })

  test('shows a price on its last day and hides it, with the reason, on the next', () => {
    expect(write(CLOTH, { today: '2027-06-30' })).toContain('USD 68–80')
    const later = write(CLOTH, { today: '2027-07-01' })
    expect(later).not.toContain('USD 68')
    expect(later).toContain('Not shown: the price held until 30 June 2027')
  })

  test('says “on request” where there is no price, and “not available” where there is no sample', () => {
    const text = write(CLOTH, { price: undefined, onRequest: true, sample: { available: false } })
    expect(text).toContain('Price per piece: On request')
    expect(text).toContain('Sample: Not available')
  })

  test('names the product by its number, and what the law asks to be said of it', () => {
    const compliance = [{ en: 'Label: 100% cotton', id: 'Label: 100% katun' }]
    expect(write(CLOTH)).toContain('Product number: PRD-0001')
    expect(write(CLOTH)).not.toContain('Required statements')
    expect(write(CLOTH, { compliance })).toContain('Required statements: Label: 100% cotton')
    expect(write(CLOTH, { compliance, lang: 'id' })).toContain('Keterangan wajib: Label: 100% katun')
  })

  test('states a protected name with its registration, and the membership', () => {
    const giClaim = { gi: 'kopi-excelsa-jombang', registrationNumber: 'ID G 000000000', mpigMember: true }
    expect(write(CLOTH, { giClaim })).toMatch(
      /Geographical indication: Kopi Excelsa Jombang, registration ID G 000000000 \/ The maker is a member/,
    )
    expect(write(CLOTH)).not.toContain('Geographical indication')
  })

  test('names for each market the forms of origin, else the one for every country', () => {
    expect(write(CLOTH)).toContain(
      'Papers by market: Japan: Certificate of origin, Form IJEPA or AJCEP or RCEP / United States: Certificate of ' +
        'origin, Form B / China: Certificate of origin, Form E or RCEP / Which of them applies',
    )
    expect(write(CLOTH, { markets: [] })).not.toContain('Papers by market')
  })

  test('names what food needs in China and in the United States, and what coffee needs everywhere', () => {
    const text = write('robusta-roasted-200g', { markets: ['CN', 'MY'], lang: 'id' })
    expect(text).toContain('Tiongkok: SKA Form E atau RCEP; SKA ICO; Registrasi GACC')
    expect(text).toContain('Malaysia: SKA Form D atau RCEP; SKA ICO /')
    expect(write(CHIPS, { markets: ['US'] })).toContain('Form B; US FDA food facility registration')
    expect(write(CLOTH)).not.toContain('GACC')
  })

  test('says how many units a 20-foot container holds: whole cartons in 28 cubic meters', () => {
    // 0.06 m³ a carton of 40 pouches: 466 cartons.
    expect(write(CHIPS)).toContain('In a 20-foot container (28 m³): 18,640 pieces')
  })

  test('says of cloth sold by length how wide it is', () => {
    expect(write(CLOTH, { dims: { w: 110, tolerancePct: 3 } })).toContain('Size: 110 cm wide')
  })
})

describe('a line of the list', () => {
  test('gives the lowest and the highest price of all order sizes with rule and place', () => {
    const { price, terms } = summarize(readEntry(CLOTH).product, readingIn('en'))
    expect(price.replaceAll('\u00a0', ' ').replaceAll('\u2060', '')).toBe('USD 58–80')
    expect(terms).toBe('FCA Surabaya')
  })

  test('shows no price that has lapsed', () => {
    const { price, terms } = summarize(readEntry(CLOTH).product, readingIn('en', '2027-07-01'))
    expect(price).toBe('Not shown: lapsed')
    expect(terms).toBe('')
  })
})
