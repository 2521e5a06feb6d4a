/** RFC 6962 §2.1 as it stands in the text: recursive, over all leaves, with another hash implementation than ours. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import type { Hash, HashReader } from '#core/log/merkle.ts'

export function sha256(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return new Uint8Array(hash.digest())
}

export const fromBase64 = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))
export const fromHex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'))
export const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** Leaf hashes that are all different; nothing here cares for what they hash. */
export function makeLeaves(size: number): Hash[] {
  return Array.from({ length: size }, (_, index) => sha256(Buffer.from(`leaf ${index}`)))
}

/** k, the largest power of two smaller than n. */
function split(n: number): number {
  let k = 1
  while (2 * k < n) k = 2 * k
  return k
}

/** A tree that knows all its leaves. `root(low, high)` is MTH(D[low:high]). */
export function naiveTree(leaves: Hash[]) {
  const known = new Map<number, Hash>()
  const root = (low: number, high: number): Hash => {
    if (high === low) return sha256()
    if (high - low === 1) return leaves[low] ?? new Uint8Array()
    const key = low * 1_000_003 + high
    const middle = low + split(high - low)
    const hash = known.get(key) ?? sha256(Uint8Array.of(1), root(low, middle), root(middle, high))
    known.set(key, hash)
    return hash
  }
  /** PATH(m, D[low:high]), m counted from the first leaf of all. */
  const path = (m: number, low: number, high: number): Hash[] => {
    if (high - low === 1) return []
    const middle = low + split(high - low)
    return m < middle ? [...path(m, low, middle), root(middle, high)] : [...path(m, middle, high), root(low, middle)]
  }
  /** SUBPROOF(m, D[low:high], isWhole), m counted from the first leaf of all. */
  const subproof = (m: number, low: number, high: number, isWhole: boolean): Hash[] => {
    if (m === high) return isWhole ? [] : [root(low, high)]
    const middle = low + split(high - low)
    return m <= middle
      ? [...subproof(m, low, middle, isWhole), root(middle, high)]
      : [...subproof(m, middle, high, false), root(low, middle)]
  }
  const reader: HashReader = (nodes) =>
    nodes.map(({ level, index }) => root(index * 2 ** level, (index + 1) * 2 ** level))
  return {
    reader,
    root: (size: number) => root(0, size),
    inclusion: (index: number, size: number) => path(index, 0, size),
    consistency: (oldSize: number, newSize: number) => subproof(oldSize, 0, newSize, true),
  }
}

/** Every way to spoil a list of hashes in one place. `stranger` is a hash that is not in the tree. */
export function spoil(proof: Hash[], stranger: Hash): Hash[][] {
  const spoilt = proof.flatMap((hash, at) => [
    proof.with(at, flip(hash, at)),
    proof.with(at, hash.slice(1)),
    proof.with(at, new Uint8Array([...hash, 0])),
    proof.toSpliced(at, 1),
    proof.toSpliced(at, 0, stranger),
    proof.toSpliced(at, 0, hash),
    ...(at > 0 ? [proof.with(at, proof[at - 1] ?? hash).with(at - 1, hash)] : []),
  ])
  return [...spoilt, proof.slice(0, -1), [...proof, stranger], [...proof, new Uint8Array()]].filter(
    (other) => other.length !== proof.length || other.some((hash, at) => hash !== proof[at]),
  )
}

/** The hash with one bit turned, another one for each `at`. */
export function flip(hash: Hash, at = 0): Hash {
  const bit = (at * 37) % (hash.length * 8)
  return hash.map((byte, place) => (place === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
}

/** A text with one symbol replaced, left out, doubled or put in, or with its end cut off. */
export function mutationsOf(text: string): fc.Arbitrary<string> {
  const symbol = fc.oneof(
    fc.constantFrom('', ...text),
    fc.constantFrom(...'\n\r\t +=0aA—\0\u{feff}é'),
    fc.string({ size: 'small' }),
  )
  return fc
    .tuple(fc.nat(text.length), fc.nat(3), symbol)
    .map(([at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut))
    .filter((mutant) => mutant !== text)
}
