/** What the site's tests start from: the demo content, joined as the pages see it, without a build. */
import { basename } from 'node:path'
import type { Product } from '#core/catalogue/product.ts'
import { judgePublication } from '#core/catalogue/publication.ts'
import { scoreCuration } from '#core/catalogue/score.ts'
import type { ApprovedEntry, MakerEntry, Picture, Reading } from '../../site/entry.ts'
import type { Lang } from '../../site/i18n/index.ts'
import { readVocabulary } from '../../site/vocabulary.ts'
import {
  curations,
  curators,
  listContent,
  makers,
  readProduct,
  readYaml,
  rubric,
} from '../core/catalogue/content-files.ts'

const TODAY = '2026-11-01'

export const lookUp = readVocabulary(
  Object.fromEntries(listContent('vocab/*.yaml').map((path) => [basename(path, '.yaml'), readYaml(path)])),
)

export function readingIn(lang: Lang, today = TODAY): Reading {
  return { lang, lookUp, today }
}

/** The entry of a demo product; `changes` replace fields after the curators judged it. */
export function readEntry(slug: string, changes: Partial<Product> = {}): ApprovedEntry {
  const product = readProduct(slug)
  const found = makers.get(product.maker)
  const judged = judgePublication({ product, maker: found, curations, curators }, { today: TODAY, demoSite: true })
  if (!found || !judged.published) throw new Error(`${slug} is not published.`)
  const maker: MakerEntry = { ...found, slug: product.maker }
  const pictures = product.images.map(
    (image): Picture => ({ ...image, source: { src: `/${image.file}`, width: 1600, height: 1200, format: 'webp' } }),
  )
  const [hero, ...others] = pictures
  if (!hero) throw new Error(`${slug} has no picture.`)
  return {
    slug,
    number: 1,
    product: { ...product, ...changes },
    maker,
    cluster: undefined,
    pictures: [hero, ...others],
    curation: judged.curation,
    upheld: [],
    expired: judged.expired,
    score: scoreCuration(judged.curation, rubric),
    rubric,
    curators: curators.filter(({ id }) => judged.curation.curators.includes(id)),
  }
}
