/** What a file of the content folder is, by its path alone. */
import { STORY_LANGUAGES, type StoryLanguage } from './catalogue.ts'

export type Place =
  | { kind: 'product'; slug: string }
  | { kind: 'story'; slug: string; language: StoryLanguage }
  | { kind: 'image'; slug: string }
  | { kind: 'maker' | 'cluster' | 'curator' | 'rubric' | 'vocab'; slug: string }
  | { kind: 'curation' | 'complaint'; slug: string }
  | { kind: 'stray' }
  /** Files of the operating system and of editors, and the schemas that editors read: passed over without a word. */
  | { kind: 'hidden' }

const FOLDERS = {
  makers: 'maker',
  clusters: 'cluster',
  curators: 'curator',
  rubrics: 'rubric',
  vocab: 'vocab',
} as const

/** What was decided about a product: files in a folder of its id, which nobody edits. */
const DECISIONS = { curations: 'curation', complaints: 'complaint' } as const
export const DECISION_FOLDERS = Object.keys(DECISIONS) as (keyof typeof DECISIONS)[]

/** Whether the file, below content/, is a record or a complaint, or stands among them. */
export function isDecision(path: string): boolean {
  return DECISION_FOLDERS.some((folder) => path.startsWith(`${folder}/`))
}

/** `path` is below content/, with slashes. */
export function placeOf(path: string): Place {
  const parts = path.split('/')
  const [folder = '', name = '', ...rest] = parts
  if (parts.some((part) => part.startsWith('.'))) return { kind: 'hidden' }
  if (/^schemas\/[a-z]+\.schema\.json$/.test(path)) return { kind: 'hidden' }
  if (folder === 'products') return placeInProduct(name, rest.join('/'))
  if (Object.hasOwn(DECISIONS, folder)) {
    const [file = '', ...deeper] = rest
    const slug = stemOf(file)
    if (slug === undefined || deeper.length > 0) return { kind: 'stray' }
    return { kind: DECISIONS[folder as keyof typeof DECISIONS], slug: `${name}/${slug}` }
  }
  const slug = stemOf(name)
  if (!Object.hasOwn(FOLDERS, folder) || slug === undefined || rest.length > 0) return { kind: 'stray' }
  return { kind: FOLDERS[folder as keyof typeof FOLDERS], slug }
}

function placeInProduct(slug: string, path: string): Place {
  if (path === 'index.md') return { kind: 'product', slug }
  const language = path.match(/^index\.([a-z]{2})\.md$/)?.[1]
  // English stands in index.md: a second one would be a second truth.
  const known = STORY_LANGUAGES.find((one) => one === language && one !== 'en')
  if (known) return { kind: 'story', slug, language: known }
  return /^images\/[^/]+\.(webp|avif|jpg|png)$/.test(path) ? { kind: 'image', slug } : { kind: 'stray' }
}

function stemOf(name: string): string | undefined {
  return name.match(/^(.+)\.yaml$/)?.[1]
}
