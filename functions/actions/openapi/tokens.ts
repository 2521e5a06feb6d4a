/** The resources of the administrator: tokens. */
import type { Operation, Paths } from './document.ts'
import { newTokenExample, tokenExample } from './example-answers.ts'
import { requestExamples } from './examples.ts'
import { answer, body, bodyProblems, only, problemsAt, tokenProblems } from './parts.ts'
import { refer } from './schemas.ts'

export const TOKENS = 'Tokens'

export function tokenPaths(origin: string): Paths {
  return {
    '/api/tokens': { get: listTokens(origin), post: makeToken(origin) },
    '/api/tokens/{id}': { delete: withdrawToken(origin) },
  }
}

function listTokens(origin: string): Operation {
  return {
    tags: [TOKENS],
    summary: 'List tokens',
    description: 'All that were made, without their secrets.',
    security: only('manage tokens'),
    responses: {
      200: answer('The tokens.', 'TokenList', { tokens: [tokenExample] }),
      ...problemsAt(origin, tokenProblems),
    },
  }
}

function makeToken(origin: string): Operation {
  return {
    tags: [TOKENS],
    summary: 'Make a token',
    description:
      'For one maker of the catalogue, or for a curator. It works for at most 90 days, and only its hash is kept.',
    security: only('manage tokens'),
    requestBody: body(refer('TokenRequest'), requestExamples.token),
    responses: {
      201: answer('The only answer that shows the token.', 'NewToken', newTokenExample),
      ...problemsAt(origin, [...tokenProblems, ...bodyProblems]),
    },
  }
}

function withdrawToken(origin: string): Operation {
  const id = {
    name: 'id',
    in: 'path' as const,
    required: true,
    description: 'The token’s id, from the list.',
    schema: { type: 'string' },
    example: tokenExample.id,
  }
  return {
    tags: [TOKENS],
    summary: 'Withdraw a token',
    description: 'From then on it opens nothing. What was done with it stands.',
    security: only('manage tokens'),
    parameters: [id],
    responses: { 204: { description: 'Withdrawn.' }, ...problemsAt(origin, [...tokenProblems, 'token-not-found']) },
  }
}
