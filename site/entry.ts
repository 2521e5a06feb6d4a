/** What a page knows of a product: the product joined with everything that its pages name. */
import type { ImageMetadata } from 'astro'
import type { Cluster } from '#core/catalogue/cluster.ts'
import type { Complaint } from '#core/catalogue/complaint.ts'
import type { Curation } from '#core/catalogue/curation.ts'
import type { Curator } from '#core/catalogue/curator.ts'
import type { Maker } from '#core/catalogue/maker.ts'
import type { Product } from '#core/catalogue/product.ts'
import type { ProductImage } from '#core/catalogue/product-parts.ts'
import type { Rubric } from '#core/catalogue/rubric.ts'
import type { Score } from '#core/catalogue/score.ts'
import type { Lang } from './i18n/index.ts'
import type { LookUp } from './vocabulary.ts'

export type Picture = ProductImage & {
  source: ImageMetadata
  /** Whether the file is not there yet, and `source` stands in for it: in a preview alone. */
  missing?: boolean
}
export type MakerEntry = Maker & { slug: string }
export type ClusterEntry = Cluster & { slug: string }

interface Joined {
  slug: string
  /** Its place in the catalogue, from 1: the number of its plate. */
  number: number
  product: Product
  maker: MakerEntry
  cluster: ClusterEntry | undefined
  /** The hero first. */
  pictures: [Picture, ...Picture[]]
}

/** A product that two curators approved, with what they found: what is published. */
export interface ApprovedEntry extends Joined {
  /** With the day until which it holds, complaints counted. */
  curation: Curation
  /** Complaints since that were upheld, in the order of their days. */
  upheld: Complaint[]
  /** Whether the approval has lapsed; only a demo product is then still shown. */
  expired: boolean
  score: Score
  rubric: Rubric
  curators: Curator[]
}

/** The product that a preview shows although no approval of it holds. */
export interface DraftEntry extends Joined {
  curation?: undefined
}

export type Entry = ApprovedEntry | DraftEntry

/** For whom, with which words and on which day a page is written. */
export interface Reading {
  lang: Lang
  lookUp: LookUp
  /** The day by which expiry is judged, YYYY-MM-DD. */
  today: string
}
