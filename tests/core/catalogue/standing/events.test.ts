import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Curation } from '#core/catalogue/curation.ts'
import { hashMaterialFields } from '#core/catalogue/material.ts'
import type { Product } from '#core/catalogue/product.ts'
import { type Candidate, findNewestCuration, judgePublication } from '#core/catalogue/publication.ts'
import { deriveState, type ProductState } from '#core/catalogue/standing/state.ts'
import { curations, curators, makers, readProduct } from '../content-files.ts'

const cloth: Product = { ...readProduct('batik-tulis-manggur-natural'), demo: false }
const maker = makers.get(cloth.maker)
const record = curations.find(({ product }) => product === cloth.id) as Curation

/** The state of a candidate on a day, as a site that is no demo judges it. */
function stateOf(candidate: Candidate, today: string): ProductState {
  const { product, maker, refusals = [] } = candidate
  return deriveState({
    whole: maker?.consentRef !== undefined && refusals.length === 0,
    withdrawn: product.withdrawn !== undefined,
    maker,
    newest: findNewestCuration(product, candidate.curations),
    subjectHash: hashMaterialFields(product),
    examined: false,
    holds: judgePublication(candidate, { today, demoSite: false }).published,
    today,
  })
}

type Event =
  | { kind: 'edit material'; arealMass: number }
  | { kind: 'edit text'; moq: number }
  | { kind: 'curate'; decision: Curation['decision'] }
  | { kind: 'wait'; days: number }
  | { kind: 'pause' | 'resume' }

type World = { candidate: Candidate; day: number }

const dateOf = (day: number) => new Date(Date.UTC(2026, 9, 5 + day)).toISOString().slice(0, 10)

const events = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('edit material' as const), arealMass: fc.constantFrom(118, 119, 120) }),
    fc.record({ kind: fc.constant('edit text' as const), moq: fc.integer({ min: 1, max: 9 }) }),
    fc.record({
      kind: fc.constant('curate' as const),
      decision: fc.constantFrom('approved' as const, 'conditional' as const, 'returned' as const),
    }),
    fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 400 }) }),
    fc.record({ kind: fc.constantFrom('pause' as const, 'resume' as const) }),
  ),
  { maxLength: 30 },
)

/** The curators' certificates are renewed all the time here, so that days pass without a fault of theirs. */
const lasting = curators.map((one) => ({ ...one, bnsp: { ...one.bnsp, expiresAt: '2099-12-31' } }))
const start: World = { candidate: { product: cloth, maker, curations: [], curators: lasting }, day: 0 }

function apply({ candidate, day }: World, event: Event, count: number): World {
  const { product, curations: records } = candidate
  if (event.kind === 'wait') return { candidate, day: day + event.days }
  if (event.kind === 'edit material')
    return { candidate: { ...candidate, product: { ...product, arealMass: event.arealMass } }, day }
  if (event.kind === 'edit text') return { candidate: { ...candidate, product: { ...product, moq: event.moq } }, day }
  if (event.kind === 'curate') {
    const id = `CUR-2026-${String(5000 + count)}`
    const next: Curation = {
      ...record,
      id,
      decision: event.decision,
      subjectHash: hashMaterialFields(product),
      decidedAt: dateOf(day),
      expiresAt: dateOf(day + 365),
    }
    return { candidate: { ...candidate, curations: [...records, next] }, day }
  }
  return { candidate: { ...candidate, maker: maker && { ...maker, active: event.kind === 'resume' } }, day }
}

/** What may follow a state, by what happened. */
function follows(from: ProductState, event: Event, records: number): ProductState[] {
  const examined: ProductState[] = ['approved', 'conditional', 'returned', 'expired', 'superseded']
  if (event.kind === 'pause') return ['withdrawn']
  if (from === 'withdrawn') return event.kind === 'resume' ? ['submitted', ...examined] : ['withdrawn']
  if (event.kind === 'curate') return [event.decision]
  if (event.kind === 'wait') return from === 'approved' ? ['approved', 'expired'] : [from]
  // Undoing an edit leads back to what the record says.
  if (event.kind === 'edit material') return records > 0 ? ['submitted', ...examined] : ['submitted']
  return [from]
}

describe('deriveState', () => {
  test('leads, by any sequence of events, only to states that may follow, and approved is what is published', () => {
    fc.assert(
      fc.property(events, (sequence) => {
        let world = start
        let state = stateOf(world.candidate, dateOf(world.day))
        expect(state).toBe('submitted')
        for (const [count, event] of sequence.entries()) {
          world = apply(world, event, count)
          const next = stateOf(world.candidate, dateOf(world.day))
          expect(follows(state, event, world.candidate.curations.length)).toContain(next)
          const occasion = { today: dateOf(world.day), demoSite: false }
          expect(judgePublication(world.candidate, occasion).published).toBe(next === 'approved')
          state = next
        }
      }),
      { numRuns: 300 },
    )
  })

  test('is a draft while check refuses it, or while the owner’s consent is missing', () => {
    expect(stateOf({ ...start.candidate, refusals: ['something'] }, '2026-11-22')).toBe('draft')
    expect(stateOf({ ...start.candidate, maker: undefined }, '2026-11-22')).toBe('draft')
  })

  test('is withdrawn when the consent is taken back after a decision', () => {
    const withdrawn = maker && { ...maker, consentRef: undefined }
    expect(stateOf({ ...start.candidate, curations: [record], maker: withdrawn }, '2026-11-22')).toBe('withdrawn')
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
