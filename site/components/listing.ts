/** A product in one line of a list: the three figures that decide whether a buyer reads on. */
import type { Product } from '#core/catalogue/product.ts'
import type { Reading } from '../entry.ts'
import { formatDays, formatMoney, formatQuantity } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'

export interface Summary {
  moq: string
  lead: string
  /** From the lowest to the highest price of all order sizes, or why there is none. */
  price: string
  /** The rule and place that the price is for; empty where no price is shown. */
  terms: string
}

export function summarize({ moq, unit, leadDays, price }: Product, { lang, today }: Reading): Summary {
  const words = useWords(lang).spec
  const valid = price && today <= price.validUntil
  return {
    moq: formatQuantity(moq, unit, lang),
    lead: formatDays(leadDays.min, leadDays.max, lang),
    price: valid ? priceRange(price, lang) : price ? words.priceLapsed : words.onRequest,
    terms: valid ? `${price.incoterm} ${price.place}` : '',
  }
}

function priceRange({ currency, bands }: NonNullable<Product['price']>, lang: Reading['lang']): string {
  const low = Math.min(...bands.map(({ from }) => from))
  const high = Math.max(...bands.map(({ to }) => to))
  return formatMoney(currency, low, high, lang)
}
