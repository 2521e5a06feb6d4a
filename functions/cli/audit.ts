/** `asli audit URL`: the public monitor. Anyone can run it; it needs no token, and it trusts nothing but the log's key. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { decodeBase64, encodeBase64 } from '#core/log/base64.ts'
import { BrokenRule } from '#core/log/broken-rule.ts'
import type { Checkpoint } from '#core/log/checkpoint.ts'
import { type Entry, isKeyLeaf, parseEntry } from '#core/log/entry.ts'
import { growTree } from '#core/log/growth.ts'
import { type Hash, hashLeaf, isSameHash } from '#core/log/merkle.ts'
import { formatVerifierKey } from '#core/log/note.ts'
import { replay, type Standing } from '#core/log/replay.ts'
import { formatTilePath, type Tile } from '#core/log/tile.ts'
import { readLocalOrigin } from './api.ts'
import { auditKeys } from './audit-keys.ts'
import { auditLists, type Listed, readSlot } from './audit-lists.ts'
import { type Command, type Input, Refusal, text } from './command.ts'
import { Monitor } from './monitor.ts'
import { forEach, showProgress } from './progress.ts'

/** What an audit remembers for the next: a log that later contradicts it was rewritten. */
interface SavedState {
  vkey: string
  size: number
  root: string
}

/** Questions under way at once. */
const PARALLEL = 16

export const audit: Command = {
  help: `asli audit [URL] [--state FILE] [--json]

Reads a registry’s whole public log and checks: the checkpoint’s signature; every tile and entry against its root; that
no exclusive design is live twice; that the keys which the registry shows are those that the log says; of every
certificate, that its record and its state are the ones in the log; and every bit of every status list.
With --state, also that the log still begins with what an earlier audit saw; the file is written anew where all is well.
Exit code 1, and one line that says what is wrong, where anything is.`,
  options: { state: { type: 'string' } },
  run: async (input) => {
    const monitor = new Monitor(originOf(input))
    const file = text(input.options.state)
    const saved = file ? readState(file) : null
    const key = await monitor.readKey()
    const checkpoint = await monitor.readCheckpoint(key, saved?.vkey)
    const entries = await auditLog(monitor, checkpoint, saved)
    const standings = replayEntries(entries)
    const keyList = await auditKeys(monitor, entries, key)
    const listed = await auditRecords(monitor, standings, entries.findIndex(isKeyLeaf))
    const lists = await auditLists(monitor, listed, keyList)
    if (file)
      writeState(file, { vkey: formatVerifierKey(key), size: checkpoint.size, root: encodeBase64(checkpoint.root) })
    const json = {
      origin: monitor.origin,
      size: checkpoint.size,
      certificates: standings.size,
      keys: keyList.keys.length,
      lists,
    }
    return {
      lines: [`The log of ${monitor.origin} is whole: ${json.size} entries, ${json.certificates} certificates.`],
      json,
    }
  },
}

function originOf({ positionals: [url], options }: Input): string {
  const told = url ?? text(options.origin) ?? readLocalOrigin()
  if (!told || !URL.canParse(told)) throw new Refusal('Name a registry, such as https://asli.example.', { code: 2 })
  return told
}

/** The tree; gives its entries. */
async function auditLog(monitor: Monitor, checkpoint: Checkpoint, saved: SavedState | null) {
  if (saved && checkpoint.size < saved.size) {
    throw new Refusal(`The log was cut: it has ${checkpoint.size} entries, and had ${saved.size} at the last audit.`)
  }
  const progress = showProgress('entries', checkpoint.size)
  const entries = await monitor.readEntries(checkpoint.size, progress)
  const hashes = entries.map(hashLeaf)
  const tree = growTree(0, [], hashes)
  if (!isSameHash(tree.root, checkpoint.root))
    throw new Refusal('The entries do not give the root that the checkpoint signs.')
  if (saved && !isSameHash(growTree(0, [], hashes.slice(0, saved.size)).root, rootOf(saved))) {
    throw new Refusal(`The log was rewritten: its first ${saved.size} entries are not those of the last audit.`)
  }
  await auditTiles(monitor, tree.tiles)
  return entries.map(readEntry)
}

function rootOf({ root }: SavedState): Hash {
  return decodeBase64(root) ?? new Uint8Array()
}

async function auditTiles(monitor: Monitor, tiles: Tile[]): Promise<void> {
  await forEach(tiles, { what: 'tiles', parallel: PARALLEL }, async (tile) => {
    const served = await monitor.readTile(tile)
    if (!isSameHash(served, tile.hashes))
      throw new Refusal(`${formatTilePath(tile)} is not made of the entries under it.`)
  })
}

function readEntry(bytes: Uint8Array, index: number): Entry {
  const entry = parseEntry(bytes)
  if (!entry.ok) throw new Refusal(`Entry ${index} is no entry of this log: ${entry.error} does not fit.`)
  return entry.value
}

function replayEntries(entries: Entry[]): Map<string, Standing> {
  try {
    return replay(entries)
  } catch (error) {
    if (error instanceof BrokenRule) throw new Refusal(`The registry broke its rules: ${error.message}.`)
    throw error
  }
}

/** What the registry says now of each certificate must be what its log says; gives those that are in status lists. */
async function auditRecords(monitor: Monitor, standings: Map<string, Standing>, firstKey: number): Promise<Listed[]> {
  const listed: Listed[] = []
  await forEach(
    [...standings],
    { what: 'certificates', parallel: PARALLEL },
    async ([cid, { issued, body, status }]) => {
      const now = await monitor.describe(cid)
      if (!now) throw new Refusal(`Certificate ${cid} of entry ${issued} is gone from the registry.`)
      if (now.body !== body)
        throw new Refusal(`Certificate ${cid} has another body now than the one logged at entry ${issued}.`)
      if (now.status !== status) {
        throw new Refusal(
          `Certificate ${cid} of entry ${issued} is ${status} in the log, and the registry says ${now.status}.`,
        )
      }
      const slot = readSlot(now.statusIndex, { cid, issued }, firstKey)
      if (slot !== null) listed.push({ cid, slot, status })
    },
  )
  return listed
}

function readState(file: string): SavedState | null {
  if (!existsSync(file)) return null
  try {
    const { vkey, size, root } = JSON.parse(readFileSync(file, 'utf8')) as Partial<SavedState>
    if (typeof vkey === 'string' && Number.isSafeInteger(size) && typeof root === 'string')
      return { vkey, size: size ?? 0, root }
  } catch {}
  throw new Refusal(`${file} is not the state of an earlier audit: mend it, or name a file that does not exist yet.`)
}

function writeState(file: string, state: SavedState): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(state, null, 2)}\n`)
  renameSync(`${file}.new`, file)
}
