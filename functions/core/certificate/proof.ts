/**
 * Data Integrity proofs with the cryptosuite `eddsa-jcs-2022` (W3C Data Integrity EdDSA Cryptosuites 1.0, §3.3).
 *
 *     signed bytes = SHA-256(JCS(proof without proofValue)) ‖ SHA-256(JCS(document without proof))
 *     proofValue   = "z" + base58btc(Ed25519 signature)
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, decodeBase58, decodeBase64url, encodeBase58, encodeBase64url, utf8 } from '../bytes.ts'
import { canonicalize, type JsonObject } from '../canonical-json.ts'
import type { Signer, Verifier } from './keys.ts'

export interface ProofOptions {
  /** `urn:uuid:…`: an id of its own keeps the proof from being a blank node. */
  id: string
  /** RFC 3339, UTC, whole seconds. */
  created: string
  /** The DID URL of the key. */
  verificationMethod: string
}

/** The document with its proof. The proof repeats the document's `@context`, as the specification's create step says. */
export async function addProof<T extends JsonObject>(
  document: T,
  signer: Signer,
  options: ProofOptions,
  body: string = digestBody(document),
) {
  const config: JsonObject = {
    ...(document['@context'] === undefined ? {} : { '@context': document['@context'] }),
    created: options.created,
    cryptosuite: 'eddsa-jcs-2022',
    id: options.id,
    proofPurpose: 'assertionMethod',
    type: 'DataIntegrityProof',
    verificationMethod: options.verificationMethod,
  }
  const signature = await signer.sign(signedBytes(body, config))
  return { ...document, proof: { ...config, proofValue: `z${encodeBase58(signature)}` } }
}

/**
 * Whether the document's one proof holds under `verifier`. The caller has already chosen the verifier by the proof's
 * `verificationMethod` and compared the proof's other members. `body` is the document's digestBody, for a caller that
 * has it at hand.
 */
export async function checkProof(
  document: JsonObject,
  verifier: Verifier,
  body: string = digestBody(document),
): Promise<boolean> {
  const { proofValue, ...config } = document.proof as JsonObject
  if (typeof proofValue !== 'string' || !proofValue.startsWith('z')) return false
  const signature = decodeBase58(proofValue.slice(1))
  if (signature?.length !== 64) return false
  return verifier.verify(signedBytes(body, config), signature)
}

/** base64url(SHA-256(JCS of the document without its proof)): the digest that events carry as `body`. */
export function digestBody(document: JsonObject): string {
  const { proof: _, ...unsecured } = document
  return encodeBase64url(hashJson(unsecured))
}

function signedBytes(body: string, config: JsonObject): Uint8Array<ArrayBuffer> {
  return concatBytes(hashJson(config), decodeBase64url(body) ?? new Uint8Array())
}

function hashJson(value: JsonObject): Uint8Array {
  return sha256(utf8(canonicalize(value)))
}
