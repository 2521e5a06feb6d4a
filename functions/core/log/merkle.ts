/**
 * The Merkle tree of RFC 6962 §2.1, over SHA-256.
 *
 *     leaf = SHA-256(0x00 ‖ entry)      parent = SHA-256(0x01 ‖ left ‖ right)      empty tree = SHA-256()
 *
 *     size 7:        root
 *                 ┌────┴────┐
 *               (2,0)     ┌─┴───┐           (level, index) names the complete subtree over the entries
 *              ┌──┴──┐  (1,2) (0,6)         index·2^level to (index+1)·2^level: once complete it never changes,
 *            (1,0) (1,1)                    so these are the only hashes that are ever kept
 *
 * Every range of entries that a proof speaks of is covered by such subtrees, largest first, joined from the right.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes } from '../bytes.ts'

/** 32 bytes. */
export type Hash = Uint8Array

export interface TreeNode {
  level: number
  index: number
}

/**
 * Gives the hashes of these complete subtrees, in their order; each lies in the tree that is asked about.
 * One call asks for all that a proof takes.
 */
export type HashReader = (nodes: TreeNode[]) => Hash[] | Promise<Hash[]>

/** The entries from `start` up to, but not with, `end`. */
interface Range {
  start: number
  end: number
}

export const HASH_LENGTH = 32
/** The root of the tree without entries. */
export const EMPTY_ROOT: Hash = sha256(new Uint8Array(0))

export function hashLeaf(entry: Uint8Array): Hash {
  return sha256(concatBytes(Uint8Array.of(0), entry))
}

export function hashChildren(left: Hash, right: Hash): Hash {
  return sha256(concatBytes(Uint8Array.of(1), left, right))
}

export function isSameHash(a: Hash, b: Hash): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at])
}

/** Whether the number can be a tree's size or an entry's index. */
export function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}

/** The complete subtrees that make the tree of `size`, largest first: one for each 1 bit of the size. */
export function rootNodes(size: number): TreeNode[] {
  return coverRange({ start: 0, end: size })
}

/** The hash over adjacent complete subtrees, largest first. */
export function joinSubtrees(hashes: Hash[]): Hash {
  return hashes.length === 0 ? EMPTY_ROOT : hashes.reduceRight((right, left) => hashChildren(left, right))
}

export async function rootOf(size: number, reader: HashReader): Promise<Hash> {
  if (!isCount(size)) throw new RangeError(`${size} is no tree size`)
  const [root = EMPTY_ROOT] = await readRanges(size === 0 ? [] : [{ start: 0, end: size }], reader)
  return root
}

/** The audit path of RFC 6962 §2.1.1, from the leaf's sibling to the root's child: at most 1 + log₂ size hashes. */
export async function proveInclusion(index: number, size: number, reader: HashReader): Promise<Hash[]> {
  if (!isCount(index) || !isCount(size) || index >= size) throw new RangeError(`no entry ${index} in ${size}`)
  return readRanges(pathToLeaf(index, size).slice(1), reader)
}

/** Whether `proof` shows that the tree of `size` under `root` has this leaf at `index`. Hostile values are `false`. */
export function checkInclusion(leaf: Hash, index: number, size: number, proof: Hash[], root: Hash): boolean {
  if (!isCount(index) || !isCount(size) || index >= size) return false
  const path = pathToLeaf(index, size)
  const hashes = [leaf, ...proof]
  return hashes.length === path.length && hashes.every(isHash) && isSameHash(joinRanges(path, hashes), root)
}

/** The consistency proof of RFC 6962 §2.1.2; empty where the sizes are the same. Size 0 has none: it proves nothing. */
export async function proveConsistency(oldSize: number, newSize: number, reader: HashReader): Promise<Hash[]> {
  if (!isCount(oldSize) || !isCount(newSize) || oldSize < 1 || oldSize > newSize) {
    throw new RangeError(`no consistency from ${oldSize} to ${newSize}`)
  }
  const path = pathToEdge(oldSize, newSize)
  return readRanges(isWholeTree(path) ? path.slice(1) : path, reader)
}

/** Whether `proof` shows that the tree under `newRoot` begins with that under `oldRoot`. Hostile values are `false`. */
export function checkConsistency(
  oldSize: number,
  newSize: number,
  proof: Hash[],
  oldRoot: Hash,
  newRoot: Hash,
): boolean {
  if (!isCount(oldSize) || !isCount(newSize) || oldSize < 1 || oldSize > newSize) return false
  if (oldSize === newSize) return proof.length === 0 && isSameHash(oldRoot, newRoot)
  const path = pathToEdge(oldSize, newSize)
  const hashes = isWholeTree(path) ? [oldRoot, ...proof] : proof
  if (hashes.length !== path.length || !hashes.every(isHash)) return false
  const isOld = path.map(({ end }) => end <= oldSize)
  const oldHash = joinRanges(
    path.filter((_, at) => isOld[at]),
    hashes.filter((_, at) => isOld[at]),
  )
  return isSameHash(oldHash, oldRoot) && isSameHash(joinRanges(path, hashes), newRoot)
}

/** The leaf, then its siblings outward. */
function pathToLeaf(index: number, size: number): Range[] {
  return descend(index, size, ({ start, end }) => end - start === 1)
}

/** The subtree of the new tree that ends where the old tree ended, then its siblings outward. */
function pathToEdge(oldSize: number, newSize: number): Range[] {
  return descend(oldSize - 1, newSize, ({ end }) => end === oldSize)
}

/** The old tree is itself a subtree of the new: a proof leaves its hash out, since the reader has it as the old root. */
function isWholeTree([edge]: Range[]): boolean {
  return edge?.start === 0
}

/** Walks from the root towards an entry until `isThere`: that range, then what was passed by, innermost first. */
function descend(index: number, size: number, isThere: (range: Range) => boolean): Range[] {
  const passed: Range[] = []
  let at: Range = { start: 0, end: size }
  while (!isThere(at)) {
    const middle = at.start + splitPoint(at.end - at.start)
    const [left, right] = [
      { start: at.start, end: middle },
      { start: middle, end: at.end },
    ]
    passed.push(index < middle ? right : left)
    at = index < middle ? left : right
  }
  return [at, ...passed.reverse()]
}

/** The largest power of two below `size`; arithmetic, since bit operators end at 2³¹. */
function splitPoint(size: number): number {
  let power = 1
  while (power * 2 < size) power *= 2
  return power
}

/** Joins the hashes of adjacent ranges, each on the side where it lies. */
function joinRanges(path: Range[], hashes: Hash[]): Hash {
  const [edge] = path
  return hashes.reduce((joined, hash, at) =>
    (path[at]?.start ?? 0) < (edge?.start ?? 0) ? hashChildren(hash, joined) : hashChildren(joined, hash),
  )
}

/** The range's complete subtrees, largest first. It starts where one larger than itself could, so each is aligned. */
function coverRange({ start, end }: Range): TreeNode[] {
  const nodes: TreeNode[] = []
  for (let at = start; at < end; ) {
    let [level, width] = [0, 1]
    for (; at + width * 2 <= end; width *= 2) level++
    nodes.push({ level, index: at / width })
    at += width
  }
  return nodes
}

/** The hashes of the ranges. @throws Error where the reader breaks its contract: the store is damaged. */
async function readRanges(ranges: Range[], reader: HashReader): Promise<Hash[]> {
  const covers = ranges.map(coverRange)
  const nodes = covers.flat()
  const hashes = nodes.length === 0 ? [] : await reader(nodes)
  if (hashes.length !== nodes.length || !hashes.every(isHash)) throw new Error('bad tree: a node’s hash is missing')
  let read = 0
  return covers.map(({ length }) => {
    read += length
    return joinSubtrees(hashes.slice(read - length, read))
  })
}

function isHash(hash: Hash): boolean {
  return hash.length === HASH_LENGTH
}
