/** One line a figure: the ratio, its limit, and whether it is reached. */

export interface Figure {
  what: string
  ratio: number
  limit: number
  /** The ratio is to be at least the limit, not at most. */
  atLeast?: boolean
  /** The two sides of the ratio, with their unit. */
  sides: string
}

const missed: string[] = []

export function report({ what, ratio, limit, atLeast = false, sides }: Figure): void {
  const reached = atLeast ? ratio >= limit : ratio <= limit
  if (!reached) missed.push(what)
  const digits = limit < 1 ? 3 : 2
  const figure = `${ratio.toFixed(digits)} (at ${atLeast ? 'least' : 'most'} ${limit.toFixed(digits)})`
  process.stdout.write(`${what.padEnd(46)} ${figure.padEnd(20)} ${reached ? 'reached    ' : 'not reached'}  ${sides}\n`)
}

/** What was not reached so far. */
export function listMissed(): string[] {
  return missed
}
