/** The whole job, by hand: start, certify, scan, withdraw, scan again, certify twice, restart. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, openPage } from '../support/browser.ts'
import { findPort, openFolder, runAsli, runStart, type Started, untilGreeted } from '../support/local.ts'
import { decodeQr } from '../support/qr.ts'

const place = openFolder()
let port: number
let started: Started
let browser: Browser
beforeAll(async () => {
  port = await findPort()
  browser = await openBrowser()
  started = runStart(place.env, '--port', String(port))
  await untilGreeted(started)
})
afterAll(async () => {
  await started.interrupt()
  await browser.close()
  place.close()
})

const asli = (...args: string[]) => runAsli(place.env, ...args)
const sample = (name: string, change: (text: string) => string = (text) => text) => {
  const file = join(place.folder, `${name}.yaml`)
  writeFileSync(file, change(readFileSync('sample.yaml', 'utf8')))
  return file
}
const localFile = () =>
  JSON.parse(readFileSync(place.env.ASLI_LOCAL as string, 'utf8')) as {
    samples: Record<string, string>
    tokens: Record<string, string>
  }

describe('the main job', () => {
  test('npm start prints five lines and certifies samples, one of them withdrawn', async () => {
    for (const word of ['Site', 'Verdict', 'Issue', 'Content', 'Test']) expect(started.said()).toContain(`  ${word}`)
    const { samples, tokens } = localFile()
    expect(Object.keys(tokens).sort()).toEqual(['admin', 'curator', 'maker'])
    const verdictOf = async (code = '') =>
      ((await (await fetch(`http://localhost:${port}/api/verify/${code}`)).json()) as { verdict: string }).verdict
    expect([await verdictOf(samples.valid), await verdictOf(samples.revoked)]).toEqual(['valid', 'revoked'])
  })

  test('a piece is certified, its QR is scanned in a browser without JavaScript, withdrawn, and scanned again', async () => {
    const issued = asli('issue', sample('first'))
    expect(issued.stderr).toBe('')
    const code = /Certified: (\S+)/.exec(issued.stdout)?.[1] ?? ''
    const { text } = await decodeQr(readFileSync(join(place.folder, 'first.asli.svg'), 'utf8'))
    expect(text).toBe(`http://LOCALHOST:${port}/V/${code.replaceAll('-', '')}`)

    const { page, strangers, complaints, context } = await openPage(browser, `http://localhost:${port}`, { width: 360 })
    const shown = await page.goto(text)
    expect(shown?.status()).toBe(200)
    const words = await page.innerText('main')
    expect(words).toContain('Genuine record, current')
    expect(words).toContain(
      'Canting Manggur Demo states that “Manggur Angin Pagi” was made only for, and sold only to, one customer on 14 November 2026.',
    )
    for (const heading of ['We checked', 'The maker states', 'Others state', 'What this does not prove'])
      expect(words).toContain(heading)
    expect(words).toContain('one grape bunch with seven grapes')

    const revoked = asli('revoke', code, '--reason', 'returned')
    expect([revoked.status, revoked.stdout]).toEqual([0, expect.stringContaining(`Withdrawn: ${code}, returned`)])
    await page.reload()
    const after = await page.innerText('main')
    expect(after).toContain('Withdrawn')
    expect(after).toMatch(/withdrew this certificate on \d+ \w+ \d{4}: the piece was returned/)
    expect(after).not.toContain('Manggur Angin Pagi')
    expect([strangers, complaints]).toEqual([[], []])
    await context.close()
  })

  test('the same file is certified once; the same design a second time is refused and the live one named', () => {
    const file = sample('second', (text) => text.replaceAll('manggur-angin-pagi', 'manggur-kembar'))
    const first = asli('issue', file)
    const code = /Certified: (\S+)/.exec(first.stdout)?.[1] ?? 'none'
    expect(asli('issue', file).stdout).toContain(`Already certified: ${code}`)
    const again = asli(
      'issue',
      sample('third', (text) =>
        text.replaceAll('manggur-angin-pagi', 'manggur-kembar').replace('2026-11-14', '2026-11-15'),
      ),
    )
    expect(again.status).toBe(1)
    expect(again.stderr).toContain(`Certificate ${code} for this exclusive design is live`)
    expect(again.stderr).toContain(`/v/${code.replaceAll('-', '')}`)
  })

  test('--json answers for programs, with the problem where there is one', () => {
    const file = sample('fourth', (text) => text.replaceAll('manggur-angin-pagi', 'manggur-json'))
    const issued = JSON.parse(asli('issue', file, '--json').stdout) as { code: string }
    expect(issued.code).toMatch(/^\w{4}-\w{4}-\w{4}$/)
    const refused = asli(
      'issue',
      sample('fifth', (text) => text.replace('product: batik', 'product: no-batik')),
      '--json',
    )
    expect([refused.status, JSON.parse(refused.stdout)]).toMatchObject([1, { problem: { status: 422 } }])
  })

  test('data survive a restart, and Ctrl-C ends everything', async () => {
    const before = localFile().samples
    expect(await started.interrupt()).toBe(0)
    await expect(fetch(`http://localhost:${port}/`)).rejects.toThrow()
    started = runStart(place.env, '--port', String(port))
    await untilGreeted(started)
    expect(localFile().samples).toEqual(before)
    expect(started.said()).toContain('unchanged since the last build')
  }, 180_000)

  test('a second start on the same port says so', async () => {
    const second = runStart(place.env, '--port', String(port))
    expect(await second.ended).toBe(1)
    expect(second.said()).toBe(
      `Port ${port} is busy: stop what uses it, or start on another with \`npm start -- --port ${port + 1}\`.\n`,
    )
  })
})

describe('a damaged local database', () => {
  test('is named with the mend, and left as it is', async () => {
    const away = openFolder()
    const other = await findPort()
    const first = runStart(away.env, '--port', String(other))
    await untilGreeted(first)
    await first.interrupt()
    const folder = join(away.folder, `localhost_${other}`, 'state', 'v3', 'd1', 'miniflare-D1DatabaseObject')
    const [file] = readdirSync(folder).filter((name) => name.endsWith('.sqlite') && name !== 'metadata.sqlite')
    const path = join(folder, file ?? '')
    expect(existsSync(path)).toBe(true)
    for (const ending of ['-wal', '-shm']) rmSync(path + ending, { force: true })
    const damaged = 'this is no database'.repeat(500)
    writeFileSync(path, damaged)
    const second = runStart(away.env, '--port', String(other))
    expect(await second.ended).toBe(1)
    expect(second.said()).toMatch(/The local database in .* is damaged and was left as it is\..*--fresh/)
    expect(readFileSync(path, 'utf8')).toBe(damaged)
    const fresh = runStart(away.env, '--port', String(other), '--fresh')
    await untilGreeted(fresh)
    await fresh.interrupt()
    away.close()
  }, 240_000)
})
