/** A D1 database in workerd, empty but for the migrations, without building the Worker. */
import { readdirSync, readFileSync } from 'node:fs'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'

export async function openTestD1(): Promise<{ database: D1Database; close(): Promise<void> }> {
  const script = 'export default { fetch: () => new Response() }'
  const options = { modules: true, script, compatibilityDate: '2026-10-01', d1Databases: { DB: 'test' } }
  const miniflare = new Miniflare(convertV4MiniflareOptions(options))
  const database = (await miniflare.getD1Database('DB')) as unknown as D1Database
  for (const statement of readMigrations()) await database.prepare(statement).run()
  return { database, close: () => miniflare.dispose() }
}

/** Every statement of every migration, in order. */
export function readMigrations(folder = 'db/migrations'): string[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  return files.flatMap((name) => readFileSync(`${folder}/${name}`, 'utf8').split('--> statement-breakpoint'))
}
