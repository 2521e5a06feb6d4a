/** The files that `asli verify` reads and writes: a proof bundle, a credential, a list of keys. */
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { decodeUtf8 } from '#core/bytes.ts'
import type { JsonValue } from '#core/canonical-json.ts'
import { BUNDLE_FORMAT, type Bundle, formatBundle, parseBundle } from '#core/certificate/bundle.ts'
import { type Code, parseCode } from '#core/certificate/code.ts'
import { asObject } from '#core/certificate/evidence-check.ts'
import { type KeyList, parseKeyList } from '#core/certificate/key-list.ts'
import { readCanonical, readJson } from './ask-registry.ts'
import { misuse, plain, Refusal } from './command.ts'

const MAX_BYTES = 1_000_000

/** What a file holds of a certificate, and where it says that it was issued. */
export interface ProofFile {
  origin: string
  /** Null where it names none that can be read. */
  code: Code | null
  /** Canonical text of the credential. */
  credential: string
  bundle: Bundle | null
}

export function readProofFile(file: string): ProofFile {
  const value = readJsonFile(file)
  const { format, id, credentialSubject } = asObject(value) ?? {}
  if (typeof format === 'string' && format.startsWith('asli-proof-bundle/')) return readBundle(file, value, format)
  const credential = credentialSubject === undefined ? null : readCanonical(value)
  const address = typeof id === 'string' && /^https?:/.test(id) && URL.canParse(id) ? new URL(id) : null
  if (credential === null || !address) {
    throw misuse(
      `${file} is neither a proof bundle nor a certificate: name what \`asli verify CODE --save FILE\` wrote, or what /api/certificates/CODE served.`,
    )
  }
  return { origin: address.origin, code: codeOf(address), credential, bundle: null }
}

function readBundle(file: string, value: JsonValue, format: string): ProofFile {
  if (format !== BUNDLE_FORMAT) {
    throw misuse(`${file} is a proof bundle of another version than ${BUNDLE_FORMAT}: check it with a newer asli.`)
  }
  const bundle = parseBundle(value)
  if (!bundle.ok) {
    throw misuse(`${file} is no whole proof bundle (${plain(bundle.error)} does not fit): save it anew with --save.`)
  }
  const { origin, credential } = bundle.value
  const { id } = asObject(readJson(credential)) ?? {}
  const code = typeof id === 'string' && URL.canParse(id) ? codeOf(new URL(id)) : null
  return { origin, code, credential, bundle: bundle.value }
}

function codeOf({ pathname }: URL): Code | null {
  return parseCode(pathname.slice(pathname.lastIndexOf('/') + 1))
}

/** A saved `/.well-known/asli.json`. */
export function readKeyFile(file: string): KeyList {
  const list = parseKeyList(readJsonFile(file))
  if (list.ok) return list.value
  throw misuse(
    `${file} is no list of keys (${plain(list.error)} does not fit): save /.well-known/asli.json of the registry.`,
  )
}

function readJsonFile(file: string): JsonValue {
  const bytes = readBytes(file)
  let text: string
  try {
    text = decodeUtf8(bytes)
  } catch {
    throw misuse(`${file} is no text but binary data: name a JSON file.`)
  }
  // Some editors put a byte order mark before the text.
  const value = readJson(text.replace(/^\uFEFF/, ''))
  if (value === undefined) throw misuse(`${file} is not JSON, or was cut short: get it or save it anew.`)
  return value
}

function readBytes(file: string): Uint8Array {
  if (!existsSync(file)) throw misuse(`There is no file ${file} here (in ${resolve('.')}).`)
  const { size } = statSync(file)
  if (!statSync(file).isFile()) throw misuse(`${file} is no file: name a JSON file.`)
  if (size > MAX_BYTES) throw misuse(`${file} has more than 1 MB, which no certificate has: name another file.`)
  try {
    return readFileSync(file)
  } catch (error) {
    throw misuse(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}): name a file of your own.`)
  }
}

/** Written aside and renamed: a bundle is whole or not there. */
export function writeBundle(file: string, bundle: Bundle): void {
  try {
    writeFileSync(`${file}.new`, formatBundle(bundle))
    renameSync(`${file}.new`, file)
  } catch (error) {
    throw new Refusal(`${file} cannot be written (${(error as NodeJS.ErrnoException).code}): save it elsewhere.`)
  }
}
