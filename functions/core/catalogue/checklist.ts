/** Which papers go with a product to a country: forms of origin, and registrations that food needs there. */
import type { Product } from './product.ts'
import { isEdible } from './vocab.ts'
import type { VocabularyEntry } from './vocabularies.ts'

export type Papers = {
  documents: readonly VocabularyEntry<'export-documents'>[]
  attestationTypes: readonly VocabularyEntry<'attestation-types'>[]
}

export type Checklist = {
  /** Forms of which one goes along; those that a country grants something for, else those for every country. */
  origin: VocabularyEntry<'export-documents'>[]
  /** Forms of this kind of product, whatever the country. */
  goods: VocabularyEntry<'export-documents'>[]
  /** Registrations without which food is not let in. */
  registrations: VocabularyEntry<'attestation-types'>[]
}

export function listPapers(
  { category }: Pick<Product, 'category'>,
  market: string,
  { documents, attestationTypes }: Papers,
): Checklist {
  const preferential = documents.filter(({ markets }) => markets.includes(market))
  return {
    origin: preferential.length > 0 ? preferential : documents.filter(({ anywhere }) => anywhere),
    goods: documents.filter((document) => document.category === category),
    registrations: isEdible(category) ? attestationTypes.filter(({ foodMarkets }) => foodMarkets.includes(market)) : [],
  }
}
