/** GET /api/openapi.json: OpenAPI 3.1, from the same zod schemas that parse the requests. */
import { Hono } from 'hono'
import { z } from 'zod'
import { pieceRequestOn } from '#core/certificate/piece-request.ts'
import { tokenRequest } from '../actions/tokens.ts'
import { openToAllOrigins } from '../headers.ts'
import type { ProblemSlug } from '../problem.ts'
import { problemKinds } from '../problem-kinds.ts'
import { revocationRequest, tagQuery } from './certificates.ts'
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
        parameters: [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: true,
            schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{16,64}$' },
          },
          { name: 'dryRun', in: 'query', description: '1 checks only, and stores nothing.', schema: { enum: ['1'] } },
        ],
        requestBody: json(pieceRequestOn('9999-12-31')),
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
            'product-not-exclusive',
            'design-already-certified',
            'design-differs',
          ),
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
        summary: 'The QR of its tag',
        parameters: [codeParameter, ...parameters(tagQuery)],
        responses: {
          200: { description: 'A drawing that never changes.', content: { 'image/svg+xml': {} } },
          ...problems('certificate-not-found', 'invalid-request', 'qr-too-small', 'unavailable'),
        },
      },
    },
    '/api/certificates/{code}/revoke': {
      post: {
        summary: 'Withdraw it for good',
        security: bearer,
        parameters: [codeParameter],
        requestBody: json(revocationRequest),
        responses: {
          200: { description: 'Withdrawn; asking again with the same reason gets the same answer.' },
          ...problems(
            ...tokenProblems,
            ...bodyProblems,
            'other-maker',
            'certificate-not-found',
            'already-revoked',
            'record-altered',
          ),
        },
      },
    },
  }
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
    paths: { ...certificatePaths(), ...otherPaths() },
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
