import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { clusterSchema } from '#core/catalogue/cluster.ts'
import { curatorSchema } from '#core/catalogue/curator.ts'
import { makerSchema } from '#core/catalogue/maker.ts'
import { productSchema } from '#core/catalogue/product.ts'

/** What no page shows, and why. */
const INTERNAL: Record<string, Record<string, string>> = {
  product: {
    withdrawn: 'a product that has it has no page',
  },
  maker: {
    id: 'pages name a maker by trade name and address',
    sector: 'counted on the map; what is made stands on the page',
    consentRef: 'where the operator keeps the paper',
    active: 'a maker who does not work is not shown',
  },
  cluster: {
    id: 'pages name a cluster by its name',
    demo: 'the whole site says so',
    centre: 'a point for a map that is drawn to scale; ours has tiles',
  },
  curator: {
    active: 'core weighs it: the page says who takes new products',
    sniTot: 'certificates of competence come last, and one is enough',
    coi: 'a tie keeps a curator from a product; each record says what was declared',
    consentRef: 'where the operator keeps the paper',
  },
}

const code = globSync(['site/**/*.astro', 'site/**/*.ts'])
  .filter((path) => !/^site\/(i18n|drawings|api|verdict|design)\//.test(path))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n')
/** `product.moq`, or taken out of it in braces. */
const isRead = (field: string) => new RegExp(`\\.${field}\\b|[{,]\\s*${field}\\b[^:]`).test(code)

describe.each([
  ['product', productSchema.shape],
  ['maker', makerSchema.shape],
  ['cluster', clusterSchema.shape],
  ['curator', curatorSchema.shape],
])('a %s', (kind, shape) => {
  const internal = INTERNAL[kind] ?? {}

  test('has no field that curators fill in for nothing: a page shows it, or it is said why none does', () => {
    const fields = Object.keys(shape)
    expect(fields.filter((field) => !Object.hasOwn(internal, field) && !isRead(field))).toEqual([])
    expect(Object.keys(internal).filter((field) => !fields.includes(field))).toEqual([])
  })
})
