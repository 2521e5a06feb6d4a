/** `asli content preview` as a person runs it: it answers until Ctrl-C. */
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'

export interface Previewing {
  /** Everything that was printed. */
  said(): string
  /** Resolves once it has printed this. @throws with what it said where it ends before. */
  until(words: string): Promise<void>
  /** Where it shows the pages: `http://127.0.0.1:PORT`. */
  origin(): string
  /** Ctrl-C; resolves with the exit code once it has ended. */
  interrupt(): Promise<number | null>
}

export function runPreview(args: string[], { cwd, env }: { cwd?: string; env: NodeJS.ProcessEnv }): Previewing {
  const child = spawn(process.execPath, [resolve('functions/cli/main.ts'), 'content', 'preview', ...args], {
    ...(cwd && { cwd }),
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk))
  const ended = new Promise<number | null>((done) => child.once('close', done))
  let code: number | null | undefined
  ended.then((status) => {
    code = status
  })
  return {
    said: () => said,
    async until(words) {
      while (!said.includes(words)) {
        if (code !== undefined) throw new Error(`content preview ended with ${code}: ${said}`)
        await new Promise((wait) => setTimeout(wait, 50))
      }
    },
    origin: () => said.match(/http:\/\/127\.0\.0\.1:\d+/)?.[0] ?? '',
    interrupt() {
      child.kill('SIGINT')
      return ended
    },
  }
}
