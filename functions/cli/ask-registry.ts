/**
 * Asking a registry for what a certificate is checked with. The trust is in the host that was named: no redirect is
 * followed. Whatever is not read is kept as that, with the reason in words, and never taken for an answer.
 */
import { canonicalize, type JsonValue } from '#core/canonical-json.ts'
import type { Part } from '#core/certificate/evidence-check.ts'
import { type KeyList, parseKeyList } from '#core/certificate/key-list.ts'
import { plain } from './command.ts'

const MAX_BYTES = 1_000_000
const PATIENCE_MS = 15_000

export class Registry {
  readonly origin: string
  /** Why something could not be read, one sentence each. */
  readonly troubles: string[] = []

  constructor(origin: string) {
    this.origin = origin
  }

  async readKeys(): Promise<KeyList | null> {
    const path = '/.well-known/asli.json'
    const part = await this.read(path)
    const value = part.kind === 'here' ? readJson(part.text) : undefined
    const list = value === undefined ? null : parseKeyList(value)
    if (list?.ok) return list.value
    const fault = list ? `${plain(list.error)} does not fit` : 'it is not there'
    if (part.kind !== 'unreachable') this.#give(`${this.origin}${path} is no list of keys (${fault})`)
    return null
  }

  readCredential(code: string): Promise<Part> {
    return this.read(`/api/certificates/${code}`)
  }

  readProof(code: string): Promise<Part> {
    return this.read(`/api/certificates/${code}/proof`)
  }

  readStatus(cid: string): Promise<Part> {
    return this.read(`/log/cid/${cid}`)
  }

  /** Verdicts have statuses of their own: 404 and 503 are answers here. */
  readReport(code: string): Promise<Part> {
    return this.read(`/api/verify/${code}`, [200, 404, 503])
  }

  /** The sealed text of a certificate; that it was erased is an answer, too. */
  readSealed(code: string): Promise<Part> {
    return this.read(`/api/certificates/${code}/sealed`, [200], ['subject-erased'])
  }

  /** `problems` are answers: their documents are texts that were read. */
  async read(path: string, statuses = [200], problems: string[] = []): Promise<Part> {
    try {
      const response = await fetch(this.origin + path, {
        redirect: 'manual',
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      const text = await readBody(response)
      if (text === null) return this.#give(`${this.origin}${path} answered with more than a certificate takes`)
      const isAnswer = isProblem(response) && problems.includes(readProblem(text))
      return isAnswer ? { kind: 'here', text } : this.#judge(path, response, text, statuses)
    } catch {
      return this.#give(`nothing answers at ${this.origin}`)
    }
  }

  #judge(path: string, response: Response, text: string, statuses: number[]): Part {
    const { status } = response
    if (statuses.includes(status) && !isProblem(response)) return { kind: 'here', text }
    if (isProblem(response) && status === 404) return { kind: 'missing' }
    if (isProblem(response) && readProblem(text) === 'record-altered') return { kind: 'refused' }
    const isRedirect = status >= 300 && status < 400
    const said = isRedirect ? 'with a redirect, which is not followed' : String(status)
    return this.#give(`${this.origin}${path} answered ${said}`)
  }

  #give(trouble: string): Part {
    this.troubles.push(trouble)
    return { kind: 'unreachable' }
  }
}

function isProblem({ headers }: Response): boolean {
  return headers.get('content-type')?.startsWith('application/problem+json') ?? false
}

/** The slug of the problem. */
function readProblem(text: string): string {
  const { type } = (readJson(text) ?? {}) as { type?: unknown }
  return typeof type === 'string' ? type.slice(type.lastIndexOf('/') + 1) : ''
}

/** The text, or null where it is longer than anything that is asked for here. @throws TypeError where it is not UTF-8. */
async function readBody(response: Response): Promise<string | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.length
    if (length > MAX_BYTES) return null
    chunks.push(chunk)
  }
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks))
}

export function readJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue
  } catch {
    return undefined
  }
}

/** The one text of this JSON, which is what was signed; null where it has none. */
export function readCanonical(value: JsonValue): string | null {
  try {
    return canonicalize(value)
  } catch {
    return null
  }
}
