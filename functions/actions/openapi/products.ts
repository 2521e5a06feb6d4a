/** The resource of a product's status. */
import type { Operation, Paths } from './document.ts'
import { DEMO_PRODUCT } from './examples.ts'
import { answer, problemsAt } from './parts.ts'
import { productStatusExample } from './product-status.ts'
import { CHECK } from './reading.ts'

export function productPaths(origin: string): Paths {
  return { '/api/products/{product}/status': { get: readStatus(origin) } }
}

function readStatus(origin: string): Operation {
  const product = {
    name: 'product',
    in: 'path' as const,
    required: true,
    description: 'The product’s slug, as in the address of its page.',
    schema: { type: 'string' },
    example: DEMO_PRODUCT,
  }
  return {
    tags: [CHECK],
    summary: 'Ask whether a product is approved today',
    description:
      'A page of the catalogue is written once a day, and prints until when the two curators’ approval holds; this answers for the day of the question, from the same file and without a database. A product that never was approved is not found.',
    parameters: [product],
    responses: {
      200: answer('The state on this day.', 'ProductStatus', productStatusExample),
      ...problemsAt(origin, ['not-found']),
    },
  }
}
