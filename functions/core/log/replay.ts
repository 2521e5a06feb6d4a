/** What the log's entries add up to: the state of every certificate, and the rules that a registry must have kept. */
import { BrokenRule } from './broken-rule.ts'
import { type Entry, isKeyLeaf } from './entry.ts'
import type { Leaf } from './leaf.ts'
import { beginLife, continueLife, isLive, type Life, statusOf } from './life.ts'

export interface Standing {
  /** Index of its issue. */
  issued: number
  /** Index of its last event. */
  last: number
  status: ReturnType<typeof statusOf>['status']
  /** Instant of its last event. */
  at: string
  body: string
  kind: Leaf['kind']
  maker: string
  /** Words for what only one live certificate may have; null where any number may, as in an open series. */
  place: string | null
  /** Indexes of the acts that stand. */
  life: Life<number>
}

/** What the log has promised so far. */
interface Ledger {
  standings: Map<string, Standing>
  /** Index of the issue that takes up each place. */
  live: Map<string, number>
  /** What was said of each design at its first issue, and where. */
  designs: Map<string, { promise: string; index: number }>
}

/** Every certificate by its public id; @throws BrokenRule at the first entry that no honest registry could have added. */
export function replay(entries: Entry[]): Map<string, Standing> {
  const ledger: Ledger = { standings: new Map(), live: new Map(), designs: new Map() }
  for (const [index, leaf] of entries.entries()) {
    if (isKeyLeaf(leaf)) continue
    const before = ledger.standings.get(leaf.cid)
    const standing = before ? follow(before, leaf, index) : begin(leaf, index)
    if (!before) keepPromise(ledger, leaf, index)
    if (leaf.t === 'superseded') checkSuccessor(leaf, entries[index + 1], index)
    occupy(ledger, before, standing, index)
    ledger.standings.set(leaf.cid, standing)
  }
  return ledger.standings
}

function begin(leaf: Leaf, index: number): Standing {
  if (leaf.t !== 'issued') throw new BrokenRule(`entry ${index} is of a certificate that was never issued`)
  const { body, kind, maker, ts: at } = leaf
  const life = beginLife<number>()
  return { issued: index, last: index, status: 'valid', at, body, kind, maker, place: placeOf(leaf), life }
}

function follow(before: Standing, leaf: Leaf, index: number): Standing {
  if (leaf.t === 'issued')
    throw new BrokenRule(`entry ${index} issues a certificate again that entry ${before.issued} issued`)
  if (leaf.prev !== before.last)
    throw new BrokenRule(`entry ${index} does not follow its certificate’s entry ${before.last}`)
  if (leaf.body !== before.body) throw new BrokenRule(`entry ${index} is of another body than entry ${before.issued}`)
  if (leaf.kind !== before.kind || leaf.maker !== before.maker)
    throw new BrokenRule(`entry ${index} is of another kind or maker than entry ${before.issued}`)
  if (leaf.ts < before.at) throw new BrokenRule(`entry ${index} says that it is older than entry ${before.last}`)
  const life = continueLife(before.life, leaf.t, index)
  if (!life) {
    throw new BrokenRule(
      `entry ${index} (${leaf.t}) cannot follow on a certificate that was ${before.status} at entry ${before.last}`,
    )
  }
  return { ...before, last: index, at: leaf.ts, life, status: statusOf(life).status }
}

/** A design keeps what its first issue said of it: one that was exclusive cannot become a series. */
function keepPromise({ designs }: Ledger, { design, excl, edition }: Leaf, index: number): void {
  if (design === undefined) return
  const promise = excl === 'limited' ? `limited to ${edition?.[1]}` : `${excl}`
  const first = designs.get(design) ?? { promise, index }
  if (first.promise !== promise) {
    throw new BrokenRule(
      `the design ${design} was ${first.promise} at entry ${first.index} and is ${promise} at ${index}`,
    )
  }
  designs.set(design, first)
}

/** The replacement is issued in the same transaction: its entry is the next. */
function checkSuccessor(leaf: Leaf, next: Entry | undefined, index: number): void {
  // The checkpoint may end between the two.
  if (next && (isKeyLeaf(next) || next.t !== 'issued' || next.maker !== leaf.maker || next.kind !== leaf.kind))
    throw new BrokenRule(`entry ${index} replaces a certificate, and entry ${index + 1} is not the replacement`)
}

function placeOf({ kind, product, design, excl, edition }: Leaf): string | null {
  if (kind === 'curation') return `the examination of product ${product}`
  if (excl === 'exclusive') return `the exclusive design ${design}`
  return excl === 'limited' ? `number ${edition?.[0]} of the limited design ${design}` : null
}

function occupy({ live }: Ledger, before: Standing | undefined, standing: Standing, index: number): void {
  const { place } = standing
  if (place === null) return
  // What came before was live: nothing follows an end.
  if (before) live.delete(place)
  if (!isLive(standing.life)) return
  const other = live.get(place)
  if (other !== undefined) throw new BrokenRule(`${place} has two live certificates: entries ${other} and ${index}`)
  live.set(place, standing.issued)
}
