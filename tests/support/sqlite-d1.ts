/** A database file of Miniflare's, opened by Node's own SQLite while no Worker runs: for writing much, in one transaction. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'

/** As much of a D1 binding as the stores ask for. Everything is one transaction, which `close` commits. */
export function openSqliteD1(persist: string): { database: D1Database; close(): void } {
  const sqlite = new DatabaseSync(findDatabaseFile(persist))
  sqlite.exec('PRAGMA synchronous = OFF')
  sqlite.exec('BEGIN')
  return {
    database: wrap(sqlite) as unknown as D1Database,
    close: () => {
      sqlite.exec('COMMIT')
      sqlite.close()
    },
  }
}

/** @throws where the folder has no database, or more than one: open a Worker on it first. */
export function findDatabaseFile(persist: string): string {
  const files = readdirSync(persist, { recursive: true, encoding: 'utf8' })
  const [found, ...more] = files.filter((name) => /D1DatabaseObject\/[0-9a-f]+\.sqlite$/.test(name))
  if (!found || more.length > 0) throw new Error(`${persist} holds no one database of Miniflare’s`)
  return join(persist, found)
}

interface Bound {
  bind(...values: SQLInputValue[]): Bound
  all(): Promise<D1Result>
  run(): Promise<D1Result>
  raw(): Promise<unknown[]>
  /** In the batch's own turn, so that no other statement comes between. */
  work(): D1Result
}

function wrap(sqlite: DatabaseSync) {
  const statements = new Map<string, ReturnType<DatabaseSync['prepare']>>()
  const prepareOnce = (query: string) => {
    const known = statements.get(query) ?? sqlite.prepare(query)
    statements.set(query, known)
    return known
  }
  const bindTo = (query: string, values: SQLInputValue[]): Bound => {
    const work = () => {
      const results = prepareOnce(query).all(...values)
      const [counted] = prepareOnce('SELECT changes() AS changes, last_insert_rowid() AS last_row_id').all()
      return { results, success: true, meta: { ...counted } } as unknown as D1Result
    }
    return {
      bind: (...bound) => bindTo(query, bound),
      all: async () => work(),
      run: async () => work(),
      raw: async () => work().results.map((row) => Object.values(row as object)),
      work,
    }
  }
  const batch = async (bound: Bound[]) => {
    sqlite.exec('SAVEPOINT batch')
    try {
      const results = bound.map(({ work }) => work())
      sqlite.exec('RELEASE batch')
      return results
    } catch (error) {
      sqlite.exec('ROLLBACK TO batch')
      sqlite.exec('RELEASE batch')
      throw error
    }
  }
  return { prepare: (query: string) => bindTo(query, []), batch }
}
