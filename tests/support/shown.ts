/** Our credentials as a stranger's verifier is shown them, and the DID documents that it would load. */
import { canonicalize, type JsonObject } from '#core/canonical-json.ts'
import { buildCredential, type Draft } from '#core/certificate/credential.ts'
import { type Cryptosuite, listProofs, makeProof } from '#core/certificate/proof.ts'
import { describeMakerDid, describeRegistryDid } from '../../functions/actions/describe-did.ts'
import type { Services } from '../../functions/actions/services.ts'
import { ISSUED_AT, NOW, ORIGIN, registrySigner, SLOT, signDocument } from '../core/certificate/support.ts'
import { indexDids, makeLoader } from './reference.ts'

const { kid, publicKey } = registrySigner

/** What its verifier is handed beside a credential: a loader of the registry's and a maker's DID documents, and the time. */
export async function openStranger({ compromisedAt = null }: { compromisedAt?: string | null } = {}) {
  const services = {
    origin: ORIGIN,
    keyring: { refresh: async () => ({ known: [{ role: 'registry', kid, publicKey, compromisedAt }] }) },
    store: { hasMaker: async () => true },
  } as unknown as Services
  const maker = await describeMakerDid('batik-sekar-demo', services)
  if (!maker.ok) throw new Error('the maker has no DID document')
  const documents = [await describeRegistryDid(services), maker.value] as unknown as JsonObject[]
  return { documentLoader: makeLoader(indexDids(documents)), now: NOW }
}

/** The document with its proof set, as it is read from the store: no object of it is another's. */
export async function secure(document: JsonObject): Promise<JsonObject> {
  return reread(await signDocument(document))
}

export function secureDraft(draft: Draft): Promise<JsonObject> {
  return secure(buildCredential(ORIGIN, draft, ISSUED_AT, SLOT))
}

/** With one proof of the set alone, as `?proof=` serves it. */
export function withProof(document: JsonObject, cryptosuite: Cryptosuite): JsonObject {
  return { ...document, proof: listProofs(document).find((proof) => proof.cryptosuite === cryptosuite) ?? null }
}

/** Signed with eddsa-jcs-2022 alone, its second context being an address. */
export async function signByAddress({ proof: _, ...document }: JsonObject): Promise<JsonObject> {
  const unsecured = { ...document, '@context': ['https://www.w3.org/ns/credentials/v2', `${ORIGIN}/contexts/v1`] }
  const options = {
    id: 'urn:uuid:00010203-0405-4607-8809-0a0b0c0d0e0f',
    created: ISSUED_AT,
    verificationMethod: `${String(document.issuer)}#${kid}`,
  }
  return reread({ ...unsecured, proof: await makeProof(unsecured, registrySigner, 'eddsa-jcs-2022', options) })
}

function reread(document: JsonObject): JsonObject {
  return JSON.parse(canonicalize(document)) as JsonObject
}
