import { describe, expect, test } from 'vitest'
import { CRITERIA, GATES } from '#core/catalogue/curation.ts'
import { allergenSchema } from '#core/catalogue/product-parts.ts'
import {
  categorySchema,
  motifVocabularySchema,
  regencyVocabularySchema,
  techniqueVocabularySchema,
  tradeUnitSchema,
} from '#core/catalogue/vocab.ts'
import { listContent, makers, readYaml, rubric } from './content-files.ts'
import { readVocabulary, vocabularyNames, words } from './vocabularies.ts'

describe('the vocabularies', () => {
  test('are all read by a schema, and no file is left over', () => {
    expect(listContent('vocab/*')).toEqual(vocabularyNames.map((name) => `vocab/${name}.yaml`).sort())
  })

  test.each(vocabularyNames)('%s has each id once', (name) => {
    expect(words[name].size).toBe(readVocabulary(name).entries.length)
  })

  test('name every category, allergen and trade unit that the schemas know', () => {
    expect([...words.categories].sort()).toEqual([...categorySchema.options].sort())
    expect([...words.allergens].sort()).toEqual([...allergenSchema.options].sort())
    expect(tradeUnitSchema.options.filter((unit) => !words.units.has(unit))).toEqual([])
  })

  test('hold the 29 regencies and 9 cities of East Java, none under a bare name', () => {
    const { entries } = regencyVocabularySchema.parse(readYaml('vocab/regencies.yaml'))
    expect(entries.filter(({ kind }) => kind === 'kabupaten')).toHaveLength(29)
    expect(entries.filter(({ kind }) => kind === 'kota')).toHaveLength(9)
    for (const { kind, shortName } of entries) {
      const prefix = kind === 'kota' ? /^Kota / : /^Kab\. /
      expect(shortName.en).toMatch(prefix)
      expect(shortName.id).toMatch(prefix)
    }
  })

  test('let only wax-resist techniques be called batik', () => {
    const { entries } = techniqueVocabularySchema.parse(readYaml('vocab/techniques.yaml'))
    expect(entries.filter(({ mayCallBatik }) => mayCallBatik).map(({ id }) => id)).toEqual([
      'batik-tulis',
      'batik-cap',
      'batik-kombinasi',
      'batik-ciprat',
    ])
  })

  test('name a source for the reading of every motif that a product of the demo carries', () => {
    const { entries } = motifVocabularySchema.parse(readYaml('vocab/motifs.yaml'))
    for (const id of ['manggur', 'gajah-oling', 'lok-chan']) {
      expect(entries.find((motif) => motif.id === id)?.source, id).toBeDefined()
    }
  })

  test('name the roles of all people and the countries that makers have sold to', () => {
    for (const maker of makers.values()) {
      expect(maker.people.filter(({ role }) => !words.roles.has(role))).toEqual([])
      expect(maker.exportHistory.filter((country) => !words.markets.has(country))).toEqual([])
      expect(words.regencies).toContain(maker.regency)
    }
  })

  test('agree with the rubric on criteria and gates', () => {
    expect(rubric.criteria.map(({ id }) => id)).toEqual(CRITERIA)
    expect(rubric.gates.map(({ id }) => id)).toEqual(GATES)
  })
})
