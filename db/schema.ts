/**
 * What the registry remembers. Ids and hashes are TEXT; instants are RFC 3339 in UTC. The migrations add what Drizzle
 * cannot say: STRICT tables, WITHOUT ROWID, and the triggers that keep `event` append-only and gapless.
 */
import { sql } from 'drizzle-orm'
import { integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** A motif or recipe that exclusivity is about; a maker's id for it keeps its first definition. */
export const design = sqliteTable(
  'design',
  {
    maker: text().notNull(),
    id: text().notNull(),
    product: text().notNull(),
    name: text().notNull(),
    exclusivity: text({ enum: ['exclusive'] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.maker, table.id] })],
)

/** One row a certificate; one-to-one facts are folded in, since every index is a row written at each issue. */
export const certificate = sqliteTable(
  'certificate',
  {
    code: text().primaryKey(),
    maker: text().notNull(),
    design: text().notNull(),
    exclusivity: text({ enum: ['exclusive'] }).notNull(),
    /** 1 while it occupies its design; 0 once revoked. Must agree with `event`. */
    live: integer().notNull(),
    credential: text().notNull(),
    issuedAt: text('issued_at').notNull(),
    /** Forgotten after 30 days. */
    idempotencyKey: text('idempotency_key'),
    requestHash: text('request_hash').notNull(),
    /** Its public id in the log. */
    cid: text().notNull(),
  },
  (table) => [
    uniqueIndex('certificate_one_live_exclusive')
      .on(table.maker, table.design)
      .where(sql`live = 1 AND exclusivity = 'exclusive'`),
    uniqueIndex('certificate_idempotency')
      .on(table.maker, table.idempotencyKey)
      .where(sql`idempotency_key IS NOT NULL`),
  ],
)

/** Every act, in order, for ever: the log's leaves. `previous` chains the events of one certificate. */
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
  (table) => [uniqueIndex('event_chain').on(table.cid, sql`COALESCE(previous, -1)`)],
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
