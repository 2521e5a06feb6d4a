/** What `asli verify` is asked about: a code at a registry, an address, or a file. */
import { existsSync } from 'node:fs'
import { readCode } from '#core/certificate/code.ts'
import { isOwnerFragment, parseOwnerFragment } from '#core/certificate/owner-link.ts'
import { isLocalHost } from '#core/qr/payload.ts'
import { readLocalOrigin } from './api.ts'
import { type Input, misuse, onePositional, Refusal, text } from './command.ts'
import type { Subject } from './evidence.ts'
import { readProofFile } from './proof-file.ts'
import { notACode } from './typed-code.ts'
import type { Circumstances } from './verify-words.ts'

/** What is to be verified, and what a bundle says of itself. */
export interface Target extends Subject, Pick<Circumstances, 'file' | 'saved'> {
  /** Of a customer's own link, which opens for whom the piece was made. */
  ownerSecret?: Uint8Array
}

export function readTarget(input: Input): Target {
  const typed = onePositional(input, 'code, address or file')
  const told = text(input.options.origin)
  const origin = told === undefined ? undefined : readOrigin(told)
  const target = /^https?:/i.test(typed) ? readAddress(typed) : (readTypedCode(typed, origin) ?? readFile(typed))
  if (origin !== undefined && origin !== target.origin) {
    throw new Refusal(
      `${typed.split('#')[0]} is of ${target.origin}, not of ${origin}: leave out --origin, or look whose it should be.`,
    )
  }
  return target
}

function readOrigin(typed: string): string {
  if (/^https?:/i.test(typed) && URL.canParse(typed)) return new URL(typed).origin
  throw misuse(`“${typed}” is no address: write it as https://asli.example.`)
}

const nothingYet = { credential: null, proof: null, keys: null }

/** `/v/CODE` and `/V/CODE`, with or without a language before it, and behind it a card's signature or an owner secret. */
function readAddress(typed: string): Target {
  const url = URL.canParse(typed) ? new URL(typed) : null
  const [bare] = typed.split('#')
  if (!url || url.username || url.password) throw misuse(`“${bare}” is no address of a certificate: copy it again.`)
  const [, asked = ''] = /^\/(?:[a-z]{2}\/)?v\/([A-Za-z0-9-]+)\/?$/i.exec(url.pathname) ?? []
  const reading = readCode(asked)
  if (reading.kind !== 'code') {
    throw misuse(`${url.origin}${url.pathname} has no code: it must end in /v/ and the twelve symbols of the label.`)
  }
  const card = url.hash.startsWith('#s=') ? { card: url.hash } : {}
  return { origin: url.origin, code: reading.code, ...card, ...readOwner(url.hash), ...nothingYet }
}

/** No sentence repeats what stands behind `#o=`. */
function readOwner(fragment: string): Pick<Target, 'ownerSecret'> {
  if (!isOwnerFragment(fragment)) return {}
  const ownerSecret = parseOwnerFragment(fragment)
  if (ownerSecret) return { ownerSecret }
  throw misuse('The owner’s link is cut or mistyped: behind #o= it has 26 letters and digits. Copy it whole.')
}

function readTypedCode(typed: string, told: string | undefined): Target | null {
  const reading = readCode(typed)
  if (reading.kind === 'typo' && !existsSync(typed)) {
    throw notACode(typed)
  }
  if (reading.kind !== 'code') return null
  const local = told ?? readLocalOrigin()
  if (local === undefined) throw misuse('Name the registry with --origin, as in --origin https://asli.example.')
  return { origin: readOrigin(local), code: reading.code, ...nothingYet }
}

function readFile(file: string): Target {
  if (!existsSync(file))
    throw misuse(`“${file.split('#')[0]}” is no code and no address, and there is no such file here.`)
  const { origin, code, credential, bundle } = readProofFile(file)
  if (!bundle) return { origin, code, credential, proof: null, keys: null, file }
  const { proof, keys, status, savedAt } = bundle
  return { origin, code, credential, proof, keys, file, saved: { status, savedAt } }
}

export function refuseOffline({ credential, keys }: Target, isPinned: boolean, isSaving: boolean): void {
  if (isSaving) throw misuse('--save needs the registry: leave out --offline.')
  if (credential === null) throw misuse('--offline needs a FILE: write one with --save while there is a network.')
  if (!keys && !isPinned) {
    throw misuse('A certificate alone has no keys with it: give --keys FILE, a saved /.well-known/asli.json.')
  }
}

/** Without TLS anybody on the way could show keys of their own. */
export function refusePlainHttp(origin: string): void {
  const { protocol, hostname, host } = new URL(origin)
  if (protocol === 'http:' && !isLocalHost(hostname)) {
    throw misuse(
      `Over http nobody can tell who answers for ${host}: ask https://${host}, or check a file with --offline.`,
    )
  }
}
