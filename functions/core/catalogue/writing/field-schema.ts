/** Looking into a schema: which fields it has, in which order, and what one of them holds. */
import { z } from 'zod'

type Schema = z.core.$ZodType

/** The schema itself, without what only says that a value may be absent, or is turned into another first. */
export function unwrap(schema: Schema | undefined): Schema | undefined {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodPrefault
  ) {
    return unwrap(schema.def.innerType)
  }
  return schema instanceof z.ZodPipe ? unwrap(schema.def.out) : schema
}

/** Names of the fields in the order of the schema; null where any name may stand, as in a record. */
export function listFields(schema: Schema | undefined): string[] | null {
  const inner = unwrap(schema)
  if (inner instanceof z.ZodObject) return Object.keys(inner.shape)
  if (inner instanceof z.ZodUnion) {
    const fields = inner.def.options.flatMap((option) => listFields(option) ?? [])
    return fields.length > 0 ? [...new Set(fields)] : null
  }
  return null
}

/** The schema of one field; undefined where there is no such field. */
export function schemaOf(schema: Schema | undefined, field: string): Schema | undefined {
  const inner = unwrap(schema)
  if (inner instanceof z.ZodObject) return Object.hasOwn(inner.shape, field) ? inner.shape[field] : undefined
  if (inner instanceof z.ZodRecord) return inner.def.valueType
  if (inner instanceof z.ZodUnion) {
    return inner.def.options.map((option) => schemaOf(option, field)).find((one) => one !== undefined)
  }
  return undefined
}

/** The schema of what stands in a list. */
export function elementOf(schema: Schema | undefined): Schema | undefined {
  const inner = unwrap(schema)
  return inner instanceof z.ZodArray ? inner.def.element : undefined
}

/** Whether the field holds text, so that a code of digits alone needs quotes. */
export function isText(schema: Schema | undefined): boolean {
  const inner = unwrap(schema)
  if (inner instanceof z.ZodString) return true
  return inner instanceof z.ZodEnum && Object.values(inner.def.entries).every((value) => typeof value === 'string')
}
