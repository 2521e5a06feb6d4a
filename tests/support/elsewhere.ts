/**
 * The program of README that checks a certificate without our code, run as a stranger runs it: alone in a folder, with
 * packages from npm beside it. A network that lies can stand in between.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** The blocks of README's section, by their language. */
export function readBlocks(): { program: string; commands: string } {
  const [, section = ''] =
    /^## Check a certificate without our code\n([\s\S]*?)^## /m.exec(readFileSync('README.md', 'utf8')) ?? []
  const block = (language: string) =>
    new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(section)?.[1] ?? ''
  return { program: block('js'), commands: block('sh') }
}

/** What is changed on its way: JavaScript over `document`, what was read at an address that has `at` in it. */
export interface Lie {
  at: string
  change: string
}

export interface Ran {
  status: number | null
  stdout: string
  stderr: string
}

export function openStranger(): { run(url: string, lie?: Lie): Promise<Ran>; close(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'asli-elsewhere-'))
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'check.mjs'), readBlocks().program)
  return {
    run: (url, lie) => {
      writeFileSync(join(folder, 'lie.mjs'), lie ? writeLie(lie) : '')
      return runNode(folder, '--import', './lie.mjs', 'check.mjs', url)
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function writeLie({ at, change }: Lie): string {
  return `import { gzipSync } from 'node:zlib'
const { fetch } = globalThis
const read = async (url) => (await fetch(url)).json()
globalThis.fetch = async (url, options) => {
  if (!String(url).includes(${JSON.stringify(at)})) return fetch(url, options)
  let document = await read(url)
  ${change}
  return document === null ? Response.error() : Response.json(document)
}
`
}

function runNode(cwd: string, ...args: string[]): Promise<Ran> {
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  const ran: Ran = { status: null, stdout: '', stderr: '' }
  child.stdout.on('data', (chunk: Buffer) => (ran.stdout += chunk))
  child.stderr.on('data', (chunk: Buffer) => (ran.stderr += chunk))
  return new Promise((done) => {
    child.once('close', (status) => done({ ...ran, status }))
  })
}
