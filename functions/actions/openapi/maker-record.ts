/** A maker's record as the API answers it. */
import { z } from 'zod'
import { K, type MakerRecord } from '../describe-maker-record.ts'
import { DEMO_MAKER } from './examples.ts'
import { instant } from './subjects.ts'

const count = z.int().min(0)

export const makerRecordSchema = z
  .strictObject({
    maker: z.string().describe('The maker’s slug: their page is /makers/SLUG/.'),
    certificates: z
      .strictObject({
        total: count.describe('All that were ever issued.'),
        live: count.describe('Neither withdrawn nor replaced; paused and reported ones are live.'),
        withdrawn: count.describe('Withdrawn for good.'),
        replaced: count.describe('Replaced by a corrected certificate, which is counted, too.'),
      })
      .describe('The maker’s certificates of pieces.'),
    designs: count.describe('How many designs they are of.'),
    first: instant.nullable().describe('When the first was issued, UTC; null where none was.'),
    last: instant.nullable().describe('When the latest was issued, UTC; null where none was.'),
    repeatCustomers: z
      .strictObject({
        band: z
          .enum(['3-10', '11-30', 'over-30'])
          .nullable()
          .describe('null: fewer than k, or not counted. The two are never told apart.'),
        k: z.int().describe('The least number that is published.'),
      })
      .describe(
        'Customers whose live certificates are for pieces sold on two days or more, by the maker’s own references. Whoever ' +
          'has none, or was erased, is not counted.',
      ),
    checkedAt: instant.describe('When it was counted: RFC 3339 in UTC.'),
  })
  .describe('What the registry counts of one maker.') satisfies z.ZodType<MakerRecord>

export const makerRecordExample: MakerRecord = {
  maker: DEMO_MAKER,
  certificates: { total: 48, live: 41, withdrawn: 2, replaced: 5 },
  designs: 31,
  first: '2026-11-22T03:04:05Z',
  last: '2027-02-01T09:30:00Z',
  repeatCustomers: { band: '3-10', k: K },
  checkedAt: '2027-02-03T00:00:00Z',
}
