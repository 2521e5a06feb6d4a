// What curators write, read with the schemas of core: an entry that does not fit fails the build with its name.

import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { clusterSchema } from '#core/catalogue/cluster.ts'
import { curationSchema } from '#core/catalogue/curation.ts'
import { curatorSchema } from '#core/catalogue/curator.ts'
import { makerSchema } from '#core/catalogue/maker.ts'
import { productSchema } from '#core/catalogue/product.ts'
import { rubricSchema } from '#core/catalogue/rubric.ts'

const folderOf = ({ entry }: { entry: string }) => entry.split('/')[0] ?? entry
const nameOf = ({ entry }: { entry: string }) => entry.replace(/\.yaml$/, '')

function yamlFiles(folder: string) {
  return glob({ base: `./content/${folder}`, pattern: '**/*.yaml', generateId: nameOf })
}

export const collections = {
  products: defineCollection({
    loader: glob({ base: './content/products', pattern: '*/index.md', generateId: folderOf }),
    schema: productSchema,
  }),
  /** The story in Indonesian; its English stands in `index.md`. */
  stories: defineCollection({
    loader: glob({ base: './content/products', pattern: '*/index.id.md', generateId: folderOf }),
  }),
  makers: defineCollection({ loader: yamlFiles('makers'), schema: makerSchema }),
  clusters: defineCollection({ loader: yamlFiles('clusters'), schema: clusterSchema }),
  curators: defineCollection({ loader: yamlFiles('curators'), schema: curatorSchema }),
  curations: defineCollection({ loader: yamlFiles('curations'), schema: curationSchema }),
  rubrics: defineCollection({ loader: yamlFiles('rubrics'), schema: rubricSchema }),
  /** Each file has a schema of its own: `vocabulary.ts`. */
  vocab: defineCollection({ loader: yamlFiles('vocab') }),
}
