/**
 * A phone on the registry's own network, as with `npm start -- --lan`: over http, at an address that is not local to the
 * browser, which has no WebCrypto there. What it cannot compute it must not call false.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { useOwnerWords } from '../../site/i18n/owner.ts'
import { useVerdictWords } from '../../site/i18n/verdict.ts'
import { openBrowser, openPage } from '../support/browser.ts'
import { openBuiltWorker } from '../support/built-worker.ts'
import { issueSealed, type Sealed } from '../support/sealed.ts'
import type { TestWorker } from '../support/worker.ts'

const LAN = '192.168.77.7'

let worker: TestWorker
let browser: Browser
let origin: string
let owned: Sealed
beforeAll(async () => {
  worker = await openBuiltWorker()
  browser = await openBrowser(`--host-resolver-rules=MAP ${LAN} 127.0.0.1`)
  origin = worker.origin.replace(/\/\/[^:/]+/, `//${LAN}`)
  owned = await issueSealed(worker, 'Ibu Sari Wulandari')
})
afterAll(async () => {
  await browser.close()
  await worker.close()
})

/** Chromium also says that it leaves one of our headers aside there, as it should. */
const isOurs = (complaint: string) => !complaint.startsWith('The Cross-Origin-Opener-Policy header has been ignored')

describe.each(['en', 'id'] as const)('over http on a local network (%s)', (lang) => {
  const { headings } = useVerdictWords(lang)
  const open = () => openPage(browser, origin, { width: 360, script: true })

  test('a browser has no WebCrypto, and the verdict is there all the same: the registry computes it', async () => {
    const { page, complaints, strangers, context } = await open()
    await page.goto(`${origin}/${lang}/v/${owned.code}`)
    expect(await page.evaluate(() => [isSecureContext, typeof crypto.subtle])).toEqual([false, 'undefined'])
    expect(await page.innerText('h1')).toBe(headings.valid)
    expect([complaints.filter(isOurs), strangers]).toEqual([[], []])
    await context.close()
  })

  test('a code that is typed at /verify leads to the same verdict', async () => {
    const { page, complaints, context } = await open()
    await page.goto(`${origin}/${lang === 'id' ? 'id/' : ''}verify/`)
    await page.fill('main input[type="text"], main input:not([type])', owned.code)
    await page.press('main input[type="text"], main input:not([type])', 'Enter')
    await page.waitForURL(/\/v[/?]/)
    expect([await page.innerText('h1'), complaints.filter(isOurs)]).toEqual([headings.valid, []])
    await context.close()
  })

  test('an owner’s link says that the name cannot be opened here, where it can, and nothing against it', async () => {
    const words = useOwnerWords(lang)
    const { page, complaints, context } = await open()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(`${origin}/${lang}/v/${owned.code}${new URL(owned.owner).hash}`)
    await page.waitForFunction((opening) => {
      const said = document.querySelector('#made-for p:last-child')?.textContent
      return said && said !== opening && document.querySelector('#made-for p:last-child:not(.source)')
    }, words.opening)
    expect(await page.innerText('#made-for p:last-child')).toBe(words.insecure)
    expect(words.insecure).toContain('https://')
    expect(await page.innerText('#made-for')).not.toContain(words['wrong-secret'])
    expect(await page.locator('#made-for bdi').isVisible()).toBe(false)
    expect(await page.innerText('h1')).toBe(headings.valid)
    // Nothing is fetched that could not be opened.
    expect([asked.filter((url) => url.includes('/sealed')), complaints.filter(isOurs)]).toEqual([[], []])
    await context.close()
  })
})
