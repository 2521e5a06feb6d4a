import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COMPLAINTS_THAT_END, endByComplaints } from '#core/catalogue/complaint.ts'
import type { Curation } from '#core/catalogue/curation.ts'
import { hashMaterialFields } from '#core/catalogue/material.ts'
import type { Product } from '#core/catalogue/product.ts'
import { type Candidate, findNewestCuration, judgePublication } from '#core/catalogue/publication.ts'
import { deriveState, PRODUCT_STATES, type ProductState } from '#core/catalogue/standing/state.ts'
import { curations, curators, makers, readProduct } from '../content-files.ts'

const cloth: Product = { ...readProduct('batik-tulis-manggur-natural'), demo: false }
const maker = makers.get(cloth.maker)
const record = curations.find(({ product }) => product === cloth.id) as Curation

type Event =
  | { kind: 'edit material'; arealMass: number }
  | { kind: 'edit text'; moq: number }
  | { kind: 'curate'; decision: Curation['decision'] }
  | { kind: 'wait'; days: number }
  | { kind: 'complain'; count: number }
  | { kind: 'pause' | 'resume' | 'withdraw' | 'restore' | 'break' | 'mend' | 'begin' }

type World = { candidate: Candidate; examined: boolean; day: number }

const dateOf = (day: number) => new Date(Date.UTC(2026, 9, 5 + day)).toISOString().slice(0, 10)
const isPublished = ({ candidate, day }: World) =>
  judgePublication(candidate, { today: dateOf(day), demoSite: false }).published

/** The state of a candidate on a day, as a site that is no demo judges it. */
function stateOf(world: World): ProductState {
  const { product, maker, refusals = [], curations, complaints = [] } = world.candidate
  return deriveState({
    whole: maker?.consentRef !== undefined && refusals.length === 0,
    withdrawn: product.withdrawn !== undefined,
    maker,
    newest: findNewestCuration(product, endByComplaints(curations, complaints)),
    subjectHash: hashMaterialFields(product),
    examined: world.examined,
    holds: isPublished(world),
    today: dateOf(world.day),
  })
}

/** Each kind as often as it is given: what hides the rest seldom, what undoes it often. */
const oneOf = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('edit material' as const), arealMass: fc.constantFrom(118, 119) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('edit text' as const), moq: fc.integer({ min: 1, max: 9 }) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('curate' as const),
      decision: fc.constantFrom('approved' as const, 'conditional' as const, 'returned' as const),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 400 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('pause' as const, 'withdraw' as const, 'break' as const) }),
  },
  {
    weight: 9,
    arbitrary: fc.record({ kind: fc.constantFrom('resume' as const, 'restore' as const, 'mend' as const) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('begin' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('complain' as const),
      count: fc.integer({ min: 1, max: COMPLAINTS_THAT_END }),
    }),
  },
)
const events: fc.Arbitrary<Event[]> = fc.array(oneOf, { minLength: 20, maxLength: 60, size: 'max' })

/** The curators' certificates are renewed all the time here, so that days pass without a fault of theirs. */
const lasting = curators.map((one) => ({ ...one, bnsp: { ...one.bnsp, expiresAt: '2199-12-31' } }))
const start: World = { candidate: { product: cloth, maker, curations: [], curators: lasting }, examined: false, day: 0 }

function apply(world: World, event: Event, count: number): World {
  const { candidate, day } = world
  const { product, curations: records } = candidate
  const change = (changed: Partial<Candidate>) => ({ ...world, candidate: { ...candidate, ...changed } })
  switch (event.kind) {
    case 'wait':
      return { ...world, day: day + event.days }
    case 'edit material':
      return change({ product: { ...product, arealMass: event.arealMass } })
    case 'edit text':
      return change({ product: { ...product, moq: event.moq } })
    case 'withdraw':
      return change({ product: { ...product, withdrawn: { at: dateOf(day), by: 'maker' } } })
    case 'restore':
      return change({ product: { ...product, withdrawn: undefined } })
    // They are upheld the day before: the approval, if it is older, is over now.
    case 'complain': {
      const upheld = {
        product: product.id,
        receivedAt: dateOf(day - 1),
        about: { en: 'A fault.', id: 'Cacat.' },
        outcome: 'upheld' as const,
        curators: ['KUR-DEMO-01'],
        decidedAt: dateOf(day - 1),
      }
      return change({ complaints: [...(candidate.complaints ?? []), ...Array(event.count).fill(upheld)] })
    }
    case 'break':
      return change({ refusals: ['something'] })
    case 'mend':
      return change({ refusals: [] })
    case 'begin':
      return { ...world, examined: true }
    case 'pause':
    case 'resume':
      return change({ maker: maker && { ...maker, active: event.kind === 'resume' } })
  }
  const next: Curation = {
    ...record,
    id: `CUR-2026-${String(5000 + count)}`,
    decision: event.decision,
    subjectHash: hashMaterialFields(product),
    decidedAt: dateOf(day),
    expiresAt: dateOf(day + 365),
  }
  return { ...change({ curations: [...records, next] }), examined: false }
}

const all = (...states: ProductState[]) => states
const SHOWN = all('submitted', 'in-curation', 'approved', 'conditional', 'returned', 'expired', 'superseded')
const same = (states: readonly ProductState[]) => states.map((state) => [state, [state]] as const)

/** Event → state → the states that follow it; there is no other way from one state to another. */
const TRANSITIONS: Record<Event['kind'], ReadonlyMap<ProductState, readonly ProductState[]>> = {
  'edit text': new Map(same(PRODUCT_STATES)),
  'edit material': new Map<ProductState, readonly ProductState[]>([
    ...same(all('withdrawn', 'draft', 'in-curation')),
    // What was returned and mended is submitted: undoing the edit leads back.
    ['submitted', all('submitted', 'conditional', 'returned')],
    ['conditional', all('conditional', 'submitted')],
    ['returned', all('returned', 'submitted')],
    ['approved', all('approved', 'superseded')],
    ['expired', all('expired', 'superseded')],
    ['superseded', all('superseded', 'approved', 'expired')],
  ]),
  curate: new Map<ProductState, readonly ProductState[]>([
    ...same(all('withdrawn', 'draft')),
    ...SHOWN.map((state) => [state, all('approved', 'conditional', 'returned')] as const),
  ]),
  wait: new Map<ProductState, readonly ProductState[]>([
    ...same(PRODUCT_STATES),
    ['approved', all('approved', 'expired')],
  ]),
  complain: new Map<ProductState, readonly ProductState[]>([
    ...same(PRODUCT_STATES),
    ['approved', all('approved', 'expired')],
  ]),
  pause: new Map(PRODUCT_STATES.map((state) => [state, all('withdrawn')])),
  withdraw: new Map(PRODUCT_STATES.map((state) => [state, all('withdrawn')])),
  resume: new Map<ProductState, readonly ProductState[]>([...same(PRODUCT_STATES), ['withdrawn', PRODUCT_STATES]]),
  restore: new Map<ProductState, readonly ProductState[]>([...same(PRODUCT_STATES), ['withdrawn', PRODUCT_STATES]]),
  break: new Map<ProductState, readonly ProductState[]>([
    ...SHOWN.map((state) => [state, all('draft')] as const),
    ...same(all('draft', 'withdrawn')),
  ]),
  mend: new Map<ProductState, readonly ProductState[]>([...same(PRODUCT_STATES), ['draft', SHOWN]]),
  begin: new Map<ProductState, readonly ProductState[]>([
    ...SHOWN.map((state) => [state, all('in-curation')] as const),
    ...same(all('draft', 'withdrawn')),
  ]),
}

describe('deriveState', () => {
  test('leads from each state to those that may follow, to every one of them, and to no other', {
    timeout: 30_000,
  }, () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(events, (sequence) => {
        let world = start
        let state = stateOf(world)
        expect(state).toBe('submitted')
        for (const [count, event] of sequence.entries()) {
          world = apply(world, event, count)
          const next = stateOf(world)
          seen.add(`${state}, ${event.kind}: ${next}`)
          // A product that is examined again stays where it is shown until the new record is there.
          if (!world.examined) expect(isPublished(world)).toBe(next === 'approved')
          state = next
        }
      }),
      { numRuns: 300, seed: 1 },
    )
    const may = Object.entries(TRANSITIONS).flatMap(([kind, from]) =>
      [...from].flatMap(([state, following]) => following.map((next) => `${state}, ${kind}: ${next}`)),
    )
    expect([...seen].sort()).toEqual(may.sort())
  })

  test('is a draft while check refuses it, or while the owner’s consent is missing', () => {
    const on = (change: Partial<Candidate>) => stateOf({ ...start, candidate: { ...start.candidate, ...change } })
    expect(on({ refusals: ['something'] })).toBe('draft')
    expect(on({ maker: undefined })).toBe('draft')
    const withdrawn = maker && { ...maker, consentRef: undefined }
    expect(on({ maker: withdrawn })).toBe('draft')
    // After a decision it is taken back, not missing.
    expect(on({ curations: [record], maker: withdrawn })).toBe('withdrawn')
  })
})

describe('an approved product', () => {
  const approved: Candidate = { product: cloth, maker, curations: [record], curators }
  const judge = (product: Product) =>
    judgePublication({ ...approved, product }, { today: '2026-11-22', demoSite: false }).published

  const material: fc.Arbitrary<Partial<Product>> = fc.oneof(
    fc.record({ arealMass: fc.integer({ min: 30, max: 800 }) }),
    fc.record({ netMass: fc.integer({ min: 1, max: 5000 }) }),
    fc.record({ maker: fc.constantFrom('cap-oling-demo', 'canting-manggur-demo') }),
    fc.record({ techniques: fc.shuffledSubarray(['batik-tulis', 'batik-cap', 'tenun-gedhog']) }),
    fc.record({ origin: fc.record({ regency: fc.constantFrom('35.74', '35.13', '35.23') }) }),
    fc.record({ sizes: fc.array(fc.constantFrom('S', 'M', 'L'), { minLength: 1 }) }),
  )
  const other: fc.Arbitrary<Partial<Product>> = fc.oneof(
    fc.record({ moq: fc.integer({ min: 1 }) }),
    fc.record({ leadDays: fc.record({ min: fc.integer({ min: 1, max: 9 }), max: fc.integer({ min: 9, max: 365 }) }) }),
    fc.record({ name: fc.record({ en: fc.string({ minLength: 1 }), id: fc.string({ minLength: 1 }) }) }),
    fc.record({ price: fc.constant(undefined), onRequest: fc.constant(true as const) }),
    fc.record({ markets: fc.array(fc.constantFrom('JP', 'US', 'CN')) }),
    fc.record({ capacityPerMonth: fc.integer({ min: 1 }) }),
  )

  test('is unpublished by any change of a material field, and by no other change', () => {
    fc.assert(
      fc.property(material, (change) => {
        const changed = { ...cloth, ...change }
        expect(judge(changed)).toBe(hashMaterialFields(changed) === record.subjectHash)
        const [[field, value]] = Object.entries(change) as [[keyof Product, unknown]]
        if (JSON.stringify(value) !== JSON.stringify(cloth[field])) expect(judge(changed)).toBe(false)
      }),
    )
    fc.assert(
      fc.property(other, (change) => {
        expect(judge({ ...cloth, ...change })).toBe(true)
      }),
    )
  })
})
