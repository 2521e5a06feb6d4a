/** The leaves that a certificate's acts put into the log: what an issue says follows from the signed document alone. */
import { decodeBase64url, decodeUtf8 } from '../bytes.ts'
import { deriveCid, formatLeaf, type Leaf } from '../log/leaf.ts'
import type { Credential, Subject } from './credential.ts'
import type { ActType, Reason } from './reasons.ts'

/** The certificate's public id, under which the log speaks of it. */
export function cidOf({ subject }: Subject): string {
  const nonce = decodeBase64url(subject.nonce)
  if (!nonce) throw new Error('bad certificate: its nonce is not base64url')
  return deriveCid(subject.code, nonce)
}

export function formatIssued(credential: Subject & Pick<Credential, 'body' | 'validFrom'>): string {
  const { body, validFrom: ts } = credential
  const { maker } = credential.subject
  return decodeUtf8(
    formatLeaf({ t: 'issued', cid: cidOf(credential), ...describeSubject(credential), maker, body, ts }),
  )
}

/** What exclusivity is about: a place in a design's edition, or the product that was examined. */
function describeSubject(credential: Subject): Pick<Leaf, 'kind' | 'design' | 'excl' | 'edition' | 'product'> {
  if (credential.kind === 'curation') return { kind: 'curation', product: credential.subject.product }
  const { maker, design, edition } = credential.subject
  return {
    kind: 'piece',
    design: `${maker}/${design.id}`,
    excl: design.exclusivity,
    edition: [edition.number, edition.size],
  }
}

/** An act on what `issue` put into the log; `prev` is the index of the certificate's last event. */
export function formatAct(
  { cid, kind, maker, body }: Leaf,
  { type: t, prev, reason, ts }: { type: ActType; prev: number; reason?: Reason | undefined; ts: string },
): string {
  return decodeUtf8(formatLeaf({ t, cid, kind, maker, body, prev, ...(reason ? { reason } : {}), ts }))
}
