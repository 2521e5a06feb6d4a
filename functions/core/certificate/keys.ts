/**
 * Ed25519 keys: a signer holds a private one, a verifier a public one.
 * A private key travels as PKCS #8 (base64url), a public key as its 32 bytes; `kid` is the RFC 7638 thumbprint.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, decodeBase58, decodeBase64url, encodeBase58, encodeBase64url, utf8 } from '../bytes.ts'
import { generateEd25519, openEd25519Signer, openEd25519Verifier, readEd25519Public } from '../web-crypto.ts'

/** Holds a private key. `sign` gives the 64 bytes of an Ed25519 signature: the same message, the same bytes. */
export interface Signer {
  kid: string
  publicKey: Uint8Array<ArrayBuffer>
  sign(message: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>
}

/** Holds a public key. */
export interface Verifier {
  kid: string
  verify(message: Uint8Array<ArrayBuffer>, signature: Uint8Array<ArrayBuffer>): Promise<boolean>
}

/** RFC 7638 over the required members of an OKP key (RFC 8037 §2), in their lexicographic order. */
export function thumbprint(publicKey: Uint8Array): string {
  return encodeBase64url(sha256(utf8(`{"crv":"Ed25519","kty":"OKP","x":"${encodeBase64url(publicKey)}"}`)))
}

/** Multicodec `ed25519-pub`, as an unsigned varint. */
const ED25519_PUB = Uint8Array.of(0xed, 0x01)

/** `z6Mk…`: the `publicKeyMultibase` of a W3C Multikey (Controlled Identifiers 1.0, §2.2.2). */
export function formatMultikey(publicKey: Uint8Array): string {
  return `z${encodeBase58(concatBytes(ED25519_PUB, publicKey))}`
}

/** The 32 bytes of an Ed25519 Multikey, or null where the text is not as formatMultikey writes it. */
export function parseMultikey(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes = decodeBase58(text.slice(1))
  if (bytes?.length !== 34) return null
  const publicKey = bytes.slice(2)
  return formatMultikey(publicKey) === text ? publicKey : null
}

/** A fresh private key, as PKCS #8 in base64url. */
export async function makePrivateKey(): Promise<string> {
  return encodeBase64url(await generateEd25519())
}

/**
 * The signer of a PKCS #8 key in base64url.
 * @throws Error in one sentence where the text is not such a key.
 */
export async function importSigner(pkcs8: string): Promise<Signer> {
  const bytes = decodeBase64url(pkcs8)
  if (!bytes) throw new Error('the private key is not base64url')
  const publicKey = await derivePublicKey(bytes)
  return { kid: thumbprint(publicKey), publicKey, sign: await openEd25519Signer(bytes) }
}

async function derivePublicKey(pkcs8: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const written = await readEd25519Public(pkcs8)
  if (written === null) throw new Error('the private key is not an Ed25519 key in PKCS #8')
  const publicKey = decodeBase64url(written)
  if (publicKey?.length !== 32) throw new Error('bad key: an Ed25519 public key has 32 bytes')
  return publicKey
}

/** The verifier of a public key of 32 bytes. */
export async function importVerifier(publicKey: Uint8Array<ArrayBuffer>): Promise<Verifier> {
  return { kid: thumbprint(publicKey), verify: await openEd25519Verifier(publicKey) }
}
