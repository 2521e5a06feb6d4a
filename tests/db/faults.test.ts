/** Issuing while the database fails, before it has done its work or after. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { issueCertificate } from '../../functions/actions/issue.ts'
import { checkLog } from '../support/check-log.ts'
import { openTestD1 } from '../support/d1.ts'
import { MAKER, makeServices, requestOf } from '../support/services.ts'
import { wrapD1 } from '../support/wrapped-d1.ts'

let d1: Awaited<ReturnType<typeof openTestD1>>
beforeAll(async () => {
  d1 = await openTestD1()
})
afterAll(() => d1.close())

const caller = { role: 'maker', maker: MAKER } as const
const countCertificates = () => d1.database.prepare('SELECT COUNT(*) AS n FROM certificate').first<number>('n')

describe('issuing, with any one call to the database made to fail', () => {
  test('loses nothing that was acknowledged, doubles nothing, and a retry gives the one answer', async () => {
    const rounds = process.env.ASLI_LONG ? 25 : 4
    let injected = 0
    let issued = 0
    for (let round = 0; round < rounds; round++) {
      for (const moment of ['before', 'after'] as const) {
        for (let failing = 0; ; failing++) {
          let calls = 0
          const trip = () => {
            if (calls++ === failing) throw new Error('D1_ERROR: injected')
          }
          const services = await makeServices(wrapD1(d1.database, { [moment]: trip }))
          const key = `key-${round}-${moment}-${failing}-0123456789`
          const request = requestOf(`design-${round}-${moment}-${failing}`)
          const broken = await issueCertificate(request, key, caller, services).catch(() => null)
          issued++
          if (broken) {
            // No call was left to fail: every one of them has been tried.
            expect(broken.ok).toBe(true)
            break
          }
          injected++
          const retried = await issueCertificate(request, key, caller, services)
          const again = await issueCertificate(request, key, caller, services)
          expect([retried.ok, again]).toEqual([true, retried])
        }
      }
      expect(await countCertificates()).toBe(issued)
      expect(await checkLog(d1.database)).toEqual([])
    }
    expect(injected).toBeGreaterThanOrEqual(process.env.ASLI_LONG ? 200 : 32)
  }, 300_000)
})
