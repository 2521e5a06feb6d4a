/** The owner's link in a real browser: the name in any script, and every way in which it cannot be shown. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, openPage, type Watched } from '../support/browser.ts'
import { openBuiltWorker } from '../support/built-worker.ts'
import { issueSealed, type Sealed, sealUnder } from '../support/sealed.ts'
import type { TestWorker } from '../support/worker.ts'

let worker: TestWorker
let browser: Browser
let owned: Sealed
beforeAll(async () => {
  worker = await openBuiltWorker()
  browser = await openBrowser()
  owned = await issueSealed(worker, 'Ibu Sari Wulandari')
})
afterAll(async () => {
  await browser.close()
  await worker.close()
})

const NAME = '#made-for bdi'
const NOTE = '#made-for p:last-child'
const WITHOUT = 'Made for one customer; only they can show the name.'
const openScript = (width = 360) => openPage(browser, worker.origin, { width, script: true })

/** The words under the maker's statement, once the script has said its last. */
async function readPlace(page: Page): Promise<string> {
  await page.waitForFunction((note) => !document.querySelector(note)?.textContent?.includes('…'), NOTE)
  return (await page.innerText('#made-for')).replace(/\s+/g, ' ')
}

/** What the page says for this link, and what it complained of. */
async function show(link: string, prepare: (watched: Watched) => unknown = () => {}) {
  const watched = await openScript()
  await prepare(watched)
  await watched.page.goto(link)
  const words = await readPlace(watched.page)
  const name = await watched.page.locator(NAME).isVisible()
  await watched.context.close()
  return { words, name, complaints: watched.complaints, strangers: watched.strangers }
}

const inLanguage = (link: string, lang: string) => link.replace('/v/', `/${lang}/v/`)
const withFragment = (fragment: string) => `${worker.origin}/en/v/${owned.code}${fragment}`

describe('the owner’s link', () => {
  test.each([
    ['Latin', 'Ibu Sari Wulandari', 'ltr'],
    ['Latin with marks that are put together', 'Nguye\u0302\u0303n Thi\u0323 Mai', 'ltr'],
    ['Arabic', 'السيّدة فاطمة بنت أحمد', 'rtl'],
    ['Chinese', '陳美玲女士', 'ltr'],
    ['Javanese', 'ꦤꦶꦩꦱ꧀ꦫꦠꦸ', 'ltr'],
    ['emoji', 'Keluarga 👩🏽‍🎨👨‍👩‍👧', 'ltr'],
    ['what looks like markup', '<img src=x onerror="document.title=1">', 'ltr'],
  ])('shows a name in %s, as it was sealed', async (_, typed, direction) => {
    const { owner, name } = await issueSealed(worker, typed)
    const { page, complaints, strangers, context } = await openScript(320)
    await page.goto(inLanguage(owner, 'en'))
    await page.locator(NAME).waitFor()
    expect(await page.locator(NAME).textContent()).toBe(name)
    expect(await page.locator(NAME).evaluate((bdi) => getComputedStyle(bdi).direction)).toBe(direction)
    expect(await page.innerText('#made-for')).toMatch(/^Made for\s/)
    expect(await page.innerText('#made-for')).not.toContain(WITHOUT)
    expect(await page.title()).toContain('Genuine record')
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    expect([complaints, strangers]).toEqual([[], []])
    await context.close()
  })

  test('is the same in the other language, and stays so over a reload and a step back', async () => {
    const { page, context } = await openScript()
    await page.goto(owned.owner)
    await page.locator(NAME).waitFor()
    await page.locator('a.language').click()
    await page.locator(NAME).waitFor()
    expect([await page.locator('html').getAttribute('lang'), await page.locator(NAME).innerText()]).toEqual([
      'id',
      owned.name,
    ])
    expect(await page.innerText('#made-for')).toMatch(/^Dibuat untuk\s/)
    for (const again of [() => page.reload(), () => page.goBack()]) {
      await again()
      await page.locator(NAME).waitFor()
      expect(await page.locator(NAME).innerText()).toBe(owned.name)
    }
    // A link within the page takes the fragment's place, and takes no name away.
    await page.locator('a[href="#compare"]').click()
    expect(await page.locator(NAME).innerText()).toBe(owned.name)
    await context.close()
  })

  test('is opened where it is pasted into a page that is open already', async () => {
    const { page, context } = await openScript()
    await page.goto(withFragment(''))
    expect(await page.innerText('#made-for')).toContain(WITHOUT)
    await page.goto(withFragment(new URL(owned.owner).hash.toLowerCase()))
    await page.locator(NAME).waitFor()
    expect(await page.locator(NAME).innerText()).toBe(owned.name)
    await context.close()
  })

  test('never sends what stands behind the #, in no address and no header', async () => {
    const { page, context } = await openScript()
    const asked: string[] = []
    page.on('request', async (request) => {
      asked.push(JSON.stringify([request.url(), await request.allHeaders().catch(() => ({})), request.postData()]))
    })
    await page.goto(owned.owner)
    await page.locator(NAME).waitFor()
    await page.locator('a.language').click()
    await page.locator(NAME).waitFor()
    // Away to another page of the site, which a Referer would tell.
    await page.locator('#stated + section + section a').first().click()
    await page.waitForLoadState()
    const secret = new URL(owned.owner).hash.slice(3)
    expect(asked.length).toBeGreaterThan(6)
    expect(
      asked.filter((one) => one.includes(secret) || one.includes('Wulandari') || /"referer":"[^"]/i.test(one)),
    ).toEqual([])
    await context.close()
  })
})

describe('without a link', () => {
  test.each([
    ['JavaScript off', (one: Sealed) => one.owner, false],
    ['no fragment', (one: Sealed) => one.owner.replace(/#.*/, ''), true],
    ['a card’s fragment', (one: Sealed) => one.owner.replace(/#.*/, `#s=${'1'.repeat(167)}`), true],
  ] as [string, (one: Sealed) => string, boolean][])(
    '%s: the page is complete, and asks for nothing',
    async (_, linkOf, script) => {
      const { page, complaints, context } = await openPage(browser, worker.origin, { script })
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      await page.goto(inLanguage(linkOf(owned), 'en'), { waitUntil: 'networkidle' })
      expect(await page.innerText('#made-for')).toMatch(
        /^Made for one customer; only they can show the name\.\s+Their own link shows it here, in a browser with JavaScript/,
      )
      expect(await page.locator(NAME).isVisible()).toBe(false)
      expect([asked.filter((url) => url.includes('/sealed')), complaints]).toEqual([[], []])
      await context.close()
    },
  )
})

describe('a link that shows no name says why', () => {
  test('where it is cut or mistyped', async () => {
    for (const fragment of ['#o=', '#o=ABC', new URL(owned.owner).hash.slice(0, -1)]) {
      const { words, name } = await show(withFragment(fragment))
      expect([name, words]).toEqual([
        false,
        expect.stringMatching(/only they can show the name\. This owner’s link is cut/),
      ])
    }
  })

  test('where it belongs to another piece', async () => {
    const other = await issueSealed(worker, 'Pak Joko')
    const { words, name } = await show(withFragment(new URL(other.owner).hash))
    expect([name, words]).toEqual([false, expect.stringContaining('does not open the name of this certificate')])
  })

  test('where the name that opens is not the one that was signed', async () => {
    const sealed = sealUnder(owned.commitment, 'Ibu Dewi', owned.secret)
    const { words, name } = await show(withFragment(new URL(owned.owner).hash), ({ page }) =>
      page.route('**/sealed', (route) =>
        route.fulfill({ json: { code: owned.code, commitment: owned.commitment, sealed } }),
      ),
    )
    expect([name, words]).toEqual([false, expect.stringContaining('not the one that was signed, so it is not shown')])
    expect(words).not.toContain('Dewi')
  })

  test.each([
    ['nothing answers', { abort: true }],
    ['the registry fails', { status: 503, json: { type: 'x/unavailable', status: 503 } }],
    ['something else answers', { status: 200, body: '<h1>Log in to this network</h1>' }],
    ['the answer is no sealed text', { status: 200, json: { sealed: 5 } }],
  ])('where %s: that says nothing against it', async (_, answer) => {
    const { words, name } = await show(withFragment(new URL(owned.owner).hash), ({ page }) =>
      page.route('**/sealed', (route) => ('abort' in answer ? route.abort() : route.fulfill(answer))),
    )
    expect([name, words]).toEqual([
      false,
      expect.stringContaining('could not be opened right now. That says nothing against it'),
    ])
  })

  test('where the name was erased, with the date, in either language', async () => {
    const erased = await issueSealed(worker, 'Ibu Tini')
    const body = {}
    const answered = await worker.ask('POST', `/api/certificates/${erased.code}/erase`, { token: worker.maker, body })
    expect(answered.status).toBe(200)
    const read = async (lang: 'en' | 'id') => await (await fetch(`${worker.origin}/${lang}/v/${erased.code}`)).text()
    // The page itself says so, without a script: there is nothing left to open.
    expect(await read('en')).toMatch(
      /The sealed name was erased on \d{1,2} [A-Z][a-z]+ \d{4}: no link shows it any more\./,
    )
    expect(await read('id')).toMatch(/Nama yang tersimpan sudah dihapus pada \d{1,2} [A-Z][a-z]+ \d{4}: /)
    for (const lang of ['en', 'id'] as const) expect(await read(lang)).not.toContain('<script')
  })
})
