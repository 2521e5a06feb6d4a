/** Audits the whole log of a database or of a store, as a stranger would: after each step of a test, if it likes. */
import { setImmediate } from 'node:timers/promises'
import { utf8 } from '#core/bytes.ts'
import { decodeBase64 } from '#core/log/base64.ts'
import { BrokenRule } from '#core/log/broken-rule.ts'
import { type Entry, isKeyLeaf, parseEntry } from '#core/log/entry.ts'
import { growTree } from '#core/log/growth.ts'
import { foldKeys } from '#core/log/key-history.ts'
import {
  checkConsistency,
  checkInclusion,
  hashLeaf,
  proveConsistency,
  proveInclusion,
  rootOf,
} from '#core/log/merkle.ts'
import { replay } from '#core/log/replay.ts'
import { tileReader } from '#core/log/tile.ts'

/** What is wrong with the log, in words; empty where nothing is. */
export async function checkLog(database: D1Database): Promise<string[]> {
  const { results: events } = await database
    .prepare('SELECT idx, cid, previous, leaf FROM event ORDER BY idx')
    .all<{ idx: number; cid: string; previous: number | null; leaf: string }>()
  const { results: heads } = await database
    .prepare('SELECT size, previous, root FROM log_head ORDER BY size')
    .all<{ size: number; previous: number; root: string }>()
  const faults: string[] = []
  const entries: Entry[] = []
  const last = new Map<string, number>()
  events.forEach((event, i) => {
    if (event.idx !== i) faults.push(`gap: event ${event.idx} stands at ${i}`)
    const leaf = parseEntry(utf8(event.leaf))
    if (!leaf.ok) {
      faults.push(`event ${i}: ${leaf.error}`)
      return
    }
    const about = isKeyLeaf(leaf.value) ? leaf.value.kid : leaf.value.cid
    const before = isKeyLeaf(leaf.value) ? last.get(about) : leaf.value.prev
    if (about !== event.cid || (before ?? null) !== event.previous) faults.push(`event ${i} contradicts its leaf`)
    last.set(about, i)
    entries.push(leaf.value)
  })
  if (entries.length === events.length) faults.push(...(await checkRules(entries, database)))
  const hashes = events.map(({ leaf }) => hashLeaf(utf8(leaf)))
  const whole = growTree(0, [], hashes)
  const reader = tileReader(hashes.length, () => whole.tiles)
  heads.forEach((head, i) => {
    if (i > 0 && head.previous !== heads[i - 1]?.size) faults.push(`fork: head ${head.size} follows ${head.previous}`)
  })
  const head = heads.at(-1)
  if (head?.size !== events.length) faults.push(`the head has ${head?.size} of ${events.length} entries`)
  for (const { size, root } of heads) {
    const bytes = decodeBase64(root) ?? new Uint8Array()
    if (size === 0 || size > hashes.length) continue
    const proof = await proveConsistency(size, hashes.length, reader)
    if (!checkConsistency(size, hashes.length, proof, bytes, whole.root))
      faults.push(`head ${size} is no prefix of the last`)
  }
  const root = await rootOf(hashes.length, reader)
  for (const [index, hash] of hashes.entries()) {
    // Servers close what is idle meanwhile; unheard, the next request would be written into a closed connection.
    if (index % 256 === 0) await setImmediate()
    if (!checkInclusion(hash, index, hashes.length, await proveInclusion(index, hashes.length, reader), root))
      faults.push(`entry ${index} is not included`)
  }
  await setImmediate()
  return faults
}

/** The rules that a registry must keep, and that the database says of each certificate what the log says. */
async function checkRules(entries: Entry[], database: D1Database): Promise<string[]> {
  const { results } = await database
    .prepare('SELECT cid, status FROM certificate')
    .all<{ cid: string; status: string }>()
  try {
    foldKeys(entries.flatMap((leaf, index) => (isKeyLeaf(leaf) ? [{ index, leaf }] : [])))
    const standings = replay(entries)
    const faults = results.flatMap(({ cid, status }) =>
      standings.get(cid)?.status === status
        ? []
        : [`${cid} is ${status}, and in the log ${standings.get(cid)?.status}`],
    )
    return results.length === standings.size ? faults : [...faults, `${standings.size} issues, ${results.length} rows`]
  } catch (error) {
    if (error instanceof BrokenRule) return [error.message]
    throw error
  }
}
