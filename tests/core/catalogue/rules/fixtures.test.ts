import { describe, expect, test } from 'vitest'
import type { Finding } from '#core/catalogue/reading/finding.ts'
import { readCatalogue } from '#core/catalogue/reading/read-catalogue.ts'
import { checkCatalogue } from '#core/catalogue/rules/check.ts'
import { rules } from '#core/catalogue/rules/rules.ts'
import { readContentBytes } from '../content-bytes.ts'
import { demoOccasion, fixtureNames, hashRecords, loadFixture } from '../fixtures.ts'

const brief = ({ file, line, path, rule, severity }: Finding) => `${severity} ${file}:${line} ${path} ${rule}`

describe('checkCatalogue', () => {
  test('finds nothing in the demo content, in a demo site and in no demo site', () => {
    const demo = readContentBytes()
    const catalogue = readCatalogue(demo)
    const history = { firstRecords: hashRecords(demo) }
    expect(checkCatalogue(catalogue, { ...demoOccasion, history })).toEqual([])
    expect(checkCatalogue(catalogue, { ...demoOccasion, demoSite: false })).toEqual([])
  })

  test.each(fixtureNames)('on %s finds its rule at its line, and nothing else', (name) => {
    const { files, occasion, expected } = loadFixture(name)
    const findings = checkCatalogue(readCatalogue(files), occasion)
    expect(findings.map(brief).sort()).toEqual(expected.sort())
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
