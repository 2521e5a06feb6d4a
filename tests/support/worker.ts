/** How tests speak to a registry: its secrets, its tokens, and requests that are fine (built-worker.ts runs one). */
import { randomBytes } from 'node:crypto'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { makePrivateKey } from '#core/certificate/keys.ts'
import { hashToken, makeToken, TOKEN_RANDOM_BYTES } from '#core/token.ts'

export const MAKER = 'canting-manggur-demo'
export const PRODUCT = 'batik-tulis-manggur-natural'

export interface TestWorker {
  origin: string
  database: D1Database
  admin: string
  maker: string
  curator: string
  /** One line of JSON a log entry that the Worker wrote with console.error. */
  alerts(): Record<string, unknown>[]
  ask(method: string, path: string, asked?: Asked): Promise<Response>
  close(): Promise<void>
}

export interface Asked {
  token?: string | null
  body?: unknown
  headers?: Record<string, string>
}

export interface WorkerSecrets {
  ASLI_REGISTRY_KEY: string
  ASLI_LOG_KEY: string
  /** While another log key takes over. */
  ASLI_LOG_KEY_EARLIER?: string
  /** While another registry key takes over. */
  ASLI_REGISTRY_KID_EARLIER?: string
  ASLI_TAG_KEY: string
  ASLI_ADMIN_TOKEN_HASH: string
}

/** Secrets for one registry, and the administrator's token, of which the Worker knows only the hash. */
export async function makeSecrets(): Promise<WorkerSecrets & { admin: string }> {
  const admin = makeToken(randomBytes(TOKEN_RANDOM_BYTES))
  return {
    ASLI_REGISTRY_KEY: await makePrivateKey(),
    ASLI_LOG_KEY: await makePrivateKey(),
    ASLI_TAG_KEY: await makePrivateKey(),
    ASLI_ADMIN_TOKEN_HASH: hashToken(admin),
    admin,
  }
}

/** How to speak to a Worker that listens at `origin`, with tokens of its own. */
export async function openDesk(
  origin: string,
  admin: string,
): Promise<Pick<TestWorker, 'origin' | 'admin' | 'maker' | 'curator' | 'ask'>> {
  const ask: TestWorker['ask'] = async (method, path, { token, body, headers = {} } = {}) => {
    // The server closes what is idle for five seconds: a test that was busy as long must hear of it before it asks.
    await setImmediate()
    const sent = new Headers(headers)
    if (token) sent.set('authorization', `Bearer ${token}`)
    if (body !== undefined && !sent.has('content-type')) sent.set('content-type', 'application/json')
    const payload = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
    return fetch(`${origin}${path}`, { method, headers: sent, redirect: 'manual', ...payload } as RequestInit)
  }
  const makeTokenFor = async (body: unknown) => {
    const answered = await ask('POST', '/api/tokens', { token: admin, body })
    return ((await answered.json()) as { token: string }).token
  }
  return {
    origin,
    admin,
    maker: await makeTokenFor({ role: 'maker', maker: MAKER, label: 'test' }),
    curator: await makeTokenFor({ role: 'curator', label: 'test' }),
    ask,
  }
}

/** The alert of a line that the Worker wrote, or none. */
export function readAlert(message: string): Record<string, unknown>[] {
  try {
    return message.startsWith('{') ? [JSON.parse(message) as Record<string, unknown>] : []
  } catch {
    return []
  }
}

/** A request that is fine, of a design of its own unless told otherwise. */
export function pieceRequest(changes: Record<string, unknown> = {}): Record<string, unknown> {
  const id = `design-${randomBytes(6).toString('hex')}`
  return {
    kind: 'piece',
    product: PRODUCT,
    design: { id, name: 'Manggur Uji', exclusivity: 'exclusive' },
    madeOn: '2026-11-01',
    soldOn: '2026-11-10',
    dimensions: { lengthMm: 2400, widthMm: 1050 },
    marks: [{ where: 'corner', text: 'a drip' }],
    ...changes,
  }
}

export function newKey(): string {
  return randomBytes(16).toString('base64url')
}

export interface IssuedAnswer {
  code: string
  url: string
  credential: { credentialSubject: Record<string, unknown> }
  qr: string
}

export async function issue(worker: TestWorker, changes: Record<string, unknown> = {}): Promise<IssuedAnswer> {
  const headers = { 'idempotency-key': newKey() }
  const answered = await worker.ask('POST', '/api/certificates', {
    token: worker.maker,
    body: pieceRequest(changes),
    headers,
  })
  return JSON.parse(await textOf(worker, answered, 201)) as IssuedAnswer
}

/** The text of an answer of this status. @throws with all that was said where it has another. */
export async function textOf(
  { alerts }: Pick<TestWorker, 'alerts'>,
  answered: Response,
  status: number,
): Promise<string> {
  const text = await answered.text()
  if (answered.status === status) return text
  // Why it failed the Worker tells its own log alone, which is heard by another way.
  await setTimeout(100)
  const reasons = alerts().filter(({ instance }) => text.includes(`${instance}`))
  throw new Error(
    `${answered.status} instead of ${status}: ${[text, ...reasons.map((one) => JSON.stringify(one))].join('\n')}`,
  )
}

/** The code as it is stored: twelve symbols. */
export function plain(code: string): string {
  return code.replaceAll('-', '')
}

export async function verify(worker: TestWorker, code: string) {
  const answered = await worker.ask('GET', `/api/verify/${code}`)
  return { status: answered.status, report: (await answered.json()) as Record<string, unknown> & { verdict: string } }
}
