/** The folded card as a printer gets it: its halves where a fold needs them, and inside it the owner's QR. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatCardsUrl, formatOwnerQr } from '#core/certificate/owner-link.ts'
import { measureOverflow, openBrowser, openPage } from '../support/browser.ts'
import { openBuiltWorker } from '../support/built-worker.ts'
import { listPdfPages, listRuns, measureMm, openPrinted, printPages } from '../support/printed.ts'
import { decodeQrs, printDots } from '../support/qr.ts'
import { issueSealed, type Sealed } from '../support/sealed.ts'
import { issue, plain, type TestWorker } from '../support/worker.ts'

let worker: TestWorker
let browser: Browser
let sealed: Sealed[]
let unsealed: string
beforeAll(async () => {
  worker = await openBuiltWorker()
  browser = await openBrowser()
  const design = { id: 'long', name: 'Sekar Jagad '.repeat(20), exclusivity: 'exclusive' }
  sealed = [await issueSealed(worker, 'Ibu Sari'), await issueSealed(worker, 'Pak Joko', { design })]
  unsealed = plain((await issue(worker)).code)
})
afterAll(async () => {
  await browser.close()
  await worker.close()
})

const script = true
const cards = (...more: string[]) =>
  formatCardsUrl(worker.origin, sealed).replace('&paper', `${more.map((code) => `,${code}`).join('')}&paper`)
const bare = (url: string) => url.replace(/#.*/, '')

describe.each([203, 300, 600])('the folded card at %i dpi', (dpi) => {
  test('has the owner’s link as a QR inside, and the card’s on its front', async () => {
    const page = await openPrinted(browser, cards().replace('#', `&dpi=${dpi}#`), { dpi, script })
    const pages = await printPages(page)
    expect(pages).toHaveLength(2)
    for (const [at, paper] of pages.entries()) {
      const owned = sealed[at] as Sealed
      const texts = await decodeQrs(paper)
      expect(texts).toEqual([formatOwnerQr(worker.origin, owned), expect.stringMatching(/\/V\/\w{12}#s=\d{167}$/)])
    }
    await page.context().close()
  }, 120_000)

  test('gives every module of the owner’s QR the same whole number of dots, upside down as it is', async () => {
    const page = await openPrinted(browser, cards().replace('#', `&dpi=${dpi}#`), { dpi, script })
    const qr = page.locator('.drawn .qr').first()
    const { width } = await measureMm(qr)
    expect(width).toBeGreaterThanOrEqual(25)
    const side = Number((await qr.getAttribute('viewBox'))?.split(' ')[2])
    const dots = Math.round((width * dpi) / 25.4 / side)
    expect((width * dpi) / 25.4).toBeCloseTo(dots * side, 0)
    const runs = listRuns(await printDots(await qr.screenshot()))
    expect(runs.length).toBeGreaterThan(100)
    expect(runs.filter((length) => length % dots !== 0)).toEqual([])
    await page.context().close()
  })
})

describe('the folded card', () => {
  test('is one A4 page each, with the front at the lower right and the owner’s page upside down at the upper left', async () => {
    const page = await openPrinted(browser, cards(unsealed), { script })
    expect(await listPdfPages(page)).toEqual([
      [210, 297],
      [210, 297],
      [210, 297],
    ])
    const near = (mm: number) => expect.closeTo(mm, 0)
    const first = page.locator('.paper').first()
    expect(await measureMm(first.locator('.frame'))).toEqual({
      width: near(95),
      height: near(138),
      x: near(110),
      y: near(153.5),
    })
    expect(await measureMm(first.locator('.owner'))).toEqual({
      width: near(105),
      height: near(148.5),
      x: near(0),
      y: near(0),
    })
    expect(await measureMm(first.locator('.back'))).toMatchObject({ x: near(0), y: near(148.5) })
    const turned = await first.locator('.inside').evaluate((inside) => getComputedStyle(inside).transform)
    expect(turned).toMatch(/^matrix\(-1, .*, -1, 0, 0\)$/)
    await page.context().close()
  })

  test('lets no text run out of its quarter, or over the QR', async () => {
    for (const path of [cards(unsealed), bare(cards(unsealed)).replace('/print', '/id/print')]) {
      const page = await openPrinted(browser, path, { script })
      for (const quarter of await page.locator('.owner, .back').all()) {
        const outer = await measureMm(quarter)
        for (const text of await quarter.locator('h2:visible, p:visible, li:visible, .qr').all()) {
          const { x, y, width, height } = await measureMm(text)
          expect(x).toBeGreaterThanOrEqual(outer.x + 5)
          expect(y).toBeGreaterThanOrEqual(outer.y + 5)
          expect(x + width).toBeLessThanOrEqual(outer.x + outer.width - 5)
          expect(y + height).toBeLessThanOrEqual(outer.y + outer.height - 5)
        }
      }
      await page.context().close()
    }
  })

  test.each([
    ['without the end of its address', true],
    ['without JavaScript', false],
  ])('%s says that it has no owner’s QR, and why', async (_, withScript) => {
    const url = withScript ? bare(cards(unsealed)) : cards(unsealed)
    const page = await openPrinted(browser, url, { script: withScript })
    expect(await page.locator('.drawn .qr').count()).toBe(0)
    expect(await page.locator('.owner .missing:visible').allInnerTexts()).toEqual([
      expect.stringMatching(
        /^This print has no owner’s QR\s+It is drawn by the browser of whoever prints, with JavaScript/,
      ),
      expect.stringMatching(/^This print/),
    ])
    expect(await page.locator('.owner .none').allInnerTexts()).toEqual([expect.stringMatching(/^No name was sealed/)])
    expect(await page.locator('.drawn:visible').count()).toBe(0)
    await page.context().close()
  })

  test('of an address that was cut short has the QRs that are whole, and says so of the others', async () => {
    const { page, context } = await openPage(browser, worker.origin, { width: 768, script })
    await page.goto(cards().slice(0, -3))
    expect(await page.locator('.drawn:visible').count()).toBe(1)
    expect(await page.locator('.missing:visible').count()).toBe(1)
    expect(await page.innerText('#owner-missing')).toContain('open that address, whole')
    // The maker mends the address in place.
    await page.evaluate((hash) => location.assign(hash), new URL(cards()).hash)
    await page.locator('.drawn:visible').nth(1).waitFor()
    expect(await page.locator('#owner-missing').isVisible()).toBe(false)
    await context.close()
  })

  test('is offered by the form, and has no script where nothing was sealed', async () => {
    const { page, context } = await openPage(browser, worker.origin)
    await page.goto(`${worker.origin}/print/cards`)
    expect(await page.locator('#paper option[value=fold]').innerText()).toMatch(/to fold/)
    await page.goto(`${worker.origin}/print/cards?codes=${unsealed}&paper=fold`)
    expect(await page.locator('script').count()).toBe(0)
    expect(await page.innerText('h1')).toBe('One card, A4, to fold')
    await context.close()
  })
})

describe('on a screen', () => {
  test('folded cards fit 320 to 1440 px in light and dark, complain of nothing, and keep their secrets to themselves', async () => {
    for (const window of [{ width: 320 }, { width: 768, dark: true }, { width: 1440 }]) {
      const { page, strangers, complaints, context } = await openPage(browser, worker.origin, { ...window, script })
      const asked: string[] = []
      page.on('request', (request) =>
        asked.push(JSON.stringify([request.url(), request.headers(), request.postData()])),
      )
      await page.goto(cards(unsealed))
      await page.locator('.drawn .qr').nth(1).waitFor()
      expect((await measureOverflow(page)).overflow).toBeLessThanOrEqual(0)
      // The same cards in the other language have their QRs, too.
      await page.locator('a.language').click()
      await page.locator('.drawn .qr').nth(1).waitFor()
      expect(await page.innerText('h1')).toBe('3 kartu, A4, untuk dilipat')
      expect([strangers, complaints]).toEqual([[], []])
      const secrets = new URL(cards()).hash
        .slice(3)
        .split(',')
        .map((pair) => pair.split('.')[1] ?? '')
      expect(asked.length).toBeGreaterThan(4)
      for (const secret of secrets) expect(asked.join('\n')).not.toContain(secret)
      await context.close()
    }
  })
})
