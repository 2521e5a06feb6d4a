/**
 * The one reader of the content folder, for the tool and for the site. It never throws: a file that is broken in any
 * way is named with its line, and the rest is read.
 */
import type { z } from 'zod'
import { clusterSchema } from '../cluster.ts'
import { complaintSchema } from '../complaint.ts'
import { curationSchema } from '../curation.ts'
import { curatorSchema } from '../curator.ts'
import { makerSchema } from '../maker.ts'
import { productSchema } from '../product.ts'
import { rubricSchema } from '../rubric.ts'
import type { Fault } from '../rules/rule.ts'
import { rules } from '../rules/rules.ts'
import { isVocabularyKind, type VocabularyKind, vocabularySchemas } from '../vocabularies.ts'
import type { Catalogue, Filed, FiledProduct, StoryLanguage } from './catalogue.ts'
import { type Finding, sortFindings } from './finding.ts'
import { listFormFaults } from './form.ts'
import { formIds } from './ids.ts'
import { splitMarkdown } from './markdown-text.ts'
import { placeOf } from './place.ts'
import { describeFault, type TextLines } from './report.ts'
import { readText } from './text.ts'
import { type LineOf, readYamlText } from './yaml-text.ts'

const schemas = {
  maker: makerSchema,
  cluster: clusterSchema,
  curator: curatorSchema,
  rubric: rubricSchema,
  curation: curationSchema,
  complaint: complaintSchema,
} as const

type Draft = Catalogue & {
  unread: Set<string>
  translations: { slug: string; language: StoryLanguage; file: string; text: string }[]
}

/** `files`: path below content/ → bytes. Pictures belong to them: rules look at their size and at what they tell. */
export function readCatalogue(files: ReadonlyMap<string, Uint8Array>): Catalogue {
  const draft: Draft = {
    products: [],
    makers: [],
    clusters: [],
    curators: [],
    curations: [],
    complaints: [],
    rubrics: [],
    vocab: {},
    unread: new Set(),
    files,
    findings: [],
    translations: [],
  }
  // In order of their paths, so that the answer does not depend on how a disk lists its files.
  for (const [file, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) readFile(draft, file, bytes)
  const { translations, ...catalogue } = draft
  joinStories(catalogue, translations)
  catalogue.findings.push(...formIds(catalogue))
  return { ...catalogue, findings: sortFindings(catalogue.findings) }
}

function readFile(draft: Draft, file: string, bytes: Uint8Array): void {
  const place = placeOf(file)
  if (place.kind === 'image' || place.kind === 'hidden') return
  if (place.kind === 'stray' || (place.kind === 'vocab' && !isVocabularyKind(place.slug))) {
    const message = {
      en: 'Nothing reads a file of this name here.',
      id: 'Berkas dengan nama ini di sini tidak dibaca.',
    }
    report(draft, file, [{ rule: 'FILE-05', path: [], message }])
    return
  }
  const { text, faults } = readText(bytes)
  report(draft, file, faults)
  if (text === undefined) {
    draft.unread.add(nameOf(file, place.kind, place.slug))
    return
  }
  if (place.kind === 'story') {
    draft.translations.push({ ...place, file, text })
  } else if (place.kind === 'product') {
    readProduct(draft, file, place.slug, text)
  } else if (place.kind === 'vocab') {
    readVocabulary(draft, file, place.slug as VocabularyKind, text)
  } else {
    const filed = readFields<unknown>(draft, file, place.slug, schemas[place.kind], { text, firstLine: 1 }, place.kind)
    if (filed) (draft[`${place.kind}s`] as Filed<unknown>[]).push(filed)
  }
}

function readProduct(draft: Draft, file: string, slug: string, text: string): void {
  const { frontMatter, frontMatterLine, body, bodyLine } = splitMarkdown(text)
  if (frontMatter === undefined) {
    const message = {
      en: 'The file does not begin with front matter between two lines “---”.',
      id: 'Berkas tidak diawali front matter di antara dua baris “---”.',
    }
    report(draft, file, [{ rule: 'YAML-01', path: [], message }])
    draft.unread.add(`products/${slug}`)
    return
  }
  const given = { text: frontMatter, firstLine: frontMatterLine }
  const filed = readFields(draft, file, slug, productSchema, given, 'product')
  if (filed) draft.products.push({ ...filed, stories: { en: { file, text: body, line: bodyLine } } })
}

function readVocabulary(draft: Draft, file: string, kind: VocabularyKind, text: string): void {
  const schema = vocabularySchemas[kind] as z.ZodType
  const filed = readFields<unknown>(draft, file, kind, schema, { text, firstLine: 1 }, 'vocab')
  if (filed) Object.assign(draft.vocab, { [kind]: filed })
}

/** The fields by their schema; undefined, and noted as unread, where they are broken. */
function readFields<T>(
  draft: Draft,
  file: string,
  slug: string,
  schema: z.ZodType<T>,
  { text, firstLine }: { text: string; firstLine: number },
  kind: string,
): Filed<T> | undefined {
  const { value, faults, lineOf } = readYamlText(text, firstLine)
  const parsed = faults.length > 0 ? undefined : schema.safeParse(value ?? {})
  if (parsed?.success) return { slug, file, value: parsed.data, lineOf }
  report(draft, file, parsed ? listFormFaults(parsed.error.issues, value) : faults, { lineOf })
  draft.unread.add(nameOf(file, kind, slug))
  // Who names a broken product by its id is not at fault.
  const id = text.match(/^id:\s*["']?([A-Z]{3}-[A-Z0-9-]+)/m)?.[1]
  if (id) draft.unread.add(id)
  return undefined
}

function nameOf(file: string, kind: string, slug: string): string {
  if (kind === 'product' || kind === 'story') return `products/${slug}`
  return file.replace(/\.yaml$/, '')
}

function joinStories(catalogue: Catalogue, translations: Draft['translations']): void {
  const bySlug = new Map<string, FiledProduct>(catalogue.products.map((product) => [product.slug, product]))
  for (const { slug, language, file, text } of translations) {
    const { body, bodyLine } = splitMarkdown(text)
    const product = bySlug.get(slug)
    if (product) product.stories[language] = { file, text: body, line: bodyLine }
    else if (!catalogue.unread.has(`products/${slug}`)) {
      const message = { en: 'There is no index.md beside this story.', id: 'Tidak ada index.md di samping cerita ini.' }
      report(catalogue, file, [{ rule: 'FILE-05', path: [], message }])
    }
  }
}

function report(draft: { findings: Finding[] }, file: string, faults: readonly Fault[], lines: TextLines = {}): void {
  draft.findings.push(...faults.map((fault) => describeFault(file, fault, rules, lines)))
}

export type { LineOf }
