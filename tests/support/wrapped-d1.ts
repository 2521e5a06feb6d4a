/** A D1 binding with a hand in between: it counts rows, waits, or fails before or after the database has done its work. */

export interface Hand {
  before?(): void | Promise<void>
  after?(results: D1Result[]): void
}

/** Every statement and batch of the database passes through `hand`. */
export function wrapD1(database: D1Database, hand: Hand): D1Database {
  const originals = new WeakMap<object, D1PreparedStatement>()

  async function guard<T>(work: () => Promise<T>, resultsOf: (value: T) => D1Result[]): Promise<T> {
    await hand.before?.()
    const value = await work()
    hand.after?.(resultsOf(value))
    return value
  }

  function wrapStatement(statement: D1PreparedStatement): D1PreparedStatement {
    const wrapped = {
      bind: (...values: unknown[]) => wrapStatement(statement.bind(...values)),
      all: () =>
        guard(
          () => statement.all(),
          (result) => [result],
        ),
      run: () =>
        guard(
          () => statement.run(),
          (result) => [result],
        ),
      // first() and raw(), by which Drizzle reads, carry no meta: run as all(), they give what they would have given.
      first: async (column?: string) => {
        const { results } = await guard(
          () => statement.all<Record<string, unknown>>(),
          (found) => [found],
        )
        const row = results[0] ?? null
        return column === undefined ? row : (row?.[column] ?? null)
      },
      raw: async (...options: []) => {
        const result = await guard(
          () => statement.all(...options),
          (found) => [found],
        )
        return result.results.map((row) => Object.values(row))
      },
    } as unknown as D1PreparedStatement
    originals.set(wrapped, statement)
    return wrapped
  }

  return {
    prepare: (query: string) => wrapStatement(database.prepare(query)),
    batch: (statements: D1PreparedStatement[]) =>
      guard(
        () => database.batch(statements.map((statement) => originals.get(statement) ?? statement)),
        (results) => results as D1Result[],
      ),
  } as unknown as D1Database
}
