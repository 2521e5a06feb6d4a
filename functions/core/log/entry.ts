/** An entry of the log, whatever it is about: a certificate or a key. */
import { fail, type Result } from '../result.ts'
import { type KeyLeaf, readKeyLeaf } from './key-leaf.ts'
import { type Leaf, readCanonical, readLeafValue } from './leaf.ts'

export type Entry = Leaf | KeyLeaf

export function isKeyLeaf(entry: Entry): entry is KeyLeaf {
  return entry.t.startsWith('key-')
}

/** The entry in these bytes, or the path of the first member that does not fit. */
export function parseEntry(bytes: Uint8Array): Result<Entry, string> {
  const value = readCanonical(bytes)
  if (value === undefined) return fail('leaf')
  const isKey = typeof value === 'object' && value !== null && !Array.isArray(value) && /^key-/.test(String(value.t))
  return isKey ? readKeyLeaf(value) : readLeafValue(value)
}
