/** The printing pages as a browser without JavaScript gets them: sheets, refusals, forms. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBuiltWorker } from '../support/built-worker.ts'
import { issue, plain, type TestWorker } from '../support/worker.ts'

let worker: TestWorker
let live: string[]
let revoked: string
beforeAll(async () => {
  worker = await openBuiltWorker()
  live = [plain((await issue(worker)).code), plain((await issue(worker)).code)]
  revoked = plain((await issue(worker)).code)
  await worker.ask('POST', `/api/certificates/${revoked}/revoke`, { token: worker.maker, body: { reason: 'returned' } })
})
afterAll(() => worker.close())

const dashed = (code: string) => code.replace(/(.{4})(?=.)/g, '$1-')
const wrongLast = (code: string) => code.slice(0, 11) + (code.endsWith('0') ? '1' : '0')

async function open(path: string) {
  const answered = await worker.ask('GET', path, { headers: { 'sec-fetch-mode': 'navigate' } })
  const html = await answered.text()
  const words = html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll('\u2011', '-')
  return { answered, html, words, sheets: html.match(/class="paper /g)?.length ?? 0 }
}

/** Nothing but the list of problems: no QR, no sheet, no claim. */
async function expectRefused(path: string, sentence: string) {
  const { answered, html, words, sheets } = await open(path)
  expect([answered.status, sheets, words]).toEqual([422, 0, expect.stringContaining(sentence)])
  expect(html).not.toMatch(/class="qr"|Manggur Uji|Canting/)
}

describe('/print/tags', () => {
  test('shows a tag for each code, with code, host, design and edition, and a QR of at least 18 mm', async () => {
    const { answered, html, words, sheets } = await open(`/print/tags?codes=${live.join(',')}`)
    expect([answered.status, sheets]).toEqual([200, 1])
    const { host } = new URL(worker.origin)
    for (const code of live) expect(words).toContain(`${dashed(code)} check at ${host}/v`)
    expect(words.match(/Manggur Uji 1 of 1 · Demo/g)).toHaveLength(2)
    const widths = [...html.matchAll(/class="qr" viewBox="0 0 37 37" width="([\d.]+)mm" height="\1mm"/g)].map(Number)
    expect(widths).toHaveLength(2)
    expect(words).toContain('This line is 50 mm long.')
    expect(words).toContain('Each QR is 21.9 mm wide: 7 dots of a 300 dpi printer to every square of it.')
  })

  test('is neither stored nor listed, has no script and no style of its own, and keeps the query in the other language', async () => {
    const { answered, html } = await open(`/print/tags?codes=${live[0]}&dpi=203`)
    expect(answered.headers.get('cache-control')).toBe('no-store')
    expect(answered.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(html).toContain('<meta name="robots" content="noindex"')
    expect(html).not.toMatch(/<script|<style|\sstyle=/)
    expect(html).toContain(`href="/id/print/tags?codes=${live[0]}&amp;dpi=203"`)
  })

  test('speaks Indonesian under /id/, English under /en/, and is not there under anything else', async () => {
    const { host } = new URL(worker.origin)
    expect((await open(`/id/print/tags?codes=${live[0]}`)).words).toContain(`periksa di ${host}/v`)
    expect((await open(`/en/print/tags?codes=${live[0]}`)).words).toContain(`check at ${host}/v`)
    expect((await open(`/xx/print/tags?codes=${live[0]}`)).answered.status).toBe(404)
    expect((await open('/print/posters')).answered.status).toBe(404)
    expect((await worker.ask('POST', '/print/tags')).status).toBe(405)
  })

  test('reads codes as people write them, and prints each once', async () => {
    const [one = '', two = ''] = live
    const typed = `${dashed(one).toLowerCase()}\r\n ${one.replace(/(.{4})/g, '$1 ')} ,${two} ${dashed(two)};\n\n`
    const { html } = await open(`/print/tags?codes=${encodeURIComponent(typed)}`)
    expect(html.match(/class="qr"/g)).toHaveLength(2)
  })

  test('shows a form without JavaScript where no code is given', async () => {
    for (const query of ['', '?codes=', '?codes=%20,%0A;', '?dpi=600']) {
      const { answered, html, sheets } = await open(`/print/tags${query}`)
      expect([answered.status, sheets]).toEqual([200, 0])
      expect(html).toMatch(/<form action="\/print\/tags" method="get"/)
      expect(html).toMatch(/<textarea[^>]*name="codes"/)
    }
    expect((await open('/print/tags?dpi=600')).html).toMatch(/<option value="600" selected/)
    expect((await open('/id/print/tags')).html).toMatch(/<form action="\/id\/print\/tags" method="get"/)
  })

  test('refuses a whole list for one wrong code, names each with its mend, and keeps what was typed', async () => {
    const [one = '', two = ''] = live
    const wrong = [wrongLast(one), '000000000000', 'ABC', revoked]
    const { answered, html, words, sheets } = await open(`/print/tags?dpi=203&mm=20&codes=${[...wrong, two].join(',')}`)
    expect([answered.status, sheets]).toEqual([422, 0])
    expect(words).toContain(`“${wrongLast(one)}” is mistyped. Did you mean ${dashed(one)}?`)
    expect(words).toContain('No certificate of this registry has the code 0000-0000-0000: compare it')
    expect(words).toContain('“ABC” is not a code: a code has twelve letters and digits.')
    expect(words).toContain(`The certificate ${dashed(revoked)} is withdrawn: take it out.`)
    expect(html).toContain(`href="/en/v/${revoked}"`)
    expect(html).not.toContain('class="qr"')
    expect(html).toContain(`>${[...wrong, two].join('\n')}</textarea>`)
    expect(html).toMatch(/<option value="203" selected/)
    expect(html).toMatch(/name="mm"[^>]*value="20"/)
  })

  test('offers no correction that was never issued', async () => {
    await expectRefused(`/print/tags?codes=${wrongLast('000000000000')}`, '“000000000001” is not a code')
  })

  test('refuses a width that the printer cannot print, with the least size, and one that the tag has no room for', async () => {
    const at = (query: string) => `/print/tags?codes=${live[0]}&${query}`
    await expectRefused(at('dpi=203&mm=17'), 'At 203 dpi this QR needs at least 18 mm; 17 mm was asked for.')
    await expectRefused(at('dpi=100&mm=26'), 'At 100 dpi this QR needs at least 29 mm; 26 mm was asked for.')
    await expectRefused(at('dpi=100'), 'At 100 dpi this QR would be 28.2 mm wide, and there is room for 26 mm')
    await expectRefused(at('mm=40'), 'there is room for 26 mm')
    expect((await open(at('dpi=203&mm=18'))).words).toContain('Each QR is 18.5 mm wide: 4 dots of a 203 dpi printer')
  })

  test('refuses options that are none, and more than 96 codes', async () => {
    const at = (query: string) => `/print/tags?codes=${live[0]}&${query}`
    for (const dpi of ['x', '0', '71', '2401', '300.5', '1e9'])
      await expectRefused(at(`dpi=${dpi}`), 'The printer’s dpi')
    for (const mm of ['x', '0', '-1', '501']) await expectRefused(at(`mm=${mm}`), 'The width of the QR')
    await expectRefused(at('paper=a5'), 'The paper is none of a6, a4 and fold')
    const many = Array.from({ length: 97 }, (_, at) => `CODE${at}`).join(',')
    await expectRefused(`/print/tags?codes=${many}`, 'There are 97 codes; at most 96 can be printed at a time.')
  })

  test('writes what was typed as text, never as markup', async () => {
    const hostile = '</textarea><script>alert(1)</script>"'
    const { html } = await open(`/print/tags?codes=${encodeURIComponent(hostile)}&mm=${encodeURIComponent('"><b>')}`)
    expect(html).not.toMatch(/<script>|"><b>/)
    expect(html).toContain('&lt;script&gt;')
    expect(html).toContain('value="&quot;><b>"')
  })
})

test.each(['/print/posters', '/fr/print/tags', '/id/print/x?codes='])('%s is not found, in words', async (path) => {
  const answered = await worker.ask('GET', path)
  expect([answered.status, (await answered.text()).includes('<h1')]).toEqual([404, true])
})

describe('/print/cards', () => {
  test('shows the maker’s statement, the facts, the code, a QR of at least 25 mm, and what its signature proves', async () => {
    const { html, words } = await open(`/print/cards?codes=${live[0]}`)
    const { host } = new URL(worker.origin)
    const statement =
      'Canting Manggur Demo states that “Manggur Uji” was made only for, and sold only to, one customer on 10 November 2026.'
    const facts =
      'Maker Canting Manggur Demo Product Hand-drawn batik cloth “Manggur”, natural dye Design Manggur Uji Edition 1 of 1'
    expect(words).toContain(statement)
    expect(words).toContain(facts)
    expect(words).toContain('Made 1 November 2026 Sold 10 November 2026 Recorded')
    expect(words).toContain(`${dashed(live[0] ?? '')} check at ${host}/v The QR carries this registry’s signature.`)
    expect(words).toMatch(/issued this code on \d+ \w+ 20\d\d \(UTC\), and no more/)
    expect(words).toContain('Demo: maker and piece are invented')
    const [, width = '0'] = /class="qr" viewBox="0 0 (?:49|53) (?:49|53)" width="([\d.]+)mm"/.exec(html) ?? []
    expect(Number(width)).toBeGreaterThanOrEqual(25)
  })

  test('stand one a page of A6, or four a page of A4', async () => {
    const codes = live.join(',')
    expect((await open(`/print/cards?codes=${codes}`)).sheets).toBe(2)
    expect((await open(`/print/cards?codes=${codes}&paper=a4`)).sheets).toBe(1)
  })

  test('are refused for a withdrawn certificate, and for a QR below 25 mm', async () => {
    await expectRefused(`/id/print/cards?codes=${live[0]},${revoked}`, `Sertifikat ${dashed(revoked)} sudah dicabut`)
    await expectRefused(`/print/cards?codes=${live[0]}&mm=20`, 'needs at least 25 mm; 20 mm was asked for.')
  })

  test('are refused for a record that does not match its signature, and the operator is alerted', async () => {
    const altered = plain((await issue(worker)).code)
    for (const name of ['certificate_is_signed', 'certificate_is_kept'])
      await worker.database.prepare(`DROP TRIGGER ${name}`).run()
    await worker.database
      .prepare(`UPDATE certificate SET credential = replace(credential, 'Manggur Uji', 'Manggur Aku') WHERE code = ?`)
      .bind(altered)
      .run()
    for (const form of ['cards', 'tags']) {
      const sentence = `The record of ${dashed(altered)} does not match its signature`
      await expectRefused(`/print/${form}?codes=${altered}`, sentence)
    }
    expect(worker.alerts()).toContainEqual(expect.objectContaining({ alert: 'record-altered', code: altered }))
  })
})
