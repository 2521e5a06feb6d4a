/** What a maker's record counts, in D1. */
import type { PieceCount } from '../functions/actions/store.ts'

const SOLD_ON = `credential ->> '$.credentialSubject.soldOn'`

/**
 * One row read a piece, and for the customers one a reference until enough are found: both indexes begin with the maker.
 * A replaced piece was sold once, as its replacement says, and a withdrawn one may have been given back.
 */
const COUNT_PIECES = `SELECT COUNT(*) AS total,
    COUNT(*) FILTER (WHERE status = 'revoked') AS withdrawn,
    COUNT(*) FILTER (WHERE status = 'superseded') AS replaced,
    COUNT(DISTINCT subject) AS designs,
    MIN(issued_at) AS firstAt,
    MAX(issued_at) AS lastAt,
    (SELECT COUNT(*) FROM (
      SELECT 1 FROM certificate
      WHERE maker = ?1 AND customer_ref IS NOT NULL AND status IN ('valid', 'suspended', 'reported')
      GROUP BY customer_ref HAVING MIN(${SOLD_ON}) < MAX(${SOLD_ON}) LIMIT ?2
    )) AS cameBack
  FROM certificate WHERE maker = ?1 AND kind = 'piece'`

/** SQLite counts also where there is nothing to count: the instants are then null. */
type Row = Omit<PieceCount, 'firstAt' | 'lastAt'> & { firstAt: string | null; lastAt: string | null }

export async function countPieces(d1: D1Database, maker: string, most: number): Promise<PieceCount | null> {
  const [row] = (await d1.prepare(COUNT_PIECES).bind(maker, most).all<Row>()).results
  return row?.firstAt && row.lastAt ? { ...row, firstAt: row.firstAt, lastAt: row.lastAt } : null
}
