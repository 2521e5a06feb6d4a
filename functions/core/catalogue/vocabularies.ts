/** The files of `content/vocab/` by their name without extension, each with its schema. */
import type { z } from 'zod'
import {
  attestationTypeVocabularySchema,
  categoryVocabularySchema,
  dyeVocabularySchema,
  exportDocumentVocabularySchema,
  hs6VocabularySchema,
  marketVocabularySchema,
  motifVocabularySchema,
  plainVocabularySchema,
  regencyVocabularySchema,
  techniqueVocabularySchema,
  unitVocabularySchema,
} from './vocab.ts'
import {
  competenceUnitVocabularySchema,
  districtVocabularySchema,
  geographicalIndicationVocabularySchema,
  incotermVocabularySchema,
  kbliVocabularySchema,
  placeOfLoadingVocabularySchema,
  sizeClassVocabularySchema,
  standardVocabularySchema,
} from './vocab-reference.ts'

/** A kind of word → the schema of its file. */
export const vocabularySchemas = {
  allergens: plainVocabularySchema,
  'attestation-types': attestationTypeVocabularySchema,
  care: plainVocabularySchema,
  categories: categoryVocabularySchema,
  customisations: plainVocabularySchema,
  districts: districtVocabularySchema,
  dyes: dyeVocabularySchema,
  'export-documents': exportDocumentVocabularySchema,
  fibres: plainVocabularySchema,
  'geographical-indications': geographicalIndicationVocabularySchema,
  hs6: hs6VocabularySchema,
  incoterms: incotermVocabularySchema,
  kbli: kbliVocabularySchema,
  markets: marketVocabularySchema,
  motifs: motifVocabularySchema,
  'places-of-loading': placeOfLoadingVocabularySchema,
  'process-steps': plainVocabularySchema,
  regencies: regencyVocabularySchema,
  roles: plainVocabularySchema,
  'size-classes': sizeClassVocabularySchema,
  'skkni-units': competenceUnitVocabularySchema,
  sni: standardVocabularySchema,
  'spp-irt-foods': plainVocabularySchema,
  'spp-irt-packaging': plainVocabularySchema,
  techniques: techniqueVocabularySchema,
  units: unitVocabularySchema,
} as const

/** Every vocabulary as it is read. */
export type Vocabularies = { [Kind in keyof typeof vocabularySchemas]: z.infer<(typeof vocabularySchemas)[Kind]> }
/** A kind of word: the name of its file. */
export type VocabularyKind = keyof Vocabularies
/** One entry of a kind. */
export type VocabularyEntry<Kind extends VocabularyKind> = Vocabularies[Kind]['entries'][number]

/** Whether there is such a file; what is not a vocabulary is not read. */
export function isVocabularyKind(name: string): name is VocabularyKind {
  return Object.hasOwn(vocabularySchemas, name)
}
