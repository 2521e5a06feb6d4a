/** Which designs have a size, which pieces a number, and what a request that confuses them is told. */
import { describe, expect, test } from 'vitest'
import { leastRequest, refusals, requestSchema } from './support.ts'

const SIZE = 'design.size: is given with “limited”, and with nothing else'
const NUMBER = 'edition.number: must be at most the size of a limited design; no other has numbers'

const request = (exclusivity: string, size?: unknown, number?: unknown) => ({
  ...leastRequest,
  design: { ...leastRequest.design, exclusivity, ...(size === undefined ? {} : { size }) },
  ...(number === undefined ? {} : { edition: { number } }),
})

describe('pieceRequestOn, reading a design’s edition', () => {
  test.each<[string, number?, number?]>([
    ['exclusive'],
    ['open'],
    ['limited', 1],
    ['limited', 20],
    ['limited', 9999],
    ['limited', 1, 1],
    ['limited', 20, 1],
    ['limited', 20, 20],
    ['limited', 9999, 9999],
  ])('takes a design that is %s, size %s, number %s, as it stands', (exclusivity, size, number) => {
    const whole = request(exclusivity, size, number)
    const { design, edition } = requestSchema.parse(whole)
    expect({ design, edition }).toEqual({ design: whole.design, edition: number && { number } })
  })

  test.each<[string, unknown, unknown, string[]]>([
    ['limited', undefined, undefined, [SIZE]],
    ['exclusive', 1, undefined, [SIZE]],
    ['exclusive', 20, undefined, [SIZE]],
    ['open', 20, undefined, [SIZE]],
    ['exclusive', undefined, 1, [NUMBER]],
    ['open', undefined, 1, [NUMBER]],
    ['limited', 20, 21, [NUMBER]],
    ['limited', 1, 2, [NUMBER]],
    ['limited', 20, 9_000_000, [NUMBER]],
    ['limited', 0, undefined, ['design.size: must be at least 1']],
    ['limited', -1, undefined, ['design.size: must be at least 1']],
    ['limited', 10_000, undefined, ['design.size: must be at most 9999: more is an open series']],
    ['limited', 1.5, undefined, ['design.size: must be a whole number of pieces']],
    ['limited', '20', undefined, ['design.size: must be a number of pieces']],
    ['limited', null, undefined, ['design.size: must be a number of pieces']],
    ['limited', NaN, undefined, ['design.size: must be a number of pieces']],
    ['limited', 20, 0, ['edition.number: must be at least 1']],
    ['limited', 20, -1, ['edition.number: must be at least 1']],
    ['limited', 20, 1.5, ['edition.number: must be a whole number']],
    ['limited', 20, '1', ['edition.number: must be a number']],
    ['limited', 20, null, ['edition.number: must be a number']],
  ])('refuses a design that is %s, size %s, number %s, in these words', (exclusivity, size, number, expected) => {
    expect(refusals(request(exclusivity, size, number))).toEqual(expected)
  })

  test('refuses an edition without its number, and one that states the size again', () => {
    const limited = request('limited', 20)
    expect(refusals({ ...limited, edition: {} })).toEqual(['edition.number: must be a number'])
    expect(refusals({ ...limited, edition: { number: 1, size: 20 } })).toEqual(['edition: Unrecognized key: "size"'])
    for (const edition of [3, '3 of 20', [3, 20], null])
      expect(refusals({ ...limited, edition }).map((refusal) => refusal.split(':')[0])).toEqual(['edition'])
  })
})
