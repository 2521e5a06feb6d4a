import { describe, expect, test } from 'vitest'
import type { Curator } from '#core/catalogue/curator.ts'
import { describeShortage, listUnits, viewCurators } from '../../site/curators/view.ts'
import { ground } from './grounds.ts'
import { readingIn } from './readings.ts'

/** The rows of the first curator by their labels, in English, on that day. */
function readRows(today = ground.today, changes: Partial<Curator> = {}): Record<string, string> {
  const [first, ...others] = ground.curators
  const curators = first ? [{ ...first, ...changes }, ...others] : []
  const [curator] = viewCurators({ ...ground, today, curators }, readingIn('en', today))
  return Object.fromEntries(
    curator?.rows.map(({ label, lines, notes }) => [label, [...lines, ...notes].join(' ')]) ?? [],
  )
}

describe('a curator', () => {
  test('is told by places, kinds, load, pace and agreement first, and by the certificate last', () => {
    expect(Object.keys(readRows())).toEqual([
      'Places',
      'Kinds of product',
      'Waiting in these',
      'From sample to decision',
      'Records',
      'Close to the other curator',
      'Certificate of competence',
    ])
    expect(readRows()).toMatchObject({
      'Waiting in these': 'Nothing waits',
      'From sample to decision': '14\u00a0days, the median',
      Records: '10\u00a0records',
      'Close to the other curator': '10 of 10\u00a0records: totals at most 10 points apart',
    })
  })

  test('shows of the certificate’s number the last four characters alone', () => {
    const { 'Certificate of competence': said = '' } = readRows(undefined, {
      bnsp: { ...(ground.curators[0] as Curator).bnsp, number: '74130 2643 6 0001234 2025' },
    })
    expect(said).toContain('Kurator UMKM, number ending in 2025')
    expect(said).not.toMatch(/74130|1234/)
  })

  test('has an expired certificate in words from the day after its last', () => {
    const certificate = 'Certificate of competence'
    expect(readRows('2028-03-09')[certificate]).toContain('10 March 2025 to 9 March 2028')
    expect(readRows('2028-03-10')[certificate]).toContain('expired on 9 March 2028. Until it is renewed')
    expect(readRows('2028-03-10')['Waiting in these']).toBe('Takes no new products at present')
    const [view] = viewCurators({ ...ground, today: '2028-03-10' }, readingIn('en', '2028-03-10'))
    expect(view?.isCertified).toBe(false)
  })

  test('shares what waits with the others who cover the same', () => {
    expect(readRows('2027-12-31')['Waiting in these']).toMatch(/^\d+\u00a0products, shared by 2\u00a0curators$/)
    expect(readRows('2028-03-08', { active: false })['Waiting in these']).toBe('Takes no new products at present')
  })

  test('of whom there is no record has neither pace nor agreement', () => {
    const rows = readRows(undefined, { id: 'KUR-NEW' })
    expect(rows).toMatchObject({ Records: '0\u00a0records', 'From sample to decision': 'No record yet' })
    expect(rows['Close to the other curator']).toBeUndefined()
  })
})

test('where curators are short is said by places and by kinds', () => {
  const [places, kinds] = describeShortage(ground, readingIn('en'))
  expect(places).toContain('In 28 of the 38 regencies and cities')
  expect(kinds).toBe('Nowhere are there two for home textiles, tea and spices.')
  expect(describeShortage({ ...ground, today: '2031-01-01' }, readingIn('id'))).toEqual([
    expect.stringContaining('Di 38 dari 38'),
    'Belum ada jenis produk yang punya dua kurator.',
  ])
})

test('the certificate of the scheme tests eleven units, each by its code', () => {
  const units = listUnits(readingIn('id'))
  expect(units).toHaveLength(11)
  expect(units[0]).toEqual({ code: 'M.741000.002.01', name: 'Melakukan Studi Proses Produksi Suatu Produk' })
  for (const { code } of units) expect(code).toMatch(/^[GM]\.[0-9A-Z]+\.\d{3}\.\d+$/)
})
