/** A new file from the answers that there are: what is open stands in it as a comment, with the question over it. */
import type { z } from 'zod'
import type { Answers, FieldTable, Question } from '../asking/question.ts'
import type { Sentence } from '../reading/finding.ts'
import { canonicalizeYaml } from './canonical-yaml.ts'
import { listFields } from './field-schema.ts'
import { composeYaml } from './write-yaml.ts'

/** YAML in the canonical form. `fixed` are fields that nobody is asked for. */
export function draftFile(
  table: FieldTable,
  {
    answers,
    fixed,
    schema,
    lang,
  }: { answers: Answers; fixed: Record<string, unknown>; schema: z.core.$ZodType; lang: keyof Sentence },
): string {
  const fields = listFields(schema) ?? []
  const blocks = fields.map((field) => {
    if (Object.hasOwn(fixed, field)) return composeYaml({ [field]: fixed[field] })
    const questions = table.filter(({ path, when }) => path.split('.')[0] === field && (!when || when(answers)))
    return draftField(field, questions, answers, lang)
  })
  const canonical = canonicalizeYaml(blocks.join('').replace(/\n{3,}/g, '\n\n'), schema)
  if (!canonical.ok) throw new Error(`what was just written is no YAML: ${canonical.error}`)
  return canonical.value
}

/** What still has to be filled in. */
export function listOpen(table: FieldTable, answers: Answers): Question[] {
  return table.filter(({ path, need, when }) => need !== 'may' && !answers.has(path) && (!when || when(answers)))
}

function draftField(field: string, questions: readonly Question[], answers: Answers, lang: keyof Sentence): string {
  const given = questions.filter(({ path }) => answers.has(path))
  const open = listOpen(questions, answers)
  const value = given.length === 0 ? '' : composeYaml(nest(given, answers))
  if (open.length === 0) return value
  // Part of a group of fields that is open is named within it: a second key of the name would be a fault.
  const comments = open.map(({ ask }) => `# ${ask[lang]}`)
  const inner = open.map(({ path, example }) => ({ name: path.split('.')[1], example }))
  const shown =
    inner[0]?.name === undefined
      ? `${field}:${gap(inner[0]?.example ?? '')}`
      : [...(value === '' ? [`${field}:`] : []), ...inner.map(({ name, example }) => `  ${name}:${gap(example)}`)].join(
          '\n',
        )
  return `${value}\n${[...comments, ...shown.split('\n').map((line) => `# ${line}`)].join('\n')}\n\n`
}

function gap(example: string): string {
  return example.startsWith('\n') ? example : ` ${example}`
}

function nest(questions: readonly Question[], answers: Answers): Record<string, unknown> {
  const whole: Record<string, unknown> = {}
  for (const { path } of questions) {
    const [field = '', inner] = path.split('.')
    if (inner === undefined) whole[field] = answers.get(path)
    else whole[field] = { ...(whole[field] as object), [inner]: answers.get(path) }
  }
  return whole
}
