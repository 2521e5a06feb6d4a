/** Signing what was checked: the credential as it will be stored, with its code and its entry for the log. */
import { encodeBase64url, encodeHex } from '#core/bytes.ts'
import { formatInstant } from '#core/calendar.ts'
import { canonicalize } from '#core/canonical-json.ts'
import { CODE_RANDOM_BYTES, type Code, makeCode } from '#core/certificate/code.ts'
import { buildCredential, type Draft, parseSubject } from '#core/certificate/credential.ts'
import { cidOf, formatIssued } from '#core/certificate/leaves.ts'
import { addProof, digestBody } from '#core/certificate/proof.ts'
import { completeCuration } from './complete-curation.ts'
import { completePiece, designOf } from './complete-piece.ts'
import { type Checked, hashOrder } from './orders.ts'
import type { Services } from './services.ts'
import type { NewCertificate } from './store.ts'

export type Ready = Extract<Checked, { kind: 'ready' }>
type Desk = Pick<Services, 'origin' | 'signer' | 'now' | 'random'>

export async function signOrder(ready: Ready, { origin, signer, now, random }: Desk): Promise<NewCertificate> {
  const { order, place, registered } = ready
  const { request } = order
  const issuedAt = formatInstant(now().getTime())
  const drawn = { code: makeCode(random(CODE_RANDOM_BYTES)), nonce: encodeBase64url(random(16)) }
  const unsigned = buildCredential(origin, draft(ready, drawn), issuedAt)
  // What could not be read back would be signed, live, and never valid.
  const readable = parseSubject(request.kind, unsigned.credentialSubject)
  if (!readable.ok) throw new Error(`bad certificate: ${readable.error} does not fit`)
  const body = digestBody(unsigned)
  const options = {
    id: `urn:uuid:${formatUuid(random(16))}`,
    created: issuedAt,
    verificationMethod: `${unsigned.issuer}#${signer.kid}`,
  }
  const credential = await addProof(unsigned, signer, options, body)
  return {
    code: drawn.code,
    place,
    design: request.kind === 'piece' && !registered ? designOf(request) : null,
    credential: canonicalize(credential),
    cid: cidOf(readable.value),
    leaf: formatIssued({ ...readable.value, body, validFrom: issuedAt }),
    issuedAt,
    actor: request.kind === 'piece' ? { role: 'maker', maker: place.maker } : { role: 'curator' },
    idempotencyKey: order.idempotencyKey,
    requestHash: hashOrder(order),
  }
}

function draft({ order, product, place }: Ready, drawn: { code: Code; nonce: string }): Draft {
  const { request } = order
  return request.kind === 'piece'
    ? { kind: 'piece', subject: completePiece(request, product, { ...drawn, number: place.number }) }
    : { kind: 'curation', subject: completeCuration(product, drawn) }
}

/** RFC 9562, version 4. */
function formatUuid(random: Uint8Array): string {
  const bytes = Uint8Array.from(random)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return encodeHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
