/** Reading a registry's public log as a stranger does, over HTTP: nothing of it is believed before it is checked. */
import type { JsonValue } from '#core/canonical-json.ts'
import { type KeyList, parseKeyList } from '#core/certificate/key-list.ts'
import { importVerifier } from '#core/certificate/keys.ts'
import { type StatusPurpose, statusListUrl } from '#core/certificate/status-list.ts'
import { type Checkpoint, openCheckpoint } from '#core/log/checkpoint.ts'
import { parseEntries } from '#core/log/entry-bundle.ts'
import { logName } from '#core/log/log-name.ts'
import { formatVerifierKey, type NoteVerifier, parseVerifierKey } from '#core/log/note.ts'
import { formatTilePath, TILE_WIDTH, type TilePath } from '#core/log/tile.ts'
import { plain, Refusal } from './command.ts'

/** What a registry says of a certificate by its public id. */
export interface Described {
  body: string
  status: string
  /** As it was told: not checked yet. */
  statusIndex?: unknown
}

export class Monitor {
  readonly origin: string

  constructor(origin: string) {
    this.origin = new URL(origin).origin
  }

  /** The log's key, as the registry shows it. */
  async readKey(): Promise<NoteVerifier> {
    const key = parseVerifierKey((await this.#text('/log/vkey')).trim())
    const name = logName(this.origin)
    if (key?.name !== name) throw new Refusal(`${this.origin} shows no key of a log named ${name}.`)
    return { ...key, verifier: await importVerifier(key.publicKey) }
  }

  /**
   * The checkpoint, signed by the log's key; where an earlier audit knew another, by that one, too: it vouches for the
   * one that follows it, which the log then names.
   */
  async readCheckpoint(key: NoteVerifier, known?: string): Promise<Checkpoint> {
    const note = await this.#text('/log/checkpoint')
    const opened = await openCheckpoint(note, key)
    if (!opened.ok) throw new Refusal(`The checkpoint is not signed by the log’s key (${opened.error}).`)
    if (known === undefined || known === formatVerifierKey(key)) return opened.value
    const earlier = parseVerifierKey(known)
    const vouched =
      earlier && (await openCheckpoint(note, { ...earlier, verifier: await importVerifier(earlier.publicKey) }))
    if (!vouched?.ok)
      throw new Refusal('The log’s key is another than the one in the saved state, which did not sign this checkpoint.')
    return vouched.value
  }

  /** `/.well-known/asli.json`. */
  async readKeyList(): Promise<KeyList> {
    const path = '/.well-known/asli.json'
    const list = parseKeyList(await this.#json(path))
    if (!list.ok) throw new Refusal(`${this.origin}${path} is no list of keys: ${plain(list.error)} does not fit.`)
    return list.value
  }

  /** A status list's credential as it was served. */
  async readStatusList(purpose: StatusPurpose, list: number): Promise<{ path: string; document: JsonValue }> {
    const url = statusListUrl(this.origin, purpose, list)
    return { path: url, document: await this.#json(url.slice(this.origin.length)) }
  }

  /** Every entry of a log of this size; `progress` hears how many are in. */
  async readEntries(size: number, progress: (read: number) => void): Promise<Uint8Array[]> {
    const entries: Uint8Array[] = []
    for (let index = 0; entries.length < size; index++) {
      const width = Math.min(TILE_WIDTH, size - index * TILE_WIDTH)
      const bundle = parseEntries(await this.readTile({ level: 'entries', index, width }))
      if (bundle?.length !== width)
        throw new Refusal(`The entries from ${index * TILE_WIDTH} on are not as many as the checkpoint says.`)
      entries.push(...bundle)
      progress(entries.length)
    }
    return entries
  }

  async readTile(path: TilePath): Promise<Uint8Array> {
    const name = formatTilePath(path)
    const response = await this.#get(`/log/${name}`)
    if (!response.ok)
      throw new Refusal(`The log does not have ${name}, though its checkpoint says that it is that long.`)
    return new Uint8Array(await response.arrayBuffer())
  }

  async describe(cid: string): Promise<Described | null> {
    const response = await this.#get(`/log/cid/${cid}`)
    return response.ok ? ((await response.json()) as Described) : null
  }

  async #text(path: string): Promise<string> {
    const response = await this.#get(path)
    if (!response.ok) throw new Refusal(`${this.origin}${path} answered ${response.status}: is it an Asli registry?`)
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())
  }

  async #json(path: string): Promise<JsonValue> {
    const text = await this.#text(path)
    try {
      return JSON.parse(text) as JsonValue
    } catch {
      throw new Refusal(`${this.origin}${path} is not JSON.`)
    }
  }

  async #get(path: string): Promise<Response> {
    try {
      return await fetch(`${this.origin}${path}`)
    } catch {
      throw new Refusal(
        `Nothing answers at ${this.origin}: what could not be read was not checked, and is not called false.`,
      )
    }
  }
}
