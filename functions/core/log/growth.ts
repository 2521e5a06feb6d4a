/**
 * Growing the tree: from the right edge's tiles and the new leaf hashes to the tiles to write and the new root.
 *
 *     size 300, 250 leaves more:   read  tile/0/001.p/44  tile/1/000.p/1
 *                                  write tile/0/001  tile/0/002.p/38  tile/1/000.p/2
 */
import { HASH_LENGTH, type Hash, joinSubtrees, rootNodes } from './merkle.ts'
import { findTile, hashIn, hashOfTile, makeTile, readHashes, TILE_WIDTH, type Tile } from './tile.ts'

export interface Growth {
  size: number
  root: Hash
  /** Those of tilesGrown, in its order. Each replaces the narrower row of its level and index. */
  tiles: Tile[]
}

/**
 * Adds leaves to the tree of `oldSize`. `edge` are the rows of edgeTiles(oldSize); a row that has meanwhile grown wider
 * serves as well.
 * @throws Error where one of them is missing or damaged, or a leaf hash is not 32 bytes.
 */
export function growTree(oldSize: number, edge: Tile[], leafHashes: Hash[]): Growth {
  if (leafHashes.some(({ length }) => length !== HASH_LENGTH)) throw new Error('bad leaf: a hash has 32 bytes')
  const tiles: Tile[] = []
  let added = leafHashes
  for (let level = 0; added.length > 0; level++) {
    const extended = extendLevel(level, Math.floor(oldSize / TILE_WIDTH ** level), edge, added)
    tiles.push(...extended)
    added = extended.filter(({ width }) => width === TILE_WIDTH).map(hashOfTile)
  }
  const size = oldSize + leafHashes.length
  return { size, root: rootOfEdge(size, [...tiles, ...edge]), tiles }
}

/** The root of the tree of `size` from the rows of edgeTiles(size). */
export function rootOfEdge(size: number, edge: Tile[]): Hash {
  return joinSubtrees(rootNodes(size).map((node) => hashIn(edge, node, size)))
}

/** The level's last tile, which has `count` hashes with those before it, filled up, and as many more as it takes. */
function extendLevel(level: number, count: number, edge: Tile[], added: Hash[]): Tile[] {
  const first = Math.floor(count / TILE_WIDTH)
  const width = count % TILE_WIDTH
  const partial = width > 0 ? findTile(edge, { level, index: first, width }) : null
  if (width > 0 && !partial) throw new Error(`bad tree: the edge of level ${level} is missing`)
  const hashes = [...(partial ? readHashes(partial) : []), ...added]
  return Array.from({ length: Math.ceil(hashes.length / TILE_WIDTH) }, (_, at) =>
    makeTile(level, first + at, hashes.slice(at * TILE_WIDTH, (at + 1) * TILE_WIDTH)),
  )
}
