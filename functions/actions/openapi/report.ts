/** The report of a check, and the document of a problem. */
import { z } from 'zod'
import { type Check, checkNames, checkReasons, verdicts } from '#core/certificate/verify.ts'
import type { PublishedAttestation, PublishedCuration } from '../catalogue.ts'
import { actType, reason } from './answers.ts'
import { criteria, curationSchema, instant, localized, pieceSchema, shownCode } from './subjects.ts'

const verdict = z.enum(verdicts).describe('From best to worst; “unavailable” says nothing about the piece.')

const name = z.enum(checkNames).describe('Which check.')
const check = z.discriminatedUnion('status', [
  z.strictObject({ name, status: z.literal('valid') }),
  z.strictObject({
    name,
    status: z.enum(['invalid', 'error', 'skipped']).describe('invalid: proven false. error: could not be checked.'),
    reason: z.enum(checkReasons).describe('Why it is not valid.'),
  }),
]) satisfies z.ZodType<Check>

const certifiedFacts = {
  issuer: z.string().describe('did:web of the maker; of a curation, of the registry.'),
  issuedAt: instant.describe('RFC 3339 in UTC.'),
  keyId: z.string().describe('The kid of the registry’s key that signed.'),
  logIndex: z.int().describe('Its entry in the log.'),
  statusIndex: z
    .exactOptional(z.int())
    .describe('Its place in the status lists: list × 131,072 + index. The registry’s first certificates have none.'),
}
const certificate = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('piece').describe('What is certified.'),
    subject: pieceSchema.describe('What is stated.'),
    ...certifiedFacts,
  }),
  z.strictObject({
    kind: z.literal('curation').describe('What is certified.'),
    subject: curationSchema.describe('What is stated.'),
    ...certifiedFacts,
  }),
])

const act = z.strictObject({
  type: actType.describe('What was done.'),
  reason: z.exactOptional(reason),
  at: instant.describe('RFC 3339 in UTC.'),
  by: z
    .discriminatedUnion('role', [
      z.strictObject({
        role: z.literal('maker').describe('In which role.'),
        maker: z.string().describe('The maker’s slug.'),
      }),
      z.strictObject({ role: z.literal('curator').describe('In which role.') }),
    ])
    .describe('Who did it.'),
  index: z.int().describe('Its entry in the log.'),
  maker: z.string().describe('Whose certificate it is: the maker’s slug.'),
  product: z.string().describe('The product’s slug.'),
})

const attestation = z.strictObject({
  type: z.string().describe('An id of content/vocab/attestation-types.yaml.'),
  name: localized.describe('Its name.'),
  number: z.string().describe('The paper’s number.'),
  issuer: z.string().describe('Who issued it.'),
  level: z.enum(['issued', 'tested', 'self-declared', 'unverified']).describe('Who says so.'),
  issuedAt: z.exactOptional(z.iso.date()).describe('A calendar date.'),
  expires: z.exactOptional(z.iso.date()).describe('The last day on which it holds.'),
}) satisfies z.ZodType<PublishedAttestation>

const examination = z.strictObject({
  id: z.string().describe('The record in the catalogue.'),
  rubric: z.string().describe('By which rubric, as id@version.'),
  curators: z.array(z.string()).describe('Names of the curators.'),
  curatorIds: z.array(z.string()).describe('Their ids, in the same order.'),
  independent: z.array(z.string()).describe('Ids of those without a conflict of interest.'),
  total: z.number().min(0).max(100).describe('Mean of the curators’ points, 0 to 100.'),
  criteria,
  grade: z.enum(['', 'A', 'B']).describe('Empty below the pass mark.'),
  decidedAt: z.iso.date().describe('A calendar date in Indonesia.'),
  expiresAt: z.iso.date().describe('The last day on which it holds.'),
}) satisfies z.ZodType<PublishedCuration>

export const reportSchema = z
  .strictObject({
    code: z.string().describe('The code as labels show it; what was asked, where it is none (64 characters at most).'),
    verdict,
    checkedAt: instant.describe('RFC 3339 in UTC.'),
    checks: z.array(check).describe('Six, in this order: record, form, binding, signature, key, status.'),
    certificate: z
      .exactOptional(certificate)
      .describe('What was signed: only where the verdict is valid, superseded, expired or suspended.'),
    erasedAt: z
      .exactOptional(instant)
      .describe('When what was kept of the customer was erased: RFC 3339 in UTC. The certificate stands as it was.'),
    act: z
      .exactOptional(act)
      .describe('What brought the verdict about, where it is superseded, suspended, reported or revoked.'),
    successor: z
      .exactOptional(z.strictObject({ code: shownCode, page: z.url().describe('Its page.') }))
      .describe('What replaces a superseded certificate.'),
    attestations: z
      .exactOptional(z.array(attestation))
      .describe('Papers of the product, as the catalogue has them today.'),
    curation: z.exactOptional(examination).describe('The product’s examination, as the catalogue has it today.'),
    suggestion: z
      .exactOptional(shownCode)
      .describe('A certificate one symbol away from what was asked: ask, do not assume.'),
    links: z
      .strictObject({
        page: z.url().describe('The same for readers.'),
        credential: z.exactOptional(z.url()).describe('The signed document.'),
        proof: z.exactOptional(z.url()).describe('The proof that the log has it.'),
        log: z.exactOptional(z.url()).describe('The log’s checkpoint.'),
        keys: z.exactOptional(z.url()).describe('The registry’s public keys.'),
        statusLists: z
          .exactOptional(z.array(z.url()))
          .describe('The lists that show its status: revocation, suspension, refresh.'),
      })
      .describe('Where to read on.'),
  })
  .describe('The outcome of a check. The verdict is the worst that holds.')

/** The document of a problem; `types` are the addresses that its `type` can be. */
export function problemSchemaOf(types: string[]) {
  return z
    .strictObject({
      type: z.enum(types).describe('A page that explains the problem and its mend.'),
      title: z.string().describe('What kind of problem it is, in English.'),
      status: z.int().describe('The same as the answer’s.'),
      detail: z.string().describe('What is wrong with this request, in one sentence.'),
      instance: z.string().describe('The id of the request, for who asks the operator about it.'),
      errors: z
        .exactOptional(
          z.array(
            z.strictObject({
              pointer: z.string().describe('A JSON pointer (RFC 6901) into the request.'),
              detail: z.string().describe('What is wrong with it.'),
            }),
          ),
        )
        .describe('The fields that do not fit: at most 20, of a batch 1000.'),
      certificate: z.exactOptional(z.url()).describe('The live certificate that stands in the way.'),
      code: z.exactOptional(shownCode).describe('Its code.'),
      design: z.exactOptional(z.url()).describe('All certificates of its design.'),
      erasedAt: z.exactOptional(instant).describe('When what was kept of the customer was erased.'),
    })
    .describe('An RFC 9457 problem, application/problem+json.')
}
