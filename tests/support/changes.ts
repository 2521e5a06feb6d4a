/** Every small change that can be made to a document. */
import { isJsonObject, type JsonObject, type JsonValue } from '#core/canonical-json.ts'

type Path = (string | number)[]

/** A change in words, and the document as it is after it. */
export type Changed = [what: string, document: JsonObject]

/** The document with another value at each place that holds one, one after the other. */
export function changeEveryValue(document: JsonObject): Changed[] {
  return walk(document)
    .filter(({ value }) => typeof value !== 'object')
    .map(({ path, value }) => [path.join('.'), put(document, path, () => alter(value))])
}

/** The document with one member more, in each object of it. */
export function addEverywhere(document: JsonObject): Changed[] {
  return walk(document)
    .filter(({ value }) => isJsonObject(value))
    .map(({ path }) => [
      `${path.join('.')}.added`,
      put(document, path, (value) => ({ ...(value as JsonObject), added: 'x' })),
    ])
}

/** The document with one list turned round, for each list of two or more. */
export function turnEveryList(document: JsonObject): Changed[] {
  return walk(document).flatMap(({ path, value }): Changed[] =>
    Array.isArray(value) && value.length > 1 ? [[path.join('.'), put(document, path, () => value.toReversed())]] : [],
  )
}

function walk(value: JsonValue, path: Path = []): { path: Path; value: JsonValue }[] {
  const members = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return [{ path, value }, ...members.flatMap(([name, member]) => walk(member, [...path, name]))]
}

function put(document: JsonObject, path: Path, change: (value: JsonValue) => JsonValue): JsonObject {
  const copy = { document: structuredClone(document) as JsonValue }
  const names = ['document', ...path]
  const last = names.pop() ?? ''
  const parent = names.reduce((object: JsonValue, name) => (object as JsonObject)[name] ?? null, copy) as JsonObject
  parent[last] = change(parent[last] ?? null)
  return copy.document as JsonObject
}

/** Another value of the same form: a date stays a date, and an address an address. */
function alter(value: JsonValue): JsonValue {
  if (typeof value === 'boolean') return !value
  if (typeof value === 'number') return value - 1
  const text = String(value)
  const digit = text.search(/\d\D*$/)
  if (digit < 0) return text.replace(/.$/u, (last) => (last === 'x' ? 'y' : 'x'))
  return text.slice(0, digit) + (text[digit] === '1' ? '2' : '1') + text.slice(digit + 1)
}
