/**
 * Adding certificates to D1, one or five hundred: one statement a table, its rows in one JSON parameter. A precondition
 * is a constraint; what stands in the way is asked for only after one of them said no.
 *
 * Here D1 is spoken to without Drizzle, whose batches take no raw statement with parameters.
 */
import type { AddOutcome, NewCertificate, NewEvent } from '../functions/actions/store.ts'
import { writeActor } from './actor.ts'
import { LAST_KEY } from './key-store.ts'
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
    (code, kind, maker, subject, number, credential, issued_at, idempotency_key, request_hash, cid, slot, sealed,
     customer_ref)`,
  members: [
    ...['code', 'kind', 'maker', 'subject', 'number', 'credential', 'issuedAt', 'idempotencyKey', 'requestHash'],
    ...['cid', 'slot', 'sealed', 'customerRef'],
  ],
}

// The log's next index is assigned here: never read first and written later. Where the log has heard of a key that the
// signer did not know, there is none, and the trigger that keeps the log gapless refuses the row.
const NEXT = 'SELECT COALESCE(MAX(idx) + 1, 0) FROM event'
const NEXT_UNDER_KEYS = `CASE WHEN (${LAST_KEY}) = ?{keysAt} THEN (${NEXT}) ELSE -1 END`

// SQLite reads the whole SELECT before it writes, so the first index is the same for each row.
const INSERT_ISSUES = `INSERT INTO event (idx, code, actor, cid, leaf)
  SELECT ${NEXT_UNDER_KEYS.replace('{keysAt}', '2')} + key,
    value ->> 'code', value ->> 'actor', value ->> 'cid', value ->> 'leaf'
  FROM json_each(?1) ORDER BY key`

const INSERT_ISSUE = `INSERT INTO event (idx, code, actor, cid, leaf)
  VALUES (${NEXT_UNDER_KEYS.replace('{keysAt}', '5')}, ?1, ?2, ?3, ?4)`

const APPEND_EVENT = `INSERT INTO event (idx, code, previous, actor, cid, leaf)
  VALUES ((${NEXT}), ?1, ?2, ?3, ?4, ?5)`

const SET_STATUS = `UPDATE certificate SET status = ?2 WHERE code = ?1 AND status <> ?2`

// A hash of the first form has the reference in it (actions/order.ts).
const ERASE = `UPDATE certificate SET sealed = NULL, customer_ref = NULL,
    request_hash = CASE WHEN request_hash LIKE '2.%' THEN request_hash ELSE '' END
  WHERE code = ?1`

/** D1 takes 2 MB a parameter; three bytes a character at most. */
const MOST_CHARACTERS = 600_000

export async function addCertificates(
  d1: D1Database,
  added: NewCertificate[],
  keysAt: number,
  superseded?: NewEvent,
): Promise<AddOutcome> {
  const designs = added.flatMap(({ place, design }) => (design ? [{ maker: place.maker, ...design }] : []))
  const before = [insertRows(d1, DESIGNS, designs), ...(superseded ? appendStatements(d1, superseded) : [])]
  const parts = splitRows(added)
  const inserts = parts.flatMap((rows) => [insertRows(d1, CERTIFICATES, rows), insertIssues(d1, rows, keysAt)])
  try {
    const results = await d1.batch([...before, ...inserts])
    return { kind: 'added', indexes: readIndexes(parts, results.slice(before.length)) }
  } catch (error) {
    return explainRefusal(d1, added, superseded, error)
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
async function explainRefusal(
  d1: D1Database,
  added: NewCertificate[],
  superseded: NewEvent | undefined,
  error: unknown,
): Promise<AddOutcome> {
  if (mentions(error, 'event_chain') || mentions(error, 'takes the next index')) return { kind: 'moved' }
  // The first is what SQLite says of a database that the migrations have not reached yet.
  const refusals = ['UNIQUE constraint failed', 'a certificate is never replaced', 'design differs']
  if (!refusals.some((refusal) => mentions(error, refusal))) throw error
  const { previews } = await previewCertificates(d1, added)
  for (const [row, preview] of previews.entries()) {
    // The one that was to be replaced is live again, since nothing was written: it stands in nobody's way.
    const isReplaced = preview.kind === 'place-taken' && preview.live === superseded?.code
    if (preview.kind !== 'free' && !isReplaced) return { kind: 'refused', row, conflict: preview }
  }
  // A code or a slot that another certificate has, or what stood in the way has gone: drawn anew it may pass.
  return { kind: 'moved' }
}

/** Several rows make SQLite keep the SELECT aside, which D1 counts; one does not need it. */
function insertIssues(d1: D1Database, rows: Row[], keysAt: number): D1PreparedStatement {
  const [only, ...more] = rows
  if (only && more.length === 0)
    return d1.prepare(INSERT_ISSUE).bind(only.code, only.actor, only.cid, only.leaf, keysAt)
  const leaves = rows.map(({ code, actor, cid, leaf }) => ({ code, actor, cid, leaf }))
  return d1.prepare(INSERT_ISSUES).bind(JSON.stringify(leaves), keysAt)
}

/** An act, the status that it brings about, and what it erases. */
export function appendStatements(
  d1: D1Database,
  { code, cid, previous, leaf, actor, status, erases = false }: NewEvent,
): D1PreparedStatement[] {
  const append = d1.prepare(APPEND_EVENT).bind(code, previous, writeActor(actor), cid, leaf)
  const changes = [d1.prepare(SET_STATUS).bind(code, status), ...(erases ? [d1.prepare(ERASE).bind(code)] : [])]
  return [append, ...changes]
}

function writeRow({ place, actor, design: _, ...row }: NewCertificate) {
  return { ...row, ...place, actor: writeActor(actor) }
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
