/** `npm start` and the `asli` command as a person runs them, with a registry of their own in a temporary folder. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder that `close` removes; ASLI_LOCAL keeps the test's registry apart from the person's own. */
export function openFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'asli-'))
  const env = { ...process.env, ASLI_LOCAL: join(folder, 'local.json') }
  return { folder, env, close: () => rmSync(folder, { recursive: true, force: true }) }
}

/**
 * A free port below those that a system hands out itself (from 32,768 on Linux): among those, the next listener without a
 * port of its own may get it before the Worker has it, or while a Worker is closed and opened again.
 */
export async function findPort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_768)
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}

export interface Started {
  /** Everything that was printed. */
  said(): string
  /** Ctrl-C; resolves with the exit code once everything has ended. */
  interrupt(): Promise<number | null>
  ended: Promise<number | null>
  process: ChildProcess
}

export function runStart(env: NodeJS.ProcessEnv, ...args: string[]): Started {
  const child = spawn(process.execPath, ['tools/start.ts', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const interrupt = () => {
    child.kill('SIGINT')
    return ended
  }
  return { said: () => said, interrupt, ended, process: child }
}

/** Resolves once `npm start` has printed its five lines. @throws with what it said where it ends before. */
export async function untilGreeted(started: Started): Promise<void> {
  const over = started.ended.then((code) => {
    throw new Error(`npm start ended with ${code}: ${started.said()}`)
  })
  const greeted = (async () => {
    while (!started.said().includes('Ctrl-C')) await new Promise((resolve) => setTimeout(resolve, 100))
  })()
  await Promise.race([greeted, over])
}

export function runAsli(env: NodeJS.ProcessEnv, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['functions/cli/main.ts', ...args], {
    env,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

/** The same without blocking this process: for a command that asks a registry which runs here. */
export function runAsliAsync(env: NodeJS.ProcessEnv, ...args: string[]) {
  const child = spawn(process.execPath, ['functions/cli/main.ts', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk))
  return new Promise<{ status: number | null; stdout: string; stderr: string }>((resolve) => {
    child.once('close', (status) => resolve({ status, stdout, stderr }))
  })
}
