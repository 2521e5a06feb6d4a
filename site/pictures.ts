/** The pictures of products, by the path that their front matter gives. */
import type { ImageMetadata } from 'astro'
import type { Product } from '#core/catalogue/product.ts'
import { previewed } from './config.ts'
import type { Picture } from './entry.ts'

// ~content is the content folder: astro.config.mjs says where.
const found = import.meta.glob<ImageMetadata>('~content/products/*/images/*.{webp,avif,jpg,png}', {
  eager: true,
  import: 'default',
})

/** `SLUG/images/FILE` → the picture; above that, where the folder lies is no matter. */
const files = new Map(Object.entries(found).map(([path, source]) => [path.split('/').slice(-3).join('/'), source]))

/** In a preview, for a picture that is not there yet. The setting is named here so that no other build takes the file in. */
const standIn = process.env.ASLI_PREVIEW ? (await import('./preview/no-picture.webp')).default : undefined

/** All pictures of a product, the hero first. */
export function findPictures(slug: string, product: Product): [Picture, ...Picture[]] {
  const pictures = product.images.map((image): Picture => {
    const source = files.get(`${slug}/${image.file}`)
    if (source) return { ...image, source }
    if (standIn && slug === previewed) return { ...image, source: standIn, missing: true }
    throw new Error(`content/products/${slug}/${image.file} is missing.`)
  })
  const [first, ...rest] = pictures.sort((a, b) => Number(b.role === 'hero') - Number(a.role === 'hero'))
  if (!first) throw new Error(`content/products/${slug} has no picture.`)
  return [first, ...rest]
}
