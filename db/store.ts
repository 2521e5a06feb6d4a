/** The Store over D1. Preconditions are constraints and one `batch()` is one transaction; there is no other on D1. */
import { and, asc, desc, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1'
import type { Code } from '#core/certificate/code.ts'
import type { CertificateEvent } from '#core/certificate/status.ts'
import type { StoredCertificate } from '#core/certificate/verify.ts'
import type { KeyStore } from '../functions/actions/key-store.ts'
import type { LogStore } from '../functions/actions/log-store.ts'
import type { FoundCertificate, NewEvent, Store } from '../functions/actions/store.ts'
import { readActor } from './actor.ts'
import { addCertificates, appendStatements } from './issue-store.ts'
import { LAST_KEY, openKeyStore } from './key-store.ts'
import { openLogStore } from './log-store.ts'
import { previewCertificates } from './preview-store.ts'
import { countPieces } from './record-store.ts'
import { mentions } from './refusal.ts'
import { certificate, design, event } from './schema.ts'
import { openTokenStore } from './token-store.ts'

type Database = DrizzleD1Database

/**
 * The stores in this D1 database. Without a session every query goes to the primary: a replica may not have heard of a
 * revocation yet. Nothing here belongs to one request, so an isolate opens them once.
 */
export function openD1Stores(database: D1Database): { store: Store; logStore: LogStore; keyStore: KeyStore } {
  const db = drizzle(database)
  return { store: openStore(db, database), logStore: openLogStore(db, database), keyStore: openKeyStore(database) }
}

function openStore(db: Database, d1: D1Database): Store {
  return {
    addCertificates: (added, keysAt, superseded) => addCertificates(d1, added, keysAt, superseded),
    previewCertificates: (wanted) => previewCertificates(d1, wanted),
    findCertificate: (code) => findCertificate(d1, code),
    findCertificates: (codes) => findCertificates(db, codes),
    hasCertificate: async (code) =>
      (await db.select({ code: certificate.code }).from(certificate).where(eq(certificate.code, code))).length > 0,
    appendEvent: (added) => appendEvent(d1, added),
    findKept: async (code) => {
      const { sealed, customerRef } = certificate
      return (await db.select({ sealed, customerRef }).from(certificate).where(eq(certificate.code, code)))[0] ?? null
    },
    findTakenSlots: async (slots) => {
      const among = sql`slot IN (SELECT value FROM json_each(${JSON.stringify(slots)}))`
      const rows = await db.select({ slot: certificate.slot }).from(certificate).where(among)
      return rows.flatMap(({ slot }) => slot ?? [])
    },
    findMarks: async (from, to) => {
      const { slot, status } = certificate
      const marked = sql`slot >= ${from} AND slot < ${to} AND status <> 'valid'`
      const rows = await db.select({ slot, status }).from(certificate).where(marked)
      return rows.flatMap((row) => (row.slot === null ? [] : [{ slot: row.slot, status: row.status }]))
    },
    hasMaker: async (maker) => {
      const ofMaker = db.select({ code: certificate.code }).from(certificate).where(eq(certificate.maker, maker))
      return (await ofMaker.limit(1)).length > 0
    },
    findIssuedAt: async (index) => {
      const issued = and(eq(event.idx, index), isNull(event.previous))
      const [row] = await db.select({ code: event.code }).from(event).where(issued)
      return row ? (row.code as Code) : null
    },
    findDesign: (maker, id, limit) => findDesign(db, { maker, id, limit }),
    countPieces: (maker, most) => countPieces(d1, maker, most),
    ...openTokenStore(db),
    forgetIdempotencyKeys: async (before) => {
      const forgotten = await db
        .update(certificate)
        .set({ idempotencyKey: null, requestHash: '' })
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
const FIND_RECORD = `SELECT credential, status, (
    SELECT json_group_array(json_array(idx, previous, leaf, actor)) FROM event
    WHERE event.cid = certificate.cid
  ) AS events, (${LAST_KEY}) AS keysAt FROM certificate WHERE code = ?1`

interface RecordRow extends Pick<StoredCertificate, 'credential' | 'status'> {
  events: string
  keysAt: number
}

async function findCertificate(d1: D1Database, code: Code): Promise<FoundCertificate | null> {
  const found = await d1.prepare(FIND_RECORD).bind(code).all<RecordRow>()
  const [row] = found.results
  if (!row) return null
  const rows = JSON.parse(row.events) as [number, number | null, string, string][]
  const events = rows
    .toSorted(([a], [b]) => a - b)
    .map(([idx, previous, leaf, actor]) => readEvent({ idx, previous, leaf, actor }))
  return { code, credential: row.credential, status: row.status, events, keysAt: row.keysAt }
}

/** The codes travel as one JSON parameter: D1 takes no more than 100. A record without events is found, and fails its check. */
async function findCertificates(db: Database, codes: Code[]): Promise<StoredCertificate[]> {
  const { code, credential, status } = certificate
  const { idx, previous, leaf, actor } = event
  const rows = await db
    .select({ code, credential, status, event: { idx, previous, leaf, actor } })
    .from(certificate)
    .leftJoin(event, eq(event.cid, certificate.cid))
    .where(sql`${code} IN (SELECT value FROM json_each(${JSON.stringify(codes)}))`)
    .orderBy(asc(idx))
  const found = new Map<string, StoredCertificate>()
  for (const { event: joined, ...row } of rows) {
    const record = found.get(row.code) ?? { ...row, code: row.code as Code, events: [] }
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

/** As the index that keeps places unique says it. */
const isLive = sql`status IN ('valid', 'suspended', 'reported')`

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
      .select({ total: sql<number>`COUNT(*)`, live: sql<number>`COUNT(*) FILTER (WHERE ${isLive})` })
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
  const entries = rows.map(({ code, number, credential, status, cid }) => ({
    number,
    record: { code: code as Code, credential, status, events: events.get(cid) ?? [] },
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
