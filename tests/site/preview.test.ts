import { afterEach, describe, expect, test, vi } from 'vitest'

const DRAFT = 'process.env.ASLI_PREVIEW'

/** The settings as Astro reads them when the environment names that draft. */
async function readSettings(file: string, slug: string) {
  vi.resetModules()
  vi.stubEnv('ASLI_PREVIEW', slug)
  const { default: settings } = await import(file)
  return settings as { outDir?: string; adapter?: object; vite: { define: Record<string, string> } }
}

const readPublished = (slug: string) => readSettings('../../astro.config.mjs', slug)
const readPreview = (slug: string) => readSettings('../../site/preview/astro.config.mjs', slug)

afterEach(() => vi.unstubAllEnvs())

describe('a draft', () => {
  test('is in no build that can be published, whatever the environment says', async () => {
    const { vite, outDir, adapter } = await readPublished('batik-tulis-manggur-natural')
    expect(vite.define[DRAFT]).toBe('""')
    expect(outDir).toBeUndefined()
    expect(adapter).toBeDefined()
    // The first reading loads the adapter: seconds, from a cold disk.
  }, 60_000)

  test('is built aside, and without a Worker that could be deployed', async () => {
    const { vite, outDir, adapter } = await readPreview('batik-tulis-manggur-natural')
    expect(vite.define[DRAFT]).toBe('"batik-tulis-manggur-natural"')
    expect(outDir).toBe('./.cache/preview/pages/batik-tulis-manggur-natural')
    expect(adapter).toBeUndefined()
  })

  test.each(['', '..', '../../../dist', 'a/b'])('is built nowhere under the name “%s”', async (slug) => {
    await expect(readPreview(slug)).rejects.toThrow('ASLI_PREVIEW names no product')
  })
})
