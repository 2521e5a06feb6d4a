/** Who asks: the holder of a token, and what the role may do. */

import { fail, type Result, succeed } from '#core/result.ts'
import { hashToken, isWholeToken } from '#core/token.ts'
import { type Problem, problem } from '../problem.ts'
import type { Store } from './store.ts'

export type Caller = { role: 'maker'; maker: string } | { role: 'curator' } | { role: 'admin' }

/** Every role × act in one place; what is not listed is denied. */
const allowed = {
  'issue a piece': ['maker'],
  'issue a curation': ['curator'],
  revoke: ['maker', 'curator'],
  suspend: ['maker', 'curator'],
  resume: ['maker', 'curator'],
  report: ['maker', 'curator'],
  'withdraw-report': ['maker', 'curator'],
  erase: ['maker', 'curator'],
  'manage tokens': ['admin'],
  'manage keys': ['admin'],
} as const satisfies Record<string, readonly Caller['role'][]>
export type Act = keyof typeof allowed

/** The roles that may do one of these. */
export function rolesFor(...acts: Act[]): Caller['role'][] {
  return [...new Set(acts.flatMap((act) => allowed[act]))]
}

interface Desk {
  store: Store
  adminTokenHash: string
  now(): Date
}

/** The caller of an `Authorization` header's value. */
export async function identifyCaller(header: string | undefined, desk: Desk): Promise<Result<Caller, Problem>> {
  const token = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1]
  if (!token) return fail(problem('token-missing', 'The request carries no bearer token.'))
  if (!isWholeToken(token)) return fail(problem('token-invalid', 'The token is mistyped or cut: its checksum differs.'))
  const hash = hashToken(token)
  if (hash === desk.adminTokenHash) return succeed({ role: 'admin' })

  const found = await desk.store.findToken(hash)
  const now = desk.now().toISOString()
  if (!found) return fail(problem('token-invalid', 'This registry does not know the token.'))
  if (found.revokedAt)
    return fail(problem('token-invalid', `The token was withdrawn on ${found.revokedAt.slice(0, 10)}.`))
  if (found.expiresAt <= now)
    return fail(problem('token-expired', `The token expired on ${found.expiresAt.slice(0, 10)}.`))
  await desk.store.touchToken(found.id, now.slice(0, 10))
  return succeed(found.maker === null ? { role: 'curator' } : { role: 'maker', maker: found.maker })
}

/** The problem that keeps this caller from the act, or null. */
export function refuseAct(caller: Caller, act: Act): Problem | null {
  const roles: readonly Caller['role'][] = allowed[act]
  if (roles.includes(caller.role)) return null
  return problem('role-not-allowed', `A ${caller.role}’s token may not ${act.replace('-', ' ')}.`)
}
