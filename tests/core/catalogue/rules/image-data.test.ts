import { describe, expect, test } from 'vitest'
import { readCatalogue } from '#core/catalogue/reading/read-catalogue.ts'
import { checkCatalogue } from '#core/catalogue/rules/check.ts'
import { readImageData } from '#core/catalogue/rules/image-data.ts'
import { readContentBytes } from '../content-bytes.ts'
import { demoOccasion } from '../fixtures.ts'

const ascii = (text: string) => [...new TextEncoder().encode(text)]
const be32 = (n: number) => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255]
const be16 = (n: number) => [n >>> 8, n & 255]
const le32 = (n: number) => be32(n).reverse()

/** A TIFF whose only entry is the one with this tag. */
const tiff = (tag: number) => [...ascii('II*\0'), ...le32(8), 1, 0, tag & 255, tag >>> 8, 4, 0, ...le32(1), ...le32(26)]
const GPS = 0x8825
const ORIENTATION = 0x0112

const pngChunk = (name: string, bytes: number[]) => [...be32(bytes.length), ...ascii(name), ...bytes, 0, 0, 0, 0]
const png = (...chunks: number[][]) =>
  Uint8Array.from([
    0x89,
    ...ascii('PNG\r\n'),
    0x1a,
    0x0a,
    ...pngChunk('IHDR', [...be32(1600), ...be32(1200), 8, 2, 0, 0, 0]),
    ...chunks.flat(),
  ])

const jpegSegment = (marker: number, bytes: number[]) => [0xff, marker, ...be16(bytes.length + 2), ...bytes]
const jpeg = (...segments: number[][]) =>
  Uint8Array.from([
    0xff,
    0xd8,
    ...segments.flat(),
    ...jpegSegment(0xc0, [8, ...be16(1200), ...be16(1600), 3]),
    0xff,
    0xda,
    0,
    2,
  ])

const riffChunk = (name: string, bytes: number[]) => [
  ...ascii(name),
  ...le32(bytes.length),
  ...bytes,
  ...(bytes.length % 2 ? [0] : []),
]
const webp = (...chunks: number[][]) => {
  const extended = riffChunk('VP8X', [8, 0, 0, 0, 0x3f, 0x06, 0, 0xaf, 0x04, 0])
  return Uint8Array.from([...ascii('RIFF'), ...le32(0), ...ascii('WEBP'), ...extended, ...chunks.flat()])
}

const xmp = ascii('<x exif:GPSLatitude="7,45.2S"/>')

describe('readImageData', () => {
  test.each([
    ['PNG', png(), png(pngChunk('eXIf', tiff(GPS))), png(pngChunk('eXIf', tiff(ORIENTATION)))],
    [
      'JPEG',
      jpeg(),
      jpeg(jpegSegment(0xe1, [...ascii('Exif\0\0'), ...tiff(GPS)])),
      jpeg(jpegSegment(0xe1, [...ascii('Exif\0\0'), ...tiff(ORIENTATION)])),
    ],
    ['WebP', webp(), webp(riffChunk('EXIF', tiff(GPS))), webp(riffChunk('EXIF', tiff(ORIENTATION)))],
  ])('reads the size of a %s, and whether it tells where it was taken', (_kind, plain, placed, turned) => {
    expect(readImageData(plain)).toEqual({ width: 1600, height: 1200, hasPosition: false })
    expect(readImageData(placed)).toMatchObject({ hasPosition: true })
    expect(readImageData(turned)).toMatchObject({ hasPosition: false })
  })

  test('finds a position in XMP as well', () => {
    expect(readImageData(webp(riffChunk('XMP ', xmp)))).toMatchObject({ hasPosition: true })
    expect(readImageData(jpeg(jpegSegment(0xe1, xmp)))).toMatchObject({ hasPosition: true })
    expect(readImageData(png(pngChunk('iTXt', xmp)))).toMatchObject({ hasPosition: true })
  })

  test('reads the plain WebP files of the demo', () => {
    const pictures = [...readContentBytes()].filter(([file]) => file.endsWith('.webp'))
    expect(pictures.length).toBe(30)
    for (const [file, bytes] of pictures) expect(readImageData(bytes)?.width, file).toBeGreaterThanOrEqual(900)
  })

  test('never throws, wherever a file is cut', () => {
    const whole = [
      png(pngChunk('eXIf', tiff(GPS))),
      jpeg(jpegSegment(0xe1, [...ascii('Exif\0\0'), ...tiff(GPS)])),
      webp(riffChunk('EXIF', tiff(GPS))),
    ]
    for (const bytes of whole) {
      for (let length = 0; length < bytes.length; length++) {
        expect(() => readImageData(bytes.slice(0, length))).not.toThrow()
      }
    }
    expect(readImageData(new Uint8Array([1, 2, 3]))).toBeUndefined()
  })
})

describe('pictures of a product', () => {
  const FILE = 'products/cassava-chips-balado-100g/images/detail.webp'
  const findingsWith = (bytes: Uint8Array) => {
    const findings = checkCatalogue(readCatalogue(readContentBytes().set(FILE, bytes)), demoOccasion)
    return findings.map(({ severity, rule, file }) => `${severity} ${rule} ${file}`)
  }

  test('must not tell where they were taken', () => {
    expect(findingsWith(webp(riffChunk('EXIF', tiff(GPS))))).toEqual([`error PII-01 ${FILE}`])
  })

  test('are warned about when they are small or heavy', () => {
    const product = 'products/cassava-chips-balado-100g/index.md'
    const small = riffChunk('VP8X', [8, 0, 0, 0, 0x3f, 0x01, 0, 0xaf, 0x00, 0])
    const tiny = Uint8Array.from([...ascii('RIFF'), ...le32(0), ...ascii('WEBP'), ...small])
    expect(findingsWith(tiny)).toEqual([`warning IMG-02 ${product}`])
    expect(findingsWith(webp(riffChunk('ALPH', Array(400_001).fill(0))))).toEqual([`warning IMG-02 ${product}`])
  })
})
