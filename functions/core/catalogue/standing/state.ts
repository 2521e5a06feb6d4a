/**
 * Where a product stands. Nobody types a state: it follows from the files.
 *
 *     draft → submitted → in-curation → approved | conditional | returned → expired | superseded | withdrawn
 */
import type { Curation } from '../curation.ts'
import type { Maker } from '../maker.ts'

export const PRODUCT_STATES = [
  'draft',
  'submitted',
  'in-curation',
  'approved',
  'conditional',
  'returned',
  'expired',
  'superseded',
  'withdrawn',
] as const
export type ProductState = (typeof PRODUCT_STATES)[number]

/** All that a state depends on. */
export type Standing = {
  /** Whether the product's files, and its maker's, can be read and break no rule. */
  whole: boolean
  /** Whether the product itself was withdrawn. */
  withdrawn: boolean
  /** Its maker; undefined where there is no such file. */
  maker: Pick<Maker, 'active' | 'consentRef'> | undefined
  /** The record that counts. */
  newest: Pick<Curation, 'decision' | 'subjectHash' | 'expiresAt'> | undefined
  /** The hash of its material fields as they are now; undefined where they cannot be read. */
  subjectHash: string | undefined
  /** Whether an examination has begun that no record closes yet. */
  examined: boolean
  /** Whether everything else is there that publishes a product, on a site that is no demo. */
  holds: boolean
  /** YYYY-MM-DD */
  today: string
}

/**
 * State → when a product is in it. The first that holds is the state, so that the order tells what outweighs what: a
 * withdrawn product is withdrawn whatever else is wrong with it, and one that was edited after approval is superseded
 * even where the approval would have run out.
 */
const TABLE: readonly (readonly [ProductState, (standing: Standing) => boolean])[] = [
  ['withdrawn', (standing) => standing.withdrawn || hasLeft(standing)],
  ['draft', ({ whole }) => !whole],
  ['in-curation', ({ examined }) => examined],
  ['submitted', ({ newest }) => newest === undefined],
  ['superseded', (standing) => standing.newest?.decision === 'approved' && wasEdited(standing)],
  // What the curators asked to be mended was mended: it waits for them again.
  ['submitted', wasEdited],
  ['returned', ({ newest }) => newest?.decision === 'returned'],
  ['conditional', ({ newest }) => newest?.decision === 'conditional'],
  ['expired', ({ newest, today }) => newest !== undefined && today > newest.expiresAt],
  ['approved', ({ holds }) => holds],
  // An approval without the producer's consent, or by a curator without a valid certificate, is none.
  ['submitted', () => true],
]

/** The one state of a product. */
export function deriveState(standing: Standing): ProductState {
  const row = TABLE.find(([, holds]) => holds(standing))
  if (!row) throw new Error('the last row of the table always holds')
  return row[0]
}

/** Before its first record, a maker without consent has not left, but has not come yet. */
function hasLeft({ maker, newest }: Standing): boolean {
  return maker !== undefined && (!maker.active || (newest !== undefined && maker.consentRef === undefined))
}

function wasEdited({ newest, subjectHash }: Standing): boolean {
  return newest !== undefined && newest.subjectHash !== subjectHash
}
