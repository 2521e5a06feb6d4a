/** The words of the ladder, apart from the catalogue's. */
import type { Lang } from './index.ts'
import { type LadderWords, ladderEn } from './ladder-en.ts'
import { ladderId } from './ladder-id.ts'

const words: Record<Lang, LadderWords> = { en: ladderEn, id: ladderId }

export function useLadderWords(lang: Lang): LadderWords {
  return words[lang]
}
