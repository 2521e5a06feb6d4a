/** What two curators' points come to: the mean of their sets, never the higher or the later one. */
import { CRITERIA, type Criterion, type Curation } from './curation.ts'
import type { Rubric } from './rubric.ts'

export type Score = {
  /** Mean of the curators' totals, 0 to 100. */
  total: number
  /** Mean points of each criterion. */
  criteria: Record<Criterion, number>
  /** A from `gradeA` on, B from `pass` on; below it there is no grade. */
  grade: 'A' | 'B' | null
}

export function scoreCuration(curation: Pick<Curation, 'scores'>, { thresholds }: Pick<Rubric, 'thresholds'>): Score {
  const sets = Object.values(curation.scores)
  const meanOf = (criterion: Criterion) => roundToTenth(sum(sets.map((set) => set[criterion].points)) / sets.length)
  const total = roundToTenth(sum(sets.flatMap((set) => CRITERIA.map((name) => set[name].points))) / sets.length)
  return {
    total,
    criteria: Object.fromEntries(CRITERIA.map((name) => [name, meanOf(name)])) as Record<Criterion, number>,
    grade: gradeOf(total, thresholds),
  }
}

function gradeOf(total: number, { gradeA, pass }: Rubric['thresholds']): Score['grade'] {
  if (total >= gradeA) return 'A'
  return total >= pass ? 'B' : null
}

function sum(numbers: number[]): number {
  return numbers.reduce((whole, one) => whole + one, 0)
}

/** As Indonesians write it. */
export function withComma(points: number): string {
  return String(points).replace('.', ',')
}

// Three curators give thirds; a tenth is as fine as anyone can tell apart.
function roundToTenth(value: number): number {
  return Math.round(value * 10) / 10
}
