import { describe, expect, test } from 'vitest'
import type { Attestation } from '#core/catalogue/attestation.ts'
import type { Product } from '#core/catalogue/product.ts'
import { readCatalogue } from '#core/catalogue/reading/read-catalogue.ts'
import { checkCatalogue } from '#core/catalogue/rules/check.ts'
import { bytesOf, readContentBytes, textOf } from '../content-bytes.ts'
import { demoOccasion } from '../fixtures.ts'
import { breaks, CHIPS, CLOTH, demo, productOf, recordOf } from './breaks.ts'

const COFFEE = 'robusta-roasted-200g'
const SCARF = 'ecoprint-silk-scarf'
const SHAWL = 'tenun-gedhog-batik-shawl'

const attest = (type: string, number: string, more: Partial<Attestation> = {}): Attestation => ({
  type,
  number,
  issuer: 'X',
  level: 'issued',
  ...more,
})
const price = (slug: string, change: object): Partial<Product> => ({
  price: { ...productOf(slug).price, ...change } as never,
})

describe('a claim of a place', () => {
  const all = { gi: 'kopi-excelsa-jombang', registrationNumber: 'IG.00.2024.000000', mpigMember: true }
  const examined = { gates: { ...recordOf(COFFEE).gates, technique: 'pass' as const } }
  const at = (regency: string, giClaim: Product['giClaim']) =>
    breaks(COFFEE, {
      product: { origin: { regency }, giClaim },
      maker: { regency, district: undefined },
      record: examined,
    }).filter((one) => one.startsWith('GI'))

  test('needs its number and the membership, each of them', () => {
    expect(at('35.17', all)).toEqual([])
    expect(at('35.17', { ...all, registrationNumber: undefined })).toEqual(['GI-01 giClaim'])
    expect(at('35.17', { ...all, mpigMember: undefined })).toEqual(['GI-01 giClaim'])
    expect(at('35.17', { ...all, mpigMember: false })).toEqual(['GI-01 giClaim'])
  })

  test('is of its own places, where these are known', () => {
    expect(at('35.09', all)).toEqual(['GI-02 giClaim.gi'])
    // No places are listed of this one.
    expect(at('35.09', { ...all, gi: 'kopi-arabika-gayo' })).toEqual([])
    expect(breaks(COFFEE, { product: { giClaim: { ...all, gi: 'kopi-luwak' } }, record: examined })).toEqual([
      'REF-01 giClaim.gi',
    ])
  })

  test('is made by the name alone, in small letters, too', () => {
    const name = { en: 'kopi excelsa jombang, roasted', id: 'Kopi' }
    expect(breaks(COFFEE, { product: { name } }).filter((one) => one.startsWith('GI'))).toEqual(['GI-01 name.en'])
  })
})

describe('the word batik and its mark', () => {
  test('is no category of cloth without wax', () => {
    expect(breaks(SCARF, { product: { category: 'batik' } })).toContain('TEX-03 category')
    expect(breaks(SCARF, { product: { category: 'fashion' } })).toEqual([])
  })

  test('may stand for one technique of two, and for a word that is not known', () => {
    const techniques = ['ecoprint', 'batik-tulis']
    expect(breaks(CLOTH, { product: { techniques } })).toEqual([])
    expect(breaks(CLOTH, { product: { techniques: ['batik-toolis'] } })).toEqual(['REF-01 techniques[0]'])
  })

  test('is judged by the dyes that are known', () => {
    const natural = { name: { en: 'Cloth, natural dye', id: 'Kain' } }
    const dyed = (...dyes: string[]) =>
      breaks(CLOTH, { product: { ...natural, dyes } }).filter((one) => !/^I18N/.test(one))
    expect(dyed('mahoni')).toEqual([])
    expect(dyed('mahoni', 'naphthol')).toContain('DYE-01 name.en')
    expect(dyed('fix-tunjung')).toContain('DYE-01 name.en')
    expect(dyed('mahony')).toEqual(['REF-01 dyes[0]'])
  })

  test.each<[string, Partial<Attestation>, string[], string[]]>([
    ['gold on hand-drawn', { color: 'gold' }, ['batik-tulis'], []],
    ['white on hand-drawn', { color: 'white' }, ['batik-tulis'], ['TEX-04 attestations[0].color']],
    ['white on stamped', { color: 'white' }, ['batik-cap'], []],
    ['silver on combined', { color: 'silver' }, ['batik-kombinasi'], []],
    ['no color', {}, ['batik-tulis'], ['TEX-04 attestations[0].color']],
    ['gold where two techniques are', { color: 'gold' }, ['batik-cap', 'batik-tulis'], []],
  ])('bears the mark in its color: %s', (_, color, techniques, found) => {
    const attestations = [attest('batikmark', 'BMI-0', color)]
    expect(breaks(CLOTH, { product: { techniques, attestations } }).filter((one) => one.startsWith('TEX'))).toEqual(
      found,
    )
  })
})

describe('numbers of licenses', () => {
  const chips = (...attestations: Attestation[]) =>
    breaks(CHIPS, { product: { attestations: [attest('halal', 'ID00000000000000002'), ...attestations] } })
  const home = (number: string, expires?: string) => chips(attest('spp-irt', number, expires ? { expires } : {}))

  test('of home industry have 15 digits, the regency and the year', () => {
    expect(home('7153513000000-31', '2031-12-31')).toEqual([])
    expect(home('7153513000000-31')).toEqual([])
    expect(home('7153513000000-31', '2030-12-31')).toEqual(['PIRT-05 attestations[1].number'])
    expect(home('7153514000000-30', '2031-12-31')).toEqual([
      'PIRT-04 attestations[1].number',
      'PIRT-05 attestations[1].number',
    ])
    for (const number of ['71535130000000-31', '7153513000000-311', '7153513000000', '7153513000000 31'])
      expect(home(number)).toEqual(['PIRT-01 attestations[1].number'])
  })

  test('of BPOM are those of food that is made here', () => {
    expect(chips(attest('bpom-md', 'MD 000000000001'))).toEqual([])
    expect(chips(attest('bpom-md', 'ml 000000000001'))).toEqual(['BPOM-01 attestations[1].number'])
    expect(chips(attest('bpom-md', '17'))).toEqual(['ATT-01 attestations[1].number'])
    const [home] = [attest('spp-irt', '7153513000000-31')]
    expect(chips(home, home)).toEqual([])
    expect(chips(home, attest('bpom-md', 'MD 000000000001'))).toEqual(['FOOD-01 attestations'])
  })

  test('of a maker are looked at as well', () => {
    expect(breaks(CLOTH, { maker: { certs: [attest('nib', '0000000000000')] } })).toEqual([])
    expect(breaks(CLOTH, { maker: { certs: [attest('nib', '17')] } })).toEqual(['ATT-01 certs[0].number'])
    expect(breaks(CLOTH, { maker: { certs: [attest('nibs', '17')] } })).toEqual(['REF-01 certs[0].type'])
  })
})

describe('what files say of each other', () => {
  test('a cluster lists the product’s kind and its place', () => {
    const maker = { cluster: [], regency: '35.23', district: undefined }
    expect(breaks(CLOTH, { product: { origin: { regency: '35.23' } }, maker })).toEqual(['REF-02 cluster'])
    expect(breaks(CLOTH, { product: { origin: { regency: '35.23' }, cluster: undefined }, maker })).toEqual([])
    expect(breaks(CLOTH, { product: { cluster: 'batik-nowhere' } })).toEqual(['REF-01 cluster'])
  })

  test('a cluster’s centre is a district of its regency', () => {
    const at = (district: string) =>
      breaks(CLOTH, {
        catalogue: {
          clusters: demo.clusters.map((one) =>
            one.slug === 'batik-probolinggo'
              ? { ...one, value: { ...one.value, centre: { regency: '35.74', district } } }
              : one,
          ),
        },
      })
    expect(at('Kademangan')).toEqual([])
    expect(at('Kraksaan')).toEqual(['REF-01 centre.district'])
  })

  test('a record names a rubric that is there, in its version', () => {
    expect(breaks(CLOTH, { record: { rubric: 'export-v1@2' } })).toEqual(['REF-01 rubric'])
    expect(breaks(CLOTH, { record: { rubric: 'import-v1@1' } })).toEqual(['REF-01 rubric'])
  })

  test('a record takes the place of an older one of its own product', () => {
    const [record] = demo.curations.filter(({ value }) => value.product === 'PRD-0001')
    if (!record) throw new Error('the demo has this record')
    const newer = (change: object) => {
      const value = { ...record.value, id: 'CUR-2026-0099', decidedAt: '2026-11-01', ...change }
      const curations = [...demo.curations, { ...record, file: 'curations/PRD-0001/2026-11-01-1.yaml', value }]
      return breaks(CLOTH, { catalogue: { curations } })
    }
    expect(newer({ supersedes: 'CUR-2026-0001' })).toEqual([])
    expect(newer({ supersedes: 'CUR-2026-0002' })).toEqual(['REF-01 supersedes'])
    expect(newer({ supersedes: 'CUR-2026-0098' })).toEqual(['REF-01 supersedes'])
    expect(newer({ supersedes: 'CUR-2026-0001', decidedAt: '2026-10-04', expiresAt: '2028-04-04' })).toEqual([
      'REF-01 supersedes',
    ])
  })

  test('only the newest record is held against the product and the calendar', () => {
    const [record] = demo.curations.filter(({ value }) => value.product === 'PRD-0001')
    if (!record) throw new Error('the demo has this record')
    const old = { ...record.value, id: 'CUR-2025-0001', decidedAt: '2026-02-01', expiresAt: '2026-03-01' }
    const gates = { ...old.gates, safety: 'not-applicable' as const }
    const value = { ...old, gates, subjectHash: `sha256:${'0'.repeat(64)}` }
    expect(breaks(CLOTH, { catalogue: { curations: [...demo.curations, { ...record, value }] } })).toEqual([])
  })

  test('a complaint is about a product that is there', () => {
    const complaints = demo.complaints.map((one) => ({ ...one, value: { ...one.value, product: 'PRD-0099' } }))
    expect(breaks(CLOTH, { catalogue: { complaints } })).toEqual(['REF-01 product'])
  })

  test('three complaints end an approval, and those that its curators knew of are not among them', () => {
    const [complaint] = demo.complaints
    if (!complaint) throw new Error('the demo has a complaint')
    const upheld = (days: string[]) =>
      days.map((decidedAt) => ({ ...complaint, value: { ...complaint.value, product: 'PRD-0001', decidedAt } }))
    const on = (days: string[]) => breaks(CLOTH, { catalogue: { complaints: upheld(days) } })
    expect(on(['2026-10-06', '2026-10-07', '2026-11-21'])).toEqual(['CUR-02 expiresAt'])
    expect(on(['2026-10-05', '2026-10-06', '2026-11-21'])).toEqual([])
  })

  const unreadable = Object.keys(demo.vocab).map((kind) => `vocab/${kind}`)
  test.each(['makers/canting-manggur-demo', 'clusters/batik-probolinggo', 'rubrics/export-v1', ...unreadable])(
    'where %s cannot be read, that is the only finding',
    (name) => {
      const files = readContentBytes().set(`${name}.yaml`, bytesOf('id: ['))
      expect(checkCatalogue(readCatalogue(files), demoOccasion).map(({ rule }) => rule)).toEqual(['YAML-01'])
    },
  )
})

describe('what is made up', () => {
  test('stands beside nothing real, in the maker, the cluster and the curators', () => {
    const both = { demo: false }
    expect(breaks(CLOTH, { product: both }).sort()).toEqual([
      'DEMO-01 cluster',
      'DEMO-01 curators[0]',
      'DEMO-01 curators[1]',
      'DEMO-01 maker',
    ])
    expect(breaks(CLOTH, { product: { ...both, cluster: undefined }, maker: both }).sort()).toEqual([
      'DEMO-01 cluster[0]',
      'DEMO-01 curators[0]',
      'DEMO-01 curators[1]',
    ])
  })
})

describe('food for a market', () => {
  test.each([
    [['JP', 'CN'], []],
    [['US'], ['FOOD-04 markets[0]', 'MKT-01 markets[0]']],
    [['JP', 'DE'], ['FOOD-04 markets[1]']],
  ])('that asks for nutrition states it: %j', (markets, found) => {
    expect(breaks(COFFEE, { product: { markets, nutrition: undefined } })).toEqual(found)
  })
})

describe('the rule of the price', () => {
  test.each([
    ['FAS', 'Surabaya (IDSUB)', []],
    ['FAS', 'Yokohama (JPYOK)', ['INC-01 price.place']],
    ['FOB', 'Yokohama (JPYOK)', ['INC-01 price.place']],
    ['CFR', 'Yokohama', []],
    ['CIF', 'jombang', ['INC-01 price.place']],
    ['CIF', 'Kabupaten Jombang', ['INC-01 price.place']],
    ['FCA', 'Jombang', []],
  ])('%s %s', (incoterm, place, found) => {
    expect(breaks(SHAWL, { product: price(SHAWL, { incoterm, place }) })).toEqual(found)
  })
})

describe('personal data', () => {
  test('is looked for in every text of every file, words about evidence included', () => {
    const phone = 'WhatsApp 0812-3456-7890'
    const evidence = [{ kind: phone, sha256: '0'.repeat(64), private: true }]
    expect(breaks(CLOTH, { record: { evidence } })).toEqual(['PII-01 evidence[0].kind'])
    expect(breaks(CLOTH, { record: { evidence: [{ ...evidence[0], kind: 'document' } as never] } })).toEqual([])
    expect(breaks(CLOTH, { curator: { organisation: phone } })).toEqual(['PII-01 organisation'])
    expect(breaks(CLOTH, { maker: { plut: phone } })).toEqual(['PII-01 plut'])
    const rubrics = demo.rubrics.map((one) => ({ ...one, value: { ...one.value, name: { en: phone, id: 'X' } } }))
    expect(breaks(CLOTH, { catalogue: { rubrics } })).toEqual(['PII-01 name.en'])
  })

  test('is no number that has a form of its own', () => {
    expect(breaks(CLOTH, { maker: { nib: '1234567890123' } })).toEqual([])
    expect(breaks(CLOTH, { product: { attestations: [attest('nib', '1234567890123')] } })).toEqual([])
  })
})

describe('an English story', () => {
  test('that is empty is missing, at the line where it would begin', () => {
    const file = `products/${CLOTH}/index.md`
    const [front = ''] = textOf(readContentBytes().get(file)).match(/^---\n.*?\n---\n/s) ?? []
    const catalogue = readCatalogue(readContentBytes().set(file, bytesOf(front)))
    expect(checkCatalogue(catalogue, demoOccasion)).toEqual([
      expect.objectContaining({ rule: 'I18N-01', severity: 'error', line: front.split('\n').length, missing: true }),
    ])
  })
})
