/** What a third party says about a product: who, with which number, until when, and how far it was tested. */
import { z } from 'zod'
import { calendarDateSchema } from './calendar-date.ts'
import { sha256Schema, wordSchema } from './vocab.ts'

export const attestationSchema = z.strictObject({
  /** Kind, an id of `content/vocab/attestation-types.yaml`. */
  type: wordSchema,
  /** The number as it is printed on the document or label. */
  number: z.string().trim().min(1),
  /** The body that issued it, by its own name. */
  issuer: z.string().trim().min(1),
  /** First day of validity. */
  issuedAt: calendarDateSchema.optional(),
  /** Last day of validity; absent where it does not expire. */
  expires: calendarDateSchema.optional(),
  /** The mark's color, for a Batikmark alone: gold for tulis, white for cap, silver for kombinasi. */
  color: z.enum(['gold', 'white', 'silver']).optional(),
  /** SHA-256 of the scanned document, which the curators keep; the scan itself is never published. */
  evidence: sha256Schema.optional(),
  /** How the claim is backed: `issued` is a document of an authority, `tested` a laboratory's result. */
  level: z.enum(['issued', 'tested', 'self-declared', 'unverified']),
})
export type Attestation = z.infer<typeof attestationSchema>
