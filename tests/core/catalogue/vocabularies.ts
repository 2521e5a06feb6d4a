/** The vocabularies of content/vocab/, each by its schema. */
import type { z } from 'zod'
import {
  attestationTypeVocabularySchema,
  dyeVocabularySchema,
  exportDocumentVocabularySchema,
  hs6VocabularySchema,
  marketVocabularySchema,
  motifVocabularySchema,
  plainVocabularySchema,
  regencyVocabularySchema,
  techniqueVocabularySchema,
  unitVocabularySchema,
} from '#core/catalogue/vocab.ts'
import { readYaml } from './content-files.ts'

type Vocabulary = { source: string; entries: { id: string }[] }

const schemas = {
  allergens: plainVocabularySchema,
  'attestation-types': attestationTypeVocabularySchema,
  care: plainVocabularySchema,
  categories: plainVocabularySchema,
  customisations: plainVocabularySchema,
  dyes: dyeVocabularySchema,
  'export-documents': exportDocumentVocabularySchema,
  fibres: plainVocabularySchema,
  hs6: hs6VocabularySchema,
  markets: marketVocabularySchema,
  motifs: motifVocabularySchema,
  'process-steps': plainVocabularySchema,
  regencies: regencyVocabularySchema,
  roles: plainVocabularySchema,
  techniques: techniqueVocabularySchema,
  units: unitVocabularySchema,
} satisfies Record<string, z.ZodType<Vocabulary>>

type Name = keyof typeof schemas

export const vocabularyNames = Object.keys(schemas) as Name[]
export const readVocabulary = (name: Name): Vocabulary => schemas[name].parse(readYaml(`vocab/${name}.yaml`))

/** The ids of every vocabulary. */
export const words = Object.fromEntries(
  vocabularyNames.map((name) => [name, new Set(readVocabulary(name).entries.map(({ id }) => id))]),
) as Record<Name, Set<string>>
