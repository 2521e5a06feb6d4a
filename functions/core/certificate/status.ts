/** The state of a certificate, folded from its events; the closed vocabulary of reasons. */

export const revocationReasons = [
  'data-error',
  'returned',
  'lost-or-stolen',
  'design-dispute',
  'key-compromised',
  'replaced',
] as const
export type RevocationReason = (typeof revocationReasons)[number]

/** Who did it: a maker by slug, or a curator. */
export type Actor = { role: 'maker'; maker: string } | { role: 'curator' }

/** One act on a certificate, as the append-only table keeps it. */
export interface CertificateEvent {
  index: number
  type: 'issued' | 'revoked'
  /** Index of this certificate's event before; null for the first. */
  previous: number | null
  /** Digest of the signed document (digestBody). */
  body: string
  reason: RevocationReason | null
  actor: Actor
  /** RFC 3339, UTC, whole seconds. */
  at: string
}

export interface Revocation {
  reason: RevocationReason
  at: string
  by: Actor
}

/** `broken`: the events contradict each other or the record, so nothing can be said of the state. */
export type State = { kind: 'current' } | { kind: 'revoked'; revocation: Revocation } | { kind: 'broken' }

/** What the signed document says of its own issue. */
export interface Issue {
  body: string
  maker: string
  at: string
}

/**
 * Folds the events of one certificate. `live` is the column by which the database keeps an exclusive design unique:
 * it must agree with the events, and the first event with the signed document, or somebody wrote to one of them alone.
 */
export function foldEvents(events: CertificateEvent[], issue: Issue, live: boolean): State {
  const [issued, revoked, ...more] = events
  if (!issued || more.length > 0 || !opens(issued, issue)) return { kind: 'broken' }
  if (!revoked) return live ? { kind: 'current' } : { kind: 'broken' }
  const { reason, at, actor: by } = revoked
  if (reason === null || live || !closes(revoked, issued)) return { kind: 'broken' }
  return { kind: 'revoked', revocation: { reason, at, by } }
}

function opens({ type, previous, body, reason, actor, at }: CertificateEvent, issue: Issue): boolean {
  const byMaker = actor.role === 'maker' && actor.maker === issue.maker
  return type === 'issued' && previous === null && reason === null && body === issue.body && byMaker && at === issue.at
}

function closes(revoked: CertificateEvent, issued: CertificateEvent): boolean {
  const chained = revoked.previous === issued.index && revoked.index > issued.index && revoked.body === issued.body
  const allowed = revoked.actor.role === 'curator' || isSameActor(revoked.actor, issued.actor)
  const known = revocationReasons.some((reason) => reason === revoked.reason)
  return revoked.type === 'revoked' && chained && allowed && known && revoked.at >= issued.at
}

function isSameActor(one: Actor, other: Actor): boolean {
  return one.role === 'maker' && other.role === 'maker' && one.maker === other.maker
}
