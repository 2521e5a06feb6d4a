import { existsSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findTags, listAddresses, readText } from '../../site/markup.ts'
import { openCopy, TODAY } from './desk.ts'
import { runPreview } from './preview-run.ts'

const SLUG = 'batik-tulis-manggur-natural'
const CLOTH = `products/${SLUG}/index.md`

let copy: ReturnType<typeof openCopy>
beforeEach(() => {
  copy = openCopy()
})
afterEach(() => copy.close())

const preview = (...args: string[]) => {
  const env = { ...process.env, ASLI_CONTENT: copy.root, ASLI_TODAY: TODAY, LC_ALL: 'C' }
  return runPreview(args, { env })
}

/** What `wrangler deploy` would publish; undefined where nothing was built yet. */
const readDeployed = () =>
  existsSync('.wrangler/deploy/config.json') ? readFileSync('.wrangler/deploy/config.json', 'utf8') : undefined

describe('asli content preview', () => {
  test('shows a draft in both languages with nothing that only an approval gives', { timeout: 180_000 }, async () => {
    rmSync(copy.path('curations/PRD-0001'), { recursive: true })
    rmSync(copy.path(`products/${SLUG}/images/detail.webp`))
    copy.edit('makers/canting-manggur-demo.yaml', /consentRef: CONS-ENT-0001\nactive: true\n/, 'active: false\n')
    const deployed = readDeployed()
    const shown = preview(SLUG)
    await shown.until('Ctrl-C')
    const [findings = '', addresses = ''] = shown.said().split('Building the pages')
    expect(findings).toMatch(/^PRD-0001 {2}batik-tulis-manggur-natural: /)
    expect(findings).toContain('[ ] The owner agreed to be published')
    expect(findings).toMatch(/index\.md:\d+ images\[1\]\.file IMG-01: There is no images\/detail\.webp/)
    const origin = shown.origin()
    expect(addresses).toContain(`  ${origin}/products/${SLUG}/\n  ${origin}/id/products/${SLUG}/\n`)

    const read = async (path: string) => {
      const response = await fetch(origin + path)
      return { status: response.status, html: await response.text() }
    }
    for (const [prefix, banner, missing] of [
      ['', 'Draft: not published, not approved.', 'No picture yet: images/detail.webp.'],
      ['/id', 'Draf: belum dipublikasikan, belum disetujui.', 'Gambar belum ada: images/detail.webp.'],
    ] as const) {
      for (const path of [`${prefix}/products/${SLUG}/`, `${prefix}/products/${SLUG}/provenance/`]) {
        const { status, html } = await read(path)
        expect([path, status]).toEqual([path, 200])
        expect(html).toContain(banner)
        expect(html).toContain(missing)
        expect(html).toContain('<meta name="robots" content="noindex">')
        expect(html).not.toMatch(/rel="canonical"|ld\+json/)
        expect(findTags(html, 'script')).toEqual([])
        expect(readText(html)).not.toMatch(/Demo Curator|KUR-|\b(grade|peringkat) [AB]\b|of 100|dari 100|export-v1/)
        for (const address of listAddresses(html).loaded)
          expect([address, (await read(address)).status]).toEqual([address, 200])
      }
      expect((await read(`${prefix}/makers/canting-manggur-demo/`)).html).toContain(
        `href="${prefix}/products/${SLUG}/"`,
      )
      expect((await read(`${prefix}/products/`)).html).toMatch(/Draft, not approved|Draf, belum disetujui/)
    }
    for (const path of ['/products/ecoprint-silk-scarf/', '/published.json', '/%2e%2e/package.json'])
      expect(await read(path)).toEqual({ status: 404, html: expect.stringContaining('not in the preview') })

    expect(await shown.interrupt()).toBe(0)
    expect(shown.said()).toMatch(/The preview has ended\.\n$/)
    await expect(fetch(origin)).rejects.toThrow()
    expect(existsSync(`.cache/preview/pages/${SLUG}`)).toBe(false)
    expect(readDeployed()).toBe(deployed)
  })

  test('ends at once where Ctrl-C comes before the pages are there', async () => {
    const shown = preview(SLUG)
    await shown.until('Building')
    expect(await shown.interrupt()).toBe(1)
    expect(shown.said()).toMatch(/Ended before the pages were there\.\n$/)
    expect(existsSync(`.cache/preview/pages/${SLUG}`)).toBe(false)
  })

  test('lists what check finds where there is no page to show', () => {
    copy.edit(CLOTH, 'moq: 5\n', '')
    const broken = copy.run(['preview', SLUG])
    expect(broken).toMatchObject({ status: 1, stdout: '' })
    expect(broken.stderr).toMatch(/^batik-tulis-manggur-natural has no page to show yet: mend this first\.\n/)
    // Below the line that names the schema.
    expect(broken.stderr).toMatch(/index\.md:3 moq FORM-01: The field “moq” is missing\. Correct the field\. good /)

    const scarf = 'products/ecoprint-silk-scarf/index.md'
    copy.edit(scarf, /^maker: .*$/m, 'maker: nobody-demo')
    expect(copy.run(['preview', 'ecoprint-silk-scarf']).stderr).toMatch(/index\.md:\d+ maker REF-01: /)
  })

  test('refuses an unknown word for which the page would have no name', () => {
    copy.edit(CLOTH, 'motifs: [manggur]', 'motifs: [mangur]')
    expect(copy.run(['preview', SLUG, '--lang', 'id'])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/belum dapat ditampilkan: perbaiki dulu.*\n.*motifs\[0\] REF-01: /),
    })
  })

  test('names what may have been meant by a product that is not there', () => {
    expect(copy.run(['preview', 'batik-tuis-manggur-natural'])).toEqual({
      status: 1,
      stdout: '',
      stderr: `There is no product batik-tuis-manggur-natural. Did you mean ${SLUG}? asli content status lists them all.\n`,
    })
    expect(copy.run(['preview', 'ecoprint', '--lang', 'id']).stderr).toMatch(/Maksudnya ecoprint-silk-scarf\? /)
    expect(copy.run(['preview', 'zzz']).stderr).toBe('There is no product zzz. asli content status lists them all.\n')
  })

  test('says which port cannot be had', async () => {
    for (const port of ['70000', '0', '0x50', ''])
      expect(await copy.call(['preview', SLUG, '--port', port, '--lang', 'id'])).toMatchObject({
        status: 2,
        stderr: `“${port}” bukan nomor port: tulis angka dari 1 sampai 65535.\n`,
      })
    const server = createServer()
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const { port } = server.address() as { port: number }
    const { status, stderr } = copy.run(['preview', SLUG, '--port', String(port)])
    server.close()
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: `Port ${port} is busy, or not yours to use: name another with --port, or none for a free one.\n`,
    })
  })
})
