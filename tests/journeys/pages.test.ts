/** Every page in a real browser: narrow, dark, without JavaScript, with the keyboard. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { measureOverflow, openBrowser, openPage } from '../support/browser.ts'
import { openBuiltWorker } from '../support/built-worker.ts'
import { issueSealed } from '../support/sealed.ts'
import { issue, plain, type TestWorker } from '../support/worker.ts'

let worker: TestWorker
let browser: Browser
let valid: string
let revoked: string
let sealed: string
beforeAll(async () => {
  worker = await openBuiltWorker()
  browser = await openBrowser()
  valid = plain((await issue(worker)).code)
  revoked = plain((await issue(worker)).code)
  sealed = (await issueSealed(worker, 'Ibu Sari')).code
  await worker.ask('POST', `/api/certificates/${revoked}/revoke`, {
    token: worker.maker,
    body: { reason: 'lost-or-stolen' },
  })
})
afterAll(async () => {
  await browser.close()
  await worker.close()
})

const wrongLast = (code: string) => code.slice(0, 11) + (code.endsWith('0') ? '1' : '0')

/** Addresses of the static pages, from the links that a reader can follow, and the live ones. */
async function listPages(): Promise<string[]> {
  const seen = new Set(['/', '/id/', '/no-such-page'])
  for (const path of seen) {
    const html = await (await fetch(`${worker.origin}${path}`)).text()
    for (const [, href = ''] of html.matchAll(/href="(\/[^"#]*)"/g)) {
      if (!/\.(css|svg|png|webp|woff2|json)$|^\/_astro|^\/api\/makers\//.test(href)) seen.add(href)
    }
  }
  const live = ['en', 'id'].flatMap((lang) =>
    [valid, revoked, sealed, wrongLast(valid), '000000000000', 'x'.repeat(60)].map((code) => `/${lang}/v/${code}`),
  )
  return [...seen, ...live]
}

describe('every page', () => {
  test('fits 320 px in light and dark, off-line but for its own origin, without a complaint, and with one h1', async () => {
    const pages = await listPages()
    expect(pages.length).toBeGreaterThan(100)
    const faults: unknown[] = []
    for (const dark of [false, true]) {
      const { page, strangers, complaints, context } = await openPage(browser, worker.origin, {
        width: 320,
        dark,
        script: true,
      })
      for (const path of pages) {
        await page.goto(worker.origin + path)
        const { overflow, clipped } = await measureOverflow(page)
        const headings = await page.locator('h1').count()
        const scripts = await page.locator('script:not([type="application/ld+json"])').count()
        // A script: where something is sealed, which only the owner's own device opens, and where an approval may have run
        // out since the build. Nowhere else.
        const allowed = path.endsWith(sealed) || /^(\/id)?\/products\/[^/]+\/$/.test(path) ? 1 : 0
        if (overflow > 0 || clipped.length > 0 || headings !== 1 || scripts !== allowed)
          faults.push({ path, dark, overflow, clipped, headings, scripts })
      }
      // A missing page is a 404, which Chromium reports as an error of the page itself.
      const real = complaints.filter((text) => !text.includes('status of 404'))
      expect([strangers, real]).toEqual([[], []])
      await context.close()
    }
    expect(faults).toEqual([])
  }, 600_000)

  test('has its links lead somewhere', async () => {
    const broken: string[] = []
    for (const path of await listPages()) {
      const { status } = await fetch(worker.origin + path)
      if (status >= 400 && !/no-such-page|\/v\//.test(path)) broken.push(`${path} ${status}`)
    }
    expect(broken).toEqual([])
  })
})

describe('the verdict page', () => {
  test.each([
    ['where nothing is sealed, and no script', () => valid, 0],
    ['where a name is sealed, and one script from a file of its own', () => sealed, 1],
  ])('needs one request for its words, and at most 12 KB for words and style, %s', async (_, codeOf, scripts) => {
    const code = codeOf()
    const { page, context } = await openPage(browser, worker.origin, { script: false })
    const kinds: string[] = []
    let bytes = 0
    page.on('requestfinished', (request) => kinds.push(request.resourceType()))
    const alone = await (await fetch(`${worker.origin}/en/v/${code}`)).text()
    for (const words of ['Genuine record, current', 'Manggur Uji', 'a drip', 'What this does not prove']) {
      expect(alone).toContain(words)
    }
    await page.goto(`${worker.origin}/en/v/${code}`, { waitUntil: 'load' })
    const styles = await page
      .locator('link[rel=stylesheet]')
      .evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href))
    for (const url of [page.url(), ...styles]) {
      const body = await (await fetch(url)).arrayBuffer()
      const zipped = new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'))
      bytes += (await new Response(zipped).arrayBuffer()).byteLength
    }
    expect(bytes).toBeLessThanOrEqual(12 * 1024)
    expect(kinds).not.toContain('font')
    expect(kinds).not.toContain('script')
    const sources = await page
      .locator('script')
      .evaluateAll((found) => found.map((one) => (one as HTMLScriptElement).src))
    expect(sources).toHaveLength(scripts)
    for (const source of sources) expect(source).toMatch(new RegExp(`^${worker.origin}/_astro/[^/]+\\.js$`))
    await context.close()
  })

  test('is reached by typing a code on /verify, with the keyboard alone', async () => {
    const { page, context } = await openPage(browser, worker.origin, { script: false })
    await page.goto(`${worker.origin}/verify/`)
    await page.locator('#code').focus()
    await page.keyboard.type(valid.toLowerCase().replace(/(.{4})(?=.)/g, '$1 '))
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/en\/v\//)
    expect(await page.innerText('h1')).toBe('Genuine record, current')
    await context.close()
  })

  test('writes what a maker typed as text, never as markup', async () => {
    const hostile = '"><img src=x onerror="document.title=1"><script>document.title=2</script>'
    const marks = [{ where: hostile, text: hostile }]
    const design = { id: 'hostile', name: hostile, exclusivity: 'exclusive' }
    const { code } = await issue(worker, {
      design,
      marks,
    })
    const { page, complaints, context } = await openPage(browser, worker.origin, { script: true })
    await page.goto(`${worker.origin}/en/v/${plain(code)}`)
    expect(await page.title()).toContain('Genuine record')
    expect(await page.innerText('main')).toContain('<script>document.title=2</script>')
    expect([await page.locator('main script').count(), complaints]).toEqual([0, []])
    await context.close()
  })
})

describe('the keyboard', () => {
  test('reaches the skip link first, and every stop shows where it is', async () => {
    const { page, context } = await openPage(browser, worker.origin, { width: 1440, script: true })
    await page.goto(`${worker.origin}/products/`)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip')
    for (let stop = 0; stop < 12; stop++) {
      const outline = await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle)
      expect(outline).not.toBe('none')
      await page.keyboard.press('Tab')
    }
    await context.close()
  })
})
