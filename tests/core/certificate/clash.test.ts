import { describe, expect, test } from 'vitest'
import { type Claim, findClashes } from '#core/certificate/clash.ts'

const design = (id: string, changes: Record<string, unknown> = {}) => ({
  kind: 'piece',
  product: 'cloth',
  design: { id, name: 'Kawung', exclusivity: 'exclusive', ...changes },
})
const limited = (id: string, number?: number): Claim => ({
  ...design(id, { exclusivity: 'limited', size: 9 }),
  ...(number ? { edition: { number } } : {}),
})
const find = (...claims: Claim[]) => findClashes(claims, (row) => `row ${row}`)

describe('findClashes', () => {
  test('finds nothing where every row has a place of its own', () => {
    expect(find(design('a'), design('b'), limited('c', 1), limited('c', 2), limited('c'), limited('c'))).toEqual([])
    const open = design('d', { exclusivity: 'open' })
    expect(find(open, open, { kind: 'curation', product: 'a' }, { kind: 'curation', product: 'b' })).toEqual([])
  })

  test.each<[string, Claim[], string, string]>([
    ['an exclusive design', [design('a'), design('a')], '/design/id', 'is an exclusive design in row 0, too'],
    ['a number', [limited('a', 3), limited('a', 3)], '/edition/number', 'is a number of this design in row 0, too'],
    ['a design described otherwise', [limited('a'), design('a')], '/design', 'is described otherwise in row 0'],
    ['another name', [design('a'), design('a', { name: 'x' })], '/design', 'is described otherwise in row 0'],
    [
      'a product examined',
      [
        { kind: 'curation', product: 'a' },
        { kind: 'curation', product: 'a' },
      ],
      '/product',
      'is the product of a curation in row 0, too',
    ],
  ])('names %s in the later row', (_, claims, pointer, detail) => {
    expect(find(...claims)).toEqual([{ row: 1, earlier: 0, pointer, detail }])
  })

  test('lets rows pass that are no requests: their own schema refuses them', () => {
    expect(find({}, { design: null }, { design: 'x' }, { design: { id: 5 } }, { edition: 'x' })).toEqual([])
  })
})
