/**
 * RFC 8785, the JSON Canonicalization Scheme (JCS): one text for one value, so that it can be hashed and signed.
 *
 *     {"b":[1.50,"é"],"a":null}   →   {"a":null,"b":[1.5,"é"]}
 *
 * Members are sorted by UTF-16 code units; numbers and strings are written as ECMAScript writes them.
 */

export type JsonValue = null | boolean | number | string | JsonValue[] | { [member: string]: JsonValue }
export type JsonObject = { [member: string]: JsonValue }

/** Whether the value has members: neither a list, nor null. */
export function isJsonObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * @throws RangeError on what JCS cannot write: a non-finite number, a lone surrogate, `undefined` or a function.
 * Parse with zod or `JSON.parse` first; then a throw is a bug of ours.
 */
export function canonicalize(value: JsonValue): string {
  // What was parsed from canonical text, as most of what is checked, is written at a third of the cost.
  return isInOrder(value) ? JSON.stringify(value) : write(value)
}

/** An object's members as they are written, by their names and in their order: for who needs the text of some, too. */
export function writeMembers(value: JsonObject): Map<string, string> {
  // The default sort compares UTF-16 code units, too.
  const names = Object.keys(value).sort()
  return new Map(names.map((name) => [name, `${writeString(name)}:${canonicalize(value[name] as JsonValue)}`]))
}

/** The object that these members are. */
export function writeObject(members: Map<string, string>): string {
  return `{${[...members.values()].join(',')}}`
}

/** Whether JSON.stringify writes the value as RFC 8785 does: members in order, nothing that JCS has no form for. */
function isInOrder(value: JsonValue): boolean {
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value === 'number') return Number.isFinite(value)
  if (value === null || typeof value === 'boolean') return true
  if (Array.isArray(value)) return value.every(isInOrder)
  if (typeof value !== 'object') return false
  const names = Object.keys(value)
  return names.every((name, at) => isBefore(names[at - 1], name) && isInOrder(value[name] as JsonValue))
}

/** `<` compares UTF-16 code units, which is RFC 8785 §3.2.3. */
function isBefore(before: string | undefined, name: string): boolean {
  return name.isWellFormed() && (before === undefined || before < name)
}

function write(value: JsonValue): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return writeNumber(value)
  if (typeof value === 'string') return writeString(value)
  if (Array.isArray(value)) return `[${value.map(canonicalize).join(',')}]`
  if (typeof value === 'object') return writeObject(writeMembers(value))
  throw new RangeError(`JCS has no form for ${typeof value}`)
}

function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError('JCS has no form for a number that is not finite')
  return JSON.stringify(value)
}

function writeString(value: string): string {
  if (!value.isWellFormed()) throw new RangeError('JCS has no form for a lone surrogate')
  return JSON.stringify(value)
}
