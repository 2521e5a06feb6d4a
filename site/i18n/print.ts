/** The words of the printing pages and of what they print. */
import type { Lang } from './index.ts'
import { type PrintWords, printEn } from './print-en.ts'
import { printId } from './print-id.ts'

const words: Record<Lang, PrintWords> = { en: printEn, id: printId }

export function usePrintWords(lang: Lang): PrintWords {
  return words[lang]
}
