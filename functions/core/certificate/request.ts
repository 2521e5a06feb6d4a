/** What may be sent: a piece to certify, by its maker; a curation, by a curator; and acts on a certificate. */
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
  return z.discriminatedUnion(
    'kind',
    [pieceRequestOn(today), curationRequest],
    'must have “kind”: “piece” or “curation”',
  )
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
export function supersessionOn(today: string) {
  return z.strictObject({
    reason: reasonFor('superseded'),
    certificate: certificateRequestOn(today).describe('The corrected certificate, whole: as for a new one.'),
  })
}
