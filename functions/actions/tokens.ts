/** API tokens: made by an administrator for one maker, or for a curator; shown once, kept as a hash. */
import { z } from 'zod'
import { encodeHex } from '#core/bytes.ts'
import { fail, type Result, succeed } from '#core/result.ts'
import { hashToken, makeToken, TOKEN_RANDOM_BYTES } from '#core/token.ts'
import { type Problem, problem } from '../problem.ts'
import type { Services } from './services.ts'
import type { TokenRecord } from './store.ts'

const DAY = 86_400_000

const common = {
  label: z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(80, 'must have at most 80 characters')
    .describe('Where it is kept, so that you know which to withdraw.'),
  days: z
    .number('must be a number of days')
    .int('must be whole days')
    .min(1, 'must be at least 1')
    .max(90, 'must be at most 90: make a new token before the old one ends')
    .default(90)
    .describe('Days until it expires.'),
}

export const tokenRequest = z.discriminatedUnion(
  'role',
  [
    z.strictObject({
      role: z.literal('maker'),
      maker: z
        .string()
        .regex(/^[a-z0-9-]{1,60}$/, 'must be a maker’s slug')
        .describe('The slug of a maker of the catalogue, for whom alone it acts.'),
      ...common,
    }),
    z.strictObject({ role: z.literal('curator'), ...common }),
  ],
  'must be “maker” or “curator”',
)
export type TokenRequest = z.output<typeof tokenRequest>

export async function createToken(
  request: TokenRequest,
  { store, catalogue, now, random }: Services,
): Promise<Result<TokenRecord & { token: string }, Problem>> {
  const maker = request.role === 'maker' ? request.maker : null
  const { makers } = await catalogue.read()
  if (maker !== null && !makers.some(({ slug }) => slug === maker)) {
    const errors = [{ pointer: '/maker', detail: 'is not an active maker of the catalogue' }]
    return fail(problem('invalid-request', `The catalogue has no maker “${maker}”.`, { errors }))
  }
  const token = makeToken(random(TOKEN_RANDOM_BYTES))
  const record: TokenRecord = {
    id: `tok_${encodeHex(random(8))}`,
    role: request.role,
    maker,
    label: request.label,
    createdAt: now().toISOString(),
    expiresAt: new Date(now().getTime() + request.days * DAY).toISOString(),
    revokedAt: null,
    lastUsedOn: null,
  }
  await store.addToken(record, hashToken(token))
  return succeed({ ...record, token })
}

export async function withdrawToken(id: string, { store, now }: Services): Promise<Problem | null> {
  return (await store.revokeToken(id, now().toISOString()))
    ? null
    : problem('token-not-found', `No token has the id “${id}”.`)
}
