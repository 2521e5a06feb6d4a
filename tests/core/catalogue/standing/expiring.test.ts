import { describe, expect, test } from 'vitest'
import { readCatalogue } from '#core/catalogue/reading/read-catalogue.ts'
import { listExpiring } from '#core/catalogue/standing/expiring.ts'
import { readContentBytes } from '../content-bytes.ts'

const catalogue = readCatalogue(readContentBytes())
const list = (days: number, today = '2026-11-22', of = catalogue) =>
  listExpiring(of, { today, days }).map(({ date, kind, slug }) => `${date} ${kind} ${slug}`)

describe('listExpiring', () => {
  test('is empty while nothing ends', () => {
    expect(list(30)).toEqual([])
  })

  test('lists prices, approvals, attestations and certificates by their day', () => {
    const all = list(3000)
    expect(all).toEqual([...all].sort())
    expect(all).toContain('2027-06-30 price batik-tulis-manggur-natural')
    expect(all).toContain('2028-04-05 approval batik-tulis-manggur-natural')
    expect(all).toContain('2031-12-31 attestation cassava-chips-balado-100g')
    expect(all).toContain('2028-03-09 certificate kur-demo-01')
  })

  test('takes the last day in, and keeps what is over', () => {
    expect(list(10, '2027-06-20')).toContain('2027-06-30 price batik-tulis-manggur-natural')
    expect(list(9, '2027-06-20')).not.toContain('2027-06-30 price batik-tulis-manggur-natural')
    expect(list(0, '2029-01-01')).toContain('2027-06-30 price batik-tulis-manggur-natural')
  })

  test('lists an approval at the day on which complaints ended it', () => {
    const [first] = catalogue.complaints
    if (!first) throw new Error('the demo has a complaint')
    const more = ['2026-11-18', '2026-11-20'].map((decidedAt) => ({ ...first, value: { ...first.value, decidedAt } }))
    const of = { ...catalogue, complaints: [first, ...more] }
    expect(list(0, '2026-11-22', of)).toEqual(['2026-11-20 approval water-hyacinth-storage-basket'])
  })

  test('counts only the newest record, and the day by which its conditions are due', () => {
    const [first] = catalogue.curations
    if (!first) throw new Error('the demo has records')
    const conditions = [{ text: { en: 'Mend it.', id: 'Perbaiki.' }, dueAt: '2027-01-31' }]
    const value = {
      ...first.value,
      id: 'CUR-2026-0099',
      decidedAt: '2026-11-20',
      decision: 'conditional' as const,
      conditions,
    }
    const of = { ...catalogue, curations: [...catalogue.curations, { ...first, value }] }
    expect(list(90, '2026-11-22', of)).toEqual(['2027-01-31 condition batik-tulis-manggur-natural'])
    expect(list(3000, '2026-11-22', of)).not.toContain('2028-04-05 approval batik-tulis-manggur-natural')
  })

  test('names the file of each, and tells a maker’s own attestations until the maker stops', () => {
    const cert = {
      type: 'nib',
      number: '0000000000000',
      issuer: 'OSS',
      level: 'issued' as const,
      expires: '2027-01-31',
    }
    const withCerts = (active: boolean) => ({
      ...catalogue,
      makers: catalogue.makers.map((one) =>
        one.slug === 'canting-manggur-demo'
          ? { ...one, value: { ...one.value, active, certs: [cert, { ...cert, issuer: 'BSN', expires: undefined }] } }
          : one,
      ),
    })
    expect(listExpiring(withCerts(true), { today: '2026-11-22', days: 70 })).toEqual([
      {
        date: '2027-01-31',
        kind: 'attestation',
        slug: 'canting-manggur-demo',
        file: 'makers/canting-manggur-demo.yaml',
        detail: 'nib, OSS',
      },
    ])
    expect(list(70, '2026-11-22', withCerts(false))).toEqual([])
    const all = listExpiring(catalogue, { today: '2026-11-22', days: 3000 })
    const own = all.filter(({ slug }) => slug === 'batik-tulis-manggur-natural')
    expect(own).toEqual([
      expect.objectContaining({ kind: 'price', file: 'products/batik-tulis-manggur-natural/index.md' }),
      expect.objectContaining({
        kind: 'approval',
        file: 'curations/PRD-0001/2026-10-05-1.yaml',
        detail: 'CUR-2026-0001',
      }),
    ])
    expect(all.filter(({ date }) => !/^\d{4}-\d\d-\d\d$/.test(date))).toEqual([])
  })

  test('has no price of a product whose price is asked for', () => {
    const products = catalogue.products.map((one) => ({ ...one, value: { ...one.value, price: undefined } }))
    expect(list(3000, '2026-11-22', { ...catalogue, products }).filter((line) => line.includes(' price '))).toEqual([])
  })

  test('passes over who has stopped and what was withdrawn', () => {
    const curators = catalogue.curators.map((one) => ({ ...one, value: { ...one.value, active: false } }))
    const products = catalogue.products.map((one) => ({
      ...one,
      value: { ...one.value, withdrawn: { at: '2026-11-01', by: 'maker' as const } },
    }))
    expect(list(9000, '2026-11-22', { ...catalogue, curators, products })).toEqual([])
  })
})
