/** Superseding: a corrected certificate takes the place of another in the same transaction. */
import { type Code, formatCode } from '#core/certificate/code.ts'
import { parseCredential } from '#core/certificate/credential.ts'
import type { Reason } from '#core/certificate/reasons.ts'
import type { CertificateRequest } from '#core/certificate/request.ts'
import { fail, type Result, succeed } from '#core/result.ts'
import { type Problem, problem } from '../problem.ts'
import { openSubject, prepareAct, type Subject } from './act.ts'
import type { Caller } from './caller.ts'
import { type Issued, issueOrder } from './issue.ts'
import type { Services } from './services.ts'
import type { NewEvent, Place } from './store.ts'

export interface Supersession {
  /** Why the earlier certificate is replaced. */
  reason: Reason
  /** The corrected certificate, whole: as for a new one. */
  certificate: CertificateRequest
}

export async function supersedeCertificate(
  code: Code | null,
  { reason, certificate }: Supersession,
  idempotencyKey: string,
  caller: Caller,
  services: Services,
): Promise<Result<Issued & { supersedes: string }, Problem>> {
  const opened = await openSubject(code, caller, services)
  if (!opened.ok) return opened
  const { record } = opened.value
  const place = placeOf(opened.value)
  if (place.kind !== certificate.kind) {
    const errors = [
      { pointer: '/certificate/kind', detail: `must be “${place.kind}”, as in the certificate it replaces` },
    ]
    return fail(problem('invalid-request', 'One field does not fit.', { errors }))
  }
  const order = { request: certificate, idempotencyKey, replaces: { code: record.code, place, reason } }
  // Read anew at each try: of two at once, the second finds it replaced.
  const writeEnd = async (): Promise<Result<NewEvent, Problem>> => {
    const now = await openSubject(code, caller, services)
    return now.ok ? prepareAct(now.value, 'superseded', reason, services) : now
  }
  const issued = await issueOrder(order, caller, services, writeEnd)
  return issued.ok ? succeed({ ...issued.value, supersedes: formatCode(record.code) }) : nameRequest(issued)
}

function placeOf({ record }: Subject): Place {
  const read = parseCredential(record.credential)
  if (!read.ok) throw new Error('bad record: it was read a moment ago')
  const { kind, subject } = read.value
  return kind === 'piece'
    ? { kind, maker: subject.maker, subject: subject.design.id, number: subject.edition.number }
    : { kind, maker: subject.maker, subject: subject.product, number: 1 }
}

/** The pointers of a problem lead into the corrected certificate, which stands one level down. */
function nameRequest({ error }: { error: Problem }): Result<never, Problem> {
  const errors = error.errors?.map(({ pointer, detail }) => ({ pointer: `/certificate${pointer}`, detail }))
  return fail(errors ? { ...error, errors } : error)
}
