/** The Store over D1. Preconditions are constraints and one `batch()` is one transaction; there is no other on D1. */
import { and, asc, eq, isNotNull, isNull, lt, ne, or, sql } from 'drizzle-orm'
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1'
import type { Code } from '#core/certificate/code.ts'
import type { Actor, CertificateEvent } from '#core/certificate/status.ts'
import type { LogStore } from '../functions/actions/log-store.ts'
import type { AddOutcome, NewCertificate, NewEvent, Preview, Store } from '../functions/actions/store.ts'
import { openLogStore } from './log-store.ts'
import { mentions } from './refusal.ts'
import { certificate, design, event, token } from './schema.ts'

type Database = DrizzleD1Database

/** The stores in this D1 database. Reads go to the primary: a replica may not have heard of a revocation yet. */
export function openD1Stores(database: D1Database): { store: Store; logStore: LogStore } {
  const session = database.withSession('first-primary')
  // Drizzle asks for prepare() and batch() alone, which a session has.
  const db = drizzle(session as unknown as D1Database)
  return { store: openStore(db), logStore: openLogStore(db) }
}

function openStore(db: Database): Store {
  return {
    addCertificate: (added) => addCertificate(db, added),
    previewCertificate: async (wanted) => (await findConflict(db, wanted)) ?? { kind: 'free' },
    findCertificate: (code) => findCertificate(db, code),
    hasCertificate: async (code) =>
      (await db.select({ code: certificate.code }).from(certificate).where(eq(certificate.code, code))).length > 0,
    appendEvent: (added) => appendEvent(db, added),
    ...tokens(db),
    forgetIdempotencyKeys: async (before) => {
      const forgotten = await db
        .update(certificate)
        .set({ idempotencyKey: null })
        .where(and(isNotNull(certificate.idempotencyKey), lt(certificate.issuedAt, before)))
      return forgotten.meta.changes
    },
  }
}

/** The log's next index, assigned by SQL within the batch: never read first and written later. */
const NEXT = sql`(SELECT COALESCE(MAX(idx) + 1, 0) FROM event)`

async function addCertificate(db: Database, added: NewCertificate): Promise<AddOutcome> {
  const { code, maker, credential, issuedAt, idempotencyKey, requestHash, cid, leaf, actor } = added
  const { exclusivity } = added.design
  const row = {
    code,
    maker,
    design: added.design.id,
    exclusivity,
    live: 1,
    credential,
    issuedAt,
    idempotencyKey,
    requestHash,
    cid,
  }
  try {
    const [, , [appended]] = await db.batch([
      db
        .insert(design)
        .values({ maker, ...added.design })
        .onConflictDoNothing(),
      db.insert(certificate).values(row),
      db
        .insert(event)
        .values({ idx: NEXT, code, actor: writeActor(actor), cid, leaf })
        .returning({ index: event.idx }),
    ])
    if (!appended) throw new Error('bad store: the issue has no entry')
    return { kind: 'added', index: appended.index }
  } catch (error) {
    if (!isRefusal(error)) throw error
    const conflict = await findConflict(db, added)
    if (conflict) return conflict
    if (mentions(error, 'certificate.code')) return { kind: 'code-taken' }
    throw error
  }
}

/** Which constraint stands in the way, in the order in which a caller wants to hear of it. */
async function findConflict(
  db: Database,
  { maker, design: wanted, idempotencyKey }: Pick<NewCertificate, 'maker' | 'design' | 'idempotencyKey'>,
): Promise<Exclude<Preview, { kind: 'free' }> | null> {
  const { code, credential, requestHash } = certificate
  const ofMaker = eq(certificate.maker, maker)
  const [[earlier], [registered], [live]] = await db.batch([
    db
      .select({ code, credential, requestHash })
      .from(certificate)
      .where(and(ofMaker, eq(certificate.idempotencyKey, idempotencyKey))),
    db
      .select()
      .from(design)
      .where(and(eq(design.maker, maker), eq(design.id, wanted.id))),
    db
      .select({ code })
      .from(certificate)
      .where(and(ofMaker, eq(certificate.design, wanted.id), sql`live = 1 AND exclusivity = 'exclusive'`)),
  ])
  if (earlier) return { kind: 'key-used', earlier: { ...earlier, code: earlier.code as Code } }
  if (registered && (registered.product !== wanted.product || registered.name !== wanted.name)) {
    return { kind: 'design-differs', registered: { product: registered.product, name: registered.name } }
  }
  return live ? { kind: 'design-taken', live: live.code as Code } : null
}

/** Events are found by their chain's index; `cid` is no secret to the row that holds the code. */
async function findCertificate(db: Database, code: Code) {
  const [rows, events] = await db.batch([
    db
      .select({ credential: certificate.credential, live: certificate.live })
      .from(certificate)
      .where(eq(certificate.code, code)),
    db
      .select()
      .from(event)
      .where(sql`cid = (SELECT cid FROM certificate WHERE code = ${code})`)
      .orderBy(asc(event.idx)),
  ])
  const [row] = rows
  return row ? { code, credential: row.credential, live: row.live === 1, events: events.map(readEvent) } : null
}

function readEvent({ idx: index, previous, leaf, actor }: typeof event.$inferSelect): CertificateEvent {
  return { index, previous, leaf, actor: readActor(actor) }
}

async function appendEvent(db: Database, { code, cid, previous, leaf, actor }: NewEvent): Promise<boolean> {
  try {
    await db.batch([
      db.insert(event).values({ idx: NEXT, code, previous, actor: writeActor(actor), cid, leaf }),
      db
        .update(certificate)
        .set({ live: 0 })
        .where(and(eq(certificate.code, code), eq(certificate.live, 1))),
    ])
    return true
  } catch (error) {
    if (mentions(error, 'UNIQUE constraint failed')) return false
    throw error
  }
}

function tokens(db: Database): Pick<Store, 'addToken' | 'findToken' | 'listTokens' | 'revokeToken' | 'touchToken'> {
  const { hash: _, ...columns } = {
    id: token.id,
    hash: token.hash,
    role: token.role,
    maker: token.maker,
    label: token.label,
    createdAt: token.createdAt,
    expiresAt: token.expiresAt,
    revokedAt: token.revokedAt,
    lastUsedOn: token.lastUsedOn,
  }
  return {
    addToken: async (added, hash) => void (await db.insert(token).values({ ...added, hash })),
    findToken: async (hash) => (await db.select(columns).from(token).where(eq(token.hash, hash)))[0] ?? null,
    listTokens: () => db.select(columns).from(token).orderBy(asc(token.createdAt), asc(token.id)),
    revokeToken: async (id, at) => {
      const withdrawn = await db
        .update(token)
        .set({ revokedAt: sql`COALESCE(revoked_at, ${at})` })
        .where(eq(token.id, id))
      return withdrawn.meta.changes > 0
    },
    touchToken: async (id, day) => {
      const unseenToday = or(isNull(token.lastUsedOn), ne(token.lastUsedOn, day))
      await db
        .update(token)
        .set({ lastUsedOn: day })
        .where(and(eq(token.id, id), unseenToday))
    },
  }
}

/** `maker:SLUG` or `curator`. */
function writeActor(actor: Actor): string {
  return actor.role === 'maker' ? `maker:${actor.maker}` : 'curator'
}

/** A text that we never wrote names a maker that nobody is, so that the event fails its check. */
function readActor(text: string): Actor {
  if (text === 'curator') return { role: 'curator' }
  return { role: 'maker', maker: text.startsWith('maker:') ? text.slice('maker:'.length) : text }
}

/** A constraint or a trigger said no, as opposed to a database that failed. Drizzle wraps D1's error as `cause`. */
function isRefusal(error: unknown): boolean {
  return mentions(error, 'UNIQUE constraint failed') || mentions(error, 'design differs')
}
