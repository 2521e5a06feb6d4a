/**
 * What the log needs of the store: `db/log-store.ts` keeps it in D1, the tests' memory store in memory. Entries are
 * sequenced with the acts that they record (Store); here they are folded into the tree.
 */
import type { Growth } from '#core/log/growth.ts'
import type { Tile, TileId } from '#core/log/tile.ts'

export interface Head {
  size: number
  /** Base64 of the 32 bytes of the root. */
  root: string
}

/** What lies between the last head and now. */
export interface Pending {
  head: Head
  /** Leaves past the head, in their order, at most as many as asked for. */
  leaves: string[]
  /** The tiles at the head's right edge. */
  edge: Tile[]
}

export interface LogStore {
  readHead(): Promise<Head>
  readPending(limit: number): Promise<Pending>
  /** Makes `growth` the head after the one of size `from`, with its tiles. False where another has done it. */
  extendHead(from: number, growth: Growth): Promise<boolean>
  /** The rows of these tiles, each as wide as it is by now; those that do not exist are left out. */
  readTiles(ids: TileId[]): Promise<Tile[]>
  /** Leaves from index `from`, `count` of them or as many as there are. */
  readLeaves(from: number, count: number): Promise<string[]>
  /** The code of the certificate with this public id, or null. */
  findCode(cid: string): Promise<string | null>
}
