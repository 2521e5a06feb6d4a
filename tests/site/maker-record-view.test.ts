import { describe, expect, test } from 'vitest'
import type { MakerRecord } from '../../functions/actions/describe-maker-record.ts'
import { languages } from '../../site/i18n/index.ts'
import {
  describeCount,
  describeReturns,
  listFacts,
  listSteps,
  nameMakerOf,
  readAddress,
} from '../../site/maker-record/view.ts'

const record: MakerRecord = {
  maker: 'sekar',
  certificates: { total: 1250, live: 1200, withdrawn: 20, replaced: 30 },
  designs: 1,
  first: '2026-11-22T20:00:00Z',
  last: '2026-12-24T03:00:00Z',
  repeatCustomers: { band: '11-30', k: 3 },
  checkedAt: '2026-12-25T00:00:00Z',
}
const banded = (band: MakerRecord['repeatCustomers']['band']) => ({ ...record, repeatCustomers: { band, k: 3 } })
const bands = [null, '3-10', '11-30', 'over-30'] as const

describe('the address of a record', () => {
  test.each([undefined, 'id'])('names a maker under the prefix %s', (lang) => {
    expect(readAddress({ lang, slug: 'sekar-01' })).toBe('sekar-01')
  })

  test.each([{ lang: 'en', slug: 'sekar' }, { slug: 'Sekar' }, { slug: '' }, { slug: 'a'.repeat(61) }, {}])(
    'is none where no maker can have it: %j',
    (params) => expect(readAddress(params)).toBeNull(),
  )
})

describe('the record', () => {
  test('is counted in the reader’s own numbers and words', () => {
    expect(describeCount(record, 'en')).toBe('1,250 certificates for pieces of 1 design.')
    expect(describeCount(record, 'id')).toBe('1.250 sertifikat untuk karya dari 1 desain.')
    const facts = listFacts(record, 'en').map(({ name, value }) => `${name}: ${value}`)
    expect(facts).toEqual([
      'Live: 1,200',
      'Replaced: 30',
      'Withdrawn: 20',
      // A calendar date in Indonesia, as on the certificates.
      'The first: 23 November 2026',
      'The latest: 24 December 2026',
    ])
  })

  test('of a maker without certificates says so, and lists nothing', () => {
    const certificates = { total: 0, live: 0, withdrawn: 0, replaced: 0 }
    const empty = { ...record, certificates, designs: 0, first: null, last: null }
    expect(describeCount(empty, 'en')).toBe('No piece of this maker has been certified yet.')
    expect(listFacts(empty, 'en')).toEqual([])
  })

  test('is of the maker’s name in the catalogue, or of its slug', () => {
    expect(nameMakerOf({ record })).toBe('sekar')
  })
})

describe.each(languages)('returning customers, in %s', (lang) => {
  test('are one of four answers, each in words of its own and in its place', () => {
    const said = bands.map((band) => describeReturns(banded(band), lang))
    expect(new Set(said).size).toBe(4)
    const places = bands.map((band) => listSteps(banded(band), lang).findIndex(({ isCurrent }) => isCurrent))
    expect(places).toEqual([0, 1, 2, 3])
  })

  test('of whom nothing is published are not said to be none', () => {
    expect(describeReturns(banded(null), lang)).not.toMatch(/\b(0|no customers?|none|nol)\b/i)
  })
})
