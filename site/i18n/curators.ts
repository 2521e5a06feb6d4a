/** The words of the curators' page, apart from the catalogue's. */
import { type CuratorWords, curatorsEn } from './curators-en.ts'
import { curatorsId } from './curators-id.ts'
import type { Lang } from './index.ts'

const words: Record<Lang, CuratorWords> = { en: curatorsEn, id: curatorsId }

export function useCuratorWords(lang: Lang): CuratorWords {
  return words[lang]
}
