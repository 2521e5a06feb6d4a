/** What every route shares: the context's variables, reading a JSON body, and answering with a problem. */
import type { Context, Handler, MiddlewareHandler } from 'hono'
import type { z } from 'zod'
import { concatBytes } from '#core/bytes.ts'
import { type Code, readCode } from '#core/certificate/code.ts'
import { idempotencyKey } from '#core/certificate/request.ts'
import { fail, type Result, succeed } from '#core/result.ts'
import { type Caller, identifyCaller } from '../actions/caller.ts'
import type { Services } from '../actions/services.ts'
import { describeErrors, type FieldError, type Problem, problem, problemResponse } from '../problem.ts'

export interface AppEnv {
  Bindings: Env
  /** `body` is null where it was longer than the limit. */
  Variables: { services: Services; requestId: string; body: Uint8Array | null }
}
export type AppContext = Context<AppEnv>

/** A longer body is refused before it is parsed, and never held. */
const BODY_LIMIT = 16 * 1024
const BATCH_LIMIT = 2 * 1024 * 1024
/** So much more is read and thrown away, so that the sender is still listening when the refusal comes. */
const DRAIN_LIMIT = 32 * 1024 * 1024
/** An answer names so many fields at most: a small request shall not have a large one. */
const MOST_ERRORS = 20

export function answerProblem(c: AppContext, found: Problem): Response {
  return problemResponse(found, c.var.services.origin, c.var.requestId)
}

/** The value as JSON, or its problem. */
export function answer<T>(c: AppContext, result: Result<T, Problem>, status: 200 | 201 = 200): Response {
  return result.ok ? Response.json(result.value, { status }) : answerProblem(c, result.error)
}

export function identify(c: AppContext): Promise<Result<Caller, Problem>> {
  return identifyCaller(c.req.header('authorization'), c.var.services)
}

/** The code in the path, or null where it is none. */
export function codeOf(c: AppContext): Code | null {
  const reading = readCode(c.req.param('code') ?? '')
  return reading.kind === 'code' ? reading.code : null
}

export function readKey(c: AppContext): Result<string, Problem> {
  const key = idempotencyKey.safeParse(c.req.header('idempotency-key'))
  return key.success
    ? succeed(key.data)
    : fail(problem('idempotency-key-missing', 'The Idempotency-Key is missing or of another form.'))
}

/** The body as `schema` gives it, or a problem with a JSON pointer for each field that does not fit. */
export async function readBody<S extends z.ZodType>(c: AppContext, schema: S): Promise<Result<z.output<S>, Problem>> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
    return fail(problem('unsupported-media-type', 'The Content-Type is not application/json.'))
  }
  if (!c.var.body) return fail(problem('body-too-large', `The body has more than ${limitOf(c)} bytes.`))
  const body = parseJson(c.var.body)
  if (body === undefined) return fail(problem('malformed-json', 'The body is not one JSON value in UTF-8.'))
  return readValue(body, schema)
}

/** The value as `schema` gives it, or a problem that points at what does not fit. */
export function readValue<S extends z.ZodType>(value: unknown, schema: S): Result<z.output<S>, Problem> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return succeed(parsed.data)
  const errors = parsed.error.issues.flatMap((issue) => writeFieldErrors(issue, value))
  return fail(problem('invalid-request', describeErrors(errors.length), { errors: errors.slice(0, MOST_ERRORS) }))
}

/**
 * Reads the body before anything is answered, a refusal included: an answer given while the sender is still sending
 * reaches it as a broken connection.
 */
export const takeBody: MiddlewareHandler<AppEnv> = async (c, next) => {
  // Two groups of routes share a prefix: the second finds it taken.
  if (c.var.body === undefined) c.set('body', await readBytes(c.req.raw.body, limitOf(c)))
  await next()
}

function limitOf(c: Context<AppEnv>): number {
  return c.req.path.endsWith('/batch') ? BATCH_LIMIT : BODY_LIMIT
}

/** The body's bytes, or null where there are too many. */
async function readBytes(body: ReadableStream<Uint8Array> | null, limit: number): Promise<Uint8Array | null> {
  const kept: Uint8Array[] = []
  let length = 0
  for await (const chunk of body ?? []) {
    length += chunk.length
    if (length <= limit) kept.push(chunk)
    if (length > DRAIN_LIMIT) break
  }
  return length <= limit ? concatBytes(...kept) : null
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return undefined
  }
}

/** Names that people try when they want to write the customer down. */
const PERSONAL = new Set(['customer', 'customerName', 'buyer', 'buyerName', 'owner', 'email', 'phone'])

function writeFieldErrors(issue: z.core.$ZodIssue, body: unknown): FieldError[] {
  const pointer = writePointer(issue.path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: pointer + writePointer([key]),
      detail: describeUnknown(key, issue.path),
    }))
  }
  const missing = issue.path.length > 0 && valueAt(body, issue.path) === undefined
  const detail = missing ? 'is missing' : issue.message.replace(/^Invalid input: expected/, 'must be of type')
  return [{ pointer, detail }]
}

function describeUnknown(key: string, path: PropertyKey[]): string {
  if (key === 'name' && path.at(-1) === 'madeFor')
    return 'is never sent: `asli issue` seals it on your own device, and sends “commitment” and “sealed”'
  return PERSONAL.has(key)
    ? 'is not kept: the registry stores no personal data of customers'
    : 'is not a field here: check the spelling or leave it out'
}

function valueAt(value: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>((at, part) => (at as Record<PropertyKey, unknown> | null | undefined)?.[part], value)
}

/** RFC 6901. */
function writePointer(path: PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** The last handler of a path: its other methods get 405 with `Allow`. */
export function allowOnly(...methods: string[]): Handler<AppEnv> {
  const allow = methods.join(', ')
  return (c) => {
    const refused = answerProblem(c, problem('method-not-allowed', `${c.req.method} is not taken here; ${allow} is.`))
    refused.headers.set('Allow', allow)
    return refused
  }
}
