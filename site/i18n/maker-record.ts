/** The words of a maker's record, apart from the catalogue's. */
import type { Lang } from './index.ts'
import { type MakerRecordWords, makerRecordEn } from './maker-record-en.ts'
import { makerRecordId } from './maker-record-id.ts'

const words: Record<Lang, MakerRecordWords> = { en: makerRecordEn, id: makerRecordId }

export function useMakerRecordWords(lang: Lang): MakerRecordWords {
  return words[lang]
}
