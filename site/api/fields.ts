/** A schema as rows to read: one a field, nested ones by their path. */
import type { JsonSchema } from '../../functions/actions/openapi/document.ts'
import { describeLimits, describeType, type Glossary, nameOf, type Part } from './words.ts'

export interface Field {
  /** Its path in the document: `design.size`, `marks[].where`. */
  name: string
  type: Part[]
  required: boolean
  meaning: string
  limits: Part[][]
}

/** The fields of a document, or of one of the kinds that it can be. */
export interface FieldTable {
  /** The field that tells the kind, `kind: "piece"`; null where there is one kind alone. */
  kind: string | null
  fields: Field[]
}

export function listTables(schema: JsonSchema, glossary: Glossary): FieldTable[] {
  const { oneOf, ...whole } = resolve(schema, glossary)
  if (!oneOf) return [{ kind: null, fields: listFields(whole, '', glossary) }]
  return oneOf.map((one) => {
    const kind = resolve(one, glossary)
    const [tag, value] = Object.entries(kind.properties ?? {}).find(([, field]) => field.const !== undefined) ?? []
    return { kind: tag ? `"${tag}": ${JSON.stringify(value?.const)}` : null, fields: listFields(kind, '', glossary) }
  })
}

export function resolve(schema: JsonSchema, { schemas }: Pick<Glossary, 'schemas'>): JsonSchema {
  return schema.$ref ? (schemas[nameOf(schema)] ?? {}) : schema
}

function listFields({ properties = {}, required = [] }: JsonSchema, prefix: string, glossary: Glossary): Field[] {
  return Object.entries(properties).flatMap(([key, schema]) => {
    const name = prefix + key
    const field: Field = {
      name,
      type: describeType(schema, glossary),
      required: required.includes(key),
      meaning: schema.description ?? resolve(schema, glossary).description ?? '',
      limits: describeLimits(schema, glossary.words),
    }
    return [field, ...listInside(schema, name, glossary)]
  })
}

/** The fields of an object or of a list's entries; what has a name of its own is listed under that. */
function listInside(schema: JsonSchema, name: string, glossary: Glossary): Field[] {
  if (schema.items) return listInside(schema.items, `${name}[]`, glossary)
  const variants = schema.oneOf?.filter(({ properties }) => properties)
  const inside = variants?.length ? variants.reduce(mergeKinds) : schema
  return listFields(inside, `${name}.`, glossary)
}

/** Two kinds of one object: a field is required where both demand it. */
function mergeKinds(a: JsonSchema, b: JsonSchema): JsonSchema {
  const properties = { ...a.properties }
  for (const [key, schema] of Object.entries(b.properties ?? {})) {
    const before = properties[key]
    properties[key] = before ? mergeFields(before, schema) : schema
  }
  const required = a.required?.filter((key) => b.required?.includes(key)) ?? []
  return { type: 'object', properties, required }
}

function mergeFields(a: JsonSchema, b: JsonSchema): JsonSchema {
  if (JSON.stringify(a) === JSON.stringify(b)) return a
  const description = a.description ?? b.description
  const values = [...new Set([a, b].flatMap(valuesOf))]
  const words = description === undefined ? {} : { description }
  if (values.length > 0) return { type: 'string', enum: values, ...words }
  return { anyOf: [...(a.anyOf ?? [a]), b], ...words }
}

function valuesOf(schema: JsonSchema): unknown[] {
  return schema.const === undefined ? (schema.enum ?? []) : [schema.const]
}
