/** `asli keys`: fresh secrets for a registry. They are printed, never written: see docs/operations.md. */
import { randomBytes } from 'node:crypto'
import { makePrivateKey } from '#core/certificate/keys.ts'
import { hashToken, makeToken, TOKEN_RANDOM_BYTES } from '#core/token.ts'
import type { Command } from './command.ts'

export const keys: Command = {
  help: `asli keys [--json]

Prints a new registry key, log key and tag key, and a new administrator’s token with its hash. Put the keys and the hash into
the Worker’s secrets (docs/operations.md); keep the token.`,
  run: async () => {
    const token = makeToken(randomBytes(TOKEN_RANDOM_BYTES))
    const json = {
      ASLI_REGISTRY_KEY: await makePrivateKey(),
      ASLI_LOG_KEY: await makePrivateKey(),
      ASLI_TAG_KEY: await makePrivateKey(),
      ASLI_ADMIN_TOKEN_HASH: hashToken(token),
      adminToken: token,
    }
    return { lines: Object.entries(json).map(([name, value]) => `${name}=${value}`), json }
  },
}
