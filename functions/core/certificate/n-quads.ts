/**
 * The canonical N-Quads of our documents (W3C RDF Dataset Canonicalization 1.0), which `eddsa-rdfc-2022` signs.
 *
 *     { "id": "https://HOST/v/CODE", "validFrom": "2026-11-22T03:04:05Z", … }
 *     →  <https://HOST/v/CODE> <https://www.w3.org/2018/credentials#validFrom> "2026-11-22T03:04:05Z"^^<…#dateTime> .
 *
 * Every node of ours has an id, so that no blank node is to be named, and what is left of the algorithm is: a line for
 * each quad, each line once, sorted. What a whole JSON-LD library would write otherwise, or not at all, throws.
 */
import { canonicalize, isJsonObject, type JsonObject, type JsonValue } from '../canonical-json.ts'
import { RDF, type Term, type Terms, termsOf, XSD } from './terms.ts'

/**
 * The canonical N-Quads of a credential or a status list credential without its proof, or of a proof without its value.
 * `context` is the document's own, in an object that is the same for all documents (see termsOf).
 * @throws RangeError where a term or type is unknown, an id of a nested node is missing, an IRI is not absolute, or a
 * value has not the form that its term asks for: never on a document whose shape was checked.
 */
export function formatNQuads(document: JsonObject, context: JsonValue | undefined = document['@context']): string {
  const { '@context': _, ...node } = document
  const lines: string[] = []
  // A proof without an id is the one blank node of its dataset.
  addNode(node, node.id === undefined ? '_:c14n0' : formatIri(node.id), termsOf(context), lines)
  // By UTF-16 code units, which is by code points here: lines differ in an IRI, and IRIs of ours are ASCII.
  return lines
    .sort()
    .filter((line, at) => line !== lines[at - 1])
    .join('')
}

function addNode(node: JsonObject, subject: string, terms: Terms, lines: string[]): void {
  for (const [name, value] of Object.entries(node)) {
    if (name === 'id') continue
    const term = lookUp(terms, name)
    for (const item of Array.isArray(value) && namesNodes(term) ? value : [value]) {
      if (term.type === '@id' && isJsonObject(item)) addNode(item, formatIri(item.id), terms, lines)
      lines.push(`${subject} <${term.iri}> ${formatObject(item, term, terms)} .\n`)
    }
  }
}

/** Only such a term has several values with us: several literals would make several lines that differ in nothing else. */
function namesNodes({ type }: Term): boolean {
  return type === '@id' || type === '@vocab'
}

function formatObject(value: JsonValue, { type }: Term, terms: Terms): string {
  if (type === '@json') return formatLiteral(canonicalize(value), `${RDF}JSON`)
  if (type === '@id') return formatIri(isJsonObject(value) ? value.id : value)
  if (type === '@vocab') return formatIri(lookUp(terms, value).iri)
  if (typeof value === 'string') return formatLiteral(value, type)
  if (typeof value === 'boolean') return formatLiteral(String(value), type ?? `${XSD}boolean`)
  if (Number.isSafeInteger(value)) return formatLiteral(String(value), type ?? `${XSD}integer`)
  throw new RangeError('no literal of ours has this form')
}

function lookUp(terms: Terms, name: JsonValue): Term {
  const term = typeof name === 'string' ? terms.get(name) : undefined
  if (!term) throw new RangeError(`no context of ours defines ${JSON.stringify(name)}`)
  return term
}

/** ASCII without what N-Quads would escape: hosts, paths and DIDs of ours need no more. */
function formatIri(iri: JsonValue | undefined): string {
  if (typeof iri === 'string' && /^[A-Za-z][A-Za-z0-9+.-]*:[!#-;=?-[\]_a-z~]*$/.test(iri)) return `<${iri}>`
  throw new RangeError(`not an absolute IRI: ${JSON.stringify(iri)}`)
}

function formatLiteral(text: string, datatype: string | undefined): string {
  if (!text.isWellFormed()) throw new RangeError('UTF-8 has no form for a lone surrogate')
  const quoted = otherwiseInJson.test(text) ? `"${text.replace(escaped, escapeCharacter)}"` : JSON.stringify(text)
  return datatype === undefined ? quoted : `${quoted}^^<${datatype}>`
}

/** Controls that JSON escapes in another way, or not at all: the text of all others is quoted as N-Quads quote it. */
const otherwiseInJson = /[^\b\t\n\f\r -~\u0080-\uffff]/
/** All but the characters that stand for themselves. */
const escaped = /[^ !#-[\]-~\u0080-\uffff]/g
const letters: Record<string, string> = { '\b': 'b', '\t': 't', '\n': 'n', '\f': 'f', '\r': 'r', '"': '"', '\\': '\\' }

function escapeCharacter(character: string): string {
  const hex = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  return `\\${letters[character] ?? `u${hex}`}`
}
