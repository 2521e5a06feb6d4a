import { describe, expect, test } from 'vitest'
import { judgeCatalogue } from '#core/catalogue/judge-catalogue.ts'
import { readCatalogue } from '#core/catalogue/reading/read-catalogue.ts'
import { checkCatalogue } from '#core/catalogue/rules/check.ts'
import { bytesOf, readContentBytes } from './content-bytes.ts'
import { demoOccasion } from './fixtures.ts'

function judge(files: ReadonlyMap<string, Uint8Array>, occasion = demoOccasion) {
  const catalogue = readCatalogue(files)
  const findings = checkCatalogue(catalogue, occasion)
  return { catalogue, findings, ...judgeCatalogue(catalogue, findings, { ...demoOccasion, demoSite: true }) }
}

describe('judgeCatalogue', () => {
  test('shows all ten products of the demo', () => {
    const { published, withheld } = judge(readContentBytes())
    expect(published).toHaveLength(10)
    expect(withheld).toEqual([])
  })

  test('lists a product that cannot be read, with the line and what is wrong', () => {
    const { published, withheld } = judge(readContentBytes().set('products/robusta-roasted-200g/index.md', bytesOf('')))
    expect(published).toHaveLength(9)
    expect(withheld).toEqual([
      {
        slug: 'robusta-roasted-200g',
        maker: '',
        reason: 'refused',
        detail:
          'content/products/robusta-roasted-200g/index.md:1 FILE-03: The file is empty. Fill it in, or delete it.',
      },
    ])
  })

  test('shows nothing while a word of the vocabularies is refused', () => {
    const { published, withheld } = judge(readContentBytes().set('vocab/units.yaml', bytesOf('entries: [')))
    expect(published).toEqual([])
    expect(withheld).toHaveLength(10)
  })
})
