/** The words of “How it works”, apart from the catalogue's. */
import { type HowWords, howEn } from './how-en.ts'
import { howId } from './how-id.ts'
import type { Lang } from './index.ts'

const words: Record<Lang, HowWords> = { en: howEn, id: howId }

export function useHowWords(lang: Lang): HowWords {
  return words[lang]
}
