/**
 * The life of a certificate: which act may follow which. The registry folds its own events by these rules, and anyone's
 * audit folds the log by the same.
 *
 *     issued ─ suspended ⇄ resumed, reported ⇄ report-withdrawn (both may stand at once)
 *            └ superseded (from valid alone) or revoked (from anywhere): final
 *     subject-erased: once, whatever the status, which it leaves as it is
 */
import type { ActType } from '../certificate/reasons.ts'

/** From best to worst; the worst that stands is the status. */
export const statuses = ['valid', 'superseded', 'suspended', 'reported', 'revoked'] as const
export type Status = (typeof statuses)[number]

/** The acts that stand, each as the caller describes it. */
export interface Life<A> {
  suspended: A | null
  reported: A | null
  /** The deletion of what was kept of the customer: it says nothing of the certificate. */
  erased: A | null
  ended: { status: 'superseded' | 'revoked'; by: A } | null
}

export function beginLife<A>(): Life<A> {
  return { suspended: null, reported: null, erased: null, ended: null }
}

/** The life after the act, or null where the act cannot follow. */
export function continueLife<A>(life: Life<A>, type: ActType, act: A): Life<A> | null {
  const { suspended, reported, erased, ended } = life
  if (type === 'subject-erased') return erased === null ? { ...life, erased: act } : null
  if (ended) return null
  switch (type) {
    case 'suspended':
      return suspended === null ? { ...life, suspended: act } : null
    case 'resumed':
      return suspended === null ? null : { ...life, suspended: null }
    case 'reported':
      return reported === null ? { ...life, reported: act } : null
    case 'report-withdrawn':
      return reported === null ? null : { ...life, reported: null }
    case 'superseded':
      // Otherwise a new certificate would shake off what stands against the old one.
      return suspended === null && reported === null ? { ...life, ended: { status: type, by: act } } : null
    case 'revoked':
      return { ...life, ended: { status: type, by: act } }
  }
}

/** The status, and the act that brought it about: none where it is valid. */
export function statusOf<A>({ suspended, reported, ended }: Life<A>): { status: Status; act: A | null } {
  if (ended) return { status: ended.status, act: ended.by }
  if (reported !== null) return { status: 'reported', act: reported }
  return suspended === null ? { status: 'valid', act: null } : { status: 'suspended', act: suspended }
}

/** Whether it takes up its place in the edition: a pause or a report frees nothing. */
export function isLive({ ended }: Life<unknown>): boolean {
  return ended === null
}
