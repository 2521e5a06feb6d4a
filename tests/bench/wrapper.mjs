/** Stands before the built Worker in a benchmark, and nowhere else: what an answer is compared with, in the same isolate. */
import worker from './entry.mjs'

/** Path → the bare work, with none of ours around it. */
const bare = {
  '/api/bench/lookup': async (url, { DB }) => {
    const code = url.searchParams.get('code')
    const row = await DB.prepare('SELECT credential, status FROM certificate WHERE code = ?').bind(code).first()
    return Response.json(row)
  },

  // Takes the rows from an entry on into memory, under names of their own.
  '/api/bench/copy': async (url, { DB }) => {
    const from = Number(url.searchParams.get('from'))
    const read = async (columns) => {
      const query = `SELECT ${columns} FROM event JOIN certificate USING (code)
        JOIN design ON design.maker = certificate.maker AND design.id = certificate.subject
        WHERE event.idx >= ? ORDER BY event.idx`
      return (await DB.prepare(query).bind(from).all()).results
    }
    const [designs, certificates, events] = [await read('design.*'), await read('certificate.*'), await read('event.*')]
    const next = (await DB.prepare('SELECT MAX(idx) + 1 AS next FROM event').first('next')) ?? 0
    copied = certificates.map((certificate, i) => {
      const name = `raw-${next + i}`
      const code = String(next + i).padStart(12, 'U')
      const cid = `${certificate.cid.slice(0, -6)}${String(next + i).padStart(6, '0')}`
      return [
        ['design', { ...designs[i], id: name }],
        [
          'certificate',
          { ...certificate, code, cid, subject: name, idempotency_key: name, slot: 200_000_000 + next + i },
        ],
        ['event', { ...events[i], idx: next + i, code, cid }],
      ]
    })
    return Response.json({ rows: copied.length })
  },

  // Inserts them: one prepared statement a row, as many rows in a transaction as a batch has.
  '/api/bench/insert': async (url, { DB }) => {
    const part = Number(url.searchParams.get('part'))
    for (let start = 0; start < copied.length; start += part) {
      const statements = copied.slice(start, start + part).flatMap((rows) => rows.map((row) => insert(DB, ...row)))
      await DB.batch(statements)
    }
    return Response.json({ rows: copied.length })
  },
}

let copied = []

function insert(DB, table, row) {
  const names = Object.keys(row)
  const query = `INSERT INTO ${table} (${names}) VALUES (${names.map(() => '?')})`
  return DB.prepare(query).bind(...Object.values(row))
}

export default {
  ...worker,
  fetch(request, env, context) {
    const url = new URL(request.url)
    return bare[url.pathname]?.(url, env, request) ?? worker.fetch(request, env, context)
  },
}
