/** The words of the clusters, apart from the catalogue's. */
import { type ClusterWords, clustersEn } from './clusters-en.ts'
import { clustersId } from './clusters-id.ts'
import type { Lang } from './index.ts'

const words: Record<Lang, ClusterWords> = { en: clustersEn, id: clustersId }

export function useClusterWords(lang: Lang): ClusterWords {
  return words[lang]
}
