/**
 * W3C Bitstring Status List 1.0: a bit a certificate in each of three public lists, so that anyone's verifier can see a
 * status without asking for the certificate.
 *
 *     credentialStatus   [ { "id": "https://HOST/v/CODE#revocation", "type": "BitstringStatusListEntry",
 *                            "statusPurpose": "revocation", "statusListIndex": "94567",
 *                            "statusListCredential": "https://HOST/status/revocation/0" }, … suspension, refresh ]
 *
 *     encodedList        "u" + base64url(gzip(131,072 bits, the first one highest in the first byte))
 *
 * A certificate has one slot for all three: list × 131,072 + index, drawn at random, so that a list tells nothing of an
 * order. A status sets one bit at most: revoked → revocation, suspended and reported → suspension, superseded → refresh.
 */
import { decodeBase64url, encodeBase64url } from '../bytes.ts'
import { gunzip, gzip } from '../gzip.ts'
import type { Status } from '../log/life.ts'

/** The least that the specification allows: §2.1, so that one bit hides among many. */
export const LIST_LENGTH = 131_072
/** A list is left for the next one once the log has grown by so many entries: at most a quarter of it is taken. */
const ENTRIES_A_LIST = LIST_LENGTH / 4
/** Random bytes that one slot takes. */
export const SLOT_RANDOM_BYTES = 3

export const statusPurposes = ['revocation', 'suspension', 'refresh'] as const
export type StatusPurpose = (typeof statusPurposes)[number]

const purposes: Record<Exclude<Status, 'valid'>, StatusPurpose> = {
  revoked: 'revocation',
  suspended: 'suspension',
  reported: 'suspension',
  superseded: 'refresh',
}

/** The list in which this status sets a bit, or null where it sets none. */
export function purposeOf(status: Status): StatusPurpose | null {
  return status === 'valid' ? null : purposes[status]
}

/** The list that certificates go to while the log has so many entries. */
export function listAt(logSize: number): number {
  return Math.floor(logSize / ENTRIES_A_LIST)
}

/** A slot of that list; SLOT_RANDOM_BYTES bytes of `random` choose it. */
export function makeSlot(list: number, random: Uint8Array): number {
  const [high = 0, middle = 0, low = 0] = random
  return list * LIST_LENGTH + (((high << 16) | (middle << 8) | low) % LIST_LENGTH)
}

/** The list of a slot, and its place in it. */
export function placeOfSlot(slot: number): { list: number; index: number } {
  return { list: Math.floor(slot / LIST_LENGTH), index: slot % LIST_LENGTH }
}

export function statusListUrl(origin: string, purpose: StatusPurpose, list: number): string {
  return `${origin}/status/${purpose}/${list}`
}

/** The addresses of the three lists that have this slot. */
export function listStatusLists(origin: string, slot: number): string[] {
  return statusPurposes.map((purpose) => statusListUrl(origin, purpose, placeOfSlot(slot).list))
}

/** The `credentialStatus` of the certificate at this address; its members are in canonical order. */
export function writeStatusEntries(origin: string, url: string, slot: number) {
  const { list, index } = placeOfSlot(slot)
  return statusPurposes.map((statusPurpose) => ({
    id: `${url}#${statusPurpose}`,
    statusListCredential: statusListUrl(origin, statusPurpose, list),
    statusListIndex: String(index),
    statusPurpose,
    type: 'BitstringStatusListEntry',
  }))
}

/** `encodedList` with these bits set. */
export async function encodeList(indexes: number[]): Promise<string> {
  const bits = new Uint8Array(LIST_LENGTH / 8)
  for (const index of indexes) bits[index >> 3] = (bits[index >> 3] ?? 0) | (0x80 >> (index & 7))
  return `u${encodeBase64url(await gzip(bits))}`
}

/** The indexes of the bits that are set, or null where the text encodes no list of LIST_LENGTH bits. */
export async function decodeList(text: string): Promise<number[] | null> {
  const packed = text.startsWith('u') ? decodeBase64url(text.slice(1)) : null
  const bits = packed && (await gunzip(packed, LIST_LENGTH / 8))
  if (bits?.length !== LIST_LENGTH / 8) return null
  const set: number[] = []
  for (const [byte, value] of bits.entries()) {
    for (let bit = 0; value > 0 && bit < 8; bit++) if (value & (0x80 >> bit)) set.push(byte * 8 + bit)
  }
  return set
}
