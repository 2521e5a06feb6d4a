/** Throw-away keys for the local registry, in `.dev.vars` (git-ignored). What is there is kept: it signed certificates. */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { importSigner, makePrivateKey } from '#core/certificate/keys.ts'
import { hashToken, makeToken, TOKEN_RANDOM_BYTES } from '#core/token.ts'
import { stopWith } from './say.ts'

const FILE = '.dev.vars'

export interface Secrets {
  ASLI_REGISTRY_KEY: string
  ASLI_LOG_KEY: string
  ASLI_TAG_KEY: string
  ASLI_ADMIN_TOKEN_HASH: string
  /** The token of which the Worker knows only the hash. */
  ASLI_ADMIN_TOKEN: string
}

/** While a key changes hands (docs/operations.md): passed on where the file has them. */
const PASSING = ['ASLI_LOG_KEY_EARLIER', 'ASLI_REGISTRY_KID_EARLIER']

/** Reads the secrets, or makes the ones that are missing. */
export async function readSecrets(): Promise<Secrets> {
  const kept = existsSync(FILE) ? parseVars(readFileSync(FILE, 'utf8')) : {}
  const token = kept.ASLI_ADMIN_TOKEN ?? makeToken(randomBytes(TOKEN_RANDOM_BYTES))
  const secrets: Secrets = {
    ...Object.fromEntries(Object.entries(kept).filter(([name]) => PASSING.includes(name))),
    ASLI_REGISTRY_KEY: kept.ASLI_REGISTRY_KEY ?? (await makePrivateKey()),
    ASLI_LOG_KEY: kept.ASLI_LOG_KEY ?? (await makePrivateKey()),
    ASLI_TAG_KEY: kept.ASLI_TAG_KEY ?? (await makePrivateKey()),
    ASLI_ADMIN_TOKEN: token,
    ASLI_ADMIN_TOKEN_HASH: hashToken(token),
  }
  for (const name of ['ASLI_REGISTRY_KEY', 'ASLI_LOG_KEY', 'ASLI_TAG_KEY'] as const) {
    await importSigner(secrets[name]).catch((error: Error) => {
      stopWith(
        `${FILE}: ${name} cannot be used (${error.message}). Put the right key back, or delete ${FILE} and run \`npm start -- --fresh\`.`,
      )
    })
  }
  writeVars(FILE, { ...kept, ...secrets })
  return secrets
}

/** `NAME=value` lines, as wrangler reads them. */
export function writeVars(file: string, vars: Record<string, string>): void {
  const lines = Object.entries(vars).map(([name, value]) => `${name}="${value}"`)
  writeFileSync(
    file,
    `# Throw-away secrets of the local registry, made by npm start. Never commit them.\n${lines.join('\n')}\n`,
    { mode: 0o600 },
  )
}

function parseVars(text: string): Record<string, string> {
  const lines = text.split('\n').map((line) => /^\s*([A-Z_]+)\s*=\s*"?([^"\r]*)"?\s*$/.exec(line))
  return Object.fromEntries(lines.flatMap((match) => (match?.[1] && match[2] ? [[match[1], match[2]]] : [])))
}
