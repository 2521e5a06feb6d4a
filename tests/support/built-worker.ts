/**
 * The built Worker in a plain Miniflare: one workerd that is known by its process, on files that can be kept, copied
 * and opened again, with secrets that can be changed in between.
 */
import type { ChildProcess } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { unstable_getMiniflareWorkerOptions } from 'wrangler'
import { getDatabase, readMigrations } from './d1.ts'
import { findPort } from './local.ts'
import { makeSecrets, openDesk, readAlert, type TestWorker, type WorkerSecrets } from './worker.ts'

const SERVER = resolve('dist/server')
// Wrangler, asked for the configuration, says where it found what on every test.
process.env.WRANGLER_LOG ??= 'error'

export interface BuiltWorker extends TestWorker {
  secrets: WorkerSecrets & { admin: string }
  /** Every line that the Worker wrote to its console. */
  logs(): string[]
  /** The runtime's process: its CPU can be read, and it can be killed. */
  workerd: ChildProcess
  /** SIGKILL, as by the kernel; resolves once the process is gone and its files are free. */
  kill(): Promise<void>
}

export interface BuiltOptions {
  /** Folder of the database; without it, the database ends with the Worker. */
  persist?: string
  /** `http://127.0.0.1:PORT`; a registry that is opened again needs the origin that it had. */
  origin?: string
  secrets?: WorkerSecrets & { admin: string }
  /** A module that stands before the built entry, which it imports as `./entry.mjs`. */
  wrapper?: string
}

/** @throws where dist/ holds no build: `npm test` makes one first. */
export async function openBuiltWorker(options: BuiltOptions = {}): Promise<BuiltWorker> {
  const { persist, origin = await findOrigin(), secrets = await makeSecrets(), wrapper } = options
  const { admin, ...bindings } = secrets
  const { workerOptions } = unstable_getMiniflareWorkerOptions(`${SERVER}/wrangler.json`)
  const logs: string[] = []
  const { hostname, port } = new URL(origin)
  const watch = watchWorkerd()
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      ...workerOptions,
      rootPath: SERVER,
      modules: listModules(wrapper),
      bindings: { ...bindings, ASLI_ORIGIN: origin },
      host: hostname,
      port: Number(port),
      cf: false,
      handleStructuredLogs: ({ message }) => void logs.push(message),
      ...(persist ? { resourcePersistencePath: persist } : {}),
    }),
  )
  await miniflare.ready.finally(watch.end)
  const workerd = watch.found()
  const database = await getDatabase(miniflare)
  await migrate(database)
  return {
    database,
    secrets,
    workerd,
    ...(await openDesk(origin, admin)),
    alerts: () => logs.flatMap(readAlert),
    logs: () => logs,
    close: () => miniflare.dispose(),
    kill: async () => {
      const gone = once(workerd, 'exit')
      workerd.kill('SIGKILL')
      await gone
      // Miniflare would start another by itself.
      await miniflare.dispose()
    },
  }
}

async function findOrigin(): Promise<string> {
  return `http://127.0.0.1:${await findPort()}`
}

/** Every module of the build; the first is the one that is run. */
function listModules(wrapper?: string) {
  const names = readdirSync(SERVER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.mjs'))
  const others = names.filter((name) => name !== 'entry.mjs')
  const built = ['entry.mjs', ...others].map((name) => ({ type: 'ESModule' as const, path: `${SERVER}/${name}` }))
  return wrapper ? [{ type: 'ESModule' as const, path: `${SERVER}/wrapper.mjs`, contents: wrapper }, ...built] : built
}

/** Node tells of every process that is started; the one that is workerd is ours. */
function watchWorkerd() {
  const started: ChildProcess[] = []
  const note = (message: unknown) => void started.push((message as { process: ChildProcess }).process)
  subscribe('child_process', note)
  return {
    end: () => void unsubscribe('child_process', note),
    found: () => {
      const workerd = started.findLast(({ spawnfile }) => /workerd[^/]*$/.test(spawnfile))
      if (!workerd) throw new Error('Miniflare started no workerd that could be seen')
      return workerd
    },
  }
}

/** Applies the migrations where the database has none yet. */
async function migrate(database: D1Database): Promise<void> {
  const done = await database.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'log_head'`).first()
  if (done) return
  for (const statement of readMigrations()) await database.prepare(statement).run()
}
