/** The log's store over D1: heads by compare-and-swap, one row a tile. */
import { and, asc, desc, eq, gte, lt, sql } from 'drizzle-orm'
import type { DrizzleD1Database } from 'drizzle-orm/d1'
import { decodeBase64, encodeBase64 } from '#core/log/base64.ts'
import type { Growth } from '#core/log/growth.ts'
import type { Tile, TileId } from '#core/log/tile.ts'
import type { LogStore } from '../functions/actions/log-store.ts'
import { mentions } from './refusal.ts'
import { event, logHead, logTile } from './schema.ts'

export function openLogStore(db: DrizzleD1Database, d1: D1Database): LogStore {
  return {
    readHead: async () => lastOf(await selectHead(db)),
    readPending: (limit) => readPending(d1, limit),
    extendHead: (from, growth) => extendHead(db, from, growth),
    readTiles: (ids) => readTiles(db, ids),
    readLeaves: async (from, count) => {
      const within = and(gte(event.idx, from), lt(event.idx, from + count))
      const rows = await db.select({ leaf: event.leaf }).from(event).where(within).orderBy(asc(event.idx))
      return rows.map(({ leaf }) => leaf)
    },
    findCode: async (cid) => {
      const [row] = await db.select({ code: event.code }).from(event).where(eq(event.cid, cid)).limit(1)
      return row?.code ?? null
    },
  }
}

function selectHead(db: DrizzleD1Database) {
  return db.select({ size: logHead.size, root: logHead.root }).from(logHead).orderBy(desc(logHead.size)).limit(1)
}

function lastOf<T>([head]: T[]): T {
  if (!head) throw new Error('bad log: it has no head, not even the empty one')
  return head
}

interface PendingRow {
  size: number
  root: string
  leaves: string
  tile0: string | null
  tile1: string | null
  tile2: string | null
  tile3: string | null
}

/** The last tile of a level, by one look-up: which one it is follows from the size, in SQL as in edgeTiles. */
const edgeTile = (level: number) => `(SELECT json_array(level, idx, width, hashes) FROM log_tile
    WHERE level = ${level} AND idx = head.size >> ${8 * (level + 1)}) AS tile${level}`

/** One statement, so that the head is read once; 2³² entries have four levels. */
const READ_PENDING = `SELECT size, root,
    (SELECT json_group_array(leaf) FROM (SELECT leaf FROM event WHERE idx >= head.size ORDER BY idx LIMIT ?1)) AS leaves,
    ${[0, 1, 2, 3].map(edgeTile).join(',\n    ')}
  FROM (SELECT size, root FROM log_head ORDER BY size DESC LIMIT 1) AS head`

async function readPending(d1: D1Database, limit: number) {
  const { results } = await d1.prepare(READ_PENDING).bind(limit).all<PendingRow>()
  const { size, root, leaves, tile0, tile1, tile2, tile3 } = lastOf(results)
  const edge = [tile0, tile1, tile2, tile3].flatMap((text) => (text === null ? [] : [readEdge(text)]))
  return { head: { size, root }, leaves: JSON.parse(leaves) as string[], edge }
}

function readEdge(text: string): Tile {
  const [level, idx, width, hashes] = JSON.parse(text) as [number, number, number, string]
  return readTile({ level, idx, width, hashes })
}

async function extendHead(db: DrizzleD1Database, from: number, { size, root, tiles }: Growth): Promise<boolean> {
  const rows = tiles.map((tile) => ({
    level: tile.level,
    idx: tile.index,
    width: tile.width,
    hashes: encodeBase64(tile.hashes),
  }))
  const widen = { width: sql`excluded.width`, hashes: sql`excluded.hashes` }
  try {
    await db.batch([
      db.insert(logHead).values({ size, previous: from, root: encodeBase64(root) }),
      ...rows.map((row) =>
        db
          .insert(logTile)
          .values(row)
          .onConflictDoUpdate({ target: [logTile.level, logTile.idx], set: widen }),
      ),
    ])
    return true
  } catch (error) {
    if (mentions(error, 'UNIQUE constraint failed: log_head') || mentions(error, 'log_head_extends')) return false
    throw error
  }
}

/** At most a few ids: one or two a level. */
async function readTiles(db: DrizzleD1Database, ids: TileId[]): Promise<Tile[]> {
  const [first, ...rest] = ids.map(({ level, index }) =>
    db
      .select()
      .from(logTile)
      .where(and(eq(logTile.level, level), eq(logTile.idx, index))),
  )
  if (!first) return []
  const found = await db.batch([first, ...rest])
  return found.flat().map(readTile)
}

function readTile({ level, idx, width, hashes }: typeof logTile.$inferSelect): Tile {
  const bytes = decodeBase64(hashes)
  if (!bytes) throw new Error(`bad log: tile ${level}/${idx} is not base64`)
  return { level, index: idx, width, hashes: bytes }
}
