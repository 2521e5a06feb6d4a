/**
 * What the members and types of our documents mean in RDF, as a `@context` of ours says: the base context of
 * credentials, and one more that is inline, whose terms are `"term": IRI` or `"term": {"@id": IRI, "@type": …}`.
 */
import { isJsonObject, type JsonValue } from '../canonical-json.ts'

export interface Term {
  iri: string
  /** A datatype, or how JSON-LD reads the values: `@id` IRIs or nodes, `@vocab` terms, `@json` literals. */
  type: string | undefined
}
export type Terms = ReadonlyMap<string, Term>

export const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
export const XSD = 'http://www.w3.org/2001/XMLSchema#'
const CREDENTIALS = 'https://www.w3.org/2018/credentials#'
const STATUS = 'https://www.w3.org/ns/credentials/status#'
const SECURITY = 'https://w3id.org/security#'

const BASE = 'https://www.w3.org/ns/credentials/v2'

/** What we use of the base context: a vocabulary, how values are read, and the names of terms in the vocabulary. */
const baseTerms: [vocabulary: string, type: string | undefined, ...names: string[]][] = [
  [RDF, '@vocab', 'type'],
  [CREDENTIALS, undefined, 'VerifiableCredential'],
  [CREDENTIALS, '@id', 'issuer', 'credentialSubject', 'credentialStatus'],
  [CREDENTIALS, `${XSD}dateTime`, 'validFrom', 'validUntil'],
  [STATUS, undefined, 'BitstringStatusListCredential', 'BitstringStatusList', 'BitstringStatusListEntry'],
  [STATUS, undefined, 'statusPurpose', 'statusListIndex', 'ttl'],
  [STATUS, '@id', 'statusListCredential'],
  [STATUS, `${SECURITY}multibase`, 'encodedList'],
  [SECURITY, undefined, 'DataIntegrityProof', 'assertionMethod'],
  [SECURITY, '@id', 'verificationMethod'],
  [SECURITY, '@vocab', 'proofPurpose'],
  [SECURITY, `${SECURITY}cryptosuiteString`, 'cryptosuite'],
  ['http://purl.org/dc/terms/', `${XSD}dateTime`, 'created'],
]

const known = new WeakMap<object, Terms>()

/**
 * The terms that a `@context` defines. One object's are read once, so hand in the constant that a document's was found
 * equal to.
 * @throws RangeError where the context is not as ours are.
 */
export function termsOf(context: JsonValue | undefined): Terms {
  if (!Array.isArray(context)) throw new RangeError('the context is not a list')
  const terms = known.get(context) ?? readContext(context)
  known.set(context, terms)
  return terms
}

function readContext([base, inline = {}, ...others]: JsonValue[]): Terms {
  if (base !== BASE || !isJsonObject(inline) || others.length > 0) {
    throw new RangeError('the context is not the base and at most one that is inline')
  }
  const terms = new Map<string, Term>()
  for (const [vocabulary, type, ...names] of baseTerms) {
    for (const name of names) terms.set(name, { iri: vocabulary + name, type })
  }
  for (const [name, definition] of Object.entries(inline)) terms.set(name, readTerm(definition))
  return terms
}

function readTerm(definition: JsonValue): Term {
  const { '@id': iri, '@type': type, ...others } = isJsonObject(definition) ? definition : { '@id': definition }
  const isRead = typeof iri === 'string' && (type === undefined || typeof type === 'string')
  if (!isRead || Object.keys(others).length > 0) throw new RangeError('a term of the context has another form')
  return { iri, type }
}
