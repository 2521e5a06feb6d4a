/**
 * Where a product stands on its way. Nobody types a state: it follows from the files and the day.
 *
 *     draft → submitted → approved | conditional | returned → expired | withdrawn
 *
 * Two words of the curators' talk are no states of a product here. *In curation* leaves no trace in the files: a record
 * begins with its decision. *Superseded* is said of a record that is no longer the newest.
 */
import { hashMaterialFields } from './material.ts'
import { type Candidate, findNewestCuration, judgePublication } from './publication.ts'

export type ProductState = 'draft' | 'submitted' | 'approved' | 'conditional' | 'returned' | 'expired' | 'withdrawn'

/** `approved` is exactly what a site that is no demo publishes. */
export function deriveState(candidate: Candidate, today: string): ProductState {
  const { product, maker, refusals = [] } = candidate
  const newest = findNewestCuration(product, candidate.curations)
  if (maker && (!maker.active || (newest && !maker.consentRef))) return 'withdrawn'
  if (refusals.length > 0 || !maker?.consentRef) return 'draft'
  // A specification that no record is about waits for its examination, be it new or changed since.
  if (!newest || newest.subjectHash !== hashMaterialFields(product)) return 'submitted'
  if (newest.decision !== 'approved') return newest.decision
  if (today > newest.expiresAt) return 'expired'
  const { published } = judgePublication(
    { ...candidate, product: { ...product, demo: false } },
    { today, demoSite: false },
  )
  // An approval without the producer's consent, or by a curator without a valid certificate, is none.
  return published ? 'approved' : 'submitted'
}
