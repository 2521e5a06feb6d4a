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
  const { kind } = placeOf(path)
  const schema = schemas[kind]
  if (!schema) return fail('it has no canonical form')
  const plain = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
  return kind === 'product' ? canonicalizeProduct(plain, schema) : canonicalizeYaml(plain, schema)
}

function canonicalizeProduct(text: string, schema: z.ZodType): Result<string, string> {
  const { frontMatter, body } = splitMarkdown(text)
  if (frontMatter === undefined) return fail('it does not begin with front matter between two lines “---”')
  const canonical = canonicalizeYaml(frontMatter, schema)
  return canonical.ok ? succeed(`---\n${canonical.value}---\n${body === '' ? '' : `\n${body}\n`}`) : canonical
}
