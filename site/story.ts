/** A product's story in the reader's language: `index.<lang>.md`, else the English of index.md. */
import { getEntry, render } from 'astro:content'
import type { Lang } from './i18n/index.ts'

/** The rendered body, and the language that it is in. */
export async function renderStory(slug: string, lang: Lang) {
  const [translated, english] = [await getEntry('stories', `${slug}.${lang}`), await getEntry('stories', `${slug}.en`)]
  const [story, language] = translated ? [translated, lang] : [english, 'en' as const]
  if (!story) throw new Error(`content/products/${slug}/index.md is missing.`)
  return { Content: (await render(story)).Content, lang: language }
}
