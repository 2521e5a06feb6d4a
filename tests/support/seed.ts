/**
 * Fills a registry with real certificates, signed with the Worker's own keys by the same actions, without asking the
 * Worker for each: some thousand in a few seconds.
 */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dayInIndonesia } from '#core/calendar.ts'
import { type Code, readCode } from '#core/certificate/code.ts'
import { importSigner } from '#core/certificate/keys.ts'
import { pieceRequestOn } from '#core/certificate/piece-request.ts'
import { encodeBase64 } from '#core/log/base64.ts'
import { EMPTY_ROOT } from '#core/log/merkle.ts'
import { openD1Stores } from '../../db/store.ts'
import { actOnCertificate } from '../../functions/actions/act.ts'
import { issueCertificate } from '../../functions/actions/issue.ts'
import { openKeyring } from '../../functions/actions/keyring.ts'
import { integrate } from '../../functions/actions/log.ts'
import type { LogStore } from '../../functions/actions/log-store.ts'
import type { Services } from '../../functions/actions/services.ts'
import type { BuiltWorker } from './built-worker.ts'
import { openSqliteD1 } from './sqlite-d1.ts'
import { MAKER, newKey, pieceRequest } from './worker.ts'

const schema = pieceRequestOn(dayInIndonesia(Date.now()))
const caller = { role: 'maker', maker: MAKER } as const
/** Entries between two heads: fewer than one call of integrate() folds. */
const FOLD = 5_000

/** What the Worker's actions are handed, over a database at hand. */
export async function openWorkerServices(
  { origin, secrets }: Pick<BuiltWorker, 'origin' | 'secrets'>,
  database: D1Database,
): Promise<Services> {
  const { keyStore, ...stores } = openD1Stores(database)
  const signers = {
    signer: await importSigner(secrets.ASLI_REGISTRY_KEY),
    logSigner: await importSigner(secrets.ASLI_LOG_KEY),
    tagSigner: await importSigner(secrets.ASLI_TAG_KEY),
  }
  const now = () => new Date()
  const published = JSON.parse(readFileSync('dist/client/published.json', 'utf8'))
  return {
    origin,
    ...stores,
    ...signers,
    keyring: openKeyring({ origin, keyStore, ...signers, now }),
    catalogue: { read: async () => published },
    adminTokenHash: secrets.ASLI_ADMIN_TOKEN_HASH,
    now,
    random: (length) => Uint8Array.from(randomBytes(length)),
  }
}

/** A request as the Worker reads it. */
export const readRequest = (request: Record<string, unknown>) => schema.parse(request)

/** Issues one certificate past the Worker; gives its code. @throws where the actions refuse. */
export async function issueWith(services: Services, changes: Record<string, unknown> = {}): Promise<Code> {
  const issued = await issueCertificate(readRequest(pieceRequest(changes)), newKey(), caller, services)
  if (!issued.ok) throw new Error(issued.error.detail)
  const reading = readCode(issued.value.code)
  if (reading.kind !== 'code') throw new Error('bad issue: its code is none')
  return reading.code
}

/**
 * A log that is never folded: its one head has an entry whose proof takes no tile. Nobody reads the proofs of what is
 * seeded, and folding thousands of entries at once takes a thousandth of folding them one by one.
 */
const unfolded: Pick<LogStore, 'readPending'> = {
  readPending: async () => ({ head: { size: 1, root: encodeBase64(EMPTY_ROOT) }, leaves: [], edge: [] }),
}

/**
 * The services over the database of this folder, which no Worker may have open, in one transaction that `close` commits.
 * `quick` issues and acts without folding the log: `integrate(services)` does, after some thousand entries at most.
 */
export async function openSeed(persist: string, registry: Pick<BuiltWorker, 'origin' | 'secrets'>) {
  const { database, close } = openSqliteD1(persist)
  const services = await openWorkerServices(registry, database)
  const { addCertificates } = services.store
  const store = {
    ...services.store,
    addCertificates: async (...added: Parameters<typeof addCertificates>) => {
      const outcome = await addCertificates(...added)
      return outcome.kind === 'added' ? { ...outcome, indexes: outcome.indexes.map(() => 0) } : outcome
    },
  }
  const quick: Services = { ...services, store, logStore: { ...services.logStore, ...unfolded } }
  return { database, services, quick, close }
}

/**
 * Makes `entries` entries of the log in the registry of this folder, besides those about its keys; every `revokeEvery`-th
 * certificate is withdrawn.
 */
export async function seedRegistry(
  persist: string,
  registry: Pick<BuiltWorker, 'origin' | 'secrets'>,
  { entries, revokeEvery = 10 }: { entries: number; revokeEvery?: number },
): Promise<void> {
  const { services, quick, close } = await openSeed(persist, registry)
  let made = 0
  const work = async (until: number) => {
    while (made < until) {
      const revoke = ++made % revokeEvery === 0 && made < until
      if (revoke) made++
      const code = await issueWith(quick)
      if (!revoke) continue
      const revoked = await actOnCertificate(code, { act: 'revoke', reason: 'returned' }, caller, quick)
      if (!revoked.ok) throw new Error(revoked.error.detail)
    }
  }
  for (let until = Math.min(FOLD, entries); made < entries; until = Math.min(until + FOLD, entries)) {
    // Signatures are made on other threads: eight at once keep them busy.
    await Promise.all(Array.from({ length: 8 }, () => work(until)))
    await integrate(services)
  }
  close()
}
