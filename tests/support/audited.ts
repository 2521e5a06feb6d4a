/** A seeded registry for `asli audit`, and the powers of whoever runs it: its files, its rows, its secrets. */
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type BuiltOptions, type BuiltWorker, openBuiltWorker } from './built-worker.ts'
import { openFolder, runAsliAsync } from './local.ts'
import { seedRegistry } from './seed.ts'

/** 10,000 with ASLI_LONG; never fewer than make two levels of tiles. */
export const ENTRIES = process.env.ASLI_LONG ? 10_000 : 300
/** The first of them: the registry’s, the log’s and the tags’ keys. */
const KEYS = 3

export interface Audited {
  readonly worker: BuiltWorker
  /** A file for `--state`. */
  state: string
  audit(...args: string[]): Promise<{ status: number | null; stdout: string; stderr: string }>
  run(sql: string, ...values: unknown[]): Promise<Record<string, unknown>[]>
  /** Ends the Worker and opens another on the same files. */
  reopen(options?: Pick<BuiltOptions, 'secrets' | 'wrapper'>): Promise<void>
  /** Keeps the database as it is now under this name. */
  copy(name: string): Promise<void>
  restore(name: string): Promise<void>
  close(): Promise<void>
}

export async function openAudited(): Promise<Audited> {
  const place = openFolder()
  const persist = join(place.folder, 'now')
  const first = await openBuiltWorker({ persist })
  await first.close()
  await seedRegistry(persist, first, { entries: ENTRIES - KEYS })
  const { origin, secrets } = first
  const open = (options: Pick<BuiltOptions, 'secrets' | 'wrapper'> = {}) =>
    openBuiltWorker({ persist, origin, secrets, ...options })
  let worker = await open()

  /** Files are read and replaced while no Worker has them open. */
  const between = async (work: () => void, options = {}) => {
    await worker.close()
    work()
    worker = await open(options)
  }
  const replace = (from: string, to: string) => {
    rmSync(to, { recursive: true, force: true })
    cpSync(from, to, { recursive: true })
  }
  return {
    get worker() {
      return worker
    },
    state: join(place.folder, 'audit.json'),
    audit: (...args) => runAsliAsync(place.env, 'audit', origin, ...args),
    run: async (sql, ...values) => {
      const { results } = await worker.database
        .prepare(sql)
        .bind(...values)
        .all()
      return results
    },
    reopen: (options) => between(() => {}, options),
    copy: (name) => between(() => replace(persist, join(place.folder, name))),
    restore: (name) => between(() => replace(join(place.folder, name), persist)),
    close: async () => {
      await worker.close()
      place.close()
    },
  }
}

/** Whoever has the database can drop its triggers, and the index that keeps an exclusive design unique. */
export async function dropGuards({ run }: Pick<Audited, 'run'>): Promise<void> {
  for (const { name } of await run(`SELECT name FROM sqlite_master WHERE type = 'trigger'`)) {
    await run(`DROP TRIGGER ${name}`)
  }
  await run('DROP INDEX certificate_one_live')
}
