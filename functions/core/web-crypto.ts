/**
 * Every call of core to WebCrypto, which is the same in workerd, Node and browsers; a browser has it in a secure context
 * alone (https, or a local host). Whoever calls chooses keys and messages, and gives the bytes their meaning.
 */

type Bytes = Uint8Array<ArrayBuffer>

/** A fresh Ed25519 private key, as PKCS #8. */
export async function generateEd25519(): Promise<Bytes> {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair
  return new Uint8Array((await crypto.subtle.exportKey('pkcs8', pair.privateKey)) as ArrayBuffer)
}

/**
 * The public half of an Ed25519 private key, base64url as its JWK has it; null where the bytes are no such key.
 * WebCrypto gives it only by export, so this one import is extractable; the one that signs is not.
 */
export async function readEd25519Public(pkcs8: Bytes): Promise<string | null> {
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']).catch(() => null)
  return key && (((await crypto.subtle.exportKey('jwk', key)) as { x?: string }).x ?? '')
}

/** Signing with a private key that was read before; it cannot be taken out again. */
export async function openEd25519Signer(pkcs8: Bytes): Promise<(message: Bytes) => Promise<Bytes>> {
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign'])
  return async (message) => new Uint8Array(await crypto.subtle.sign('Ed25519', key, message))
}

/** Verifying under a public key of 32 bytes. */
export async function openEd25519Verifier(
  publicKey: Bytes,
): Promise<(message: Bytes, signature: Bytes) => Promise<boolean>> {
  const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify'])
  return (message, signature) => crypto.subtle.verify('Ed25519', key, signature, message)
}

/** What AES-256-GCM takes besides the text: a key of 32 bytes, a nonce of 12, and what the text is bound to. */
export interface GcmOptions {
  key: Bytes
  nonce: Bytes
  additionalData: Bytes
}

/** The ciphertext with its tag of 16 bytes behind it. The caller never uses a nonce twice with one key. */
export async function sealGcm(text: Bytes, options: GcmOptions): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', options.key, 'AES-GCM', false, ['encrypt'])
  return new Uint8Array(await crypto.subtle.encrypt(writeGcm(options), key, text))
}

/** The text, or null where the tag does not hold: another key, another nonce, another binding, or a changed byte. */
export async function openGcm(sealed: Bytes, options: GcmOptions): Promise<Bytes | null> {
  const key = await crypto.subtle.importKey('raw', options.key, 'AES-GCM', false, ['decrypt'])
  try {
    return new Uint8Array(await crypto.subtle.decrypt(writeGcm(options), key, sealed))
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return null
    throw error
  }
}

function writeGcm({ nonce, additionalData }: GcmOptions) {
  return { name: 'AES-GCM', iv: nonce, additionalData, tagLength: 128 }
}
