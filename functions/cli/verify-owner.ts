/** For whom a piece was made, by the customer's own link: opened on this machine, against the credential that was verified. */
import { dayInIndonesia } from '#core/calendar.ts'
import type { Code } from '#core/certificate/code.ts'
import type { Credential } from '#core/certificate/credential.ts'
import { asObject } from '#core/certificate/evidence-check.ts'
import { type OpenFault, openMadeFor } from '#core/certificate/made-for.ts'
import { isInstant } from '#core/certificate/shape.ts'
import { Registry, readJson } from './ask-registry.ts'
import { plain } from './command.ts'

/** What `--json` gives as `madeFor`. */
export type Opening =
  | { status: 'opened'; name: string }
  | { status: 'erased'; at: string }
  /** The verdict shows no claims, or nobody can tell what was signed. */
  | { status: 'not-opened' }
  | { status: 'nothing-sealed' | 'unreachable' | OpenFault }

/** `credential` is the one that the verdict lets be shown, or null. */
export async function openOwner(
  origin: string,
  ownerSecret: Uint8Array,
  credential: Credential | null,
): Promise<Opening> {
  if (!credential) return { status: 'not-opened' }
  if (credential.kind !== 'piece') return { status: 'nothing-sealed' }
  const { code, madeFor } = credential.subject
  const { commitment } = madeFor
  return commitment === undefined ? { status: 'nothing-sealed' } : readName(origin, code, commitment, ownerSecret)
}

async function readName(origin: string, code: Code, commitment: string, ownerSecret: Uint8Array): Promise<Opening> {
  const part = await new Registry(origin).readSealed(code)
  if (part.kind === 'missing') return { status: 'nothing-sealed' }
  const answer = part.kind === 'here' ? asObject(readJson(part.text)) : null
  if (!answer) return { status: 'unreachable' }
  const { sealed, erasedAt } = answer
  if (typeof erasedAt === 'string' && isInstant(erasedAt)) return { status: 'erased', at: erasedAt }
  if (typeof sealed !== 'string') return { status: 'unreachable' }
  // The answer's own commitment is the registry's word: what counts is the one that was signed.
  const name = await openMadeFor(sealed, commitment, ownerSecret)
  return name.ok ? { status: 'opened', name: name.value } : { status: name.error }
}

export function describeOpening(opening: Opening): string {
  switch (opening.status) {
    case 'opened':
      return `Made for ${plain(opening.name)}: the owner’s link opens the name, and it is the one that was signed.`
    case 'erased':
      return `For whom it was made was erased on ${dayInIndonesia(Date.parse(opening.at))}: no link shows the name any more.`
    case 'not-opened':
      return 'The owner’s link was not opened: it shows a name only where the certificate itself may be shown.'
    case 'nothing-sealed':
      return 'No name was sealed with this certificate, so the owner’s link is not of it: ask whoever gave it to you.'
    case 'wrong-secret':
      return 'The owner’s link does not open the name of this certificate: it is of another one, or mistyped. Copy it again.'
    case 'commitment-differs':
      return 'The owner’s link opens a name that is not the one that was signed: do not rely on it, and tell the maker.'
    case 'malformed':
      return 'What the registry keeps as the sealed name cannot be one: do not rely on it, and tell the maker.'
    case 'unreachable':
      return 'The name could not be opened right now, which says nothing against it: try again.'
  }
}

/** Whether the link says what it should: a name that was erased on request is no fault of the certificate. */
export function isFine({ status }: Opening): boolean {
  return status === 'opened' || status === 'erased'
}
