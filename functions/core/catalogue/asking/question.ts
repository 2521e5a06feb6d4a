/** What a curator is asked for a new file, and what an answer comes to. */
import type { z } from 'zod'
import { fail, type Result, succeed } from '../../result.ts'
import type { Catalogue } from '../reading/catalogue.ts'
import type { Sentence } from '../reading/finding.ts'
import { describeIssue } from '../reading/form-words.ts'
import { findPersonalData } from '../rules/personal-data.ts'
import type { VocabularyKind } from '../vocabularies.ts'
import { schemaOf } from '../writing/field-schema.ts'
import { readShape, type Shape } from './shape.ts'

/** Values by their path in the file, `name.en`. */
export type Answers = ReadonlyMap<string, unknown>

export type Question = {
  /** The field, `moq` or `name.en`. */
  path: string
  /** The question, and the comment over the field where it stays open. */
  ask: Sentence
  /** How the answer is written; a text where nothing is said. */
  shape?: Shape
  /** The answer, or each of a list, is a word of this vocabulary. */
  words?: VocabularyKind
  /** Asked only where this holds; elsewhere the file has no such field. */
  when?: (answers: Answers) => boolean
  /** `must`: no file without it. `may`: the schema asks for none, and an open one leaves no trace. */
  need?: 'must' | 'may'
  /** Too long to be typed at a question: stands in the file as a comment, to be filled in an editor. */
  later?: true
  /** What the field looks like, as YAML below its name: shown in the comment, never written as a fact. */
  example: string
}

export type FieldTable = readonly Question[]

/** Numbers that are meant to be there, and have a form of their own. */
const NUMBERED: ReadonlySet<string> = new Set(['nib', 'bnsp.number'])

/** The value that an answer comes to, as the schema of the file takes it. */
export function readAnswer(
  question: Question,
  answer: string,
  { schema, catalogue, answers }: { schema: z.core.$ZodType; catalogue: Catalogue; answers: Answers },
): Result<unknown, Sentence> {
  const shaped = readShape(question.shape ?? 'text', answer)
  if (!shaped.ok) return shaped
  const [personal] = NUMBERED.has(question.path) ? [] : findPersonalData(answer)
  if (personal) return fail(personal)
  const name = question.shape === 'shares' ? nameShares : nameWords
  const worded = question.words ? name(question.words, shaped.value, catalogue, answers) : shaped
  if (!worded.ok) return worded
  const field = question.path.split('.').reduce<z.core.$ZodType | undefined>(schemaOf, schema)
  const parsed = (field as z.ZodType | undefined)?.safeParse(worded.value)
  if (!parsed || parsed.success) return worded
  const [issue] = parsed.error.issues
  const last = question.path.split('.').at(-1) ?? ''
  return fail(
    issue ? describeIssue(issue, last, worded.value) : { en: 'That does not fit.', id: 'Jawaban itu tidak sesuai.' },
  )
}

function nameWords(
  kind: VocabularyKind,
  value: unknown,
  catalogue: Catalogue,
  answers: Answers,
): Result<unknown, Sentence> {
  const known = listWords(kind, catalogue, answers)
  if (known.length === 0 && kind === 'districts')
    return fail({ en: 'Name the regency first.', id: 'Isi kabupaten/kotanya lebih dulu.' })
  const find = (word: string) =>
    known.find(({ id, names }) => [id, ...names].some((name) => name.toLowerCase() === word.toLowerCase()))
  const given = Array.isArray(value) ? value.map(String) : [String(value)]
  const unknown = given.find((word) => !find(word))
  if (unknown === undefined) {
    const ids = given.map((word) => find(word)?.id)
    return succeed(Array.isArray(value) ? ids : ids[0])
  }
  const shown = listLike(unknown, known)
    .slice(0, 12)
    .map(({ id, names }) => (names[0] && names[0] !== id ? `${id} (${names[0]})` : id))
  return fail({
    en: `“${unknown}” is not in content/vocab/${kind}.yaml: ${shown.join(', ')}.`,
    id: `“${unknown}” tidak ada di content/vocab/${kind}.yaml: ${shown.join(', ')}.`,
  })
}

/** Those with the word in their names; else those whose ids begin alike, as codes of one chapter do; else all. */
function listLike(typed: string, known: ReturnType<typeof listWords>): ReturnType<typeof listWords> {
  const word = typed.toLowerCase()
  const akin = known.filter(({ id, names }) => `${id} ${names.join(' ')}`.toLowerCase().includes(word))
  if (akin.length > 0) return akin
  const shared = (id: string) => [...word].findIndex((letter, at) => id[at] !== letter)
  const most = Math.max(...known.map(({ id }) => shared(id)))
  return most < 2 ? known : known.filter(({ id }) => shared(id) === most)
}

/** `katun 60, sutra 40`: the words are the fibres. */
function nameShares(...[kind, value, catalogue, answers]: Parameters<typeof nameWords>): Result<unknown, Sentence> {
  const shares = value as { fibre: string }[]
  const fibres = shares.map(({ fibre }) => fibre)
  const named = nameWords(kind, fibres, catalogue, answers)
  if (!named.ok) return named
  const ids = named.value as string[]
  return succeed(shares.map((share, at) => ({ ...share, fibre: ids[at] })))
}

/** Ids with what they are called; of a regency's districts, those of the regency that was named. */
export function listWords(
  kind: VocabularyKind,
  { vocab }: Catalogue,
  answers: Answers,
): { id: string; names: string[] }[] {
  if (kind === 'districts') {
    const place = vocab.districts?.value.entries.find(({ id }) => id === answers.get('regency'))
    return place?.names.map((name) => ({ id: name, names: [] })) ?? []
  }
  const entries: readonly { id: string; name?: Sentence; shortName?: Sentence }[] = vocab[kind]?.value.entries ?? []
  return entries.map(({ id, name, shortName }) => ({
    id,
    names: [shortName?.id, name?.id, name?.en].filter((one) => one !== undefined),
  }))
}
