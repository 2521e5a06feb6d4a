/** A registry with a log of any length: real certificates first, then copies of one under other names. */

import { integrate } from '../../functions/actions/log.ts'
import { type BuiltOptions, type BuiltWorker, openBuiltWorker } from '../support/built-worker.ts'
import { openWorkerServices, seedRegistry } from '../support/seed.ts'
import { openSqliteD1 } from '../support/sqlite-d1.ts'

/** Copies that one statement makes: fewer than one call of integrate() folds. */
const STEP = 20_000

/** Opens a registry in this folder with `real` certificates, and as many copies as make `entries` entries. */
export async function openRegistry(
  persist: string,
  { real, entries, ...options }: { real: number; entries: number } & Pick<BuiltOptions, 'wrapper'>,
): Promise<BuiltWorker> {
  const first = await openBuiltWorker({ persist })
  await first.close()
  const { origin, secrets } = first
  await seedRegistry(persist, first, { entries: real, revokeEvery: Number.POSITIVE_INFINITY })
  await addCopies(persist, first, entries)
  return openBuiltWorker({ persist, origin, secrets, ...options })
}

/**
 * The log's leaves, its tiles and its heads are real; the copied certificates have the size and the indexes of real
 * ones, and would not verify.
 */
async function addCopies(
  persist: string,
  registry: Pick<BuiltWorker, 'origin' | 'secrets'>,
  to: number,
): Promise<void> {
  const { database, close } = openSqliteD1(persist)
  const { results } = await database.prepare('SELECT MAX(idx) + 1 AS next FROM event').all<{ next: number }>()
  const from = results[0]?.next ?? 0
  const services = await openWorkerServices(registry, database)
  const copies = {
    design: await copyOf(database, 'design', { id: `'bench-' || i` }, 'source.id = first.subject'),
    certificate: await copyOf(
      database,
      'certificate',
      {
        code: `printf('%012d', i)`,
        subject: `'bench-' || i`,
        idempotency_key: `'bench-' || i`,
        cid: CID,
        slot: `${SLOTS} + i`,
      },
      'source.code = first.code',
    ),
    event: await copyOf(
      database,
      'event',
      {
        idx: 'i',
        code: `printf('%012d', i)`,
        cid: CID,
        leaf: `replace(replace(source.leaf, source.cid, ${CID}), first.subject, 'bench-' || i)`,
      },
      'source.idx = first.idx',
    ),
  }
  for (let start = from; start < to; start += STEP) {
    const end = Math.min(start + STEP, to)
    for (const sql of Object.values(copies)) await database.prepare(sql).bind(start, end).run()
    await integrate(services)
  }
  close()
}

/** Far from the slots of real certificates. */
const SLOTS = 100_000_000

/** A public id as a leaf may have one. */
const CID = `printf('%042d', i) || 'A'`

/**
 * Copies the row of the table that belongs to the first certificate, as often as numbers lie from ?1 up to ?2; Node's
 * SQLite binds numbers as REAL, hence the CAST.
 */
async function copyOf(
  database: D1Database,
  table: string,
  changes: Record<string, string>,
  where: string,
): Promise<string> {
  const { results } = await database.prepare(`SELECT name FROM pragma_table_info('${table}')`).all<{ name: string }>()
  const names = results.map(({ name }) => name)
  return `WITH RECURSIVE n(i) AS (SELECT CAST(?1 AS INTEGER) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?2),
    first AS (SELECT event.idx, event.code, certificate.subject FROM event JOIN certificate USING (code) ORDER BY idx LIMIT 1)
    INSERT INTO ${table} (${names.join(', ')})
    SELECT ${names.map((name) => changes[name] ?? `source.${name}`).join(', ')}
    FROM n, first, ${table} AS source WHERE ${where} ORDER BY i`
}
