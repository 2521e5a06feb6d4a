/** A line that tells how far long work is, on a terminal only: a file or a program is not bothered with it. */

export function showProgress(what: string, total: number): (done: number) => void {
  if (!process.stderr.isTTY) return () => {}
  return (done) => {
    process.stderr.write(`\r${what} ${done} of ${total}${done >= total ? '\n' : ''}`)
  }
}

/** Works on so many items at once; the first failure is the outcome. */
export async function forEach<T>(
  items: T[],
  { what, parallel }: { what: string; parallel: number },
  work: (item: T) => Promise<void>,
): Promise<void> {
  const progress = showProgress(what, items.length)
  let next = 0
  const workers = Array.from({ length: parallel }, async () => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) {
      await work(item).catch((error: unknown) => {
        // One fault is the answer: what the others have not begun, they leave.
        next = items.length
        throw error
      })
      progress(Math.min(next, items.length))
    }
  })
  await Promise.all(workers)
}
