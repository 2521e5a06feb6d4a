/** GET /api/openapi.json: OpenAPI 3.1, from the same zod schemas that parse the requests. */
import { Hono } from 'hono'
import { z } from 'zod'
import { type SimpleAct, simpleActs } from '#core/certificate/reasons.ts'
import { actRequest, certificateRequestOn, supersessionOn } from '#core/certificate/request.ts'
import { tokenRequest } from '../actions/tokens.ts'
import { openToAllOrigins } from '../headers.ts'
import type { ProblemSlug } from '../problem.ts'
import { problemKinds } from '../problem-kinds.ts'
import { batchRowOn, MOST_ROWS } from './batch.ts'
import { qrQuery } from './certificates.ts'
import { type AppEnv, allowOnly } from './http.ts'

const json = (schema: z.ZodType) => ({
  required: true,
  content: { 'application/json': { schema: z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' }) } },
})
const codeParameter = {
  name: 'code',
  in: 'path',
  required: true,
  description: 'Twelve symbols, any case, hyphens allowed.',
  schema: { type: 'string' },
}
const keyParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'Your own, new for each certificate and the same for each retry.',
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{16,64}$' },
}
const dryRunParameter = {
  name: 'dryRun',
  in: 'query',
  description: '1 checks only, and stores nothing.',
  schema: { enum: ['1'] },
}
const bearer = [{ bearer: [] }]

/** One response a status, naming the problems that it can be. */
function problems(...slugs: ProblemSlug[]) {
  const statuses = [...new Set(slugs.map((slug) => problemKinds[slug].status))]
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: slugs.filter((slug) => problemKinds[slug].status === status).join(', '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

const tokenProblems = ['token-missing', 'token-invalid', 'token-expired', 'role-not-allowed', 'unavailable'] as const
const conflicts = [
  'edition-not-allowed',
  'edition-exhausted',
  'curation-not-certifiable',
  'design-already-certified',
  'product-already-certified',
  'design-differs',
] as const
const bodyProblems = ['malformed-json', 'body-too-large', 'unsupported-media-type', 'invalid-request'] as const

function parameters(schema: z.ZodObject) {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input' })
  return Object.entries(properties).map(([name, property]) => ({ name, in: 'query', schema: property }))
}

function certificatePaths() {
  return {
    '/api/certificates': {
      post: {
        summary: 'Certify one piece',
        security: bearer,
        parameters: [keyParameter, dryRunParameter],
        requestBody: json(certificateRequestOn('9999-12-31')),
        responses: {
          200: { description: 'The dry run found nothing to refuse.' },
          201: { description: 'Issued; a retry with the same key and body gets the same answer.' },
          ...problems(
            ...tokenProblems,
            ...bodyProblems,
            'idempotency-key-missing',
            'idempotency-key-reused',
            'other-maker',
            'product-not-found',
            'product-not-published',
            ...conflicts,
          ),
        },
      },
    },
    '/api/certificates/batch': {
      post: {
        summary: 'Certify many, all or none',
        security: bearer,
        parameters: [dryRunParameter],
        requestBody: json(z.strictObject({ rows: z.array(batchRowOn('9999-12-31')).min(1).max(MOST_ROWS) })),
        responses: {
          200: { description: 'The dry run found nothing to refuse.' },
          201: { description: 'Code, address and QR of each, in the order of the rows.' },
          ...problems(...tokenProblems, ...bodyProblems, 'batch-refused'),
        },
      },
    },
    '/api/certificates/{code}': {
      get: {
        summary: 'The credential',
        parameters: [codeParameter],
        responses: {
          200: { description: 'A W3C Verifiable Credential 2.0.', content: { 'application/vc': {} } },
          ...problems('certificate-not-found', 'record-altered', 'unavailable'),
        },
      },
    },
    '/api/certificates/{code}/proof': {
      get: {
        summary: 'The proof that the log has it',
        parameters: [codeParameter],
        responses: {
          200: { description: 'A C2SP tlog-proof.', content: { 'text/plain': {} } },
          ...problems('certificate-not-found', 'unavailable'),
        },
      },
    },
    '/api/certificates/{code}/qr.svg': {
      get: {
        summary: 'The QR of its tag, or of its paper card',
        parameters: [codeParameter, ...parameters(qrQuery)],
        responses: {
          200: { description: 'A drawing that never changes.', content: { 'image/svg+xml': {} } },
          ...problems('certificate-not-found', 'invalid-request', 'qr-too-small', 'record-altered', 'unavailable'),
        },
      },
    },
  }
}

const actWords: Record<SimpleAct, string> = {
  revoke: 'Withdraw it for good',
  suspend: 'Pause it',
  resume: 'Lift a pause',
  report: 'Report the piece lost, stolen or disputed',
  'withdraw-report': 'Lift a report',
}

function actPaths() {
  const common = [...tokenProblems, ...bodyProblems, 'other-maker', 'certificate-not-found', 'record-altered'] as const
  const acts = Object.entries(simpleActs).map(([act, type]) => [
    `/api/certificates/{code}/${act}`,
    {
      post: {
        summary: actWords[act as SimpleAct],
        security: bearer,
        parameters: [codeParameter],
        requestBody: json(actRequest(type)),
        responses: {
          200: { description: 'Done; asking again with the same reason gets the same answer.' },
          ...problems(...common, 'already-revoked', 'state-conflict'),
        },
      },
    },
  ])
  const supersede = {
    summary: 'Certify it anew in place of this one',
    security: bearer,
    parameters: [codeParameter, keyParameter],
    requestBody: json(supersessionOn('9999-12-31')),
    responses: {
      201: { description: 'The corrected certificate; the earlier one says what replaces it.' },
      ...problems(...common, ...conflicts, 'idempotency-key-missing', 'idempotency-key-reused', 'state-conflict'),
    },
  }
  return { ...Object.fromEntries(acts), '/api/certificates/{code}/supersede': { post: supersede } }
}

function otherPaths() {
  return {
    '/api/verify/{code}': {
      get: {
        summary: 'Check a certificate',
        parameters: [codeParameter],
        responses: {
          200: { description: 'Verdict valid, revoked or altered, with every check.' },
          404: { description: 'Verdict unknown-code, perhaps with a suggestion.' },
          503: { description: 'Verdict unavailable: could not be checked, which says nothing about the piece.' },
        },
      },
    },
    '/.well-known/asli.json': {
      get: {
        summary: 'The registry’s public keys',
        responses: {
          200: { description: 'By role: registry, log, tag; as Multikeys, the log’s as a C2SP verifier key.' },
        },
      },
    },
    '/api/tokens': {
      get: {
        summary: 'List tokens',
        security: bearer,
        responses: { 200: { description: 'Without secrets.' }, ...problems(...tokenProblems) },
      },
      post: {
        summary: 'Make a token',
        security: bearer,
        requestBody: json(tokenRequest),
        responses: {
          201: { description: 'The only answer that shows the token.' },
          ...problems(...tokenProblems, ...bodyProblems),
        },
      },
    },
    '/api/tokens/{id}': {
      delete: {
        summary: 'Withdraw a token',
        security: bearer,
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        responses: { 204: { description: 'Withdrawn.' }, ...problems(...tokenProblems, 'token-not-found') },
      },
    },
  }
}

export function writeOpenApi(origin: string) {
  return {
    openapi: '3.1.0',
    info: { title: 'Asli', version: '1', description: 'Issues and checks certificates of single pieces.' },
    servers: [{ url: origin }],
    paths: { ...certificatePaths(), ...actPaths(), ...otherPaths() },
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status', 'detail', 'instance'],
          properties: {
            type: { type: 'string', format: 'uri', description: 'A page that explains the problem and its mend.' },
            title: { type: 'string' },
            status: { type: 'integer' },
            detail: { type: 'string' },
            instance: { type: 'string', description: 'The id of the request.' },
            errors: {
              type: 'array',
              items: { type: 'object', properties: { pointer: { type: 'string' }, detail: { type: 'string' } } },
            },
          },
        },
      },
    },
  }
}

export const openapi = new Hono<AppEnv>()
  .get('/', (c) => Response.json(writeOpenApi(c.var.services.origin), { headers: openToAllOrigins }))
  .all('/', allowOnly('GET'))
