/** What there is in a place, of all kinds or of one: the figures of the map and of the table beside it. */
import type { Curation } from '#core/catalogue/curation.ts'
import type { Curator } from '#core/catalogue/curator.ts'
import type { Product } from '#core/catalogue/product.ts'
import type { Category } from '#core/catalogue/vocab.ts'
import { isIn, loadOf, type Workload, weighWork } from '#core/catalogue/workload.ts'
import type { ClusterEntry, Entry } from '../entry.ts'

/** Everything that is counted. */
export interface Ground {
  /** What is published. */
  entries: readonly Entry[]
  /** All products, open ones included. */
  products: readonly Product[]
  curations: readonly Curation[]
  curators: readonly Curator[]
  clusters: readonly ClusterEntry[]
  /** YYYY-MM-DD. */
  today: string
}

export interface Figures extends Workload {
  /** Kemendagri code. */
  code: string
  products: number
  /** Makers of these products. */
  makers: number
  clusters: ClusterEntry[]
}

/** One place; `category` undefined stands for all kinds. */
export function countPlace(code: string, category: Category | undefined, ground: Ground): Figures {
  const field = { regencies: [code], ...(category ? { categories: [category] } : {}) }
  const here = ground.entries.filter(({ product }) => isIn(product, field))
  return {
    code,
    products: here.length,
    makers: new Set(here.map(({ maker }) => maker.slug)).size,
    clusters: ground.clusters.filter(
      (cluster) => cluster.regencies.includes(code) && (!category || cluster.category.includes(category)),
    ),
    ...weighWork(field, ground),
  }
}

/** The places with the most makers, and nothing where there is no maker anywhere. */
export function findMost(figures: readonly Figures[]): Figures[] {
  const most = Math.max(0, ...figures.map(({ makers }) => makers))
  return most === 0 ? [] : figures.filter(({ makers }) => makers === most)
}

/** The place where most open products fall to a curator, those without any curator first; none where nothing is open. */
export function findHeaviest(figures: readonly Figures[]): Figures | undefined {
  const weight = (one: Figures) => loadOf(one) ?? Number.POSITIVE_INFINITY
  return figures.filter(({ open }) => open > 0).sort((a, b) => weight(b) - weight(a) || b.open - a.open)[0]
}

/** Most products first, then most makers; else in the order of the codes. */
export function orderPlaces(figures: readonly Figures[]): Figures[] {
  return [...figures].sort(
    (a, b) =>
      b.products - a.products ||
      b.makers - a.makers ||
      b.clusters.length - a.clusters.length ||
      a.code.localeCompare(b.code),
  )
}

/** Steps of shading above the empty one. */
export const SHADES = 4

/** 0 for nothing, else 1 to `SHADES`: which part of the most the count reaches. */
export function shadeOf(count: number, most: number): number {
  return count === 0 ? 0 : Math.ceil((count / most) * SHADES)
}

export interface Shade {
  shade: number
  from: number
  to: number
}

/** The steps that a map with this most can show, each with its counts. */
export function listShades(most: number): Shade[] {
  const steps = Array.from({ length: SHADES }, (_, at) => ({
    shade: at + 1,
    from: Math.floor((at * most) / SHADES) + 1,
    to: Math.floor(((at + 1) * most) / SHADES),
  }))
  return [{ shade: 0, from: 0, to: 0 }, ...steps.filter(({ from, to }) => from <= to)]
}
