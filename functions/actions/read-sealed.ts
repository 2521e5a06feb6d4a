/** The customer's name as it was sealed: whoever has the owner link opens it on their own device. */
import { type Code, formatCode } from '#core/certificate/code.ts'
import { parseCredential } from '#core/certificate/credential.ts'
import { readLeaf } from '#core/certificate/status.ts'
import { fail, type Result, succeed } from '#core/result.ts'
import { type Problem, problem } from '../problem.ts'
import { findRecord } from './read-certificate.ts'
import type { Services } from './services.ts'

export interface Sealed {
  code: string
  commitment: string
  sealed: string
}

export async function readSealed(
  code: Code | null,
  services: Pick<Services, 'store'>,
): Promise<Result<Sealed, Problem>> {
  const found = await findRecord(code, services)
  if (!found.ok) return found
  const { code: known, credential: text, events } = found.value
  const erasure = events.map(({ leaf }) => readLeaf(leaf)).find((leaf) => leaf?.t === 'subject-erased')
  if (erasure) {
    const detail = `What was kept of the customer was erased on ${erasure.ts.slice(0, 10)}.`
    return fail(problem('subject-erased', detail, { extra: { erasedAt: erasure.ts } }))
  }
  const credential = parseCredential(text)
  const commitment = credential.ok && credential.value.kind === 'piece' && credential.value.subject.madeFor.commitment
  const kept = await services.store.findKept(known)
  if (!commitment || !kept?.sealed) return fail(problem('nothing-sealed', 'No name was sealed with this certificate.'))
  return succeed({ code: formatCode(known), commitment, sealed: kept.sealed })
}
