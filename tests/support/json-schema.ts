/** Reading values by the schemas of a served OpenAPI document: those in it, and the zod schemas that it names. */
import { z } from 'zod'
import type { JsonSchema, OpenApi } from '../../functions/actions/openapi/document.ts'
import { answerSchemasAt, requestSchemas } from '../../functions/actions/openapi/schemas.ts'

export function nameOf({ $ref = '' }: JsonSchema): string {
  return $ref.replace('#/components/schemas/', '')
}

/** The zod schema that the document of this registry names so. */
export function schemaNamed(name: string, origin: string): z.ZodType | undefined {
  return { ...requestSchemas, ...answerSchemasAt(origin) }[name as 'Problem']
}

/** The reader of this JSON Schema, which may refer to the document's others. */
export function readSchema(schema: JsonSchema, { components }: OpenApi): z.ZodType {
  const local = (value: unknown) =>
    JSON.parse(JSON.stringify(value).replaceAll('#/components/schemas/', '#/$defs/')) as Record<string, unknown>
  // What stands beside a reference only narrows it.
  const { $ref, ...own } = schema
  return z.fromJSONSchema({ ...local($ref ? { $ref } : own), $defs: local(components.schemas) } as never)
}

/** What the value has that its schemas do not allow: that of the document, and the zod schema of that name. */
export function findMisfits(name: string, schema: JsonSchema, value: unknown, api: OpenApi): string[] {
  const readers = [schemaNamed(nameOf(schema), api.servers[0]?.url ?? ''), readSchema(schema, api)]
  return readers.flatMap((reader) => {
    const { error } = reader?.safeParse(value) ?? {}
    return error ? [`${name}: ${error.message}`] : []
  })
}
