import { describe, expect, test } from 'vitest'
import { judgeCatalogue } from '#core/catalogue/judge-catalogue.ts'
import type { Finding } from '#core/catalogue/reading/finding.ts'
import { readCatalogue } from '#core/catalogue/reading/read-catalogue.ts'
import { checkCatalogue } from '#core/catalogue/rules/check.ts'
import { rules } from '#core/catalogue/rules/rules.ts'
import { readContentBytes } from '../content-bytes.ts'
import { demoOccasion, fixtureNames, hashRecords, loadFixture } from '../fixtures.ts'
import { expectLanguages } from '../languages.ts'

const brief = ({ file, line, path, rule, severity }: Finding) => `${severity} ${file}:${line} ${path} ${rule}`

const checked = new Map<string, ReturnType<typeof readFixture>>()

function readFixture(name: string) {
  const { files, occasion, expected } = loadFixture(name)
  const catalogue = readCatalogue(files)
  return { catalogue, expected, findings: checkCatalogue(catalogue, occasion) }
}

/** Read once for the two tests that look at it. */
function checkFixture(name: string) {
  const found = checked.get(name) ?? readFixture(name)
  checked.set(name, found)
  return found
}

describe('checkCatalogue', () => {
  test('finds nothing in the demo content, in a demo site and in no demo site', () => {
    const demo = readContentBytes()
    const catalogue = readCatalogue(demo)
    const history = { firstRecords: hashRecords(demo) }
    expect(checkCatalogue(catalogue, { ...demoOccasion, history })).toEqual([])
    expect(checkCatalogue(catalogue, { ...demoOccasion, demoSite: false })).toEqual([])
  })

  test.each(fixtureNames)('on %s finds its rule at its line, and nothing else', (name) => {
    const { findings, expected } = checkFixture(name)
    const [, rule] = name.match(/^([A-Z0-9]+-\d\d)-/) ?? []
    expect(expected.filter((line) => line.endsWith(` ${rule}`))).not.toEqual([])
    expect(findings.map(brief).sort()).toEqual(expected.sort())
    expectLanguages(findings)
    for (const { message, mend } of findings) {
      for (const sentence of [message.en, message.id, mend.en, mend.id]) expect(sentence).toMatch(/\S.*[.:\]”]$/s)
    }
  })

  test('has a fixture for every rule that a file of text can break', () => {
    const covered = new Set(fixtureNames.map((name) => name.split('-').slice(0, 2).join('-')))
    const elsewhere = ['FILE-01', 'FILE-02', 'FILE-03', 'FILE-04', 'IMG-02']
    expect(Object.keys(rules).filter((id) => !covered.has(id) && !elsewhere.includes(id))).toEqual([])
  })
})

describe('judgeCatalogue', () => {
  test.each(fixtureNames)(
    'on %s shows no product that stands on a refused file, and hides none for a warning',
    (name) => {
      const { catalogue, findings } = checkFixture(name)
      const { published, withheld } = judgeCatalogue(catalogue, findings, demoOccasion)
      const refused = findings.filter(({ severity }) => severity === 'error').map(({ file }) => file)
      for (const { slug, product, curation } of published) {
        const stands = [
          `products/${slug}/`,
          `makers/${product.maker}.`,
          `curations/${product.id}/`,
          `complaints/${product.id}/`,
        ]
        const curators = curation.curators.map((id) => `curators/${id.toLowerCase()}.`)
        const own = [...stands, ...curators, `clusters/${product.cluster}.`]
        expect(refused.filter((file) => own.some((start) => file.startsWith(start)))).toEqual([])
      }
      if (refused.length === 0) expect(withheld).toEqual([])
      else expect(withheld.length).toBeGreaterThan(0)
      for (const { detail } of withheld) expect(detail).toMatch(/\S{20}|\S+ \S+/)
    },
  )
})

describe('rules', () => {
  test.each(Object.entries(rules))('%s says what, why and how to mend it, in both languages', (id, rule) => {
    expect(id).toMatch(/^[A-Z0-9]+-\d\d$/)
    for (const { en, id: indonesian } of [rule.title, rule.why, rule.mend]) {
      expect(en.length).toBeGreaterThan(3)
      expect(indonesian.length).toBeGreaterThan(3)
    }
    for (const { en, id: indonesian } of [rule.why, rule.mend]) {
      expect(en).toMatch(/[.:\]]$/)
      expect(indonesian).toMatch(/[.:\]]$/)
    }
    expect(rule.good).not.toBe(rule.bad)
  })
})
