/** Fields of a content file changed, and every other byte of meaning left: comments, the other values, the story. */
import { parseDocument } from 'yaml'
import { fail, type Result } from '../../result.ts'
import { canonicalizeFile, joinFile, splitFile } from './canonical-file.ts'

/** Field → its new value; undefined takes the field out. */
export type Changes = Readonly<Record<string, unknown>>

/** The whole file in the canonical form; `path` is below content/. The failure is the parser's sentence. */
export function editFile(path: string, text: string, changes: Changes): Result<string, string> {
  const parts = splitFile(path, text)
  if (!parts.ok) return parts
  const document = parseDocument(parts.value.yaml)
  const [error] = document.errors
  if (error) return fail(error.message)
  for (const [field, value] of Object.entries(changes)) {
    if (value === undefined) document.delete(field)
    else document.set(field, document.createNode(value, { flow: true }))
  }
  return canonicalizeFile(path, joinFile(path, document.toString({ lineWidth: 0 }), parts.value.story))
}
