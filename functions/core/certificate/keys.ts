/**
 * Ed25519 keys: the only file of core that touches WebCrypto, which is the same in workerd, Node and browsers.
 * A private key travels as PKCS #8 (base64url), a public key as its 32 bytes; `kid` is the RFC 7638 thumbprint.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, decodeBase58, decodeBase64url, encodeBase58, encodeBase64url, utf8 } from '../bytes.ts'

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
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair
  const pkcs8 = (await crypto.subtle.exportKey('pkcs8', pair.privateKey)) as ArrayBuffer
  return encodeBase64url(new Uint8Array(pkcs8))
}

/**
 * The signer of a PKCS #8 key in base64url.
 * @throws Error in one sentence where the text is not such a key.
 */
export async function importSigner(pkcs8: string): Promise<Signer> {
  const bytes = decodeBase64url(pkcs8)
  if (!bytes) throw new Error('the private key is not base64url')
  const publicKey = await derivePublicKey(bytes)
  const key = await crypto.subtle.importKey('pkcs8', bytes, 'Ed25519', false, ['sign'])
  const sign = async (message: Uint8Array<ArrayBuffer>) =>
    new Uint8Array(await crypto.subtle.sign('Ed25519', key, message))
  return { kid: thumbprint(publicKey), publicKey, sign }
}

/** WebCrypto gives the public half only by export, so this one import is extractable; the one that signs is not. */
async function derivePublicKey(pkcs8: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']).catch(() => {
    throw new Error('the private key is not an Ed25519 key in PKCS #8')
  })
  const jwk = (await crypto.subtle.exportKey('jwk', key)) as { x?: string }
  const publicKey = decodeBase64url(jwk.x ?? '')
  if (publicKey?.length !== 32) throw new Error('bad key: an Ed25519 public key has 32 bytes')
  return publicKey
}

/** The verifier of a public key of 32 bytes. */
export async function importVerifier(publicKey: Uint8Array<ArrayBuffer>): Promise<Verifier> {
  const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify'])
  const verify = (message: Uint8Array<ArrayBuffer>, signature: Uint8Array<ArrayBuffer>) =>
    crypto.subtle.verify('Ed25519', key, signature, message)
  return { kid: thumbprint(publicKey), verify }
}
