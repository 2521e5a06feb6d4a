// What curators write, as core's reader read it. The schemas here give the types alone: the reader has applied them.

import { defineCollection } from 'astro:content'
import { z } from 'zod'
import { clusterSchema } from '#core/catalogue/cluster.ts'
import { complaintSchema } from '#core/catalogue/complaint.ts'
import { curationSchema } from '#core/catalogue/curation.ts'
import { curatorSchema } from '#core/catalogue/curator.ts'
import { makerSchema } from '#core/catalogue/maker.ts'
import { productSchema } from '#core/catalogue/product.ts'
import type { Finding } from '#core/catalogue/reading/finding.ts'
import { rubricSchema } from '#core/catalogue/rubric.ts'
import { openContent } from './content-loader.ts'

/** The collections of one content folder: the project's own where none is named. */
export function collect(place?: string) {
  const { folder, stories, findings, unread } = openContent(place)
  return {
    products: defineCollection({ loader: folder('products'), schema: productSchema }),
    /** Stories in every language that there is; English always. */
    stories: defineCollection({ loader: stories() }),
    makers: defineCollection({ loader: folder('makers'), schema: makerSchema }),
    clusters: defineCollection({ loader: folder('clusters'), schema: clusterSchema }),
    curators: defineCollection({ loader: folder('curators'), schema: curatorSchema }),
    curations: defineCollection({ loader: folder('curations'), schema: curationSchema }),
    complaints: defineCollection({ loader: folder('complaints'), schema: complaintSchema }),
    rubrics: defineCollection({ loader: folder('rubrics'), schema: rubricSchema }),
    /** Each file has a schema of its own: `#core/catalogue/vocabularies.ts`. */
    vocab: defineCollection({ loader: folder('vocab') }),
    findings: defineCollection({ loader: findings(), schema: z.custom<Finding>() }),
    /** Names of what could not be read. */
    unread: defineCollection({ loader: unread() }),
  }
}

export const collections = collect()
