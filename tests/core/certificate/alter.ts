/** What somebody may do to a document who has no key. */
import type { JsonValue } from '#core/canonical-json.ts'

/** Every document that differs from this one in a single value, member or element. */
export function* alter(value: JsonValue): Generator<JsonValue> {
  if (Array.isArray(value)) {
    yield [...value, 'added']
    yield [...value, ...value, null]
    for (const [at, element] of value.entries()) {
      yield value.toSpliced(at, 1)
      for (const changed of alter(element)) yield value.with(at, changed)
    }
  } else if (typeof value === 'object' && value !== null) {
    yield { ...value, added: 'x' }
    for (const [name, member] of Object.entries(value)) {
      yield Object.fromEntries(Object.entries(value).filter(([other]) => other !== name))
      for (const changed of alter(member)) yield { ...value, [name]: changed }
    }
  } else {
    yield null
    yield [value]
    yield typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${value}x`
    if (typeof value === 'string') yield `x${value.slice(1)}`
    if (typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value)) yield `2025${value.slice(4)}`
  }
}
