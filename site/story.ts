/** A product's story in the reader's language: English in index.md, Indonesian in index.id.md, else English. */
import { getEntry, render } from 'astro:content'
import type { Lang } from './i18n/index.ts'

/** The rendered body, and the language that it is in. */
export async function renderStory(slug: string, lang: Lang) {
  const translated = lang === 'id' ? await getEntry('stories', slug) : undefined
  if (translated) return { Content: (await render(translated)).Content, lang }
  const original = await getEntry('products', slug)
  if (!original) throw new Error(`content/products/${slug}/index.md is missing.`)
  return { Content: (await render(original)).Content, lang: 'en' as const }
}
