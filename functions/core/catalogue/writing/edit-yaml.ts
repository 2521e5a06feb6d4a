/** One field of a YAML file changed, and every other byte of meaning left: comments, order, the other values. */
import { parseDocument } from 'yaml'
import type { z } from 'zod'
import { fail, type Result, succeed } from '../../result.ts'
import { splitMarkdown } from '../reading/markdown-text.ts'
import { canonicalizeYaml } from './canonical-yaml.ts'

/** Field → its new value; undefined takes the field out. */
export type Changes = Readonly<Record<string, unknown>>

/** The whole file in the canonical form. The failure is the parser's sentence. */
export function editYaml(text: string, schema: z.core.$ZodType, changes: Changes): Result<string, string> {
  const document = parseDocument(text)
  const [error] = document.errors
  if (error) return fail(error.message)
  for (const [field, value] of Object.entries(changes)) {
    if (value === undefined) document.delete(field)
    else document.set(field, document.createNode(value, { flow: true }))
  }
  return canonicalizeYaml(document.toString({ lineWidth: 0 }), schema)
}

/** The same for a product's front matter; the story stays as it is. */
export function editFrontMatter(text: string, schema: z.core.$ZodType, changes: Changes): Result<string, string> {
  const { frontMatter, body } = splitMarkdown(text)
  if (frontMatter === undefined) return fail('it does not begin with front matter between two lines “---”')
  const edited = editYaml(frontMatter, schema, changes)
  return edited.ok ? succeed(`---\n${edited.value}---\n${body === '' ? '' : `\n${body}\n`}`) : edited
}
