/** A product as schema.org data, for search engines and buyers' programs. An expired price makes no offer. */
import type { Attestation } from '#core/catalogue/attestation.ts'
import type { Product } from '#core/catalogue/product.ts'
import { siteName } from '../config.ts'
import type { ApprovedEntry, Reading } from '../entry.ts'

type Json = string | number | Json[] | { [name: string]: Json | undefined }
type JsonObject = { [name: string]: Json | undefined }

/** `url` is the page's address, `image` the hero's. */
export function describeAsData(entry: ApprovedEntry, reading: Reading, { url, image }: { url: string; image: string }) {
  const { product, maker } = entry
  const { lang, lookUp } = reading
  const material = product.materials.map(({ fibre, pct }) => `${lookUp('fibres', fibre).name[lang]} ${pct}%`)
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    sku: product.id,
    name: product.name[lang],
    description: product.summary[lang],
    inLanguage: lang,
    url,
    image,
    category: lookUp('categories', product.category).name[lang],
    brand: { '@type': 'Brand', name: maker.displayName },
    material: material.length ? material : undefined,
    pattern: product.motifs.length ? product.motifs.map((id) => lookUp('motifs', id).name[lang]) : undefined,
    countryOfOrigin: { '@type': 'Country', name: 'ID' },
    additionalProperty: listProperties(product),
    hasCertification: [
      ...product.attestations.map((attestation) => describeAttestation(attestation, reading)),
      describeCuration(entry),
    ],
    offers: describeOffer(product, reading.today),
  } satisfies JsonObject
}

/** JSON that can stand inside a script element: no character of it ends the element. */
export function writeDataBlock(document: JsonObject): string {
  return JSON.stringify(document).replaceAll('<', '\\u003c')
}

function listProperties({ hs6, arealMass, moq, capacityPerMonth, unit }: Product): JsonObject[] {
  const property = (name: string, value: string | number, unitCode?: string) => ({
    '@type': 'PropertyValue',
    name,
    value,
    unitCode,
  })
  return [
    property('HS6', hs6),
    ...(arealMass ? [property('Mass per square meter', arealMass, 'GM')] : []),
    property('Minimum order', moq, unit),
    property('Capacity per month', capacityPerMonth, unit),
  ]
}

function describeAttestation(attestation: Attestation, { lang, lookUp, today }: Reading): JsonObject {
  const { type, number, issuer, issuedAt, expires } = attestation
  return {
    '@type': 'Certification',
    name: lookUp('attestation-types', type).name[lang],
    certificationIdentification: number,
    issuedBy: { '@type': 'Organization', name: issuer },
    validFrom: issuedAt,
    expires,
    certificationStatus: expires && today > expires ? 'CertificationInactive' : 'CertificationActive',
  }
}

function describeCuration({ curation, score, expired }: ApprovedEntry): JsonObject {
  return {
    '@type': 'Certification',
    name: `Kurasi ${curation.rubric.split('@')[0]}`,
    certificationIdentification: curation.id,
    issuedBy: { '@type': 'Organization', name: siteName },
    certificationRating: { '@type': 'Rating', ratingValue: score.total, bestRating: 100 },
    auditDate: curation.decidedAt,
    validFrom: curation.decidedAt,
    expires: curation.expiresAt,
    certificationStatus: expired ? 'CertificationInactive' : 'CertificationActive',
  }
}

function describeOffer({ price, moq, unit, leadDays }: Product, today: string): JsonObject | undefined {
  if (!price || today > price.validUntil) return undefined
  return {
    '@type': 'AggregateOffer',
    lowPrice: Math.min(...price.bands.map(({ from }) => from)),
    highPrice: Math.max(...price.bands.map(({ to }) => to)),
    priceCurrency: price.currency,
    eligibleQuantity: { '@type': 'QuantitativeValue', minValue: moq, unitCode: unit },
    deliveryLeadTime: {
      '@type': 'QuantitativeValue',
      minValue: leadDays.min,
      maxValue: leadDays.max,
      unitCode: 'DAY',
    },
    priceValidUntil: price.validUntil,
  }
}
