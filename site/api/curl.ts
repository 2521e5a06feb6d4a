/** Requests as a person sends them: one line of curl, broken where it may be. */
import type { Operation, Parameter } from '../../functions/actions/openapi/document.ts'

export interface CurlRequest {
  method: string
  url: string
  headers: string[]
  body?: unknown
}

/** The request that shows how a resource is asked; `body` is one of its examples. */
export function exampleRequest(
  { method, path, operation }: { method: string; path: string; operation: Operation },
  origin: string,
  body?: unknown,
): CurlRequest {
  const { parameters = [], security } = operation
  const exampleOf = (name: string) => parameters.find((parameter) => parameter.name === name)?.example ?? name
  const filled = path.replace(/\{([^}]+)\}/g, (_, name: string) => exampleOf(name))
  const query = parameters.filter(isQueryExample).map(({ name, example }) => `${name}=${example}`)
  const headers = [
    ...(security ? ['Authorization: Bearer $TOKEN'] : []),
    ...(parameters.some(({ name }) => name === 'Idempotency-Key') ? ['Idempotency-Key: $KEY'] : []),
    ...(body === undefined ? [] : ['Content-Type: application/json']),
  ]
  const url = `${origin}${filled}${query.length > 0 ? `?${query.join('&')}` : ''}`
  return { method: method.toUpperCase(), url, headers, ...(body === undefined ? {} : { body }) }
}

export function formatCurl({ method, url, headers, body }: CurlRequest): string {
  const isPlain = method === 'GET' || (method === 'POST' && body !== undefined)
  return [
    `curl ${isPlain ? '' : `-X ${method} `}${quote(url)}`,
    ...headers.map((header) => `-H "${header}"`),
    ...(body === undefined ? [] : [`-d ${quote(JSON.stringify(body, null, 2).replaceAll('\n', '\n  '), true)}`]),
  ].join(' \\\n  ')
}

function isQueryExample(parameter: Parameter): boolean {
  return parameter.in === 'query' && parameter.example !== undefined
}

/** For a POSIX shell: single quotes keep everything but themselves as it is. */
function quote(text: string, always = false): string {
  return always || /[^\w@%+=:,./-]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : text
}
