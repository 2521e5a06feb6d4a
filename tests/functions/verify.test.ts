import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBuiltWorker } from '../support/built-worker.ts'
import { decodeQr } from '../support/qr.ts'
import { issue, plain, type TestWorker, verify } from '../support/worker.ts'

let worker: TestWorker
beforeAll(async () => {
  worker = await openBuiltWorker()
})
afterAll(() => worker.close())

const revoke = (code: string, reason: string, token = worker.maker) =>
  worker.ask('POST', `/api/certificates/${code}/revoke`, { token, body: { reason } })

const page = async (path: string, headers: Record<string, string> = {}) => {
  const answered = await worker.ask('GET', path, { headers: { 'sec-fetch-mode': 'navigate', ...headers } })
  return { status: answered.status, headers: answered.headers, html: await answered.text() }
}

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The code with its symbol at `place` exchanged for the next one. */
function mistype(code: string, place: number): string {
  const next = SYMBOLS.charAt((SYMBOLS.indexOf(code.charAt(place)) + 1) % 32)
  return code.slice(0, place) + next + code.slice(place + 1)
}

describe('the verdict', () => {
  test('a revocation is what the very next scan says, on the page and as JSON', async () => {
    const { code } = await issue(worker)
    const revoked = await revoke(plain(code), 'returned')
    expect([revoked.status, await revoked.json()]).toMatchObject([
      200,
      { code, verdict: 'revoked', reason: 'returned' },
    ])
    const { status, report } = await verify(worker, code)
    expect(status).toBe(200)
    expect(report).toMatchObject({ verdict: 'revoked', act: { reason: 'returned', by: { role: 'maker' } } })
    expect(report).not.toHaveProperty('certificate')
    const { status: shown, html } = await page(`/v/${plain(code)}`)
    expect(shown).toBe(200)
    expect(html).toContain('Withdrawn')
    expect(html).toContain('the piece was returned')
    expect(html).not.toContain('a drip')
  })

  test('withdrawing again with the same reason gives the first answer, with another names it', async () => {
    const { code } = await issue(worker)
    const first = (await (await revoke(plain(code), 'returned')).json()) as { revokedAt: string }
    expect(await (await revoke(plain(code), 'returned', worker.curator)).json()).toEqual(first)
    const other = await revoke(plain(code), 'data-error')
    expect([other.status, await other.json()]).toMatchObject([409, { detail: expect.stringContaining('returned') }])
  })

  test('a withdrawn design can be certified again', async () => {
    const { code, credential } = await issue(worker)
    await revoke(plain(code), 'returned')
    const { design } = credential.credentialSubject
    expect((await issue(worker, { design })).code).not.toBe(code)
  })

  test('a code with one wrong symbol asks whether another was meant, whichever symbol it is', async () => {
    const { code } = await issue(worker)
    for (let place = 0; place < 12; place++) {
      const { status, report } = await verify(worker, mistype(plain(code), place))
      expect([status, report.verdict, report.suggestion]).toEqual([404, 'unknown-code', code])
    }
    const { status, html } = await page(`/v/${mistype(plain(code), 5)}`)
    expect([status, html.includes('Did you mean this code?'), html.includes(code)]).toEqual([404, true, true])
  })

  test('a code that was never issued is a 404 that says what to do about a forged label', async () => {
    const { status, html } = await page('/v/000000000000')
    expect(status).toBe(404)
    expect(html).toContain('never issued')
    expect(html).toContain('the label was not made by this registry')
    expect((await verify(worker, '000000000000')).report).not.toHaveProperty('suggestion')
  })

  test('text that is no code is a 404 that shows it as text', async () => {
    const { status, html } = await page(`/v/${encodeURIComponent('"><script>alert(1)</script>')}`)
    expect(status).toBe(404)
    // Inside a quoted attribute a less-than sign is only text.
    expect(html.replaceAll(/="[^"]*"/g, '')).not.toContain('<script')
    expect(html).toContain('&quot;&gt;&lt;script')
  })

  test.each([
    ['no language', (code: string) => `/v/${code}`, 'en'],
    ['capitals', (code: string) => `/V/${code}`, 'en'],
    ['English', (code: string) => `/en/v/${code}`, 'en'],
    ['Indonesian', (code: string) => `/id/v/${code}`, 'id'],
    ['Indonesian in capitals', (code: string) => `/id/V/${code}`, 'id'],
    ['small letters', (code: string) => `/v/${code.toLowerCase()}`, 'en'],
    ['hyphens', (code: string) => `/v/${code.replace(/(.{4})(?=.)/g, '$1-')}`, 'en'],
    ['spaces', (code: string) => `/v/${code.replace(/(.{4})(?=.)/g, '$1%20')}`, 'en'],
    ['a slash behind', (code: string) => `/v/${code}/`, 'en'],
    [
      'I, L and O for 1 and 0',
      (code: string) => `/v/${code.replace('1', 'l').replace('1', 'I').replaceAll('0', 'O')}`,
      'en',
    ],
  ])('the page answers at an address with %s', async (_, address, lang) => {
    const { code } = await issue(worker)
    const { status, html } = await page(address(plain(code)))
    expect([status, html.includes(code), html.includes(`<html lang="${lang}"`)]).toEqual([200, true, true])
  })

  test('Accept-Language chooses where the address does not, and the answer says that it varies', async () => {
    const { code } = await issue(worker)
    const indonesian = await page(`/v/${plain(code)}`, { 'accept-language': 'fr, id;q=0.8, en;q=0.5' })
    expect(indonesian.html).toContain('Catatan asli dan berlaku')
    expect(indonesian.headers.get('vary')).toContain('Accept-Language')
    expect((await page(`/en/v/${plain(code)}`, { 'accept-language': 'id' })).html).toContain('Genuine record')
  })

  test.each([
    ['/v', '/verify/'],
    ['/V', '/verify/'],
    ['/v/', '/verify/'],
    ['/id/v', '/id/verify/'],
    ['/v?code=7K2M%209XQ4', '/en/v/7K2M%209XQ4'],
  ])('%s leads to %s', async (from, to) => {
    const { status, headers } = await page(from)
    expect([status, headers.get('location')]).toEqual([303, to])
  })

  test('page and JSON say the same of the same certificate', async () => {
    const { code } = await issue(worker)
    const { report } = await verify(worker, code)
    const { html } = await page(`/v/${plain(code)}`)
    const { subject: piece } = report.certificate as {
      subject: { design: { name: string }; marks: { text: string }[] }
    }
    for (const text of ['Genuine record, current', code, piece.design.name, ...piece.marks.map(({ text }) => text)]) {
      expect(html).toContain(text)
    }
    expect((report.checks as { status: string }[]).map(({ status }) => status)).toEqual(Array(6).fill('valid'))
  })
})

describe('the credential and the QR', () => {
  test('the credential is served as application/vc to any origin', async () => {
    const { code, credential } = await issue(worker)
    const answered = await worker.ask('GET', `/api/certificates/${plain(code)}`)
    expect(answered.headers.get('content-type')).toBe('application/vc')
    expect(answered.headers.get('access-control-allow-origin')).toBe('*')
    expect(await answered.json()).toEqual(credential)
  })

  test('the QR is read back by an independent reader and leads to the configured host alone', async () => {
    const { code, qr } = await issue(worker)
    const svg = await (await fetch(qr)).text()
    const { text } = await decodeQr(svg)
    expect(text).toBe(`${worker.origin}/V/${plain(code)}`)
  })

  test('a size that the printer cannot print is refused with the least that it can', async () => {
    const { code } = await issue(worker)
    const refused = await worker.ask('GET', `/api/certificates/${plain(code)}/qr.svg?mm=5&dpi=203`)
    expect([refused.status, await refused.json()]).toMatchObject([422, { detail: expect.stringContaining('18 mm') }])
    expect((await worker.ask('GET', `/api/certificates/${plain(code)}/qr.svg?mm=x`)).status).toBe(422)
    expect((await worker.ask('GET', '/api/certificates/000000000000/qr.svg')).status).toBe(404)
  })
})
