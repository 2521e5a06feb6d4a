/**
 * `npm start`: builds the catalogue, makes the local database and throw-away keys, certifies sample pieces through
 * the real API, and serves it all until Ctrl-C.
 *
 *   -- --fresh      begin anew: the local registry is deleted
 *   -- --lan        serve on this machine's address, so that a phone at home can scan
 *   -- --port N     another port than 8787
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { isLocalHost, parseOrigin } from '#core/qr/payload.ts'
import { LOCAL_FILE, type Local } from '../functions/cli/api.ts'
import { Refusal } from '../functions/cli/command.ts'
import { buildSite } from './build.ts'
import { prepareSamples } from './samples.ts'
import { say, stopWith } from './say.ts'
import { readSecrets, writeVars } from './secrets.ts'
import { checkPort, migrate, serve } from './server.ts'

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { fresh: { type: 'boolean' }, lan: { type: 'boolean' }, port: { type: 'string' } },
    })
    const port = Number(values.port ?? 8787)
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      stopWith(`“${values.port}” is no port: give a number from 1 to 65535.`)
    return { fresh: values.fresh === true, lan: values.lan === true, port }
  } catch {
    return stopWith('npm start takes -- --fresh, --lan and --port N, and nothing else.')
  }
}

/** This machine's first private address: what a phone on the same network can reach. */
function lanAddress(): string {
  // Bridges of containers and virtual machines are on no phone's network.
  const physical = Object.entries(networkInterfaces()).filter(
    ([name]) => !/^(docker|br-|veth|virbr|vmnet|utun)/.test(name),
  )
  const addresses = physical.flatMap(([, found]) => found ?? [])
  const found = addresses.find(
    ({ family, internal, address }) => family === 'IPv4' && !internal && isLocalHost(address),
  )
  return (
    found?.address ?? stopWith('This machine has no address on a local network: connect it, or start without --lan.')
  )
}

async function start(): Promise<void> {
  const { fresh, lan, port } = readOptions()
  const host = lan ? lanAddress() : 'localhost'
  const origin = parseOrigin(`http://${host}:${port}`)
  // A registry is its origin: certificates of another address would not be this one's.
  const home = join(dirname(LOCAL_FILE), `${host}_${port}`)
  const server = { ip: lan ? '0.0.0.0' : '127.0.0.1', port, origin, state: join(home, 'state') }

  await checkPort(server)
  if (fresh) rmSync(home, { recursive: true, force: true })
  const secrets = await readSecrets()
  say('Building the site …')
  if (!buildSite()) say('  unchanged since the last build')
  // The Worker knows of the administrator's token only its hash.
  const { ASLI_ADMIN_TOKEN, ...vars } = secrets
  writeVars('dist/server/.dev.vars', vars)
  say('Opening the local registry …')
  migrate(server)
  await serve(server)

  await checkKeys(server)
  const local = await prepareSamples(origin, ASLI_ADMIN_TOKEN, join(home, 'local.json'))
  mkdirSync(dirname(LOCAL_FILE), { recursive: true })
  writeFileSync(LOCAL_FILE, `${JSON.stringify(local, null, 2)}\n`, { mode: 0o600 })
  greet(local)
}

/** A registry whose keys nobody vouches for signs nothing: say so before the samples fail on it. */
async function checkKeys({ origin, state }: { origin: string; state: string }): Promise<void> {
  const response = await fetch(`${origin}/.well-known/asli.json`)
  if (response.status !== 503) return
  const { detail } = (await response.json()) as { detail: string }
  stopWith(
    `The local registry in ${state} cannot be used: ${detail} Where .dev.vars holds another registry key than the one that the log began with, put the earlier .dev.vars back, or, if you replaced it on purpose, name the earlier key: docs/operations.md, Keys. \`npm start -- --fresh\` begins anew, without what is there.`,
  )
}

function greet({ origin, samples }: Local): void {
  say(`
  Site      ${origin}/
  Verdict   ${origin}/v/${samples.valid.replaceAll('-', '')}   (withdrawn: ${samples.revoked})
  Issue     npm run asli -- issue sample.yaml
  Content   content/: add or change files, then start again
  Test      npm test                                  (Ctrl-C stops the server)`)
}

start().catch((error: unknown) => {
  if (!(error instanceof Refusal)) throw error
  stopWith([error.message, ...error.lines].join('\n'))
})
