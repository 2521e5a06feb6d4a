/** "Could not be read" is never "does not exist": the failure goes to the log, and the page says which it is. */
export function reportStore(error: unknown): 'unavailable' {
  const said = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
  console.error(JSON.stringify({ alert: 'store-unavailable', error: said.slice(0, 200) }))
  return 'unavailable'
}
