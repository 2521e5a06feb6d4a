/** A page as a printer gets it: a real browser lays it out for print, at so many pixels as the printer has dots. */
import type { Browser, Locator, Page } from 'playwright-core'
import { type Gray, printDots } from './qr.ts'

export const MM_PER_INCH = 25.4
export const CSS_DPI = 96

/** A page of print layout, one pixel a dot. */
export async function openPrinted(
  browser: Browser,
  url: string,
  { dpi = CSS_DPI, script = false }: { dpi?: number; script?: boolean } = {},
): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: script,
    viewport: { width: 794, height: 1123 },
    deviceScaleFactor: dpi / CSS_DPI,
  })
  const page = await context.newPage()
  await page.emulateMedia({ media: 'print' })
  await page.goto(url)
  await page.evaluate(() => document.fonts.ready.then(() => null))
  return page
}

/** The sheets or cards of the page, as dots of the printer. */
export async function printPages(page: Page): Promise<Gray[]> {
  const pages: Gray[] = []
  for (const paper of await page.locator('.paper').all()) pages.push(await printDots(await paper.screenshot()))
  return pages
}

/** Millimeters of an element, as the browser lays it out. */
export async function measureMm(element: Locator): Promise<{ width: number; height: number; x: number; y: number }> {
  const { width, height, x, y } = (await element.boundingBox()) ?? { width: 0, height: 0, x: 0, y: 0 }
  const mm = (pixels: number) => (pixels * MM_PER_INCH) / CSS_DPI
  return { width: mm(width), height: mm(height), x: mm(x), y: mm(y) }
}

/** Width and height in whole millimeters of every page of the PDF that the browser makes. */
export async function listPdfPages(page: Page): Promise<(number[] | undefined)[]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const sizes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)]
  return sizes.map(([, width, height]) =>
    [width, height].map((points) => Math.round((Number(points) * MM_PER_INCH) / 72)),
  )
}

/** The lengths of every run of black dots, row by row. */
export function listRuns({ pixels, width }: Gray): number[] {
  const rows = Array.from({ length: pixels.length / width }, (_, y) => pixels.subarray(y * width, (y + 1) * width))
  return rows.flatMap((row) => Buffer.from(row).toString('latin1').match(/\0+/g) ?? []).map(({ length }) => length)
}
