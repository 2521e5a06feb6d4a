/** A D1 database in workerd, empty but for the migrations, without building the Worker. */
import { readdirSync, readFileSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { wrapD1 } from './wrapped-d1.ts'

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
  return wrapD1(database, { before: () => setImmediate() })
}

/** Every statement of every migration, or of those of these names, in order. */
export function readMigrations(migrations: (name: string) => boolean = () => true): string[] {
  const folder = 'db/migrations'
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql') && migrations(name))
    .sort()
  return files.flatMap((name) => readFileSync(`${folder}/${name}`, 'utf8').split('--> statement-breakpoint'))
}
