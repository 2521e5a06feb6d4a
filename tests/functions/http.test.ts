import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { securityHeaders } from '../../functions/headers.ts'
import { problemKinds } from '../../functions/problem-kinds.ts'
import { openBuiltWorker } from '../support/built-worker.ts'
import { issue, plain, type TestWorker } from '../support/worker.ts'

let worker: TestWorker
let code: string
beforeAll(async () => {
  worker = await openBuiltWorker()
  code = plain((await issue(worker)).code)
})
afterAll(() => worker.close())

describe('headers', () => {
  test('static files and live answers carry the same security headers', () => {
    const block = readFileSync('site/public/_headers', 'utf8')
    for (const [name, value] of Object.entries(securityHeaders)) expect(block).toContain(`${name}: ${value}`)
  })

  test('every response carries them: pages, live pages, refusals, redirects, data', async () => {
    const paths = [
      '/',
      '/id/',
      '/products/',
      '/no-such-page',
      '/v',
      `/v/${code}`,
      '/v/000000000000',
      `/api/verify/${code}`,
    ]
    const more = [
      `/api/certificates/${code}`,
      `/api/certificates/${code}/qr.svg`,
      '/api/nothing',
      '/api/openapi.json',
      '/published.json',
    ]
    for (const path of [...paths, ...more]) {
      const { headers } = await worker.ask('GET', path)
      for (const name of Object.keys(securityHeaders)) expect([path, name, headers.get(name)]).not.toContain(null)
    }
  })

  test('refusals carry them, too: 401, 405, 413', async () => {
    const refusals = [
      await worker.ask('POST', '/api/certificates'),
      await worker.ask('PUT', '/api/certificates'),
      await worker.ask('DELETE', `/v/${code}`),
      await worker.ask('POST', `/api/certificates/${code}/revoke`, { token: worker.maker, body: 'x'.repeat(20_000) }),
    ]
    expect(refusals.map(({ status }) => status)).toEqual([401, 405, 405, 413])
    for (const { headers } of refusals) {
      for (const name of Object.keys(securityHeaders)) expect([name, headers.get(name)]).not.toContain(null)
    }
  })

  test('what the build left for the Worker is answered to nobody else', async () => {
    const answered = await worker.ask('GET', '/published.json')
    expect([answered.status, answered.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
    expect(await answered.text()).not.toContain('withheld')
  })

  test('a browser gets a page for a failure, a program a problem document', async () => {
    const page = await worker.ask('POST', `/id/v/${code}`)
    expect([page.status, page.headers.get('content-type')]).toEqual([405, 'text/html; charset=utf-8'])
    expect(await page.text()).toContain('<html lang="id"')
  })

  test('live answers are never stored; a QR is for ever', async () => {
    for (const path of [`/v/${code}`, `/api/verify/${code}`, `/api/certificates/${code}`, '/api/nothing']) {
      expect((await worker.ask('GET', path)).headers.get('cache-control')).toBe('no-store')
    }
    expect((await worker.ask('GET', `/api/certificates/${code}/qr.svg`)).headers.get('cache-control')).toContain(
      'immutable',
    )
  })

  test('a forwarded host and unknown parameters change nothing of what is written', async () => {
    // The day as well: at midnight it is another a moment later.
    const strip = (html: string) => html.replace(/\d+ \w+ \d{4}, \d\d:\d\d:\d\d/g, '')
    const plainPage = strip(await (await worker.ask('GET', `/en/v/${code}`)).text())
    const probed = await worker.ask('GET', `/en/v/${code}?utm_source=x`, {
      headers: { 'x-forwarded-host': 'evil.example' },
    })
    expect(strip(await probed.text())).toBe(plainPage)
    expect(plainPage).not.toContain('evil.example')
  })
})

describe('problems', () => {
  test('what the API does not have is a problem, and so is a method that it does not take', async () => {
    const missing = await worker.ask('GET', '/api/nothing')
    expect([missing.status, missing.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
    const method = await worker.ask('PUT', '/api/certificates')
    expect([method.status, method.headers.get('allow')]).toEqual([405, 'POST'])
    expect((await worker.ask('POST', `/v/${code}`)).status).toBe(405)
  })

  test('every kind of problem is a page in both languages', async () => {
    for (const [slug, { title }] of Object.entries(problemKinds)) {
      expect(await (await worker.ask('GET', `/problems/${slug}/`)).text()).toContain(title.en)
      expect(await (await worker.ask('GET', `/id/problems/${slug}/`)).text()).toContain(title.id)
    }
  })
})
