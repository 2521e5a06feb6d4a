import { describe, expect, test } from 'vitest'
import { describeAsData, writeDataBlock } from '../../site/components/json-ld.ts'
import { readEntry, readingIn } from './readings.ts'

const page = { url: 'https://asli.example/products/x/', image: 'https://asli.example/x.webp' }
const describeOn = (today: string, slug = 'cassava-chips-balado-100g') =>
  describeAsData(readEntry(slug), readingIn('en', today), page)

describe('the data of a product', () => {
  test('offers the price band with minimum order and lead time while the price is valid', () => {
    expect(describeOn('2026-11-01').offers).toMatchObject({
      '@type': 'AggregateOffer',
      lowPrice: 0.62,
      highPrice: 0.9,
      priceCurrency: 'USD',
      eligibleQuantity: { minValue: 500, unitCode: 'H87' },
      deliveryLeadTime: { minValue: 10, maxValue: 14, unitCode: 'DAY' },
      priceValidUntil: '2027-03-31',
    })
  })

  test('offers nothing once the price has expired', () => {
    expect(describeOn('2027-04-01').offers).toBeUndefined()
  })

  test('lists each attestation with its issuer, and the curation with its rating', () => {
    const { hasCertification } = describeOn('2026-11-01')
    expect(hasCertification).toHaveLength(3)
    expect(hasCertification[1]).toMatchObject({
      issuedBy: { name: 'BPJPH' },
      certificationStatus: 'CertificationActive',
    })
    expect(hasCertification.at(-1)).toMatchObject({
      name: 'Kurasi export-v1',
      certificationRating: { ratingValue: 80, bestRating: 100 },
    })
  })

  test('calls an attestation inactive after its last day', () => {
    expect(describeOn('2032-01-01').hasCertification[0]).toMatchObject({ certificationStatus: 'CertificationInactive' })
  })

  test('names materials, motifs and the mass of the cloth', () => {
    const data = describeOn('2026-11-01', 'batik-tulis-manggur-natural')
    expect(data.material).toEqual(['Cotton 100%'])
    expect(data.pattern).toEqual(['Manggur'])
    expect(data.additionalProperty).toContainEqual({
      '@type': 'PropertyValue',
      name: 'Mass per square meter',
      value: 118,
      unitCode: 'GM',
    })
  })

  test('cannot end the script element that it stands in', () => {
    expect(writeDataBlock({ name: '</script><script>' })).not.toContain('<')
  })
})
