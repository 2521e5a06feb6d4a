/**
 * Which products of a catalogue are shown. A product stands on other files, so that what check refuses in its maker, its
 * cluster, its records, its curators, the rubric or the words keeps it out as well.
 */
import { type Complaint, indexComplaints } from './complaint.ts'
import type { Curation } from './curation.ts'
import type { Curator } from './curator.ts'
import type { Maker } from './maker.ts'
import type { Product } from './product.ts'
import { judgePublication, type Occasion, type WithheldReason } from './publication.ts'
import type { Finding } from './reading/finding.ts'
import { DECISION_FOLDERS, isDecision } from './reading/place.ts'

type Named<T> = { slug: string; value: T }

/** What of a catalogue counts for being shown; `Catalogue` fits. */
export type Judged = {
  products: readonly Named<Product>[]
  makers: readonly Named<Maker>[]
  curators: readonly { value: Curator }[]
  curations: readonly { value: Curation }[]
  complaints: readonly { value: Complaint }[]
  unread: Iterable<string>
}

export type PublishedProduct = { slug: string; product: Product; curation: Curation; expired: boolean }

/** `maker` is empty where the product's file could not be read. */
export type WithheldProduct = { slug: string; maker: string; reason: WithheldReason; detail: string }

/** `findings` are those of `checkCatalogue`; every product is in one of the two lists, whatever its file looks like. */
export function judgeCatalogue(
  catalogue: Judged,
  findings: readonly Finding[],
  occasion: Occasion,
): { published: PublishedProduct[]; withheld: WithheldProduct[] } {
  const errors = Map.groupBy(
    findings.filter(({ severity }) => severity === 'error'),
    ({ file }) => unitOf(file),
  )
  const makers = new Map(catalogue.makers.map(({ slug, value }) => [slug, value]))
  const records = Map.groupBy(
    catalogue.curations.map(({ value }) => value),
    ({ product }) => product,
  )
  const complaintsAbout = indexComplaints(catalogue.complaints.map(({ value }) => value))
  const curators = catalogue.curators.map(({ value }) => value)
  const published: PublishedProduct[] = []
  const withheld: WithheldProduct[] = []
  for (const { slug, value: product } of catalogue.products) {
    const curations = records.get(product.id) ?? []
    const refusals = unitsOf(slug, product, curations).flatMap((unit) => errors.get(unit) ?? [])
    const candidate = {
      product,
      maker: makers.get(product.maker),
      curations,
      complaints: complaintsAbout(product.id),
      curators,
      refusals: refusals.map(sayRefusal),
    }
    const judged = judgePublication(candidate, occasion)
    if (judged.published) published.push({ slug, product, curation: judged.curation, expired: judged.expired })
    else withheld.push({ slug, maker: product.maker, reason: judged.reason, detail: judged.detail })
  }
  return { published, withheld: [...withheld, ...listUnread(catalogue, errors)] }
}

/**
 * A product's folder and those of its records and complaints are one unit each; every other file is one, and the words are
 * one together.
 */
function unitOf(file: string): string {
  const [folder = '', name = ''] = file.split('/')
  if (folder === 'products' || isDecision(file)) return `${folder}/${name}`
  return folder === 'vocab' || folder === 'rubrics' ? folder : file
}

function unitsOf(slug: string, value: Product, curations: readonly Curation[]): string[] {
  const curators = new Set(curations.flatMap((curation) => curation.curators))
  return [
    `products/${slug}`,
    `makers/${value.maker}.yaml`,
    ...(value.cluster === undefined ? [] : [`clusters/${value.cluster}.yaml`]),
    ...DECISION_FOLDERS.map((folder) => `${folder}/${value.id}`),
    ...[...curators].map((id) => `curators/${id.toLowerCase()}.yaml`),
    'rubrics',
    'vocab',
  ]
}

function listUnread({ products, unread }: Judged, errors: ReadonlyMap<string, Finding[]>): WithheldProduct[] {
  const read = new Set(products.map(({ slug }) => `products/${slug}`))
  const broken = [...unread].filter((name) => name.startsWith('products/') && !read.has(name))
  return broken.map((unit) => {
    const [first] = errors.get(unit) ?? []
    const detail = first ? sayRefusal(first) : `content/${unit}/index.md could not be read: run asli content check.`
    return { slug: unit.slice('products/'.length), maker: '', reason: 'refused', detail }
  })
}

function sayRefusal({ file, line, path, rule, message, mend }: Finding): string {
  return [`content/${file}:${line}`, path, `${rule}:`, message.en, mend.en].filter((part) => part !== '').join(' ')
}
