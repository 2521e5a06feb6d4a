import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deriveState, PRODUCT_STATES, type ProductState, type Standing } from '#core/catalogue/standing/state.ts'
import { STATE_WORDS } from '#core/catalogue/standing/state-words.ts'

const newest = { decision: 'approved', subjectHash: 'sha256:a', expiresAt: '2027-01-31' } as const
const approved: Standing = {
  whole: true,
  withdrawn: false,
  maker: { active: true, consentRef: 'CONS-1' },
  newest,
  subjectHash: 'sha256:a',
  examined: false,
  holds: true,
  today: '2026-12-01',
}

const CASES: [ProductState, string, Partial<Standing>][] = [
  ['draft', 'a field is missing', { whole: false, newest: undefined }],
  ['draft', 'nothing of it can be read', { whole: false, newest: undefined, subjectHash: undefined, maker: undefined }],
  ['draft', 'a new maker has not agreed yet', { whole: false, newest: undefined, maker: { active: true } }],
  ['draft', 'an approved product was broken by an edit', { whole: false }],
  ['submitted', 'it is whole and nobody has examined it', { newest: undefined }],
  [
    'submitted',
    'what was returned has been mended',
    { newest: { ...newest, decision: 'returned' }, subjectHash: 'sha256:b' },
  ],
  ['submitted', 'conditions were met', { newest: { ...newest, decision: 'conditional' }, subjectHash: 'sha256:b' }],
  ['submitted', 'the approval is none, without the producer’s consent', { holds: false }],
  ['in-curation', 'two curators differ and wait for a third', { newest: undefined, examined: true }],
  ['in-curation', 'an approved product is examined again', { examined: true }],
  ['approved', 'the record holds', {}],
  ['approved', 'it is the last day of the record', { today: '2027-01-31' }],
  ['conditional', 'conditions are open', { newest: { ...newest, decision: 'conditional' } }],
  ['returned', 'curators gave it back', { newest: { ...newest, decision: 'returned' } }],
  ['expired', 'it is the day after', { today: '2027-02-01' }],
  ['superseded', 'it was edited after approval', { subjectHash: 'sha256:b' }],
  ['superseded', 'it was edited, and the approval has run out', { subjectHash: 'sha256:b', today: '2028-01-01' }],
  ['withdrawn', 'the product was withdrawn', { withdrawn: true }],
  ['withdrawn', 'the maker’s consent was withdrawn', { maker: { active: true } }],
  ['withdrawn', 'the maker has stopped', { maker: { active: false, consentRef: 'CONS-1' } }],
  ['withdrawn', 'a withdrawn product is broken, too', { withdrawn: true, whole: false }],
]

const day = fc.integer({ min: 0, max: 2000 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))
const hash = fc.constantFrom('sha256:a', 'sha256:b')
const standing: fc.Arbitrary<Standing> = fc.record({
  whole: fc.boolean(),
  withdrawn: fc.boolean(),
  maker: fc.option(
    fc.record({ active: fc.boolean(), consentRef: fc.option(fc.constant('CONS-1'), { nil: undefined }) }),
    { nil: undefined },
  ),
  newest: fc.option(
    fc.record({ decision: fc.constantFrom('approved', 'conditional', 'returned'), subjectHash: hash, expiresAt: day }),
    { nil: undefined },
  ),
  subjectHash: fc.option(hash, { nil: undefined }),
  examined: fc.boolean(),
  holds: fc.boolean(),
  today: day,
})

describe('deriveState', () => {
  test.each(CASES)('says %s where %s', (state, _, change) => {
    expect(deriveState({ ...approved, ...change })).toBe(state)
  })

  test('reaches every state that there is', () => {
    expect(new Set(CASES.map(([state]) => state))).toEqual(new Set(PRODUCT_STATES))
    expect(Object.keys(STATE_WORDS)).toEqual([...PRODUCT_STATES])
  })

  test('has exactly one answer for everything that can be so', () => {
    fc.assert(fc.property(standing, (one) => PRODUCT_STATES.includes(deriveState(one))))
  })

  test('never says approved unless all that publishes a product is there', () => {
    fc.assert(
      fc.property(standing, (one) => {
        if (deriveState(one) !== 'approved') return
        expect(one).toMatchObject({
          whole: true,
          withdrawn: false,
          examined: false,
          holds: true,
          newest: { decision: 'approved' },
        })
        expect(one.subjectHash).toBe(one.newest?.subjectHash)
        expect(one.today <= (one.newest?.expiresAt ?? '')).toBe(true)
      }),
    )
  })

  test('says withdrawn whatever else changes, once the product is withdrawn', () => {
    fc.assert(fc.property(standing, (one) => deriveState({ ...one, withdrawn: true }) === 'withdrawn'))
  })

  test('changes from approved to expired with the calendar alone, and never back', () => {
    fc.assert(
      fc.property(day, day, (first, second) => {
        const [early = '', late = ''] = [first, second].sort()
        if (deriveState({ ...approved, today: early }) === 'expired') {
          expect(deriveState({ ...approved, today: late })).toBe('expired')
        }
      }),
    )
  })
})
