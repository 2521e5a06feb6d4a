/**
 * For whom a piece was made, so that only the customer's own link can show it. Whoever issues draws an owner secret of
 * 16 random bytes for one certificate; from it, by HKDF-SHA-256 without a salt of its own:
 *
 *     salt  (32) = HKDF(secret, info = "asli/made-for/v1/salt")
 *     key   (32) = HKDF(secret, info = "asli/made-for/v1/key")
 *     nonce (12) = HKDF(secret, info = "asli/made-for/v1/nonce" ‖ 0x00 ‖ commitment)
 *
 *     commitment = base64url(SHA-256("asli/made-for/v1" ‖ 0x00 ‖ salt ‖ name))            43 symbols, signed and public
 *     sealed     = base64url(AES-256-GCM(key, nonce, name ‖ 0x80 ‖ 0x00 …, AAD = commitment))    stored, and deletable
 *
 * name is UTF-8 in NFC, as normalizeName gives it. Zeros fill the text up to whole blocks of 256 bytes (ISO/IEC 7816-4),
 * so that its length tells no more than how many blocks; the tag of 16 bytes stands behind it. Commitment and AAD are
 * ASCII. The nonce is of secret and commitment: two names under one secret, which nobody should write, share none.
 */
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, decodeBase64url, decodeUtf8, encodeBase64url, utf8 } from '../bytes.ts'
import { fail, type Result, succeed } from '../result.ts'
import { type GcmOptions, openGcm, sealGcm } from '../web-crypto.ts'
import { OWNER_SECRET_BYTES } from './owner-link.ts'

const MADE_FOR_CONTEXT = 'asli/made-for/v1'
const BLOCK = 256
/** A name has at most this many characters. */
export const MOST_NAME = 200

type Bytes = Uint8Array<ArrayBuffer>

/** What is sent of a name. */
export interface SealedName {
  commitment: string
  sealed: string
}

export type NameFault = 'empty' | 'too-long' | 'unprintable'

/**
 * `malformed`: not what sealMadeFor writes. `wrong-secret`: it does not open, the secret being another one's, or a byte
 * changed. `commitment-differs`: it opens, and is not the name that was signed.
 */
export type OpenFault = 'malformed' | 'wrong-secret' | 'commitment-differs'

/** Controls, line separators, and format characters that show a text as another; the joiners that scripts need stay. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/u

/** A name as it is sealed: in NFC, without white space around it, in any script, 1 to 200 characters on one line. */
export function normalizeName(text: string): Result<string, NameFault> {
  const name = text.normalize('NFC').trim()
  if (!name.isWellFormed() || UNPRINTABLE.test(name)) return fail('unprintable')
  // Joiners alone show nothing.
  if (name.replace(/[\p{Cf}\s]/gu, '') === '') return fail('empty')
  return [...name].length > MOST_NAME ? fail('too-long') : succeed(name)
}

/**
 * The same name under the same secret gives the same text, so that a retry sends what was sent.
 * @throws RangeError where the name is not as normalizeName gives it, or the secret has not 16 bytes.
 */
export async function sealMadeFor(name: string, ownerSecret: Uint8Array): Promise<SealedName> {
  const normal = normalizeName(name)
  if (!normal.ok || normal.value !== name) throw new RangeError('a name is sealed as normalizeName gives it')
  const commitment = commitTo(name, ownerSecret)
  return { commitment, sealed: encodeBase64url(await sealGcm(pad(utf8(name)), deriveGcm(ownerSecret, commitment))) }
}

/** base64url(SHA-256) that binds a certificate to this name. @throws RangeError where the secret has not 16 bytes. */
export function commitTo(name: string, ownerSecret: Uint8Array): string {
  const salt = derive(ownerSecret, utf8(`${MADE_FOR_CONTEXT}/salt`), 32)
  return encodeBase64url(sha256(concatBytes(utf8(MADE_FOR_CONTEXT), Uint8Array.of(0), salt, utf8(name))))
}

/** The name, where `sealed` opens and is the one that `commitment`, of the signed credential, was made of. */
export async function openMadeFor(
  sealed: string,
  commitment: string,
  ownerSecret: Uint8Array,
): Promise<Result<string, OpenFault>> {
  const bytes = decodeBase64url(sealed)
  if (!bytes || decodeBase64url(commitment)?.length !== 32) return fail('malformed')
  const padded = await openGcm(bytes, deriveGcm(ownerSecret, commitment))
  if (!padded) return fail('wrong-secret')
  const name = readName(padded)
  if (name === null) return fail('malformed')
  return commitTo(name, ownerSecret) === commitment ? succeed(name) : fail('commitment-differs')
}

function deriveGcm(ownerSecret: Uint8Array, commitment: string): GcmOptions {
  return {
    key: derive(ownerSecret, utf8(`${MADE_FOR_CONTEXT}/key`), 32),
    nonce: derive(ownerSecret, concatBytes(utf8(`${MADE_FOR_CONTEXT}/nonce`), Uint8Array.of(0), utf8(commitment)), 12),
    additionalData: utf8(commitment),
  }
}

function derive(ownerSecret: Uint8Array, label: Uint8Array, length: number): Bytes {
  if (ownerSecret.length !== OWNER_SECRET_BYTES) throw new RangeError(`an owner secret has ${OWNER_SECRET_BYTES} bytes`)
  return new Uint8Array(hkdf(sha256, ownerSecret, undefined, label, length))
}

function pad(text: Bytes): Bytes {
  const padded = new Uint8Array(Math.ceil((text.length + 1) / BLOCK) * BLOCK)
  padded.set(text)
  padded[text.length] = 0x80
  return padded
}

/** The name in padded bytes, or null where it is not as sealMadeFor writes it: nothing else is ever shown. */
function readName(padded: Bytes): string | null {
  const end = padded.findLastIndex((byte) => byte !== 0)
  const text = padded.slice(0, Math.max(end, 0))
  if (padded[end] !== 0x80 || pad(text).length !== padded.length) return null
  const name = readUtf8(text)
  const normal = name === null ? null : normalizeName(name)
  return normal?.ok && normal.value === name ? name : null
}

function readUtf8(bytes: Bytes): string | null {
  try {
    return decodeUtf8(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
