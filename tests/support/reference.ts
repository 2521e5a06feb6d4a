/** The reference implementations, which read nothing from a network: jsonld and Digital Bazaar's. */
import { contexts } from '@digitalbazaar/credentials-context'
import jsonld, { type Load } from 'jsonld'
import type { JsonObject } from '#core/canonical-json.ts'

const BASE = 'https://www.w3.org/ns/credentials/v2'

/** Serves the base context and the documents that were handed in, by their address. */
export function makeLoader(documents: Record<string, JsonObject> = {}): Load {
  return async (url) => {
    const document = url === BASE ? contexts.get(BASE) : documents[url]
    if (!document) throw new Error(`nothing stands at ${url}`)
    return { contextUrl: null, documentUrl: url, document }
  }
}

const documentLoader = makeLoader()

/** The canonical N-Quads, by all of JSON-LD and of RDF Dataset Canonicalization; rejects what would lose a value. */
export function canonizeJsonLd(document: JsonObject): Promise<string> {
  const options = { algorithm: 'RDFC-1.0', format: 'application/n-quads', base: null, safe: true } as const
  return jsonld.canonize(document, { ...options, documentLoader })
}
