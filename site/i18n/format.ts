/** How dates, numbers, money and measures are written. A calendar date has no zone: it is written as it stands. */
import type { TradeUnit } from '#core/catalogue/vocab.ts'
import { type Lang, useWords } from './index.ts'

// Day before month, month in letters: no reader takes 5 October for 10 May.
const locales: Record<Lang, string> = { en: 'en-GB', id: 'id-ID' }
const CENTIMETERS_PER_INCH = 2.54
// A dash between two figures, with no line break after it.
const TO = '–\u2060'
const GRAMS_PER_OUNCE = 28.349523
const OUNCES_PER_POUND = 16
const SQUARE_METERS_PER_SQUARE_YARD = 0.83612736

/** One formatter a language and a number of decimals: making one costs a hundred times what using it does. */
function keepFormats<T>(make: (locale: string, digits: number) => T): (lang: Lang, digits?: number) => T {
  const kept = new Map<string, T>()
  return (lang, digits = 0) => {
    const key = `${lang} ${digits}`
    const format = kept.get(key) ?? make(locales[lang], digits)
    kept.set(key, format)
    return format
  }
}

const dates = keepFormats((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }))
const numbers = keepFormats((locale, digits) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }))
const amounts = keepFormats(
  (locale, digits) => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
)
const lists = keepFormats((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }))

/** `2026-10-05` → `5 October 2026`. */
export function formatDate(date: string, lang: Lang): string {
  return dates(lang).format(new Date(`${date}T00:00:00Z`))
}

/** At most `digits` decimals: `1,250`, `94.5`. */
export function formatNumber(value: number, lang: Lang, digits = 1): string {
  return numbers(lang, digits).format(value)
}

/** `60%`. */
export function formatPercent(percent: number, lang: Lang): string {
  return `${formatNumber(percent, lang)}%`
}

/** `30–45`, or `30` where both ends are the same. */
export function formatSpan(from: number, to: number, lang: Lang): string {
  return from === to ? formatNumber(from, lang) : `${formatNumber(from, lang)}${TO}${formatNumber(to, lang)}`
}

/** `USD 68–80`; two decimals on both ends where one of them needs any. */
export function formatMoney(currency: string, from: number, to: number, lang: Lang): string {
  const digits = Number.isInteger(from) && Number.isInteger(to) ? 0 : 2
  const format = amounts(lang, digits)
  const amount = from === to ? format.format(from) : `${format.format(from)}${TO}${format.format(to)}`
  return `${currency}\u00a0${amount}`
}

/** The unit's word for that many: `piece`, `pieces`. */
export function nameUnit(unit: TradeUnit, count: number, lang: Lang): string {
  const [one, many] = useWords(lang).units[unit]
  return count === 1 ? one : many
}

/** `5 pieces`. */
export function formatQuantity(count: number, unit: TradeUnit, lang: Lang): string {
  return `${formatNumber(count, lang)}\u00a0${nameUnit(unit, count, lang)}`
}

/** `1 maker`, `3 makers`. */
export function formatCount(count: number, [one, many]: readonly [one: string, many: string], lang: Lang): string {
  return `${formatNumber(count, lang)}\u00a0${count === 1 ? one : many}`
}

/** `1 day`, `30–45 days`. */
export function formatDays(from: number, to: number, lang: Lang): string {
  const [one, many] = useWords(lang).day
  return `${formatSpan(from, to, lang)}\u00a0${to === 1 ? one : many}`
}

/** Lengths in centimeters as `240 × 105 cm` and `94.5 × 41.3 in`. */
export function formatSides(centimeters: number[], lang: Lang): { metric: string; imperial: string } {
  const join = (sides: number[]) => sides.map((side) => formatNumber(side, lang)).join('\u00a0×\u00a0')
  return {
    metric: `${join(centimeters)}\u00a0cm`,
    imperial: `${join(centimeters.map((side) => side / CENTIMETERS_PER_INCH))}\u00a0in`,
  }
}

/** `200 g (7.1 oz)`, and `3.3 kg (7.3 lb)` from a kilogram on. */
export function formatMass(grams: number, lang: Lang): string {
  if (grams >= 1000) {
    const pounds = grams / GRAMS_PER_OUNCE / OUNCES_PER_POUND
    return `${formatNumber(grams / 1000, lang, 3)}\u00a0kg (${formatNumber(pounds, lang)}\u00a0lb)`
  }
  return `${formatNumber(grams, lang)}\u00a0g (${formatNumber(grams / GRAMS_PER_OUNCE, lang)}\u00a0oz)`
}

/** `118 g/m² (3.5 oz/yd²)`. */
export function formatArealMass(gramsPerSquareMeter: number, lang: Lang): string {
  const ounces = (gramsPerSquareMeter * SQUARE_METERS_PER_SQUARE_YARD) / GRAMS_PER_OUNCE
  return `${formatNumber(gramsPerSquareMeter, lang)}\u00a0g/m² (${formatNumber(ounces, lang)}\u00a0oz/yd²)`
}

/** `a, b and c`. */
export function formatList(texts: string[], lang: Lang): string {
  return lists(lang).format(texts)
}

/** A language by its name in the reader's language. */
export function nameLanguage(code: string, lang: Lang): string {
  return new Intl.DisplayNames(locales[lang], { type: 'language' }).of(code) ?? code
}

/** `520852` → `5208.52`. */
export function formatHs6(hs6: string): string {
  return `${hs6.slice(0, 4)}.${hs6.slice(4)}`
}

/** In quotation marks; those inside become single ones. */
export function quote(text: string): string {
  return `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`
}

/** With a small first letter, for a name inside a sentence; an abbreviation such as `SNI` keeps its capitals. */
export function inSentence(name: string): string {
  const [first = '', second = ''] = name
  return second === second.toUpperCase() ? name : first.toLowerCase() + name.slice(1)
}

/** With a capital first letter. */
export function asSentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** `Cotton, silk`: one line, of which only the first name keeps its capital. */
export function enumerate(names: string[]): string {
  return names.map((name, at) => (at ? inSentence(name) : name)).join(', ')
}
