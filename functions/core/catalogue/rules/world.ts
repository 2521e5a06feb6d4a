/** What a check may look up: the other files, the words, and the day. */
import type { Cluster } from '../cluster.ts'
import { type Complaint, indexComplaints } from '../complaint.ts'
import type { Curation } from '../curation.ts'
import type { Curator } from '../curator.ts'
import type { Maker } from '../maker.ts'
import { findNewestCuration } from '../publication.ts'
import type { Catalogue, Filed, FiledProduct } from '../reading/catalogue.ts'
import type { Rubric } from '../rubric.ts'
import type { VocabularyEntry, VocabularyKind } from '../vocabularies.ts'

/** What git knows of the files; a tool hands it in, since core reads no disk. */
export type History = {
  /** Curation record or complaint → hash of the file as it was first committed. */
  firstRecords?: ReadonlyMap<string, string>
  /** Translated story → hash of the English story at the time of its last change. */
  translatedStories?: ReadonlyMap<string, string>
}

export type Occasion = {
  /** The day by which expiry is judged, YYYY-MM-DD. */
  today: string
  /** In a demo site a demo record that has expired only warns. */
  demoSite: boolean
  history?: History
}

export type World = Occasion & {
  catalogue: Catalogue
  maker(slug: string): Filed<Maker> | undefined
  cluster(slug: string): Filed<Cluster> | undefined
  curator(id: string): Filed<Curator> | undefined
  product(id: string): FiledProduct | undefined
  /** By `id@version`. */
  rubric(name: string): Filed<Rubric> | undefined
  /** About the product of this id. */
  complaints(product: string): readonly Complaint[]
  /** Whether it is the record that counts for its product. */
  isNewest(curation: Curation): boolean
  word<K extends VocabularyKind>(kind: K, id: string): VocabularyEntry<K> | undefined
  /** Whether there is such a word. A vocabulary that could not be read answers yes: its own finding says enough. */
  hasWord(kind: VocabularyKind, id: string): boolean
  /** Whether a file or id is there, readable or not. */
  isThere(name: string): boolean
}

export function describeWorld(catalogue: Catalogue, occasion: Occasion): World {
  const { products, makers, clusters, curators, curations, complaints, rubrics, unread } = catalogue
  const bySlug = <T>(files: readonly Filed<T>[]) => new Map(files.map((one) => [one.slug, one]))
  const [makerOf, clusterOf] = [bySlug(makers), bySlug(clusters)]
  // Of an id that two files share (ID-01), the first file has it: the second must not be taken for what was examined.
  const byId = <F extends Filed<{ id: string }>>(files: readonly F[]) =>
    new Map(files.toReversed().map((one) => [one.value.id, one]))
  const [curatorOf, productOf] = [byId(curators), byId(products)]
  const rubricOf = new Map(rubrics.map((one) => [`${one.value.id}@${one.value.version}`, one]))
  const newest = listNewest(products, curations)
  const words = indexWords(catalogue)
  const names = new Set([
    ...makers.map(({ slug }) => `makers/${slug}`),
    ...clusters.map(({ slug }) => `clusters/${slug}`),
    ...[...curatorOf.keys(), ...productOf.keys(), ...curations.map(({ value }) => value.id)],
    ...unread,
  ])
  return {
    ...occasion,
    catalogue,
    maker: (slug) => makerOf.get(slug),
    cluster: (slug) => clusterOf.get(slug),
    curator: (id) => curatorOf.get(id),
    product: (id) => productOf.get(id),
    rubric: (name) => rubricOf.get(name),
    complaints: indexComplaints(complaints.map(({ value }) => value)),
    isNewest: ({ id }) => newest.has(id),
    word: <K extends VocabularyKind>(kind: K, id: string) => words.get(kind)?.get(id) as VocabularyEntry<K> | undefined,
    hasWord: (kind, id) => unread.has(`vocab/${kind}`) || words.get(kind)?.has(id) === true,
    isThere: (name) => names.has(name),
  }
}

function listNewest(products: readonly FiledProduct[], curations: readonly Filed<Curation>[]): Set<string> {
  const byProduct = Map.groupBy(curations, ({ value }) => value.product)
  const ids = products.map(({ value }) => {
    const records = byProduct.get(value.id) ?? []
    return findNewestCuration(
      value,
      records.map((record) => record.value),
    )?.id
  })
  return new Set(ids.filter((id) => id !== undefined))
}

function indexWords({ vocab }: Catalogue): Map<string, Map<string, unknown>> {
  const kinds = Object.entries(vocab)
  return new Map(kinds.map(([kind, { value }]) => [kind, new Map(value.entries.map((entry) => [entry.id, entry]))]))
}
