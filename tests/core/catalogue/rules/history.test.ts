import { describe, expect, test } from 'vitest'
import { readCatalogue } from '#core/catalogue/reading/read-catalogue.ts'
import { checkCatalogue } from '#core/catalogue/rules/check.ts'
import { hashText } from '#core/catalogue/text-hash.ts'
import { readContentBytes } from '../content-bytes.ts'
import { demoOccasion } from '../fixtures.ts'

const STORY = 'products/robusta-roasted-200g/index.id.md'
const demo = readCatalogue(readContentBytes())
const coffee = demo.products.find(({ slug }) => slug === 'robusta-roasted-200g')

describe('a translated story', () => {
  const findingsWith = (english: string) => {
    const history = { translatedStories: new Map([[STORY, hashText(english)]]) }
    return checkCatalogue(demo, { ...demoOccasion, history }).map(({ file, rule }) => `${rule} ${file}`)
  }

  test('is current while the English is the one that it was translated from', () => {
    expect(findingsWith(coffee?.stories.en?.text ?? '')).toEqual([])
    expect(findingsWith(`\r\n${coffee?.stories.en?.text.replaceAll('\n', '\r\n')}\r\n`)).toEqual([])
  })

  test('is old once the English has changed', () => {
    expect(findingsWith('Another story.')).toEqual([`I18N-02 ${STORY}`])
  })
})
