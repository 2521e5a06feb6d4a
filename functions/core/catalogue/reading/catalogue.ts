/** The content folder as it was read: every file that could be, and what is to be said about those that could not. */
import type { Cluster } from '../cluster.ts'
import type { Complaint } from '../complaint.ts'
import type { Curation } from '../curation.ts'
import type { Curator } from '../curator.ts'
import type { Maker } from '../maker.ts'
import type { Product } from '../product.ts'
import type { Rubric } from '../rubric.ts'
import type { Vocabularies } from '../vocabularies.ts'
import type { Finding } from './finding.ts'
import type { LineOf } from './yaml-text.ts'

/** A value with the file that it stands in. */
export type Filed<T> = {
  /** How other files name it: its folder or file name, without extension. */
  slug: string
  /** The file's path below content/. */
  file: string
  value: T
  lineOf: LineOf
}

/** Languages in which a story may be told; English stands in index.md. */
export const STORY_LANGUAGES = ['en', 'id', 'zh', 'ja'] as const
export type StoryLanguage = (typeof STORY_LANGUAGES)[number]

export type Story = {
  file: string
  /** Markdown. */
  text: string
  /** The line on which it begins, from 1. */
  line: number
}

export type FiledProduct = Filed<Product> & { stories: Partial<Record<StoryLanguage, Story>> }

export type Catalogue = {
  products: FiledProduct[]
  makers: Filed<Maker>[]
  clusters: Filed<Cluster>[]
  curators: Filed<Curator>[]
  curations: Filed<Curation>[]
  complaints: Filed<Complaint>[]
  rubrics: Filed<Rubric>[]
  /** The vocabularies that could be read. */
  vocab: { [Kind in keyof Vocabularies]?: Filed<Vocabularies[Kind]> }
  /** Names of what is there but could not be read (`makers/dapur-jahe`, `PRD-0007`): a reference to it is no dangling one. */
  unread: ReadonlySet<string>
  /** Every file that was given, by its path below content/. */
  files: ReadonlyMap<string, Uint8Array>
  /** What reading found; `rules/check.ts` finds more. */
  findings: Finding[]
}
