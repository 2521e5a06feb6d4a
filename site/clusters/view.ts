/** What the map of places says, derived from its figures: texts in the reader's language. */
import type { Category } from '#core/catalogue/vocab.ts'
import { isShort, loadOf, type Workload } from '#core/catalogue/workload.ts'
import type { ClusterEntry, Reading } from '../entry.ts'
import { useClusterWords } from '../i18n/clusters.ts'
import { formatCount, formatList, formatNumber, formatSpan, inSentence } from '../i18n/format.ts'
import {
  countPlace,
  type Figures,
  findHeaviest,
  findMost,
  type Ground,
  listShades,
  orderPlaces,
  shadeOf,
} from './figures.ts'
import { type Place, places } from './grid.ts'

/** So many places are named where they are level; more are counted. */
const MOST_NAMED = 3

export interface Tile extends Place {
  /** `Kab.` or `Kota`. */
  kind: string
  /** The name that follows it. */
  name: string
  count: string
  /** 0 to 4. */
  shade: number
  hasCluster: boolean
  isShort: boolean
  /** All that the tile says, as a sentence. */
  text: string
}

export interface PlaceRow {
  place: string
  clusters: ClusterEntry[]
  products: string
  makers: string
  work: string
  isShort: boolean
}

export interface MapView {
  tiles: Tile[]
  shades: { shade: number; text: string }[]
  rows: PlaceRow[]
  most: string
  clusters: ClusterEntry[]
  /** Where curators are short, and where most waits for them. */
  curators: string[]
}

/** The map of all kinds, or of one. */
export function viewPlaces(category: Category | undefined, ground: Ground, reading: Reading): MapView {
  const figures = places.map(({ code }) => countPlace(code, category, ground))
  const most = Math.max(...figures.map(({ products }) => products))
  const { forms, map } = useClusterWords(reading.lang)
  return {
    tiles: places.map((place, at) => writeTile(place, figures[at] as Figures, most, reading)),
    shades: listShades(most).map(({ shade, from, to }) => ({
      shade,
      text: map.shade(formatSpan(from, to, reading.lang), forms.products[to === 1 ? 0 : 1]),
    })),
    rows: orderPlaces(figures).map((one) => writeRow(one, reading)),
    most: describeMost(figures, reading),
    clusters: ground.clusters.filter((cluster) => !category || cluster.category.includes(category)),
    curators: describeCurators(figures, reading),
  }
}

/** With its kind, since seven names are both; the two never stand on different lines. */
export function namePlace(code: string, { lang, lookUp }: Reading): string {
  return lookUp('regencies', code).shortName[lang].replace(' ', '\u00a0')
}

function writeTile(place: Place, figures: Figures, most: number, reading: Reading): Tile {
  const { forms, map } = useClusterWords(reading.lang)
  const full = namePlace(place.code, reading)
  const [kind = '', ...name] = full.split(/\s/)
  const products = formatCount(figures.products, forms.products, reading.lang)
  const curators = formatCount(figures.curators, forms.curators, reading.lang)
  return {
    ...place,
    kind,
    name: name.join(' '),
    count: formatNumber(figures.products, reading.lang),
    shade: shadeOf(figures.products, most),
    hasCluster: figures.clusters.length > 0,
    isShort: isShort(figures),
    text: map.tile(full, products, curators),
  }
}

function writeRow(figures: Figures, reading: Reading): PlaceRow {
  return {
    place: namePlace(figures.code, reading),
    clusters: figures.clusters,
    products: formatNumber(figures.products, reading.lang),
    makers: formatNumber(figures.makers, reading.lang),
    work: writeWork(figures, reading),
    isShort: isShort(figures),
  }
}

/** `3 ÷ 2 = 1.5`; where there is nothing to divide, or nobody to divide it among, the two numbers alone. */
function writeWork(work: Workload, { lang }: Reading): string {
  const { table } = useClusterWords(lang)
  const [open, curators] = [formatNumber(work.open, lang), formatNumber(work.curators, lang)]
  const load = loadOf(work)
  return load ? table.load(open, curators, formatNumber(load, lang)) : table.none(open, curators)
}

function describeMost(figures: Figures[], reading: Reading): string {
  const { lang } = reading
  const words = useClusterWords(lang)
  const found = findMost(figures)
  const [first] = found
  if (!first) return words.noMaker
  const makers = formatCount(first.makers, words.forms.makers, lang)
  if (found.length > MOST_NAMED) return words.mostOfMany(formatCount(found.length, words.forms.places, lang), makers)
  const named = found.map((one) =>
    words.most(namePlace(one.code, reading), makers, formatCount(one.products, words.forms.products, lang)),
  )
  return named.join('; ')
}

function describeCurators(figures: Figures[], reading: Reading): string[] {
  const { lang } = reading
  const words = useClusterWords(lang)
  const short = figures.filter(isShort).length
  const heaviest = findHeaviest(figures)
  return [
    short === 0 ? words.notShort : words.short(formatNumber(short, lang), formatNumber(figures.length, lang)),
    heaviest
      ? words.heaviest(
          namePlace(heaviest.code, reading),
          formatCount(heaviest.open, words.forms.products, lang),
          formatCount(heaviest.curators, words.forms.curators, lang),
        )
      : words.nothingWaits,
  ]
}

/** Kinds inside a sentence: `batik and fashion`. */
export function listKinds(categories: readonly Category[], { lang, lookUp }: Reading): string {
  return formatList(
    categories.map((category) => inSentence(lookUp('categories', category).name[lang])),
    lang,
  )
}
