/** What the curators' page says of each: where, what waits, how fast, how often in agreement; the certificate last. */
import type { Curator } from '#core/catalogue/curator.ts'
import { CLOSE_POINTS, describeWork } from '#core/catalogue/curator-work.ts'
import { type Category, categorySchema } from '#core/catalogue/vocab.ts'
import { isAvailable, isShort, weighWork } from '#core/catalogue/workload.ts'
import type { Ground } from '../clusters/figures.ts'
import { places } from '../clusters/grid.ts'
import { listKinds, namePlace } from '../clusters/view.ts'
import { type Row, rowOf } from '../components/specification.ts'
import type { Reading } from '../entry.ts'
import { useCuratorWords } from '../i18n/curators.ts'
import { asSentence, formatCount, formatDate, formatDays, formatList, formatNumber } from '../i18n/format.ts'

export interface CuratorView {
  name: string
  organisation: string
  /** Whether the certificate holds today; in words it stands among the rows. */
  isCertified: boolean
  rows: Row[]
}

/** Every curator has agreed to be named, or there would be no file: a schema asks for the consent. */
export function viewCurators(ground: Ground, reading: Reading): CuratorView[] {
  return ground.curators.map((curator) => ({
    name: curator.displayName,
    organisation: curator.organisation,
    isCertified: curator.bnsp.issuedAt <= ground.today && ground.today <= curator.bnsp.expiresAt,
    rows: describeCurator(curator, ground, reading),
  }))
}

function describeCurator(curator: Curator, ground: Ground, reading: Reading): Row[] {
  const { lang } = reading
  const { facts, ...words } = useCuratorWords(lang)
  const { records, medianDays, agreed } = describeWork(curator, ground.curations)
  const counted = formatCount(records, words.forms.records, lang)
  const names = curator.regencies.map((code) => namePlace(code, reading))
  return [
    rowOf(facts.places, formatList(names, lang)),
    rowOf(facts.kinds, asSentence(listKinds(curator.categories, reading))),
    rowOf(facts.open, describeOpen(curator, ground, reading)),
    rowOf(facts.pace, medianDays === null ? words.noRecord : words.median(formatDays(medianDays, medianDays, lang))),
    rowOf(facts.records, counted),
    ...(records > 0
      ? [rowOf(facts.agreement, words.agreed(formatNumber(agreed, lang), counted, formatNumber(CLOSE_POINTS, lang)))]
      : []),
    rowOf(facts.certificate, words.certificate(curator.bnsp.scheme, curator.bnsp.number.slice(-4)), [
      describeValidity(curator, reading),
    ]),
  ]
}

/** What is open in the curator's places and kinds, and with how many it is shared. */
function describeOpen(curator: Curator, ground: Ground, { lang }: Reading): string {
  const words = useCuratorWords(lang)
  if (!isAvailable(curator, ground.today)) return words.notTaking
  const { open, curators } = weighWork({ regencies: curator.regencies, categories: curator.categories }, ground)
  if (open === 0) return words.openNone
  const products = formatCount(open, words.forms.products, lang)
  return curators === 1
    ? words.openAlone(products)
    : words.openShared(products, formatCount(curators, words.forms.curators, lang))
}

function describeValidity({ bnsp }: Curator, { lang, today }: Reading): string {
  const words = useCuratorWords(lang)
  const [from, until] = [formatDate(bnsp.issuedAt, lang), formatDate(bnsp.expiresAt, lang)]
  if (today > bnsp.expiresAt) return words.expired(bnsp.lsp, until)
  if (today < bnsp.issuedAt) return words.notYet(bnsp.lsp, from)
  return words.valid(bnsp.lsp, from, until)
}

/** Where fewer than two take products: how many places, and which kinds nowhere have two. */
export function describeShortage(ground: Ground, reading: Reading): string[] {
  const { lang } = reading
  const words = useCuratorWords(lang)
  const short = places.filter(({ code }) => isShort(weighWork({ regencies: [code] }, ground)))
  const kinds = categorySchema.options.filter((category) => isShort(weighWork({ categories: [category] }, ground)))
  const all = formatNumber(places.length, lang)
  return [
    short.length === 0 ? words.notShort : words.short(formatNumber(short.length, lang), all),
    ...describeKinds(kinds, reading),
  ]
}

function describeKinds(short: Category[], reading: Reading): string[] {
  const words = useCuratorWords(reading.lang)
  if (short.length === 0) return []
  return [
    short.length === categorySchema.options.length ? words.shortAllKinds : words.shortKinds(listKinds(short, reading)),
  ]
}

/** What the certificate tests, by the codes that stand on it. */
export function listUnits({ lang, lookUp }: Pick<Reading, 'lang' | 'lookUp'>): { code: string; name: string }[] {
  return lookUp.all('skkni-units').map(({ code, name }) => ({ code, name: name[lang] }))
}
