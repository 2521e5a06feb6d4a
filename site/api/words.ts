/** A schema's type and limits in words. */
import type { JsonSchema } from '../../functions/actions/openapi/document.ts'
import type { ApiWords } from '../i18n/api-en.ts'

/** A piece of a line: plain words, a link, or what stands in the document letter for letter. */
export interface Part {
  text: string
  href?: string
  isCode?: boolean
}

/** What the words are found with. */
export interface Glossary {
  schemas: Record<string, JsonSchema>
  /** Where the fields of that schema are listed. */
  linkTo(name: string): string
  words: ApiWords
}

export function nameOf({ $ref = '' }: JsonSchema): string {
  return $ref.replace('#/components/schemas/', '')
}

const plain = (text: string): Part => ({ text })
const code = (value: unknown): Part => ({
  text: typeof value === 'string' ? value : JSON.stringify(value),
  isCode: true,
})

export function describeType(schema: JsonSchema, glossary: Pick<Glossary, 'linkTo' | 'words'>): Part[] {
  const { types, or } = glossary.words
  if (schema.$ref) {
    const name = nameOf(schema)
    return [{ text: name, href: glossary.linkTo(name) }]
  }
  if (schema.items) return [plain(`${types.listOf} `), ...describeType(schema.items, glossary)]
  const options = schema.anyOf ?? schema.oneOf
  if (options?.every(({ properties }) => !properties)) {
    return options.flatMap((option, at) => [...(at > 0 ? [plain(` ${or} `)] : []), ...describeType(option, glossary)])
  }
  const name = schema.format ?? schema.type ?? (options ? 'object' : 'any')
  return [plain(types[name] ?? types[schema.type ?? 'any'] ?? name)]
}

export function describeLimits(schema: JsonSchema, words: ApiWords): Part[][] {
  const { limits } = words
  const { minLength, maxLength, minItems, maxItems, items } = schema
  const sizes = [
    ...countBetween(minLength, maxLength, words).map(limits.characters),
    ...countBetween(minItems, maxItems, words).map(limits.entries),
    ...countBetween(schema.minimum, schema.maximum, words),
    ...(schema.exclusiveMinimum === undefined ? [] : [limits.above(String(schema.exclusiveMinimum))]),
  ]
  const each = items && !items.properties ? describeLimits(items, words) : []
  return [
    ...describeValues(schema, words),
    ...sizes.map((text) => [plain(text)]),
    ...(schema.pattern ? [[plain(`${limits.form} `), code(schema.pattern)]] : []),
    ...each.map((limit) => [plain(`${limits.each} `), ...limit]),
    ...(schema.default === undefined ? [] : [[plain(`${limits.unlessTold} `), code(schema.default)]]),
  ]
}

function describeValues({ const: always, enum: values }: JsonSchema, { limits }: ApiWords): Part[][] {
  if (always !== undefined) return [[plain(`${limits.always} `), code(always)]]
  if (!values) return []
  const listed = values.flatMap((value, at) => [...(at > 0 ? [plain(', ')] : []), code(value === '' ? '""' : value)])
  return [[plain(`${limits.oneOf} `), ...listed]]
}

/** None where nothing is bounded. The greatest number that JSON can count to is no bound to tell. */
function countBetween(least: number | undefined, most: number | undefined, { limits }: ApiWords): string[] {
  const end = most === Number.MAX_SAFE_INTEGER ? undefined : most
  if (least !== undefined && least === end) return [limits.exactly(String(least))]
  if (least !== undefined && end !== undefined) return [limits.range(String(least), String(end))]
  if (least !== undefined) return least > -Number.MAX_SAFE_INTEGER ? [limits.least(String(least))] : []
  return end === undefined ? [] : [limits.most(String(end))]
}
