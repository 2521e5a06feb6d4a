/**
 * Closed shapes for values that were signed: the verify path may run in a reader's browser, where a schema library
 * would weigh more than all the rest. A shape gives the value typed, or throws ShapeError with the path of what is
 * missing, unknown or of another form; the parser that owns the shape turns it into a value.
 */
import { isCalendarDate } from '../calendar.ts'
import { canonicalize, type JsonValue } from '../canonical-json.ts'

export class ShapeError extends Error {
  readonly path: string
  constructor(path: string) {
    super(`${path} does not fit`)
    this.path = path
  }
}

export type Shape<T> = (value: JsonValue | undefined, path: string) => T

/** A record's absent optional members are absent from its type, too. */
type OptionalNames<S> = {
  [K in keyof S]: S[K] extends Shape<infer T> ? (undefined extends T ? K : never) : never
}[keyof S]
type RecordOf<S> = { [K in Exclude<keyof S, OptionalNames<S>>]: S[K] extends Shape<infer T> ? T : never } & {
  [K in OptionalNames<S>]?: S[K] extends Shape<infer T> ? Exclude<T, undefined> : never
}

function refuse(path: string): never {
  throw new ShapeError(path)
}

export function record<S extends Record<string, Shape<unknown>>>(members: S): Shape<RecordOf<S>> {
  const shapes = Object.entries(members)
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(path)
    const unknown = Object.keys(value).find((name) => !Object.hasOwn(members, name))
    if (unknown !== undefined) return refuse(`${path}.${unknown}`)
    const read: Record<string, unknown> = {}
    for (const [name, shape] of shapes) {
      const member = shape(Object.hasOwn(value, name) ? value[name] : undefined, `${path}.${name}`)
      if (member !== undefined) read[name] = member
    }
    return read as RecordOf<S>
  }
}

/** An absolute IRI of printable ASCII, as N-Quads write one without an escape: all that our ids are. */
export const iri = text({ pattern: /^[A-Za-z][A-Za-z0-9+.-]*:[!#-;=?-[\]_a-z~]*$/ })

/** A value that is this one, its members in canonical order: what was read from canonical text has no other. */
export function exactly(expected: JsonValue): Shape<JsonValue> {
  const canonical = canonicalize(expected)
  return (value, path) => {
    if (value === undefined || JSON.stringify(value) !== canonical) refuse(path)
    return value
  }
}

export function optional<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value, path) => (value === undefined ? undefined : shape(value, path))
}

export function list<T>(shape: Shape<T>, maxLength: number): Shape<T[]> {
  return (value, path) => {
    if (!Array.isArray(value) || value.length > maxLength) return refuse(path)
    return value.map((item, index) => shape(item, `${path}[${index}]`))
  }
}

/** A text of 1 to `max` UTF-16 units (300 unless told) that matches `pattern`. */
export function text({ max = 300, pattern }: { max?: number; pattern?: RegExp } = {}): Shape<string> {
  return (value, path) => {
    if (typeof value !== 'string' || value.length === 0 || value.length > max) return refuse(path)
    return !pattern || pattern.test(value) ? value : refuse(path)
  }
}

export function textOneOf<const T extends string>(words: readonly T[]): Shape<T> {
  return (value, path) => words.find((word) => word === value) ?? refuse(path)
}

export function integer(min: number, max: number): Shape<number> {
  return (value, path) =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max ? value : refuse(path)
}

export const flag: Shape<boolean> = (value, path) => (typeof value === 'boolean' ? value : refuse(path))

/** A calendar date that exists, YYYY-MM-DD. */
export const date: Shape<string> = (value, path) =>
  typeof value === 'string' && isCalendarDate(value) ? value : refuse(path)

/** RFC 3339 in UTC with whole seconds, as issuing writes it. */
export const instant: Shape<string> = (value, path) =>
  typeof value === 'string' && isInstant(value) ? value : refuse(path)

/** More than 0 and at most 100. */
export const percentage: Shape<number> = (value, path) =>
  typeof value === 'number' && value > 0 && value <= 100 ? value : refuse(path)

/** Points of an examination: 0 to 100, at most one decimal. */
export const points: Shape<number> = (value, path) =>
  typeof value === 'number' && value >= 0 && value <= 100 && Math.round(value * 10) / 10 === value
    ? value
    : refuse(path)

/** Whether the text is an instant that exists, such as 2026-11-20T03:00:00Z. */
export function isInstant(value: string): boolean {
  return /^.{10}T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/.test(value) && isCalendarDate(value.slice(0, 10))
}
