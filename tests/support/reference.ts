/** The reference implementations, which read nothing from a network: jsonld, and Digital Bazaar's verifier. */
import { contexts } from '@digitalbazaar/credentials-context'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { createVerifyCryptosuite } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite'
import { cryptosuite as rdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { type Verification, verifyCredential } from '@digitalbazaar/vc'
import jsonld, { type Load } from 'jsonld'
import type { JsonObject } from '#core/canonical-json.ts'
import type { Cryptosuite } from '#core/certificate/proof.ts'

const BASE = 'https://www.w3.org/ns/credentials/v2'

/** Serves the base context and the documents that were handed in, by their address. */
export function makeLoader(documents: Map<string, JsonObject> = new Map()): Load {
  return async (url) => {
    const document = url === BASE ? contexts.get(BASE) : documents.get(url)
    if (!document) throw new Error(`nothing stands at ${url}`)
    return { contextUrl: null, documentUrl: url, document }
  }
}

const contextLoader = makeLoader()

/** The canonical N-Quads, by all of JSON-LD and of RDF Dataset Canonicalization; rejects what would lose a value. */
export function canonizeJsonLd(document: JsonObject): Promise<string> {
  const options = { algorithm: 'RDFC-1.0', format: 'application/n-quads', base: null, safe: true } as const
  return jsonld.canonize(document, { ...options, documentLoader: contextLoader })
}

/** The DID documents by their ids, and each key by its own, which is how a verifier asks for it. */
export function indexDids(documents: JsonObject[]): Map<string, JsonObject> {
  const keys = documents.flatMap(({ verificationMethod }) => verificationMethod as JsonObject[])
  return new Map([...documents, ...keys].map((document) => [String(document.id), document]))
}

const suites = { 'eddsa-rdfc-2022': () => rdfc, 'eddsa-jcs-2022': createVerifyCryptosuite }

/** What Digital Bazaar's verifier says of a credential at an instant, by one suite alone; its status is not asked for. */
export function verifyThere(
  credential: JsonObject,
  suite: Cryptosuite,
  { documentLoader, now }: { documentLoader: Load; now: string },
): Promise<Verification> {
  return verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite: suites[suite]() }),
    checkStatus: async () => ({ verified: true }),
    documentLoader,
    now,
  })
}
