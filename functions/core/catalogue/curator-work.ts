/** What a curator has done, from the records alone: how many, how fast, and how often two curators agreed. */
import { CRITERIA, type Curation } from './curation.ts'
import type { Curator } from './curator.ts'

export type CuratorWork = {
  records: number
  /** Median of the days from the sample's arrival to the decision; null without a record. */
  medianDays: number | null
  /** Records in which the first two curators' totals lie close together. */
  agreed: number
}

/** Two totals at most so many points apart are agreement: one measure for all records, or shares could not be compared. */
export const CLOSE_POINTS = 10

export function describeWork({ id }: Pick<Curator, 'id'>, curations: readonly Curation[]): CuratorWork {
  const own = curations.filter(({ curators }) => curators.includes(id))
  return {
    records: own.length,
    medianDays: medianOf(own.map(countDays)),
    agreed: own.filter((curation) => differenceOf(curation) <= CLOSE_POINTS).length,
  }
}

/** Whole days from the sample's arrival to the decision. */
export function countDays({ sampleReceivedAt, decidedAt }: Pick<Curation, 'sampleReceivedAt' | 'decidedAt'>): number {
  return (Date.parse(`${decidedAt}T00:00:00Z`) - Date.parse(`${sampleReceivedAt}T00:00:00Z`)) / 86_400_000
}

/** By how much the totals of the first two curators differ: a third comes only where they did not agree. */
export function differenceOf({ curators, scores }: Pick<Curation, 'curators' | 'scores'>): number {
  const [one = 0, other = 0] = curators.slice(0, 2).map((id) => totalOf(scores[id]))
  return Math.abs(one - other)
}

function totalOf(set: Curation['scores'][string] | undefined): number {
  return CRITERIA.reduce((sum, criterion) => sum + (set?.[criterion].points ?? 0), 0)
}

function medianOf(numbers: number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
