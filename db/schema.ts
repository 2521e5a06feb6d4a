/**
 * What the registry remembers. Ids and hashes are TEXT; instants are RFC 3339 in UTC. The migrations add what Drizzle
 * cannot say: STRICT tables, WITHOUT ROWID, and the triggers that keep `event` append-only and gapless.
 */
import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { exclusivities } from '#core/log/leaf.ts'
import { statuses } from '#core/log/life.ts'

/** A motif or recipe that exclusivity is about; a maker's id for it keeps its first definition. */
export const design = sqliteTable(
  'design',
  {
    maker: text().notNull(),
    id: text().notNull(),
    product: text().notNull(),
    name: text().notNull(),
    exclusivity: text({ enum: exclusivities }).notNull(),
    /** 1 where it is exclusive, 0 where it is an open series. */
    size: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.maker, table.id] })],
)

/** One row a certificate; one-to-one facts are folded in, since every index is a row written at each issue. */
export const certificate = sqliteTable(
  'certificate',
  {
    code: text().primaryKey(),
    kind: text({ enum: ['piece', 'curation'] }).notNull(),
    maker: text().notNull(),
    /** The design's id, or of a curation the product's slug. */
    subject: text().notNull(),
    /** Which piece of the design; 0 in an open series. */
    number: integer().notNull(),
    /** What its events add up to: it must agree with them. While it is live, it takes up its place. */
    status: text({ enum: statuses }).notNull().default('valid'),
    credential: text().notNull(),
    issuedAt: text('issued_at').notNull(),
    /** Forgotten after 30 days, with the hash: the one becomes null, the other empty. */
    idempotencyKey: text('idempotency_key'),
    requestHash: text('request_hash').notNull(),
    /** Its public id in the log. */
    cid: text().notNull(),
    /** Its bit in the status lists; null for what was issued before there were any. */
    slot: integer(),
    /** The customer's name, encrypted where we cannot read it, and the maker's own reference; both may be erased. */
    sealed: text(),
    customerRef: text('customer_ref'),
  },
  (table) => [
    uniqueIndex('certificate_one_live')
      .on(table.maker, table.subject, table.kind, table.number)
      .where(sql`status IN ('valid', 'suspended', 'reported') AND number > 0`),
    uniqueIndex('certificate_slot').on(table.slot),
    index('certificate_marked').on(table.slot, table.status).where(sql`status <> 'valid'`),
    index('certificate_of_customer').on(table.maker, table.customerRef).where(sql`customer_ref IS NOT NULL`),
    index('certificate_of_subject').on(table.maker, table.subject, table.issuedAt),
    uniqueIndex('certificate_idempotency')
      .on(table.maker, table.idempotencyKey)
      .where(sql`idempotency_key IS NOT NULL`),
  ],
)

/**
 * Every act, in order, for ever: the log's leaves. `previous` chains the events of one certificate, or of one key: there
 * the code is empty, the cid is the key's id, and the actor is the registry's endorsement (core/log/key-history.ts).
 */
export const event = sqliteTable(
  'event',
  {
    idx: integer().primaryKey(),
    code: text().notNull(),
    previous: integer(),
    actor: text().notNull(),
    cid: text().notNull(),
    leaf: text().notNull(),
  },
  (table) => [
    uniqueIndex('event_chain').on(table.cid, sql`COALESCE(previous, -1)`),
    index('event_of_key').on(table.idx).where(sql`code = ''`),
  ],
)

/** The log's size and root after each step, each with its one successor. */
export const logHead = sqliteTable(
  'log_head',
  {
    size: integer().primaryKey(),
    previous: integer().notNull(),
    root: text().notNull(),
  },
  (table) => [uniqueIndex('log_head_extends').on(table.previous)],
)

/** The tree's hashes, 256 a row. */
export const logTile = sqliteTable(
  'log_tile',
  {
    level: integer().notNull(),
    idx: integer().notNull(),
    width: integer().notNull(),
    hashes: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.level, table.idx] })],
)

/** API tokens, by hash alone. */
export const token = sqliteTable(
  'token',
  {
    id: text().primaryKey(),
    hash: text().notNull(),
    role: text({ enum: ['maker', 'curator'] }).notNull(),
    maker: text(),
    label: text().notNull(),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    revokedAt: text('revoked_at'),
    lastUsedOn: text('last_used_on'),
  },
  (table) => [uniqueIndex('token_hash').on(table.hash)],
)
