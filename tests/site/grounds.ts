/** The demo content as the pages count it. */
import type { Ground } from '../../site/clusters/figures.ts'
import type { ClusterEntry } from '../../site/entry.ts'
import { clusters, curations, curators, products, slugs } from '../core/catalogue/content-files.ts'
import { readEntry } from './readings.ts'

export const entries = slugs.map((slug) => readEntry(slug))

export const ground: Ground = {
  entries,
  products: products.map(({ product }) => product),
  curations,
  curators,
  clusters: [...clusters].map(([slug, cluster]) => ({ ...cluster, slug })),
  today: '2026-11-22',
}

export function findCluster(slug: string): ClusterEntry {
  const found = ground.clusters.find((cluster) => cluster.slug === slug)
  if (!found) throw new Error(`content/clusters/${slug}.yaml is not there.`)
  return found
}
