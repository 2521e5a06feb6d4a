/** A new content file, from its values. */

import { stringify } from 'yaml'
import type { z } from 'zod'
import { canonicalizeYaml } from './canonical-yaml.ts'

/** In the canonical form; the outermost fields stand in lines of their own, short ones within them in braces. */
export function writeYaml(value: unknown, schema: z.core.$ZodType): string {
  const canonical = canonicalizeYaml(stringify(value, { collectionStyle: 'any', lineWidth: 0 }), schema)
  if (!canonical.ok) throw new Error(`what was just written is no YAML: ${canonical.error}`)
  return canonical.value
}
