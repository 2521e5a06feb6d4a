/** What a cluster's page says: members, products, what they make together, who examines it, and what is short. */
import type { Curator } from '#core/catalogue/curator.ts'
import type { TradeUnit } from '#core/catalogue/vocab.ts'
import { covers, type Field, isAvailable, LEAST_CURATORS, loadOf, weighWork } from '#core/catalogue/workload.ts'
import { type Row, rowOf } from '../components/specification.ts'
import type { ClusterEntry, Entry, MakerEntry, Reading } from '../entry.ts'
import { useClusterWords } from '../i18n/clusters.ts'
import { formatCount, formatList, formatNumber, formatQuantity } from '../i18n/format.ts'
import type { Ground } from './figures.ts'
import { listKinds, namePlace } from './view.ts'

export interface ClusterView {
  places: string
  products: Entry[]
  members: MakerEntry[]
  /** `20 pieces a month`, one line a unit. */
  capacity: string[]
  /** Ids of the motifs that the place is known for, and of those on its products. */
  motifs: string[]
  /** Geographical indications of the place, and who looks after the cluster. */
  facts: Row[]
  curators: Curator[]
  /** What is short, each in a sentence. */
  missing: string[]
}

/** Members are the makers with published products who say that they belong to it. */
export function viewCluster(cluster: ClusterEntry, ground: Ground, reading: Reading): ClusterView {
  const { lang } = reading
  const words = useClusterWords(lang)
  const products = ground.entries.filter(({ product }) => product.cluster === cluster.slug)
  const makers = ground.entries.map(({ maker }) => maker).filter((maker) => maker.cluster.includes(cluster.slug))
  const field = fieldOf(cluster)
  return {
    places: formatList(
      cluster.regencies.map((code) => namePlace(code, reading)),
      lang,
    ),
    products,
    members: [...new Map(makers.map((maker) => [maker.slug, maker])).values()],
    capacity: sumCapacity(products).map(([unit, sum]) => words.perMonth(formatQuantity(sum, unit, lang))),
    motifs: [...new Set([...cluster.anchorMotifs, ...products.flatMap(({ product }) => product.motifs)])],
    facts: describeFacts(cluster, reading),
    curators: ground.curators.filter((curator) => isAvailable(curator, ground.today) && covers(curator, field)),
    missing: describeMissing(cluster, ground, reading),
  }
}

function describeFacts({ gi, plut }: ClusterEntry, { lang, lookUp }: Reading): Row[] {
  const words = useClusterWords(lang)
  const names = gi.map((id) => lookUp('geographical-indications', id).name[lang])
  return [
    ...(names.length > 0 ? [rowOf(words.indications, formatList(names, lang))] : []),
    ...(plut ? [rowOf(words.plut, plut)] : []),
  ]
}

/** Capacity a month by unit: pieces and meters are never added. */
export function sumCapacity(products: readonly Entry[]): [TradeUnit, number][] {
  const sums = new Map<TradeUnit, number>()
  for (const { product } of products) sums.set(product.unit, (sums.get(product.unit) ?? 0) + product.capacityPerMonth)
  return [...sums]
}

function fieldOf({ regencies, category }: ClusterEntry): Field {
  return { regencies, categories: category }
}

function describeMissing(cluster: ClusterEntry, ground: Ground, reading: Reading): string[] {
  const words = useClusterWords(reading.lang)
  const field = fieldOf(cluster)
  const isThin = (narrow: Field) => weighWork({ ...field, ...narrow }, ground).curators < LEAST_CURATORS
  const places = cluster.regencies.filter((code) => isThin({ regencies: [code] }))
  const kinds = cluster.category.filter((category) => isThin({ categories: [category] }))
  const named = formatList(
    places.map((code) => namePlace(code, reading)),
    reading.lang,
  )
  return [
    describeWork(field, ground, reading),
    ...(places.length > 0 ? [words.shortPlaces(named)] : []),
    ...(kinds.length > 0 ? [words.shortKinds(listKinds(kinds, reading))] : []),
    ...(places.length + kinds.length === 0 ? [words.nothingShort] : []),
  ]
}

function describeWork(field: Field, ground: Ground, { lang }: Reading): string {
  const words = useClusterWords(lang)
  const work = weighWork(field, ground)
  if (work.open === 0) return words.nothingWaits
  const open = formatCount(work.open, words.forms.products, lang)
  const load = loadOf(work)
  return load === null
    ? words.workNone(open)
    : words.work(open, formatCount(work.curators, words.forms.curators, lang), formatNumber(load, lang))
}
