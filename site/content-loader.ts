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

type Folder = 'products' | 'makers' | 'clusters' | 'curators' | 'curations' | 'rubrics' | 'vocab'

let content: Content | undefined

/** The files of a folder that could be read, by their slugs. */
export function folderLoader(folder: Folder): Loader {
  return load(folder, ({ catalogue }, { store }) => {
    const files: Filed<object>[] = Object.values(catalogue[folder])
    for (const { slug, value } of files) store.set({ id: slug, data: { ...value } })
  })
}

/** A product's story in each language that there is, by `slug.language`. */
export function storyLoader(): Loader {
  return load('stories', async ({ catalogue }, { store, renderMarkdown }) => {
    for (const { slug, stories } of catalogue.products) {
      for (const [language, { text }] of Object.entries(stories)) {
        store.set({ id: `${slug}.${language}`, data: {}, body: text, rendered: await renderMarkdown(text) })
      }
    }
  })
}

/** What check finds, in its order. */
export function findingLoader(): Loader {
  return load('findings', ({ findings }, { store }) => {
    for (const [index, finding] of findings.entries()) store.set({ id: String(index), data: { ...finding } })
  })
}

/** Names of what is there but could not be read. */
export function unreadLoader(): Loader {
  return load('unread', ({ catalogue }, { store }) => {
    for (const name of catalogue.unread) store.set({ id: name, data: {} })
  })
}

function load(name: string, fill: (content: Content, context: LoaderContext) => void | Promise<void>): Loader {
  return {
    name: `asli-${name}`,
    load: async (context) => {
      content ??= readContent(fileURLToPath(new URL('content/', context.config.root)))
      context.store.clear()
      await fill(content, context)
    },
  }
}

function readContent(folder: string): Content {
  const catalogue = readCatalogue(readFolder(folder))
  const history = readHistory(folder)
  return { catalogue, findings: checkCatalogue(catalogue, { today, demoSite, ...(history && { history }) }) }
}
