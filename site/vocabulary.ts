/** The words of `content/vocab/`: one file a kind, each read with its own schema. */
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
}

type Vocabularies = { [Kind in keyof typeof schemas]: z.infer<(typeof schemas)[Kind]> }
export type Kind = keyof Vocabularies
export type Word<K extends Kind> = Vocabularies[K]['entries'][number]

/** The entry of that id. Throws where there is none: content is checked before it is built. */
export interface LookUp {
  <K extends Kind>(kind: K, id: string): Word<K>
  /** Every entry of a kind, in the file's order. */
  all<K extends Kind>(kind: K): Word<K>[]
}

/** Reads the files, given by their name without extension. */
export function readVocabulary(files: Record<string, unknown>): LookUp {
  const kinds = Object.keys(schemas) as Kind[]
  const read = new Map(kinds.map((kind) => [kind, indexEntries(kind, files[kind])]))
  const lookUp = <K extends Kind>(kind: K, id: string) => {
    const found = read.get(kind)?.get(id)
    if (!found) throw new Error(`content/vocab/${kind}.yaml has no entry “${id}”: add it, or correct who names it.`)
    return found as Word<K>
  }
  const all = <K extends Kind>(kind: K) => [...(read.get(kind)?.values() ?? [])] as Word<K>[]
  return Object.assign(lookUp, { all })
}

function indexEntries(kind: Kind, file: unknown): Map<string, Word<Kind>> {
  const read = schemas[kind].safeParse(file)
  if (!read.success) throw new Error(`content/vocab/${kind}.yaml: ${read.error.message}`)
  const { source, entries } = read.data
  // A motif's page names where its reading comes from, be it said for the entry or for the whole file.
  return new Map(entries.map((entry) => [entry.id, { source, ...entry }]))
}
