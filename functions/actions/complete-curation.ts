/** The curation that will be signed: what the catalogue has published, and nothing that the request could add. */
import type { Code } from '#core/certificate/code.ts'
import type { Curation } from '#core/certificate/curation.ts'
import { type Problem, problem } from '../problem.ts'
import type { PublishedProduct } from './catalogue.ts'

/** What keeps the product's curation from being certified, or null. */
export function refuseCuration({ slug, curation }: PublishedProduct): Problem | null {
  if (curation.independent.length < 2) {
    return problem('curation-not-certifiable', `The curation of “${slug}” names fewer than two independent curators.`)
  }
  if (curation.grade === '') {
    return problem('curation-not-certifiable', `The curation of “${slug}” did not reach the rubric’s pass mark.`)
  }
  return null
}

export function completeCuration(
  { slug, name, maker, demo, curation }: PublishedProduct,
  { code, nonce }: { code: Code; nonce: string },
): Omit<Curation, 'id' | 'type'> {
  return {
    code,
    nonce,
    maker,
    product: slug,
    productName: name,
    record: curation.id,
    rubric: curation.rubric,
    curators: curation.curatorIds,
    total: curation.total,
    criteria: curation.criteria,
    grade: curation.grade === 'A' ? 'A' : 'B',
    decidedOn: curation.decidedAt,
    expiresOn: curation.expiresAt,
    demo,
  }
}
