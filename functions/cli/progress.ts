/** A line that tells how far long work is, on a terminal only: a file or a program is not bothered with it. */

export function showProgress(what: string, total: number): (done: number) => void {
  if (!process.stderr.isTTY) return () => {}
  return (done) => {
    process.stderr.write(`\r${what} ${done} of ${total}${done >= total ? '\n' : ''}`)
  }
}
