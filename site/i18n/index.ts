/** Languages: words, addresses, and how numbers, dates and money are written. English has no prefix. */
import { en, type Words } from './en.ts'
import { id } from './id.ts'

export const languages = ['en', 'id'] as const
export type Lang = (typeof languages)[number]

const words: Record<Lang, Words> = { en, id }

/** The words of one language. */
export function useWords(lang: Lang): Words {
  return words[lang]
}

/** `/products/` → `/products/` or `/id/products/`. The path has no language of its own. */
export function localizedPath(path: string, lang: Lang): string {
  return lang === 'en' ? path : `/${lang}${path}`
}

/** The paths of a page that exists once a language, for `getStaticPaths` of a `[...lang]` route. */
export function inEachLanguage<Params extends Record<string, string>, Props extends object>(
  params: Params,
  props: Props,
) {
  return languages.map((lang) => ({
    params: { ...params, lang: lang === 'en' ? undefined : lang },
    props: { ...props, lang },
  }))
}
