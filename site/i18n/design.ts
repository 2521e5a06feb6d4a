/** The words of a design's page, apart from the catalogue's. */
import { type DesignWords, designEn } from './design-en.ts'
import { designId } from './design-id.ts'
import type { Lang } from './index.ts'

const words: Record<Lang, DesignWords> = { en: designEn, id: designId }

export function useDesignWords(lang: Lang): DesignWords {
  return words[lang]
}
