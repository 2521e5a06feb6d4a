/**
 * Drafts: files that somebody has begun, and on which nothing stands that a curator has examined. What is still missing of
 * one is work to be done and no fault; what is wrong in one is a fault like any other.
 *
 * For those who check files alone. What is published is judged by every finding, these included.
 */
import type { Catalogue } from './reading/catalogue.ts'
import type { Finding } from './reading/finding.ts'

export type Draft = {
  /** The file's path below content/; of a product its index.md, whose stories count with it. */
  file: string
  /** Fields that are missing, and stories that are empty, by the names of their files. */
  missing: string[]
}

/** Missing parts of drafts by their files, and all other findings. */
export function setDraftsAside(
  catalogue: Catalogue,
  findings: readonly Finding[],
): { drafts: Draft[]; findings: Finding[] } {
  const examined = listExamined(catalogue)
  const isOpen = ({ file, missing }: Finding) => missing === true && isDraftKind(file) && !examined.has(wholeOf(file))
  const open = Map.groupBy(findings.filter(isOpen), ({ file }) => wholeOf(file))
  return {
    drafts: [...open].map(([file, ours]) => ({
      file,
      missing: ours.map((one) => one.path || one.file.slice(one.file.lastIndexOf('/') + 1)),
    })),
    findings: findings.filter((finding) => !isOpen(finding)),
  }
}

/** Records, rubrics and words are whole, or wrong. */
function isDraftKind(file: string): boolean {
  return /^(products|makers|clusters|curators)\//.test(file)
}

function wholeOf(file: string): string {
  return file.replace(/^(products\/[^/]+)\/.*$/, '$1/index.md')
}

/** Every file that an examination stands on, one that no record closes yet included. */
function listExamined({ files, products, curations }: Catalogue): Set<string> {
  const ids = new Set([...files.keys()].flatMap((path) => path.match(/^curations\/([^/]+)\//)?.[1] ?? []))
  const slugs = [...files.keys()].flatMap((path) => path.match(/^products\/([^/]+)\/index\.md$/)?.[1] ?? [])
  const known = new Map(products.map(({ slug, value }) => [slug, value]))
  const onProducts = slugs.flatMap((slug) => {
    const text = new TextDecoder().decode(files.get(`products/${slug}/index.md`))
    const { id, maker, cluster } = known.get(slug) ?? guessNames(text)
    // Of a file that does not even tell its id nobody knows whether it was examined.
    if (id !== undefined && !ids.has(id)) return []
    return [`products/${slug}/index.md`, `makers/${maker}.yaml`, `clusters/${cluster}.yaml`]
  })
  const onCurators = curations.flatMap(({ value }) => value.curators.map((id) => `curators/${id.toLowerCase()}.yaml`))
  return new Set([...onProducts, ...onCurators])
}

/** Of a product whose fields cannot be read. */
function guessNames(text: string): { id?: string; maker?: string; cluster?: string } {
  const [id, maker, cluster] = ['id', 'maker', 'cluster'].map(
    (field) => text.match(new RegExp(`^${field}:[ ]*["']?([A-Za-z0-9-]+)`, 'm'))?.[1],
  )
  return { ...(id && { id }), ...(maker && { maker }), ...(cluster && { cluster }) }
}
