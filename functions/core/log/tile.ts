/**
 * Tiles of the Merkle tree, as C2SP tlog-tiles serves them: 256 neighboring hashes of one level, 8 tree levels apart.
 *
 *     tile/0/x001/234          level 0 (leaf hashes), number 1234, full: 256 × 32 bytes
 *     tile/1/000.p/17          level 1 (roots of full tiles of level 0), number 0, partial: 17 × 32 bytes
 *     tile/entries/273.p/112   the entries under tile/0/273.p/112 (entry-bundle.ts)
 *
 * A tree of 70,000 has 273 full tiles and one of width 112 at level 0, one full and one of 17 at level 1, one of 1 at
 * level 2. A partial tile is a prefix of every later tile with its level and number, so one row holds them all.
 */
import { concatBytes } from '../bytes.ts'
import { HASH_LENGTH, type Hash, type HashReader, hashChildren, isCount, type TreeNode } from './merkle.ts'

export const TILE_HEIGHT = 8
export const TILE_WIDTH = 256

export interface TileId {
  level: number
  index: number
  /** Hashes in it: 1 to 256. */
  width: number
}

export interface Tile extends TileId {
  /** The hashes, one after the other: `width` × 32 bytes. */
  hashes: Uint8Array
}

/** What a path names: a tile of hashes, or the bundle of entries under a tile of level 0. */
export type TilePath = Omit<TileId, 'level'> & { level: number | 'entries' }

export function formatTilePath({ level, index, width }: TilePath): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0')
  const number = digits.replace(/\d{3}(?=\d)/g, 'x$&/')
  return `tile/${level}/${number}${width === TILE_WIDTH ? '' : `.p/${width}`}`
}

/** What the path names, or null where it is not as formatTilePath writes it, letter for letter. */
export function parseTilePath(path: string): TilePath | null {
  const match = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path)
  if (!match) return null
  const [, place = '', number = '', partial] = match
  const width = partial === undefined ? TILE_WIDTH : Number(partial)
  const index = Number(number.replace(/[x/]/g, ''))
  const tile: TilePath = { level: place === 'entries' ? place : Number(place), index, width }
  const isInRange =
    isCount(index) && width >= 1 && width <= TILE_WIDTH && (tile.level === 'entries' || tile.level <= 63)
  return isInRange && formatTilePath(tile) === path ? tile : null
}

/** How many hashes the tree of `size` has at a tile level: its complete subtrees of 256^level entries. */
function countAt(level: number, size: number): number {
  return Math.floor(size / TILE_WIDTH ** level)
}

/** The tiles that are new or wider in the tree of `newSize` than in that of `oldSize`, level by level. */
export function tilesGrown(oldSize: number, newSize: number): TileId[] {
  const tiles: TileId[] = []
  for (let level = 0; countAt(level, newSize) > countAt(level, oldSize); level++) {
    const count = countAt(level, newSize)
    const first = Math.floor(countAt(level, oldSize) / TILE_WIDTH)
    for (let index = first; index * TILE_WIDTH < count; index++) tiles.push(widestTile(level, index, newSize))
  }
  return tiles
}

/** The partial tiles of the tree of `size`, at most one a level: all that growing it takes to read. */
export function edgeTiles(size: number): TileId[] {
  const tiles: TileId[] = []
  for (let level = 0; countAt(level, size) > 0; level++) {
    const tile = widestTile(level, Math.floor(countAt(level, size) / TILE_WIDTH), size)
    if (tile.width > 0) tiles.push(tile)
  }
  return tiles
}

function widestTile(level: number, index: number, size: number): TileId {
  return { level, index, width: Math.min(TILE_WIDTH, countAt(level, size) - index * TILE_WIDTH) }
}

/** The tile of the tree of `size` from which the node's hash is had. */
export function tileOfNode({ level, index }: TreeNode, size: number): TileId {
  const tileLevel = Math.floor(level / TILE_HEIGHT)
  return widestTile(tileLevel, Math.floor((index * 2 ** (level % TILE_HEIGHT)) / TILE_WIDTH), size)
}

/** The node's hash: one of the tile's own, or joined from those below it. */
export function hashOfNode(tile: Tile, { level, index }: TreeNode): Hash {
  const span = 2 ** (level % TILE_HEIGHT)
  const first = (index * span) % TILE_WIDTH
  return joinLevels(readHashes(tile, first, span))
}

/** The hash over a full tile: its one hash in the tile a level above. */
export function hashOfTile(tile: Tile): Hash {
  return joinLevels(readHashes(tile))
}

/** The root over a power of two of hashes. */
function joinLevels(hashes: Hash[]): Hash {
  let row = hashes
  while (row.length > 1) {
    const parents: Hash[] = []
    for (let at = 0; at < row.length; at += 2) parents.push(hashChildren(hashAt(row, at), hashAt(row, at + 1)))
    row = parents
  }
  return hashAt(row, 0)
}

function hashAt(row: Hash[], at: number): Hash {
  const hash = row[at]
  if (!hash) throw new Error('bad tile: a hash is missing')
  return hash
}

export function makeTile(level: number, index: number, hashes: Hash[]): Tile {
  return { level, index, width: hashes.length, hashes: concatBytes(...hashes) }
}

/**
 * The tile's hashes, one by one: `count` of them from `first`, or as many as there are.
 * @throws Error where their length is not that of the width: the store is damaged.
 */
export function readHashes(tile: Tile, first = 0, count: number = TILE_WIDTH): Hash[] {
  const hashes = wholeHashes(tile)
  const length = Math.max(0, Math.min(count, tile.width - first))
  return Array.from({ length }, (_, at) => hashes.subarray((first + at) * HASH_LENGTH, (first + at + 1) * HASH_LENGTH))
}

function wholeHashes({ width, hashes }: Tile): Uint8Array {
  if (hashes.length !== width * HASH_LENGTH) throw new Error(`bad tile: ${hashes.length} bytes for ${width} hashes`)
  return hashes
}

/** The tile that `id` names, cut to its width: a later, wider row begins with it. Null where no row is that wide. */
export function findTile(tiles: Tile[], { level, index, width }: TileId): Tile | null {
  const row = tiles.find((tile) => tile.level === level && tile.index === index && tile.width >= width)
  return row ? { level, index, width, hashes: wholeHashes(row).subarray(0, width * HASH_LENGTH) } : null
}

/**
 * Reads the nodes of the tree of `size` from tiles. `readTiles` gives the rows of these ids, in any order, and may give
 * wider ones.
 */
export function tileReader(size: number, readTiles: (ids: TileId[]) => Tile[] | Promise<Tile[]>): HashReader {
  return async (nodes) => {
    const ids = nodes.map((node) => tileOfNode(node, size))
    const unique = new Map(ids.map((id) => [formatTilePath(id), id]))
    const tiles = await readTiles([...unique.values()])
    return nodes.map((node) => hashIn(tiles, node, size))
  }
}

/** The node's hash from the rows at hand. @throws Error where none holds it. */
export function hashIn(tiles: Tile[], node: TreeNode, size: number): Hash {
  const id = tileOfNode(node, size)
  const tile = findTile(tiles, id)
  if (!tile) throw new Error(`bad tree: ${formatTilePath(id)} is missing`)
  return hashOfNode(tile, node)
}
