/**
 * Runs before `npm start` and `npm test`, on whatever Node there is (20 or later) and with nothing installed:
 * installs the packages where the lockfile changed since the last time; with --browser, also finds a Chromium.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const STAMP = 'node_modules/.asli-lock'

const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
const installed = existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock
if (!installed) install()
checkNode()
if (process.argv.includes('--browser') && !findBrowser()) installBrowser()

/** On Linux the packages bring a Node of their own; elsewhere the system's must be young enough. */
function checkNode() {
  const own = existsSync('node_modules/.bin/node')
  const version = own
    ? execFileSync('node_modules/.bin/node', ['--version'], { encoding: 'utf8' }).trim()
    : process.version
  const [major, minor] = version.slice(1).split('.').map(Number)
  if (major < 22 || (major === 22 && minor < 18)) stop(`Node ${version} is too old here: install Node 22.18 or later.`)
}

function install() {
  console.log('Installing packages (once) …')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: 'inherit' })
  if (status !== 0) stop('The packages could not be installed. The lines above say why; with a network, run it again.')
  writeFileSync(STAMP, lock)
}

function findBrowser() {
  const told = process.env.CHROMIUM_PATH
  if (told) return existsSync(told) || stop(`CHROMIUM_PATH names ${told}, which does not exist.`)
  return ['chromium', 'chromium-browser', 'google-chrome'].some((name) => spawnSync('which', [name]).status === 0)
}

/** Debian's package, where apt and the right to use it are there. */
function installBrowser() {
  const may = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0
  if (!may) stop('The tests need Chromium: install it (Debian: `apt install chromium`), or name one in CHROMIUM_PATH.')
  console.log('Installing Chromium for the tests (once) …')
  try {
    execFileSync('apt-get', ['update', '-q'], { stdio: 'ignore' })
    execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { stdio: 'ignore' })
  } catch {
    stop('Chromium could not be installed with apt: install it yourself, or name one in CHROMIUM_PATH.')
  }
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
