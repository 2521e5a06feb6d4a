/** Everything that a request needs, put together from the Worker's bindings: the only place that knows them all. */
import { importSigner, importVerifier, type Signer } from '#core/certificate/keys.ts'
import type { Trust } from '#core/certificate/verify.ts'
import { openD1Stores } from '../db/store.ts'
import type { Published } from './actions/catalogue.ts'
import type { Services, TagSigner } from './actions/services.ts'
import { parseSettings } from './env.ts'

/** The registry's first tag key. A key that replaces it takes the next number: cards that are printed name this one. */
const TAG_KEY_NUMBER = 1

interface Isolate {
  origin: string
  signer: Signer
  logSigner: Signer
  tagSigner: TagSigner
  trust: Trust
  adminTokenHash: string
}

let isolate: Promise<Isolate> | undefined
let published: Promise<Published> | undefined

/** Keys are imported once an isolate; the store is opened for each request, since its session belongs to one. */
export async function openServices(env: Env): Promise<Services> {
  isolate ??= openIsolate(env).catch((error: unknown) => {
    isolate = undefined
    throw error
  })
  return {
    ...(await isolate),
    ...openD1Stores(env.DB),
    catalogue: { read: () => readPublished(env) },
    now: () => new Date(),
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  }
}

async function openIsolate(env: Env): Promise<Isolate> {
  const { origin, registryKey, logKey, tagKey, adminTokenHash } = parseSettings(env)
  const signer = await importSigner(registryKey)
  const trust = { origin, verifiers: [await importVerifier(signer.publicKey)] }
  const tagSigner = { ...(await importSigner(tagKey)), number: TAG_KEY_NUMBER }
  return { origin, signer, logSigner: await importSigner(logKey), tagSigner, trust, adminTokenHash }
}

/** The file belongs to this deployment, so it is read once an isolate; a failure is not remembered. */
function readPublished(env: Env): Promise<Published> {
  published ??= fetchPublished(env).catch((error: unknown) => {
    published = undefined
    throw error
  })
  return published
}

async function fetchPublished(env: Env): Promise<Published> {
  const response = await env.ASSETS.fetch('https://assets.local/published.json')
  if (!response.ok) throw new Error(`published.json answered ${response.status}: build the site first`)
  return response.json()
}
