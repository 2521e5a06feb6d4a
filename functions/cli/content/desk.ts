/** What every verb over content/ begins with: the folder, read; the language; the day. */
import { join } from 'node:path'
import { isCalendarDate } from '#core/calendar.ts'
import type { Catalogue, FiledProduct } from '#core/catalogue/reading/catalogue.ts'
import type { Finding, Sentence } from '#core/catalogue/reading/finding.ts'
import { readCatalogue } from '#core/catalogue/reading/read-catalogue.ts'
import { checkCatalogue } from '#core/catalogue/rules/check.ts'
import { findId } from '#core/catalogue/standing/standing.ts'
import { type Input, misuse, Refusal, text } from '../command.ts'
import { readFolder, readOccasion } from './folder.ts'
import { readHistory } from './history.ts'
import { findNear } from './near-names.ts'
import { type Lang, readLang } from './words.ts'

/** Options of every verb. */
export const deskOptions = { content: { type: 'string' }, lang: { type: 'string' } } as const

export type Desk = {
  /** The content folder. */
  root: string
  catalogue: Catalogue
  /** What reading and every rule found. */
  findings: Finding[]
  lang: Lang
  /** YYYY-MM-DD; `ASLI_TODAY` where it is set. */
  today: string
  /** The sentence in the person's language. */
  say(sentence: Sentence): string
  /** Below the content folder. */
  at(path: string): string
}

/** `--content`, else ASLI_CONTENT, else content/. */
export function nameFolder({ options }: Input): string {
  return text(options.content) ?? process.env.ASLI_CONTENT ?? 'content'
}

/** @throws Refusal with code 2 where there is no such folder, language or day. */
export function openDesk(input: Input): Desk {
  const lang = readLang(input.options.lang)
  const root = nameFolder(input)
  const occasion = readOccasion()
  const { today } = occasion
  if (!isCalendarDate(today))
    throw misuse({ en: 'ASLI_TODAY is a day, YYYY-MM-DD.', id: 'ASLI_TODAY diisi tanggal, TTTT-BB-HH.' })
  const catalogue = readCatalogue(readFolder(root))
  const history = readHistory(root)
  return {
    root,
    catalogue,
    findings: checkCatalogue(catalogue, { ...occasion, ...(history && { history }) }),
    lang,
    today,
    say: (sentence) => sentence[lang],
    at: (path) => join(root, path),
  }
}

/** Slugs of every product that has a folder, readable or not, in order. */
export function listProductSlugs({ files }: Catalogue): string[] {
  return [...files.keys()].flatMap((path) => path.match(/^products\/([^/.][^/]*)\/index\.md$/)?.[1] ?? []).sort()
}

/** The slug of the product that somebody named: by its folder, as a shell completes it, or by the id that lists show. */
export function readSlug({ catalogue }: Desk, named: string): string {
  const folder =
    named
      .replace(/[\\/]+(index(\.id)?\.md)?$/, '')
      .split(/[\\/]/)
      .at(-1) ?? named
  const slugs = listProductSlugs(catalogue)
  if (slugs.includes(folder)) return folder
  return slugs.find((slug) => findId(catalogue, slug) === named.toUpperCase()) ?? named
}

/** A product that could be read. @throws Refusal that says what to do where it could not. */
export function findProduct(desk: Desk, slug: string): FiledProduct {
  const { catalogue, say } = desk
  const found = catalogue.products.find((product) => product.slug === slug)
  if (found) return found
  if (listProductSlugs(catalogue).includes(slug)) {
    throw new Refusal(
      say({
        en: `${slug} cannot be read yet: asli content status ${slug} says what is missing.`,
        id: `${slug} belum dapat dibaca: asli content status ${slug} menunjukkan yang masih kurang.`,
      }),
    )
  }
  throw noProduct(desk, slug)
}

/** With the names that may have been meant. */
export function noProduct({ catalogue, say }: Desk, slug: string): Refusal {
  const near = findNear(slug, listProductSlugs(catalogue)).join(', ')
  const meant = near && say({ en: ` Did you mean ${near}?`, id: ` Maksudnya ${near}?` })
  return new Refusal(
    say({
      en: `There is no product ${slug}.${meant} asli content status lists them all.`,
      id: `Tidak ada produk ${slug}.${meant} asli content status menampilkan semuanya.`,
    }),
  )
}
