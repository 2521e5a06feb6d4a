/**
 * The keys of a registry, folded from the log's entries about them.
 *
 *     key-added ─ key-retired: it signs nothing that the log has later
 *               └ key-compromised from an index: nothing from there on counts, whoever signed it
 *
 * The first key of each role counts from the log's beginning: a log may be older than its entries about keys. In the
 * registry's own database each such entry bears an endorsement, so that nobody who can write there can add a key:
 *
 *     endorsement = base64url(Ed25519(registry key of that time, "asli/keys/v1" ‖ 0x00 ‖
 *                   SHA-256(the texts of all entries about keys so far, each followed by a newline)))
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, decodeBase64url, encodeBase64url, utf8 } from '../bytes.ts'
import { parseMultikey, type Signer, type Verifier } from '../certificate/keys.ts'
import { BrokenRule } from './broken-rule.ts'
import type { KeyLeaf, KeyRole } from './key-leaf.ts'

const ENDORSEMENT_CONTEXT = 'asli/keys/v1'

/** Which entries of the log a key's signature vouches for. */
export interface KeyPeriod {
  /** Index of the first. */
  first: number
  /** Index of the entry that retired it, the last that it may have signed; null while it signs. */
  last: number | null
  /** Index of the first that it no longer vouches for; null where it is not compromised. */
  compromisedFrom: number | null
}

export interface KnownKey extends KeyPeriod {
  kid: string
  role: KeyRole
  publicKey: Uint8Array<ArrayBuffer>
  /** How cards name a tag key: 1 for the registry's first. */
  number: number
  /** The instant at which it was marked as compromised; null where it is not. */
  compromisedAt: string | null
}

/** An entry about a key, as the registry keeps it. */
export interface Endorsed {
  index: number
  kid: string
  previous: number | null
  leaf: string
  endorsement: string
}

/** Every key, in the order in which they were added. @throws BrokenRule at the first entry that contradicts another. */
export function foldKeys(entries: { index: number; leaf: KeyLeaf }[]): KnownKey[] {
  const keys = new Map<string, KnownKey>()
  for (const { index, leaf } of entries) keys.set(leaf.kid, continueKey(keys, index, leaf))
  return [...keys.values()]
}

function continueKey(keys: Map<string, KnownKey>, index: number, leaf: KeyLeaf): KnownKey {
  const { t, kid, role, publicKey, from, ts } = leaf
  const key = keys.get(kid)
  if (t === 'key-added') {
    if (key) throw new BrokenRule(`entry ${index} adds a key that an earlier entry added`)
    const sameRole = [...keys.values()].filter((other) => other.role === role).length
    const bytes = parseMultikey(publicKey)
    if (!bytes) throw new Error('bad entry: it was parsed, and its key is none')
    const period = { first: sameRole === 0 ? 0 : index, last: null, compromisedFrom: null, compromisedAt: null }
    return { kid, role, publicKey: bytes, number: sameRole + 1, ...period }
  }
  if (key?.role !== role) throw new BrokenRule(`entry ${index} is about a key that was never added for that role`)
  if (key.compromisedFrom !== null) throw new BrokenRule(`entry ${index} is about a key that was compromised before`)
  if (t === 'key-retired') {
    if (key.last !== null) throw new BrokenRule(`entry ${index} retires a key that entry ${key.last} retired`)
    return { ...key, last: index }
  }
  if (from === undefined || from > index)
    throw new BrokenRule(`entry ${index} says that a key is compromised from an entry on that comes later`)
  return { ...key, compromisedFrom: from, compromisedAt: ts }
}

/** Why a signature at this index of the log does not count, or null where it does. */
export function refuseIndex(
  { first, last, compromisedFrom }: KeyPeriod,
  index: number,
): 'key-compromised' | 'key-retired' | 'key-not-yet' | null {
  if (compromisedFrom !== null && index >= compromisedFrom) return 'key-compromised'
  if (last !== null && index > last) return 'key-retired'
  return index < first ? 'key-not-yet' : null
}

/** Whether the key signs at all: a retired or compromised one signs nothing new. */
export function isInUse({ last, compromisedFrom }: Partial<KeyPeriod>): boolean {
  return last == null && compromisedFrom == null
}

/** The endorsement of the last of these entries, and so of all. */
export async function endorse(leaves: string[], signer: Signer): Promise<string> {
  return encodeBase64url(await signer.sign(endorsedBytes(leaves)))
}

/** Whether the last entry's endorsement, which vouches for all, is this verifier's. */
export async function isEndorsed(
  events: Pick<Endorsed, 'leaf' | 'endorsement'>[],
  verifier: Verifier,
): Promise<boolean> {
  const signature = decodeBase64url(events.at(-1)?.endorsement ?? '')
  if (signature?.length !== 64) return false
  return verifier.verify(endorsedBytes(events.map(({ leaf }) => leaf)), signature)
}

function endorsedBytes(leaves: string[]): Uint8Array<ArrayBuffer> {
  const digest = sha256(utf8(leaves.map((leaf) => `${leaf}\n`).join('')))
  return concatBytes(utf8(ENDORSEMENT_CONTEXT), Uint8Array.of(0), digest)
}
