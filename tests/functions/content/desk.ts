/** The content folder's tool as a person runs it, over a copy of the demo that a test may spoil. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { vi } from 'vitest'
import { asli } from '../../../functions/cli/asli.ts'

export const TODAY = '2026-11-22'

/** `close` removes the copy. */
export function openCopy() {
  const root = join(mkdtempSync(join(tmpdir(), 'asli-content-')), 'content')
  cpSync('content', root, { recursive: true })
  const own = { ASLI_CONTENT: root, ASLI_TODAY: TODAY, LC_ALL: 'C' }
  const path = (name: string) => join(root, name)
  return {
    root,
    path,
    read: (name: string) => readFileSync(path(name), 'utf8'),
    write(name: string, text: string) {
      mkdirSync(dirname(path(name)), { recursive: true })
      writeFileSync(path(name), text)
    },
    edit(name: string, find: string | RegExp, replacement: string) {
      const text = readFileSync(path(name), 'utf8')
      if (text.replace(find, replacement) === text) throw new Error(`${name} has no ${find}`)
      writeFileSync(path(name), text.replace(find, replacement))
    },
    /** The same without a process, which takes half a second to start: what is typed and said goes through this one. */
    call: (args: string[], answers: string[] = [], change: Record<string, string> = {}) =>
      callHere(['content', ...args], typed(answers), { ...own, ...change }),
    /** `answers` are the lines that a person would type; `change` sets variables of the environment. */
    run(args: string[], answers: string[] = [], change: Record<string, string> = {}) {
      const { status, stdout, stderr } = spawnSync(process.execPath, ['functions/cli/main.ts', 'content', ...args], {
        env: { ...process.env, ...own, ...change },
        input: typed(answers),
        encoding: 'utf8',
      })
      return { status, stdout, stderr }
    },
    close: () => rmSync(dirname(root), { recursive: true, force: true }),
  }
}

const typed = (answers: string[]) => answers.map((answer) => `${answer}\n`).join('')

/** The command with streams and variables of its own in place of this process's. */
async function callHere(args: string[], input: string, env: Record<string, string>) {
  const said = { stdout: '', stderr: '' }
  const listen = (name: keyof typeof said) =>
    new Writable({
      write(chunk, _encoding, done) {
        said[name] += String(chunk)
        done()
      },
    })
  const replaced = { stdin: Readable.from([input]), stdout: listen('stdout'), stderr: listen('stderr') }
  const spies = Object.entries(replaced).map(([name, stream]) =>
    vi.spyOn(process, name as keyof typeof replaced, 'get').mockReturnValue(stream as never),
  )
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  try {
    return { status: await asli(args), ...said }
  } finally {
    for (const spy of spies) spy.mockRestore()
    vi.unstubAllEnvs()
  }
}
