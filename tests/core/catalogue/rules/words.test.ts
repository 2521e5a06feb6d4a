import { describe, expect, test } from 'vitest'
import { readCatalogue } from '#core/catalogue/reading/read-catalogue.ts'
import { checkCatalogue } from '#core/catalogue/rules/check.ts'
import { bytesOf, readContentBytes, textOf } from '../content-bytes.ts'
import { demoOccasion } from '../fixtures.ts'

const demo = readContentBytes()

function rulesFor(slug: string, find: RegExp, replacement: string): string[] {
  const file = `products/${slug}/index.md`
  const changed = textOf(demo.get(file)).replace(find, replacement)
  expect(changed).not.toBe(textOf(demo.get(file)))
  return checkCatalogue(readCatalogue(new Map(demo).set(file, bytesOf(changed))), demoOccasion).map(({ rule }) => rule)
}

describe('the guard on the word batik', () => {
  const named = (name: string) => rulesFor('ecoprint-silk-scarf', /^ {2}en: .*$/m, `  en: ${name}`)

  test.each(['Batik scarf', 'Silk scarf, batik style', 'Silk scarf (BATIK)'])('refuses “%s” for ecoprint', (name) => {
    expect(named(name)).toEqual(['TEX-03'])
  })

  test.each(['Silk scarf, not batik', 'Silk scarf, bukan batik', 'Silk scarf'])(
    'takes “%s”: a denial is no claim',
    (name) => {
      expect(named(name)).toEqual([])
    },
  )
})

describe('the guard on natural dye', () => {
  const named = (name: string) => rulesFor('batik-cap-gajah-oling-shirt', /^ {2}en: .*$/m, `  en: ${name}`)

  test.each(['Shirt, natural dye', 'Shirt, naturally dyed', 'Shirt, plant-dyed'])(
    'refuses “%s” without a plant',
    (name) => {
      expect(named(name)).toEqual(['DYE-01'])
    },
  )

  test('takes the denial of it', () => {
    expect(named('Shirt, no natural dye')).toEqual([])
    expect(named('Kemeja, bukan pewarna alam')).toEqual([])
  })
})

describe('the guard on praise', () => {
  const said = (summary: string) => rulesFor('cassava-chips-balado-100g', /Thin cassava chips, fried/, summary)

  test.each(['The best chips, fried', 'World-class chips, fried', 'No. 1 chips, fried', 'Prize chips, fried'])(
    'refuses “%s”',
    (summary) => {
      expect(said(summary)).toEqual(['SUM-01'])
    },
  )

  test.each(['Chips, best before a year is over, fried', 'Chips of Kelas, terasa pedas, fried'])(
    'takes “%s”',
    (one) => {
      expect(said(one)).toEqual([])
    },
  )
})

describe('the guard on personal data', () => {
  const said = (text: string) => rulesFor('cassava-chips-balado-100g', /There is no shrimp paste in it\./, text)

  test.each([
    'Call 0812 3456 7890.',
    'Call +62 812-3456-7890.',
    'Call 081234567890.',
    'Call (0335) 421234.',
    'Call ０８１２３４５６７８９０.',
    'Write to kopi.demo+x@mail.example.co.id.',
    'Identity card 3513 0101 0190 0001.',
    'Business number 1234567890123.',
  ])('refuses “%s”', (text) => {
    expect(said(text)).toEqual(['PII-01'])
  })

  test.each([
    'At 150 °C, 2026-10-05, 1.5 mm, 12,000 pouches, 0.62 to 0.90.',
    'SNI 01-2907-2008 and HS 0901.21.',
    'From 3,000 pouches; 08.00 to 16.00.',
  ])('takes the figures of “%s”', (text) => {
    expect(said(text)).toEqual([])
  })
})
