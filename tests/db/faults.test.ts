/** Issuing, one or many, replacing, erasing, and ending keys while the database fails, before it has done its work or after. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Code, readCode } from '#core/certificate/code.ts'
import { importSigner, makePrivateKey } from '#core/certificate/keys.ts'
import { readLeaf } from '#core/certificate/status.ts'
import type { Result } from '#core/result.ts'
import { openD1Stores } from '../../db/store.ts'
import { actOnCertificate } from '../../functions/actions/act.ts'
import { issueCertificate } from '../../functions/actions/issue.ts'
import { issueBatch } from '../../functions/actions/issue-batch.ts'
import { openKeyring } from '../../functions/actions/keyring.ts'
import { markCompromised, retireKey } from '../../functions/actions/manage-keys.ts'
import type { Services } from '../../functions/actions/services.ts'
import { supersedeCertificate } from '../../functions/actions/supersede.ts'
import { checkLog } from '../support/check-log.ts'
import { openTestD1 } from '../support/d1.ts'
import { MAKER, makeServices, requestOf } from '../support/services.ts'
import { wrapD1 } from '../support/wrapped-d1.ts'

let d1: Awaited<ReturnType<typeof openTestD1>>
let sound: Services

const caller = { role: 'maker', maker: MAKER } as const
const countCertificates = async () =>
  (await d1.database.prepare('SELECT COUNT(*) AS n FROM certificate').first<number>('n')) ?? 0

/** Keys are one registry's: what a broken one signed must hold for the sound one, and the other way round. */
const breaking = (hand: Parameters<typeof wrapD1>[1]) => makeServices(wrapD1(d1.database, hand), sound)

type Work = (name: string, services: Services) => Promise<Result<object, { detail: string }>>

/** What is done under a name of its own, and how many certificates it adds. */
const works: Record<string, { adds: number; prepare(name: string): Promise<Work> }> = {
  'issuing one': {
    adds: 1,
    prepare: async () => (name, services) =>
      issueCertificate(requestOf(name), `key-${name}-0123456789`, caller, services),
  },
  'issuing five at once': {
    adds: 5,
    prepare: async () => (name, services) => {
      const row = (i: number) => ({ request: requestOf(`${name}-${i}`), idempotencyKey: `key-${name}-${i}-0123456789` })
      return issueBatch([0, 1, 2, 3, 4].map(row), caller, services)
    },
  },
  replacing: {
    adds: 1,
    prepare: async (name) => {
      const issued = await issueCertificate(requestOf(name), `key-${name}-first-0123456789`, caller, sound)
      const code = readCodeOf(issued)
      const supersession = { reason: 'data-error' as const, certificate: requestOf(name) }
      return (_, services) => supersedeCertificate(code, supersession, `key-${name}-0123456789`, caller, services)
    },
  },
  erasing: {
    adds: 0,
    prepare: async (name) => {
      const kept = { madeFor: { mode: 'private' as const, commitment: 'A'.repeat(43), sealed: 'A'.repeat(363) } }
      const issued = await issueCertificate(requestOf(name, kept), `key-${name}-first-0123456789`, caller, sound)
      const code = readCodeOf(issued)
      return async (_, services) => {
        const erased = await actOnCertificate(code, { act: 'erase' }, caller, services)
        // Acknowledged is erased: nothing of it is left, and the log says so once.
        if (erased.ok && code) await expectErased(code)
        return erased
      }
    },
  },
  'retiring a key': {
    adds: 0,
    // Another tag key, which no deployment signs with.
    prepare: async () => {
      const tagSigner = await importSigner(await makePrivateKey())
      await openKeyring({ ...sound, tagSigner, keyStore: openD1Stores(d1.database).keyStore }).refresh()
      return (_, services) => retireKey(tagSigner.kid, services)
    },
  },
  'marking a key as compromised': {
    adds: 0,
    prepare: async () => {
      const tagSigner = await importSigner(await makePrivateKey())
      await openKeyring({ ...sound, tagSigner, keyStore: openD1Stores(d1.database).keyStore }).refresh()
      return (_, services) => markCompromised(tagSigner.kid, 2, services)
    },
  },
}

async function expectErased(code: Code): Promise<void> {
  const { store } = sound
  expect(await store.findKept(code)).toEqual({ sealed: null, customerRef: null })
  const types = (await store.findCertificate(code))?.events.map(({ leaf }) => readLeaf(leaf)?.t)
  expect(types).toEqual(['issued', 'subject-erased'])
}

const readCodeOf = (issued: Awaited<ReturnType<typeof issueCertificate>>) => {
  const reading = readCode(issued.ok ? issued.value.code : '')
  return reading.kind === 'code' ? reading.code : null
}

let injected = 0

describe.each(Object.entries(works))(
  '%s, with any one call to the database made to fail',
  (what, { adds, prepare }) => {
    // A registry each: all keys that the others add would be read again at every call.
    beforeAll(async () => {
      d1 = await openTestD1()
      sound = await makeServices(d1.database)
    })
    afterAll(() => d1.close())

    test('loses nothing that was acknowledged, doubles nothing, and a retry gives the one answer', async () => {
      const rounds = process.env.ASLI_LONG ? 9 : 2
      for (let round = 0; round < rounds; round++) {
        for (const moment of ['before', 'after'] as const) {
          for (let failing = 0; ; failing++) {
            const name = `${what.replaceAll(' ', '-')}-${round}-${moment}-${failing}`
            const work = await prepare(name)
            const before = await countCertificates()
            let calls = 0
            const trip = () => {
              if (calls++ === failing) throw new Error('D1_ERROR: injected')
            }
            const broken = await work(name, await breaking({ [moment]: trip })).catch(() => null)
            const retried = await work(name, sound)
            const again = await work(name, sound)
            expect([retried.ok, again]).toEqual([true, retried])
            expect((await countCertificates()) - before).toBe(adds)
            // No call was left to fail: every one of them has been tried.
            if (broken) {
              expect(broken).toEqual(retried)
              break
            }
            injected++
          }
        }
        expect(await checkLog(d1.database)).toEqual([])
      }
    }, 300_000)
  },
)

test('enough faults were injected', () => {
  expect(injected).toBeGreaterThanOrEqual(process.env.ASLI_LONG ? 200 : 40)
})
