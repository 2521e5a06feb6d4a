/** Which of the names there are somebody may have meant. */

/** More letters than this apart, it is another name. */
const FAR = 3

/** At most three, the likeliest first: those a few letters off; where there are none, those with a word in common. */
export function findNear(typed: string, names: readonly string[]): string[] {
  const ranked = names.map((name) => ({ name, distance: measure(typed, name), shared: countShared(typed, name) }))
  const close = ranked.filter(({ distance }) => distance <= FAR).sort((a, b) => a.distance - b.distance)
  const akin = ranked.filter(({ shared }) => shared > 0).sort((a, b) => b.shared - a.shared)
  return (close.length > 0 ? close : akin).slice(0, 3).map(({ name }) => name)
}

/** Words of both, where a word has a meaning of its own: four letters or more. */
function countShared(typed: string, name: string): number {
  const words = new Set(name.split('-'))
  return typed.split('-').filter((word) => word.length > 3 && words.has(word)).length
}

/** Letters to put in, take out or change (Levenshtein). */
function measure(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (const [line, letter] of [...from].entries()) {
    const next = [line + 1]
    for (const [at, other] of [...to].entries()) {
      const changed = (row[at] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(changed, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}
