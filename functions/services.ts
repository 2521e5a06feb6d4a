/** Everything that a request needs, put together from the Worker's bindings: the only place that knows them all. */
import { importSigner } from '#core/certificate/keys.ts'
import { openD1Stores } from '../db/store.ts'
import type { Published } from './actions/catalogue.ts'
import { openKeyring } from './actions/keyring.ts'
import type { Services } from './actions/services.ts'
import { parseSettings } from './env.ts'

// An isolate keeps what came of the work, never its promise: the runtime drops the work of a request whose client hangs
// up, and whoever else waited for it would wait for ever.
let isolate: Services | undefined
let published: Published | undefined

/** They are put together once an isolate: nothing in them belongs to one request. */
export async function openServices(env: Env): Promise<Services> {
  isolate ??= await openIsolate(env)
  return isolate
}

async function openIsolate(env: Env): Promise<Services> {
  const { origin, registryKey, logKey, earlierLogKey, earlierRegistryKid, tagKey, adminTokenHash } = parseSettings(env)
  const { store, logStore, keyStore } = openD1Stores(env.DB)
  const signers = {
    signer: await importSigner(registryKey),
    logSigner: await importSigner(logKey),
    tagSigner: await importSigner(tagKey),
  }
  const now = () => new Date()
  return {
    origin,
    store,
    logStore,
    ...signers,
    ...(earlierLogKey ? { earlierLogSigner: await importSigner(earlierLogKey) } : {}),
    keyring: openKeyring({ origin, keyStore, ...signers, earlierKid: earlierRegistryKid, now }),
    catalogue: { read: () => readPublished(env) },
    adminTokenHash,
    now,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  }
}

/** The file belongs to this deployment, so it is read once an isolate. */
async function readPublished(env: Env): Promise<Published> {
  published ??= await fetchPublished(env)
  return published
}

async function fetchPublished(env: Env): Promise<Published> {
  const response = await env.ASSETS.fetch('https://assets.local/published.json')
  if (!response.ok) throw new Error(`published.json answered ${response.status}: build the site first`)
  return response.json()
}
