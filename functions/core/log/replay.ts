/** What the log's entries add up to: the state of every certificate, and the rules that a registry must have kept. */
import type { Leaf } from './leaf.ts'

export interface Standing {
  /** Index of its issue. */
  issued: number
  /** Index of its last event. */
  last: number
  status: 'valid' | 'suspended' | 'reported' | 'superseded' | 'revoked'
  body: string
  /** `<maker>/<design id>`, with what was promised of it. */
  design: string
  edition: Pick<Leaf, 'excl' | 'edition'>
}

const statusAfter = {
  issued: 'valid',
  revoked: 'revoked',
  suspended: 'suspended',
  resumed: 'valid',
  superseded: 'superseded',
  reported: 'reported',
  'report-withdrawn': 'valid',
} as const satisfies Record<Leaf['t'], Standing['status']>

/** Every certificate by its public id; @throws BrokenRule at the first entry that no honest registry could have added. */
export function replay(leaves: Leaf[]): Map<string, Standing> {
  const standings = new Map<string, Standing>()
  const live = new Map<string, number>()
  for (const [index, leaf] of leaves.entries()) {
    const before = standings.get(leaf.cid)
    const standing = before ? continueWith(before, leaf, index) : begin(leaf, index)
    if (before) release(live, before)
    occupy(live, standing, index)
    standings.set(leaf.cid, standing)
  }
  return standings
}

export class BrokenRule extends Error {}

function begin(leaf: Leaf, index: number): Standing {
  if (leaf.t !== 'issued' || !leaf.design)
    throw new BrokenRule(`entry ${index} is of a certificate that was never issued`)
  const { body, design, excl, edition } = leaf
  return { issued: index, last: index, status: 'valid', body, design, edition: { excl, edition } }
}

function continueWith(before: Standing, leaf: Leaf, index: number): Standing {
  if (leaf.t === 'issued')
    throw new BrokenRule(`entry ${index} issues a certificate again that entry ${before.issued} issued`)
  if (leaf.prev !== before.last)
    throw new BrokenRule(`entry ${index} does not follow its certificate’s entry ${before.last}`)
  if (leaf.body !== before.body) throw new BrokenRule(`entry ${index} is of another body than entry ${before.issued}`)
  if (before.status === 'revoked' || before.status === 'superseded') {
    throw new BrokenRule(`entry ${index} changes a certificate that was ${before.status} at entry ${before.last}`)
  }
  return { ...before, last: index, status: statusAfter[leaf.t] }
}

/** The place of an edition that a live certificate takes up; none for an open series. */
function placeOf({ design, edition: { excl, edition } }: Standing): string | null {
  if (excl === 'exclusive') return design
  return excl === 'limited' ? `${design}#${edition?.[0]}` : null
}

function isLive({ status }: Standing): boolean {
  return status !== 'revoked' && status !== 'superseded'
}

function release(live: Map<string, number>, standing: Standing): void {
  const place = placeOf(standing)
  if (place !== null && isLive(standing)) live.delete(place)
}

function occupy(live: Map<string, number>, standing: Standing, index: number): void {
  const place = placeOf(standing)
  if (place === null || !isLive(standing)) return
  const other = live.get(place)
  if (other !== undefined) {
    throw new BrokenRule(
      `the ${standing.edition.excl} design ${place} has two live certificates: entries ${other} and ${index}`,
    )
  }
  live.set(place, standing.issued)
}
