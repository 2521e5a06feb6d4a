import { describe, expect, test } from 'vitest'
import type { DesignHistory } from '../../functions/actions/describe-design.ts'
import {
  describeCount,
  describeCut,
  describeEdition,
  listCertificates,
  nameMakerOf,
  readAddress,
} from '../../site/design/view.ts'
import { languages } from '../../site/i18n/index.ts'

type Certificate = DesignHistory['certificates'][number]

const certificate = (changes: Partial<Certificate> = {}): Certificate => ({
  number: 1,
  status: 'valid',
  issuedAt: '2026-11-22T03:04:05Z',
  logIndex: 4,
  acts: [],
  ...changes,
})

function historyOf(changes: Partial<DesignHistory> = {}): DesignHistory {
  const design = { id: 'api', product: 'cloth', name: 'Api', exclusivity: 'exclusive', size: 1 } as const
  const certificates = [certificate()]
  return { maker: 'sekar', design, total: 1, live: 1, certificates, checkedAt: '2026-11-23T00:00:00Z', ...changes }
}

describe('the address of a design', () => {
  test.each([undefined, 'id'])('names a maker and a design under the prefix %s', (lang) => {
    expect(readAddress({ lang, maker: 'sekar', design: 'api-01' })).toEqual({ maker: 'sekar', id: 'api-01' })
  })

  test.each([
    { lang: 'en', maker: 'sekar', design: 'api' },
    { lang: 'zh', maker: 'sekar', design: 'api' },
    { lang: 'a/id', maker: 'sekar', design: 'api' },
    { maker: 'Sekar', design: 'api' },
    { maker: 'sekar', design: '' },
    { maker: 'sekar', design: 'api\n' },
    { maker: 'sekar', design: 'a'.repeat(61) },
    { maker: "sekar' OR 1", design: 'api' },
    { maker: 'sekar' },
  ])('is none where no design can have it: %j', (params) => expect(readAddress(params)).toBeNull())
})

describe('the count', () => {
  test('says one certificate and two certificates', () => {
    expect(describeCount(historyOf(), 'en')).toBe('1 certificate in this registry, 1 live.')
    expect(describeCount(historyOf({ total: 2, live: 0 }), 'en')).toBe('2 certificates in this registry, 0 live.')
  })

  test('is of all, also where only the latest are listed', () => {
    expect(describeCut(historyOf(), 'en')).toBeNull()
    const certificates = Array.from({ length: 100 }, (_, logIndex) => certificate({ logIndex }))
    const many = historyOf({ total: 1250, live: 1200, certificates })
    expect(describeCount(many, 'id')).toContain('1.250 sertifikat')
    expect(describeCut(many, 'en')).toBe('The latest 100 are shown.')
  })
})

describe('the certificates', () => {
  test('stand with the latest first, by their place in the log', () => {
    const certificates = [certificate({ logIndex: 2 }), certificate({ logIndex: 9 }), certificate({ logIndex: 4 })]
    const entries = listCertificates(historyOf({ certificates }), 'en').map(({ steps }) => steps[0]?.entry)
    expect(entries).toEqual(['Log entry 9.', 'Log entry 4.', 'Log entry 2.'])
  })

  test('tell each act with its date, who, why and where the log has it', () => {
    const by = { role: 'maker', maker: 'sekar' } as const
    const at = '2026-11-23T00:00:00Z'
    const acts: Certificate['acts'] = [
      { type: 'suspended', reason: 'design-dispute', at, by: { role: 'curator' }, index: 5 },
      { type: 'resumed', at, by: { role: 'curator' }, index: 6 },
      { type: 'superseded', reason: 'replaced', at, by, index: 7 },
    ]
    const certificates = [certificate({ status: 'superseded', acts })]
    const [told] = listCertificates(historyOf({ certificates }), 'en')
    expect(told?.heading).toBe('Replaced')
    expect(told?.steps.map(({ text, entry }) => `${text} ${entry}`)).toEqual([
      'Issued on 22 November 2026. Log entry 4.',
      'Paused on 23 November 2026 by a curator of the registry: the design is disputed. Log entry 5.',
      'Pause lifted on 23 November 2026 by a curator of the registry. Log entry 6.',
      'Replaced on 23 November 2026 by sekar: the record was renewed. Log entry 7.',
    ])
  })

  test('have their numbers where the design is limited, and no other has any', () => {
    const headingOf = (exclusivity: 'exclusive' | 'limited' | 'open') => {
      const design = { ...historyOf().design, exclusivity, size: 20 }
      return listCertificates(historyOf({ design, certificates: [certificate({ number: 3 })] }), 'en')[0]?.heading
    }
    expect(['exclusive', 'limited', 'open'].map((one) => headingOf(one as 'open'))).toEqual([
      'Current',
      'Number 3 of 20: Current',
      'Current',
    ])
  })
})

test.each(languages)('each exclusivity is said in its own words: %s', (lang) => {
  const said = (['exclusive', 'limited', 'open'] as const).map((exclusivity) =>
    describeEdition(historyOf({ design: { ...historyOf().design, exclusivity, size: 20 } }), lang),
  )
  expect(new Set(said).size).toBe(3)
  expect(said[1]).toContain('20')
})

test('a maker that the catalogue does not show is called by its slug', () => {
  expect(nameMakerOf(historyOf())).toBe('sekar')
})
