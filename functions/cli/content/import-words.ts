/** Words in the columns of an office's list that are none of ours: each asked once, and kept with the columns. */
import { readFileSync } from 'node:fs'
import { parseDocument } from 'yaml'
import { readAnswer } from '#core/catalogue/asking/question.ts'
import type { Row } from '#core/catalogue/importing/cell.ts'
import { fieldOf } from '#core/catalogue/importing/field.ts'
import type { Mapping } from '#core/catalogue/importing/mapping.ts'
import { listUnknownWords, type UnknownWords } from '#core/catalogue/importing/words.ts'
import type { Sentence } from '#core/catalogue/reading/finding.ts'
import { type Result, succeed } from '#core/result.ts'
import { plain } from '../command.ts'
import type { Desk } from './desk.ts'
import type { Dialogue, Parse } from './dialogue.ts'
import { mappingFile } from './import-columns.ts'
import { writeOver } from './write-files.ts'

type Table = { file: string; columns: readonly string[]; rows: readonly Row[] }

export async function chooseWords(
  desk: Desk,
  dialogue: Dialogue,
  { file, columns, rows }: Table,
  mapping: Mapping,
): Promise<Mapping> {
  const unknown = listUnknownWords(desk.catalogue, columns, mapping, rows)
  if (unknown.length === 0) return mapping
  const words = { ...mapping.words }
  for (const one of unknown) words[one.column] = { ...words[one.column], ...(await askWords(desk, dialogue, one)) }
  keep(mappingFile(file), words)
  return { ...mapping, words }
}

async function askWords({ catalogue }: Desk, dialogue: Dialogue, { column, target, words }: UnknownWords) {
  const { question, schema } = fieldOf(target)
  const read = (answer: string) => readAnswer(question, answer, { schema, catalogue, answers: new Map() })
  const choose: Parse<string> = (answer) =>
    answer === '' || answer === 'ignore' ? succeed('ignore') : (read(answer) as Result<string, Sentence>)
  const said: Record<string, string> = {}
  for (const word of words) {
    const [theirs, name] = [plain(word), plain(column)]
    const refused = read(word)
    if (!refused.ok) dialogue.tell(refused.error)
    said[word] = await dialogue.ask(
      {
        en: `In column “${name}”, “${theirs}” is (Enter: leave it open):`,
        id: `Di kolom “${name}”, “${theirs}” berarti (Enter: biarkan kosong):`,
      },
      choose,
    )
  }
  return said
}

/** In the file as it stands: a person may have written beside the columns. */
function keep(file: string, words: Mapping['words']): void {
  const kept = parseDocument(readFileSync(file, 'utf8'))
  kept.set('words', words)
  writeOver(file, String(kept))
}
