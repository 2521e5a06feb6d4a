/**
 * The registry's keys, as the log's entries about them say, and only as this deployment's own registry key has endorsed
 * them: whoever can write to the database cannot add a key, nor change what an entry says. To take the newest entries away
 * is to cut the log, which its auditors see (decision 11).
 *
 * A deployment adds the keys it was given before they sign anything. Where its registry key is new to a log that has
 * others, it takes over only what the key that it was told of as the one before has endorsed: a history that somebody
 * made up is endorsed by a key of theirs.
 */

import { utf8 } from '#core/bytes.ts'
import { formatInstant } from '#core/calendar.ts'
import { type KeyList, type Keys, openKeys, writeKeyList } from '#core/certificate/key-list.ts'
import { formatMultikey, importVerifier, type Signer } from '#core/certificate/keys.ts'
import { BrokenRule } from '#core/log/broken-rule.ts'
import { parseEntry } from '#core/log/entry.ts'
import { type Endorsed, endorse, foldKeys, isEndorsed, type KnownKey } from '#core/log/key-history.ts'
import { formatKeyLeaf, type KeyEventType, type KeyLeaf, type KeyRole } from '#core/log/key-leaf.ts'
import type { KeyStore } from './key-store.ts'

/** All keys at one moment. */
export interface KeyState {
  /** Index of the last entry about a key. */
  at: number
  known: KnownKey[]
  list: KeyList
  keys: Keys
}

export interface Keyring {
  /** The keys that count at the entry `keysAt` about a key, or later. Rejects where nobody vouches for them. */
  open(keysAt: number): Promise<KeyState>
  /** The keys at hand, which may be a moment old: what is stored with them says where they stood. */
  current(): Promise<KeyState>
  /** The keys as they are now. */
  refresh(): Promise<KeyState>
  /** Appends an entry about a key that is known. False where another entry about a key came first. */
  append(type: Exclude<KeyEventType, 'key-added'>, key: KnownKey, from?: number): Promise<boolean>
}

/** What a keyring is opened with; the signers are this deployment's own. */
export interface KeyDesk {
  origin: string
  keyStore: KeyStore
  signer: Signer
  logSigner: Signer
  tagSigner: Signer
  /** Of the registry key before this one: the only one whose word for the history counts where this one is new. */
  earlierKid?: string | undefined
  now(): Date
}

/** Tries: in each another deployment, or another isolate, appended an entry first. */
const MOST_TRIES = 16

export function openKeyring(desk: KeyDesk): Keyring {
  // Not a promise of it: the request that is reading may end before it has read (services.ts).
  let held: KeyState | undefined
  const refresh = async () => {
    try {
      held = await readKeys(desk)
      return held
    } catch (error) {
      // What nobody vouches for now is not gone on with because somebody did before.
      held = undefined
      throw error
    }
  }
  const current = async () => held ?? refresh()
  return {
    current,
    refresh,
    open: async (keysAt) => {
      const state = await current()
      return state.at >= keysAt ? state : refresh()
    },
    append: async (type, key, from) => {
      const events = await desk.keyStore.readKeyEvents()
      await confirm(events, desk)
      const previous = events.findLast(({ kid }) => kid === key.kid)?.index ?? null
      const leaf = { ...describeKey(key), t: type, ...(from === undefined ? {} : { from }) }
      const appended = await appendLeaf(leaf, previous, events, desk)
      await refresh()
      return appended
    },
  }
}

async function readKeys(desk: KeyDesk): Promise<KeyState> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const events = await desk.keyStore.readKeyEvents()
    const known = foldHistory(events)
    const missing = ownKeys(desk).find(({ signer }) => !known.some(({ kid }) => kid === signer.kid))
    if (!missing) {
      await confirm(events, desk)
      const list = writeKeyList(desk.origin, known)
      return { at: events.at(-1)?.index ?? -1, known, list, keys: await openKeys(list) }
    }
    const { role, signer } = missing
    // A registry key that is new here takes over what the one before it endorsed; one that is not, what it endorsed itself.
    await (role === 'registry' ? confirmEarlier(events, known, desk) : confirm(events, desk))
    const leaf = { t: 'key-added' as const, ...describeKey({ role, kid: signer.kid, publicKey: signer.publicKey }) }
    await appendLeaf(leaf, null, events, desk)
  }
  throw new Error(`bad store: ${MOST_TRIES} entries about keys in a row came first`)
}

/** @throws UnconfirmedKeys where the entries contradict one another: none that this code appended does. */
function foldHistory(events: Endorsed[]): KnownKey[] {
  try {
    return foldKeys(events.map(readEvent))
  } catch (error) {
    if (error instanceof BrokenRule) throw new UnconfirmedKeys(`the history of keys is broken: ${error.message}`)
    throw error
  }
}

function ownKeys({ signer, logSigner, tagSigner }: KeyDesk): { role: KeyRole; signer: Signer }[] {
  return [
    { role: 'registry', signer },
    { role: 'log', signer: logSigner },
    { role: 'tag', signer: tagSigner },
  ]
}

/** @throws Error where this deployment's registry key does not vouch for the history. */
async function confirm(events: Endorsed[], { signer }: KeyDesk): Promise<void> {
  if (await isEndorsed(events, await importVerifier(signer.publicKey))) return
  throw new UnconfirmedKeys(
    'the history of keys is not endorsed by this deployment’s registry key: another deployment has a newer one, or somebody wrote to the database',
  )
}

/** @throws Error where the history is neither empty nor vouched for by the key that this deployment was told of. */
async function confirmEarlier(events: Endorsed[], known: KnownKey[], { earlierKid }: KeyDesk): Promise<void> {
  if (events.length === 0) return
  const earlier = known.find(({ role, kid }) => role === 'registry' && kid === earlierKid)
  if (earlier && (await isEndorsed(events, await importVerifier(earlier.publicKey)))) return
  throw new UnconfirmedKeys(
    'the log has a history of keys, and this deployment’s registry key is new to it: set ASLI_REGISTRY_KID_EARLIER to the KID of the key that it replaces (docs/operations.md); where none was replaced, somebody wrote to the database',
  )
}

/** The keys cannot be vouched for: whatever they signed can be neither confirmed nor denied. */
export class UnconfirmedKeys extends Error {}

function readEvent({ index, leaf: text }: Endorsed): { index: number; leaf: KeyLeaf } {
  const entry = parseEntry(utf8(text))
  if (!entry.ok || !('kid' in entry.value)) throw new UnconfirmedKeys(`entry ${index} is none about a key`)
  return { index, leaf: entry.value }
}

function describeKey({ role, kid, publicKey }: Pick<KnownKey, 'role' | 'kid' | 'publicKey'>) {
  return { role, kid, publicKey: formatMultikey(publicKey) }
}

async function appendLeaf(leaf: Omit<KeyLeaf, 'ts'>, previous: number | null, events: Endorsed[], desk: KeyDesk) {
  const text = formatKeyLeaf({ ...leaf, ts: formatInstant(desk.now().getTime()) })
  const endorsement = await endorse([...events.map((event) => event.leaf), text], desk.signer)
  const event = { kid: leaf.kid, previous, leaf: text, endorsement }
  return desk.keyStore.appendKeyEvent(event, events.at(-1)?.index ?? -1)
}
