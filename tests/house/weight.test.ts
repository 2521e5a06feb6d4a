import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'

/** What a reader on a slow line may be asked to load before their own device does the work; in bytes, compressed. */
const limits: [string, string, number][] = [
  ['the verify path', 'functions/core/certificate/verify.ts', 12_288],
  ['the owner’s link', 'site/client/owner.ts', 7_168],
]

test('what asks whether an approval has run out weighs less than a kilobyte, and holds no package', async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: ['site/client/expiry.ts'],
    ...{ bundle: true, minify: true, write: false, metafile: true },
    ...{ format: 'esm', platform: 'browser', logLevel: 'silent' },
  })
  expect(gzipSync(outputFiles[0]?.contents ?? '').length).toBeLessThan(1024)
  expect(Object.keys(metafile.inputs)).toEqual(['functions/core/calendar.ts', 'site/client/expiry.ts'])
})

describe.each(limits)('%s, bundled for a browser', (_, entry, limit) => {
  test(`weighs at most ${limit} bytes, compressed, and holds no schema library`, async () => {
    const { outputFiles, metafile } = await build({
      entryPoints: [entry],
      ...{ bundle: true, minify: true, treeShaking: true, write: false, metafile: true },
      ...{ format: 'esm', platform: 'browser', logLevel: 'silent' },
    })
    expect(gzipSync(outputFiles[0]?.contents ?? '').length).toBeLessThanOrEqual(limit)
    const packages = Object.keys(metafile.inputs).filter((file) => file.startsWith('node_modules/'))
    expect(packages.length).toBeGreaterThan(0)
    expect(packages.filter((file) => !file.startsWith('node_modules/@noble/hashes/'))).toEqual([])
  })
})
