/** Building the site and the Worker, unless nothing changed since the last build. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dayInIndonesia } from '#core/calendar.ts'
import { stopWith } from './say.ts'

const STAMP = '.cache/build'
const INPUTS = [
  'site',
  'functions',
  'db',
  'content',
  'astro.config.mjs',
  'wrangler.toml',
  'package-lock.json',
  'tsconfig.json',
]

/**
 * Builds into dist/; gives false where the last build still holds. ASLI_ORIGIN is for canonical links alone: the
 * Worker reads its own origin when it starts, so one local build serves every port.
 */
export function buildSite(): boolean {
  const settings = {
    ASLI_ORIGIN: process.env.ASLI_ORIGIN ?? 'http://localhost:8787',
    // Expiry is judged by the day, so a build of yesterday is made again.
    ASLI_TODAY: process.env.ASLI_TODAY ?? dayInIndonesia(Date.now()),
    ASLI_DEMO_SITE: process.env.ASLI_DEMO_SITE ?? '',
    ASLI_CONTACT: process.env.ASLI_CONTACT ?? '',
  }
  const stamp = hashInputs(JSON.stringify(settings))
  if (existsSync('dist/server/wrangler.json') && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp)
    return false
  const environment = { ...process.env, ...settings, ASTRO_TELEMETRY_DISABLED: '1' }
  const built = spawnSync('astro', ['build', '--silent'], {
    env: environment,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (built.status !== 0) stopWith(`The site could not be built:\n${built.stdout}${built.stderr}`)
  process.stdout.write(
    built.stderr
      .split('\n')
      .filter((line) => line.startsWith('not published'))
      .map((line) => `${line}\n`)
      .join(''),
  )
  mkdirSync('.cache', { recursive: true })
  writeFileSync(STAMP, stamp)
  return true
}

function hashInputs(settings: string): string {
  const hash = createHash('sha256').update(settings)
  for (const file of INPUTS.flatMap(listFiles).sort()) hash.update(file).update('\0').update(readFileSync(file))
  return hash.digest('hex')
}

function listFiles(path: string): string[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path).flatMap((name) => listFiles(join(path, name)))
}
