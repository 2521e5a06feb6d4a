/**
 * A complaint: what a buyer found wrong with a product, and what became of it.
 * The file (`content/complaints/<product id>/<date>-<n>.yaml`) is never edited; its name has the day of the decision. Three
 * that were upheld since an approval end it.
 */
import { z } from 'zod'
import { calendarDateSchema } from './calendar-date.ts'
import type { Curation } from './curation.ts'
import { curatorIdSchema } from './curator.ts'
import { localizedTextSchema } from './localized.ts'
import { productIdSchema } from './vocab.ts'

export const complaintSchema = z
  .strictObject({
    /** The product's id. */
    product: productIdSchema,
    /** The day on which it arrived. */
    receivedAt: calendarDateSchema,
    /** What was found, for the public: the goods, never the buyer. */
    about: localizedTextSchema,
    /** Whether the buyer was right; only `upheld` counts against an approval. */
    outcome: z.enum(['upheld', 'dismissed']),
    /** Who decided: curators without a tie to the maker. */
    curators: z
      .array(curatorIdSchema)
      .min(1, 'A curator decides about a complaint.')
      .refine((ids) => new Set(ids).size === ids.length, 'The curators are different people.'),
    /** The day of the decision. */
    decidedAt: calendarDateSchema,
  })
  .refine(({ receivedAt, decidedAt }) => receivedAt <= decidedAt, {
    path: ['decidedAt'],
    message: 'A complaint is decided after it arrived.',
  })
export type Complaint = z.infer<typeof complaintSchema>

/** So many that were upheld since an approval end it. */
export const COMPLAINTS_THAT_END = 3

/** The id of a product → the complaints about it. */
export function indexComplaints(complaints: readonly Complaint[]): (product: string) => readonly Complaint[] {
  const byProduct = Map.groupBy(complaints, ({ product }) => product)
  return (product) => byProduct.get(product) ?? []
}

/** Those that count against this record, by their day: what was decided on the record's own day, its curators knew. */
export function listUpheld({ product, decidedAt }: Curation, complaints: readonly Complaint[]): Complaint[] {
  return complaints
    .filter((one) => one.product === product && one.outcome === 'upheld' && one.decidedAt > decidedAt)
    .sort((a, b) => (a.decidedAt < b.decidedAt ? -1 : 1))
}

/** The last day on which the record holds: its own, or the one on which the last complaint that it bears was upheld. */
export function lastDayOf(curation: Curation, complaints: readonly Complaint[]): string {
  const ended = listUpheld(curation, complaints)[COMPLAINTS_THAT_END - 1]?.decidedAt
  return ended !== undefined && ended < curation.expiresAt ? ended : curation.expiresAt
}

/** The records with the days until which they hold. */
export function endByComplaints(curations: readonly Curation[], complaints: readonly Complaint[]): Curation[] {
  const complaintsAbout = indexComplaints(complaints)
  return curations.map((one) => {
    const expiresAt = lastDayOf(one, complaintsAbout(one.product))
    return expiresAt === one.expiresAt ? one : { ...one, expiresAt }
  })
}
