/** An independent reader of QR codes: ZXing, on the drawing as a printer would make it. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import sharp from 'sharp'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

// In Node the package looks for its wasm on the network unless it is handed over.
const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer } })

/** A picture without colors, a byte a pixel. */
export interface Gray {
  pixels: Buffer
  width: number
  height: number
}

/** What a printer without gray makes of a picture: every dot is black or white. */
export async function printDots(png: Buffer): Promise<Gray> {
  const dots = sharp(png).flatten({ background: '#fff' }).grayscale().threshold(128)
  const { data: pixels, info } = await dots.raw().toBuffer({ resolveWithObject: true })
  return { pixels, width: info.width, height: info.height }
}

/** The texts of all QRs in a picture, sorted. */
export async function decodeQrs({ pixels, width, height }: Gray): Promise<string[]> {
  const rgba = new Uint8ClampedArray(pixels.length * 4)
  for (const [at, gray] of pixels.entries()) rgba.fill(gray, at * 4, at * 4 + 3).fill(255, at * 4 + 3, at * 4 + 4)
  const image = { data: rgba, width, height, colorSpace: 'srgb' as const }
  const found = await readBarcodes(image as ImageData, { formats: ['QRCode'] })
  return found
    .filter(({ isValid }) => isValid)
    .map(({ text }) => text)
    .sort()
}

export async function decodeQr(svg: string): Promise<{ text: string }> {
  const png = await sharp(Buffer.from(svg), { density: 300 }).resize(600, 600, { kernel: 'nearest' }).png().toBuffer()
  const [found] = await readBarcodes(new Blob([Uint8Array.from(png)]), { formats: ['QRCode'] })
  if (!found?.isValid) throw new Error('no QR could be read')
  return { text: found.text }
}
