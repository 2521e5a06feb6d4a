/** Revoking: a maker its own certificates, a curator any; for good, with a reason. */
import { type Code, formatCode } from '#core/certificate/code.ts'
import { formatRevoked } from '#core/certificate/leaves.ts'
import type { RevocationReason } from '#core/certificate/reasons.ts'
import { type Actor, readLeaf } from '#core/certificate/status.ts'
import type { StoredCertificate } from '#core/certificate/verify.ts'
import type { Leaf } from '#core/log/leaf.ts'
import { fail, type Result, succeed } from '#core/result.ts'
import { type Problem, problem } from '../problem.ts'
import { type Caller, refuseAct } from './caller.ts'
import { integrate } from './log.ts'
import { findRecord } from './read-certificate.ts'
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
  services: Services,
): Promise<Result<Revoked, Problem>> {
  const refused = refuseAct(caller, 'revoke')
  if (refused) return fail(refused)
  const found = await findRecord(code, services)
  if (!found.ok) return found
  const record = found.value
  const issue = readLeaf(record.events[0]?.leaf ?? '')
  if (!issue) return fail(problem('record-altered', 'The record has no readable issue in the log.'))
  const actor = actorFor(caller, issue.maker)
  if (!actor.ok) return actor

  const standing = await appendRevocation(record, issue, reason, actor.value, services)
  return standing.reason === reason ? succeed(writeRevoked(record.code, standing)) : fail(alreadyRevoked(standing))
}

function actorFor(caller: Caller, maker: string): Result<Actor, Problem> {
  if (caller.role === 'curator') return succeed({ role: 'curator' })
  if (caller.role === 'maker' && caller.maker === maker) return succeed({ role: 'maker', maker })
  return fail(problem('other-maker', 'Another maker issued this certificate.'))
}

interface Standing {
  reason: RevocationReason
  ts: string
}

/** Of several at once one is appended; the others find it standing. */
async function appendRevocation(
  record: StoredCertificate,
  issue: Leaf,
  reason: RevocationReason,
  actor: Actor,
  services: Pick<Services, 'store' | 'logStore' | 'now'>,
): Promise<Standing> {
  const { store, now } = services
  const last = record.events.at(-1)
  const lastLeaf = last && readLeaf(last.leaf)
  if (!last || !lastLeaf) throw new Error('bad record: its last event cannot be read')
  if (lastLeaf.t === 'revoked' && lastLeaf.reason) return { reason: lastLeaf.reason, ts: lastLeaf.ts }
  const ts = `${now().toISOString().slice(0, 19)}Z`
  const leaf = formatRevoked(issue, { prev: last.index, reason, ts })
  const appended = await store.appendEvent({ code: record.code, cid: issue.cid, previous: last.index, leaf, actor })
  if (appended) {
    await integrate(services)
    return { reason, ts }
  }
  const fresh = await store.findCertificate(record.code)
  if (!fresh) throw new Error('bad store: a certificate is gone')
  return appendRevocation(fresh, issue, reason, actor, services)
}

function writeRevoked(code: Code, { reason, ts }: Standing): Revoked {
  return { code: formatCode(code), verdict: 'revoked', reason, revokedAt: ts }
}

function alreadyRevoked({ reason, ts }: Standing): Problem {
  return problem('already-revoked', `It was withdrawn on ${ts.slice(0, 10)} with the reason “${reason}”.`)
}
