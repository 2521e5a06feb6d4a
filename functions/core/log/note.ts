/**
 * C2SP signed-note, with Ed25519 keys (type 0x01).
 *
 *     asli.example/log                                                        ┐
 *     20852163                                                                │ text: what is signed,
 *     CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=                            ┘ with its last newline
 *                                                                             ← the note's last empty line
 *     — asli.example/log base64(key id (4) ‖ signature (64))                  ← 1 to 16 such lines
 *
 *     key id = SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key)[:4]
 *     verifier key = name + "+" + hex(key id) + "+" + base64(0x01 ‖ public key)
 *
 * A signature of a key that nobody told us of says nothing, whatever name it bears, and is passed over; one of a known
 * key that does not hold condemns the note. Notes are texts: decode bytes with `fatal` and `ignoreBOM` first.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, encodeHex, utf8 } from '../bytes.ts'
import type { Signer, Verifier } from '../certificate/keys.ts'
import { fail, type Result, succeed } from '../result.ts'
import { decodeBase64, encodeBase64 } from './base64.ts'

const ED25519 = 0x01
const MAX_NOTE_BYTES = 1_000_000
const MAX_SIGNATURES = 16
const KEY_ID_LENGTH = 4

export interface VerifierKey {
  name: string
  /** 32 bytes. */
  publicKey: Uint8Array<ArrayBuffer>
}

/** A key that the reader trusts; `verifier` is that of its public key. */
export interface NoteVerifier extends VerifierKey {
  verifier: Verifier
}

export interface NoteSignature {
  name: string
  /** Four bytes in hexadecimal. Names are chosen by whoever signs: only name and id together tell a key. */
  keyId: string
  signature: Uint8Array<ArrayBuffer>
}

export interface Note {
  /** Ends in a newline. Not to be believed before openNote has said so. */
  text: string
  signatures: NoteSignature[]
}

export type NoteFault = 'malformed' | 'unknown-key' | 'bad-signature'

/** The id of an Ed25519 key of that name, in hexadecimal. */
export function keyIdOf({ name, publicKey }: VerifierKey): string {
  const identity = concatBytes(utf8(`${name}\n`), Uint8Array.of(ED25519), publicKey)
  return encodeHex(sha256(identity).subarray(0, KEY_ID_LENGTH))
}

export function formatVerifierKey(key: VerifierKey): string {
  return `${key.name}+${keyIdOf(key)}+${encodeBase64(concatBytes(Uint8Array.of(ED25519), key.publicKey))}`
}

/** The key, or null where the text is not as formatVerifierKey writes it or is of another type than Ed25519. */
export function parseVerifierKey(text: string): VerifierKey | null {
  const [, name = '', material = ''] = /^([^+]+)\+[0-9a-f]{8}\+([A-Za-z0-9+/]{44})$/.exec(text) ?? []
  const bytes = decodeBase64(material)
  if (!isKeyName(name) || bytes?.length !== 33) return null
  const key = { name, publicKey: bytes.slice(1) }
  return formatVerifierKey(key) === text ? key : null
}

/** Not empty, without Unicode spaces, plus signs and control characters. */
function isKeyName(name: string): boolean {
  return /^[^\p{White_Space}+\p{Cc}]+$/u.test(name) && name.isWellFormed()
}

/** @throws RangeError on what parseNote would refuse. */
export function formatNote(note: Note): string {
  const lines = note.signatures.map(({ name, keyId, signature }) => {
    const id = Uint8Array.from(keyId.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
    return `— ${name} ${encodeBase64(concatBytes(id, signature))}\n`
  })
  const formatted = `${note.text}\n${lines.join('')}`
  if (parseNote(formatted)?.text !== note.text) throw new RangeError('this text or these signatures make no note')
  return formatted
}

/** The note, or null where it is not one, letter for letter. */
export function parseNote(note: string): Note | null {
  if (note.length > MAX_NOTE_BYTES || !isNoteText(note) || utf8(note).length > MAX_NOTE_BYTES) return null
  const blank = note.lastIndexOf('\n\n')
  if (blank < 0 || !note.endsWith('\n')) return null
  const lines = note.slice(blank + 2, -1).split('\n')
  if (lines.length > MAX_SIGNATURES) return null
  const signatures = lines.flatMap((line) => parseSignature(line) ?? [])
  return signatures.length === lines.length ? { text: note.slice(0, blank + 1), signatures } : null
}

/** Well-formed, and without control characters but the newline. */
function isNoteText(text: string): boolean {
  return text.isWellFormed() && !/[^\P{Cc}\n]/u.test(text)
}

function parseSignature(line: string): NoteSignature | null {
  const [, name = '', blob = ''] = /^— ([^ ]+) ([A-Za-z0-9+/]+={0,2})$/.exec(line) ?? []
  const bytes = decodeBase64(blob)
  if (!isKeyName(name) || !bytes || bytes.length <= KEY_ID_LENGTH) return null
  return { name, keyId: encodeHex(bytes.subarray(0, KEY_ID_LENGTH)), signature: bytes.slice(KEY_ID_LENGTH) }
}

/** The note of this text, signed under the name by each signer: the same text and keys, the same note. */
export async function signNote(text: string, name: string, ...signers: Signer[]): Promise<string> {
  const signatures = signers.map(async ({ publicKey, sign }) => ({
    name,
    keyId: keyIdOf({ name, publicKey }),
    signature: await sign(utf8(text)),
  }))
  return formatNote({ text, signatures: await Promise.all(signatures) })
}

/** The note with the signatures that were verified, at least one; or why it is not to be believed. */
export async function openNote(text: string, keys: NoteVerifier[]): Promise<Result<Note, NoteFault>> {
  const note = parseNote(text)
  if (!note) return fail('malformed')
  const known = note.signatures.flatMap((signature) => {
    const key = keys.find((one) => one.name === signature.name && keyIdOf(one) === signature.keyId)
    return key ? [{ key, signature }] : []
  })
  if (known.length === 0) return fail('unknown-key')
  const holds = await Promise.all(known.map(({ key, signature }) => verify(note.text, signature, key)))
  if (!holds.every(Boolean)) return fail('bad-signature')
  return succeed({ text: note.text, signatures: known.map(({ signature }) => signature) })
}

async function verify(text: string, { signature }: NoteSignature, { verifier }: NoteVerifier): Promise<boolean> {
  return signature.length === 64 && (await verifier.verify(utf8(text), signature))
}
