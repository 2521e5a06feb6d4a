/** What the page of a maker's record says, derived from the record: texts in the reader's language. */
import type { Band, DescribedMaker, MakerRecord } from '../../functions/actions/describe-maker-record.ts'
import { formatNumber } from '../i18n/format.ts'
import type { Lang } from '../i18n/index.ts'
import { useMakerRecordWords } from '../i18n/maker-record.ts'
import { dateOf } from '../verdict/view.ts'

export interface Fact {
  name: string
  value: string
}

/** One answer of those that the page can give about returning customers. */
export interface Step {
  text: string
  isCurrent: boolean
}

/** The maker that an address names; null where it can name none, or has the prefix of no language. */
export function readAddress({ lang, slug = '' }: Record<string, string | undefined>): string | null {
  return (lang === undefined || lang === 'id') && /^[a-z0-9-]{1,60}$/.test(slug) ? slug : null
}

/** The maker's name from the catalogue's record; its slug where there is none. */
export function nameMakerOf({ record, published }: DescribedMaker): string {
  return published?.displayName ?? record.maker
}

/** `3 certificates for pieces of 1 design.` */
export function describeCount({ certificates: { total }, designs }: MakerRecord, lang: Lang): string {
  const words = useMakerRecordWords(lang)
  if (total === 0) return words.none
  const count = (value: number, [one, many]: [string, string]) =>
    `${formatNumber(value, lang)} ${value === 1 ? one : many}`
  return `${words.count(count(total, words.certificates), count(designs, words.designs))}.`
}

/** What became of the certificates, and since when there are any; nothing where there are none. */
export function listFacts({ certificates, first, last }: MakerRecord, lang: Lang): Fact[] {
  if (first === null || last === null) return []
  const { facts } = useMakerRecordWords(lang)
  const counts = (['live', 'replaced', 'withdrawn'] as const).map((name) => ({
    name: facts[name],
    value: formatNumber(certificates[name], lang),
  }))
  return [...counts, { name: facts.first, value: dateOf(first, lang) }, { name: facts.last, value: dateOf(last, lang) }]
}

export function describeReturns({ repeatCustomers: { band } }: MakerRecord, lang: Lang): string {
  const { bands, unpublished } = useMakerRecordWords(lang).returns
  return band === null ? unpublished : bands[band]
}

/** All answers about returning customers, from fewest to most. */
export function listSteps({ repeatCustomers }: MakerRecord, lang: Lang): Step[] {
  const { steps } = useMakerRecordWords(lang).returns
  const named: { band: Band | null; text: string }[] = [
    { band: null, text: steps.none },
    ...(['3-10', '11-30', 'over-30'] as const).map((band) => ({ band, text: steps[band] })),
  ]
  return named.map(({ band, text }) => ({ text, isCurrent: band === repeatCustomers.band }))
}
