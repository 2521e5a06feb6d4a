import { describe, expect, test } from 'vitest'
import {
  formatArealMass,
  formatDate,
  formatDays,
  formatHs6,
  formatList,
  formatMass,
  formatMoney,
  formatPercent,
  formatQuantity,
  formatSides,
  formatSpan,
  inSentence,
} from '../../site/i18n/format.ts'

/** With ordinary spaces, and without the marks that only keep lines together. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u2060', '')

describe('dates', () => {
  test('are written with the month in letters, whatever zone the build runs in', () => {
    expect(formatDate('2026-10-05', 'en')).toBe('5 October 2026')
    expect(formatDate('2026-10-05', 'id')).toBe('5 Oktober 2026')
    expect(formatDate('2027-01-01', 'en')).toBe('1 January 2027')
  })
})

describe('figures', () => {
  test('follow the reader’s decimal mark', () => {
    expect(plain(formatQuantity(12_000, 'H87', 'en'))).toBe('12,000 pieces')
    expect(plain(formatQuantity(12_000, 'H87', 'id'))).toBe('12.000 buah')
    expect(plain(formatMass(200, 'id'))).toBe('200 g (7,1 oz)')
    expect(plain(formatMass(3450, 'en'))).toBe('3.45 kg (7.6 lb)')
  })

  test('say one piece and two pieces', () => {
    expect(plain(formatQuantity(1, 'SET', 'en'))).toBe('1 set')
    expect(plain(formatQuantity(2, 'SET', 'en'))).toBe('2 sets')
    expect(plain(formatDays(1, 1, 'en'))).toBe('1 day')
    expect(plain(formatDays(30, 45, 'en'))).toBe('30–45 days')
  })

  test('write a span once where both ends are the same', () => {
    expect(plain(formatSpan(7, 7, 'en'))).toBe('7')
    expect(plain(formatSpan(30, 45, 'en'))).toBe('30–45')
  })

  test('write money with two decimals on both ends, or on neither', () => {
    expect(plain(formatMoney('USD', 68, 80, 'en'))).toBe('USD 68–80')
    expect(plain(formatMoney('USD', 0.62, 0.9, 'en'))).toBe('USD 0.62–0.90')
    expect(plain(formatMoney('USD', 8, 11.5, 'id'))).toBe('USD 8,00–11,50')
    expect(plain(formatMoney('USD', 85, 85, 'en'))).toBe('USD 85')
  })

  test('never break inside a sum, a span or a measure', () => {
    const kept = [formatMoney('USD', 68, 80, 'en'), formatDays(30, 45, 'en'), formatSides([240, 105], 'en').metric]
    for (const text of kept) expect(text).not.toMatch(/ |–(?!\u2060)/)
  })

  test('give metric and imperial measures', () => {
    expect(plain(formatSides([240, 105], 'en').metric)).toBe('240 × 105 cm')
    expect(plain(formatSides([240, 105], 'en').imperial)).toBe('94.5 × 41.3 in')
    expect(plain(formatArealMass(118, 'en'))).toBe('118 g/m² (3.5 oz/yd²)')
    expect(plain(formatPercent(60, 'en'))).toBe('60%')
  })
})

describe('words', () => {
  test('of a list are joined as the language joins them', () => {
    expect(formatList(['Japan', 'China'], 'en')).toBe('Japan and China')
    expect(formatList(['Jepang', 'Tiongkok'], 'id')).toBe('Jepang dan Tiongkok')
  })

  test('lose their capital inside a sentence, unless all of the word is capitals', () => {
    expect(inSentence('Hand-drawn batik')).toBe('hand-drawn batik')
    expect(inSentence('SKA Form D')).toBe('SKA Form D')
  })
})

test('an HS code is pointed after the heading', () => {
  expect(formatHs6('090121')).toBe('0901.21')
})
