/** A product's status: by the day in Indonesia, from the build's file alone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Withheld } from '../../functions/actions/catalogue.ts'
import type { Services } from '../../functions/actions/services.ts'
import { createApp } from '../../functions/app.ts'
import { openBuiltWorker } from '../support/built-worker.ts'
import { makeServices } from '../support/services.ts'
import { PRODUCT, type TestWorker } from '../support/worker.ts'

/** No database: whoever asks it for anything fails. */
async function ask(slug: string, at: string, withheld: Withheld[] = []): Promise<Response> {
  const made = await makeServices({} as D1Database)
  const published = await made.catalogue.read()
  const services: Services = {
    ...made,
    catalogue: { read: async () => ({ ...published, withheld }) },
    now: () => new Date(at),
  }
  return createApp(async () => new Response(), services).request(`/api/products/${slug}/status`)
}

const left = (reason: string, until?: string): Withheld[] => [
  { slug: 'left', maker: 'm', reason, detail: 'the owner withdrew the consent', ...(until ? { until } : {}) },
]

describe('a product’s status', () => {
  test.each([
    ['2030-01-01T14:59:59Z', 'approved'],
    ['2030-01-01T15:00:00Z', 'expired'],
  ])('is judged by the day at UTC+9: %s', async (at, state) => {
    const answered = await ask('cloth', at)
    expect(await answered.json()).toEqual({ product: 'cloth', state, until: '2030-01-01', checkedAt: at })
  })

  test('is expired of what the build left out because its approval had ended', async () => {
    const answered = await ask('left', '2027-01-01T00:00:00Z', left('expired', '2026-12-01'))
    expect(await answered.json()).toMatchObject({ state: 'expired', until: '2026-12-01' })
  })

  test.each(['edited', 'consent-missing', 'maker-inactive', 'not-approved', 'curator-unknown'])(
    'is withdrawn of what was approved once, and never says why: %s',
    async (reason) => {
      const answered = await ask('left', '2027-01-01T00:00:00Z', left(reason, '2028-01-01'))
      const text = await answered.text()
      expect(JSON.parse(text)).toMatchObject({ state: 'withdrawn', until: null })
      expect(text).not.toMatch(/consent|reason|detail/)
    },
  )

  test.each(['not-curated', 'not-approved', 'demo'])(
    'is not there of what never was approved, as of what nobody knows: %s',
    async (reason) => {
      const [unknown, draft] = await Promise.all([
        ask('nobody', '2027-01-01T00:00:00Z'),
        ask('left', '2027-01-01T00:00:00Z', left(reason)),
      ])
      const bodyOf = async (answered: Response) => ({ ...((await answered.json()) as object), instance: '' })
      expect([unknown.status, draft.status]).toEqual([404, 404])
      expect(await bodyOf(draft)).toEqual(await bodyOf(unknown))
    },
  )
})

describe('the status in the Worker', () => {
  let worker: TestWorker
  beforeAll(async () => {
    worker = await openBuiltWorker()
  })
  afterAll(() => worker.close())

  test('is read by any origin, and kept by no cache', async () => {
    const answered = await worker.ask('GET', `/api/products/${PRODUCT}/status`)
    expect([answered.status, answered.headers.get('access-control-allow-origin')]).toEqual([200, '*'])
    expect(answered.headers.get('cache-control')).toBe('no-store')
    expect(await answered.json()).toMatchObject({ product: PRODUCT, until: '2028-04-05' })
  })

  test('refuses other methods, and names that there are not, with a problem', async () => {
    const method = await worker.ask('POST', `/api/products/${PRODUCT}/status`)
    expect([method.status, method.headers.get('allow')]).toEqual([405, 'GET'])
    for (const name of ['nobody', 'Batik', 'a'.repeat(400), '%27%20OR%201%3D1--', '__proto__']) {
      const answered = await worker.ask('GET', `/api/products/${name}/status`)
      expect([name, answered.status, answered.headers.get('content-type')]).toEqual([
        name,
        404,
        'application/problem+json',
      ])
    }
  })
})
