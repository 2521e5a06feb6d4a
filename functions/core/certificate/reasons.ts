/** The closed vocabulary of reasons for taking a certificate back, in the log and on the page. */
export const revocationReasons = [
  'data-error',
  'returned',
  'lost-or-stolen',
  'design-dispute',
  'key-compromised',
  'replaced',
] as const
export type RevocationReason = (typeof revocationReasons)[number]
