import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'

/** 12 KB: what a reader on a slow line may be asked to load before their own device checks a certificate. */
const LIMIT = 12_288

describe('the verify path, bundled for a browser', () => {
  test('weighs at most 12 KB, compressed, and holds no schema library', async () => {
    const { outputFiles, metafile } = await build({
      entryPoints: ['functions/core/certificate/verify.ts'],
      ...{ bundle: true, minify: true, treeShaking: true, write: false, metafile: true },
      ...{ format: 'esm', platform: 'browser', logLevel: 'silent' },
    })
    expect(gzipSync(outputFiles[0]?.contents ?? '').length).toBeLessThanOrEqual(LIMIT)
    const packages = Object.keys(metafile.inputs).filter((file) => file.startsWith('node_modules/'))
    expect(packages.length).toBeGreaterThan(0)
    expect(packages.filter((file) => !file.startsWith('node_modules/@noble/hashes/'))).toEqual([])
  })
})
