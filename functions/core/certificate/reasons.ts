/** The closed vocabulary of reasons, in the log and on the page, and which of them each act may give. */
export const reasons = [
  'data-error',
  'returned',
  'lost-or-stolen',
  'design-dispute',
  'key-compromised',
  'replaced',
] as const
export type Reason = (typeof reasons)[number]

/** Acts that need no reason undo one that had one; an erasure needs none, since whoever asks need not say why. */
export const reasonsOf = {
  revoked: reasons,
  suspended: ['data-error', 'design-dispute', 'key-compromised'],
  resumed: [],
  superseded: ['data-error', 'replaced'],
  reported: ['lost-or-stolen', 'design-dispute'],
  'report-withdrawn': [],
  'subject-erased': [],
} as const satisfies Record<string, readonly Reason[]>
/** What may happen to a certificate once it is issued, in the words of the log. */
export type ActType = keyof typeof reasonsOf

/** Nothing that a person holds can be returned, lost or stolen of a curation. */
const ofPieces: readonly Reason[] = ['returned', 'lost-or-stolen']

export function fitsKind(reason: Reason | undefined, kind: 'piece' | 'curation'): boolean {
  return kind === 'piece' || reason === undefined || !ofPieces.includes(reason)
}

/** The acts that have nothing but a reason, in the imperative of the API and the command line. */
export const simpleActs = {
  revoke: 'revoked',
  suspend: 'suspended',
  resume: 'resumed',
  report: 'reported',
  'withdraw-report': 'report-withdrawn',
  erase: 'subject-erased',
} as const satisfies Record<string, ActType>
export type SimpleAct = keyof typeof simpleActs
