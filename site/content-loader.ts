/**
 * The content folder for Astro: read once by core's reader, the one that `asli content check` uses, and handed out as
 * collections. What is broken is left out and named; it never ends the build.
 */
import { fileURLToPath } from 'node:url'
import type { Loader, LoaderContext } from 'astro/loaders'
import type { Catalogue, Filed } from '#core/catalogue/reading/catalogue.ts'
import type { Finding } from '#core/catalogue/reading/finding.ts'
import { readCatalogue } from '#core/catalogue/reading/read-catalogue.ts'
import { checkCatalogue } from '#core/catalogue/rules/check.ts'
import { readFolder } from '../functions/cli/content/folder.ts'
import { readHistory } from '../functions/cli/content/history.ts'
import { demoSite } from './config.ts'
import { today } from './today.ts'

interface Content {
  catalogue: Catalogue
  findings: Finding[]
}

type Folder = 'products' | 'makers' | 'clusters' | 'curators' | 'curations' | 'complaints' | 'rubrics' | 'vocab'

/** The loaders over one content folder, which is read once: the project's own where none is named. */
export function openContent(place?: string) {
  let content: Content | undefined

  function load(name: string, fill: (content: Content, context: LoaderContext) => void | Promise<void>): Loader {
    return {
      name: `asli-${name}`,
      load: async (context) => {
        content ??= readContent(place ?? fileURLToPath(new URL('content/', context.config.root)))
        context.store.clear()
        await fill(content, context)
      },
    }
  }

  return {
    /** The files of a folder that could be read, by their slugs. */
    folder: (folder: Folder) => load(folder, (content, context) => fillFolder(folder, content, context)),
    /** A product's story in each language that there is, by `slug.language`. */
    stories: () => load('stories', fillStories),
    /** What check finds, in its order. */
    findings: () => load('findings', fillFindings),
    /** Names of what is there but could not be read. */
    unread: () => load('unread', fillUnread),
  }
}

function fillFolder(folder: Folder, { catalogue }: Content, { store }: LoaderContext): void {
  const files: Filed<object>[] = Object.values(catalogue[folder])
  for (const { slug, value } of files) store.set({ id: slug, data: { ...value } })
}

async function fillStories({ catalogue }: Content, { store, renderMarkdown }: LoaderContext): Promise<void> {
  for (const { slug, stories } of catalogue.products) {
    for (const [language, { text }] of Object.entries(stories)) {
      store.set({ id: `${slug}.${language}`, data: {}, body: text, rendered: await renderMarkdown(text) })
    }
  }
}

function fillFindings({ findings }: Content, { store }: LoaderContext): void {
  for (const [index, finding] of findings.entries()) store.set({ id: String(index), data: { ...finding } })
}

function fillUnread({ catalogue }: Content, { store }: LoaderContext): void {
  for (const name of catalogue.unread) store.set({ id: name, data: {} })
}

function readContent(folder: string): Content {
  const catalogue = readCatalogue(readFolder(folder))
  const history = readHistory(folder)
  return { catalogue, findings: checkCatalogue(catalogue, { today, demoSite, ...(history && { history }) }) }
}
