/**
 * The catalogue of this build: every collection read once, each product judged, the published ones joined; in a preview
 * its own product as well. On-demand pages do not import this: they read /published.json.
 */
import { getCollection } from 'astro:content'
import { type Complaint, endByComplaints, listUpheld } from '#core/catalogue/complaint.ts'
import type { Curation } from '#core/catalogue/curation.ts'
import { judgeCatalogue } from '#core/catalogue/judge-catalogue.ts'
import type { Product } from '#core/catalogue/product.ts'
import { findNewestApproval } from '#core/catalogue/publication.ts'
import { scoreCuration } from '#core/catalogue/score.ts'
import { type Category, categorySchema } from '#core/catalogue/vocab.ts'
import type { Ground } from './clusters/figures.ts'
import { demoSite, previewed } from './config.ts'
import type { ApprovedEntry, ClusterEntry, DraftEntry, Entry, MakerEntry } from './entry.ts'
import { findPictures } from './pictures.ts'
import { today } from './today.ts'
import { readVocabulary } from './vocabulary.ts'

export { today }

const [products, makers, clusters, curators, curations, complaints, rubrics, vocab, findings, unread] =
  await Promise.all([
    getCollection('products'),
    getCollection('makers'),
    getCollection('clusters'),
    getCollection('curators'),
    getCollection('curations'),
    getCollection('complaints'),
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
const knownComplaints: Complaint[] = complaints.map(({ data }) => data)
const named = <T>({ id, data }: { id: string; data: T }) => ({ slug: id, value: data })
const judged = judgeCatalogue(
  {
    products: products.map(named),
    makers: makers.map(named),
    curators: curators.map(named),
    curations: curations.map(named),
    complaints: complaints.map(named),
    unread: unread.map(({ id }) => id),
  },
  findings.map(({ data }) => data),
  { today, demoSite },
)

/** Products that this build leaves out, and why. */
export const withheld = judged.withheld

type Unnumbered = Omit<ApprovedEntry, 'number'> | Omit<DraftEntry, 'number'>

const published: Unnumbered[] = judged.published.map(({ slug, product, curation, expired }) => ({
  ...join(slug, product),
  expired,
  ...examine(curation),
}))

const drafts: Unnumbered[] = products
  .filter(({ id }) => id === previewed && judged.withheld.some(({ slug }) => slug === id))
  .map(({ id, data }) => join(id, data))

/** All products that are shown, by category and id, numbered. */
export const entries: Entry[] = [...published, ...drafts]
  .sort((a, b) => orderOf(a).localeCompare(orderOf(b)))
  .map((entry, index) => ({ ...entry, number: index + 1 }))

/** All published products. */
export const approved: ApprovedEntry[] = entries.filter((entry) => entry.curation !== undefined)

/** Products with pages of their own: all that are shown, but in a preview the one that it is about. */
export const paged: Entry[] = entries.filter(({ slug }) => previewed === undefined || slug === previewed)

/** Makers of these products. */
export const shownMakers: MakerEntry[] = [...new Map(entries.map(({ maker }) => [maker.slug, maker])).values()]

/** The categories that have products, in the catalogue's order. */
export const shownCategories: Category[] = categorySchema.options.filter((category) =>
  entries.some(({ product }) => product.category === category),
)

/** All that is counted by place: open products are counted, and never named. */
export const ground: Ground = {
  entries,
  products: products.map(({ data }) => data).filter(belongs),
  curations: endByComplaints(
    curations.map(({ data }) => data),
    knownComplaints,
  ),
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

function orderOf({ product }: Unnumbered): string {
  return `${String(categorySchema.options.indexOf(product.category)).padStart(2, '0')} ${product.id}`
}

function join(slug: string, product: Product): Omit<DraftEntry, 'number'> {
  return {
    slug,
    product,
    maker: findMaker(product.maker),
    cluster: shownClusters.find(({ slug: name }) => name === product.cluster),
    pictures: findPictures(slug, product),
  }
}

function findMaker(slug: string): MakerEntry {
  const found = makers.find(({ id }) => id === slug)
  if (!found) throw new Error(`content/makers/${slug}.yaml is missing, and a product of it is to be shown.`)
  return { ...found.data, slug }
}

function examine(curation: Curation): Pick<ApprovedEntry, 'curation' | 'upheld' | 'score' | 'rubric' | 'curators'> {
  const [id, version] = curation.rubric.split('@')
  const rubric = rubrics.find(({ data }) => data.id === id && String(data.version) === version)?.data
  if (!rubric) throw new Error(`${curation.id} names the rubric ${curation.rubric}: add it in content/rubrics/.`)
  return {
    curation,
    upheld: listUpheld(curation, knownComplaints),
    rubric,
    score: scoreCuration(curation, rubric),
    curators: knownCurators.filter((curator) => curation.curators.includes(curator.id)),
  }
}
