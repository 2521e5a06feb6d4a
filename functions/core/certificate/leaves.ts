/** The leaves that a certificate's acts put into the log: what an issue says follows from the signed document alone. */
import { decodeBase64url, decodeUtf8 } from '../bytes.ts'
import { deriveCid, formatLeaf, type Leaf } from '../log/leaf.ts'
import type { Credential } from './credential.ts'
import { digestBody } from './proof.ts'
import type { RevocationReason } from './reasons.ts'

/** The certificate's public id, under which the log speaks of it. */
export function cidOf({ piece }: Credential): string {
  const nonce = decodeBase64url(piece.nonce)
  if (!nonce) throw new Error('bad piece: its nonce is not base64url')
  return deriveCid(piece.code, nonce)
}

export function formatIssued(credential: Credential): string {
  const { piece, document, validFrom: ts } = credential
  const { design, edition, maker } = piece
  const leaf = formatLeaf({
    t: 'issued',
    cid: cidOf(credential),
    kind: 'piece',
    design: `${maker}/${design.id}`,
    excl: design.exclusivity,
    edition: [edition.number, edition.size],
    maker,
    body: digestBody(document),
    ts,
  })
  return decodeUtf8(leaf)
}

/** The withdrawal of what `issue` put into the log; `prev` is the index of the certificate's last event. */
export function formatRevoked(
  { cid, kind, maker, body }: Leaf,
  act: { prev: number; reason: RevocationReason; ts: string },
): string {
  return decodeUtf8(formatLeaf({ t: 'revoked', cid, kind, maker, body, ...act }))
}
