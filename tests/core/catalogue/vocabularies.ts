/** The vocabularies of content/vocab/, each by its schema. */
import { type VocabularyKind, vocabularySchemas } from '#core/catalogue/vocabularies.ts'
import { readYaml } from './content-files.ts'

type Vocabulary = { source: string; entries: { id: string }[] }

type Name = VocabularyKind

export const vocabularyNames = Object.keys(vocabularySchemas) as Name[]
export const readVocabulary = (name: Name): Vocabulary => vocabularySchemas[name].parse(readYaml(`vocab/${name}.yaml`))

/** The ids of every vocabulary. */
export const words = Object.fromEntries(
  vocabularyNames.map((name) => [name, new Set(readVocabulary(name).entries.map(({ id }) => id))]),
) as Record<Name, Set<string>>
