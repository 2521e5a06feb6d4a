/** Reading a status list that somebody served: nothing of it is believed before both proofs hold. */
import type { JsonObject, JsonValue } from '../canonical-json.ts'
import { isInUse } from '../log/key-history.ts'
import { fail, type Result, succeed } from '../result.ts'
import { CREDENTIALS_CONTEXT } from './context.ts'
import { registryDid } from './credential.ts'
import { checkProof } from './proof.ts'
import { proofShapes } from './proof-shape.ts'
import { exactly, instant, integer, iri, record, ShapeError, text, textOneOf } from './shape.ts'
import { decodeList, type StatusPurpose, statusListUrl } from './status-list.ts'
import type { TrustedKey } from './verify.ts'

export type ListFault = 'malformed' | 'belongs-elsewhere' | 'not-of-now' | 'unknown-key' | 'signature-differs'

export interface ListPlace {
  origin: string
  purpose: StatusPurpose
  list: number
}

/** The indexes whose bits are set in the list of this place, at the instant `now` (RFC 3339, UTC); or why none counts. */
export async function openStatusList(
  document: JsonValue,
  place: ListPlace,
  verifiers: TrustedKey[],
  now: string,
): Promise<Result<number[], ListFault>> {
  const read = readShape(document)
  if (!read) return fail('malformed')
  const { credentialSubject: subject, issuer, id, validFrom, validUntil, proof: proofs } = read
  const url = statusListUrl(place.origin, place.purpose, place.list)
  const isBound = id === url && subject.id === `${url}#list` && subject.statusPurpose === place.purpose
  if (!isBound || issuer !== registryDid(place.origin)) return fail('belongs-elsewhere')
  if (now < validFrom || now > validUntil) return fail('not-of-now')
  const verifier = verifiers.find(({ kid }) => proofs.every((proof) => proof.verificationMethod === `${issuer}#${kid}`))
  // A list is of this moment: a key that has ended signs none.
  if (!verifier || !isInUse(verifier)) return fail('unknown-key')
  const { proof: set, ...unsigned } = document as JsonObject & { proof: JsonObject[] }
  const checked = set.map((proof) => checkProof({ ...unsigned, '@context': CONTEXT }, proof, verifier))
  if (!(await Promise.all(checked)).every(Boolean)) return fail('signature-differs')
  const bits = await decodeList(subject.encodedList)
  return bits ? succeed(bits) : fail('malformed')
}

const CONTEXT = [CREDENTIALS_CONTEXT]

const listShape = record({
  '@context': exactly(CONTEXT),
  id: iri,
  type: exactly(['VerifiableCredential', 'BitstringStatusListCredential']),
  issuer: iri,
  validFrom: instant,
  validUntil: instant,
  credentialSubject: record({
    id: iri,
    type: textOneOf(['BitstringStatusList']),
    statusPurpose: text({ max: 20 }),
    ttl: integer(0, 86_400_000),
    encodedList: text({ max: 100_000 }),
  }),
  proof: proofShapes(exactly(CONTEXT)).set,
})

function readShape(document: JsonValue) {
  try {
    return listShape(document, 'list')
  } catch (error) {
    if (error instanceof ShapeError) return null
    throw error
  }
}
