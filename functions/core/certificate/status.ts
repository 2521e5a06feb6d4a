/** The state of a certificate, folded from its events, each of which is a leaf of the log. */
import { utf8 } from '../bytes.ts'
import { type Leaf, parseLeaf } from '../log/leaf.ts'
import type { RevocationReason } from './reasons.ts'

/** Who did it: a maker by slug, or a curator. */
export type Actor = { role: 'maker'; maker: string } | { role: 'curator' }

/** One act on a certificate, as the append-only table keeps it. */
export interface CertificateEvent {
  /** Its place in the log. */
  index: number
  /** Index of this certificate's event before; null for the first. */
  previous: number | null
  /** The log's entry: RFC 8785 text. */
  leaf: string
  actor: Actor
}

export interface Revocation {
  reason: RevocationReason
  at: string
  by: Actor
}

/** `broken`: the events contradict each other or the record, so nothing can be said of the state. */
export type State =
  | { kind: 'current'; index: number }
  | { kind: 'revoked'; revocation: Revocation }
  | { kind: 'broken' }

/**
 * Folds the events of one certificate, of which the first must be `issued`, the leaf that its signed document demands.
 * `live` is the column by which the database keeps an exclusive design unique: it must agree with the events, or
 * somebody wrote to one of them alone.
 */
export function foldEvents(events: CertificateEvent[], issued: string, live: boolean): State {
  const [first, second, ...more] = events
  const issue = readLeaf(issued)
  if (!issue || !first || more.length > 0 || !opens(first, issued, issue)) return { kind: 'broken' }
  if (!second) return live ? { kind: 'current', index: first.index } : { kind: 'broken' }
  const leaf = readLeaf(second.leaf)
  if (live || leaf?.t !== 'revoked' || !leaf.reason || !follows(second, leaf, first, issue)) return { kind: 'broken' }
  return { kind: 'revoked', revocation: { reason: leaf.reason, at: leaf.ts, by: second.actor } }
}

/** The event of a stored leaf, or null where it is not one. */
export function readLeaf(text: string): Leaf | null {
  const leaf = parseLeaf(utf8(text))
  return leaf.ok ? leaf.value : null
}

function opens({ previous, leaf, actor }: CertificateEvent, issued: string, issue: Leaf): boolean {
  return leaf === issued && previous === null && actor.role === 'maker' && actor.maker === issue.maker
}

/** Whether the act is of the same certificate and body, chained to the event before, and by somebody who may. */
function follows(event: CertificateEvent, leaf: Leaf, before: CertificateEvent, issue: Leaf): boolean {
  const chained = event.previous === before.index && leaf.prev === before.index && event.index > before.index
  const same = leaf.cid === issue.cid && leaf.body === issue.body && leaf.maker === issue.maker
  const allowed = event.actor.role === 'curator' || event.actor.maker === issue.maker
  return chained && same && allowed && leaf.ts >= issue.ts
}
