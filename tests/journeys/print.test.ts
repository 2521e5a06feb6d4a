/**
 * The printed sheets as a printer gets them: a real browser lays the page out for print, at so many pixels as the
 * printer has dots, every pixel black or white; then an independent reader decodes every QR.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkCard, parseCard } from '#core/certificate/card.ts'
import { type Code, readCode } from '#core/certificate/code.ts'
import { importVerifier, parseMultikey, type Verifier } from '#core/certificate/keys.ts'
import { measureOverflow, openBrowser, openPage as openScreen } from '../support/browser.ts'
import { openBuiltWorker } from '../support/built-worker.ts'
import {
  CSS_DPI,
  listPdfPages,
  listRuns,
  MM_PER_INCH,
  measureMm,
  openPrinted as openPage,
  printPages,
} from '../support/printed.ts'
import { decodeQrs, printDots } from '../support/qr.ts'
import { issue, plain, type TestWorker } from '../support/worker.ts'

const TAGS = process.env.ASLI_LONG ? 24 : 3
const CARDS = process.env.ASLI_LONG ? 4 : 1
const printers = [203, 300, 600]

/** Names that a maker may well give: short, long, longer than any paper, without a place to break. */
const names = ['Uji', 'Manggur Hujan Pertama di Kebun Belakang', 'Sekar Jagad '.repeat(20), 'x'.repeat(300)]

let worker: TestWorker
let browser: Browser
let codes: string[]
beforeAll(async () => {
  worker = await openBuiltWorker()
  browser = await openBrowser()
  codes = []
  for (let at = 0; at < Math.max(TAGS, names.length); at++) {
    const design = { id: `design-${at}`, name: names[at % names.length], exclusivity: 'exclusive' }
    codes.push(plain((await issue(worker, { design, madeFor: { mode: at % 2 ? 'none' : 'private' } })).code))
  }
})
afterAll(async () => {
  await browser.close()
  await worker.close()
})

const tagUrl = (code: string) => `${worker.origin}/V/${code}`

const openPrinted = (path: string, dpi = CSS_DPI) => openPage(browser, worker.origin + path, { dpi })

async function readTagVerifier(): Promise<Verifier> {
  const { keys } = (await (await fetch(`${worker.origin}/.well-known/asli.json`)).json()) as {
    keys: { role: string; number?: number; publicKeyMultibase?: string }[]
  }
  const tag = keys.find(({ role, number }) => role === 'tag' && number === 1)
  const publicKey = parseMultikey(tag?.publicKeyMultibase ?? '')
  if (!publicKey) throw new Error('asli.json lists no tag key')
  return importVerifier(publicKey)
}

/** What is wrong with a card's text: another host than ours, or a signature that does not hold for its code. */
async function findCardFaults(text: string, verifier: Verifier): Promise<string[]> {
  const url = new URL(text)
  const reading = readCode(url.pathname.replace('/V/', ''))
  const card = parseCard(url.hash)
  if (url.origin !== worker.origin || reading.kind !== 'code' || !card) return [`${text} is no card of ours`]
  const holds = await checkCard(card, worker.origin, reading.code as Code, verifier)
  return holds ? [] : [`the signature of ${text} does not hold`]
}

describe.each(printers)('at %i dpi', (dpi) => {
  test('every QR on a sheet of tags is decoded to the address of its own certificate', async () => {
    const printed = codes.slice(0, TAGS)
    const page = await openPrinted(`/print/tags?dpi=${dpi}&codes=${printed.join(',')}`, dpi)
    const [sheet, ...more] = await printPages(page)
    if (!sheet) return expect.fail('no sheet')
    expect(more).toEqual([])
    expect(new Set(sheet.pixels)).toEqual(new Set([0, 255]))
    // A4, but for the pixel of the page at which the picture is cut.
    expect(Math.abs(sheet.width - (210 * dpi) / MM_PER_INCH)).toBeLessThan(dpi / CSS_DPI)
    expect(Math.abs(sheet.height - (297 * dpi) / MM_PER_INCH)).toBeLessThan(dpi / CSS_DPI)
    expect(await decodeQrs(sheet)).toEqual(printed.map(tagUrl).sort())
    await page.context().close()
  }, 120_000)

  test('every QR on the cards is decoded, and core finds its signature to hold for this host and code', async () => {
    const printed = codes.slice(0, CARDS)
    const verifier = await readTagVerifier()
    // On A4 the same cards stand side by side: a tenth of the work is to see it once.
    for (const paper of process.env.ASLI_LONG || dpi === 203 ? ['a6', 'a4'] : ['a6']) {
      const page = await openPrinted(`/id/print/cards?paper=${paper}&dpi=${dpi}&codes=${printed.join(',')}`, dpi)
      const pages = await printPages(page)
      expect(pages).toHaveLength(paper === 'a6' ? CARDS : 1)
      const texts = (await Promise.all(pages.map(decodeQrs))).flat().sort()
      expect(texts.map((text) => text.replace(/#s=\d{167}$/, ''))).toEqual(printed.map(tagUrl).sort())
      expect((await Promise.all(texts.map((text) => findCardFaults(text, verifier)))).flat()).toEqual([])
      await page.context().close()
    }
  }, 120_000)

  test('every module of a QR has the same whole number of dots, and the QR is as wide as the page says', async () => {
    const page = await openPrinted(`/print/tags?dpi=${dpi}&codes=${codes[0]}`, dpi)
    const said = /Each QR is ([\d.]+) mm wide: (\d+) dots/.exec((await page.textContent('main')) ?? '')
    const [mm, dots] = [Number(said?.[1]), Number(said?.[2])]
    expect((await measureMm(page.locator('.qr'))).width).toBeCloseTo(mm, 1)
    const runs = listRuns(await printDots(await page.locator('.qr').screenshot()))
    expect(runs.length).toBeGreaterThan(100)
    expect(runs.filter((length) => length % dots !== 0)).toEqual([])
    await page.context().close()
  })
})

describe('the pages that a browser prints', () => {
  const print = async (path: string) => {
    const page = await openPrinted(path)
    const sizes = await listPdfPages(page)
    await page.context().close()
    return sizes
  }

  test('are A4 for tags and A6 for cards, one for each sheet and no empty one after it', async () => {
    const all = codes.slice(0, 3).join(',')
    expect(await print(`/print/tags?codes=${all}`)).toEqual([[210, 297]])
    expect(await print(`/print/cards?codes=${all}`)).toEqual([
      [105, 148],
      [105, 148],
      [105, 148],
    ])
    expect(await print(`/print/cards?paper=a4&codes=${all}`)).toEqual([[210, 297]])
  })

  test('have tags of 30 × 50 mm, a ruler of 50 mm and a card’s frame of 95 × 138 mm, all within what printers reach', async () => {
    const tags = await openPrinted(`/print/tags?codes=${codes.slice(0, 3).join(',')}`)
    const second = await measureMm(tags.locator('.tag').nth(1))
    const near = (mm: number) => expect.closeTo(mm, 1)
    expect(second).toEqual({ width: near(30), height: near(50), x: near(45), y: near(40) })
    expect(await measureMm(tags.locator('.foot svg'))).toMatchObject({ width: near(50.4), x: near(14.8) })
    await tags.context().close()
    const cards = await openPrinted(`/print/cards?codes=${codes[0]}`)
    expect(await measureMm(cards.locator('.frame'))).toEqual({
      width: near(95),
      height: near(138),
      x: near(5),
      y: near(5),
    })
    await cards.context().close()
  })

  test('let no name, however long, run out of its tag or card, or over a QR', async () => {
    const faults: unknown[] = []
    for (const path of [
      '/print/tags?',
      '/id/print/tags?mm=22&',
      '/print/cards?',
      '/id/print/cards?dpi=203&',
      '/print/cards?mm=38&',
    ]) {
      const page = await openPrinted(`${path}codes=${codes.slice(0, names.length).join(',')}`)
      for (const box of await page.locator('.tag, .frame').all()) {
        const [outer, qr] = [await measureMm(box), await measureMm(box.locator('.qr'))]
        for (const text of await box.locator('p, dl').all()) {
          const { x, y, width, height } = await measureMm(text)
          const inside =
            x >= outer.x && y >= outer.y && x + width <= outer.x + outer.width && y + height <= outer.y + outer.height
          const apart = y + height <= qr.y + 0.1 || y >= qr.y + qr.height - 0.1 || x >= qr.x + qr.width
          if (!inside || !apart) faults.push([path, inside, apart, (await text.textContent())?.slice(0, 30)])
        }
      }
      await page.context().close()
    }
    expect(faults).toEqual([])
  }, 120_000)
})

describe('on a screen', () => {
  test('sheets, refusals and forms fit 320 to 1440 px in light and dark, with one h1 and without a complaint', async () => {
    const list = codes.slice(0, 3).join(',')
    const paths = ['tags', 'cards'].flatMap((what) => [
      `/print/${what}`,
      `/id/print/${what}?codes=${list}`,
      `/id/print/${what}?codes=${'x'.repeat(60)},000000000000`,
    ])
    const faults: unknown[] = []
    const windows = [
      { width: 320, dark: false },
      { width: 320, dark: true },
      { width: 768, dark: false },
      { width: 1440, dark: true },
    ]
    for (const window of windows) {
      const { page, strangers, complaints, context } = await openScreen(browser, worker.origin, window)
      for (const path of [...paths, `/print/cards?paper=a4&codes=${list}`]) {
        await page.goto(worker.origin + path)
        const { overflow } = await measureOverflow(page)
        const headings = await page.locator('h1').count()
        if (overflow > 0 || headings !== 1) faults.push({ path, ...window, overflow, headings })
      }
      // A refused list is a 422, which Chromium reports as an error of the page itself.
      const real = complaints.filter((text) => !text.includes('status of 422'))
      expect([strangers, real]).toEqual([[], []])
      await context.close()
    }
    expect(faults).toEqual([])
  }, 120_000)

  test('the form leads to the sheets with the keyboard alone, without JavaScript', async () => {
    const { page, context } = await openScreen(browser, worker.origin)
    await page.goto(`${worker.origin}/print/tags`)
    await page.locator('#codes').focus()
    await page.keyboard.type(`${codes[0]}\n${codes[1]?.toLowerCase()}`)
    await page.keyboard.press('Tab')
    await page.keyboard.type('600')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(/codes=/)
    expect(await page.innerText('h1')).toBe('2 labels on one A4 sheet')
    expect(await page.locator('main').innerText()).toContain('dots of a 600 dpi printer')
    await context.close()
  })

  test('a card that was scanned opens the verdict page', async () => {
    const { page, context } = await openScreen(browser, worker.origin)
    await page.goto(`${tagUrl(codes[0] ?? '')}#s=${'1'.repeat(167)}`)
    expect(await page.innerText('h1')).toBe('Genuine record, current')
    await context.close()
  })
})
