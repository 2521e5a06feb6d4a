/** Chromium, the system's: with JavaScript off unless asked for, and every complaint that a page causes kept. */
import { spawnSync } from 'node:child_process'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** @throws with the mend where there is no browser: browser tests fail, they never skip. */
export function openBrowser(...flags: string[]): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: [...FLAGS, ...flags] })
}

function findChromium(): string {
  const names = ['chromium', 'chromium-browser', 'google-chrome']
  const found = names.map((name) => spawnSync('which', [name], { encoding: 'utf8' }).stdout.trim()).find(Boolean)
  const path = process.env.CHROMIUM_PATH ?? found
  if (!path)
    throw new Error(
      'These tests need Chromium: install it (Debian: `apt install chromium`), or name one in CHROMIUM_PATH.',
    )
  return path
}

export interface Watched {
  page: Page
  /** Requests that left the origin. */
  strangers: string[]
  /** Console errors, CSP violations among them. */
  complaints: string[]
  context: BrowserContext
}

/** A page at this width that notes what it should not do. */
export async function openPage(
  browser: Browser,
  origin: string,
  options: { width?: number; dark?: boolean; script?: boolean } = {},
): Promise<Watched> {
  const { width = 320, dark = false, script = false } = options
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: script,
  })
  const page = await context.newPage()
  const strangers: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin) strangers.push(request.url())
  })
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return { page, strangers, complaints, context }
}

/** How far the page is wider than its window, and the texts that are clipped. Runs without the page's own scripts. */
export function measureOverflow(page: Page): Promise<{ overflow: number; clipped: string[] }> {
  return page.evaluate(() => {
    const clipped = [...document.querySelectorAll('body *')].filter((element) => {
      const { overflowX, clipPath, position } = getComputedStyle(element)
      const hiddenOnPurpose = clipPath !== 'none' || position === 'absolute'
      return !hiddenOnPurpose && overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1
    })
    return {
      overflow: document.documentElement.scrollWidth - window.innerWidth,
      clipped: clipped.map((element) => `${element.tagName} ${element.textContent?.slice(0, 40)}`),
    }
  })
}
