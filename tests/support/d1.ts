/** A D1 database in workerd, empty but for the migrations, without building the Worker. */
import { readdirSync, readFileSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'

/** With all migrations, or those of these names. */
export async function openTestD1(
  migrations: (name: string) => boolean = () => true,
): Promise<{ database: D1Database; close(): Promise<void> }> {
  const script = 'export default { fetch: () => new Response() }'
  const options = { modules: true, script, compatibilityDate: '2026-10-01', d1Databases: { DB: 'test' } }
  const miniflare = new Miniflare(convertV4MiniflareOptions(options))
  const database = await getDatabase(miniflare)
  for (const statement of readMigrations(migrations)) await database.prepare(statement).run()
  return { database, close: () => miniflare.dispose() }
}

/**
 * The binding DB, with a breath before each call. Miniflare asks for it over HTTP, and blocks at each `prepare` and `bind`:
 * where many work at once for five seconds, the runtime has closed its idle connections, and nobody has heard of it.
 */
export async function getDatabase(miniflare: Miniflare): Promise<D1Database> {
  const database = (await miniflare.getD1Database('DB')) as unknown as D1Database
  const originals = new WeakMap<object, D1PreparedStatement>()
  const wrap = (statement: D1PreparedStatement): D1PreparedStatement => {
    const wrapped = {
      bind: (...values: unknown[]) => wrap(statement.bind(...values)),
      all: () => breatheFirst(() => statement.all()),
      run: () => breatheFirst(() => statement.run()),
      raw: () => breatheFirst(() => statement.raw()),
      first: (column: string) => breatheFirst(() => statement.first(column)),
    } as unknown as D1PreparedStatement
    originals.set(wrapped, statement)
    return wrapped
  }
  return {
    prepare: (query: string) => wrap(database.prepare(query)),
    batch: (statements: D1PreparedStatement[]) =>
      breatheFirst(() => database.batch(statements.map((statement) => originals.get(statement) ?? statement))),
  } as unknown as D1Database
}

async function breatheFirst<T>(work: () => Promise<T>): Promise<T> {
  await setImmediate()
  return work()
}

/** Every statement of every migration, or of those of these names, in order. */
export function readMigrations(migrations: (name: string) => boolean = () => true): string[] {
  const folder = 'db/migrations'
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql') && migrations(name))
    .sort()
  return files.flatMap((name) => readFileSync(`${folder}/${name}`, 'utf8').split('--> statement-breakpoint'))
}
