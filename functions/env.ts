/** Bindings, variables and secrets, parsed once an isolate: a wrong one is a sentence that names it and the mend. */
import { z } from 'zod'
import { parseOrigin } from '#core/qr/payload.ts'

function privateKey(name: string) {
  return z
    .string(`${name} is missing: make one with \`npm run asli -- keys\` and \`wrangler secret put\` it`)
    .regex(/^[A-Za-z0-9_-]{60,70}$/, `${name} is not an Ed25519 key in PKCS #8, base64url`)
}

const settings = z.object({
  ASLI_ORIGIN: z.string('ASLI_ORIGIN is missing: set it under [vars] in wrangler.toml').transform((text, context) => {
    try {
      return parseOrigin(text)
    } catch (error) {
      context.addIssue((error as Error).message)
      return z.NEVER
    }
  }),
  ASLI_REGISTRY_KEY: privateKey('ASLI_REGISTRY_KEY'),
  ASLI_LOG_KEY: privateKey('ASLI_LOG_KEY'),
  ASLI_TAG_KEY: privateKey('ASLI_TAG_KEY'),
  /** While the log's key changes hands: see docs/operations.md. */
  ASLI_LOG_KEY_EARLIER: privateKey('ASLI_LOG_KEY_EARLIER').optional(),
  /** Of the registry's key before this one: a log that has keys already is taken over from no other. No secret. */
  ASLI_REGISTRY_KID_EARLIER: z
    .string()
    .regex(
      /^[A-Za-z0-9_-]{43}$/,
      'ASLI_REGISTRY_KID_EARLIER is not the KID of a key: `npm run asli -- key list` shows it, 43 symbols',
    )
    .optional(),
  ASLI_ADMIN_TOKEN_HASH: z
    .string('ASLI_ADMIN_TOKEN_HASH is missing: make one with `npm run asli -- keys` and `wrangler secret put` it')
    .regex(/^[0-9a-f]{64}$/, 'ASLI_ADMIN_TOKEN_HASH is not a SHA-256 in hexadecimal'),
})

export interface Settings {
  origin: string
  registryKey: string
  logKey: string
  earlierLogKey: string | undefined
  earlierRegistryKid: string | undefined
  tagKey: string
  adminTokenHash: string
}

/** @throws Error whose message names every setting that does not fit. */
export function parseSettings(env: Env): Settings {
  const parsed = settings.safeParse(env)
  if (!parsed.success) throw new Error(parsed.error.issues.map((issue) => issue.message).join('; '))
  const { data } = parsed
  refuseOneForTwo(data)
  return {
    origin: data.ASLI_ORIGIN,
    registryKey: data.ASLI_REGISTRY_KEY,
    logKey: data.ASLI_LOG_KEY,
    earlierLogKey: data.ASLI_LOG_KEY_EARLIER,
    earlierRegistryKid: data.ASLI_REGISTRY_KID_EARLIER,
    tagKey: data.ASLI_TAG_KEY,
    adminTokenHash: data.ASLI_ADMIN_TOKEN_HASH,
  }
}

/** A key that signs in two roles would fall for both: what is signed in one could be shown as said in the other. */
function refuseOneForTwo(data: z.infer<typeof settings>): void {
  const roles = ['ASLI_REGISTRY_KEY', 'ASLI_LOG_KEY', 'ASLI_TAG_KEY'] as const
  for (const [index, name] of roles.entries()) {
    const other = roles.slice(index + 1).find((later) => data[later] === data[name])
    if (other) throw new Error(`${name} and ${other} are one key: make one for each with \`npm run asli -- keys\``)
  }
}
