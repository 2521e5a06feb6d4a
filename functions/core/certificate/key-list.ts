/**
 * The public keys of a registry, by what each of them signs: `/.well-known/asli.json`.
 *
 *     { "origin": "https://asli.example",
 *       "keys": [ { "role": "registry", "kid": "…43…", "publicKeyMultibase": "z6Mk…" },
 *                 { "role": "log", "vkey": "asli.example/log+ede4d8fe+Adda…" },
 *                 { "role": "tag", "number": 1, "publicKeyMultibase": "z6Mk…" } ] }
 *
 * Readers pass over roles that they do not know. Of the roles here every member counts: one with another member, such as
 * a day from which it no longer holds, is refused rather than believed for ever.
 */
import type { JsonValue } from '../canonical-json.ts'
import { type NoteVerifier, parseVerifierKey } from '../log/note.ts'
import { fail, type Result, succeed } from '../result.ts'
import { importVerifier, parseMultikey, thumbprint, type Verifier } from './keys.ts'
import { integer, list, record, type Shape, ShapeError, text, textOneOf } from './shape.ts'
import type { Trust } from './verify.ts'

/** Public keys as W3C Multikeys (`z6Mk…`), the log's as a C2SP verifier key. */
export interface KeyList {
  origin: string
  keys: ListedKey[]
}

export type ListedKey =
  | { role: 'registry'; kid: string; publicKeyMultibase: string }
  | { role: 'log'; vkey: string }
  | { role: 'tag'; number: number; publicKeyMultibase: string }

/** A key list that can check signatures. */
export interface Keys extends Trust {
  logs: NoteVerifier[]
  tags: { number: number; verifier: Verifier }[]
}

const MOST_KEYS = 200

/** A registry's origin as URLs write it: `https://asli.example`, without a slash at its end. */
export const originText: Shape<string> = (value, path) => {
  const isOrigin = typeof value === 'string' && /^https?:/.test(value) && URL.canParse(value)
  if (!isOrigin || new URL(value).origin !== value) throw new ShapeError(path)
  return value
}

const multikey: Shape<string> = (value, path) => {
  if (typeof value !== 'string' || !parseMultikey(value)) throw new ShapeError(path)
  return value
}

const verifierKey: Shape<string> = (value, path) => {
  if (typeof value !== 'string' || !parseVerifierKey(value)) throw new ShapeError(path)
  return value
}

const roles: Record<string, Shape<ListedKey>> = {
  registry: record({ role: textOneOf(['registry']), kid: text(), publicKeyMultibase: multikey }),
  log: record({ role: textOneOf(['log']), vkey: verifierKey }),
  tag: record({ role: textOneOf(['tag']), number: integer(0, 0xffff), publicKeyMultibase: multikey }),
}

const listedKey: Shape<ListedKey | null> = (value, path) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new ShapeError(path)
  const { role } = value
  if (typeof role !== 'string') throw new ShapeError(`${path}.role`)
  return Object.hasOwn(roles, role) ? (roles[role]?.(value, path) ?? null) : null
}

const listShape = record({ origin: originText, keys: list(listedKey, MOST_KEYS) })

/** The keys whose roles are known here. @throws ShapeError */
export const keyList: Shape<KeyList> = (value, path) => {
  const { origin, keys } = listShape(value, path)
  const known = keys.flatMap((key) => key ?? [])
  for (const [at, key] of known.entries()) {
    if (!isConsistent(key, origin)) throw new ShapeError(`${path}.keys[${at}]`)
  }
  return { origin, keys: known }
}

/** A key bears the name that follows from it: its own thumbprint, or the log's address. */
function isConsistent(key: ListedKey, origin: string): boolean {
  if (key.role === 'registry') return key.kid === thumbprint(publicKeyOf(key))
  return key.role === 'tag' || parseVerifierKey(key.vkey)?.name === `${new URL(origin).host}/log`
}

/** The list in parsed JSON, or the path of what does not fit. */
export function parseKeyList(value: JsonValue): Result<KeyList, string> {
  try {
    return succeed(keyList(value, 'keys'))
  } catch (error) {
    if (error instanceof ShapeError) return fail(error.path)
    throw error
  }
}

function publicKeyOf({ publicKeyMultibase }: { publicKeyMultibase: string }): Uint8Array<ArrayBuffer> {
  const publicKey = parseMultikey(publicKeyMultibase)
  if (!publicKey) throw new Error('bad key list: it was parsed, and a key is none')
  return publicKey
}

/** Whether every key that `shown` lists is also one of `trusted`. */
export function isPartOf(shown: KeyList, trusted: KeyList): boolean {
  const known = new Set(trusted.keys.map((key) => JSON.stringify(key)))
  return shown.origin === trusted.origin && shown.keys.every((key) => known.has(JSON.stringify(key)))
}

export async function openKeys({ origin, keys }: KeyList): Promise<Keys> {
  const opened: Keys = { origin, verifiers: [], logs: [], tags: [] }
  for (const key of keys) {
    if (key.role === 'registry') opened.verifiers.push(await importVerifier(publicKeyOf(key)))
    else if (key.role === 'tag')
      opened.tags.push({ number: key.number, verifier: await importVerifier(publicKeyOf(key)) })
    else {
      const named = parseVerifierKey(key.vkey)
      if (named) opened.logs.push({ ...named, verifier: await importVerifier(named.publicKey) })
    }
  }
  return opened
}
