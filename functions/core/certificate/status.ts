/** The state of a certificate, folded from its events, each of which is a leaf of the log. */
import { utf8 } from '../bytes.ts'
import { type Leaf, parseLeaf } from '../log/leaf.ts'
import { beginLife, continueLife, type Life, type Status, statusOf } from '../log/life.ts'
import type { ActType, Reason } from './reasons.ts'

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

export interface Act {
  type: ActType
  reason?: Reason
  at: string
  by: Actor
  /** Its place in the log. */
  index: number
}

/** `broken`: the events contradict each other or the record, so nothing can be said of the state. */
export type State =
  | { kind: 'known'; status: Status; act: Act | null; life: Life<Act>; issued: number; last: number }
  | { kind: 'broken' }

const broken: State = { kind: 'broken' }

/**
 * Folds the events of one certificate, of which the first must be `issued`, the leaf that its signed document demands.
 * `status` is the column by which the database keeps a place in an edition unique, and from which the status lists are
 * made: it must agree with the events, or somebody wrote to one of them alone.
 */
export function foldEvents(events: CertificateEvent[], issued: string, status: Status): State {
  const [first, ...acts] = events
  const issue = readLeaf(issued)
  if (!issue || !first || !opens(first, issued, issue)) return broken
  let life = beginLife<Act>()
  let before = { index: first.index, ts: issue.ts }
  for (const event of acts) {
    const leaf = readLeaf(event.leaf)
    if (!leaf || leaf.t === 'issued' || !follows(event, leaf, before, issue)) return broken
    const act = writeAct(leaf.t, leaf, event)
    const after = mayAct(act, life, issue) ? continueLife(life, act.type, act) : null
    if (!after) return broken
    life = after
    before = { index: event.index, ts: leaf.ts }
  }
  const now = statusOf(life)
  if (now.status !== status) return broken
  return { kind: 'known', ...now, life, issued: first.index, last: before.index }
}

/**
 * A maker acts on its own pieces, and undoes what it did itself; what a curator did, a curator undoes. A curation is the
 * operator's statement, not the maker's.
 */
export function mayAct(
  { type, by }: Pick<Act, 'type' | 'by'>,
  life: Life<Act>,
  { kind, maker }: Pick<Leaf, 'kind' | 'maker'>,
): boolean {
  if (by.role === 'curator') return true
  if (kind === 'curation' || by.maker !== maker) return false
  const undone = type === 'resumed' ? life.suspended : type === 'report-withdrawn' ? life.reported : null
  return undone === null || undone.by.role === 'maker'
}

/** The event of a stored leaf, or null where it is not one. */
export function readLeaf(text: string): Leaf | null {
  const leaf = parseLeaf(utf8(text))
  return leaf.ok ? leaf.value : null
}

function writeAct(type: ActType, { reason, ts: at }: Leaf, { index, actor: by }: CertificateEvent): Act {
  return { type, ...(reason ? { reason } : {}), at, by, index }
}

/** A piece is issued by its maker; a curation by a curator. */
function opens({ previous, leaf, actor }: CertificateEvent, issued: string, issue: Leaf): boolean {
  const byIssuer = issue.kind === 'curation' ? actor.role === 'curator' : actor.role === 'maker'
  return leaf === issued && previous === null && byIssuer && (actor.role === 'curator' || actor.maker === issue.maker)
}

/** Whether the act is of the same certificate and body, and chained to the event before. */
function follows(event: CertificateEvent, leaf: Leaf, before: { index: number; ts: string }, issue: Leaf): boolean {
  const chained = event.previous === before.index && leaf.prev === before.index && event.index > before.index
  const same = leaf.cid === issue.cid && leaf.body === issue.body && leaf.maker === issue.maker
  return chained && same && leaf.kind === issue.kind && leaf.ts >= before.ts
}
