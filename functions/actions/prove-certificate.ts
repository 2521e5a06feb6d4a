/** The proof that the log has a certificate's issue. */
import type { Code } from '#core/certificate/code.ts'
import { fail, type Result, succeed } from '#core/result.ts'
import { type Problem, problem } from '../problem.ts'
import { proveEntry } from './log.ts'
import type { Services } from './services.ts'

/** A C2SP tlog-proof against the head of now. */
export async function proveCertificate(
  code: Code | null,
  services: Pick<Services, 'store' | 'logStore' | 'logSigner' | 'origin'>,
): Promise<Result<string, Problem>> {
  const record = code && (await services.store.findCertificate(code))
  const index = record?.events[0]?.index
  if (index === undefined)
    return fail(problem('certificate-not-found', 'No certificate of this registry has that code.'))
  return succeed(await proveEntry(index, services))
}
