/**
 * In which order curators take what waits for them. There are few, and a journey to a cluster is made once: so it goes by
 * cluster, the one with the oldest product first. Ids count up, so that the lowest is the oldest.
 */
import type { ProductState } from './state.ts'

export type Waiting = { slug: string; id: string | undefined; state: ProductState; cluster: string | undefined }

/** Products without a cluster are a group of their own. */
export type QueueGroup = { cluster: string | undefined; products: string[] }

/** What a maker has to mend first waits for the maker, not for curators. */
const WAITING: readonly ProductState[] = ['submitted', 'in-curation', 'superseded', 'expired']

export function listQueue(standings: readonly Waiting[]): QueueGroup[] {
  const waiting = standings.filter(({ state }) => WAITING.includes(state)).sort((a, b) => ageOf(a) - ageOf(b))
  return [...Map.groupBy(waiting, ({ cluster }) => cluster)].map(([cluster, products]) => ({
    cluster,
    products: products.map(({ slug }) => slug),
  }))
}

function ageOf({ id }: Waiting): number {
  return id === undefined ? Number.POSITIVE_INFINITY : Number(id.slice('PRD-'.length))
}
