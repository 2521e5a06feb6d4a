/** What the log's monitor may ask of a public id: the body and the state as they are now, without code or credential. */
import type { Code } from '#core/certificate/code.ts'
import { parseCredential } from '#core/certificate/credential.ts'
import { formatIssued } from '#core/certificate/leaves.ts'
import { foldEvents } from '#core/certificate/status.ts'
import type { Status } from '#core/log/life.ts'
import { fail, type Result, succeed } from '#core/result.ts'
import { type Problem, problem } from '../problem.ts'
import type { Services } from './services.ts'

export interface EntryDescription {
  /** Digest of the credential as it is stored now, computed anew at each request. */
  body: string
  status: Status | 'altered'
  /** Its slot in the status lists: list × 131,072 + index; absent where it is in none. */
  statusIndex?: number
}

export async function describeEntry(
  cid: string,
  { store, logStore }: Pick<Services, 'store' | 'logStore'>,
): Promise<Result<EntryDescription, Problem>> {
  const code = await logStore.findCode(cid)
  const record = code === null ? null : await store.findCertificate(code as Code)
  if (!record) return fail(problem('not-found', 'The log has no certificate with that public id.'))
  const credential = parseCredential(record.credential)
  if (!credential.ok) return succeed({ body: '', status: 'altered' })
  const { body, slot } = credential.value
  const state = foldEvents(record.events, formatIssued(credential.value), record.status)
  const status = state.kind === 'known' ? state.status : 'altered'
  return succeed({ body, status, ...(slot === undefined ? {} : { statusIndex: slot }) })
}
