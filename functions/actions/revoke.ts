/** Revoking: a maker its own certificates, a curator any; for good, with a reason. */
import { type Code, formatCode } from '#core/certificate/code.ts'
import { parseCredential } from '#core/certificate/credential.ts'
import type { Actor, Revocation, RevocationReason } from '#core/certificate/status.ts'
import { fail, type Result, succeed } from '#core/result.ts'
import { type Problem, problem } from '../problem.ts'
import { type Caller, refuseAct } from './caller.ts'
import type { Services } from './services.ts'

export interface Revoked {
  code: string
  verdict: 'revoked'
  reason: RevocationReason
  revokedAt: string
}

/** Asking again with the same reason gives the first answer, so that a lost one can be asked for. */
export async function revokeCertificate(
  code: Code | null,
  reason: RevocationReason,
  caller: Caller,
  { store, now }: Services,
): Promise<Result<Revoked, Problem>> {
  const refused = refuseAct(caller, 'revoke')
  if (refused) return fail(refused)
  const record = code && (await store.findCertificate(code))
  if (!record) return fail(problem('certificate-not-found', 'No certificate of this registry has that code.'))
  const actor = actorFor(caller, record.credential)
  if (!actor.ok) return actor

  await store.revokeCertificate({
    code: record.code,
    reason,
    actor: actor.value,
    at: `${now().toISOString().slice(0, 19)}Z`,
  })
  const standing = await readRevocation(record.code, store)
  return standing.reason === reason ? succeed(writeRevoked(record.code, standing)) : fail(alreadyRevoked(standing))
}

function actorFor(caller: Caller, stored: string): Result<Actor, Problem> {
  if (caller.role === 'curator') return succeed({ role: 'curator' })
  const credential = parseCredential(stored)
  if (!credential.ok)
    return fail(problem('record-altered', 'The record cannot be read; a curator can still withdraw it.'))
  if (caller.role === 'maker' && caller.maker === credential.value.piece.maker) {
    return succeed({ role: 'maker', maker: caller.maker })
  }
  return fail(problem('other-maker', 'Another maker issued this certificate.'))
}

async function readRevocation(code: Code, store: Services['store']): Promise<Revocation> {
  const record = await store.findCertificate(code)
  const event = record?.events.findLast(({ type }) => type === 'revoked')
  if (!event?.reason) throw new Error('bad store: a revoked certificate has no revocation')
  return { reason: event.reason, at: event.at, by: event.actor }
}

function writeRevoked(code: Code, { reason, at }: Revocation): Revoked {
  return { code: formatCode(code), verdict: 'revoked', reason, revokedAt: at }
}

function alreadyRevoked({ reason, at }: Revocation): Problem {
  return problem('already-revoked', `It was withdrawn on ${at.slice(0, 10)} with the reason “${reason}”.`)
}
