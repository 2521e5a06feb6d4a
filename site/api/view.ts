/** What the API's page shows, from the description. */
import type { Answer, MediaType, Method, OpenApi, Operation } from '../../functions/actions/openapi/document.ts'
import type { ApiWords } from '../i18n/api-en.ts'
import { exampleRequest, formatCurl } from './curl.ts'
import { type Field, type FieldTable, listTables } from './fields.ts'
import { describeLimits, describeType, type Glossary, nameOf, type Part } from './words.ts'

export interface Resource {
  anchor: string
  method: string
  path: string
  summary: string
  description: string
  /** Whose tokens open it; none where anyone may. */
  roles: string[]
  parameters: (Field & { place: 'path' | 'query' | 'header' })[]
  /** Null where there is no body. */
  request: FieldTable[] | null
  examples: { title: string; text: string }[]
  answers: AnswerView[]
  problems: { status: string; slug: string }[]
}

export interface AnswerView {
  status: string
  description: string
  type: Part[]
  examples: { title: string | null; text: string }[]
}

export interface ApiView {
  groups: { name: string; anchor: string; description: string; resources: Resource[] }[]
  schemas: { name: string; anchor: string; description: string; tables: FieldTable[] }[]
}

export function viewApi(api: OpenApi, words: ApiWords): ApiView {
  const { schemas } = api.components
  const resources = listResources(api)
  const asked = new Map(resources.map(({ anchor, operation }) => [nameOfBody(operation), anchor]))
  const linkTo = (name: string) => `#${asked.get(name) ?? anchorOf('schema', name)}`
  const glossary: Glossary = { schemas, linkTo, words }
  return {
    groups: api.tags.map(({ name, description }) => ({
      name,
      description,
      anchor: anchorOf(name),
      resources: resources
        .filter(({ operation }) => operation.tags.includes(name))
        .map((resource) => viewResource(resource, api, glossary)),
    })),
    schemas: Object.entries(schemas)
      .filter(([name]) => !name.endsWith('Request'))
      .map(([name, schema]) => ({
        name,
        anchor: anchorOf('schema', name),
        description: schema.description ?? '',
        tables: listTables(schema, glossary),
      })),
  }
}

interface Listed {
  anchor: string
  method: Method
  path: string
  operation: Operation
}

function listResources({ paths }: OpenApi): Listed[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      return { anchor: anchorOf(method, path), method: method as Method, path, operation }
    }),
  )
}

/** `post`, `/api/certificates/{code}` → `post-api-certificates-code`. */
function anchorOf(...parts: string[]): string {
  return parts.join('-').replace(/\W+/g, '-').replace(/^-|-$/g, '').toLowerCase()
}

function nameOfBody({ requestBody }: Operation): string {
  return nameOf(requestBody?.content['application/json'].schema ?? {})
}

function viewResource(listed: Listed, api: OpenApi, glossary: Glossary): Resource {
  const { anchor, method, path, operation } = listed
  const { summary, description, security = [], parameters = [], requestBody, responses } = operation
  const media = requestBody?.content['application/json']
  const origin = api.servers[0]?.url ?? ''
  const bodies = media ? Object.values(media.examples ?? {}) : [{ summary: '', value: undefined }]
  return {
    anchor,
    method: method.toUpperCase(),
    path,
    summary,
    description,
    roles: security.flatMap(({ bearer }) => bearer),
    parameters: parameters.map(({ name, in: place, required = false, description: meaning, schema }) => {
      const type = describeType(schema, glossary)
      return { name, place, required, meaning, type, limits: describeLimits(schema, glossary.words) }
    }),
    request: media ? listTables(media.schema, glossary).filter(({ fields }) => fields.length > 0) : null,
    examples: bodies.map(({ summary: title, value }) => ({
      title,
      text: formatCurl(exampleRequest(listed, origin, value)),
    })),
    answers: Object.entries(responses).flatMap(([status, answer]) => viewAnswer(status, answer, glossary)),
    problems: Object.entries(responses).flatMap(([status, answer]) =>
      slugsOf(answer).map((slug) => ({ status, slug })),
    ),
  }
}

const PROBLEM = 'application/problem+json'

/** A status that is a problem stands in the list of problems; here only where there is an example of one. */
function viewAnswer(status: string, { description, content = {} }: Answer, glossary: Glossary): AnswerView[] {
  const [type, media] = Object.entries(content)[0] ?? []
  const shown = Object.values(media?.examples ?? {})
  if (type === PROBLEM && shown.length === 0) return []
  const examples = shown.map(({ summary, value }) => ({
    title: shown.length > 1 || type === PROBLEM ? summary : null,
    text: typeof value === 'string' ? value : JSON.stringify(fold(value), null, 2).replace(/"(\{ … \})"/g, '$1'),
  }))
  return [{ status, description: type === PROBLEM ? '' : description, type: viewType(type, media, glossary), examples }]
}

function viewType(type: string | undefined, media: MediaType | undefined, glossary: Glossary): Part[] {
  if (!type || !media) return []
  return media.schema.$ref ? describeType({ $ref: media.schema.$ref }, glossary) : [{ text: type, isCode: true }]
}

function slugsOf({ content = {} }: Answer): string[] {
  const types = content[PROBLEM]?.schema.properties?.type?.enum ?? []
  return types.map((type) => String(type).split('/').at(-1) ?? '')
}

/** An example to read: the terms of a credential's context are left out, and a credential within another answer. */
function fold(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fold)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      if (key === '@context' && Array.isArray(member)) return [key, [member[0], '{ … }']]
      return [key, key === 'credential' && typeof member === 'object' ? '{ … }' : fold(member)]
    }),
  )
}
