/** What may be read of a stored certificate: its record, the signed document, and the proof that the log has it. */
import { canonicalize, type JsonObject } from '#core/canonical-json.ts'
import type { Code } from '#core/certificate/code.ts'
import { type Cryptosuite, listProofs } from '#core/certificate/proof.ts'
import { verifyCertificate } from '#core/certificate/verify.ts'
import { fail, type Result, succeed } from '#core/result.ts'
import { type Problem, problem } from '../problem.ts'
import { proveEntry } from './log.ts'
import type { Services } from './services.ts'
import type { FoundCertificate } from './store.ts'

export const noCertificate = problem('certificate-not-found', 'No certificate of this registry has that code.')

export async function findRecord(
  code: Code | null,
  { store }: Pick<Services, 'store'>,
): Promise<Result<FoundCertificate, Problem>> {
  const record = code && (await store.findCertificate(code))
  return record ? succeed(record) : fail(noCertificate)
}

/** The signed document, of a current certificate or of a withdrawn one; never one that fails its check. */
export async function readCredential(code: Code | null, services: Services): Promise<Result<string, Problem>> {
  const found = await findRecord(code, services)
  if (!found.ok) return found
  const record = found.value
  const now = services.now().toISOString()
  const { keys } = await services.keyring.open(record.keysAt)
  const { verdict } = await verifyCertificate(record.code, { kind: 'found', record }, keys, now)
  return verdict === 'altered'
    ? fail(problem('record-altered', 'The stored record is not the one that was signed.'))
    : succeed(record.credential)
}

/** The same with one proof of the set: some verifiers refuse sets. A certificate of the first version has one anyway. */
export async function readWithProof(
  code: Code | null,
  cryptosuite: Cryptosuite,
  services: Services,
): Promise<Result<string, Problem>> {
  const read = await readCredential(code, services)
  if (!read.ok) return read
  const document = JSON.parse(read.value) as JsonObject
  const proof = listProofs(document).find((one) => one.cryptosuite === cryptosuite)
  return proof
    ? succeed(canonicalize({ ...document, proof }))
    : fail(problem('proof-not-found', `This certificate has no proof with ${cryptosuite}.`))
}

/** A C2SP tlog-proof of the certificate's issue, against the head of now. */
export async function proveCertificate(code: Code | null, services: Services): Promise<Result<string, Problem>> {
  const record = await findRecord(code, services)
  if (!record.ok) return record
  const issue = record.value.events[0]
  return issue
    ? succeed(await proveEntry(issue.index, services))
    : fail(problem('record-altered', 'The record has no issue in the log.'))
}
