/** The picture that stands beside a link where it is passed on: a JPEG, which every messenger reads. */
import { getImage } from 'astro:assets'
import type { Picture } from './entry.ts'
import type { Lang } from './i18n/index.ts'

export interface SharedPicture {
  /** From the root of the site. */
  src: string
  alt: string
}

export async function drawSharedPicture({ source, alt }: Picture, lang: Lang): Promise<SharedPicture> {
  const image = await getImage({ src: source, width: 960, height: 720, format: 'jpeg' })
  return { src: image.src, alt: alt[lang] }
}
