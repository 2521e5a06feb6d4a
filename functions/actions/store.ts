/**
 * The store that the actions need: `db/store.ts` keeps it in D1, `tests/support/memory-store.ts` in memory, and one
 * contract suite (tests/db/store-contract.ts) holds both to the words here. Methods reject only where the store
 * itself fails; every expected refusal is a value.
 */
import type { Code } from '#core/certificate/code.ts'
import type { Actor } from '#core/certificate/status.ts'
import type { StoredCertificate } from '#core/certificate/verify.ts'

export interface NewCertificate {
  code: Code
  maker: string
  design: { id: string; product: string; name: string; exclusivity: 'exclusive' }
  /** JCS text of the credential with its proof. */
  credential: string
  /** Its public id in the log, and the leaf of its issue. */
  cid: string
  leaf: string
  issuedAt: string
  actor: Actor
  idempotencyKey: string
  /** SHA-256 of the canonical request, base64url: tells a retry from another request under the same key. */
  requestHash: string
}

export type AddOutcome =
  /** `index` is its place in the log. */
  | { kind: 'added'; index: number }
  /** The maker used the key before. */
  | { kind: 'key-used'; earlier: { code: Code; credential: string; requestHash: string } }
  /** An exclusive design has a live certificate already. */
  | { kind: 'design-taken'; live: Code }
  /** The design is registered with another product, name or exclusivity. */
  | { kind: 'design-differs'; registered: { product: string; name: string } }
  /** Another certificate has the code: draw another. */
  | { kind: 'code-taken' }

export type Preview = Exclude<AddOutcome, { kind: 'added' | 'code-taken' }> | { kind: 'free' }

export interface NewEvent {
  code: Code
  cid: string
  /** Index of the certificate's last event, as the caller knows it. */
  previous: number
  leaf: string
  actor: Actor
}

export interface TokenRecord {
  id: string
  role: 'maker' | 'curator'
  /** The one maker for whom a maker's token acts; null for a curator's. */
  maker: string | null
  label: string
  createdAt: string
  expiresAt: string
  revokedAt: string | null
  /** Calendar date, UTC. */
  lastUsedOn: string | null
}

export interface Store {
  /** Adds the certificate, its design where that is new, and its issued event: all or nothing. */
  addCertificate(certificate: NewCertificate): Promise<AddOutcome>
  /** What adding would answer for this maker, design and key, without adding. */
  previewCertificate(certificate: Pick<NewCertificate, 'maker' | 'design' | 'idempotencyKey'>): Promise<Preview>
  /** The record with its events in order, or null; fresh: never from a replica that lags behind a revocation. */
  findCertificate(code: Code): Promise<StoredCertificate | null>
  /** Whether a certificate has the code: one read by primary key. */
  hasCertificate(code: Code): Promise<boolean>
  /**
   * Appends a revocation and frees the design, in one transaction. False where `previous` is no longer the last event:
   * of many at once one alone is appended, and the others read again.
   */
  appendEvent(event: NewEvent): Promise<boolean>

  addToken(token: TokenRecord, hash: string): Promise<void>
  findToken(hash: string): Promise<TokenRecord | null>
  listTokens(): Promise<TokenRecord[]>
  /** False where no token has the id. Withdrawing twice keeps the first instant. */
  revokeToken(id: string, at: string): Promise<boolean>
  /** Notes the day of use; writes at most once a day. */
  touchToken(id: string, day: string): Promise<void>

  /** Idempotency keys of certificates issued before the instant are forgotten; gives how many. */
  forgetIdempotencyKeys(before: string): Promise<number>
}
