/**
 * The catalogue of this build: every collection read once, each product judged, the published ones joined.
 * On-demand pages do not import this: they read /published.json.
 */
import { getCollection } from 'astro:content'
import type { Curation } from '#core/catalogue/curation.ts'
import { judgeCatalogue } from '#core/catalogue/judge-catalogue.ts'
import { findNewestApproval } from '#core/catalogue/publication.ts'
import { scoreCuration } from '#core/catalogue/score.ts'
import { type Category, categorySchema } from '#core/catalogue/vocab.ts'
import type { Ground } from './clusters/figures.ts'
import { demoSite } from './config.ts'
import type { ClusterEntry, Entry, MakerEntry } from './entry.ts'
import { findPictures } from './pictures.ts'
import { today } from './today.ts'
import { readVocabulary } from './vocabulary.ts'

export { today }

const [products, makers, clusters, curators, curations, rubrics, vocab, findings, unread] = await Promise.all([
  getCollection('products'),
  getCollection('makers'),
  getCollection('clusters'),
  getCollection('curators'),
  getCollection('curations'),
  getCollection('rubrics'),
  getCollection('vocab'),
  getCollection('findings'),
  getCollection('unread'),
])

export const lookUp = readVocabulary(Object.fromEntries(vocab.map(({ id, data }) => [id, data])))

/** Clusters that this site may show. */
export const shownClusters: ClusterEntry[] = clusters
  .map(({ id: slug, data }) => ({ ...data, slug }))
  .filter(belongs)
  .sort((a, b) => a.name.en.localeCompare(b.name.en))

const knownCurators = curators.map(({ data }) => data)
const named = <T>({ id, data }: { id: string; data: T }) => ({ slug: id, value: data })
const judged = judgeCatalogue(
  {
    products: products.map(named),
    makers: makers.map(named),
    curators: curators.map(named),
    curations: curations.map(named),
    unread: unread.map(({ id }) => id),
  },
  findings.map(({ data }) => data),
  { today, demoSite },
)

/** Products that this build leaves out, and why. */
export const withheld = judged.withheld

const published: Omit<Entry, 'number'>[] = judged.published.map(({ slug, product, curation, expired }) => ({
  slug,
  product,
  maker: findMaker(product.maker),
  cluster: shownClusters.find(({ slug: name }) => name === product.cluster),
  pictures: findPictures(slug, product),
  expired,
  ...examine(curation),
}))

/** All published products, by category and id, numbered. */
export const entries: Entry[] = published
  .sort((a, b) => orderOf(a).localeCompare(orderOf(b)))
  .map((entry, index) => ({ ...entry, number: index + 1 }))

/** Makers of published products. */
export const shownMakers: MakerEntry[] = [...new Map(entries.map(({ maker }) => [maker.slug, maker])).values()]

/** The categories that have products, in the catalogue's order. */
export const shownCategories: Category[] = categorySchema.options.filter((category) =>
  entries.some(({ product }) => product.category === category),
)

/** All that is counted by place: open products are counted, and never named. */
export const ground: Ground = {
  entries,
  products: products.map(({ data }) => data).filter(belongs),
  curations: curations.map(({ data }) => data),
  curators: knownCurators.filter(belongs),
  clusters: shownClusters,
  today,
}

for (const { slug, reason, detail } of withheld) console.warn(`not published: ${slug} (${reason}) ${detail}`)

/** The last day of a product's newest approval, in force or not; undefined where it never had one. */
export function findLastDay(slug: string): string | undefined {
  const product = products.find(({ id }) => id === slug)?.data
  return product && findNewestApproval(product, ground.curations)?.expiresAt
}

/** What is invented has no place in a site that is no demonstration. */
function belongs({ demo }: { demo: boolean }): boolean {
  return demoSite || !demo
}

function orderOf({ product }: Omit<Entry, 'number'>): string {
  return `${String(categorySchema.options.indexOf(product.category)).padStart(2, '0')} ${product.id}`
}

function findMaker(slug: string): MakerEntry {
  const found = makers.find(({ id }) => id === slug)
  if (!found) throw new Error(`content/makers/${slug}.yaml is missing, and a product of it was judged fit to be shown.`)
  return { ...found.data, slug }
}

function examine(curation: Curation): Pick<Entry, 'curation' | 'score' | 'rubric' | 'curators'> {
  const [id, version] = curation.rubric.split('@')
  const rubric = rubrics.find(({ data }) => data.id === id && String(data.version) === version)?.data
  if (!rubric) throw new Error(`${curation.id} names the rubric ${curation.rubric}: add it in content/rubrics/.`)
  return {
    curation,
    rubric,
    score: scoreCuration(curation, rubric),
    curators: knownCurators.filter((curator) => curation.curators.includes(curator.id)),
  }
}
