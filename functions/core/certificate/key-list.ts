/**
 * Every public key that a registry ever used, by what each of them signs: `/.well-known/asli.json`.
 *
 *     { "origin": "https://asli.example",
 *       "keys": [ { "role": "registry", "kid": "…43…", "publicKeyMultibase": "z6Mk…", "first": 0, "last": 1203 },
 *                 { "role": "registry", "kid": "…43…", "publicKeyMultibase": "z6Mk…", "first": 1201 },
 *                 { "role": "log", "vkey": "asli.example/log+ede4d8fe+Adda…" },
 *                 { "role": "tag", "number": 1, "publicKeyMultibase": "z6Mk…" } ] }
 *
 * `first`, `last` and `compromisedFrom` are indexes of the log, as in key-history.ts: a signature counts by where the log
 * has what was signed. Readers pass over roles that they do not know. Of the roles here every member counts: one with
 * another member is refused rather than believed for ever.
 */
import type { JsonValue } from '../canonical-json.ts'
import type { KeyPeriod, KnownKey } from '../log/key-history.ts'
import { logName } from '../log/log-name.ts'
import { formatVerifierKey, type NoteVerifier, parseVerifierKey } from '../log/note.ts'
import { fail, type Result, succeed } from '../result.ts'
import { formatMultikey, importVerifier, parseMultikey, thumbprint, type Verifier } from './keys.ts'
import { integer, list, optional, record, type Shape, ShapeError, text, textOneOf } from './shape.ts'
import type { Trust } from './verify.ts'

/** Public keys as W3C Multikeys (`z6Mk…`), the log's as a C2SP verifier key. */
export interface KeyList {
  origin: string
  keys: ListedKey[]
}

export type ListedKey = ListedPeriod &
  (
    | { role: 'registry'; kid: string; publicKeyMultibase: string }
    | { role: 'log'; vkey: string }
    | { role: 'tag'; number: number; publicKeyMultibase: string }
  )

/** What of a KeyPeriod there is to say: a key that counts from the beginning and still signs has none of these. */
interface ListedPeriod {
  first?: number
  last?: number
  compromisedFrom?: number
}

/** A key list that can check signatures. */
export interface Keys extends Trust {
  logs: (NoteVerifier & Partial<KeyPeriod>)[]
  tags: ({ number: number; verifier: Verifier } & Partial<KeyPeriod>)[]
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

const index = optional(integer(0, Number.MAX_SAFE_INTEGER))
const period = { first: index, last: index, compromisedFrom: index }
const roles: Record<string, Shape<ListedKey>> = {
  registry: record({ role: textOneOf(['registry']), kid: text(), publicKeyMultibase: multikey, ...period }),
  log: record({ role: textOneOf(['log']), vkey: verifierKey, ...period }),
  tag: record({ role: textOneOf(['tag']), number: integer(0, 0xffff), publicKeyMultibase: multikey, ...period }),
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
  return key.role === 'tag' || parseVerifierKey(key.vkey)?.name === logName(origin)
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

/** The list of these keys. */
export function writeKeyList(origin: string, known: KnownKey[]): KeyList {
  const keys = known.map(({ role, kid, publicKey, number, first, last, compromisedFrom }): ListedKey => {
    const period = {
      ...(first === 0 ? {} : { first }),
      ...(last === null ? {} : { last }),
      ...(compromisedFrom === null ? {} : { compromisedFrom }),
    }
    if (role === 'log') return { role, vkey: formatVerifierKey({ name: logName(origin), publicKey }), ...period }
    const publicKeyMultibase = formatMultikey(publicKey)
    return role === 'tag'
      ? { role, number, publicKeyMultibase, ...period }
      : { role, kid, publicKeyMultibase, ...period }
  })
  return { origin, keys }
}

/** What tells a key from every other of its list, whatever is said of its period. */
function nameKey(key: ListedKey): string {
  if (key.role === 'log') return `log ${key.vkey}`
  return `${key.role} ${key.role === 'tag' ? key.number : key.kid} ${key.publicKeyMultibase}`
}

/**
 * Whether two lists can be of one registry at different times: one has every key of the other. A registry adds keys, and
 * never takes one back.
 */
export function isContinued(one: KeyList, other: KeyList): boolean {
  const names = [one, other].map(({ keys }) => new Set(keys.map(nameKey))) as [Set<string>, Set<string>]
  return one.origin === other.origin && (isWithin(names[0], names[1]) || isWithin(names[1], names[0]))
}

function isWithin(one: Set<string>, other: Set<string>): boolean {
  return [...one].every((name) => other.has(name))
}

/** The trusted keys, each within the narrowest of the periods that the lists give it: what speaks against it counts. */
export function narrowKeys(trusted: KeyList, shown: KeyList[]): KeyList {
  const keys = trusted.keys.map((key) => {
    const others = shown.flatMap((list) => list.keys.filter((other) => nameKey(other) === nameKey(key)))
    return { ...key, ...narrowPeriod([key, ...others]) }
  })
  return { ...trusted, keys }
}

/** The latest beginning, and the earliest ends. A registry never moves a beginning: two that differ are one lie at least. */
function narrowPeriod(periods: ListedPeriod[]): ListedPeriod {
  const first = Math.max(...periods.map((period) => period.first ?? 0))
  const least = (name: 'last' | 'compromisedFrom') => {
    const ends = periods.flatMap((period) => period[name] ?? [])
    return ends.length > 0 ? { [name]: Math.min(...ends) } : {}
  }
  return { ...(first > 0 ? { first } : {}), ...least('last'), ...least('compromisedFrom') }
}

export async function openKeys({ origin, keys }: KeyList): Promise<Keys> {
  const opened: Keys = { origin, verifiers: [], logs: [], tags: [] }
  for (const key of keys) {
    const { first, last, compromisedFrom } = key
    const within = { first: first ?? 0, last: last ?? null, compromisedFrom: compromisedFrom ?? null }
    if (key.role === 'registry') opened.verifiers.push({ ...(await importVerifier(publicKeyOf(key))), ...within })
    else if (key.role === 'tag')
      opened.tags.push({ number: key.number, verifier: await importVerifier(publicKeyOf(key)), ...within })
    else {
      const named = parseVerifierKey(key.vkey)
      if (named) opened.logs.push({ ...named, verifier: await importVerifier(named.publicKey), ...within })
    }
  }
  return opened
}
