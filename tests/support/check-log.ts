/** Audits the whole log of a database or of a store, as a stranger would: after each step of a test, if it likes. */
import { setImmediate } from 'node:timers/promises'
import { utf8 } from '#core/bytes.ts'
import { decodeBase64 } from '#core/log/base64.ts'
import { type Entry, isKeyLeaf, parseEntry } from '#core/log/entry.ts'
import { growTree } from '#core/log/growth.ts'
import {
  checkConsistency,
  checkInclusion,
  hashLeaf,
  proveConsistency,
  proveInclusion,
  rootOf,
} from '#core/log/merkle.ts'
import { tileReader } from '#core/log/tile.ts'

/** An entry about a key stands under the key's id, and its leaf has no link to the one before. */
function agrees(entry: Entry, { cid, previous }: { cid: string; previous: number | null }): boolean {
  return isKeyLeaf(entry) ? entry.kid === cid : entry.cid === cid && (entry.prev ?? null) === previous
}

/** What is wrong with the log, in words; empty where nothing is. */
export async function checkLog(database: D1Database): Promise<string[]> {
  const { results: events } = await database
    .prepare('SELECT idx, cid, previous, leaf FROM event ORDER BY idx')
    .all<{ idx: number; cid: string; previous: number | null; leaf: string }>()
  const { results: heads } = await database
    .prepare('SELECT size, previous, root FROM log_head ORDER BY size')
    .all<{ size: number; previous: number; root: string }>()
  const faults: string[] = []
  events.forEach((event, i) => {
    if (event.idx !== i) faults.push(`gap: event ${event.idx} stands at ${i}`)
    const entry = parseEntry(utf8(event.leaf))
    if (!entry.ok) faults.push(`event ${i}: ${entry.error}`)
    else if (!agrees(entry.value, event)) faults.push(`event ${i} contradicts its leaf`)
  })
  const hashes = events.map(({ leaf }) => hashLeaf(utf8(leaf)))
  const whole = growTree(0, [], hashes)
  const reader = tileReader(hashes.length, () => whole.tiles)
  heads.forEach((head, i) => {
    if (i > 0 && head.previous !== heads[i - 1]?.size) faults.push(`fork: head ${head.size} follows ${head.previous}`)
  })
  const last = heads.at(-1)
  if (last?.size !== events.length) faults.push(`the head has ${last?.size} of ${events.length} entries`)
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
