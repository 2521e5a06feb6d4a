/** What waits for an examination, and who may examine it: from these two follows where curators are short. */
import type { Curation } from './curation.ts'
import type { Curator } from './curator.ts'
import type { Product } from './product.ts'
import { findNewestCuration } from './publication.ts'
import type { Category } from './vocab.ts'

/** So many curators examine a product: where fewer cover a place and a kind, nothing of it can be approved. */
export const LEAST_CURATORS = 2

/** Places and kinds of product; a list that is left out stands for all. */
export type Field = { regencies?: readonly string[]; categories?: readonly Category[] }

/** Open: there is no record yet, or the newest is no approval, or its approval is over. */
export function isOpen(product: Product, curations: readonly Curation[], today: string): boolean {
  const newest = findNewestCuration(product, curations)
  return newest?.decision !== 'approved' || today > newest.expiresAt
}

/** Whether the curator takes products on this day: of an expired certificate no decision would count. */
export function isAvailable({ active, bnsp }: Curator, today: string): boolean {
  return active && bnsp.issuedAt <= today && today <= bnsp.expiresAt
}

/** Whether the curator covers a place and a kind of the field. */
export function covers(curator: Pick<Curator, 'regencies' | 'categories'>, { regencies, categories }: Field): boolean {
  return (
    (regencies?.some((code) => curator.regencies.includes(code)) ?? true) &&
    (categories?.some((category) => curator.categories.includes(category)) ?? true)
  )
}

/** Whether the product is made in a place and is of a kind of the field. */
export function isIn({ origin, category }: Pick<Product, 'origin' | 'category'>, field: Field): boolean {
  return (field.regencies?.includes(origin.regency) ?? true) && (field.categories?.includes(category) ?? true)
}

export type Workload = { open: number; curators: number }

export type Workshop = {
  products: readonly Product[]
  curations: readonly Curation[]
  curators: readonly Curator[]
  /** YYYY-MM-DD. */
  today: string
}

/** Open products of the field, and the curators who may take some of them. */
export function weighWork(field: Field, { products, curations, curators, today }: Workshop): Workload {
  return {
    open: products.filter((product) => isIn(product, field) && isOpen(product, curations, today)).length,
    curators: curators.filter((curator) => covers(curator, field) && isAvailable(curator, today)).length,
  }
}

/** Open products a curator; null where there is nobody to divide them among. */
export function loadOf({ open, curators }: Workload): number | null {
  return curators === 0 ? null : open / curators
}

export function isShort({ curators }: Workload): boolean {
  return curators < LEAST_CURATORS
}
