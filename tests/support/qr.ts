/** An independent reader of QR codes: ZXing, on the drawing as a printer would make it. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import sharp from 'sharp'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

// In Node the package looks for its wasm on the network unless it is handed over.
const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer } })

export async function decodeQr(svg: string): Promise<{ text: string }> {
  const png = await sharp(Buffer.from(svg), { density: 300 }).resize(600, 600, { kernel: 'nearest' }).png().toBuffer()
  const [found] = await readBarcodes(new Blob([Uint8Array.from(png)]), { formats: ['QRCode'] })
  if (!found?.isValid) throw new Error('no QR could be read')
  return { text: found.text }
}
