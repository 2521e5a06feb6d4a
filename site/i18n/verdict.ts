/** The words of the verdict page, apart from the catalogue's, so that a live page carries no more than it says. */
import type { Lang } from './index.ts'
import { type VerdictWords, verdictEn } from './verdict-en.ts'
import { verdictId } from './verdict-id.ts'

const words: Record<Lang, VerdictWords> = { en: verdictEn, id: verdictId }

export function useVerdictWords(lang: Lang): VerdictWords {
  return words[lang]
}
