/** A client of the registry's HTTP API. Where nothing is told, it speaks to what `npm start` made. */
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { exit, type Input, Refusal, text } from './command.ts'

/** `.asli/local.json`, as `npm start` writes it. */
export interface Local {
  origin: string
  tokens: { admin: string; maker: string; curator: string }
  samples: { valid: string; revoked: string }
}

export interface ProblemDocument {
  type: string
  title: string
  status: number
  detail: string
  errors?: { pointer: string; detail: string }[]
  certificate?: string
  design?: string
  code?: string
}

export const LOCAL_FILE = process.env.ASLI_LOCAL ?? '.asli/local.json'

function readLocal(): Local | null {
  if (!existsSync(LOCAL_FILE)) return null
  try {
    return JSON.parse(readFileSync(LOCAL_FILE, 'utf8')) as Local
  } catch {
    throw new Refusal(`${LOCAL_FILE} cannot be read as JSON: delete it and run \`npm start\`, which writes it anew.`)
  }
}

/** The local registry's origin, where `npm start` has made one. */
export function readLocalOrigin(): string | undefined {
  return process.env.ASLI_ORIGIN ?? readLocal()?.origin
}

/** Milliseconds before a request is sent again that something on the way has dropped. */
const PAUSES = [200, 1000]

interface Asked {
  body?: unknown
  headers?: Record<string, string>
  /** Asking twice does it once, and gives the same answer; a question and an order under an Idempotency-Key are so. */
  idempotent?: true
}

export class Api {
  readonly origin: string
  readonly #token: string | undefined

  constructor(origin: string, token?: string) {
    this.origin = origin.replace(/\/$/, '')
    this.#token = token
  }

  /** The answer's JSON. @throws Refusal with the problem's words, or with the mend where nothing answers. */
  async ask<T>(method: string, path: string, asked: Asked = {}): Promise<T> {
    const response = await this.#send(method, path, asked)
    if (response.status === 204) return undefined as T
    const answered = await response.json().catch(() => null)
    if (response.ok && answered !== null) return answered as T
    throw refusalOf(answered as ProblemDocument | null, response.status, this.origin)
  }

  async text(path: string): Promise<string> {
    const response = await this.#send('GET', path, {})
    if (!response.ok) throw refusalOf(null, response.status, this.origin)
    return response.text()
  }

  async #send(method: string, path: string, asked: Asked): Promise<Response> {
    const isIdempotent = asked.idempotent ?? (method === 'GET' || asked.headers?.['idempotency-key'] !== undefined)
    for (const pause of isIdempotent ? PAUSES : []) {
      const response = await this.#sendOnce(method, path, asked)
      if (!isDropped(response)) return response
      await sleep(pause)
    }
    return this.#sendOnce(method, path, asked)
  }

  async #sendOnce(method: string, path: string, { body, headers }: Asked): Promise<Response> {
    const sent = new Headers(headers)
    if (this.#token) sent.set('authorization', `Bearer ${this.#token}`)
    if (body !== undefined) sent.set('content-type', 'application/json')
    const payload = body === undefined ? {} : { body: JSON.stringify(body) }
    try {
      return await fetch(`${this.origin}${path}`, { method, headers: sent, ...payload })
    } catch {
      throw new Refusal(
        `No registry answers at ${this.origin}: start it with \`npm start\`, or name another with --origin.`,
      )
    }
  }
}

/** A proxy on the way, or the network's edge, said it: the registry itself always says why. */
function isDropped({ status, headers }: Response): boolean {
  return status >= 500 && !headers.get('content-type')?.startsWith('application/problem+json')
}

function refusalOf(found: ProblemDocument | null, status: number, origin: string): Refusal {
  if (!found?.detail) {
    const mend =
      status >= 500
        ? 'the request may have been lost on the way. Look whether it was done, and ask again if it was not.'
        : 'is it an Asli registry?'
    return new Refusal(`${origin} answered ${status} without saying why: ${mend}`)
  }
  const more = [found.certificate, found.design].flatMap((address) => (address ? [`See ${address}`] : []))
  return new Refusal(`${found.title}. ${found.detail}`, { lines: [...more, `More: ${found.type}`], document: found })
}

/** The registry that is asked: the one that --origin or ASLI_ORIGIN names, or the local one. */
export function readOrigin({ options }: Input): string {
  const told = text(options.origin) ?? process.env.ASLI_ORIGIN
  const origin = told ?? readLocal()?.origin
  if (!origin) throw new Refusal('No registry is known here: run `npm start` first, or name one with --origin.')
  if (!URL.canParse(origin) || !/^https?:/.test(origin)) {
    throw new Refusal(`“${origin}” is no address: write it as https://asli.example.`, { code: exit.misuse })
  }
  return origin
}

/** The API with the token of this role, or the one that --token or ASLI_TOKEN gives. */
export function openApi(input: Input, role: keyof Local['tokens']): Api {
  const local = readLocal()
  const origin = readOrigin(input)
  // The local tokens belong to the local registry: they are never sent anywhere else.
  const own = local && new URL(origin).origin === local.origin ? local.tokens[role] : undefined
  const token = text(input.options.token) ?? process.env.ASLI_TOKEN ?? own
  if (!token) throw new Refusal(`No token is known for ${origin}: give one with --token or in ASLI_TOKEN.`)
  return new Api(origin, token)
}
