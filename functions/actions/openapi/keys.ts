/** The resources of the administrator: the registry's keys. */
import { compromiseRequest } from '../manage-keys.ts'
import type { Operation, Parameter, Paths } from './document.ts'
import { DEMO_CID } from './example-answers.ts'
import { answer, body, bodyProblems, only, problemsAt, tokenProblems } from './parts.ts'
import { writeSchema } from './schemas.ts'

export const KEYS = 'Keys'

const kid: Parameter = {
  name: 'kid',
  in: 'path',
  required: true,
  description: 'The key’s id: the RFC 7638 thumbprint of its public half, 43 symbols of base64url.',
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{43}$' },
  example: DEMO_CID,
}
const answered = { role: 'registry', kid: DEMO_CID, first: 0, last: null, compromisedFrom: null }
const problems = [...tokenProblems, 'key-not-found', 'key-ended'] as const

export function keyPaths(origin: string): Paths {
  return {
    '/api/keys/{kid}/retire': { post: retire(origin) },
    '/api/keys/{kid}/compromise': { post: markCompromised(origin) },
  }
}

function retire(origin: string): Operation {
  return {
    tags: [KEYS],
    summary: 'Retire a key',
    description:
      'It signs nothing from then on; what it signed stays valid. The key that the registry signs with is refused: put a new one into its secrets first. Asking again gets the same answer.',
    security: only('manage keys'),
    parameters: [kid],
    responses: {
      200: answer('The key, with the entry of the log that retired it.', 'Key', { ...answered, last: 1203 }),
      ...problemsAt(origin, [...problems, 'key-in-use']),
    },
  }
}

function markCompromised(origin: string): Operation {
  return {
    tags: [KEYS],
    summary: 'Mark a key as compromised',
    description:
      'From the entry named on, its signature vouches for nothing: what the log has before stays valid. It can be said once. A key in use may be marked, too; nothing is issued then until it is replaced.',
    security: only('manage keys'),
    parameters: [kid],
    requestBody: body(writeSchema(compromiseRequest), {
      index: { summary: 'Somebody had it from entry 120 on', value: { from: 120 } },
    }),
    responses: {
      200: answer('The key, with the first entry that it no longer vouches for.', 'Key', {
        ...answered,
        compromisedFrom: 120,
      }),
      ...problemsAt(origin, [...problems, ...bodyProblems]),
    },
  }
}
