// What curators write, as core's reader read it. The schemas here give the types alone: the reader has applied them.

import { defineCollection } from 'astro:content'
import { z } from 'zod'
import { clusterSchema } from '#core/catalogue/cluster.ts'
import { curationSchema } from '#core/catalogue/curation.ts'
import { curatorSchema } from '#core/catalogue/curator.ts'
import { makerSchema } from '#core/catalogue/maker.ts'
import { productSchema } from '#core/catalogue/product.ts'
import type { Finding } from '#core/catalogue/reading/finding.ts'
import { rubricSchema } from '#core/catalogue/rubric.ts'
import { findingLoader, folderLoader, storyLoader, unreadLoader } from './content-loader.ts'

export const collections = {
  products: defineCollection({ loader: folderLoader('products'), schema: productSchema }),
  /** Stories in every language that there is; English always. */
  stories: defineCollection({ loader: storyLoader() }),
  makers: defineCollection({ loader: folderLoader('makers'), schema: makerSchema }),
  clusters: defineCollection({ loader: folderLoader('clusters'), schema: clusterSchema }),
  curators: defineCollection({ loader: folderLoader('curators'), schema: curatorSchema }),
  curations: defineCollection({ loader: folderLoader('curations'), schema: curationSchema }),
  rubrics: defineCollection({ loader: folderLoader('rubrics'), schema: rubricSchema }),
  /** Each file has a schema of its own: `#core/catalogue/vocabularies.ts`. */
  vocab: defineCollection({ loader: folderLoader('vocab') }),
  findings: defineCollection({ loader: findingLoader(), schema: z.custom<Finding>() }),
  /** Names of what could not be read. */
  unread: defineCollection({ loader: unreadLoader() }),
}
