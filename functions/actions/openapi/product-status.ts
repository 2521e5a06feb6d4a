/** A product's status as the API answers it. */
import { z } from 'zod'
import type { ProductStatus } from '../describe-product-status.ts'
import { DEMO_PRODUCT } from './examples.ts'
import { instant } from './subjects.ts'

export const productStatusSchema = z
  .strictObject({
    product: z.string().describe('The product’s slug: its page is /products/SLUG/.'),
    state: z
      .enum(['approved', 'expired', 'withdrawn'])
      .describe(
        'approved: the approval holds today. expired: its last day has passed. withdrawn: it was approved once, and is no longer shown.',
      ),
    until: z.iso.date().nullable().describe('The last day of the approval; null of what was withdrawn.'),
    checkedAt: instant.describe('When it was judged: RFC 3339 in UTC. The day is that of UTC+9.'),
  })
  .describe('Whether a product is approved today.') satisfies z.ZodType<ProductStatus>

export const productStatusExample: ProductStatus = {
  product: DEMO_PRODUCT,
  state: 'approved',
  until: '2028-04-05',
  checkedAt: '2027-02-03T00:00:00Z',
}
