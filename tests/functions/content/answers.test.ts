import { describe, expect, test } from 'vitest'
import { oneOf } from '../../../functions/cli/content/answers.ts'

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
