import { describe, expect, test } from 'vitest'
import { readImageData } from '#core/catalogue/reading/image-data.ts'
import { readCatalogue } from '#core/catalogue/reading/read-catalogue.ts'
import { checkCatalogue } from '#core/catalogue/rules/check.ts'
import { stripImage } from '#core/catalogue/writing/strip-image.ts'
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
    expect(readImageData(plain)).toEqual({ width: 1600, height: 1200, hasPosition: false, texts: [] })
    expect(readImageData(placed)).toMatchObject({ hasPosition: true })
    expect(readImageData(turned)).toMatchObject({ hasPosition: false })
  })

  test('finds a position in XMP as well', () => {
    expect(readImageData(webp(riffChunk('XMP ', xmp)))).toMatchObject({ hasPosition: true })
    expect(readImageData(jpeg(jpegSegment(0xe1, xmp)))).toMatchObject({ hasPosition: true })
    expect(readImageData(png(pngChunk('iTXt', xmp)))).toMatchObject({ hasPosition: true })
  })

  test('reads the largest size of an AVIF, and whether it tells where it was taken', () => {
    const size = (width: number, height: number) => [...ascii('ispe'), 0, 0, 0, 0, ...be32(width), ...be32(height)]
    const avif = (...bytes: number[]) =>
      Uint8Array.from([...be32(16), ...ascii('ftypavif'), 0, 0, 0, 0, ...size(160, 120), ...size(1600, 1200), ...bytes])
    expect(readImageData(avif())).toEqual({ width: 1600, height: 1200, hasPosition: false, texts: [] })
    expect(readImageData(avif(...tiff(GPS)))).toMatchObject({ hasPosition: true })
    expect(readImageData(avif(...ascii('<x:xmpmeta'), ...xmp))).toMatchObject({ hasPosition: true })
    expect(readImageData(avif(...tiff(ORIENTATION)))).toMatchObject({ hasPosition: false })
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

  test.each([
    ['a comment of a JPEG', jpeg(jpegSegment(0xfe, ascii('Foto oleh Demo, 0812 3456 7890')))],
    ['the EXIF of a WebP', webp(riffChunk('EXIF', [...tiff(ORIENTATION), ...ascii('studio@example.id')]))],
    ['a text of a PNG', png(pngChunk('tEXt', ascii('Author\0NIK 3513010101900001')))],
  ])('hold no personal data in %s', (_where, bytes) => {
    expect(findingsWith(bytes)).toEqual([`error PII-01 ${FILE}`])
  })

  test('may tell which program made them', () => {
    const made = 'xmp.iid:01234567-0812-3456-7890-012345678901 Drawn 2026-10-05T10:11:12 v26.0.1'
    expect(findingsWith(webp(riffChunk('XMP ', ascii(made))))).toEqual([])
  })

  test('are neither small nor heavy', () => {
    const product = 'products/cassava-chips-balado-100g/index.md'
    const small = riffChunk('VP8X', [8, 0, 0, 0, 0x3f, 0x01, 0, 0xaf, 0x00, 0])
    const tiny = Uint8Array.from([...ascii('RIFF'), ...le32(0), ...ascii('WEBP'), ...small])
    expect(findingsWith(tiny)).toEqual([`error IMG-02 ${product}`])
    expect(findingsWith(webp(riffChunk('ALPH', Array(400_001).fill(0))))).toEqual([`error IMG-02 ${product}`])
  })
})

describe('stripImage', () => {
  const exif = (tag: number) => jpegSegment(0xe1, [...ascii('Exif\0\0'), ...tiff(tag)])

  test('takes out what is told, and leaves the rest byte for byte', () => {
    expect(stripImage(png(pngChunk('eXIf', tiff(GPS)), pngChunk('tEXt', ascii('me'))))).toEqual(png())
    expect(stripImage(jpeg(exif(GPS), jpegSegment(0xfe, ascii('me'))))).toEqual(jpeg())
  })

  test('of a WebP corrects the length, and the flags that promise what is gone', () => {
    const told = webp(riffChunk('EXIF', tiff(GPS)), riffChunk('XMP ', xmp), riffChunk('ICCP', [1, 2]))
    const stripped = stripImage(told)
    expect(new DataView(stripped.buffer).getUint32(4, true)).toBe(stripped.length - 8)
    expect(stripped[20]).toBe(0)
    expect(stripped.slice(21)).toEqual(webp(riffChunk('ICCP', [1, 2])).slice(21))
  })

  test('keeps how the camera was held, and nothing else of its EXIF', () => {
    // The entry of tiff() is a long of 26: as a short its first half is 26, which no camera writes; 6 is a quarter turn.
    const turned = jpeg(jpegSegment(0xe1, [...ascii('Exif\0\0'), ...tiff(ORIENTATION).with(18, 6), ...xmp]))
    const stripped = stripImage(turned)
    expect(readImageData(stripped)).toEqual({ width: 1600, height: 1200, hasPosition: false, texts: [] })
    expect(stripped.length).toBe(jpeg().length + 36)
    expect(stripImage(stripped)).toEqual(stripped)
  })

  test('gives back the same bytes where nothing is told, and of what is cut or no picture', () => {
    for (const bytes of [png(), jpeg(), webp(), new Uint8Array([1, 2, 3])]) expect(stripImage(bytes)).toBe(bytes)
    const whole = webp(riffChunk('EXIF', tiff(GPS)))
    for (let length = 0; length < whole.length; length++) expect(() => stripImage(whole.slice(0, length))).not.toThrow()
  })
})
