import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ActType } from '#core/certificate/reasons.ts'
import { beginLife, continueLife, isLive, type Life, type Status, statusOf } from '#core/log/life.ts'

const acts: ActType[] = [
  ...(['revoked', 'suspended', 'resumed', 'superseded', 'reported', 'report-withdrawn', 'subject-erased'] as const),
]

/** What stands, what follows each act that may follow, and the status: by hand, from the drawing in life.ts. */
const unerased: Record<string, { status: Status; next: Partial<Record<ActType, string>> }> = {
  nothing: {
    status: 'valid',
    next: { suspended: 'suspended', reported: 'reported', superseded: 'superseded', revoked: 'revoked' },
  },
  suspended: {
    status: 'suspended',
    next: { resumed: 'nothing', reported: 'suspended, reported', revoked: 'suspended, revoked' },
  },
  reported: {
    status: 'reported',
    next: { 'report-withdrawn': 'nothing', suspended: 'suspended, reported', revoked: 'reported, revoked' },
  },
  'suspended, reported': {
    status: 'reported',
    next: { resumed: 'reported', 'report-withdrawn': 'suspended', revoked: 'suspended, reported, revoked' },
  },
  superseded: { status: 'superseded', next: {} },
  revoked: { status: 'revoked', next: {} },
  'suspended, revoked': { status: 'revoked', next: {} },
  'reported, revoked': { status: 'revoked', next: {} },
  'suspended, reported, revoked': { status: 'revoked', next: {} },
}

/** An erasure stands beside all that, changes nothing of it, and is done once. */
const withErasure = (name: string) => (name === 'nothing' ? 'erased' : `${name}, erased`)
const table: typeof unerased = Object.fromEntries(
  Object.entries(unerased).flatMap(([name, { status, next }]) => [
    [name, { status, next: { ...next, 'subject-erased': withErasure(name) } }],
    [
      withErasure(name),
      { status, next: Object.fromEntries(Object.entries(next).map(([type, after]) => [type, withErasure(after)])) },
    ],
  ]),
)

/** Each act is described by its type and its place in the sequence. */
interface Described {
  type: ActType
  at: number
}

function nameLife({ suspended, reported, erased, ended }: Life<Described>): string {
  const standing = [suspended, reported, ended?.by].flatMap((act) => (act ? [act.type] : []))
  expect(ended === null || ended.status === ended.by.type).toBe(true)
  expect(erased === null || erased.type === 'subject-erased').toBe(true)
  const name = standing.join(', ') || 'nothing'
  return erased === null ? name : withErasure(name)
}

/** Every life that can be reached, with a shortest way to it. */
function reachLives(): Map<string, Life<Described>> {
  const reached = new Map([['nothing', beginLife<Described>()]])
  for (const life of reached.values()) {
    for (const type of acts) {
      const next = continueLife(life, type, { type, at: reached.size })
      if (next && !reached.has(nameLife(next))) reached.set(nameLife(next), next)
    }
  }
  return reached
}
const lives = reachLives()

describe('a life', () => {
  test('reaches these nine, each with an erasure and without, and no other', () => {
    expect(Object.keys(table)).toHaveLength(18)
    expect([...lives.keys()].toSorted()).toEqual(Object.keys(table).toSorted())
  })

  test.each(Object.entries(table))('in which this stands: %s, goes on by the table', (name, { status, next }) => {
    const life = lives.get(name) ?? beginLife<Described>()
    const before = structuredClone(life)
    const after = acts.map((type) => {
      const continued = continueLife(life, type, { type, at: 99 })
      return [type, continued && nameLife(continued)]
    })
    expect(after).toEqual(acts.map((type) => [type, next[type] ?? null]))
    expect(statusOf(life).status).toBe(status)
    expect(isLive(life)).toBe(status !== 'superseded' && status !== 'revoked')
    expect(life).toEqual(before)
  })

  test.each<[Status, ActType | null, ActType[]]>([
    ['valid', null, []],
    ['valid', null, ['suspended', 'reported', 'resumed', 'report-withdrawn']],
    ['superseded', 'superseded', ['superseded']],
    ['superseded', 'superseded', ['suspended', 'resumed', 'superseded']],
    ['suspended', 'suspended', ['suspended']],
    ['suspended', 'suspended', ['suspended', 'reported', 'report-withdrawn']],
    ['reported', 'reported', ['reported']],
    ['reported', 'reported', ['suspended', 'reported']],
    ['reported', 'reported', ['reported', 'suspended']],
    ['revoked', 'revoked', ['revoked']],
    ['revoked', 'revoked', ['suspended', 'reported', 'revoked']],
    ['valid', null, ['subject-erased']],
    ['suspended', 'suspended', ['suspended', 'subject-erased']],
    ['superseded', 'superseded', ['subject-erased', 'superseded']],
    ['revoked', 'revoked', ['revoked', 'subject-erased']],
  ])('is %s, for the worst that stands is the status, and names the act: %s', (status, type, sequence) => {
    let life: Life<Described> = beginLife()
    for (const [at, next] of sequence.entries()) life = continueLife(life, next, { type: next, at }) ?? life
    expect(statusOf(life)).toEqual({ status, act: type && { type, at: sequence.lastIndexOf(type) } })
  })

  test('holds an act that its caller describes as 0', () => {
    const life = continueLife(beginLife<number>(), 'suspended', 0) ?? beginLife<number>()
    expect(statusOf(life)).toEqual({ status: 'suspended', act: 0 })
    expect(continueLife(life, 'suspended', 1)).toBeNull()
    expect(continueLife(life, 'superseded', 1)).toBeNull()
    expect(continueLife(life, 'resumed', 1)).toEqual(beginLife())
  })

  test('refuses every act or follows the table, after any sequence; once it has ended, it refuses all but one erasure', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...acts), { maxLength: 40 }), (sequence) => {
        let life: Life<Described> = beginLife()
        let name = 'nothing'
        for (const [at, type] of sequence.entries()) {
          const next = continueLife(life, type, { type, at })
          expect(next ? nameLife(next) : null).toBe(table[name]?.next[type] ?? null)
          if (!isLive(life) && (type !== 'subject-erased' || life.erased)) expect(next).toBeNull()
          if (next && type === 'subject-erased') expect({ ...next, erased: null }).toEqual(life)
          life = next ?? life
          name = nameLife(life)
          expect(statusOf(life).status).toBe(table[name]?.status)
          expect(isLive(life)).toBe(life.ended === null)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
