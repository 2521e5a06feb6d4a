/** The pictures of products, by the path that their front matter gives. */
import type { ImageMetadata } from 'astro'
import type { Product } from '#core/catalogue/product.ts'
import type { Picture } from './entry.ts'

const files = import.meta.glob<ImageMetadata>('../content/products/*/images/*.{webp,avif,jpg,png}', {
  eager: true,
  import: 'default',
})

/** All pictures of a product, the hero first. */
export function findPictures(slug: string, product: Product): [Picture, ...Picture[]] {
  const pictures = product.images.map((image) => {
    const source = files[`../content/products/${slug}/${image.file}`]
    if (!source) throw new Error(`content/products/${slug}/${image.file} is missing.`)
    return { ...image, source }
  })
  const [first, ...rest] = pictures.sort((a, b) => Number(b.role === 'hero') - Number(a.role === 'hero'))
  if (!first) throw new Error(`content/products/${slug} has no picture.`)
  return [first, ...rest]
}
