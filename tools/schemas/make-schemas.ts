/** A JSON Schema for each kind of content file: the form from its zod schema, the words from the comments beside it. */
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { calendarDateSchema } from '#core/catalogue/calendar-date.ts'
import { clusterSchema } from '#core/catalogue/cluster.ts'
import { complaintSchema } from '#core/catalogue/complaint.ts'
import { curationSchema } from '#core/catalogue/curation.ts'
import { curatorSchema } from '#core/catalogue/curator.ts'
import { makerSchema } from '#core/catalogue/maker.ts'
import { productSchema } from '#core/catalogue/product.ts'
import { rubricSchema } from '#core/catalogue/rubric.ts'
import { describeFields, type JsonSchema } from './describe-fields.ts'
import { openConst, readHead } from './source.ts'

const schemas = {
  product: productSchema,
  maker: makerSchema,
  cluster: clusterSchema,
  curator: curatorSchema,
  curation: curationSchema,
  complaint: complaintSchema,
  rubric: rubricSchema,
} as const satisfies Record<string, z.ZodType>

export type SchemaKind = keyof typeof schemas

/** Name of each file of content/schemas/ → its text. A field that no comment stands at is an error. */
export function makeSchemas(): Map<string, string> {
  return new Map(
    (Object.keys(schemas) as SchemaKind[]).map((kind) => [
      `${kind}.schema.json`,
      `${JSON.stringify(sortKeys(makeSchema(kind)), null, 2)}\n`,
    ]),
  )
}

function makeSchema(kind: SchemaKind): JsonSchema {
  const file = fileURLToPath(new URL(`../../functions/core/catalogue/${kind}.ts`, import.meta.url))
  const schema = convertSchema(schemas[kind])
  schema.description = readHead(file)
  describeFields(schema, openConst(file, `${kind}Schema`), kind)
  return schema
}

/** Draft 7: the one that editors' YAML extensions know best. */
function convertSchema(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      // What stands in a file is text; zod cannot tell that of a value that passes through a function first.
      if (zodSchema === calendarDateSchema) Object.assign(jsonSchema, { type: 'string', format: 'date' })
      // For the same reason it leaves out what a list stands at that may hold a date.
      if (zodSchema instanceof z.ZodDefault) jsonSchema.default ??= zodSchema.def.defaultValue as never
      // Bounds of the machine, not of a field.
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
    },
  }) as JsonSchema
}

/** The same in one order, whatever order a version of zod writes in; choices keep theirs, which says something. */
function sortKeys(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return key === 'required' ? value.toSorted() : value.map((item) => sortKeys(item))
  if (typeof value !== 'object' || value === null) return value
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(sorted.map(([name, below]) => [name, sortKeys(below, name)]))
}
