import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { proveInclusion, rootOf } from '#core/log/merkle.ts'
import {
  edgeTiles,
  findTile,
  formatTilePath,
  hashOfTile,
  makeTile,
  parseTilePath,
  readHashes,
  type Tile,
  type TileId,
  tileOfNode,
  tileReader,
  tilesGrown,
} from '#core/log/tile.ts'
import { makeLeaves, mutationsOf, naiveTree } from './support.ts'

const tilePath = fc.record({
  level: fc.oneof(fc.constant('entries' as const), fc.nat(63)),
  index: fc.oneof(fc.maxSafeNat(), fc.nat(2_000_000), fc.nat(1100)),
  width: fc.integer({ min: 1, max: 256 }),
})
const pathsOf = (tiles: TileId[]) => tiles.map(formatTilePath)

describe('tile paths', () => {
  test.each([
    ['tile/0/x001/x234/067', { level: 0, index: 1_234_067, width: 256 }],
    ['tile/0/000', { level: 0, index: 0, width: 256 }],
    ['tile/1/000.p/17', { level: 1, index: 0, width: 17 }],
    ['tile/63/999.p/255', { level: 63, index: 999, width: 255 }],
    ['tile/2/x001/000.p/1', { level: 2, index: 1000, width: 1 }],
    ['tile/entries/273.p/112', { level: 'entries', index: 273, width: 112 }],
    ['tile/entries/x123/x456/789', { level: 'entries', index: 123_456_789, width: 256 }],
  ] as const)('%s is written and read', (path, tile) => {
    expect(formatTilePath(tile)).toBe(path)
    expect(parseTilePath(path)).toEqual(tile)
  })

  test.each([
    ...[
      '',
      'tile',
      'tile/0',
      'tile/0/',
      'tile/0/0',
      'tile/0/00',
      'tile/0/0000',
      'tile/0/x001',
      'tile/0/x001/',
      'tile/0/1000',
    ],
    ...[
      '/tile/0/000',
      'tile/0/000/',
      'tile/0/000\n',
      'tile/0/000?x',
      'tile//000',
      'tile/00/000',
      'tile/01/000',
      'tile/64/000',
    ],
    ...[
      'tile/-1/000',
      'tile/0/-01',
      'tile/a/000',
      'tile/Entries/000',
      'tile/0/001/000',
      'tile/0/x000/001',
      'tile/0/X001/001',
    ],
    ...['tile/0/000.p', 'tile/0/000.p/', 'tile/0/000.p/0', 'tile/0/000.p/00', 'tile/0/000.p/01', 'tile/0/000.p/256'],
    ...[
      'tile/0/000.p/257',
      'tile/0/000.p/300',
      'tile/0/000.p/999',
      'tile/0/000.p/-1',
      'tile/0/000.p/1.p/1',
      'tile/0/000.p/１',
    ],
    ...[
      'tile/0/x009/x007/x199/x254/x740/992',
      'tile/0/x999/x999/x999/x999/x999/999',
      'tile/0/x001/x001/x001/x001/x001/x001/001',
    ],
  ])('%j is not one', (path) => {
    expect(parseTilePath(path)).toBeNull()
  })

  test('come back as they were written, for every level, index and width', () => {
    fc.assert(
      fc.property(tilePath, (tile) => {
        expect(parseTilePath(formatTilePath(tile))).toEqual(tile)
      }),
    )
  })

  test('are refused or the same text again after any change', () => {
    const mutant = tilePath.map(formatTilePath).chain(mutationsOf)
    fc.assert(
      fc.property(mutant, (path) => {
        const tile = parseTilePath(path)
        expect(tile === null || formatTilePath(tile) === path).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the tiles of a tree', () => {
  test('of 70,000 entries are those of the specification’s example', () => {
    const tiles = tilesGrown(0, 70_000)
    const at = (level: number) => tiles.filter((tile) => tile.level === level)
    expect([0, 1, 2, 3].map((level) => at(level).length)).toEqual([274, 2, 1, 0])
    expect(pathsOf(tiles.filter(({ width }) => width < 256))).toEqual([
      'tile/0/273.p/112',
      'tile/1/001.p/17',
      'tile/2/000.p/1',
    ])
    expect(pathsOf(edgeTiles(70_000))).toEqual(['tile/0/273.p/112', 'tile/1/001.p/17', 'tile/2/000.p/1'])
  })

  test('of 256 entries are a full one and its root above it', () => {
    expect(pathsOf(tilesGrown(0, 256))).toEqual(['tile/0/000', 'tile/1/000.p/1'])
    expect(pathsOf(edgeTiles(256))).toEqual(['tile/1/000.p/1'])
  })

  test('of no entries are none', () => {
    expect(tilesGrown(0, 0)).toEqual([])
    expect(edgeTiles(0)).toEqual([])
  })

  test('grow where hashes are added, and nowhere else', () => {
    expect(tilesGrown(300, 300)).toEqual([])
    expect(pathsOf(tilesGrown(300, 301))).toEqual(['tile/0/001.p/45'])
    expect(pathsOf(tilesGrown(300, 550))).toEqual(['tile/0/001', 'tile/0/002.p/38', 'tile/1/000.p/2'])
    expect(pathsOf(tilesGrown(255, 257))).toEqual(['tile/0/000', 'tile/0/001.p/1', 'tile/1/000.p/1'])
    expect(pathsOf(tilesGrown(65_535, 65_536))).toEqual(['tile/0/255', 'tile/1/000', 'tile/2/000.p/1'])
  })

  test('grow from size to size as the sum of all steps between', () => {
    const sizes = fc.tuple(fc.nat(70_000), fc.nat(1200), fc.nat(1200))
    fc.assert(
      fc.property(sizes, ([start, first, second]) => {
        const [middle, end] = [start + first, start + first + second]
        const step = [...tilesGrown(start, middle), ...tilesGrown(middle, end)].map(
          ({ level, index }) => `${level}/${index}`,
        )
        const whole = tilesGrown(start, end).map(({ level, index }) => `${level}/${index}`)
        expect(new Set(step)).toEqual(new Set(whole))
      }),
    )
  })

  test('hold every complete subtree, in the tile below which it ends', () => {
    expect(tileOfNode({ level: 0, index: 299 }, 300)).toEqual({ level: 0, index: 1, width: 44 })
    expect(tileOfNode({ level: 7, index: 1 }, 300)).toEqual({ level: 0, index: 0, width: 256 })
    expect(tileOfNode({ level: 8, index: 0 }, 300)).toEqual({ level: 1, index: 0, width: 1 })
    expect(tileOfNode({ level: 52, index: 0 }, 2 ** 53 - 1)).toEqual({ level: 6, index: 0, width: 31 })
  })
})

describe('a tile', () => {
  const leaves = makeLeaves(300)
  const tree = naiveTree(leaves)
  const rows: Tile[] = [
    makeTile(0, 0, leaves.slice(0, 256)),
    makeTile(0, 1, leaves.slice(256)),
    makeTile(1, 0, [tree.root(256)]),
  ]

  test('is its hashes, one after the other', () => {
    const [full] = rows
    expect(full?.hashes).toEqual(new Uint8Array(Buffer.concat(leaves.slice(0, 256))))
    expect(full && readHashes(full)).toEqual(leaves.slice(0, 256))
    expect(full && hashOfTile(full)).toEqual(tree.root(256))
  })

  test('whose bytes are not those of its width is damaged', () => {
    expect(() => readHashes({ level: 0, index: 0, width: 2, hashes: new Uint8Array(63) })).toThrow('bad tile')
    expect(() => readHashes({ level: 0, index: 0, width: 2, hashes: new Uint8Array(96) })).toThrow('bad tile')
    expect(() => hashOfTile(makeTile(0, 0, leaves.slice(0, 3)))).toThrow('bad tile')
  })

  test('stands for each narrower one of its place', () => {
    expect(findTile(rows, { level: 0, index: 1, width: 7 })).toEqual(makeTile(0, 1, leaves.slice(256, 263)))
    expect(findTile(rows, { level: 0, index: 1, width: 44 })).toEqual(rows[1])
    expect(findTile(rows, { level: 0, index: 1, width: 45 })).toBeNull()
    expect(findTile(rows, { level: 2, index: 0, width: 1 })).toBeNull()
  })

  test('gives the same proofs as the leaves, for every size that it has passed', async () => {
    for (let size = 1; size <= 300; size += size < 250 || size > 262 ? 13 : 1) {
      const reader = tileReader(size, () => rows)
      expect(await rootOf(size, reader)).toEqual(tree.root(size))
      const index = (size * 7) % size
      expect(await proveInclusion(index, size, reader)).toEqual(tree.inclusion(index, size))
    }
  })

  test('is asked for once, whatever the number of nodes in it, at the width of the tree', async () => {
    const asked: string[][] = []
    const reader = tileReader(300, async (ids) => {
      asked.push(pathsOf(ids))
      return rows.toReversed()
    })
    expect(await proveInclusion(3, 300, reader)).toEqual(tree.inclusion(3, 300))
    expect(asked).toEqual([['tile/0/000', 'tile/0/001.p/44']])
  })

  test('that is missing stops the reading', async () => {
    await expect(
      rootOf(
        300,
        tileReader(300, () => rows.slice(0, 2)),
      ),
    ).rejects.toThrow('tile/1/000.p/1 is missing')
  })
})
