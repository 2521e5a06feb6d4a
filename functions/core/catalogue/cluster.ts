/** A cluster: makers of one trade in one place (`content/clusters/<slug>.yaml`). */
import { z } from 'zod'
import { localizedTextSchema } from './localized.ts'
import { categorySchema, regencyCodeSchema } from './vocab.ts'

export const clusterSchema = z.strictObject({
  /** CLS- and capitals, digits and hyphens. */
  id: z.string().regex(/^CLS-[A-Z0-9-]{3,}$/, 'A cluster id is CLS- and capitals, digits and hyphens.'),
  /** Whether this is made-up data for trying the site. */
  demo: z.boolean(),
  /** Trade and place. */
  name: localizedTextSchema,
  /** Trades of the cluster. */
  category: z.array(categorySchema).min(1),
  /** Kemendagri codes of its regencies and cities. */
  regencies: z.array(regencyCodeSchema).min(1),
  /** What members use together. */
  sharedFacilities: z.array(localizedTextSchema).default([]),
  /** What the place is known for and how its makers work together, in one paragraph. */
  story: localizedTextSchema,
})
export type Cluster = z.infer<typeof clusterSchema>
