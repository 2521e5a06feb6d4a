/**
 * What the QR on the paper certificate carries behind the tag's address, for a check without a network.
 *
 *     #s=0000…                      167 decimal digits (a QR packs them in numeric mode) of these 69 bytes:
 *     01 · key (2) · day (2) · Ed25519 signature (64)
 *
 *     signed bytes = "asli/tag/v1" ‖ 0x00 ‖ host ‖ code as 12 capitals ‖ key (2) ‖ day (2)
 *
 * key = a number that asli.json lists; day = days since 2020-01-01 UTC; both big-endian. The host is in small letters,
 * with its port where it has one. It shows that this registry issued this code on that day, and no more.
 */
import { concatBytes, encodeHex, utf8 } from '../bytes.ts'
import type { Code } from './code.ts'
import type { Signer, Verifier } from './keys.ts'

const CARD_CONTEXT = 'asli/tag/v1'
const VERSION = 0x01
const PREFIX = '#s='
const DIGITS = 167
const BYTES = 69
const MAX_UINT16 = 0xffff
const DAY_MS = 86_400_000
const DAY_ZERO = Date.UTC(2020, 0, 1)

/** What the card states. */
export interface CardStatement {
  /** The registry's origin, such as https://asli.example. */
  origin: string
  code: Code
  /** 0 to 65,535: the number of the registry's key in asli.json. */
  key: number
  /** 0 to 65,535: see dayOf. */
  day: number
}

/** A payload that was read. Whom and what it is about stands in the address before it. */
export interface Card {
  key: number
  day: number
  signature: Uint8Array<ArrayBuffer>
}

/** The day, in UTC, of an RFC 3339 instant. @throws RangeError outside 2020 to 2199. */
export function dayOf(at: string): number {
  const day = Math.floor((Date.parse(at) - DAY_ZERO) / DAY_MS)
  if (!isUint16(day)) throw new RangeError(`${at} is no day of a card`)
  return day
}

/** The calendar date of a card's day, YYYY-MM-DD. */
export function dateOfDay(day: number): string {
  return new Date(DAY_ZERO + day * DAY_MS).toISOString().slice(0, 10)
}

/** The fragment with its `#s=`. @throws RangeError where key or day do not fit in 16 bits. */
export async function signCard(statement: CardStatement, signer: Signer): Promise<string> {
  const { key, day } = statement
  if (!isUint16(key) || !isUint16(day)) throw new RangeError('a card’s key and day have 16 bits')
  return formatCard({ key, day, signature: await signer.sign(signedBytes(statement)) })
}

function formatCard({ key, day, signature }: Card): string {
  const bytes = concatBytes(Uint8Array.of(VERSION), uint16(key), uint16(day), signature)
  const digits = String(BigInt(`0x${encodeHex(bytes)}`))
  return PREFIX + digits.padStart(DIGITS, '0')
}

/** The payload, or null where the fragment is not one of version 1, digit for digit. */
export function parseCard(fragment: string): Card | null {
  const digits = /^#s=(\d{167})$/.exec(fragment)?.[1]
  if (digits === undefined) return null
  const number = BigInt(digits)
  const hex = number.toString(16).padStart(BYTES * 2, '0')
  if (hex.length !== BYTES * 2) return null
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  const [version = 0, keyHigh = 0, keyLow = 0, dayHigh = 0, dayLow = 0] = bytes
  if (version !== VERSION) return null
  return { key: keyHigh * 256 + keyLow, day: dayHigh * 256 + dayLow, signature: bytes.slice(5) }
}

/** Whether the registry at `origin` signed this card for this code. The caller has chosen the verifier by `card.key`. */
export async function checkCard(card: Card, origin: string, code: Code, verifier: Verifier): Promise<boolean> {
  const { key, day, signature } = card
  return verifier.verify(signedBytes({ origin, code, key, day }), signature)
}

/** The code has a fixed length and stands between host and numbers, so no two statements share their bytes. */
function signedBytes({ origin, code, key, day }: CardStatement): Uint8Array<ArrayBuffer> {
  const subject = utf8(new URL(origin).host + code)
  return concatBytes(utf8(CARD_CONTEXT), Uint8Array.of(0), subject, uint16(key), uint16(day))
}

function uint16(value: number): Uint8Array {
  return Uint8Array.of(value >> 8, value & 255)
}

function isUint16(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= MAX_UINT16
}
