/** A cluster: makers of one trade in one place (`content/clusters/<slug>.yaml`). */
import { z } from 'zod'
import { localizedStorySchema, localizedTextSchema } from './localized.ts'
import { categorySchema, regencyCodeSchema, wordSchema } from './vocab.ts'

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
  /** The district (kecamatan) whose middle stands for the cluster on a map; never somebody's address. */
  centre: z
    .strictObject({
      /** Kemendagri code of its regency or city. */
      regency: regencyCodeSchema,
      /** Its name, as `content/vocab/districts.yaml` writes it. */
      district: z.string().trim().min(1),
    })
    .optional(),
  /** Motifs that the place is known for: ids of `content/vocab/motifs.yaml`. */
  anchorMotifs: z.array(wordSchema).default([]),
  /** Geographical indications of the place: ids of `content/vocab/geographical-indications.yaml`. */
  gi: z.array(wordSchema).default([]),
  /** The center for small businesses (PLUT-KUMKM) that looks after the cluster. */
  plut: z.string().trim().min(1).optional(),
  /** What members use together. */
  sharedFacilities: z.array(localizedTextSchema).default([]),
  /** What the place is known for and how its makers work together, in one paragraph. */
  story: localizedStorySchema,
})
export type Cluster = z.infer<typeof clusterSchema>
