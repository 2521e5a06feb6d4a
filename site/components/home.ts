/** Which works the first page shows. */
import type { Entry } from '../entry.ts'

/** At most `count` works, of as many kinds as there are, spread over the catalogue from its first to its last kind. */
export function chooseWorks(entries: readonly Entry[], count: number): Entry[] {
  const isFirstOfCategory = (entry: Entry, at: number) =>
    entries.findIndex(({ product }) => product.category === entry.product.category) === at
  const firsts = entries.filter(isFirstOfCategory)
  const choice = firsts.length < count ? entries : firsts
  const shareAt = (at: number) => Math.floor((at * count) / choice.length)
  return choice.filter((_, at) => shareAt(at) !== shareAt(at - 1))
}
