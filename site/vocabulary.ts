/** The words of `content/vocab/`: one file a kind, each read with its own schema. */
import { type VocabularyEntry, type VocabularyKind, vocabularySchemas } from '#core/catalogue/vocabularies.ts'

export type Kind = VocabularyKind
export type Word<K extends Kind> = VocabularyEntry<K>

/** The entry of that id. Throws where there is none: content is checked before it is built. */
export interface LookUp {
  <K extends Kind>(kind: K, id: string): Word<K>
  /** Every entry of a kind, in the file's order. */
  all<K extends Kind>(kind: K): Word<K>[]
}

/** Reads the files, given by their name without extension. */
export function readVocabulary(files: Record<string, unknown>): LookUp {
  const kinds = Object.keys(vocabularySchemas) as Kind[]
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
  const read = vocabularySchemas[kind].safeParse(file)
  if (!read.success) throw new Error(`content/vocab/${kind}.yaml: ${read.error.message}`)
  const { source, entries } = read.data
  // A motif's page names where its reading comes from, be it said for the entry or for the whole file.
  return new Map(entries.map((entry) => [entry.id, { source, ...entry }]))
}
