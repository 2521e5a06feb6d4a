/** What the API answers, as schemas: closed, so that a test which reads real answers with them finds what they miss. */
import { z } from 'zod'
import type { KeyList } from '#core/certificate/key-list.ts'
import { type ActType, reasons, reasonsOf } from '#core/certificate/reasons.ts'
import type { Acted } from '../act.ts'
import type { EntryDescription } from '../describe-entry.ts'
import type { Issued } from '../issue.ts'
import type { IssuedBatch } from '../issue-batch.ts'
import type { TokenRecord } from '../store.ts'
import { curationSchema, instant, pieceSchema, shownCode } from './subjects.ts'

export const actType = z.enum(Object.keys(reasonsOf) as [ActType, ...ActType[]])
export const reason = z.enum(reasons).describe('From the closed list of reasons.')
export const status = z.enum(['valid', 'superseded', 'suspended', 'reported', 'revoked'])

const context = z
  .array(z.unknown())
  .describe('That of W3C credentials, then our own terms, inline: nothing has to be fetched.')

export const credentialSchema = z
  .strictObject({
    '@context': context,
    id: z.url().describe('The certificate’s address, for readers.'),
    type: z
      .array(z.enum(['VerifiableCredential', 'AsliPieceCertificate', 'AsliCurationCertificate']))
      .length(2)
      .describe('VerifiableCredential, and which of ours.'),
    issuer: z.string().describe('did:web of the maker; of a curation, of the registry.'),
    validFrom: instant.describe('When it was issued: RFC 3339 in UTC.'),
    validUntil: z.exactOptional(instant).describe('The last second on which it holds, UTC; a piece has none.'),
    credentialSubject: z.discriminatedUnion('type', [pieceSchema, curationSchema]).describe('What is stated.'),
    proof: z
      .strictObject({
        type: z.literal('DataIntegrityProof'),
        id: z.string().describe('A urn:uuid of its own.'),
        cryptosuite: z.literal('eddsa-jcs-2022'),
        created: instant.describe('The same as validFrom.'),
        verificationMethod: z.string().describe('The issuer, “#”, and the kid of the registry’s key.'),
        proofPurpose: z.literal('assertionMethod'),
        '@context': context,
        proofValue: z.string().describe('“z” and the Ed25519 signature in base58.'),
      })
      .describe('The signature, by the suite eddsa-jcs-2022.'),
  })
  .describe('A W3C Verifiable Credential 2.0 with a Data Integrity proof; its text is canonical (RFC 8785).')

const addresses = {
  code: shownCode,
  url: z.url().describe('The certificate’s page, where its QR leads.'),
  qr: z.url().describe('The QR of its tag, as SVG.'),
}
const whatIssuingAnswers = {
  ...addresses,
  credential: credentialSchema,
  proof: z.string().describe('C2SP tlog-proof: shows offline that the log has the certificate.'),
}

export const issuedSchema = z
  .strictObject(whatIssuingAnswers)
  .describe('What issuing answers, now and at each retry.') satisfies z.ZodType<Omit<Issued, 'credential'>>

export const supersededSchema = z
  .strictObject({ ...whatIssuingAnswers, supersedes: shownCode.describe('The certificate that it replaces.') })
  .describe('The corrected certificate, and which one it replaces.')

export const batchSchema = z
  .strictObject({ certificates: z.array(z.strictObject(addresses)).describe('In the order of the rows.') })
  .describe('What a batch answers, now and at each retry.') satisfies z.ZodType<IssuedBatch>

const dryRun = z.literal(true).describe('Nothing was signed or stored.')
export const dryRunSchema = z
  .strictObject({ dryRun, product: z.string().describe('The product’s slug.') })
  .describe('Nothing would be refused, as things stand.')
export const batchDryRunSchema = z
  .strictObject({ dryRun, rows: z.int().describe('How many rows were checked.') })
  .describe('No row would be refused, as things stand.')

export const actedSchema = z
  .strictObject({
    code: shownCode,
    verdict: status.describe('The certificate’s, after the act.'),
    act: actType.describe('What was done, in the words of the log.'),
    reason: z.exactOptional(reason),
    at: instant.describe('When the act was recorded: RFC 3339 in UTC. A repeated request gets the first time.'),
  })
  .describe('What was done to a certificate.') satisfies z.ZodType<Acted>

export const entrySchema = z
  .strictObject({
    body: z
      .string()
      .describe('Digest of the credential as it is stored now: base64url of SHA-256, as in its log entry.'),
    status: z
      .enum([...status.options, 'altered'])
      .describe('altered: the record and its history contradict each other.'),
  })
  .describe(
    'What the registry holds of a log entry’s certificate, without its code.',
  ) satisfies z.ZodType<EntryDescription>

const publicKey = z.string().describe('An Ed25519 key as a W3C Multikey, “z6Mk…”.')
export const keyListSchema = z
  .strictObject({
    origin: z.url().describe('The registry’s address.'),
    keys: z
      .array(
        z.discriminatedUnion('role', [
          z
            .strictObject({
              role: z.literal('registry'),
              kid: z.string().describe('By which a proof names the key: its RFC 7638 thumbprint.'),
              publicKeyMultibase: publicKey,
            })
            .describe('Signs credentials.'),
          z
            .strictObject({ role: z.literal('log'), vkey: z.string().describe('As a C2SP verifier key.') })
            .describe('Signs checkpoints.'),
          z
            .strictObject({
              role: z.literal('tag'),
              number: z.int().describe('By which a card names the key.'),
              publicKeyMultibase: publicKey,
            })
            .describe('Signs the QR of paper cards, which name the key by its number.'),
        ]),
      )
      .describe('Pass over roles that you do not know.'),
  })
  .describe('The registry’s public keys, by what each of them signs.') satisfies z.ZodType<KeyList>

const tokenFields = {
  id: z.string().describe('By which it is withdrawn. It is not the token.'),
  role: z.enum(['maker', 'curator']).describe('What it may do.'),
  maker: z.string().nullable().describe('The one maker for whom it acts; null for a curator’s.'),
  label: z.string().describe('Where it is kept.'),
  createdAt: z.iso.datetime().describe('UTC.'),
  expiresAt: z.iso.datetime().describe('UTC.'),
  revokedAt: z.iso.datetime().nullable().describe('When it was withdrawn, UTC; null where it was not.'),
  lastUsedOn: z.iso.date().nullable().describe('The last day of use, UTC; null where it never was.'),
}
export const tokenSchema = z
  .strictObject(tokenFields)
  .describe('A token without its secret.') satisfies z.ZodType<TokenRecord>
export const tokenListSchema = z
  .strictObject({ tokens: z.array(tokenSchema).describe('In no particular order.') })
  .describe('All tokens, withdrawn ones too.')
export const newTokenSchema = z
  .strictObject({ ...tokenFields, token: z.string().describe('The token itself: no other answer shows it.') })
  .describe('A new token.')
