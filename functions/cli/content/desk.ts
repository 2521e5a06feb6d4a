/** What every verb over content/ begins with: the folder, read; the language; the day. */
import { join } from 'node:path'
import { dayInIndonesia, isCalendarDate } from '#core/calendar.ts'
import type { Catalogue, FiledProduct } from '#core/catalogue/reading/catalogue.ts'
import type { Sentence } from '#core/catalogue/reading/finding.ts'
import { readCatalogue } from '#core/catalogue/reading/read-catalogue.ts'
import { type Input, misuse, Refusal, text } from '../command.ts'
import { readFolder } from './folder.ts'
import { type Language, readLanguage } from './language.ts'

/** Options of every verb. */
export const deskOptions = { content: { type: 'string' }, lang: { type: 'string' } } as const

export type Desk = {
  /** The content folder. */
  root: string
  catalogue: Catalogue
  lang: Language
  /** YYYY-MM-DD; `ASLI_TODAY` where it is set. */
  today: string
  /** The sentence in the person's language. */
  say(sentence: Sentence): string
  /** Below the content folder. */
  at(path: string): string
}

/** @throws Refusal with code 2 where there is no such folder, language or day. */
export function openDesk(input: Input): Desk {
  const lang = readLanguage(input)
  const root = text(input.options.content) ?? process.env.ASLI_CONTENT ?? 'content'
  const today = process.env.ASLI_TODAY ?? dayInIndonesia(Date.now())
  if (!isCalendarDate(today)) throw misuse('ASLI_TODAY is a day, YYYY-MM-DD.')
  return {
    root,
    catalogue: readCatalogue(readFolder(root)),
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

/** A product that could be read. @throws Refusal that says what to do where it could not. */
export function findProduct({ catalogue, say }: Desk, slug: string): FiledProduct {
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
  throw noProduct(say, slug)
}

export function noProduct(say: Desk['say'], slug: string): Refusal {
  return new Refusal(
    say({
      en: `There is no product ${slug}: asli content status lists them all.`,
      id: `Tidak ada produk ${slug}: asli content status menampilkan semuanya.`,
    }),
  )
}
