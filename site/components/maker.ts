/** A maker's facts beside place and year, which its heading says; of the NIB four digits, of the size the class alone. */

import { linkContact } from '../config.ts'
import type { MakerEntry, Reading } from '../entry.ts'
import { formatList, formatPercent, formatSpan, nameLanguage } from '../i18n/format.ts'
import { type Lang, useWords } from '../i18n/index.ts'
import { type Row, rowOf } from './specification.ts'

export function describeMaker(maker: MakerEntry, reading: Reading): Row[] {
  const { lang, lookUp } = reading
  const words = useWords(lang).maker
  const countries = maker.exportHistory.map((country) => lookUp('markets', country).name[lang])
  return [
    rowOf(words.employees, describeEmployees(maker, reading)),
    rowOf(words.form, words.forms[maker.legalForm]),
    rowOf(words.size, words.sizes[maker.sizeClass]),
    rowOf(words.nib, words.nibTail(maker.nib.slice(-4))),
    { label: words.kbli, lines: maker.kbli.map((line) => describeTrade(line, reading)), notes: [] },
    ...(maker.trademark
      ? [rowOf(words.trademark, words.trademarkOf(maker.trademark.name, maker.trademark.number))]
      : []),
    ...(maker.memberships.length > 0 ? [rowOf(words.memberships, formatList(maker.memberships, lang))] : []),
    ...(maker.plut ? [rowOf(words.plut, maker.plut)] : []),
    rowOf(words.exports, countries.length ? formatList(countries, lang) : words.noExports),
    rowOf(
      words.languages,
      formatList(
        maker.languages.map((code) => nameLanguage(code, lang)),
        lang,
      ),
    ),
  ]
}

/** By its number: only some have a name in the vocabulary, and of another year's classification it would be another trade. */
function describeTrade({ code, version }: MakerEntry['kbli'][number], { lang, lookUp }: Reading): string {
  const known = lookUp.all('kbli').find((entry) => entry.id === code && entry.version === version)
  const named = known ? `${known.name[lang]}, ${code}` : code
  return version ? `${named} (KBLI ${version})` : named
}

/** The owner's own statements, each with whether it was made. */
export function listStatements({ statements }: MakerEntry, { lang }: Reading): Row[] {
  const words = useWords(lang).maker
  const kinds = ['childLabour', 'fairPay', 'environment'] as const
  return kinds.map((kind) => rowOf(words.stated[kind], statements[kind] ? words.yes : words.no))
}

export interface Contact {
  text: string
  /** The operator's, where a message to it reaches the maker. */
  address: string | null
  link: string | null
}

/** How to reach a maker: through the operator's `contact`. Nothing is promised of a maker that is invented. */
export function describeContact({ demo }: Pick<MakerEntry, 'demo'>, contact: string | null, lang: Lang): Contact {
  const words = useWords(lang).maker
  if (demo) return { text: words.relayDemo, address: null, link: null }
  if (!contact) return { text: words.relayNone, address: null, link: null }
  return { text: words.relay, address: contact, link: linkContact(contact) }
}

function describeEmployees({ employees }: MakerEntry, { lang }: Reading): string {
  const [from = 0, to = 0] = employees.band.split('-').map(Number)
  const band = formatSpan(from, to, lang)
  if (employees.womenPct === undefined) return band
  return `${band}, ${useWords(lang).maker.women(formatPercent(employees.womenPct, lang))}`
}
