/** A keyring's desk with signers of its own, over rows in memory that a test can spoil. */
import { formatMultikey, importSigner, makePrivateKey, type Signer } from '#core/certificate/keys.ts'
import type { Endorsed } from '#core/log/key-history.ts'
import { formatKeyLeaf, type KeyLeaf, type KeyRole } from '#core/log/key-leaf.ts'
import type { KeyStore } from '../../functions/actions/key-store.ts'
import { type KeyDesk, type KeyState, openKeyring } from '../../functions/actions/keyring.ts'

const ORIGIN = 'https://asli.example'
const makeSigner = async () => importSigner(await makePrivateKey())
export const [registry, log, tag, strange, nextRegistry, nextLog, nextTag] = (await Promise.all(
  Array.from({ length: 7 }, makeSigner),
)) as [Signer, Signer, Signer, Signer, Signer, Signer, Signer]

/** Entries about keys, of a log that has nine others between each two of them. */
export function openRows(): KeyStore & { rows: Endorsed[]; reads: number } {
  const store: KeyStore & { rows: Endorsed[]; reads: number } = {
    rows: [],
    reads: 0,
    readKeyEvents: async () => {
      store.reads++
      return [...store.rows]
    },
    appendKeyEvent: async ({ kid, previous, leaf, endorsement }, keysAt) => {
      const last = store.rows.at(-1)?.index ?? -1
      if (last !== keysAt) return false
      store.rows.push({ index: store.rows.length * 10, kid, previous, leaf, endorsement })
      return true
    },
  }
  return store
}

const deskOf = (keyStore: KeyStore, changes: Partial<KeyDesk> = {}): KeyDesk => ({
  ...{ origin: ORIGIN, keyStore, signer: registry, logSigner: log, tagSigner: tag },
  now: () => new Date('2026-11-22T03:00:00Z'),
  ...changes,
})
export const open = (keyStore: KeyStore, changes: Partial<KeyDesk> = {}) => openKeyring(deskOf(keyStore, changes))
export const outline = ({ known }: KeyState) =>
  known.map(({ role, number, first, last, compromisedFrom }) => [role, number, first, last, compromisedFrom])

export function leafOf(t: KeyLeaf['t'], role: KeyRole, { kid, publicKey }: Signer, from?: number): string {
  const about = { t, role, kid, publicKey: formatMultikey(publicKey), ts: '2026-11-22T03:00:00Z' }
  return formatKeyLeaf(from === undefined ? about : { ...about, from })
}

export async function settled() {
  const store = openRows()
  await open(store).refresh()
  return store
}
