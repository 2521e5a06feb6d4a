/** Who may do what, as the events of a certificate tell it. */
import { describe, expect, test } from 'vitest'
import type { ActType } from '#core/certificate/reasons.ts'
import { type Actor, foldEvents, mayAct } from '#core/certificate/status.ts'
import { beginLife, type Life, statuses } from '#core/log/life.ts'
import { CURATOR, history, issued, MAKER, OTHER_MAKER, sign, signCuration } from './support.ts'

const piece = await sign()
const curation = await signCuration()
const maker = 'batik-sekar-demo'
const acts: ActType[] = [
  ...(['revoked', 'suspended', 'resumed', 'superseded', 'reported', 'report-withdrawn', 'subject-erased'] as const),
]

function fold(document: typeof piece, ...steps: [ActType, Actor][]): string {
  const states = statuses.map((status) => foldEvents(history(document, ...steps), issued(document).leaf, status))
  const state = states.find(({ kind }) => kind === 'known') ?? { kind: 'broken' as const }
  return state.kind === 'known' ? state.status : 'broken'
}

describe('a maker', () => {
  test('does to its own piece what a curator may do', () => {
    for (const by of [MAKER, CURATOR]) {
      expect(fold(piece, ['suspended', by])).toBe('suspended')
      expect(fold(piece, ['reported', by])).toBe('reported')
      expect(fold(piece, ['superseded', by])).toBe('superseded')
      expect(fold(piece, ['revoked', by])).toBe('revoked')
      expect(fold(piece, ['subject-erased', by])).toBe('valid')
      expect(fold(piece, ['revoked', MAKER], ['subject-erased', by])).toBe('revoked')
    }
  })

  test('lifts what it did itself, and a curator lifts it, too', () => {
    for (const by of [MAKER, CURATOR]) {
      expect(fold(piece, ['suspended', MAKER], ['resumed', by])).toBe('valid')
      expect(fold(piece, ['reported', MAKER], ['report-withdrawn', by])).toBe('valid')
    }
  })

  test.each<[ActType, ActType]>([
    ['suspended', 'resumed'],
    ['reported', 'report-withdrawn'],
  ])('does not lift what a curator did: %s, then %s is broken', (done, undone) => {
    expect(fold(piece, [done, CURATOR], [undone, MAKER])).toBe('broken')
    expect(fold(piece, [done, CURATOR], [undone, CURATOR])).toBe('valid')
    // What counts is who did it last.
    expect(fold(piece, [done, MAKER], [undone, MAKER], [done, CURATOR], [undone, MAKER])).toBe('broken')
    expect(fold(piece, [done, CURATOR], [undone, CURATOR], [done, MAKER], [undone, MAKER])).toBe('valid')
  })

  test('lifts its own report while a curator’s pause stands, and its own pause under a curator’s report', () => {
    const paused: [ActType, Actor] = ['suspended', CURATOR]
    expect(fold(piece, paused, ['reported', MAKER], ['report-withdrawn', MAKER])).toBe('suspended')
    expect(fold(piece, ['reported', CURATOR], ['suspended', MAKER], ['resumed', MAKER])).toBe('reported')
    expect(fold(piece, paused, ['reported', MAKER], ['resumed', MAKER])).toBe('broken')
  })

  test.each(acts)('does not do this to another maker’s: %s', (type) => {
    const before: [ActType, Actor][] =
      type === 'resumed' ? [['suspended', MAKER]] : type === 'report-withdrawn' ? [['reported', MAKER]] : []
    expect(fold(piece, ...before, [type, OTHER_MAKER])).toBe('broken')
    expect(fold(curation, ...before, [type, OTHER_MAKER])).toBe('broken')
    expect(fold(piece, ...before, [type, MAKER])).not.toBe('broken')
  })
})

describe('an issue', () => {
  test('is a maker’s where it is of a piece, and a curator’s where it is of a curation', () => {
    for (const actor of [MAKER, OTHER_MAKER, CURATOR]) {
      const ofPiece = foldEvents([issued(piece, { actor })], issued(piece).leaf, 'valid')
      const ofCuration = foldEvents([issued(curation, { actor })], issued(curation).leaf, 'valid')
      expect(ofPiece.kind).toBe(actor === MAKER ? 'known' : 'broken')
      expect(ofCuration.kind).toBe(actor === CURATOR ? 'known' : 'broken')
    }
  })

  test('of a piece is none of a curation, whoever issued it', () => {
    for (const actor of [MAKER, CURATOR]) {
      expect(foldEvents([issued(piece, { actor })], issued(curation).leaf, 'valid').kind).toBe('broken')
      expect(foldEvents([issued(curation, { actor })], issued(piece).leaf, 'valid').kind).toBe('broken')
    }
  })
})

describe('a curation', () => {
  test.each<[string, [ActType, Actor][]]>([
    ['valid', []],
    ['superseded', [['superseded', CURATOR]]],
    ['suspended', [['suspended', CURATOR]]],
    ['reported', [['reported', CURATOR]]],
    [
      'revoked',
      [
        ['suspended', CURATOR],
        ['revoked', CURATOR],
      ],
    ],
  ])('is %s by what curators did', (status, steps) => {
    expect(fold(curation, ...steps)).toBe(status)
  })
})

describe('mayAct', () => {
  const act = (type: ActType, by: Actor) => ({ type, by, at: '2026-11-22T10:00:00Z', index: 9 })
  const lives: Life<ReturnType<typeof act>>[] = [undefined, MAKER, CURATOR].map((by) => ({
    ...beginLife(),
    ...(by ? { suspended: act('suspended', by), reported: act('reported', by) } : {}),
  }))

  test('lets a curator do anything, and another maker nothing', () => {
    for (const life of lives) {
      for (const type of acts) {
        expect(mayAct(act(type, CURATOR), life, { kind: 'piece', maker })).toBe(true)
        expect(mayAct(act(type, OTHER_MAKER), life, { kind: 'piece', maker })).toBe(false)
      }
    }
  })

  test('lets no maker act on a curation, which is the operator’s', () => {
    for (const life of lives) {
      for (const type of acts) {
        expect(mayAct(act(type, MAKER), life, { kind: 'curation', maker })).toBe(false)
        expect(mayAct(act(type, CURATOR), life, { kind: 'curation', maker })).toBe(true)
      }
    }
  })

  test('lets a maker do anything but lift what a curator did', () => {
    const allowed = lives.map((life) => acts.filter((type) => mayAct(act(type, MAKER), life, { kind: 'piece', maker })))
    expect(allowed).toEqual([acts, acts, ['revoked', 'suspended', 'superseded', 'reported', 'subject-erased']])
  })
})
