/** New YAML from values. */
import { Document, isCollection, isPair, isScalar, visit } from 'yaml'
import type { z } from 'zod'
import { canonicalizeYaml } from './canonical-yaml.ts'

/** A text of more characters than this is read better on a line of its own. */
const LONGEST_IN_BRACES = 48

/** In the canonical form. */
export function writeYaml(value: unknown, schema: z.core.$ZodType): string {
  const canonical = canonicalizeYaml(composeYaml(value), schema)
  if (!canonical.ok) throw new Error(`what was just written is no YAML: ${canonical.error}`)
  return canonical.value
}

/** What holds nothing but short values stands in braces or brackets, all else in lines of its own. */
export function composeYaml(value: unknown): string {
  const document = new Document(value)
  visit(document, {
    Collection: (_key, node) => {
      if (node === document.contents || !isCollection(node)) return
      node.flow = node.items.every((item) => {
        const inner: unknown = isPair(item) ? item.value : item
        return isScalar(inner) && String(inner.value).length <= LONGEST_IN_BRACES
      })
    },
  })
  return document.toString({ lineWidth: 0 })
}
