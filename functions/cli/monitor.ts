/** Reading a registry's public log as a stranger does, over HTTP: nothing of it is believed before it is checked. */
import { importVerifier } from '#core/certificate/keys.ts'
import { type Checkpoint, openCheckpoint } from '#core/log/checkpoint.ts'
import { parseEntries } from '#core/log/entry-bundle.ts'
import { formatVerifierKey, type NoteVerifier, parseVerifierKey } from '#core/log/note.ts'
import { formatTilePath, TILE_WIDTH, type TilePath } from '#core/log/tile.ts'
import { Refusal } from './command.ts'

export class Monitor {
  readonly origin: string

  constructor(origin: string) {
    this.origin = new URL(origin).origin
  }

  /** The log's key; where an earlier one is known, it must be the same. */
  async readKey(known?: string): Promise<NoteVerifier> {
    const key = parseVerifierKey((await this.#text('/log/vkey')).trim())
    const name = `${new URL(this.origin).host}/log`
    if (key?.name !== name) throw new Refusal(`${this.origin} shows no key of a log named ${name}.`)
    if (known && known !== formatVerifierKey(key))
      throw new Refusal('The log’s key is another than the one in the saved state.')
    return { ...key, verifier: await importVerifier(key.publicKey) }
  }

  async readCheckpoint(key: NoteVerifier): Promise<Checkpoint> {
    const opened = await openCheckpoint(await this.#text('/log/checkpoint'), key)
    if (!opened.ok) throw new Refusal(`The checkpoint is not signed by the log’s key (${opened.error}).`)
    return opened.value
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

  async describe(cid: string): Promise<{ body: string; status: string } | null> {
    const response = await this.#get(`/log/cid/${cid}`)
    return response.ok ? ((await response.json()) as { body: string; status: string }) : null
  }

  async #text(path: string): Promise<string> {
    const response = await this.#get(path)
    if (!response.ok) throw new Refusal(`${this.origin}${path} answered ${response.status}: is it an Asli registry?`)
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())
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
