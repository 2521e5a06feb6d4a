import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CRITERIA, type Criterion, GATES } from '#core/catalogue/curation.ts'
import {
  decideCuration,
  differenceOf,
  expiryOf,
  type Gates,
  listGates,
  needsCurator,
  type Scores,
} from '#core/catalogue/examining/decide.ts'
import { refuseCurator } from '#core/catalogue/examining/independence.ts'
import { curators, makers, rubric } from '../content-files.ts'

const passed = Object.fromEntries(GATES.map((gate) => [gate, 'pass'])) as Gates
/** One set: so many points of each criterion, in the rubric's order. */
const set = (...points: number[]) =>
  Object.fromEntries(CRITERIA.map((id, at) => [id, { points: points[at] ?? 0 }])) as Scores[string]
const both = (...points: number[]): Scores => ({ 'KUR-A': set(...points), 'KUR-B': set(...points) })
const decide = (scores: Scores, gates: Partial<Gates> = {}) => decideCuration(scores, { ...passed, ...gates }, rubric)

describe('decideCuration', () => {
  test.each([
    ['approved', 'A', 85, both(23, 13, 17, 13, 12, 7)],
    ['approved', 'B', 75, both(20, 11, 15, 11, 11, 7)],
    ['conditional', null, 74.5, both(19.5, 11, 15, 11, 11, 7)],
    ['conditional', null, 65, both(17, 10, 13, 9, 10, 6)],
    ['returned', null, 64.5, both(16.5, 10, 13, 9, 10, 6)],
    ['returned', null, 0, both()],
  ] as const)('says %s with grade %s at %d points', (decision, grade, total, scores) => {
    expect(decide(scores)).toMatchObject({ decision, grade, total })
  })

  test('keeps a good total from an approval where one criterion is weak, and names it', () => {
    expect(decide(both(25, 15, 20, 15, 15, 5.5))).toMatchObject({
      decision: 'conditional',
      total: 95.5,
      reasons: [
        {
          en: 'Capacity and market record: 5.5 of 10 points; each criterion needs 60 %.',
          id: 'Kapasitas dan rekam pasar: 5,5 dari 10 poin; setiap kriteria perlu 60%.',
        },
      ],
    })
  })

  test('takes 60 % of a criterion for enough, and no tenth less', () => {
    expect(decide(both(25, 9, 20, 9, 9, 6))).toMatchObject({ decision: 'approved', total: 78, reasons: [] })
    expect(decide(both(25, 8.9, 20, 9, 9, 6))).toMatchObject({ decision: 'conditional', total: 77.9 })
  })

  test('says every reason in both languages', () => {
    expect(decide(both(10, 9, 20, 9, 9, 6), { nib: 'fail' }).reasons).toEqual([
      {
        en: 'Gate not passed: Business number and identity.',
        id: 'Syarat tidak terpenuhi: NIB dan identitas.',
      },
      { en: '63 points; 75 pass.', id: '63 poin; batas lulus 75.' },
      {
        en: 'Product quality: 10 of 25 points; each criterion needs 60 %.',
        id: 'Mutu produk: 10 dari 25 poin; setiap kriteria perlu 60%.',
      },
    ])
  })

  test.each(GATES)('returns a product that fails the gate %s, whatever its points', (gate) => {
    expect(decide(both(25, 15, 20, 15, 15, 10), { [gate]: 'fail' })).toMatchObject({ decision: 'returned', total: 100 })
  })

  test('never approves what the rubric does not, for any points', () => {
    const points = fc.tuple(...rubric.criteria.map(({ max }) => fc.integer({ min: 0, max: max * 2 }).map((n) => n / 2)))
    fc.assert(
      fc.property(points, points, (one, other) => {
        const { decision, total, criteria } = decide({ 'KUR-A': set(...one), 'KUR-B': set(...other) })
        const strong = rubric.criteria.every(({ id, max }) => criteria[id as Criterion] >= max * 0.6)
        if (decision === 'approved') expect([total >= 75, strong]).toEqual([true, true])
        expect(decision === 'returned').toBe(total < 65)
      }),
    )
  })
})

describe('needsCurator', () => {
  test('asks for two curators, and for a third where they are more than ten points apart', () => {
    const a = set(20, 11, 15, 11, 11, 7)
    expect(needsCurator({}, rubric)).toBe('first')
    expect(needsCurator({ 'KUR-A': a }, rubric)).toBe('second')
    expect(needsCurator({ 'KUR-A': a, 'KUR-B': set(10, 11, 15, 11, 11, 7) }, rubric)).toBe(null)
    const apart = { 'KUR-A': a, 'KUR-B': set(9.5, 11, 15, 11, 11, 7) }
    expect([differenceOf(apart), needsCurator(apart, rubric)]).toEqual([10.5, 'third'])
    expect(needsCurator({ ...apart, 'KUR-C': a }, rubric)).toBe(null)
  })
})

describe('the time and the gates', () => {
  test('an approval of food holds for twelve months, of other goods for eighteen', () => {
    expect(expiryOf('2026-10-05', { category: 'snack', attestations: [] }, rubric)).toBe('2027-10-05')
    expect(expiryOf('2026-08-31', { category: 'batik', attestations: [] }, rubric)).toBe('2028-02-29')
  })

  test('it ends with the first attestation that does, and no attestation makes it longer', () => {
    const endsOn = (...days: (string | undefined)[]) => {
      const attestations = days.map((expires) => ({
        ...{ type: 'halal', number: '1', issuer: 'BPJPH', level: 'issued' as const },
        ...(expires && { expires }),
      }))
      return expiryOf('2026-10-05', { category: 'snack', attestations }, rubric)
    }
    expect(endsOn('2027-03-31', '2027-01-31', undefined)).toBe('2027-01-31')
    expect(endsOn('2031-12-31', undefined)).toBe('2027-10-05')
  })

  test('food has its licenses, cloth has its technique', () => {
    expect(listGates({ category: 'batik' })).toEqual(['nib', 'technique', 'safety', 'consent', 'childLabour'])
    expect(listGates({ category: 'coffee' })).toEqual([
      'nib',
      'foodLicence',
      'halal',
      'safety',
      'consent',
      'childLabour',
    ])
    expect(listGates({ category: 'coffee', giClaim: { gi: 'kopi' } })).toEqual([...GATES])
  })
})

describe('refuseCurator', () => {
  const [curator] = curators
  if (!curator) throw new Error('the demo has curators')
  const product = { maker: 'canting-manggur-demo', category: 'batik' }
  const assignment = { product, maker: makers.get(product.maker), chosen: [] as string[], day: '2026-11-22' }

  test('takes one who is at work, certified on that day, and tied to nobody', () => {
    expect(refuseCurator(curator, assignment)).toBe(null)
    expect(refuseCurator(curator, { ...assignment, day: curator.bnsp.issuedAt })).toBe(null)
    expect(refuseCurator(curator, { ...assignment, day: curator.bnsp.expiresAt })).toBe(null)
  })

  test.each([
    ['whose certificate is not valid yet', {}, { day: '2025-03-09' }, /runs from 2025-03-10 to 2028-03-09/],
    ['whose certificate has run out', {}, { day: '2028-03-10' }, /not on 2028-03-10/],
    ['who examines it already', {}, { chosen: ['KUR-DEMO-01'] }, /different people/],
    ['who has stopped', { active: false }, {}, /takes no products/],
    [
      'who coaches the maker',
      { coi: [{ maker: 'canting-manggur-demo', relation: 'coach' as const }] },
      {},
      /has a tie to canting-manggur-demo \(coach\): another curator/,
    ],
    ['who works there', { displayName: 'Demo Artisan A' }, {}, /\(wax-drawer\)/],
    ['who works there under another name', { consentRef: 'CONS-PER-0002' }, {}, /\(wax-drawer\)/],
  ])('refuses one %s', (_, change, occasion, sentence) => {
    expect(refuseCurator({ ...curator, ...change }, { ...assignment, ...occasion })?.en).toMatch(sentence)
  })

  test('names in Indonesian what a curator has declared', () => {
    const coi = [{ maker: 'canting-manggur-demo', relation: 'owner' as const }]
    expect(refuseCurator({ ...curator, coi }, assignment)?.id).toBe(
      'KUR-DEMO-01 terkait dengan canting-manggur-demo (pemilik): kurator lain yang memeriksanya.',
    )
  })
})
