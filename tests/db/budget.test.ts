/** What an issue costs in D1's own count of rows. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Code, readCode } from '#core/certificate/code.ts'
import { SLOT_RANDOM_BYTES } from '#core/certificate/status-list.ts'
import { actOnCertificate } from '../../functions/actions/act.ts'
import { describeStatusList } from '../../functions/actions/describe-status-list.ts'
import { issueCertificate } from '../../functions/actions/issue.ts'
import { integrate } from '../../functions/actions/log.ts'
import type { Services } from '../../functions/actions/services.ts'
import { verifyTyped } from '../../functions/actions/verify.ts'
import { openTestD1 } from '../support/d1.ts'
import { MAKER, makeServices, requestOf } from '../support/services.ts'
import { wrapD1 } from '../support/wrapped-d1.ts'

let d1: Awaited<ReturnType<typeof openTestD1>>
/** Whose keys the log has. */
let registry: Services
beforeAll(async () => {
  d1 = await openTestD1()
  registry = await makeServices(d1.database)
})
afterAll(() => d1.close())

const caller = { role: 'maker', maker: MAKER } as const
const madeFor = { mode: 'private' as const, commitment: 'A'.repeat(43), sealed: 'A'.repeat(363) }
const upTo = (most: number) => (rows: number) => rows <= most
const count = { read: 0, written: 0 }

function countRows(results: D1Result[]): void {
  for (const { meta } of results) {
    count.read += meta.rows_read
    count.written += meta.rows_written
  }
}

/** Draws each slot of the status list once: one that is taken would be another try, with rows of its own. */
function withSlots(services: Services): Services {
  let drawn = 0
  const random = (length: number) =>
    length === SLOT_RANDOM_BYTES ? Uint8Array.of(0, drawn >> 8, drawn++) : services.random(length)
  return { ...services, random }
}

describe('the rows of an uncontended issue', () => {
  test('are at most 12 written, 14 with a new design, and 15 read', async () => {
    // Past the first tile, so that the tree has two levels: the log takes any text, and only issuing is counted.
    const seed = `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 299)
      INSERT INTO event SELECT i, 'x' || i, NULL, 'curator', 'x' || i, '{}' FROM n`
    await d1.database.prepare(seed).run()
    const services = withSlots(await makeServices(wrapD1(d1.database, { after: countRows }), registry))
    // The keys are read once an isolate.
    await services.keyring.current()
    await integrate(services)
    for (let i = 0; i < 8; i++) {
      // The index of a maker's customers is one more row.
      const kept = i % 2 ? { madeFor, customerRef: 'C-0012' } : {}
      Object.assign(count, { read: 0, written: 0 })
      const issued = await issueCertificate(requestOf(`design-${i}`, kept), `key-${i}-0123456789`, caller, services)
      expect([issued.ok, count.written <= 14, count.read <= 15, { ...count }]).toEqual([
        true,
        true,
        true,
        expect.anything(),
      ])

      const reading = readCode(issued.ok ? issued.value.code : '')
      const code = reading.kind === 'code' ? reading.code : null
      await actOnCertificate(code, { act: 'revoke', reason: 'returned' }, caller, services)
      Object.assign(count, { read: 0, written: 0 })
      const again = await issueCertificate(requestOf(`design-${i}`, kept), `key-${i}-again-01234`, caller, services)
      expect([again.ok, count.written <= 12, count.read <= 15, { ...count }]).toEqual([
        true,
        true,
        true,
        expect.anything(),
      ])
    }
  }, 120_000)
})

describe('the rows of a sheet of tags', () => {
  test('are six read a certificate, however long the log is, by one statement', async () => {
    let statements = 0
    const services = await makeServices(
      wrapD1(d1.database, {
        after: (results) => {
          statements += results.length
          countRows(results)
        },
      }),
      registry,
    )
    const codes: Code[] = []
    for (let i = 0; i < 24; i++) {
      const issued = await issueCertificate(requestOf(`tag-${i}`), `tag-${i}-0123456789ab`, caller, services)
      const reading = readCode(issued.ok ? issued.value.code : '')
      if (reading.kind === 'code') codes.push(reading.code)
    }
    statements = 0
    Object.assign(count, { read: 0, written: 0 })
    expect(await services.store.findCertificates(codes)).toHaveLength(24)
    expect([statements, count.read <= 24 * 6, { ...count }]).toEqual([1, true, expect.anything()])
  })
})

describe('the rows of what anyone may ask', () => {
  const measure = async (work: (services: Services) => Promise<unknown>) => {
    const services = await makeServices(wrapD1(d1.database, { after: countRows }), kept)
    await services.keyring.current()
    Object.assign(count, { read: 0, written: 0 })
    await work(services)
    return { ...count }
  }
  let kept: Services
  let codes: Code[]
  beforeAll(async () => {
    // A registry of its own, since the one above has been seeded with entries that are none.
    await d1.close()
    d1 = await openTestD1()
    kept = await makeServices(d1.database)
    codes = []
    for (let i = 0; i < 30; i++) {
      const issued = await issueCertificate(requestOf(`asked-${i}`), `asked-${i}-0123456789`, caller, kept)
      const reading = readCode(issued.ok ? issued.value.code : '')
      if (reading.kind === 'code') codes.push(reading.code)
    }
    for (const code of codes.slice(0, 3))
      await actOnCertificate(code, { act: 'revoke', reason: 'returned' }, caller, kept)
  }, 60_000)

  test('are at most four read for a verdict, and five where something was done', async () => {
    const [revoked, current] = [codes[0], codes[5]] as [Code, Code]
    expect(await measure((services) => verifyTyped(current, services))).toEqual({
      read: expect.toSatisfy(upTo(4)),
      written: 0,
    })
    expect(await measure((services) => verifyTyped(revoked, services))).toEqual({
      read: expect.toSatisfy(upTo(5)),
      written: 0,
    })
  })

  test('are as many read for a status list as it has marks, and the head', async () => {
    const list = (services: Services) => describeStatusList('revocation', 0, services)
    expect(await measure(list)).toEqual({ read: expect.toSatisfy(upTo(3 + 1)), written: 0 })
  })

  test('are as many read for the list of keys as the log has entries about keys', async () => {
    expect(await measure((services) => services.keyring.refresh())).toEqual({
      read: expect.toSatisfy(upTo(3)),
      written: 0,
    })
  })

  test('are at most nine written for an erasure', async () => {
    const request = requestOf('asked-erased', { madeFor, customerRef: 'C-0012' })
    const issued = await issueCertificate(request, 'asked-erased-0123456789', caller, kept)
    const reading = readCode(issued.ok ? issued.value.code : '')
    const code = reading.kind === 'code' ? reading.code : null
    const { written } = await measure((services) => actOnCertificate(code, { act: 'erase' }, caller, services))
    expect(written).toSatisfy(upTo(9))
  })
})
