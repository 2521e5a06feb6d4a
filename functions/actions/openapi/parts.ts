/** What the descriptions of the resources are put together from. */
import type { z } from 'zod'
import { idempotencyKey, issueQuery } from '#core/certificate/request.ts'
import { type ProblemSlug, problemType, statusOf } from '../../problem.ts'
import type { Act } from '../caller.ts'
import { rolesFor } from '../caller.ts'
import type { Answer, Example, JsonSchema, Operation, Parameter } from './document.ts'
import { refer, type SchemaName, writeSchema } from './schemas.ts'

export const codeParameter: Parameter = {
  name: 'code',
  in: 'path',
  required: true,
  description: 'The certificate’s twelve symbols, in any case, with or without hyphens.',
  schema: { type: 'string' },
  example: '000000000000',
}

const { description: keyWords = '', ...keySchema } = writeSchema(idempotencyKey)
export const keyParameter: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: keyWords,
  schema: keySchema,
  example: 'demo-0000-0000-0000',
}

/** The parameters that this query's schema reads. */
export function queryParameters(query: z.ZodObject, examples: Record<string, string> = {}): Parameter[] {
  const { properties = {} } = writeSchema(query)
  return Object.entries(properties).map(([name, { description = '', ...schema }]) => {
    const example = examples[name]
    return { name, in: 'query', description, schema, ...(example === undefined ? {} : { example }) }
  })
}

export const dryRunParameters = queryParameters(issueQuery)

/** One of the roles that may do one of these acts. */
export function only(...acts: Act[]): Operation['security'] {
  return rolesFor(...acts).map((role) => ({ bearer: [role] }))
}

export function body(schema: JsonSchema, examples: Record<string, Example>, required = true): Operation['requestBody'] {
  return { required, content: { 'application/json': { schema, examples } } }
}

/** An answer in JSON, by its schema, with an example. */
export function answer(description: string, name: SchemaName, value: unknown, type = 'application/json'): Answer {
  return {
    description,
    content: { [type]: { schema: refer(name), examples: { answer: { summary: description, value } } } },
  }
}

/** An answer that is a text. */
export function textAnswer(description: string, type: string, value?: string): Answer {
  const examples = value === undefined ? {} : { examples: { answer: { summary: description, value } } }
  return { description, content: { [type]: { schema: { type: 'string' }, ...examples } } }
}

/** One answer a status, by the problems that it can be; `examples` show some of them. */
export function problemsAt(
  origin: string,
  slugs: readonly ProblemSlug[],
  examples: Partial<Record<ProblemSlug, object>> = {},
) {
  const statuses = [...new Set(slugs.map(statusOf))]
  return Object.fromEntries(
    statuses.map((status): [string, Answer] => {
      const these = slugs.filter((slug) => statusOf(slug) === status)
      const type = { enum: these.map((slug) => problemType(slug, origin)) }
      const shown = these.flatMap((slug) => (examples[slug] ? [[slug, { summary: slug, value: examples[slug] }]] : []))
      const media = {
        schema: { ...refer('Problem'), properties: { type } },
        ...(shown.length > 0 ? { examples: Object.fromEntries(shown) } : {}),
      }
      return [String(status), { description: these.join(', '), content: { 'application/problem+json': media } }]
    }),
  )
}

export const tokenProblems = [
  'token-missing',
  'token-invalid',
  'token-expired',
  'role-not-allowed',
  'unavailable',
] as const
export const bodyProblems = ['malformed-json', 'body-too-large', 'unsupported-media-type', 'invalid-request'] as const
export const keyProblems = ['idempotency-key-missing', 'idempotency-key-reused'] as const
/** What keeps an order from being issued. */
export const orderProblems = [
  'other-maker',
  'product-not-found',
  'product-not-published',
  'edition-not-allowed',
  'edition-exhausted',
  'curation-not-certifiable',
  'design-already-certified',
  'product-already-certified',
  'design-differs',
  'signing-key-ended',
] as const
