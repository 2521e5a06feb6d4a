/** The audit of the keys: what the registry shows of them must be what its log says, and nothing more. */
import { type KeyList, writeKeyList } from '#core/certificate/key-list.ts'
import { BrokenRule } from '#core/log/broken-rule.ts'
import { type Entry, isKeyLeaf } from '#core/log/entry.ts'
import { foldKeys, isInUse, type KnownKey } from '#core/log/key-history.ts'
import { isSameHash } from '#core/log/merkle.ts'
import type { VerifierKey } from '#core/log/note.ts'
import { Refusal } from './command.ts'
import type { Monitor } from './monitor.ts'

/** Gives the list. @throws Refusal where the log's entries contradict one another, the list, or the log's own key. */
export async function auditKeys(monitor: Monitor, entries: Entry[], logKey: VerifierKey): Promise<KeyList> {
  const known = fold(entries)
  const own = known.find(({ role, publicKey }) => role === 'log' && isSameHash(publicKey, logKey.publicKey))
  if (!own || !isInUse(own)) throw new Refusal('The log’s key is none that the log itself says to be in use.')
  const shown = await monitor.readKeyList()
  const expected = writeKeyList(monitor.origin, known)
  if (JSON.stringify(sort(shown)) !== JSON.stringify(sort(expected)))
    throw new Refusal('The keys that the registry shows are not those that its log says.')
  return expected
}

function fold(entries: Entry[]): KnownKey[] {
  try {
    return foldKeys(entries.flatMap((leaf, index) => (isKeyLeaf(leaf) ? [{ index, leaf }] : [])))
  } catch (error) {
    if (error instanceof BrokenRule) throw new Refusal(`The registry broke its rules: ${error.message}.`)
    throw error
  }
}

/** Members and keys in one order, whatever the order in which they were served. */
function sort({ origin, keys }: KeyList): unknown {
  const members = keys.map((key) => Object.entries(key).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  return [origin, members.map((key) => JSON.stringify(key)).toSorted()]
}
