/** Signing what was checked: the credential as it will be stored, with its code and its entry for the log. */
import { encodeBase64url } from '#core/bytes.ts'
import { formatInstant } from '#core/calendar.ts'
import { canonicalize } from '#core/canonical-json.ts'
import { CODE_RANDOM_BYTES, type Code, makeCode } from '#core/certificate/code.ts'
import { buildCredential, type Draft, parseSubject } from '#core/certificate/credential.ts'
import { cidOf, formatIssued } from '#core/certificate/leaves.ts'
import { addProofs, digestBody } from '#core/certificate/proof.ts'
import { isInUse } from '#core/log/key-history.ts'
import { fail, type Result, succeed } from '#core/result.ts'
import { type Problem, problem } from '../problem.ts'
import { completeCuration } from './complete-curation.ts'
import { completePiece, designOf } from './complete-piece.ts'
import { hashOrder } from './order.ts'
import type { Checked } from './orders.ts'
import type { Services } from './services.ts'
import type { NewCertificate } from './store.ts'
import { drawUuid } from './uuid.ts'

export type Ready = Extract<Checked, { kind: 'ready' }>
type Desk = Pick<Services, 'origin' | 'signer' | 'now' | 'random'>

/**
 * Index of the last entry about a key under which this deployment may sign, or the problem that its key signs no more.
 * `anew` asks the store, where the keys at hand may have grown old.
 */
export async function chooseKeys({ keyring, signer }: Services, anew: boolean): Promise<Result<number, Problem>> {
  const { at, known } = anew ? await keyring.refresh() : await keyring.current()
  const own = known.find(({ kid }) => kid === signer.kid)
  return own && isInUse(own)
    ? succeed(at)
    : fail(problem('signing-key-ended', 'The key of this deployment was retired or marked as compromised.'))
}

/** `slot` is the certificate's in the status lists. */
export async function signOrder(
  ready: Ready,
  slot: number,
  { origin, signer, now, random }: Desk,
): Promise<NewCertificate> {
  const { order, place, registered } = ready
  const { request } = order
  const issuedAt = formatInstant(now().getTime())
  const drawn = { code: makeCode(random(CODE_RANDOM_BYTES)), nonce: encodeBase64url(random(16)) }
  const unsigned = buildCredential(origin, draft(ready, drawn), issuedAt, slot)
  // What could not be read back would be signed, live, and never valid.
  const readable = parseSubject(request.kind, unsigned.credentialSubject)
  if (!readable.ok) throw new Error(`bad certificate: ${readable.error} does not fit`)
  const body = digestBody(unsigned)
  const options = {
    ids: [drawUuid(random), drawUuid(random)] as [string, string],
    created: issuedAt,
    verificationMethod: `${unsigned.issuer}#${signer.kid}`,
  }
  const credential = await addProofs(unsigned, signer, options, body)
  return {
    code: drawn.code,
    place,
    design: request.kind === 'piece' && !registered ? designOf(request) : null,
    credential: canonicalize(credential),
    cid: cidOf(readable.value),
    leaf: formatIssued({ ...readable.value, body, validFrom: issuedAt }),
    issuedAt,
    actor: request.kind === 'piece' ? { role: 'maker', maker: place.maker } : { role: 'curator' },
    slot,
    sealed: request.kind === 'piece' ? (request.madeFor.sealed ?? null) : null,
    customerRef: request.kind === 'piece' ? (request.customerRef ?? null) : null,
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
