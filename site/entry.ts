/** What a page knows of a published product: the product joined with everything that its pages name. */
import type { ImageMetadata } from 'astro'
import type { Cluster } from '#core/catalogue/cluster.ts'
import type { Curation } from '#core/catalogue/curation.ts'
import type { Curator } from '#core/catalogue/curator.ts'
import type { Maker } from '#core/catalogue/maker.ts'
import type { Product } from '#core/catalogue/product.ts'
import type { ProductImage } from '#core/catalogue/product-parts.ts'
import type { Rubric } from '#core/catalogue/rubric.ts'
import type { Score } from '#core/catalogue/score.ts'
import type { Lang } from './i18n/index.ts'
import type { LookUp } from './vocabulary.ts'

export type Picture = ProductImage & { source: ImageMetadata }
export type MakerEntry = Maker & { slug: string }
export type ClusterEntry = Cluster & { slug: string }

export interface Entry {
  slug: string
  /** Its place in the catalogue, from 1: the number of its plate. */
  number: number
  product: Product
  maker: MakerEntry
  cluster: ClusterEntry | undefined
  /** The hero first. */
  pictures: [Picture, ...Picture[]]
  curation: Curation
  /** Whether the approval has lapsed; only a demo product is then still shown. */
  expired: boolean
  score: Score
  rubric: Rubric
  curators: Curator[]
}

/** For whom, with which words and on which day a page is written. */
export interface Reading {
  lang: Lang
  lookUp: LookUp
  /** The day by which expiry is judged, YYYY-MM-DD. */
  today: string
}
