/** A maker's record: what its two faces say, and what neither of them gives away. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bandOf } from '../../functions/actions/describe-maker-record.ts'
import { issueCertificate } from '../../functions/actions/issue.ts'
import { openKeyring } from '../../functions/actions/keyring.ts'
import type { Services } from '../../functions/actions/services.ts'
import { createApp } from '../../functions/app.ts'
import { openBuiltWorker } from '../support/built-worker.ts'
import { openMemoryStores } from '../support/memory-store.ts'
import { MAKER, makeServices, requestOf } from '../support/services.ts'
import { MAKER as DEMO_MAKER, issue, plain, type TestWorker } from '../support/worker.ts'

/** A registry whose clock stands still, with eight pieces, two for each of four customers; so many of these came back. */
async function openRegistry(cameBack: number): Promise<Services> {
  const { keyStore, ...stores } = openMemoryStores()
  const made = await makeServices({} as D1Database)
  const services = { ...made, ...stores, keyring: openKeyring({ ...made, keyStore }) }
  for (let at = 0; at < 8; at++) {
    const customer = Math.floor(at / 2)
    const soldOn = at % 2 === 1 && customer < cameBack ? '2026-11-12' : '2026-11-10'
    const request = requestOf(`design-${at}`, { customerRef: `C-000${customer}`, soldOn })
    const caller = { role: 'maker', maker: MAKER } as const
    const issued = await issueCertificate(request, `key-${at}-0123456789`, caller, services)
    if (!issued.ok) throw new Error(issued.error.detail)
  }
  return services
}

async function ask(services: Services, maker = MAKER): Promise<{ status: number; text: string }> {
  const answered = await createApp(async () => new Response(), services).request(`/api/makers/${maker}/record`)
  return { status: answered.status, text: await answered.text() }
}

describe('customers who came back', () => {
  test('are published from three on; of none, one and two the answers are the same, byte for byte', async () => {
    const answers: string[] = []
    for (const cameBack of [0, 1, 2, 3]) answers.push((await ask(await openRegistry(cameBack))).text)
    const [none = '', one, two, three = ''] = answers
    expect([one, two]).toEqual([none, none])
    expect(JSON.parse(none)).toEqual({
      maker: MAKER,
      certificates: { total: 8, live: 8, withdrawn: 0, replaced: 0 },
      designs: 8,
      first: '2026-11-22T03:00:00Z',
      last: '2026-11-22T03:00:00Z',
      repeatCustomers: { band: null, k: 3 },
      checkedAt: '2026-11-22T03:00:00Z',
    })
    expect(JSON.parse(three)).toEqual({ ...JSON.parse(none), repeatCustomers: { band: '3-10', k: 3 } })
  })

  test.each([
    [0, null],
    [2, null],
    [3, '3-10'],
    [10, '3-10'],
    [11, '11-30'],
    [30, '11-30'],
    [31, 'over-30'],
  ])('are told as a band: %i', (count, band) => expect(bandOf(count)).toBe(band))
})

describe('a catalogue that cannot be read', () => {
  const unread = (services: Services): Services => ({
    ...services,
    catalogue: { read: () => Promise.reject(new Error('no file')) },
  })

  test('takes nothing from the record of a maker with certificates, and makes no maker unknown', async () => {
    const services = unread(await openRegistry(0))
    expect((await ask(services)).status).toBe(200)
    expect((await ask(services, 'nobody')).status).toBe(500)
  })
})

describe('the record in the Worker', () => {
  let worker: TestWorker
  beforeAll(async () => {
    worker = await openBuiltWorker()
    for (const customerRef of ['C-1', 'C-2', 'C-3']) {
      for (const soldOn of ['2026-11-10', '2026-11-12']) await issue(worker, { customerRef, soldOn })
    }
    const code = plain((await issue(worker)).code)
    const body = { reason: 'returned' }
    await worker.ask('POST', `/api/certificates/${code}/revoke`, { token: worker.maker, body })
  })
  afterAll(() => worker.close())

  test('is read by any origin, and kept by no cache', async () => {
    const answered = await worker.ask('GET', `/api/makers/${DEMO_MAKER}/record`)
    expect(answered.headers.get('access-control-allow-origin')).toBe('*')
    expect(answered.headers.get('cache-control')).toBe('no-store')
    expect(await answered.json()).toMatchObject({
      certificates: { total: 7, live: 6, withdrawn: 1, replaced: 0 },
      repeatCustomers: { band: '3-10', k: 3 },
    })
  })

  test('has a page in each language, with and without a slash, that names no reference', async () => {
    const said = { '': 'Three to ten customers came back', '/id': 'Tiga sampai sepuluh pelanggan pernah kembali' }
    for (const [prefix, words] of Object.entries(said)) {
      for (const end of ['', '/']) {
        const answered = await worker.ask('GET', `${prefix}/makers/${DEMO_MAKER}/record${end}`)
        const html = await answered.text()
        expect([answered.status, answered.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
        expect(html).toContain(words)
        expect(html).not.toMatch(/C-[123]\b/)
      }
    }
  })

  test('is empty for a maker of the catalogue without certificates', async () => {
    const answered = await worker.ask('GET', '/api/makers/cap-oling-demo/record')
    expect(await answered.json()).toMatchObject({ certificates: { total: 0 }, designs: 0, first: null, last: null })
    const html = await (await worker.ask('GET', '/makers/cap-oling-demo/record')).text()
    expect(html).toContain('No piece of this maker has been certified yet.')
  })

  test('is not there for a maker that nobody knows', async () => {
    for (const name of ['nobody', 'Canting-Manggur-Demo', 'a'.repeat(400), '%27%20OR%201%3D1--']) {
      const answered = await worker.ask('GET', `/api/makers/${name}/record`)
      expect([name, answered.status, answered.headers.get('content-type')]).toEqual([
        name,
        404,
        'application/problem+json',
      ])
      expect([name, (await worker.ask('GET', `/makers/${name}/record`)).status]).toEqual([name, 404])
    }
    expect((await worker.ask('GET', `/zh/makers/${DEMO_MAKER}/record`)).status).toBe(404)
    const method = await worker.ask('POST', `/api/makers/${DEMO_MAKER}/record`)
    expect([method.status, method.headers.get('allow')]).toEqual([405, 'GET'])
  })

  test('is led to from the maker’s page and from the certificate', async () => {
    const { code } = await issue(worker)
    for (const page of [`/makers/${DEMO_MAKER}/`, `/en/v/${plain(code)}`]) {
      expect(await (await worker.ask('GET', page)).text()).toContain(`href="/makers/${DEMO_MAKER}/record"`)
    }
  })
})
