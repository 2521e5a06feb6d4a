/** The content folder's tool as a person runs it, over a copy of the demo that a test may spoil. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export const TODAY = '2026-11-22'

/** `close` removes the copy. */
export function openCopy() {
  const root = join(mkdtempSync(join(tmpdir(), 'asli-content-')), 'content')
  cpSync('content', root, { recursive: true })
  const env = { ...process.env, ASLI_CONTENT: root, ASLI_TODAY: TODAY, LC_ALL: 'C' }
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
    /** `answers` are the lines that a person would type; `change` sets variables of the environment. */
    run(args: string[], answers: string[] = [], change: Record<string, string> = {}) {
      const { status, stdout, stderr } = spawnSync(process.execPath, ['functions/cli/main.ts', 'content', ...args], {
        env: { ...env, ...change },
        input: answers.map((answer) => `${answer}\n`).join(''),
        encoding: 'utf8',
      })
      return { status, stdout, stderr }
    },
    close: () => rmSync(dirname(root), { recursive: true, force: true }),
  }
}
