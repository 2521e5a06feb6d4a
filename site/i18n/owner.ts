/** The words of the owner's link: few, since a reader's browser loads them with its script. */
import type { Lang } from './index.ts'
import { type OwnerWords, ownerEn } from './owner-en.ts'
import { ownerId } from './owner-id.ts'

const words: Record<Lang, OwnerWords> = { en: ownerEn, id: ownerId }

/** `lang` is the page's own, as its document says it. */
export function useOwnerWords(lang: string): OwnerWords {
  return lang === 'id' ? words.id : words.en
}
