/** The content folder as the catalogue's tests read it: every file parsed by its schema. */
import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { clusterSchema } from '#core/catalogue/cluster.ts'
import { curationSchema } from '#core/catalogue/curation.ts'
import { curatorSchema } from '#core/catalogue/curator.ts'
import { makerSchema } from '#core/catalogue/maker.ts'
import { type Product, productSchema } from '#core/catalogue/product.ts'
import { rubricSchema } from '#core/catalogue/rubric.ts'

const CONTENT = fileURLToPath(new URL('../../../content/', import.meta.url))

/** Paths below content/, in order. */
export function listContent(pattern: string): string[] {
  return globSync(pattern, { cwd: CONTENT }).sort()
}

export function readYaml(path: string): unknown {
  return parse(readFileSync(join(CONTENT, path), 'utf8'))
}

/** Front matter and body of a Markdown file; a file without front matter is all body. */
export function readMarkdown(path: string): { frontMatter: unknown; body: string } {
  const [, yaml, body] = readFileSync(join(CONTENT, path), 'utf8').match(/^(?:---\n(.*?)\n---\n)?(.*)$/s) ?? []
  return { frontMatter: yaml === undefined ? undefined : parse(yaml), body: (body ?? '').trim() }
}

export const productPaths = listContent('products/*/index.md')
export const readProduct = (slug: string): Product =>
  productSchema.parse(readMarkdown(`products/${slug}/index.md`).frontMatter)
export const slugs = productPaths.map((path) => basename(dirname(path)))
export const products = slugs.map((slug) => ({ slug, product: readProduct(slug) }))

const named = <T>(folder: string, parseFile: (file: unknown) => T): Map<string, T> =>
  new Map(listContent(`${folder}/*.yaml`).map((path) => [basename(path, '.yaml'), parseFile(readYaml(path))]))

export const makers = named('makers', (file) => makerSchema.parse(file))
export const clusters = named('clusters', (file) => clusterSchema.parse(file))
export const curators = [...named('curators', (file) => curatorSchema.parse(file)).values()]
export const rubric = rubricSchema.parse(readYaml('rubrics/export-v1.yaml'))
export const curationPaths = listContent('curations/*/*.yaml')
export const curations = curationPaths.map((path) => curationSchema.parse(readYaml(path)))
