/** What the API answers, as schemas: closed, so that a test which reads real answers with them finds what they miss. */
import { z } from 'zod'
import type { KeyList } from '#core/certificate/key-list.ts'
import { type ActType, reasons, reasonsOf } from '#core/certificate/reasons.ts'
import { statusPurposes } from '#core/certificate/status-list.ts'
import { keyRoles } from '#core/log/key-leaf.ts'
import type { Acted } from '../act.ts'
import type { DidDocument } from '../describe-did.ts'
import type { EntryDescription } from '../describe-entry.ts'
import type { Issued } from '../issue.ts'
import type { IssuedBatch } from '../issue-batch.ts'
import type { KeyAnswer } from '../manage-keys.ts'
import type { Sealed } from '../read-sealed.ts'
import type { TokenRecord } from '../store.ts'
import { curationSchema, instant, pieceSchema, shownCode } from './subjects.ts'

export const actType = z.enum(Object.keys(reasonsOf) as [ActType, ...ActType[]])
export const reason = z.enum(reasons).describe('From the closed list of reasons.')
export const status = z.enum(['valid', 'superseded', 'suspended', 'reported', 'revoked'])

const publicKey = z.string().describe('An Ed25519 key as a W3C Multikey, “z6Mk…”.')

const context = z
  .array(z.unknown())
  .describe('That of W3C credentials, then our own terms, inline: nothing has to be fetched.')

const proofSchema = z
  .strictObject({
    type: z.literal('DataIntegrityProof'),
    id: z.string().describe('A urn:uuid of its own.'),
    cryptosuite: z.enum(['eddsa-jcs-2022', 'eddsa-rdfc-2022']).describe('How what is signed is written.'),
    created: instant.describe('The same as validFrom.'),
    verificationMethod: z.string().describe('The issuer, “#”, and the kid of the registry’s key.'),
    proofPurpose: z.literal('assertionMethod'),
    '@context': z.exactOptional(context).describe('That of the document; of eddsa-jcs-2022 alone.'),
    proofValue: z.string().describe('“z” and the Ed25519 signature in base58.'),
  })
  .describe('A signature.')
const proofSet = z.array(proofSchema).length(2)

const statusEntry = z.strictObject({
  id: z.url().describe('The certificate’s address, “#”, and the purpose.'),
  type: z.literal('BitstringStatusListEntry'),
  statusPurpose: z
    .enum(statusPurposes)
    .describe('revocation: withdrawn. suspension: paused or reported. refresh: replaced.'),
  statusListIndex: z.string().describe('Its bit in the list, counted from 0.'),
  statusListCredential: z.url().describe('The list.'),
})

export const statusListSchema = z
  .strictObject({
    '@context': context,
    id: z.url().describe('The list’s address.'),
    type: z
      .array(z.enum(['VerifiableCredential', 'BitstringStatusListCredential']))
      .length(2)
      .describe('What it is.'),
    issuer: z.string().describe('did:web of the registry.'),
    validFrom: instant.describe('When it was made: RFC 3339 in UTC.'),
    validUntil: instant.describe('After this it says nothing.'),
    credentialSubject: z
      .strictObject({
        id: z.url().describe('The list’s address and “#list”.'),
        type: z.literal('BitstringStatusList'),
        statusPurpose: z.enum(statusPurposes).describe('What a bit that is set says.'),
        ttl: z.int().describe('Milliseconds for which it may be kept.'),
        encodedList: z
          .string()
          .describe('“u” and base64url of the gzipped bits, 131,072 of them, the first one highest.'),
      })
      .describe('The bits.'),
    proof: proofSet.describe('Two signatures under one key, by eddsa-jcs-2022 and eddsa-rdfc-2022.'),
  })
  .describe('A W3C BitstringStatusListCredential.')

export const didSchema = z
  .strictObject({
    '@context': z.array(z.url()).describe('That of DID documents, and of Multikey.'),
    id: z.string().describe('did:web of whose keys these are.'),
    verificationMethod: z
      .array(
        z.strictObject({
          id: z.string().describe('The DID, “#”, and the kid.'),
          type: z.literal('Multikey'),
          controller: z.string().describe('The DID.'),
          publicKeyMultibase: publicKey,
          revoked: z.exactOptional(instant).describe('When it was marked as compromised: RFC 3339 in UTC.'),
        }),
      )
      .describe('Every key that ever signed.'),
    assertionMethod: z.array(z.string()).describe('Those that vouch for what they signed: all but compromised ones.'),
  })
  .describe('A W3C DID document.') satisfies z.ZodType<DidDocument>

export const sealedSchema = z
  .strictObject({
    code: shownCode,
    commitment: z.string().describe('The same as in the credential: binds the sealed name.'),
    sealed: z.string().describe('The name, encrypted; only the owner link opens it. base64url.'),
  })
  .describe('The customer’s name as it was sealed.') satisfies z.ZodType<Sealed>

export const keySchema = z
  .strictObject({
    role: z.enum(keyRoles).describe('What it signs.'),
    kid: z.string().describe('Its id.'),
    first: z.int().describe('Index of the first entry of the log that it vouches for.'),
    last: z.int().nullable().describe('Index of the entry that retired it; null while it signs.'),
    compromisedFrom: z
      .int()
      .nullable()
      .describe('Index of the first entry that it no longer vouches for; null where there is none.'),
  })
  .describe('A key, and where in the log it counts.') satisfies z.ZodType<KeyAnswer>

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
    credentialStatus: z
      .exactOptional(z.array(statusEntry).length(3))
      .describe('Where its status is published: W3C Bitstring Status List 1.0.'),
    proof: z
      .union([proofSchema, proofSet])
      .describe(
        'Two signatures under one key, by eddsa-jcs-2022 and eddsa-rdfc-2022; with ?proof= the one that was asked for.',
      ),
  })
  .describe('A W3C Verifiable Credential 2.0 with Data Integrity proofs; its text is canonical (RFC 8785).')

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
    statusIndex: z.exactOptional(z.int()).describe('Its place in the status lists: list × 131,072 + index.'),
  })
  .describe(
    'What the registry holds of a log entry’s certificate, without its code.',
  ) satisfies z.ZodType<EntryDescription>

const index = z.exactOptional(z.int())
const period = {
  first: index.describe('Index of the first entry of the log that it vouches for; 0 where left out.'),
  last: index.describe('Index of the entry that retired it.'),
  compromisedFrom: index.describe('Index of the first entry that it no longer vouches for.'),
}
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
              ...period,
            })
            .describe('Signs credentials.'),
          z
            .strictObject({ role: z.literal('log'), vkey: z.string().describe('As a C2SP verifier key.'), ...period })
            .describe('Signs checkpoints.'),
          z
            .strictObject({
              role: z.literal('tag'),
              number: z.int().describe('By which a card names the key.'),
              publicKeyMultibase: publicKey,
              ...period,
            })
            .describe('Signs the QR of paper cards, which name the key by its number.'),
        ]),
      )
      .describe('Pass over roles that you do not know.'),
  })
  .describe('Every public key that the registry ever used, by what each of them signs.') satisfies z.ZodType<KeyList>

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
