/** Folding the log where others fold it at the same time, and more comes in all the while. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { utf8 } from '#core/bytes.ts'
import { importSigner, importVerifier, makePrivateKey, type Signer } from '#core/certificate/keys.ts'
import { checkProof } from '#core/log/inclusion.ts'
import { logName } from '#core/log/log-name.ts'
import { integrate, proveEntry } from '../../functions/actions/log.ts'
import type { LogStore } from '../../functions/actions/log-store.ts'
import { openMemoryStores } from '../support/memory-store.ts'
import { ORIGIN } from '../support/services.ts'

let logSigner: Signer
beforeAll(async () => {
  logSigner = await importSigner(await makePrivateKey())
})

let stores: ReturnType<typeof openMemoryStores>
let sequenced: number
beforeEach(async () => {
  stores = openMemoryStores()
  sequenced = 0
})

async function sequence(count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const kid = `entry ${sequenced}`
    await stores.keyStore.appendKeyEvent({ kid, previous: null, leaf: kid, endorsement: '' }, sequenced - 1)
    sequenced++
  }
}

/** A store in which somebody else is always first to extend the head, and another entry comes in after. */
function openBusy() {
  const asked = { reads: 0 }
  const logStore: LogStore = {
    ...stores.logStore,
    readPending: (limit) => {
      asked.reads++
      return stores.logStore.readPending(limit)
    },
    extendHead: async (from, growth) => {
      await integrate(stores)
      await sequence(1)
      return stores.logStore.extendHead(from, growth)
    },
  }
  return { logStore, asked }
}

async function isProven(index: number, proof: string): Promise<boolean> {
  const verifier = {
    name: logName(ORIGIN),
    publicKey: logSigner.publicKey,
    verifier: await importVerifier(logSigner.publicKey),
  }
  return (await checkProof(proof, utf8(`entry ${index}`), verifier)).ok
}

describe('where others are always first', () => {
  test('a proof is had from their heads, after one attempt of its own', async () => {
    await sequence(300)
    const { logStore, asked } = openBusy()
    const proof = await proveEntry(299, { logStore, logSigner, origin: ORIGIN })
    expect(await isProven(299, proof)).toBe(true)
    expect(asked.reads).toBe(2)
  })

  test('the head that is given has every entry of before, and does not wait for those that came in meanwhile', async () => {
    await sequence(700)
    const { logStore, asked } = openBusy()
    expect((await integrate({ logStore })).size).toBeGreaterThanOrEqual(700)
    expect(sequenced).toBeGreaterThan(700)
    expect(asked.reads).toBeLessThanOrEqual(4)
  })
})

test('a backlog of several steps is folded whole, and any entry of it proven', async () => {
  await sequence(1300)
  expect((await integrate(stores)).size).toBe(1300)
  for (const index of [0, 255, 256, 1299])
    expect([index, await isProven(index, await proveEntry(index, { ...stores, logSigner, origin: ORIGIN }))]).toEqual([
      index,
      true,
    ])
})
