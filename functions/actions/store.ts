/**
 * The store that the actions need: `db/store.ts` keeps it in D1, `tests/support/memory-store.ts` in memory, and one
 * contract suite (tests/db/store-contract.ts) holds both to the words here. Methods reject only where the store
 * itself fails; every expected refusal is a value.
 */
import type { Code } from '#core/certificate/code.ts'
import type { Actor } from '#core/certificate/status.ts'
import type { StoredCertificate } from '#core/certificate/verify.ts'
import type { Exclusivity } from '#core/log/leaf.ts'
import type { Status } from '#core/log/life.ts'

/** A motif or recipe that exclusivity is about; it keeps its first definition. */
export interface DesignRecord {
  id: string
  product: string
  name: string
  exclusivity: Exclusivity
  /** 1 where it is exclusive, 0 where it is an open series. */
  size: number
}

/** What a certificate is about, and what only one live certificate may have: a number of a design, or a product. */
export interface Place {
  kind: 'piece' | 'curation'
  maker: string
  /** The design's id, or of a curation the product's slug. */
  subject: string
  /** 1 where there is one only; 0 where any number may be live: an open series. */
  number: number
}

export interface NewCertificate {
  code: Code
  place: Place
  /** Of a piece whose design is new: it is registered with its first certificate, and then null. */
  design: DesignRecord | null
  /** JCS text of the credential with its proof. */
  credential: string
  /** Its public id in the log, and the leaf of its issue. */
  cid: string
  leaf: string
  issuedAt: string
  actor: Actor
  /** Its bit in the status lists, each at most once (core/certificate/status-list.ts). */
  slot: number
  /** The customer's name, encrypted where we cannot read it; null where there is none. It can be erased. */
  sealed: string | null
  /** The maker's own reference of the customer, for counting alone; it is erased with the sealed name. */
  customerRef: string | null
  idempotencyKey: string
  /** Tells a retry from another request under the same key (order.ts). */
  requestHash: string
}

/** What is asked for before it is signed; a number of null asks for the next free one. */
export interface Wanted {
  place: Omit<Place, 'number'> & { number: number | null }
  design: DesignRecord | null
  idempotencyKey: string
  /** Free numbers to pass over, round and round, so that many who ask at once do not all get the same. */
  skip?: number
}

export type Conflict =
  /** The maker used the key before; the hash is empty where it is forgotten. */
  | { kind: 'key-used'; earlier: Pick<NewCertificate, 'code' | 'credential' | 'requestHash' | 'customerRef'> }
  /** The place has a live certificate already. */
  | { kind: 'place-taken'; live: Code }
  /** Every number of the limited design has a live certificate. */
  | { kind: 'edition-exhausted' }
  /** The design is registered otherwise. */
  | { kind: 'design-differs'; registered: DesignRecord }

export type AddOutcome =
  /** `indexes` are their places in the log, in the order of the certificates. */
  | { kind: 'added'; indexes: number[] }
  /** Nothing was added, because of this row. */
  | { kind: 'refused'; row: number; conflict: Conflict }
  /**
   * Nothing was added, and nothing stands in the way of a second try: a code or a slot was taken, the certificate to be
   * replaced has another last event by now, or the log has heard of a key since `keysAt`.
   */
  | { kind: 'moved' }

/** `number` is the one that was asked for, or the next free one; `registered`: the design is known, and the same. */
export type Preview = Conflict | { kind: 'free'; number: number; registered: boolean }

export interface NewEvent {
  code: Code
  cid: string
  /** Index of the certificate's last event, as the caller knows it. */
  previous: number
  leaf: string
  actor: Actor
  /** The certificate's status after it, which may free its place. */
  status: Status
  /** Whether what is kept of the customer is deleted with it. */
  erases?: boolean
}

/** What is kept of a customer beside the certificate: neither signed nor logged. */
export interface Kept {
  sealed: string | null
  customerRef: string | null
}

export interface FoundCertificate extends StoredCertificate {
  /** Index of the last entry about a key when this was read, -1 for none: tells whether keys at hand are the newest. */
  keysAt: number
}

/** A certificate of a design, as the design's page tells of it. */
export interface DesignEntry {
  number: number
  record: StoredCertificate
}

/** What a maker's certificates of pieces add up to; those that are neither withdrawn nor replaced are live. */
export interface PieceCount {
  total: number
  withdrawn: number
  replaced: number
  designs: number
  /** When the first and the last of them were issued. */
  firstAt: string
  lastAt: string
  /** Customers, by the maker's own references, whose live pieces were sold on two days or more. */
  cameBack: number
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
  /**
   * Adds the certificates, their designs where those are new, and their issued events: all or nothing. `superseded`
   * ends another certificate in the same transaction, just before: the entry after its own is the first one added.
   * `keysAt` is the index of the last entry about a key that the signer knew, -1 for none.
   */
  addCertificates(certificates: NewCertificate[], keysAt: number, superseded?: NewEvent): Promise<AddOutcome>
  /**
   * What adding would answer for each, one by one, without adding; free numbers are counted on from row to row. Beside
   * it the log's size at its last head.
   */
  previewCertificates(wanted: Wanted[]): Promise<{ previews: Preview[]; logSize: number }>
  /** The record with its events in order, or null; fresh: never from a replica that lags behind a revocation. */
  findCertificate(code: Code): Promise<FoundCertificate | null>
  /** The records of those codes that a certificate has, in any order and each once: one query, as fresh. */
  findCertificates(codes: Code[]): Promise<StoredCertificate[]>
  /** Whether a certificate has the code: one read by primary key. */
  hasCertificate(code: Code): Promise<boolean>
  /**
   * Appends an act, with the status and the erasure that it brings about, in one transaction. False where `previous` is
   * no longer the last event: of many at once one alone is appended, and the others read again.
   */
  appendEvent(event: NewEvent): Promise<boolean>
  /** What is kept of the customer, or null where no certificate has the code. */
  findKept(code: Code): Promise<Kept | null>
  /** Which of these slots certificates have. */
  findTakenSlots(slots: number[]): Promise<number[]>
  /** The certificates that are not valid with slots from `from` up to `to`, without it. */
  findMarks(from: number, to: number): Promise<{ slot: number; status: Status }[]>
  /** Whether the maker ever had a certificate. */
  hasMaker(maker: string): Promise<boolean>
  /** The code of the certificate that was issued at this index of the log, or null. */
  findIssuedAt(index: number): Promise<Code | null>
  /** The design, how many certificates it has, and the latest `limit` of them, or null. */
  findDesign(
    maker: string,
    id: string,
    limit: number,
  ): Promise<{ design: DesignRecord; total: number; live: number; entries: DesignEntry[] } | null>
  /** What the maker's pieces add up to, `cameBack` counted up to `most`; null where it never had one. One statement. */
  countPieces(maker: string, most: number): Promise<PieceCount | null>

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
