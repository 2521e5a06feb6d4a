import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeBase64, encodeBase64 } from '#core/log/base64.ts'
import { growTree, rootOfEdge } from '#core/log/growth.ts'
import {
  checkConsistency,
  checkInclusion,
  EMPTY_ROOT,
  type Hash,
  proveConsistency,
  proveInclusion,
} from '#core/log/merkle.ts'
import { edgeTiles, formatTilePath, type Tile, type TileId, tileReader, tilesGrown } from '#core/log/tile.ts'
import { makeLeaves, naiveTree } from './support.ts'

const leaves = makeLeaves(70_000)
const tree = naiveTree(leaves)
const leafAt = (index: number) => leaves[index] ?? new Uint8Array()

/** Rows as a database keeps them: one for each level and index, the hashes as text. */
class Rows {
  readonly #rows = new Map<string, { width: number; hashes: string }>()

  read(ids: TileId[]): Tile[] {
    return ids.flatMap(({ level, index }) => {
      const row = this.#rows.get(`${level}/${index}`)
      const hashes = row && decodeBase64(row.hashes)
      return row && hashes ? [{ level, index, width: row.width, hashes }] : []
    })
  }

  write(tiles: Tile[]): void {
    for (const { level, index, width, hashes } of tiles) {
      this.#rows.set(`${level}/${index}`, { width, hashes: encodeBase64(hashes) })
    }
  }

  get widths(): [string, number][] {
    return [...this.#rows].map(([place, { width }]) => [place, width])
  }
}

/** One round of the integrator. */
function grow(rows: Rows, size: number, count: number): { size: number; root: Hash } {
  const wanted = edgeTiles(size)
  if (new Set(wanted.map(({ level }) => level)).size !== wanted.length) expect.fail('two tiles of one level')
  const edge = rows.read(wanted)
  const growth = growTree(size, edge, leaves.slice(size, size + count))
  expect(growth.tiles.map(formatTilePath)).toEqual(tilesGrown(size, size + count).map(formatTilePath))
  rows.write(growth.tiles)
  return growth
}

async function auditAt(rows: Rows, oldSize: number, size: number, index: number): Promise<boolean> {
  const reader = tileReader(size, (ids) => rows.read(ids))
  const [before, after] = [tree.root(oldSize), tree.root(size)]
  const consistency = await proveConsistency(oldSize, size, reader)
  const inclusion = await proveInclusion(index, size, reader)
  return (
    checkConsistency(oldSize, size, consistency, before, after) &&
    checkInclusion(leafAt(index), index, size, inclusion, after)
  )
}

const batches = fc
  .array(fc.oneof(fc.integer({ min: 1, max: 512 }), fc.constantFrom(1, 255, 256, 257, 511, 512)), { maxLength: 14 })
  .filter((counts) => counts.reduce((sum, count) => sum + count, 0) <= 3000)

describe('growTree', () => {
  test('gives the root of RFC 6962 after every batch, and rows that prove it, in whatever batches it grows', async () => {
    const run = fc.asyncProperty(batches, fc.nat(), fc.nat(), async (counts, some, other) => {
      const rows = new Rows()
      let size = 0
      for (const count of counts) {
        const grown = grow(rows, size, count)
        size += count
        expect(grown).toMatchObject({ size, root: tree.root(size) })
      }
      if (size > 0) expect(await auditAt(rows, 1 + (some % size), size, other % size)).toBe(true)
    })
    await fc.assert(run, { numRuns: 25 })
  })

  test('gives the right root at each of the first 520 sizes, leaf by leaf', () => {
    const rows = new Rows()
    for (let size = 0; size < 520; size++) {
      const { root } = grow(rows, size, 1)
      if (!Buffer.from(root).equals(tree.root(size + 1))) expect.fail(`size ${size + 1}`)
    }
  })

  test('writes the same rows in one batch as in many', () => {
    const [many, one] = [new Rows(), new Rows()]
    for (const [size, count] of [
      [0, 200],
      [200, 200],
      [400, 112],
    ] as const)
      grow(many, size, count)
    grow(one, 0, 512)
    expect(many.read(tilesGrown(0, 512))).toEqual(one.read(tilesGrown(0, 512)))
  })

  test('passes 65,536 entries, where the third level begins, to 70,000 in batches of 512', async () => {
    const rows = new Rows()
    let root = EMPTY_ROOT
    for (let size = 0; size < 70_000; size += 512) root = grow(rows, size, Math.min(512, 70_000 - size)).root
    expect(root).toEqual(tree.root(70_000))
    expect(Object.fromEntries(rows.widths.filter(([, width]) => width < 256))).toEqual({
      '0/273': 112,
      '1/1': 17,
      '2/0': 1,
    })
    for (const size of [1, 255, 256, 257, 65_535, 65_536, 65_537, 69_999, 70_000]) {
      expect(await auditAt(rows, size, 70_000, size - 1)).toBe(true)
      expect(await auditAt(rows, Math.ceil(size / 2), size, size >> 1)).toBe(true)
    }
  }, 60_000)

  test('leaves the root as it is where nothing is added', () => {
    const rows = new Rows()
    grow(rows, 0, 300)
    expect(growTree(300, rows.read(edgeTiles(300)), [])).toEqual({ size: 300, root: tree.root(300), tiles: [] })
    expect(growTree(0, [], [])).toEqual({ size: 0, root: EMPTY_ROOT, tiles: [] })
  })

  test('is not misled by rows that another request has meanwhile written wider', () => {
    const rows = new Rows()
    grow(rows, 0, 300)
    const before = growTree(300, rows.read(edgeTiles(300)), leaves.slice(300, 310))
    grow(rows, 300, 400)
    const after = growTree(300, rows.read(edgeTiles(300)), leaves.slice(300, 310))
    expect(after).toEqual(before)
  })

  test('throws where a row of the edge is missing, narrower or damaged, or a leaf hash is not 32 bytes', () => {
    const rows = new Rows()
    grow(rows, 0, 300)
    const edge = rows.read(edgeTiles(300))
    const [low, high] = edge
    if (!low || !high) expect.fail('no edge')
    const narrow = { ...low, width: 43, hashes: low.hashes.slice(32) }
    const cut = { ...low, hashes: low.hashes.slice(1) }
    const more = leaves.slice(300, 301)
    for (const broken of [[], [low], [high], [narrow, high], [cut, high]]) {
      expect(() => growTree(300, broken, more)).toThrow(/^bad (tree|tile)/)
    }
    expect(() => growTree(300, [high], more)).toThrow('the edge of level 0 is missing')
    for (const length of [0, 31, 33]) expect(() => growTree(300, edge, [new Uint8Array(length)])).toThrow('bad leaf')
  })
})

describe('rootOfEdge', () => {
  test('is the root, from the partial tiles alone', () => {
    const rows = new Rows()
    grow(rows, 0, 300)
    expect(rootOfEdge(300, rows.read(edgeTiles(300)))).toEqual(tree.root(300))
    expect(rootOfEdge(0, [])).toEqual(EMPTY_ROOT)
  })
})
