import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { create } from 'qrcode'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { formatCode, makeCode } from '#core/certificate/code.ts'
import { drawCaptionedQr, drawQr, fitWidthMm, leastWidthMm, outlineQr } from '#core/qr/drawing.ts'
import { formatTagUrl } from '#core/qr/payload.ts'
import { drawTag } from '../../../functions/actions/draw-qr.ts'

const CODE = makeCode(Uint8Array.of(1, 2, 3, 4, 5, 6, 7))
const ORIGIN = 'https://asli.example'

/** The dark squares of an SVG's second path, as `x,y`. */
function readRuns(svg: string): string[] {
  const path = /fill="#000" d="([^"]*)"/.exec(svg)?.[1] ?? ''
  const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)]
  expect(runs.map(([run]) => run).join('')).toBe(path)
  return runs.flatMap(([, x, y, right, left]) => {
    expect(right).toBe(left)
    return Array.from({ length: Number(right) }, (_, i) => `${Number(x) + i},${y}`)
  })
}

function svgOf(origin: string, code = CODE, size = {}): string {
  const drawn = drawTag(origin, code, size)
  if (!drawn.ok) throw new Error(drawn.error.detail)
  return drawn.value
}

async function decode(svg: string, width: number) {
  const { data, info } = await sharp(Buffer.from(svg), { density: 300 })
    .resize(width)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const image = {
    data: new Uint8ClampedArray(data),
    width: info.width,
    height: info.height,
    colorSpace: 'srgb' as const,
  }
  return readBarcodes(image as ImageData, { formats: ['QRCode'], tryHarder: true })
}

beforeAll(() => {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
  prepareZXingModule({ overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length) } })
})

describe('drawQr', () => {
  test('draws exactly the dark squares, four modules from each edge', () => {
    const matrices = fc
      .integer({ min: 1, max: 12 })
      .chain((size) =>
        fc
          .array(fc.constantFrom(0, 1), { minLength: size * size, maxLength: size * size })
          .map((data) => ({ size, data })),
      )
    fc.assert(
      fc.property(matrices, ({ size, data }) => {
        const svg = drawQr({ size, data }, 'x')
        const dark = data.flatMap((bit, i) => (bit ? [`${(i % size) + 4},${Math.floor(i / size) + 4}`] : []))
        expect(readRuns(svg)).toEqual(dark)
        expect(svg).toContain(`viewBox="0 0 ${size + 8} ${size + 8}"`)
        expect(svg).toContain(`<path fill="#fff" d="M0 0h${size + 8}v${size + 8}H0z"/>`)
      }),
    )
  })

  test('is these bytes for a matrix of two by two', () => {
    expect(drawQr({ size: 2, data: [1, 1, 0, 1] }, 'A & B', 20)).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="20mm" height="20mm" role="img" ' +
        'shape-rendering="crispEdges"><title>A &amp; B</title><path fill="#fff" d="M0 0h10v10H0z"/>' +
        '<path fill="#000" d="M4 4h2v1h-2zM5 5h1v1h-1z"/></svg>',
    )
  })

  test('lets no label become markup', () => {
    const svg = drawQr({ size: 1, data: [1] }, '</title><script>alert("1")</script>&')
    expect(svg).toContain('<title>&lt;/title&gt;&lt;script&gt;alert("1")&lt;/script&gt;&amp;</title>')
    expect(svg.match(/<[a-z]+/g)).toEqual(['<svg', '<title', '<path', '<path'])
  })
})

describe('drawCaptionedQr', () => {
  test('writes its lines below the squares, as text, and is as much higher', () => {
    const svg = drawCaptionedQr({ size: 21, data: new Uint8Array(441) }, 'x', ['AB<C', 'a.example/v'], 29)
    expect(svg).toContain('viewBox="0 0 29 37" width="29mm" height="37mm"')
    expect(svg).toContain('>AB&lt;C</text>')
    expect(svg).toContain('>a.example/v</text>')
  })

  test('makes a long line small enough for the width', () => {
    const line = 'certificates.asli-indonesia.example/v'
    const svg = drawCaptionedQr({ size: 29, data: new Uint8Array(841) }, 'x', [line])
    const fontSize = Number(/font-size="([\d.]+)"/.exec(svg)?.[1])
    expect(fontSize * 0.62 * line.length).toBeLessThanOrEqual(37)
  })
})

describe('leastWidthMm', () => {
  test.each([
    [29, 203, 14],
    [33, 203, 16],
    [29, 300, 13],
    [33, 300, 14],
    [29, 299, 10],
    [29, 600, 7],
    [45, 203, 20],
    [29, 72, 40],
  ])('is for %i modules at %i dpi %i mm', (size, dpi, mm) => expect(leastWidthMm(size, dpi)).toBe(mm))

  test('is the first whole millimeter at which a module has 3 dots below 300 dpi, and 4 from there', () => {
    fc.assert(
      fc.property(fc.integer({ min: 21, max: 177 }), fc.integer({ min: 72, max: 2400 }), (size, dpi) => {
        const dots = (mm: number) => ((mm / 25.4) * dpi) / (size + 8)
        const mm = leastWidthMm(size, dpi)
        const wanted = dpi < 300 ? 3 : 4
        expect(dots(mm)).toBeGreaterThanOrEqual(wanted - 1e-9)
        expect(dots(mm - 1)).toBeLessThan(wanted)
      }),
    )
  })
})

describe('fitWidthMm', () => {
  test.each([
    [29, 18, 203, 18.518, 4],
    [29, 18, 300, 18.796, 6],
    [29, 18, 600, 18.796, 12],
    [41, 25, 203, 30.655, 5],
    [29, 1, 203, 13.889, 3],
    [29, 1, 300, 12.531, 4],
  ])('is for %i modules, %d mm at %i dpi, %d mm with %i dots a module', (size, asked, dpi, mm, dots) => {
    expect(fitWidthMm(size, asked, dpi)).toEqual({ mm: expect.closeTo(mm, 3), dots })
  })

  test('is the first width from the asked one that gives every module as many dots, and gives itself when asked', () => {
    const sizes = fc.integer({ min: 21, max: 177 })
    const widths = fc.double({ min: 1, max: 200, noNaN: true })
    fc.assert(
      fc.property(sizes, widths, fc.integer({ min: 72, max: 2400 }), (size, asked, dpi) => {
        const { mm, dots } = fitWidthMm(size, asked, dpi)
        const dot = 25.4 / dpi
        expect(Number.isInteger(dots)).toBe(true)
        expect(mm).toBeCloseTo((size + 8) * dots * dot, 9)
        expect(mm).toBeGreaterThanOrEqual(asked - 1e-3)
        if (dots > (dpi < 300 ? 3 : 4)) expect((size + 8) * (dots - 1) * dot).toBeLessThan(asked)
        expect(fitWidthMm(size, mm, dpi)).toEqual({ mm, dots })
      }),
    )
  })
})

describe('outlineQr', () => {
  test('is the path that drawQr draws', () => {
    const matrix = { size: 2, data: [1, 1, 0, 1] }
    expect(outlineQr(matrix)).toEqual({ side: 10, path: 'M4 4h2v1h-2zM5 5h1v1h-1z' })
    expect(drawQr(matrix, 'x')).toContain('d="M4 4h2v1h-2zM5 5h1v1h-1z"')
  })
})

describe('drawTag', () => {
  test.each([
    'https://a.id',
    ORIGIN,
    'https://asli-batik.web.id',
    'http://192.168.100.100',
    'http://localhost:8787',
    'https://certificates.asli-indonesia.example',
  ])('draws at %s what a phone reads as the address of the tag', async (origin) => {
    const [found, ...more] = await decode(svgOf(origin), 400)
    expect(found?.text).toBe(formatTagUrl(origin, CODE))
    expect(found?.ecLevel).toBe('Q')
    expect(more).toEqual([])
  })

  test('is read for any code, though printed at three dots a module', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 7, maxLength: 7 }), async (random) => {
        const code = makeCode(random)
        expect((await decode(svgOf(ORIGIN, code), 3 * 37))[0]?.text).toBe(formatTagUrl(ORIGIN, code))
      }),
      { numRuns: 20, seed: 1 },
    )
  })

  test.each(['https://aslisertifikat.com', 'https://abcdefghijklmno.com'])(
    'is of version 3, 29 modules wide, at %s',
    (origin) => {
      const svg = svgOf(origin)
      const { modules } = create(formatTagUrl(origin, CODE), { version: 3, errorCorrectionLevel: 'Q' })
      expect(svg).toContain('viewBox="0 0 37 45"')
      expect(readRuns(svg)).toHaveLength(modules.data.reduce((sum, bit) => sum + bit, 0))
    },
  )

  test('has no style, script, link or handler, and names the code and the host in its title', () => {
    const svg = svgOf(ORIGIN, CODE, { mm: 20 })
    expect(svg).toContain(`<title>QR: ${formatCode(CODE)}, asli.example</title>`)
    expect(svg).not.toMatch(/style|<script|href|\bon\w+=|<!|url\(/i)
    expect(svg).toContain(' width="20mm" height="24.32mm" ')
  })

  test('has no size of its own where none was asked for', () => {
    expect(svgOf(ORIGIN)).not.toMatch(/(?<!stroke-)width=|height=/)
  })

  test('is the same each time', () => {
    expect(svgOf(ORIGIN)).toBe(svgOf(ORIGIN))
  })

  test.each([
    [18, 203],
    [18, 300],
    [18, undefined],
    [40, 72],
    [18, 2400],
    [500, 203],
  ])('can be had %i mm wide at %s dpi', (mm, dpi) => {
    expect(drawTag(ORIGIN, CODE, dpi === undefined ? { mm } : { mm, dpi }).ok).toBe(true)
  })

  test.each([
    [17, 203, 18],
    [17.9, 203, 18],
    [1, 600, 18],
    [39, 72, 40],
  ])('is refused %d mm wide at %i dpi, with the least size: %i mm', (mm, dpi, least) => {
    expect(drawTag(ORIGIN, CODE, { mm, dpi })).toEqual({
      ok: false,
      error: {
        slug: 'qr-too-small',
        detail: `At ${dpi} dpi this QR needs at least ${least} mm; ${mm} mm was asked for.`,
      },
    })
  })
})
