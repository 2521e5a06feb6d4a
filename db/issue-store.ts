/**
 * Adding certificates to D1, one or five hundred: one statement a table, its rows in one JSON parameter. A precondition
 * is a constraint; what stands in the way is asked for only after one of them said no.
 *
 * Here D1 is spoken to without Drizzle, whose batches take no raw statement with parameters.
 */
import type { AddOutcome, NewCertificate, NewEvent } from '../functions/actions/store.ts'
import { writeActor } from './actor.ts'
import { previewCertificates } from './preview-store.ts'
import { mentions } from './refusal.ts'
import { insertRows } from './rows.ts'

const DESIGNS = {
  insert: 'INSERT INTO design (maker, id, product, name, exclusivity, size)',
  members: ['maker', 'id', 'product', 'name', 'exclusivity', 'size'],
  conflict: 'ON CONFLICT DO NOTHING',
}

const CERTIFICATES = {
  insert: `INSERT INTO certificate
    (code, kind, maker, subject, number, credential, issued_at, idempotency_key, request_hash, cid, live)`,
  members: [
    ...['code', 'kind', 'maker', 'subject', 'number', 'credential', 'issuedAt', 'idempotencyKey', 'requestHash'],
    ...['cid', 'live'],
  ],
}

// The log's next index is assigned here: never read first and written later. SQLite reads the whole SELECT before it
// writes, so the first index is the same for each row.
const INSERT_EVENTS = `INSERT INTO event (idx, code, actor, cid, leaf)
  SELECT (SELECT COALESCE(MAX(idx) + 1, 0) FROM event) + key,
    value ->> 'code', value ->> 'actor', value ->> 'cid', value ->> 'leaf'
  FROM json_each(?1) ORDER BY key`

const APPEND_EVENT = `INSERT INTO event (idx, code, previous, actor, cid, leaf)
  VALUES ((SELECT COALESCE(MAX(idx) + 1, 0) FROM event), ?1, ?2, ?3, ?4, ?5)`

const FREE_PLACE = `UPDATE certificate SET live = 0 WHERE code = ?1 AND live = 1`

/** D1 takes 2 MB a parameter; three bytes a character at most. */
const MOST_CHARACTERS = 600_000

export async function addCertificates(
  d1: D1Database,
  added: NewCertificate[],
  superseded?: NewEvent,
): Promise<AddOutcome> {
  const designs = added.flatMap(({ place, design }) => (design ? [{ maker: place.maker, ...design }] : []))
  const before = [insertRows(d1, DESIGNS, designs), ...(superseded ? appendStatements(d1, superseded) : [])]
  const parts = splitRows(added)
  const inserts = parts.flatMap((rows) => [insertRows(d1, CERTIFICATES, rows), insertEvents(d1, rows)])
  try {
    const results = await d1.batch([...before, ...inserts])
    return { kind: 'added', indexes: readIndexes(parts, results.slice(before.length)) }
  } catch (error) {
    return explainRefusal(d1, added, error)
  }
}

/** Each part's entries follow one another up to the last, which D1 names. */
function readIndexes(parts: Row[][], results: D1Result[]): number[] {
  return parts.flatMap((rows, part) => {
    const last = results[part * 2 + 1]?.meta.last_row_id
    if (last === undefined) throw new Error('bad store: an issue has no entry')
    return rows.map((_, i) => last - rows.length + 1 + i)
  })
}

/** Refused by a constraint: which row it was, in the order in which a caller wants to hear of it. */
async function explainRefusal(d1: D1Database, added: NewCertificate[], error: unknown): Promise<AddOutcome> {
  if (mentions(error, 'event_chain')) return { kind: 'moved' }
  if (!mentions(error, 'UNIQUE constraint failed') && !mentions(error, 'design differs')) throw error
  const previews = await previewCertificates(d1, added)
  for (const [row, preview] of previews.entries()) {
    if (preview.kind !== 'free') return { kind: 'refused', row, conflict: preview }
  }
  // A code that another certificate has, or what stood in the way has gone: with new codes it may pass.
  return { kind: 'moved' }
}

/** Several rows make SQLite keep the SELECT aside, which D1 counts; one does not need it. */
function insertEvents(d1: D1Database, rows: Row[]): D1PreparedStatement {
  const [only, ...more] = rows
  if (only && more.length === 0) return d1.prepare(APPEND_EVENT).bind(only.code, null, only.actor, only.cid, only.leaf)
  const leaves = rows.map(({ code, actor, cid, leaf }) => ({ code, actor, cid, leaf }))
  return d1.prepare(INSERT_EVENTS).bind(JSON.stringify(leaves))
}

/** An act, and the place that it frees. */
export function appendStatements(
  d1: D1Database,
  { code, cid, previous, leaf, actor, ends }: NewEvent,
): D1PreparedStatement[] {
  const append = d1.prepare(APPEND_EVENT).bind(code, previous, writeActor(actor), cid, leaf)
  return ends ? [append, d1.prepare(FREE_PLACE).bind(code)] : [append]
}

function writeRow({ place, actor, design: _, ...row }: NewCertificate) {
  return { ...row, ...place, actor: writeActor(actor), live: 1 }
}

type Row = ReturnType<typeof writeRow>

/** As few parts as fit their parameter. */
function splitRows(added: NewCertificate[]): Row[][] {
  const parts: Row[][] = [[]]
  let characters = 0
  for (const row of added.map(writeRow)) {
    const length = JSON.stringify(row).length
    if (characters + length > MOST_CHARACTERS) {
      parts.push([])
      characters = 0
    }
    characters += length
    parts.at(-1)?.push(row)
  }
  return parts
}
