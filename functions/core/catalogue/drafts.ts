/**
 * Drafts: products that no curator has examined, and makers of nothing else. What is still missing of one is work to be done
 * and no fault; what is wrong in one is a fault like any other. Clusters and curators are shown without an examination.
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
  const isDraft = (file: string) =>
    /^(products|makers)\//.test(file) && catalogue.files.has(file) && !examined.has(file)
  const isOpen = ({ file, missing }: Finding) => missing === true && isDraft(wholeOf(file))
  const open = Map.groupBy(findings.filter(isOpen), ({ file }) => wholeOf(file))
  return {
    drafts: [...open].map(([file, ours]) => ({
      file,
      missing: ours.map((one) => one.path || one.file.slice(one.file.lastIndexOf('/') + 1)),
    })),
    findings: findings.filter((finding) => !isOpen(finding)),
  }
}

function wholeOf(file: string): string {
  return file.replace(/^(products\/[^/]+)\/.*$/, '$1/index.md')
}

/** Products of which there is an examination, one that no record closes yet included, and their makers. */
function listExamined({ files, products }: Catalogue): Set<string> {
  const ids = new Set([...files.keys()].flatMap((path) => path.match(/^curations\/([^/]+)\//)?.[1] ?? []))
  const slugs = [...files.keys()].flatMap((path) => path.match(/^products\/([^/]+)\/index\.md$/)?.[1] ?? [])
  const known = new Map(products.map(({ slug, value }) => [slug, value]))
  const examined = slugs.flatMap((slug) => {
    const text = new TextDecoder().decode(files.get(`products/${slug}/index.md`))
    const { id, maker } = known.get(slug) ?? guessNames(text)
    // Of a file that does not even tell its id nobody knows whether it was examined.
    if (id !== undefined && !ids.has(id)) return []
    return [`products/${slug}/index.md`, `makers/${maker}.yaml`]
  })
  return new Set(examined)
}

/** Of a product whose fields cannot be read. */
function guessNames(text: string): { id?: string; maker?: string } {
  const [id, maker] = ['id', 'maker'].map(
    (field) => text.match(new RegExp(`^${field}:[ ]*["']?([A-Za-z0-9-]+)`, 'm'))?.[1],
  )
  return { ...(id && { id }), ...(maker && { maker }) }
}
