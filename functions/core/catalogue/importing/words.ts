/** Words of an office's list that are none of ours: asked once each, and kept beside the table. */
import { type Question, readAnswer } from '../asking/question.ts'
import type { Catalogue } from '../reading/catalogue.ts'
import { isSum, type Row, readCell, refuseCell } from './cell.ts'
import type { Target } from './columns.ts'
import { fieldOf } from './field.ts'
import type { Mapping } from './mapping.ts'

export type UnknownWords = { column: string; target: Exclude<Target, 'ignore'>; words: string[] }

/** Vocabularies of few words, which offices have in words of their own. */
const ASKED: ReadonlySet<Question['words']> = new Set(['categories', 'size-classes', 'regencies'])

/** With more of them the column was taken for what it is not, and its rows tell. */
const MOST_WORDS = 20

/** What our word is for the table's; the table's own where nothing was said of it. Capitals make no other word. */
export function translateWord(words: Mapping['words'], column: string, word: string): string {
  const said = Object.entries(words[column] ?? {})
  return said.find(([theirs]) => theirs.toLowerCase() === word.toLowerCase())?.[1] ?? word
}

/** Those that nothing is said of yet, in the order of the table. */
export function listUnknownWords(
  catalogue: Catalogue,
  columns: readonly string[],
  mapping: Mapping,
  rows: readonly Row[],
): UnknownWords[] {
  return columns.flatMap((column, at) => {
    const target = mapping.columns[column] ?? 'ignore'
    if (target === 'ignore') return []
    const { question, schema } = fieldOf(target)
    if (!ASKED.has(question.words)) return []
    const isUnknown = (word: string) =>
      word !== '' &&
      translateWord(mapping.words, column, word) === word &&
      !refuseCell(target, word) &&
      !readAnswer(question, word, { schema, catalogue, answers: new Map() }).ok
    const unknown = rows
      .filter((row) => !isSum(row))
      .map((row) => readCell(row, at))
      .filter(isUnknown)
    const words = [...new Map(unknown.toReversed().map((word) => [word.toLowerCase(), word])).values()].toReversed()
    return words.length === 0 || words.length > MOST_WORDS ? [] : [{ column, target, words }]
  })
}
