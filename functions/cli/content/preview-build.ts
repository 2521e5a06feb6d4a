/** The pages of a preview, built by the site itself with the settings in site/preview/. */
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Desk } from './desk.ts'

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url))

/** Where site/preview/astro.config.mjs puts the pages of a product. */
export function folderOf(slug: string): string {
  return join(PROJECT, '.cache/preview/pages', slug)
}

export function removePages(slug: string): void {
  rmSync(folderOf(slug), { recursive: true, force: true })
}

/** Gives the reason where they cannot be built: one line. */
export async function buildPages(
  slug: string,
  { root, today }: Desk,
  signal: AbortSignal,
): Promise<string | undefined> {
  const args = ['build', '--silent', '--root', PROJECT, '--config', 'site/preview/astro.config.mjs']
  const child = spawn(process.execPath, [join(PROJECT, 'node_modules/astro/bin/astro.mjs'), ...args], {
    cwd: PROJECT,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      ASLI_PREVIEW: slug,
      ASLI_CONTENT: resolve(root),
      ASLI_TODAY: today,
      ASTRO_TELEMETRY_DISABLED: '1',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
    signal,
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk))
  const built = await new Promise<boolean>((done) => {
    // An end that was asked for is told as an error first, while the build may still be writing: only its close counts.
    child.once('error', () => undefined)
    child.once('close', (code) => done(code === 0))
  })
  return built ? undefined : firstFault(said)
}

/** Above the stack trace stands what is wrong, below the products that are left out as ever. */
function firstFault(said: string): string {
  const lines = said.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('not published: '))
  return lines[0]?.trim() ?? ''
}
