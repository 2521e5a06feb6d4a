/** Puts the comment of each field of a zod schema's source into its JSON Schema as the description. */
import { argumentOf, choicesOf, fieldOf, type Source } from './source.ts'

export type JsonSchema = {
  description?: string
  properties?: Record<string, JsonSchema>
  items?: JsonSchema
  additionalProperties?: boolean | JsonSchema
  oneOf?: JsonSchema[]
  anyOf?: JsonSchema[]
  [keyword: string]: unknown
}

/** Goes down both at once: `source` is the expression that `schema` was made from; `path` names it in errors. */
export function describeFields(schema: JsonSchema, source: Source, path: string): void {
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const { comment, value } = fieldOf(source, name)
    if (comment === '') throw new Error(`${path}.${name} has no comment: say before it what it is, in /** … */.`)
    field.description = comment
    describeFields(field, value, `${path}.${name}`)
  }
  if (schema.items && hasFields(schema.items)) {
    describeFields(schema.items, argumentOf(source, 'array', 0), `${path}[]`)
  }
  if (typeof schema.additionalProperties === 'object' && hasFields(schema.additionalProperties)) {
    describeFields(schema.additionalProperties, argumentOf(source, 'record', 1), `${path}.*`)
  }
  const choices = schema.oneOf ?? schema.anyOf ?? []
  for (const [index, choice] of choices.entries()) {
    if (hasFields(choice)) describeFields(choice, choicesOf(source, index), `${path}|${index}`)
  }
}

/** Whether there is a field at any depth: what holds none needs no source. */
function hasFields({ properties, items, additionalProperties, oneOf, anyOf }: JsonSchema): boolean {
  const below = [items, additionalProperties, ...(oneOf ?? []), ...(anyOf ?? [])]
  return properties !== undefined || below.some((one) => typeof one === 'object' && hasFields(one))
}
