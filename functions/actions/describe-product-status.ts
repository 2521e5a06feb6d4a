/**
 * Whether a product is approved today: what its static page could only say for the day of the build.
 *
 *     { "product": "batik-tulis-manggur-natural", "state": "approved", "until": "2028-04-05",
 *       "checkedAt": "2026-11-25T22:04:13Z" }
 *
 * Read from the build's file and the clock alone: no database, so that a page can ask at every view. Why a product was
 * withdrawn is the maker's business, and one that never was approved is not there at all.
 */
import { dayInIndonesia, formatInstant } from '#core/calendar.ts'
import type { Published } from './catalogue.ts'
import type { Services } from './services.ts'

export interface ProductStatus {
  product: string
  state: 'approved' | 'expired' | 'withdrawn'
  /** The last day of the approval; null of what was withdrawn. */
  until: string | null
  checkedAt: string
}

/** Null of a product that was never approved, or that nobody knows. */
export async function describeProductStatus(
  product: string,
  { catalogue, now }: Pick<Services, 'catalogue' | 'now'>,
): Promise<ProductStatus | null> {
  const instant = now().getTime()
  const found = judge(product, await catalogue.read(), dayInIndonesia(instant))
  return found && { product, ...found, checkedAt: formatInstant(instant) }
}

function judge(
  slug: string,
  { products, withheld }: Published,
  day: string,
): Pick<ProductStatus, 'state' | 'until'> | null {
  const shown = products.find((product) => product.slug === slug)
  if (shown) {
    const { expiresAt } = shown.curation
    return { state: day <= expiresAt ? 'approved' : 'expired', until: expiresAt }
  }
  const left = withheld.find((product) => product.slug === slug)
  if (!left?.until) return null
  return left.reason === 'expired' ? { state: 'expired', until: left.until } : { state: 'withdrawn', until: null }
}
