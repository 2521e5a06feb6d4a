import { describe, expect, test } from 'vitest'
import { day, oneOf, optional, points, required, yesOrNo } from '../../../functions/cli/content/answers.ts'
import type { Parse } from '../../../functions/cli/content/dialogue.ts'
import { findNear } from '../../../functions/cli/content/near-names.ts'

/** The value, or what is said in English. */
const read = <T>(parse: Parse<T>, answer: string) => {
  const result = parse(answer)
  return result.ok ? result.value : result.error.en
}

describe('an answer', () => {
  test('that is required is not empty, and one that is optional may be', () => {
    expect([read(required, ''), read(required, 'x')]).toEqual(['Write something.', 'x'])
    expect([read(optional(required), ''), read(optional(yesOrNo), 'y')]).toEqual([undefined, true])
    expect(read(optional(yesOrNo), 'x')).toBe('Say y or n.')
  })

  test('that is a day exists, and is not after the last one', () => {
    expect(read(day(), '2026-02-30')).toBe('Write an existing day as YYYY-MM-DD, for example 2026-10-05.')
    expect(read(day(), '2999-01-01')).toBe('2999-01-01')
    expect(read(day('2026-11-22'), '2026-11-22')).toBe('2026-11-22')
    expect(read(day('2026-11-22'), '2026-11-23')).toBe('That day is after 2026-11-22.')
  })

  test.each([
    ['0', 0],
    ['25', 25],
    ['24.5', 24.5],
    ['24,5', 24.5],
    ['25.5', 'Points are 0 to 25, halves too.'],
    ['24.4', 'Points are 0 to 25, halves too.'],
    ['-0.5', 'Points are 0 to 25, halves too.'],
    ['', 'Points are 0 to 25, halves too.'],
    ['many', 'Points are 0 to 25, halves too.'],
  ])('that is points of 25: “%s”', (answer, value) => {
    expect(read(points(25), answer)).toBe(value)
  })

  test.each([
    ['batik', 'batik'],
    ['BATIK', 'batik'],
    ['h', 'home'],
    ['t', 'It is one of: batik, batik-cap, tea, tenun, home.'],
    ['te', 'It is one of: batik, batik-cap, tea, tenun, home.'],
    ['TEN', 'tenun'],
    ['1', 'batik'],
    ['5', 'home'],
    ['0', 'It is one of: batik, batik-cap, tea, tenun, home.'],
    ['6', 'It is one of: batik, batik-cap, tea, tenun, home.'],
    ['', 'It is one of: batik, batik-cap, tea, tenun, home.'],
  ])('that is one of several words: “%s”', (answer, value) => {
    expect(read(oneOf(['batik', 'batik-cap', 'tea', 'tenun', 'home']), answer)).toBe(value)
  })

  test.each([
    ['y', true],
    ['YA', true],
    ['yes', true],
    ['n', false],
    ['No', false],
    ['t', false],
    ['tidak', false],
    ['yesterday', 'Say y or n.'],
    ['not', 'Say y or n.'],
    ['', 'Say y or n.'],
  ])('that is yes or no: “%s”', (answer, value) => {
    expect(read(yesOrNo, answer)).toBe(value)
  })
})

describe('a name that is not there', () => {
  const names = ['batik-tulis', 'batik-cap', 'kopi-jember', 'kopi-ijen', 'tas-eceng']

  test.each([
    ['batik-tuls', ['batik-tulis']],
    ['atik-tulis', ['batik-tulis']],
    ['batik-tulisan', ['batik-tulis']],
    ['batik-tulisanmu', ['batik-tulis', 'batik-cap']],
    ['batik-cup', ['batik-cap']],
    ['kopi-jombang', ['kopi-jember', 'kopi-ijen']],
    ['tas-kulit', []],
    ['zzz', []],
  ])('is near to what is a few letters off, else to what has a word in common: %s', (typed, near) => {
    expect(findNear(typed, names)).toEqual(near)
  })

  test('is told at most three, the nearest first', () => {
    expect(findNear('abcd', ['abcdefg', 'abcdef', 'abcde', 'abcd', 'abcdefgh'])).toEqual(['abcd', 'abcde', 'abcdef'])
  })
})

const said = (words: readonly string[], answer: string) => {
  const parsed = oneOf(words)(answer)
  return parsed.ok ? parsed.value : parsed.error.id
}

describe('oneOf', () => {
  const makers = ['canting-bayu', 'canting-manggur', 'sangrai-jember']

  test.each([
    ['CANTING-BAYU', 'canting-bayu'],
    ['canting bayu', 'canting-bayu'],
    ['Sangrai', 'sangrai-jember'],
    ['canting m', 'canting-manggur'],
    ['3', 'sangrai-jember'],
  ])('takes “%s” for %s', (answer, word) => {
    expect(said(makers, answer)).toBe(word)
  })

  test('takes nothing that may be two', () => {
    expect(said(makers, 'canting')).toBe('Salah satu dari: canting-bayu, canting-manggur, sangrai-jember.')
  })

  test('hides none of a few words, and of many shows those like the answer', () => {
    const many = Array.from({ length: 40 }, (_, at) => `dapur-${at + 10}`)
    expect(said(many.slice(0, 16), 'x')).toBe(`Salah satu dari: ${many.slice(0, 16).join(', ')}.`)
    expect(said([...many, 'canting-bayu'], 'canting bayo')).toBe('Salah satu dari: canting-bayu ….')
    expect(said(many, 'x')).toMatch(/^Salah satu dari: dapur-10, .*, dapur-25 ….$/)
  })
})
