/** What has run out since a product's page was built, in a real browser: said in words, and only where it is known. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, openPage } from '../support/browser.ts'
import { openBuiltWorker } from '../support/built-worker.ts'
import type { TestWorker } from '../support/worker.ts'

const SLUG = 'instant-red-ginger-palm-sugar'
const PRINTED = 'Approved until 12 October 2027.'

let worker: TestWorker
let browser: Browser
beforeAll(async () => {
  worker = await openBuiltWorker()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await worker.close()
})

type Answer = object | 'nothing' | 'real'

/** The page as it stands once the registry has answered so; `asked` counts the questions. */
async function show(answer: Answer, { script = true, lang = '' } = {}) {
  const { page, complaints, context } = await openPage(browser, worker.origin, { script })
  let asked = 0
  await page.route('**/api/products/**', (route) => {
    asked++
    if (answer === 'real') return route.continue()
    return answer === 'nothing' ? route.abort() : route.fulfill({ json: { product: SLUG, ...answer } })
  })
  await page.goto(`${worker.origin}${lang}/products/${SLUG}/`, { waitUntil: 'networkidle' })
  const shown = { until: await page.innerText('#until'), attestations: await readAttestations(page) }
  await context.close()
  // A question that is cut off is an error of the network, which Chromium reports by itself.
  return { ...shown, asked, complaints: complaints.filter((text) => !text.includes('net::ERR_FAILED')) }
}

const readAttestations = (page: Page) =>
  page
    .locator('.attestations li')
    .evaluateAll((rows) =>
      rows.map((row) => `${row.querySelector('[data-dates]')?.textContent} ${row.classList.contains('expired')}`),
    )

const asPrinted = {
  until: PRINTED,
  attestations: ['until 31 May 2031 false', 'no end date stated false'],
  complaints: [],
}

describe('a product’s page', () => {
  test('asks once, and leaves the printed date where the approval holds', async () => {
    const answer = { state: 'approved', until: '2027-10-12', checkedAt: '2027-10-12T03:00:00Z' }
    expect(await show(answer)).toEqual({ ...asPrinted, asked: 1 })
  })

  test('takes the registry’s own answer', async () => {
    const { asked, complaints } = await show('real')
    expect([asked, complaints]).toEqual([1, []])
  })

  test.each([
    ['', 'Its approval ended on 12 October 2027.'],
    ['/id', 'Persetujuannya berakhir pada 12 Oktober 2027.'],
  ])('says in words that the approval has ended since it was built: %s', async (lang, words) => {
    const answer = { state: 'expired', until: '2027-10-12', checkedAt: '2027-10-13T03:00:00Z' }
    expect(await show(answer, { lang })).toMatchObject({ until: words, asked: 1, complaints: [] })
  })

  test('says that the product was withdrawn', async () => {
    const { until } = await show({ state: 'withdrawn', until: null, checkedAt: '2027-01-01T03:00:00Z' })
    expect(until).toBe('It has been withdrawn since this page was written.')
  })

  test('greys an attestation from the day after its last, in words too, by the registry’s clock', async () => {
    const on = (checkedAt: string) => show({ state: 'expired', until: '2027-10-12', checkedAt })
    expect((await on('2031-05-31T14:59:59Z')).attestations[0]).toBe('until 31 May 2031 false')
    expect((await on('2031-05-31T15:00:00Z')).attestations).toEqual([
      'expired on 31 May 2031 true',
      'no end date stated false',
    ])
  })

  test.each<[string, Answer, boolean, number]>([
    ['nothing answers', 'nothing', true, 1],
    ['the answer is of another shape', { state: 'constructor' }, true, 1],
    ['there is no JavaScript', 'real', false, 0],
  ])('keeps what is printed where %s', async (_, answer, script, asked) => {
    expect(await show(answer, { script })).toEqual({ ...asPrinted, asked })
  })
})
