/** A content file in its canonical form. */
import type { z } from 'zod'
import { fail, type Result, succeed } from '../../result.ts'
import { clusterSchema } from '../cluster.ts'
import { curatorSchema } from '../curator.ts'
import { makerSchema } from '../maker.ts'
import { productSchema } from '../product.ts'
import { splitMarkdown } from '../reading/markdown-text.ts'
import { placeOf } from '../reading/place.ts'
import { canonicalizeYaml } from './canonical-yaml.ts'
import { dropSchemaLine, nameSchema } from './schema-line.ts'

const schemas: Readonly<Record<string, z.ZodType>> = {
  product: productSchema,
  maker: makerSchema,
  cluster: clusterSchema,
  curator: curatorSchema,
}

/**
 * Whether the form of this file is ours to keep: what curators write and edit. A curation record is never touched again,
 * not even for its looks; rubrics and vocabularies are tables whose rows stay on one line.
 */
export function hasCanonicalForm(path: string): boolean {
  return Object.hasOwn(schemas, placeOf(path).kind)
}

/** `path` is below content/. The failure says why the file stays as it is. */
export function canonicalizeFile(path: string, text: string): Result<string, string> {
  const schema = schemas[placeOf(path).kind]
  if (!schema) return fail('it has no canonical form')
  const plain = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
  const parts = splitFile(path, plain)
  if (!parts.ok) return parts
  const canonical = canonicalizeYaml(dropSchemaLine(parts.value.yaml), schema)
  return canonical.ok ? succeed(joinFile(path, canonical.value, parts.value.story)) : canonical
}

/** The fields of a file, and the story that stands below them in a product's. */
export function splitFile(path: string, text: string): Result<{ yaml: string; story: string }, string> {
  if (placeOf(path).kind !== 'product') return succeed({ yaml: text, story: '' })
  const { frontMatter, body } = splitMarkdown(text)
  if (frontMatter === undefined) return fail('it does not begin with front matter between two lines “---”')
  return succeed({ yaml: frontMatter, story: body })
}

/** The whole file of its fields and its story, the schema named. */
export function joinFile(path: string, yaml: string, story = ''): string {
  const named = nameSchema(path, yaml)
  if (placeOf(path).kind !== 'product') return named
  return `---\n${named}---\n${story === '' ? '' : `\n${story}\n`}`
}
