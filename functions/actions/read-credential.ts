/** The signed document itself, of a current certificate or of a withdrawn one; never one that fails its check. */
import type { Code } from '#core/certificate/code.ts'
import { verifyCertificate } from '#core/certificate/verify.ts'
import { fail, type Result, succeed } from '#core/result.ts'
import { type Problem, problem } from '../problem.ts'
import type { Services } from './services.ts'

export async function readCredential(
  code: Code | null,
  { store, trust, now }: Services,
): Promise<Result<string, Problem>> {
  const record = code && (await store.findCertificate(code))
  if (!record) return fail(problem('certificate-not-found', 'No certificate of this registry has that code.'))
  const { verdict } = await verifyCertificate(code, { kind: 'found', record }, trust, now().toISOString())
  return verdict === 'altered'
    ? fail(problem('record-altered', 'The stored record is not the one that was signed.'))
    : succeed(record.credential)
}
