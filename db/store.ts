/** The Store over D1. Preconditions are constraints and one `batch()` is one transaction; there is no other on D1. */
import { and, asc, desc, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1'
import type { Code } from '#core/certificate/code.ts'
import type { CertificateEvent } from '#core/certificate/status.ts'
import type { StoredCertificate } from '#core/certificate/verify.ts'
import type { LogStore } from '../functions/actions/log-store.ts'
import type { NewEvent, Store } from '../functions/actions/store.ts'
import { readActor } from './actor.ts'
import { addCertificates, appendStatements } from './issue-store.ts'
import { openLogStore } from './log-store.ts'
import { previewCertificates } from './preview-store.ts'
import { mentions } from './refusal.ts'
import { certificate, design, event } from './schema.ts'
import { openTokenStore } from './token-store.ts'

type Database = DrizzleD1Database

/**
 * The stores in this D1 database. Without a session every query goes to the primary: a replica may not have heard of a
 * revocation yet. Nothing here belongs to one request, so an isolate opens them once.
 */
export function openD1Stores(database: D1Database): { store: Store; logStore: LogStore } {
  const db = drizzle(database)
  return { store: openStore(db, database), logStore: openLogStore(db) }
}

function openStore(db: Database, d1: D1Database): Store {
  return {
    addCertificates: (added, superseded) => addCertificates(d1, added, superseded),
    previewCertificates: (wanted) => previewCertificates(d1, wanted),
    findCertificate: (code) => findCertificate(d1, code),
    findCertificates: (codes) => findCertificates(db, codes),
    hasCertificate: async (code) =>
      (await db.select({ code: certificate.code }).from(certificate).where(eq(certificate.code, code))).length > 0,
    appendEvent: (added) => appendEvent(d1, added),
    findIssuedAt: async (index) => {
      const issued = and(eq(event.idx, index), isNull(event.previous))
      const [row] = await db.select({ code: event.code }).from(event).where(issued)
      return row ? (row.code as Code) : null
    },
    findDesign: (maker, id, limit) => findDesign(db, { maker, id, limit }),
    ...openTokenStore(db),
    forgetIdempotencyKeys: async (before) => {
      const forgotten = await db
        .update(certificate)
        .set({ idempotencyKey: null })
        .where(and(isNotNull(certificate.idempotencyKey), lt(certificate.issuedAt, before)))
      return forgotten.meta.changes
    },
  }
}

/**
 * One certificate with its events, in one statement: what every verdict begins with. Events are found by their chain's
 * index; `cid` is no secret to the row that holds the code. The text is written out because the query builder takes
 * longer to make it than the database to answer.
 */
const FIND_RECORD = `SELECT credential, live, (
    SELECT json_group_array(json_array(idx, previous, leaf, actor)) FROM event
    WHERE event.cid = certificate.cid
  ) AS events FROM certificate WHERE code = ?1`

async function findCertificate(d1: D1Database, code: Code): Promise<StoredCertificate | null> {
  const found = await d1.prepare(FIND_RECORD).bind(code).all<{ credential: string; live: number; events: string }>()
  const [row] = found.results
  if (!row) return null
  const rows = JSON.parse(row.events) as [number, number | null, string, string][]
  const events = rows
    .toSorted(([a], [b]) => a - b)
    .map(([idx, previous, leaf, actor]) => readEvent({ idx, previous, leaf, actor }))
  return { code, credential: row.credential, live: row.live === 1, events }
}

/** The codes travel as one JSON parameter: D1 takes no more than 100. A record without events is found, and fails its check. */
async function findCertificates(db: Database, codes: Code[]): Promise<StoredCertificate[]> {
  const { code, credential, live } = certificate
  const { idx, previous, leaf, actor } = event
  const rows = await db
    .select({ code, credential, live, event: { idx, previous, leaf, actor } })
    .from(certificate)
    .leftJoin(event, eq(event.cid, certificate.cid))
    .where(sql`${code} IN (SELECT value FROM json_each(${JSON.stringify(codes)}))`)
    .orderBy(asc(idx))
  const found = new Map<string, StoredCertificate>()
  for (const { event: joined, ...row } of rows) {
    const record = found.get(row.code) ?? { ...row, code: row.code as Code, live: row.live === 1, events: [] }
    if (joined) record.events.push(readEvent(joined))
    found.set(row.code, record)
  }
  return [...found.values()]
}

type EventRow = Pick<typeof event.$inferSelect, 'idx' | 'previous' | 'leaf' | 'actor'>

function readEvent({ idx: index, previous, leaf, actor }: EventRow): CertificateEvent {
  return { index, previous, leaf, actor: readActor(actor) }
}

async function appendEvent(d1: D1Database, added: NewEvent): Promise<boolean> {
  try {
    await d1.batch(appendStatements(d1, added))
    return true
  } catch (error) {
    if (mentions(error, 'event_chain')) return false
    throw error
  }
}

async function findDesign(db: Database, { maker, id, limit }: { maker: string; id: string; limit: number }) {
  const ofDesign = and(eq(certificate.maker, maker), eq(certificate.subject, id), eq(certificate.kind, 'piece'))
  const latest = db
    .select()
    .from(certificate)
    .where(ofDesign)
    .orderBy(desc(certificate.issuedAt), asc(certificate.code))
    .limit(limit)
  const [[registered], [counted], rows] = await db.batch([
    db
      .select()
      .from(design)
      .where(and(eq(design.maker, maker), eq(design.id, id))),
    db
      .select({ total: sql<number>`COUNT(*)`, live: sql<number>`COALESCE(SUM(live), 0)` })
      .from(certificate)
      .where(ofDesign),
    latest,
  ])
  if (!registered || !counted) return null
  const { maker: _, ...record } = registered
  const events = await readEvents(
    db,
    rows.map(({ cid }) => cid),
  )
  const entries = rows.map(({ code, number, credential, live, cid }) => ({
    number,
    record: { code: code as Code, credential, live: live === 1, events: events.get(cid) ?? [] },
  }))
  return { design: record, ...counted, entries }
}

/** The events of each of these certificates, in order. */
async function readEvents(db: Database, cids: string[]): Promise<Map<string, CertificateEvent[]>> {
  const among = sql`cid IN (SELECT value FROM json_each(${JSON.stringify(cids)}))`
  const rows = await db.select().from(event).where(among).orderBy(asc(event.idx))
  return Map.groupBy(
    rows.map((row) => ({ cid: row.cid, ...readEvent(row) })),
    ({ cid }) => cid,
  )
}
