/** The API's description: what it says is what the Worker does. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalize, type JsonObject } from '#core/canonical-json.ts'
import { parseCode } from '#core/certificate/code.ts'
import { parseCredential } from '#core/certificate/credential.ts'
import { parseProof } from '#core/log/inclusion.ts'
import { parseVerifierKey } from '#core/log/note.ts'
import type { JsonSchema, MediaType, OpenApi, Operation } from '../../functions/actions/openapi/document.ts'
import { createApp } from '../../functions/app.ts'
import { problemKinds } from '../../functions/problem-kinds.ts'
import { openBuiltWorker } from '../support/built-worker.ts'
import { findMisfits, nameOf, readSchema, schemaNamed } from '../support/json-schema.ts'
import { issue, newKey, pieceRequest, plain, type TestWorker } from '../support/worker.ts'

let worker: TestWorker
let api: OpenApi
beforeAll(async () => {
  worker = await openBuiltWorker()
  api = (await (await worker.ask('GET', '/api/openapi.json')).json()) as OpenApi
})
afterAll(() => worker.close())

interface Listed {
  name: string
  method: string
  path: string
  operation: Operation
}

function listOperations(): Listed[] {
  return Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      return { name: `${method.toUpperCase()} ${path}`, method: method.toUpperCase(), path, operation }
    }),
  )
}

/** Every document with its schema and its examples: requests and answers. */
function listMedia(): { name: string; type: string; media: MediaType }[] {
  return listOperations().flatMap(({ name, operation }) => {
    const bodies = [operation.requestBody, ...Object.values(operation.responses)]
    return bodies.flatMap((body, at) =>
      Object.entries(body?.content ?? {}).map(([type, media]) => {
        return { name: `${name} ${at === 0 ? 'request' : (body as { description: string }).description}`, type, media }
      }),
    )
  })
}

describe('the resources', () => {
  /** What leads to a page, or to the refusal of what does not exist. */
  const others = ['GET *', 'GET /log/*', 'GET /api/docs', 'GET /api/docs/', 'GET /id/api/docs', 'GET /id/api/docs/']

  test('are the routes of the app, each in the description, and no other', () => {
    const routes = createApp(async () => new Response())
      .routes.filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => ({ name: `${method} ${path}`, method, path }))
      .filter(({ name }) => !others.includes(name))
    const matches = (route: { method: string; path: string }, described: { method: string; path: string }) => {
      const pattern = route.path.replace(/[.]/g, '\\.').replace(/:\w+/g, '\\{\\w+\\}').replace('*', '.+')
      return route.method === described.method && new RegExp(`^${pattern}$`).test(described.path)
    }
    const described = listOperations()
    expect(routes.length).toBeGreaterThan(15)
    expect(routes.filter((route) => !described.some((one) => matches(route, one))).map(({ name }) => name)).toEqual([])
    expect(described.filter((one) => !routes.some((route) => matches(route, one))).map(({ name }) => name)).toEqual([])
  })

  test('answer with a described status and document, whoever asks', async () => {
    const code = plain((await issue(worker)).code)
    const faults: string[] = []
    for (const token of [null, worker.maker, worker.curator, worker.admin]) {
      for (const { name, method, path, operation } of listOperations()) {
        const asked = path.replace('{code}', code).replace(/\{(\w+)\}/g, (_, key: string) => exampleOf(operation, key))
        const answered = await worker.ask(method, asked, { token })
        const type = answered.headers.get('content-type')?.split(';')[0] ?? ''
        const described = operation.responses[answered.status]
        const body = await answered.text()
        if (!described) faults.push(`${name}: ${answered.status} is not described`)
        else if (answered.status !== 204) {
          const media = described.content?.[type]
          if (!media) faults.push(`${name}: ${answered.status} is described without ${type}`)
          else if (type.endsWith('json') || type === 'application/vc')
            faults.push(...findMisfits(name, media.schema, JSON.parse(body), api))
        }
      }
    }
    expect(faults).toEqual([])
  })

  test('answer every verdict, and a refusal that names a certificate, as the schemas say', async () => {
    const design = { design: { id: 'taken', name: 'Taken', exclusivity: 'exclusive' } }
    const codes: Record<string, string> = { valid: plain((await issue(worker, design)).code) }
    const acts = {
      suspended: ['suspend', 'data-error'],
      reported: ['report', 'lost-or-stolen'],
      revoked: ['revoke', 'returned'],
    }
    for (const [verdict, [act, reason]] of Object.entries(acts)) {
      const code = plain((await issue(worker)).code)
      codes[verdict] = code
      await worker.ask('POST', `/api/certificates/${code}/${act}`, { token: worker.maker, body: { reason } })
    }
    const old = { design: { id: 'old', name: 'Old', exclusivity: 'exclusive' } }
    codes.superseded = plain((await issue(worker, old)).code)
    const asked = { token: worker.maker, headers: { 'idempotency-key': newKey() } }
    const body = { reason: 'data-error', certificate: pieceRequest({ ...old, soldOn: '2026-11-11' }) }
    await worker.ask('POST', `/api/certificates/${codes.superseded}/supersede`, { ...asked, body })
    codes['unknown-code'] = `${codes.valid?.slice(0, 11)}${codes.valid?.endsWith('0') ? 1 : 0}`
    const report = { $ref: '#/components/schemas/Report' }
    for (const [verdict, code] of Object.entries(codes)) {
      const answered = (await (await worker.ask('GET', `/api/verify/${code}`)).json()) as { verdict: string }
      expect(answered.verdict).toBe(verdict)
      expect(findMisfits(verdict, report, answered, api)).toEqual([])
    }
    const again = { ...asked, headers: { 'idempotency-key': newKey() }, body: pieceRequest(design) }
    const taken = (await (await worker.ask('POST', '/api/certificates', again)).json()) as { code: string }
    expect(plain(taken.code)).toBe(codes.valid)
    expect(findMisfits('taken', { $ref: '#/components/schemas/Problem' }, taken, api)).toEqual([])
  })

  test('are open to the roles that they name, and refused to all others', async () => {
    const { code } = await issue(worker)
    const tokens = { maker: worker.maker, curator: worker.curator, admin: worker.admin }
    const wrong: unknown[] = []
    for (const { name, method, path, operation } of listOperations()) {
      const roles = (operation.security ?? []).flatMap(({ bearer }) => bearer)
      const asked = path.replace('{code}', plain(code)).replace('{id}', 'tok_none')
      if (roles.length === 0) continue
      if ((await worker.ask(method, asked)).status !== 401) wrong.push([name, 'no token'])
      for (const [role, token] of Object.entries(tokens)) {
        const statuses = await Promise.all(
          bodiesOf(operation).map(async (body) => {
            const headers = { 'idempotency-key': newKey() }
            return (await worker.ask(method, `${asked}?dryRun=1`, { token, body, headers })).status
          }),
        )
        const isOpen = statuses.some((status) => status !== 403)
        if (isOpen !== roles.includes(role)) wrong.push([name, role, statuses])
      }
    }
    expect(wrong).toEqual([])
  })
})

function exampleOf({ parameters = [] }: Operation, name: string): string {
  return parameters.find((parameter) => parameter.name === name)?.example ?? `no example of ${name}`
}

function bodiesOf({ requestBody }: Operation): unknown[] {
  const { examples } = requestBody?.content['application/json'] ?? {}
  return examples ? Object.values(examples).map(({ value }) => value) : [undefined]
}

describe('the examples', () => {
  test('fit the schemas of the document', () => {
    const shown = listMedia().flatMap(({ name, media }) =>
      Object.values(media.examples ?? {}).map(({ value }) => ({ name, media, value })),
    )
    expect(shown.length).toBeGreaterThan(30)
    for (const { name, media, value } of shown) {
      expect([name, readSchema(media.schema, api).safeParse(value).error?.message]).toEqual([name, undefined])
    }
  })

  test('fit the schemas that parse', () => {
    const named = listMedia().filter(({ media }) => media.schema.$ref)
    expect(named.length).toBeGreaterThan(50)
    for (const { name, media } of named) {
      const schema = schemaNamed(nameOf(media.schema), worker.origin)
      for (const { value } of Object.values(media.examples ?? {})) {
        expect([name, schema?.safeParse(value).error?.message]).toEqual([name, undefined])
      }
    }
  })

  test('stand by every request, and by every answer of JSON or text that is no problem', () => {
    const bare = listMedia()
      .filter(({ type, media }) => /json$|vc$|plain$/.test(type) && !media.examples)
      .filter(({ type }) => type !== 'application/problem+json')
      .map(({ name }) => name)
    expect(bare).toEqual([
      'GET /api/verify/{code} Verdict unavailable: it could not be checked, which says nothing about the piece.',
      'GET /api/openapi.json The description.',
    ])
  })

  test('are what the registry itself can read: code, credential, proof, key', () => {
    const exampleAt = (path: string) => {
      const content = api.paths[path]?.get?.responses[200]?.content ?? {}
      return Object.values(Object.values(content)[0]?.examples ?? {})[0]?.value
    }
    const credential = exampleAt('/api/certificates/{code}') as JsonObject
    expect(parseCredential(canonicalize(credential))).toMatchObject({ ok: true, value: { kind: 'piece' } })
    expect(parseCode((credential.credentialSubject as { code: string }).code)).toBe('000000000000')
    expect(parseProof(exampleAt('/api/certificates/{code}/proof') as string)?.index).toBe(0)
    expect(parseVerifierKey((exampleAt('/log/vkey') as string).trim())?.name).toBe('asli.example/log')
  })
})

describe('the schemas', () => {
  test('say of every field what it means', () => {
    const silent: string[] = []
    const walk = (schema: JsonSchema, path: string) => {
      for (const [key, field] of Object.entries(schema.properties ?? {})) {
        const words = field.description ?? api.components.schemas[nameOf(field)]?.description
        if (!words && field.const === undefined) silent.push(`${path}.${key}`)
        walk(field, `${path}.${key}`)
      }
      if (schema.items) walk(schema.items, `${path}[]`)
      for (const one of [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]) walk(one, path)
    }
    for (const [name, schema] of Object.entries(api.components.schemas)) walk(schema, name)
    expect(silent).toEqual([])
  })

  test('refuse what the API refuses: a field that nobody knows, and one that is missing', () => {
    const request = readSchema({ $ref: '#/components/schemas/CertificateRequest' }, api)
    const [least] = Object.values(
      api.paths['/api/certificates']?.post?.requestBody?.content['application/json'].examples ?? {},
    )
    const piece = least?.value as { madeOn?: string } | undefined
    const { madeOn: _, ...undated } = piece ?? {}
    expect(request.safeParse(piece).success).toBe(true)
    expect(request.safeParse({ ...piece, customer: 'Somebody' }).success).toBe(false)
    expect(request.safeParse(undated).success).toBe(false)
  })

  test('refer to schemas that are there', () => {
    const referred = [...JSON.stringify(api).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name,
    )
    expect(new Set(referred).size).toBeGreaterThan(15)
    expect(referred.filter((name) => !api.components.schemas[name ?? ''])).toEqual([])
  })
})

describe('the problems', () => {
  test('are named by their addresses under their statuses, and all but three by some resource', () => {
    const prefix = `${worker.origin}/problems/`
    const named = listOperations().flatMap(({ operation }) =>
      Object.entries(operation.responses).flatMap(([status, { content }]) => {
        const types = content?.['application/problem+json']?.schema.properties?.type?.enum ?? []
        return types.map((type) => ({ status: Number(status), type: String(type) }))
      }),
    )
    for (const { status, type } of named) {
      expect([type, problemKinds[type.replace(prefix, '') as 'not-found']?.status]).toEqual([type, status])
    }
    const missing = Object.keys(problemKinds).filter((slug) => !named.some(({ type }) => type === prefix + slug))
    expect(missing).toEqual(['method-not-allowed', 'internal-error'])
    for (const slug of [...missing, 'not-found']) expect(api.info.description).toContain(slug)
  })
})
