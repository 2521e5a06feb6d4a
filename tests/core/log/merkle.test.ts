import { describe, expect, test } from 'vitest'
import {
  checkConsistency,
  checkInclusion,
  EMPTY_ROOT,
  type Hash,
  type HashReader,
  hashChildren,
  hashLeaf,
  proveConsistency,
  proveInclusion,
  rootOf,
} from '#core/log/merkle.ts'
import { flip, fromBase64, makeLeaves, naiveTree, sha256, spoil, toHex } from './support.ts'

const SIZES = 65
const leaves = makeLeaves(SIZES)
const leafAt = (index: number) => leaves[index] ?? new Uint8Array()
const tree = naiveTree(leaves)
const stranger = sha256(Buffer.from('a hash of nothing here'))
const upTo = (size: number) => Array.from({ length: size }, (_, index) => index)

describe('hashing', () => {
  test('tells leaves from parents by their first byte', () => {
    const [a, b] = [Buffer.from('a'.repeat(32)), Buffer.from('b'.repeat(32))]
    expect(hashLeaf(a)).toEqual(sha256(Uint8Array.of(0), a))
    expect(hashChildren(a, b)).toEqual(sha256(Uint8Array.of(1), a, b))
    expect(hashChildren(a, b)).not.toEqual(hashChildren(b, a))
  })

  test('the empty tree is the hash of nothing, which is not the hash of an empty entry', () => {
    expect(toHex(EMPTY_ROOT)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(toHex(hashLeaf(new Uint8Array()))).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d')
  })

  test('gives the published leaf hash of an entry of sum.golang.org', () => {
    const module = 'github.com/transparency-dev/tessera v1.0.0'
    const entry =
      `${module} h1:4OT1V9xJLa5NnYlFWWlCdZkCm18/o12rdd+bCTje7XE=\n` +
      `${module}/go.mod h1:TLvfjlkbmsmKVEJUtzO2eb9Q2IBnK3EJ0dI4G0oxEOU=\n`
    expect(hashLeaf(Buffer.from(entry))).toEqual(fromBase64('D6V8URw7L/zAoFrWMXJWjSZar5hE6bY2oJeHlTlvKrE='))
  })
})

describe('rootOf', () => {
  test('is that of RFC 6962 for every size', async () => {
    for (const size of upTo(SIZES + 1)) expect(await rootOf(size, tree.reader)).toEqual(tree.root(size))
  })

  test('reads synchronously or not, once', async () => {
    let calls = 0
    const later: HashReader = async (nodes) => {
      calls++
      return tree.reader(nodes)
    }
    expect(await rootOf(21, later)).toEqual(tree.root(21))
    expect(calls).toBe(1)
  })

  test('throws where the reader gives too few hashes or short ones', async () => {
    await expect(rootOf(3, () => [stranger])).rejects.toThrow('bad tree')
    await expect(rootOf(3, (nodes) => nodes.map(() => new Uint8Array(31)))).rejects.toThrow('bad tree')
    await expect(rootOf(-1, tree.reader)).rejects.toThrow(RangeError)
    await expect(rootOf(1.5, tree.reader)).rejects.toThrow(RangeError)
  })
})

describe('inclusion', () => {
  test('proves every entry of every size with the hashes of RFC 6962, and the proof holds', async () => {
    for (const size of upTo(SIZES + 1)) {
      for (const index of upTo(size)) {
        const proof = await proveInclusion(index, size, tree.reader)
        if (!Buffer.concat(proof).equals(Buffer.concat(tree.inclusion(index, size)))) expect.fail(`${index} of ${size}`)
        const holds = checkInclusion(leafAt(index), index, size, proof, tree.root(size))
        if (!holds) expect.fail(`${index} of ${size} does not hold`)
      }
    }
  })

  test('refuses every proof with a hash flipped, swapped, doubled, left out, put in, cut or stretched', () => {
    const passed: string[] = []
    let tried = 0
    for (const size of upTo(SIZES + 1)) {
      for (const index of upTo(size)) {
        for (const proof of spoil(tree.inclusion(index, size), stranger)) {
          tried++
          if (checkInclusion(leafAt(index), index, size, proof, tree.root(size))) passed.push(`${index} of ${size}`)
        }
      }
    }
    expect(passed).toEqual([])
    expect(tried).toBeGreaterThan(80_000)
  })

  test('refuses another leaf, another root, and every other index of the same tree', () => {
    const passed: string[] = []
    for (const size of upTo(34)) {
      for (const index of upTo(size)) {
        const [leaf, proof, root] = [leafAt(index), tree.inclusion(index, size), tree.root(size)]
        const others = upTo(size + 2).filter((other) => other !== index)
        if (others.some((other) => checkInclusion(leaf, other, size, proof, root))) passed.push(`${index} of ${size}`)
        if (checkInclusion(flip(leaf), index, size, proof, root)) passed.push(`leaf ${index} of ${size}`)
        if (checkInclusion(leaf, index, size, proof, flip(root))) passed.push(`root ${index} of ${size}`)
        if (checkInclusion(leaf, index, size, proof, new Uint8Array([...root, 0])))
          passed.push(`longer ${index} ${size}`)
        if (checkInclusion(leaf, index, size, proof, root.slice(0, 31))) passed.push(`shorter ${index} ${size}`)
      }
    }
    expect(passed).toEqual([])
  })

  test('refuses hashes that are not 32 bytes, even where leaf and root are the same', () => {
    for (const length of [0, 1, 31, 33, 64]) {
      const hash = new Uint8Array(length)
      expect(checkInclusion(hash, 0, 1, [], hash)).toBe(false)
    }
    expect(checkInclusion(stranger, 0, 1, [], stranger)).toBe(true)
  })

  test('has no proof for an entry that is not in the tree, and no check of one', async () => {
    for (const [index, size] of [
      [0, 0],
      [3, 3],
      [4, 3],
      [-1, 3],
      [0.5, 3],
      [Number.NaN, 3],
      [0, 2 ** 53],
    ] as const) {
      await expect(proveInclusion(index, size, tree.reader)).rejects.toThrow(RangeError)
      expect(checkInclusion(leafAt(0), index, size, tree.inclusion(0, 3), tree.root(3))).toBe(false)
    }
  })
})

describe('consistency', () => {
  test('proves every pair of sizes with the hashes of RFC 6962, and the proof holds', async () => {
    for (const newSize of upTo(SIZES + 1)) {
      for (const oldSize of upTo(newSize + 1).slice(1)) {
        const proof = await proveConsistency(oldSize, newSize, tree.reader)
        const expected = tree.consistency(oldSize, newSize)
        if (!Buffer.concat(proof).equals(Buffer.concat(expected))) expect.fail(`${oldSize} to ${newSize}`)
        const holds = checkConsistency(oldSize, newSize, proof, tree.root(oldSize), tree.root(newSize))
        if (!holds) expect.fail(`${oldSize} to ${newSize} does not hold`)
      }
    }
  })

  test('refuses every proof with a hash flipped, swapped, doubled, left out, put in, cut or stretched', () => {
    const passed: string[] = []
    let tried = 0
    for (const newSize of upTo(SIZES + 1)) {
      for (const oldSize of upTo(newSize + 1).slice(1)) {
        for (const proof of spoil(tree.consistency(oldSize, newSize), stranger)) {
          tried++
          const holds = checkConsistency(oldSize, newSize, proof, tree.root(oldSize), tree.root(newSize))
          if (holds) passed.push(`${oldSize} to ${newSize}`)
        }
      }
    }
    expect(passed).toEqual([])
    expect(tried).toBeGreaterThan(80_000)
  })

  test('refuses another root on either side, and the roots the wrong way round', () => {
    const passed: string[] = []
    for (const newSize of upTo(SIZES + 1)) {
      for (const oldSize of upTo(newSize + 1).slice(1)) {
        const [proof, before, after] = [tree.consistency(oldSize, newSize), tree.root(oldSize), tree.root(newSize)]
        if (checkConsistency(oldSize, newSize, proof, flip(before), after)) passed.push(`old ${oldSize} ${newSize}`)
        if (checkConsistency(oldSize, newSize, proof, before, flip(after))) passed.push(`new ${oldSize} ${newSize}`)
        const isTurned = checkConsistency(oldSize, newSize, proof, after, before)
        if (isTurned && oldSize !== newSize) passed.push(`turned ${oldSize} ${newSize}`)
      }
    }
    expect(passed).toEqual([])
  })

  test('says nothing of the empty tree, of a tree that shrinks, and of sizes that are none', async () => {
    const root = tree.root(3)
    for (const [before, after] of [
      [0, 0],
      [0, 3],
      [4, 3],
      [-1, 3],
      [1.5, 3],
      [3, 2 ** 53],
      [Number.NaN, 3],
    ] as const) {
      await expect(proveConsistency(before, after, tree.reader)).rejects.toThrow(RangeError)
      expect(checkConsistency(before, after, [], root, root)).toBe(false)
    }
    expect(checkConsistency(0, 0, [], EMPTY_ROOT, EMPTY_ROOT)).toBe(false)
  })

  test('refuses an old root that is not 32 bytes under a tree that grew', () => {
    const proof = tree.consistency(4, 6)
    expect(checkConsistency(4, 6, proof, tree.root(4), tree.root(6))).toBe(true)
    for (const length of [0, 31, 33]) {
      const short = new Uint8Array(length)
      expect(checkConsistency(4, 6, proof, short, hashChildren(short, proof[0] ?? stranger))).toBe(false)
    }
  })

  test('of a tree with itself needs no proof, and has none', () => {
    expect(checkConsistency(5, 5, [], tree.root(5), tree.root(5))).toBe(true)
    expect(checkConsistency(5, 5, [], tree.root(5), tree.root(4))).toBe(false)
    expect(checkConsistency(5, 5, [tree.root(5)], tree.root(5), tree.root(5))).toBe(false)
  })
})

describe('trees beyond 2³¹ entries', () => {
  /** A tree whose leaves are all the same but one. */
  function readerOf(special: number): HashReader {
    const plain: Hash[] = [sha256()]
    const marked: Hash[] = [stranger]
    for (let level = 0; level < 53; level++) {
      const [one = sha256(), mark = sha256()] = [plain[level], marked[level]]
      plain.push(hashChildren(one, one))
      const isLeft = Math.floor(special / 2 ** level) % 2 === 0
      marked.push(isLeft ? hashChildren(mark, one) : hashChildren(one, mark))
    }
    return (nodes) =>
      nodes.map(({ level, index }) => {
        const row = Math.floor(special / 2 ** level) === index ? marked : plain
        return row[level] ?? sha256()
      })
  }

  const cases = [
    [2 ** 31, 2 ** 31 + 1],
    [2 ** 32 - 1, 2 ** 33 + 7],
    [3 * 2 ** 40 + 12_345, 2 ** 45 - 1],
    [2 ** 53 - 2, 2 ** 53 - 1],
    [5, 2 ** 53 - 1],
  ] as const

  test.each(cases)('prove and check entry %i of %i', async (index, size) => {
    const reader = readerOf(index)
    const root = await rootOf(size, reader)
    const proof = await proveInclusion(index, size, reader)
    expect(checkInclusion(stranger, index, size, proof, root)).toBe(true)
    expect(checkInclusion(stranger, index ^ 1, size, proof, root)).toBe(false)
    expect(checkInclusion(stranger, index - 1, size, proof, root)).toBe(false)
    expect(spoil(proof, sha256()).some((other) => checkInclusion(stranger, index, size, other, root))).toBe(false)
  })

  test.each(cases)('prove and check that size %i grew to %i', async (oldSize, newSize) => {
    const reader = readerOf(oldSize - 1)
    const [before, after] = [await rootOf(oldSize, reader), await rootOf(newSize, reader)]
    const proof = await proveConsistency(oldSize, newSize, reader)
    expect(checkConsistency(oldSize, newSize, proof, before, after)).toBe(true)
    expect(checkConsistency(oldSize, newSize, proof, after, before)).toBe(false)
    expect(spoil(proof, stranger).some((other) => checkConsistency(oldSize, newSize, other, before, after))).toBe(false)
  })
})
