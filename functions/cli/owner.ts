/** What is handed to the customer: the link that shows for whom the piece was made, and the card that has it as a QR. */
import { parseCode } from '#core/certificate/code.ts'
import { formatCardsUrl, formatOwnerUrl, type Owned } from '#core/certificate/owner-link.ts'
import { type Slip, secretOf } from './slips.ts'

interface Ownership extends Owned {
  origin: string
}

/** Null where nobody was named, or nothing was certified yet. */
export function ownershipOf(slip: Slip): Ownership | null {
  const code = parseCode(slip.code?.replaceAll('-', '') ?? '')
  const secret = secretOf(slip)
  return code && secret && slip.url ? { origin: new URL(slip.url).origin, code, secret } : null
}

/** The link of a slip; empty where it has none. */
export function writeOwnerUrl(slip: Slip): string {
  const owned = ownershipOf(slip)
  return owned ? formatOwnerUrl(owned.origin, owned) : ''
}

/** After one certificate: lines for the maker, and the same for a program. */
export function describeOwner(slip: Slip): { lines: string[]; json: { owner?: string; card?: string } } {
  const owned = ownershipOf(slip)
  if (!owned) return { lines: [], json: {} }
  const owner = formatOwnerUrl(owned.origin, owned)
  const card = formatCardsUrl(owned.origin, [owned])
  const lines = [
    `  owner ${owner}`,
    `  card  ${card}`,
    '  The owner’s link, and the card that has it as a QR inside, are for the customer alone: whoever has it can read the name.',
  ]
  return { lines, json: { owner, card } }
}
