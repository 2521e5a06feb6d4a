/** What follows from the points and the gates, by the rubric alone. */
import { addMonths } from '../../calendar.ts'
import { CRITERIA, type Curation, GATES, type Gate } from '../curation.ts'
import type { Product } from '../product.ts'
import type { Sentence } from '../reading/finding.ts'
import type { Rubric } from '../rubric.ts'
import { type Score, scoreCuration, withComma } from '../score.ts'
import { type Category, isEdible } from '../vocab.ts'

export type Scores = Curation['scores']
export type Gates = Curation['gates']

export type Outcome = Score & {
  decision: Curation['decision']
  /** What stands in the way of an approval, for the curators. */
  reasons: Sentence[]
}

/** How far the highest total is from the lowest; 0 for one curator alone. */
export function differenceOf(scores: Scores): number {
  const totals = Object.values(scores).map((set) => CRITERIA.reduce((sum, name) => sum + set[name].points, 0))
  // Halves of points are exact, tenths are not.
  return Math.round((Math.max(...totals) - Math.min(...totals)) * 10) / 10
}

/** Whether somebody else has to examine the product before anything is decided. */
export function needsCurator(
  scores: Scores,
  { thresholds }: Pick<Rubric, 'thresholds'>,
): 'first' | 'second' | 'third' | null {
  const sets = Object.keys(scores).length
  if (sets === 0) return 'first'
  if (sets === 1) return 'second'
  return sets === 2 && differenceOf(scores) > thresholds.maxDifference ? 'third' : null
}

/** A failed gate returns the product whatever its total; a weak criterion keeps a good total from an approval. */
export function decideCuration(scores: Scores, gates: Gates, rubric: Rubric): Outcome {
  const score = scoreCuration({ scores }, rubric)
  const { pass, conditional, criterionPct } = rubric.thresholds
  const failed = rubric.gates.filter(({ id }) => gates[id] === 'fail')
  const weak = rubric.criteria.filter(({ id, max }) => score.criteria[id] < (max * criterionPct) / 100)
  const low = score.total < pass
  const reasons = [
    ...failed.map(({ name }) => ({ en: `Gate not passed: ${name.en}.`, id: `Syarat tidak terpenuhi: ${name.id}.` })),
    ...(low
      ? [{ en: `${score.total} points; ${pass} pass.`, id: `${withComma(score.total)} poin; batas lulus ${pass}.` }]
      : []),
    ...weak.map(({ id, name, max }) => ({
      en: `${name.en}: ${score.criteria[id]} of ${max} points; each criterion needs ${criterionPct} %.`,
      id: `${name.id}: ${withComma(score.criteria[id])} dari ${max} poin; setiap kriteria perlu ${criterionPct}%.`,
    })),
  ]
  const decision =
    failed.length > 0 || score.total < conditional ? 'returned' : reasons.length > 0 ? 'conditional' : 'approved'
  return { ...score, decision, reasons }
}

/**
 * The last day on which a decision of that day may hold: so many months, or until the first of the product's attestations
 * ends. They are material, so that the days which the curators saw are the days that count.
 */
export function expiryOf(
  decidedAt: string,
  { category, attestations }: Pick<Product, 'category' | 'attestations'>,
  { validity }: Pick<Rubric, 'validity'>,
): string {
  const ends = attestations.flatMap(({ expires }) => expires ?? [])
  return [addMonths(decidedAt, isEdible(category) ? validity.edible : validity.other), ...ends].sort()[0] as string
}

/** Gates that a product of this kind has; the others do not apply to it. */
export function listGates({ category, giClaim }: { category: Category; giClaim?: unknown }): Gate[] {
  const edible = isEdible(category)
  return GATES.filter((gate) => {
    if (gate === 'foodLicence' || gate === 'halal') return edible
    // Food has no technique to claim, but may claim a place.
    return gate !== 'technique' || !edible || giClaim !== undefined
  })
}
