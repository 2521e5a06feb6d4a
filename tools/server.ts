/** The local server: migrations, then the built Worker in workerd with D1 on disk; ended with everything it started. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { say, stopWith } from './say.ts'

const CONFIG = 'dist/server/wrangler.json'
const environment = {
  ...process.env,
  CI: '1',
  WRANGLER_SEND_METRICS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  WRANGLER_LOG: 'warn',
}

export interface ServerOptions {
  ip: string
  port: number
  origin: string
  /** Folder of the local database. */
  state: string
}

/** Stops with a sentence where the port is taken. */
export async function checkPort({ ip, port }: ServerOptions): Promise<void> {
  const free = await new Promise<boolean>((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, ip, () => probe.close(() => resolve(true)))
  })
  if (!free)
    stopWith(`Port ${port} is busy: stop what uses it, or start on another with \`npm start -- --port ${port + 1}\`.`)
}

export function migrate({ state }: ServerOptions): void {
  const args = ['d1', 'migrations', 'apply', 'DB', '--local', '--config', CONFIG, '--persist-to', state]
  const { status, stdout, stderr } = spawnSync('wrangler', args, { env: environment, encoding: 'utf8' })
  if (status === 0) return
  const said = `${stdout}${stderr}`
  if (/not a database|malformed|corrupt|SQLITE_NOTADB/i.test(said)) {
    stopWith(
      `The local database in ${state} is damaged and was left as it is. Put a copy back, or begin anew with \`npm start -- --fresh\`.`,
    )
  }
  if (/Cannot add a NOT NULL column/.test(said)) {
    stopWith(
      `The local registry in ${state} is from before the log and cannot be continued: begin anew with \`npm start -- --fresh\`.`,
    )
  }
  stopWith(`The local database in ${state} could not be migrated:\n${said.trim()}`)
}

/** Starts the server and waits until it answers; it ends with this process. */
export async function serve({ ip, port, origin, state }: ServerOptions): Promise<ChildProcess> {
  const address = ['--ip', ip, '--port', String(port), '--inspector-port', '0', '--var', `ASLI_ORIGIN:${origin}`]
  const args = ['dev', '--config', CONFIG, '--persist-to', state, '--show-interactive-dev-session=false', ...address]
  // Its own process group, so that ending it ends workerd, too.
  const server = spawn('wrangler', args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  let said = ''
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (chunk: Buffer) => (said = (said + chunk).slice(-4000)))
  let ending = false
  const end = (code: number) => {
    ending = true
    if (server.pid !== undefined && server.exitCode === null) process.kill(-server.pid, 'SIGTERM')
    process.exitCode = code
  }
  server.once('exit', (code) => {
    if (!ending) stopWith(`The server ended by itself (${code}):\n${said.trim()}`)
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => end(0))
  process.once('exit', () => !ending && end(1))
  await waitForAnswer(`http://${ip === '0.0.0.0' ? '127.0.0.1' : ip}:${port}/api/openapi.json`, () => said)
  return server
}

async function waitForAnswer(url: string, said: () => string): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; ) {
    const answered = await fetch(url).catch(() => null)
    if (answered?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  say(said())
  stopWith(`The server did not answer at ${url} within a minute; what it said stands above.`)
}
