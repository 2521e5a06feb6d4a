/** A curator: someone certified to examine products (`content/curators/<id in small letters>.yaml`). */
import { z } from 'zod'
import { calendarDateSchema } from './calendar-date.ts'
import { categorySchema, regencyCodeSchema, sha256Schema, slugSchema } from './vocab.ts'

export const curatorIdSchema = z
  .string()
  .regex(/^KUR-[A-Z0-9]+(-[A-Z0-9]+)*$/, 'A curator id is KUR- and capitals, digits and hyphens.')

export const curatorSchema = z.strictObject({
  /** KUR-, as curation records name the curator. */
  id: curatorIdSchema,
  /** Whether this is made-up data for trying the site. */
  demo: z.boolean(),
  /** As the curator wants to be named. */
  displayName: z.string().trim().min(1),
  /** Whom the curator works for. */
  organisation: z.string().trim().min(1),
  /** Kemendagri codes of the places that the curator covers. */
  regencies: z.array(regencyCodeSchema).min(1),
  /** Kinds of product that the curator examines. */
  categories: z.array(categorySchema).min(1),
  /** The certificate of competence of the national board BNSP. */
  bnsp: z.strictObject({
    /** As printed; pages show the last four characters. */
    number: z.string().trim().min(4),
    /** The scheme of the certificate. */
    scheme: z.string().trim().min(1),
    /** The licensed body that examined the curator. */
    lsp: z.string().trim().min(1),
    /** First day of validity. */
    issuedAt: calendarDateSchema,
    /** Last day of validity. */
    expiresAt: calendarDateSchema,
    /** SHA-256 of the scanned certificate; the scan itself is never published. */
    scanSha256: sha256Schema.optional(),
  }),
  /** Whether the curator also holds the training-of-trainers certificate for SNI. */
  sniTot: z.boolean().optional(),
  /** Makers whose products the curator does not examine, and why. */
  coi: z
    .array(
      z.strictObject({
        /** A file of `content/makers/`, without its extension. */
        maker: slugSchema,
        /** What the curator is to the maker. */
        relation: z.enum(['owner', 'relative', 'coach', 'other']),
      }),
    )
    .default([]),
  /** Whether the curator takes new products. */
  active: z.boolean(),
  /** The record of the curator's consent to be named. */
  consentRef: z.string().trim().min(1),
})
export type Curator = z.infer<typeof curatorSchema>
