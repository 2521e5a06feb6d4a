/**
 * Data Integrity proofs (W3C Data Integrity EdDSA Cryptosuites 1.0): a set of two under one Ed25519 key.
 *
 *     eddsa-jcs-2022   §3.3, the one that counts here: over RFC 8785 text
 *     eddsa-rdfc-2022  §3.2, the one that deployed verifiers read: over canonical N-Quads
 *
 *     signed bytes = SHA-256(canonical proof without proofValue) ‖ SHA-256(canonical document without proof)
 *     proofValue   = "z" + base58btc(Ed25519 signature)
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, decodeBase58, decodeBase64url, encodeBase58, encodeBase64url, utf8 } from '../bytes.ts'
import { canonicalize, type JsonObject } from '../canonical-json.ts'
import type { Signer, Verifier } from './keys.ts'
import { formatNQuads } from './n-quads.ts'

export type Cryptosuite = 'eddsa-jcs-2022' | 'eddsa-rdfc-2022'

export interface ProofOptions {
  /** `urn:uuid:…`: an id of its own keeps the proof from being a blank node. */
  id: string
  /** RFC 3339, UTC, whole seconds. */
  created: string
  /** The DID URL of the key. */
  verificationMethod: string
}

/** The document with both proofs, eddsa-jcs-2022 first; so are their ids. */
export async function addProofs<T extends JsonObject>(
  document: T,
  signer: Signer,
  { ids, ...options }: Omit<ProofOptions, 'id'> & { ids: [string, string] },
  body: string = digestBody(document),
) {
  const [jcs, rdfc] = ids
  return {
    ...document,
    proof: [
      await makeProof(document, signer, 'eddsa-jcs-2022', { ...options, id: jcs }, body),
      await makeProof(document, signer, 'eddsa-rdfc-2022', { ...options, id: rdfc }, body),
    ],
  }
}

/** A proof of the document. `body` is its digestBody, for a caller that has it at hand. */
export async function makeProof(
  document: JsonObject,
  signer: Signer,
  cryptosuite: Cryptosuite,
  { id, created, verificationMethod }: ProofOptions,
  body: string = digestBody(document),
) {
  const context = document['@context']
  const config = {
    // A JCS proof repeats the document's contexts, as the specification's create step says.
    ...(cryptosuite === 'eddsa-jcs-2022' && context !== undefined ? { '@context': context } : {}),
    created,
    cryptosuite,
    id,
    proofPurpose: 'assertionMethod',
    type: 'DataIntegrityProof',
    verificationMethod,
  } satisfies JsonObject
  const signature = await signer.sign(signedBytes(document, config, body))
  return { ...config, proofValue: `z${encodeBase58(signature)}` }
}

/**
 * Whether this proof of the document holds under `verifier`. The caller has already chosen the verifier by the proof's
 * `verificationMethod` and compared the proof's other members.
 * @throws RangeError where eddsa-rdfc-2022 is said of a document whose terms are none of ours: its form was not checked.
 */
export async function checkProof(
  document: JsonObject,
  proof: JsonObject,
  verifier: Verifier,
  body: string = digestBody(document),
): Promise<boolean> {
  const { proofValue, ...config } = proof
  if (typeof proofValue !== 'string' || !proofValue.startsWith('z')) return false
  const signature = decodeBase58(proofValue.slice(1))
  if (signature?.length !== 64) return false
  return verifier.verify(signedBytes(document, config, body), signature)
}

/** The proofs of a document: one, or a set. */
export function listProofs({ proof }: JsonObject): JsonObject[] {
  return (Array.isArray(proof) ? proof : [proof]) as JsonObject[]
}

/** base64url(SHA-256(JCS of the document without its proof)): the digest that events carry as `body`. */
export function digestBody(document: JsonObject): string {
  return digestText(canonicalize(withoutProof(document)))
}

/** The same, of the canonical text of a document that has no proof. */
export function digestText(canonical: string): string {
  return encodeBase64url(hashText(canonical))
}

function withoutProof({ proof: _, ...unsecured }: JsonObject): JsonObject {
  return unsecured
}

function signedBytes(document: JsonObject, config: JsonObject, body: string): Uint8Array<ArrayBuffer> {
  if (config.cryptosuite === 'eddsa-jcs-2022') {
    return concatBytes(hashText(canonicalize(config)), decodeBase64url(body) ?? new Uint8Array())
  }
  const placed = { '@context': document['@context'] ?? [], ...config }
  return concatBytes(hashText(formatNQuads(placed)), hashText(formatNQuads(withoutProof(document))))
}

function hashText(text: string): Uint8Array {
  return sha256(utf8(text))
}
