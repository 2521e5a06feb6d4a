/** The words of the API's page, apart from the catalogue's. */
import { type ApiWords, apiEn } from './api-en.ts'
import { apiId } from './api-id.ts'
import type { Lang } from './index.ts'

const words: Record<Lang, ApiWords> = { en: apiEn, id: apiId }

export function useApiWords(lang: Lang): ApiWords {
  return words[lang]
}
