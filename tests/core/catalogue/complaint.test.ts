import { describe, expect, test } from 'vitest'
import {
  COMPLAINTS_THAT_END,
  type Complaint,
  complaintSchema,
  endByComplaints,
  lastDayOf,
  listUpheld,
} from '#core/catalogue/complaint.ts'
import type { Curation } from '#core/catalogue/curation.ts'
import { curations } from './content-files.ts'

const record = { ...(curations.find(({ product }) => product === 'PRD-0001') as Curation), decidedAt: '2026-10-05' }
const upheld = (decidedAt: string, change: Partial<Complaint> = {}): Complaint => ({
  product: 'PRD-0001',
  receivedAt: '2026-10-01',
  about: { en: 'A fault.', id: 'Cacat.' },
  outcome: 'upheld',
  curators: ['KUR-DEMO-01'],
  decidedAt,
  ...change,
})
const three = ['2026-11-03', '2026-11-01', '2026-11-02'].map((day) => upheld(day))

describe('a complaint', () => {
  const issues = (value: object) => complaintSchema.safeParse(value).error?.issues.map(({ message }) => message) ?? []

  test('is decided on the day on which it arrived or later, by different curators, one at least', () => {
    expect(issues(upheld('2026-10-01'))).toEqual([])
    expect(issues(upheld('2026-09-30'))).toEqual(['A complaint is decided after it arrived.'])
    expect(issues(upheld('2026-10-02', { curators: [] }))).toEqual(['A curator decides about a complaint.'])
    const twice = upheld('2026-10-02', { curators: ['KUR-A', 'KUR-A'] })
    expect(issues(twice)).toEqual(['The curators are different people.'])
  })
})

describe('an approval', () => {
  test('holds to its own last day while it bears fewer complaints than end it', () => {
    expect(three).toHaveLength(COMPLAINTS_THAT_END)
    expect(lastDayOf(record, [])).toBe(record.expiresAt)
    expect(lastDayOf(record, three.slice(1))).toBe(record.expiresAt)
  })

  test('ends on the day of the third, whatever the order of the files, and no later for a fourth', () => {
    expect(lastDayOf(record, three)).toBe('2026-11-03')
    expect(lastDayOf(record, [...three, upheld('2026-11-20')])).toBe('2026-11-03')
    expect(lastDayOf(record, [...three, upheld('2026-10-06')])).toBe('2026-11-02')
  })

  test('is not made longer by complaints after its last day', () => {
    const late = [...three.slice(1), upheld('2031-01-01')]
    expect(lastDayOf(record, late)).toBe(record.expiresAt)
  })

  test.each([
    ['was dismissed', upheld('2026-11-03', { outcome: 'dismissed' })],
    ['is about another product', upheld('2026-11-03', { product: 'PRD-0002' })],
    ['was decided before it', upheld('2026-10-04')],
    ['was decided on its own day, when its curators knew of it', upheld('2026-10-05')],
  ])('does not count a complaint that %s', (_, one) => {
    const complaints = [...three.slice(1), one]
    expect(listUpheld(record, complaints).map(({ decidedAt }) => decidedAt)).toEqual(['2026-11-01', '2026-11-02'])
    expect(lastDayOf(record, complaints)).toBe(record.expiresAt)
  })

  test('ends by the complaints about its own product alone, among all records', () => {
    const other = { ...record, id: 'CUR-2026-0002', product: 'PRD-0002' }
    expect(endByComplaints([record, other], three)).toEqual([{ ...record, expiresAt: '2026-11-03' }, other])
  })
})
