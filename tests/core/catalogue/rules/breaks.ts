/** What is broken in the demo once some values of it are others: quicker than other bytes of its files. */
import type { Curation } from '#core/catalogue/curation.ts'
import type { Curator } from '#core/catalogue/curator.ts'
import type { Maker } from '#core/catalogue/maker.ts'
import { hashMaterialFields } from '#core/catalogue/material.ts'
import type { Product } from '#core/catalogue/product.ts'
import type { Catalogue } from '#core/catalogue/reading/catalogue.ts'
import { readCatalogue } from '#core/catalogue/reading/read-catalogue.ts'
import { checkCatalogue } from '#core/catalogue/rules/check.ts'
import { readContentBytes } from '../content-bytes.ts'
import { demoOccasion } from '../fixtures.ts'
import { expectLanguages } from '../languages.ts'

export const CLOTH = 'batik-tulis-manggur-natural'
export const CHIPS = 'cassava-chips-balado-100g'
export const SUGAR = 'granulated-coconut-sugar-500g'

export const demo = readCatalogue(readContentBytes())
export const productOf = (slug: string) => demo.products.find((one) => one.slug === slug)?.value as Product
export const recordOf = (slug: string) =>
  demo.curations.find(({ value }) => value.product === productOf(slug).id)?.value as Curation

export interface Change {
  product?: Partial<Product>
  record?: Partial<Curation>
  maker?: Partial<Maker>
  /** Of the first curator. */
  curator?: Partial<Curator>
  catalogue?: Partial<Catalogue>
  today?: string
}

/** A product, its record, its maker and the first curator with these values; the record is of this very product. */
export function breaks(slug: string, change: Change): string[] {
  const { product, record, maker, curator, catalogue, today = demoOccasion.today } = change
  const subject = { ...productOf(slug), ...product }
  const with_ = <F extends { value: object }>(files: F[], changes: object | undefined, is: (one: F) => boolean) =>
    files.map((one) => (is(one) ? { ...one, value: { ...one.value, ...changes } } : one))
  const products = with_(demo.products, product, (one) => one.slug === slug)
  const pinned = { subjectHash: hashMaterialFields(subject), ...record }
  const curations = with_(demo.curations, pinned, ({ value }) => value.product === subject.id)
  const makers = with_(demo.makers, maker, (one) => one.slug === subject.maker)
  const curators = with_(demo.curators, curator, ({ value }) => value.id === 'KUR-DEMO-01')
  const whole = { ...demo, products, curations, makers, curators, ...catalogue }
  const findings = checkCatalogue(whole, { today, demoSite: false })
  expectLanguages(findings)
  return findings.map(({ rule, path }) => `${rule} ${path}`)
}
