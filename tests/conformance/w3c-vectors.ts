/** The public W3C vc-di-eddsa test vectors: their key pair, and their files where the environment says. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { decodeBase58, encodeHex } from '#core/bytes.ts'
import type { JsonObject } from '#core/canonical-json.ts'
import { importSigner, importVerifier } from '#core/certificate/keys.ts'

export const PUBLIC_KEY = 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2'
export const PRIVATE_KEY = 'z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq'
export const KEY_ID = `did:key:${PUBLIC_KEY}#${PUBLIC_KEY}`

/** The 32 bytes of a multibase key behind its two bytes of multicodec: 0xed01 public, 0x8026 private. */
function readKey(multibase: string, codec: string): Uint8Array<ArrayBuffer> {
  const bytes = decodeBase58(multibase.slice(1)) ?? new Uint8Array()
  if (encodeHex(bytes.slice(0, 2)) !== codec) throw new Error(`${multibase} is another kind of key`)
  return bytes.slice(2)
}

export const openVerifier = () => importVerifier(readKey(PUBLIC_KEY, 'ed01'))

export function openSigner() {
  const secret = readKey(PRIVATE_KEY, '8026')
  return importSigner(Buffer.from(`302e020100300506032b657004220420${encodeHex(secret)}`, 'hex').toString('base64url'))
}

export function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

const root = process.env.ASLI_VECTORS
const folder = existsSync(`${root}/eddsa`) ? `${root}/eddsa` : root

export const areAbsent = root === undefined
/** Behind the title of a suite. */
export const told = areAbsent ? ' (skipped: the environment variable ASLI_VECTORS names no folder)' : ''

/** A file of the vectors, as it is. */
export function readVector(path: string): string {
  return readFileSync(`${folder}/${path}`, 'utf8')
}

export function readJsonVector(path: string): JsonObject {
  return JSON.parse(readVector(path)) as JsonObject
}
