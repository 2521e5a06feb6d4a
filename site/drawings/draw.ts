/** `npm run draw`: every demo picture, from its drawing to content/products/<slug>/images/<view>.webp. */
import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { goods } from './goods.ts'
import { type Drawing, renderSvg } from './studio.ts'
import { textiles } from './textiles.ts'

const LIMIT = 400 * 1024
const QUALITIES = [82, 78, 74, 70, 66, 60]
const products = fileURLToPath(new URL('../../content/products/', import.meta.url))

/** The best quality that keeps the file within what a buyer on a slow line can load. */
async function toWebp(drawing: Drawing): Promise<Buffer> {
  const pixels = await sharp(Buffer.from(renderSvg(drawing)), { unlimited: true })
    .png()
    .toBuffer()
  let file = Buffer.alloc(0)
  for (const quality of QUALITIES) {
    file = await sharp(pixels).removeAlpha().webp({ quality, effort: 6 }).toBuffer()
    if (file.length <= LIMIT) return file
  }
  throw new Error(`A picture stays above ${LIMIT} bytes (${file.length}) at the lowest quality.`)
}

for (const [slug, views] of Object.entries({ ...textiles, ...goods })) {
  const folder = `${products}${slug}/images`
  await mkdir(folder, { recursive: true })
  for (const [view, drawing] of Object.entries(views)) {
    const file = await toWebp(drawing)
    await writeFile(`${folder}/${view}.webp`, file)
    console.log(`${slug}/${view}.webp  ${Math.round(file.length / 1024)} kB`)
  }
}
