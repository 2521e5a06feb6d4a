/**
 * What may be sent: a piece to certify, by its maker; a curation, by a curator; many at once; and acts on a
 * certificate. The schemas that read a request are the ones that `/api/docs` describes.
 */
import { z } from 'zod'
import { type PieceRequest, pieceRequestOn, slug } from './piece-request.ts'
import { type ActType, type Reason, reasonsOf } from './reasons.ts'

export const curationRequest = z.strictObject({
  kind: z.literal('curation').describe('What is certified: the examination of a product.'),
  product: slug.describe('The product’s folder name in the catalogue; its published curation is what is certified.'),
})
export type CurationRequest = z.output<typeof curationRequest>
export type CertificateRequest = PieceRequest | CurationRequest

/** The request's schema on `today`, the calendar date at UTC+9. */
export function certificateRequestOn(today: string) {
  return z
    .discriminatedUnion('kind', [pieceRequestOn(today), curationRequest], 'must have “kind”: “piece” or “curation”')
    .describe('What is to be certified.')
}

/** Tells a retry from another request. */
export const idempotencyKey = z
  .string()
  .regex(/^[A-Za-z0-9_-]{16,64}$/, 'must be 16 to 64 letters, digits, “-” or “_”')
  .describe('Your own, new for each certificate and the same for each retry. It is remembered for 30 days.')

/** The query of what issues. */
export const issueQuery = z.strictObject({
  dryRun: z
    .literal('1', 'must be 1, or be left out')
    .optional()
    .describe('1 checks all that issuing checks, and signs and stores nothing.'),
})

/** The query of a certificate's credential. */
export const credentialQuery = z.strictObject({
  proof: z
    .enum(['jcs', 'rdfc'], 'must be jcs or rdfc')
    .optional()
    .describe(
      'One proof alone, for verifiers that refuse a set: eddsa-jcs-2022 or eddsa-rdfc-2022. Both, unless told.',
    ),
})

/** Certificates that one page prints: four sheets of tags, as many as one can look through before they are cut. */
export const MOST_PRINTED = 96

/** Certificates of one batch. */
export const MOST_ROWS = 500

/** One row of a batch: the key of its own, and a request as for a single certificate. */
export function batchRowOf<Request extends z.ZodType>(certificate: Request) {
  return z.strictObject({ idempotencyKey, certificate })
}

/** A batch of what `row` reads. */
export function batchOf<Row extends z.ZodType>(row: Row) {
  return z.strictObject({
    rows: z
      .array(row, 'must be a list of rows')
      .min(1, 'must have at least one row')
      .max(MOST_ROWS, `must have at most ${MOST_ROWS} rows: send the others in another request`)
      .describe('Issued together or not at all; the answer keeps their order.'),
  })
}

function reasonFor(type: ActType) {
  const allowed: readonly Reason[] = reasonsOf[type]
  return z.enum(allowed, `must be one of ${allowed.join(', ')}`).describe('Why, from a closed list.')
}

/** An act that has nothing but its reason; one that undoes another has none. */
export function actRequest(type: Exclude<ActType, 'superseded'>) {
  return reasonsOf[type].length > 0 ? z.strictObject({ reason: reasonFor(type) }) : z.strictObject({})
}

/** A correction: why, and the whole of the corrected certificate. */
export function supersessionOf<Request extends z.ZodType>(certificate: Request) {
  return z.strictObject({
    reason: reasonFor('superseded'),
    certificate: certificate.describe('The corrected certificate, whole: as for a new one.'),
  })
}
