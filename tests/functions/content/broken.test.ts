/** Every way in which a content file can be broken, all at once: the tool names each of them, and the build shows the rest. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { folderOf, removePages } from '../../../functions/cli/content/preview-build.ts'
import { openCopy, TODAY } from './desk.ts'

const WHOLE = 'ecoprint-silk-scarf'
const ODD = 'products/batik-tulis-manggur-natural/index.md'
const page = (slug: string) => `products/${slug}/index.md`

const copy = openCopy()
beforeAll(() => {
  copy.edit(page('batik-cap-gajah-oling-shirt'), 'moq: 50\n', 'moq: [50\n')
  copy.edit('clusters/batik-banyuwangi.yaml', 'demo: true\n', 'demo: true\n\tsharedFacilities: []\n')
  copy.edit(page('robusta-roasted-200g'), /^maker: .*$/m, 'maker: nobody-demo')
  copy.edit('clusters/kopi-jember.yaml', /^regencies: .*$/m, 'regencies: five')
  copy.edit(page('tenun-ikat-atbm-cotton'), 'id: PRD-0005', 'id: PRD-0004')
  copy.edit('makers/gedhog-lok-chan-demo.yaml', /^languages: .*$/m, 'languages: &all [id, *all]')
  copy.edit('curations/PRD-0010/2026-10-14-1.yaml', /^id: (.*)$/m, 'id: $1\nsupersedes: $1')
  copy.write(page('cassava-chips-balado-100g'), '')
  copy.write(page('granulated-coconut-sugar-500g'), 'a'.repeat(5 * 1024 * 1024))
  writeFileSync(copy.path(page('instant-red-ginger-palm-sugar')), Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0xff))
  // What can be read all the same: a byte-order mark, Windows line ends, a decomposed letter, a link that leads round.
  const odd = copy.read(ODD).replace('Manggur', 'Ma\u0301nggur').replaceAll('\n', '\r\n')
  copy.write(ODD, `\uFEFF${odd}`)
  symlinkSync('..', copy.path('products/round'))
})
afterAll(() => {
  copy.close()
  removePages(WHOLE)
})

/** The build of the site over this folder, as a preview of the product that is whole makes it. */
function build(): Promise<{ code: number | null; said: string }> {
  const args = ['build', '--silent', '--config', 'site/preview/astro.config.mjs']
  const env = { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1', ASLI_TODAY: TODAY }
  const child = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', ...args], {
    env: { ...env, ASLI_PREVIEW: WHOLE, ASLI_CONTENT: copy.root },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk))
  return new Promise((done) => child.once('close', (code) => done({ code, said })))
}

const BROKEN = {
  'batik-cap-gajah-oling-shirt': 'refused',
  'cassava-chips-balado-100g': 'refused',
  'granulated-coconut-sugar-500g': 'refused',
  'instant-red-ginger-palm-sugar': 'refused',
  'robusta-roasted-200g': 'edited',
  'tenun-gedhog-batik-shawl': 'maker-missing',
  'tenun-ikat-atbm-cotton': 'edited',
  'water-hyacinth-storage-basket': 'refused',
}

describe('a folder with every kind of broken file', () => {
  test('is read to its end by the tool, which names each file, and ends with 1', async () => {
    const { status, stdout } = await copy.call(['check', copy.root, '--json'])
    const { findings } = JSON.parse(stdout) as { findings: { file: string; rule: string; severity: string }[] }
    expect(findings.map(({ file, rule, severity }) => `${severity} ${file} ${rule}`)).toEqual([
      'error clusters/batik-banyuwangi.yaml YAML-01',
      'error clusters/kopi-jember.yaml FORM-01',
      'error curations/PRD-0005/2026-10-09-1.yaml REF-01',
      'error curations/PRD-0006/2026-10-10-1.yaml CUR-01',
      'error curations/PRD-0007/2026-10-11-1.yaml REF-01',
      'error curations/PRD-0008/2026-10-12-1.yaml REF-01',
      'error curations/PRD-0009/2026-10-13-1.yaml REF-01',
      'error curations/PRD-0010/2026-10-14-1.yaml REF-01',
      'error makers/gedhog-lok-chan-demo.yaml YAML-03',
      `error ${page('batik-cap-gajah-oling-shirt')} YAML-01`,
      `warning ${ODD} FILE-04`,
      `warning ${ODD} FILE-04`,
      `warning ${ODD} FILE-04`,
      `error ${page('cassava-chips-balado-100g')} FILE-03`,
      `error ${page('granulated-coconut-sugar-500g')} FILE-02`,
      `error ${page('instant-red-ginger-palm-sugar')} FILE-01`,
      `error ${page('robusta-roasted-200g')} REF-01`,
      `error ${page('tenun-ikat-atbm-cotton')} ID-01`,
    ])
    expect(status).toBe(1)
  })

  test('is built without what stands on a broken file, and the rest is shown', { timeout: 180_000 }, async () => {
    const { code, said } = await build()
    expect(code, said).toBe(0)
    const left = [...said.matchAll(/^not published: (\S+) \((\S+)\) \S/gm)].map(([, slug, reason]) => [slug, reason])
    expect(Object.fromEntries(left)).toEqual(BROKEN)
    const listed = readFileSync(join(folderOf(WHOLE), 'products/index.html'), 'utf8').matchAll(
      /href="(\/products\/[^"]+)"/g,
    )
    expect(new Set([...listed].map(([, path]) => path))).toEqual(
      new Set(['/products/batik-tulis-manggur-natural/', `/products/${WHOLE}/`]),
    )
    expect(existsSync(join(folderOf(WHOLE), 'products', WHOLE, 'index.html'))).toBe(true)
  })
})
