/** Telling a constraint that said no from a database that failed. */

/** Whether the error or its cause says the words: Drizzle wraps D1's error. */
export function mentions(error: unknown, words: string): boolean {
  return error instanceof Error && (error.message.includes(words) || mentions(error.cause, words))
}
