import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listQueue, type Waiting } from '#core/catalogue/standing/queue.ts'
import { PRODUCT_STATES } from '#core/catalogue/standing/state.ts'

const waiting = (number: number, cluster?: string, state: Waiting['state'] = 'submitted'): Waiting => ({
  ...{ slug: `p-${number}`, id: `PRD-${String(number).padStart(4, '0')}`, state, cluster },
})

describe('listQueue', () => {
  test('goes by cluster, the one with the oldest product first, and in it the oldest first', () => {
    const queue = listQueue([waiting(12, 'b'), waiting(7, 'a'), waiting(10000, 'a'), waiting(3, 'b'), waiting(5)])
    expect(queue).toEqual([
      { cluster: 'b', products: ['p-3', 'p-12'] },
      { cluster: undefined, products: ['p-5'] },
      { cluster: 'a', products: ['p-7', 'p-10000'] },
    ])
  })

  test('holds what waits for curators once, and nothing that waits for its maker or for nobody', () => {
    const standing = fc
      .tuple(fc.nat(9999), fc.constantFrom('a', 'b', undefined), fc.constantFrom(...PRODUCT_STATES))
      .map(([number, cluster, state]) => waiting(number, cluster, state))
    fc.assert(
      fc.property(fc.uniqueArray(standing, { selector: ({ slug }) => slug }), (standings) => {
        const queued = listQueue(standings).flatMap(({ products }) => products)
        const expected = standings.filter(({ state }) =>
          ['submitted', 'in-curation', 'superseded', 'expired'].includes(state),
        )
        expect(queued.sort()).toEqual(expected.map(({ slug }) => slug).sort())
      }),
    )
  })
})
