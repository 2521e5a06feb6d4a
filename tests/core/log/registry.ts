/** A small registry that keeps its rules by rules of its own, and random histories of it: what replay must accept. */
import fc from 'fast-check'
import type { ActType } from '#core/certificate/reasons.ts'
import type { Leaf } from '#core/log/leaf.ts'
import { sha256 } from './support.ts'

/** What can be certified, with the numbers of which each may be live once; none where any number of times. */
type Thing = Pick<Leaf, 'kind' | 'maker' | 'design' | 'excl' | 'product'> & { numbers: number[] }
const piece = (maker: string, id: string, excl: Leaf['excl'], numbers: number[]): Thing => ({
  ...{ kind: 'piece', maker, design: `${maker}/${id}`, excl, numbers },
})
const things: Thing[] = [
  piece('m', 'kawung', 'exclusive', [1]),
  piece('m', 'parang', 'limited', [1, 2]),
  piece('m', 'truntum', 'open', []),
  piece('n', 'kawung', 'exclusive', [1]),
  piece('n', 'sekar', 'limited', [1, 2, 3]),
  { kind: 'curation', maker: 'm', product: 'tape', numbers: [1] },
  { kind: 'curation', maker: 'n', product: 'batik', numbers: [1] },
]

const firstReasons: Record<ActType, Pick<Leaf, 'reason'>> = {
  revoked: { reason: 'returned' },
  suspended: { reason: 'data-error' },
  resumed: {},
  superseded: { reason: 'replaced' },
  reported: { reason: 'lost-or-stolen' },
  'report-withdrawn': {},
  'subject-erased': {},
}

/** One certificate as the registry itself remembers it. */
export interface Paper {
  cid: string
  thing: Thing
  number: number
  body: string
  issued: number
  last: number
  paused: number | null
  reported: number | null
  erased: number | null
  end: { status: 'superseded' | 'revoked'; by: number } | null
}

/** One thing that somebody tries; whether it can be done depends on what was done before. */
export type Attempt =
  | { do: 'issue'; thing: number; number: number }
  | { do: ActType; paper: number; thing: number; number: number }

const pick = fc.nat(50)
const issue = fc.record({ do: fc.constant('issue' as const), thing: pick, number: pick })
const act = fc.record({
  do: fc.constantFrom<ActType>(
    ...(['revoked', 'suspended', 'resumed', 'superseded', 'reported', 'report-withdrawn', 'subject-erased'] as const),
  ),
  paper: pick,
  thing: pick,
  number: pick,
})
const attempts = fc.array<Attempt>(fc.oneof(issue, { arbitrary: act, weight: 2 }), {
  minLength: 1,
  maxLength: 40,
  size: 'max',
})

/** Honest histories of at least one entry; one in some ends between a supersession and its replacement. */
export const histories = fc
  .tuple(attempts, fc.boolean())
  .map(([tried, cut]) => new Registry(tried, cut))
  .filter(({ leaves }) => leaves.length > 0)

export class Registry {
  readonly leaves: Leaf[] = []
  readonly papers: Paper[] = []

  constructor(tried: Attempt[], cut: boolean) {
    for (const attempt of tried) this.#try(attempt)
    if (cut && this.leaves.at(-2)?.t === 'superseded') {
      this.leaves.pop()
      this.papers.pop()
    }
  }

  toString(): string {
    return this.leaves.map(({ t, cid, prev }) => `${t} ${cid.slice(0, 4)} ${prev ?? ''}`).join('; ')
  }

  #try(attempt: Attempt): void {
    if (attempt.do === 'issue') {
      this.#issue(things[attempt.thing % things.length], attempt.number)
      return
    }
    const paper = this.papers[attempt.paper % this.papers.length]
    if (!paper || !may(paper, attempt.do)) return
    this.#act(paper, attempt.do)
    if (attempt.do !== 'superseded') return
    const same = things.filter(({ kind, maker }) => kind === paper.thing.kind && maker === paper.thing.maker)
    // Its own place is free now, so that there always is a replacement.
    this.#issue(same[attempt.thing % same.length], attempt.number) ||
      this.#issue(paper.thing, paper.thing.numbers.indexOf(paper.number))
  }

  #issue(thing: Thing | undefined, drawn: number): boolean {
    if (!thing) return false
    const { numbers, ...members } = thing
    const number = numbers[drawn % numbers.length] ?? 0
    const taken = this.papers.some((other) => other.thing === thing && other.number === number && !other.end)
    if (taken && numbers.length > 0) return false
    const index = this.leaves.length
    const paper = { cid: digest(`cid ${index}`), thing, number, body: digest(`body ${index}`), issued: index }
    this.papers.push({ ...paper, last: index, paused: null, reported: null, erased: null, end: null })
    const edition: Pick<Leaf, 'edition'> = thing.kind === 'piece' ? { edition: [number, numbers.length] } : {}
    this.#append({ t: 'issued', cid: paper.cid, body: paper.body, ...members, ...edition })
    return true
  }

  #act(paper: Paper, type: ActType): void {
    const { cid, body, last: prev } = paper
    const { kind, maker } = paper.thing
    paper.last = this.leaves.length
    if (type === 'suspended') paper.paused = paper.last
    if (type === 'resumed') paper.paused = null
    if (type === 'reported') paper.reported = paper.last
    if (type === 'report-withdrawn') paper.reported = null
    if (type === 'subject-erased') paper.erased = paper.last
    if (type === 'revoked' || type === 'superseded') paper.end = { status: type, by: paper.last }
    this.#append({ t: type, cid, body, kind, maker, prev, ...firstReasons[type] })
  }

  #append(leaf: Omit<Leaf, 'ts'>): void {
    const minute = String(this.leaves.length % 60).padStart(2, '0')
    const hour = String(Math.floor(this.leaves.length / 60)).padStart(2, '0')
    this.leaves.push({ ...leaf, ts: `2026-11-22T${hour}:${minute}:00Z` })
  }
}

function may({ paused, reported, erased, end }: Paper, type: ActType): boolean {
  if (type === 'subject-erased') return erased === null
  if (end !== null) return false
  if (type === 'suspended') return paused === null
  if (type === 'resumed') return paused !== null
  if (type === 'reported') return reported === null
  if (type === 'report-withdrawn') return reported !== null
  return type === 'revoked' || (paused === null && reported === null)
}

/** 43 symbols, as every public id and every body has. */
export function digest(text: string): string {
  return Buffer.from(sha256(Buffer.from(text))).toString('base64url')
}
