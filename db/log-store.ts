/** The log's store over D1: heads by compare-and-swap, one row a tile. */
import { and, asc, desc, eq, gte, lt, sql } from 'drizzle-orm'
import type { DrizzleD1Database } from 'drizzle-orm/d1'
import { decodeBase64, encodeBase64 } from '#core/log/base64.ts'
import type { Growth } from '#core/log/growth.ts'
import type { Tile, TileId } from '#core/log/tile.ts'
import type { LogStore } from '../functions/actions/log-store.ts'
import { mentions } from './refusal.ts'
import { event, logHead, logTile } from './schema.ts'

export function openLogStore(db: DrizzleD1Database): LogStore {
  return {
    readHead: async () => lastOf(await selectHead(db)),
    readPending: (limit) => readPending(db, limit),
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

/** One round trip: which tiles the edge is made of follows from the size, in SQL as in edgeTiles. */
async function readPending(db: DrizzleD1Database, limit: number) {
  const [heads, leaves, tiles] = await db.batch([
    selectHead(db),
    db
      .select({ leaf: event.leaf })
      .from(event)
      .where(sql`idx >= (SELECT MAX(size) FROM log_head)`)
      .orderBy(asc(event.idx))
      .limit(limit),
    db.all<typeof logTile.$inferSelect>(EDGE),
  ])
  return { head: lastOf(heads), leaves: leaves.map(({ leaf }) => leaf), edge: tiles.map(readTile) }
}

/** The last tile of each level, by one look-up each; 2³² entries have four levels. */
const EDGE = sql`SELECT tile.level, tile.idx, tile.width, tile.hashes
  FROM (SELECT MAX(size) AS size FROM log_head) AS head CROSS JOIN log_tile AS tile
  WHERE (tile.level = 0 AND tile.idx = head.size >> 8) OR (tile.level = 1 AND tile.idx = head.size >> 16)
    OR (tile.level = 2 AND tile.idx = head.size >> 24) OR (tile.level = 3 AND tile.idx = head.size >> 32)`

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
    if (mentions(error, 'UNIQUE constraint failed: log_head')) return false
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
