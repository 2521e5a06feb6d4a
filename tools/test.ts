/**
 * `npm test`: format and lint, types, build, then every suite. The last line is `N passed, N failed`.
 * Words after `--` go to vitest: `npm test -- tests/core`.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dayInIndonesia } from '#core/calendar.ts'
import { buildSite } from './build.ts'
import { say } from './say.ts'

const REPORT = '.cache/tests.json'
/** The last day on which the approval of every demonstration holds: later the suite still tests the site of that day. */
const LAST_DAY = '2027-10-10'
const checks = [
  ['biome', ['check', '--error-on-warnings', '.']],
  ['astro', ['check', '--minimumFailingSeverity', 'warning']],
] as const

/** Counts each check as one test. */
function runChecks(): number {
  return checks.filter(([command, args]) => {
    say(`\n> ${command} ${args.join(' ')}`)
    return (
      spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' } }).status !==
      0
    )
  }).length
}

function runSuites(filters: string[]): { passed: number; failed: number } {
  mkdirSync('.cache', { recursive: true })
  rmSync(REPORT, { force: true })
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`, ...filters]
  const { status } = spawnSync('vitest', args, { stdio: 'inherit' })
  if (!existsSync(REPORT)) return { passed: 0, failed: 1 }
  const report = JSON.parse(readFileSync(REPORT, 'utf8')) as { numPassedTests: number; numFailedTests: number }
  // A suite that could not even be read fails no test of its own.
  const failed = Math.max(report.numFailedTests, status === 0 ? 0 : 1)
  return { passed: report.numPassedTests, failed }
}

// One day for the whole run: past midnight, `npm start` would otherwise build anew under the tests that read the build.
const today = dayInIndonesia(Date.now())
process.env.ASLI_TODAY ??= today < LAST_DAY ? today : LAST_DAY

const failedChecks = runChecks()
say('\n> building the site')
buildSite()
const { passed, failed } = runSuites(process.argv.slice(2))
say(`\n${passed + checks.length - failedChecks} passed, ${failed + failedChecks} failed`)
process.exitCode = failed + failedChecks === 0 ? 0 : 1
