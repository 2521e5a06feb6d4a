/** Issuing: a maker certifies one piece, once. */
import { sha256 } from '@noble/hashes/sha2.js'
import { encodeBase64url, encodeHex, utf8 } from '#core/bytes.ts'
import { dayInIndonesia } from '#core/calendar.ts'
import { canonicalize, type JsonObject } from '#core/canonical-json.ts'
import { CODE_RANDOM_BYTES, type Code, formatCode, makeCode } from '#core/certificate/code.ts'
import { buildCredential, certificateUrl, parseCredential } from '#core/certificate/credential.ts'
import type { PieceRequest } from '#core/certificate/piece-request.ts'
import { addProof, digestBody } from '#core/certificate/proof.ts'
import { fail, type Result, succeed } from '#core/result.ts'
import { describeErrors, type Problem, problem } from '../problem.ts'
import { type Caller, refuseAct } from './caller.ts'
import type { PublishedProduct } from './catalogue.ts'
import { completePiece, findProduct, findUnknownWords } from './complete-piece.ts'
import type { Services } from './services.ts'
import type { AddOutcome, NewCertificate } from './store.ts'

/** What issuing answers, now and at each retry. `qr` is the address of the tag's QR. */
export interface Issued {
  code: string
  url: string
  credential: JsonObject
  qr: string
}

/** A code is drawn again where another certificate has it: at 2⁵⁰ codes even one such draw is not expected. */
const CODE_DRAWS = 4

export async function issueCertificate(
  request: PieceRequest,
  idempotencyKey: string,
  caller: Caller,
  services: Services,
): Promise<Result<Issued, Problem>> {
  const checked = await checkRequest(request, idempotencyKey, caller, services)
  if (!checked.ok) return checked
  if ('issued' in checked.value) return succeed(checked.value.issued)
  for (let draw = 0; draw < CODE_DRAWS; draw++) {
    const certificate = await signPiece(request, checked.value.product, idempotencyKey, services)
    const outcome = await services.store.addCertificate(certificate)
    if (outcome.kind === 'added') return succeed(writeIssued(certificate, services.origin))
    if (outcome.kind !== 'code-taken') return answerConflict(outcome, certificate.requestHash, services.origin)
  }
  throw new Error(`bad randomness: ${CODE_DRAWS} codes in a row were taken`)
}

/** All that issuing checks, with nothing signed or stored. */
export async function dryRunIssue(
  request: PieceRequest,
  idempotencyKey: string,
  caller: Caller,
  services: Services,
): Promise<Result<{ dryRun: true; product: string; design: string }, Problem>> {
  const checked = await checkRequest(request, idempotencyKey, caller, services)
  if (!checked.ok) return checked
  return succeed({ dryRun: true, product: request.product, design: request.design.id })
}

type Checked = { product: PublishedProduct } | { issued: Issued }

/** A retry is answered before the catalogue is asked: what it says today changes nothing of what was issued. */
async function checkRequest(
  request: PieceRequest,
  idempotencyKey: string,
  caller: Caller,
  { catalogue, store, origin, now }: Services,
): Promise<Result<Checked, Problem>> {
  const refused = refuseAct(caller, 'issue')
  if (refused || caller.role !== 'maker') return fail(refused ?? problem('role-not-allowed', 'Only makers issue.'))
  const { maker } = caller
  const design = { ...request.design, product: request.product }
  const preview = await store.previewCertificate({ maker, design, idempotencyKey })
  if (preview.kind === 'key-used') return mapIssued(answerConflict(preview, hashRequest(request), origin))

  const day = dayInIndonesia(now().getTime())
  const product = await findProduct(catalogue, { slug: request.product, maker, day })
  if (!product.ok) return product
  const errors = await findUnknownWords(catalogue, request)
  if (errors.length > 0) return fail(problem('invalid-request', describeErrors(errors.length), { errors }))
  if (preview.kind !== 'added') return mapIssued(answerConflict(preview, hashRequest(request), origin))
  return succeed({ product: product.value })
}

function mapIssued(result: Result<Issued, Problem>): Result<Checked, Problem> {
  return result.ok ? succeed({ issued: result.value }) : result
}

async function signPiece(
  request: PieceRequest,
  product: PublishedProduct,
  idempotencyKey: string,
  { origin, signer, now, random }: Services,
): Promise<NewCertificate> {
  const code = makeCode(random(CODE_RANDOM_BYTES))
  const issuedAt = `${now().toISOString().slice(0, 19)}Z`
  const piece = completePiece(request, product, { code, nonce: encodeBase64url(random(16)) })
  const unsigned = buildCredential(origin, piece, issuedAt)
  const credential = await addProof(unsigned, signer, {
    id: `urn:uuid:${formatUuid(random(16))}`,
    created: issuedAt,
    verificationMethod: `${unsigned.issuer}#${signer.kid}`,
  })
  const stored = canonicalize(credential)
  // What could not be read back would be signed, live, and never valid.
  const readable = parseCredential(stored)
  if (!readable.ok) throw new Error(`bad piece: ${readable.error} does not fit a certificate`)
  const { id, name, exclusivity } = request.design
  return {
    code,
    maker: product.maker,
    design: { id, name, exclusivity, product: product.slug },
    credential: stored,
    body: digestBody(credential),
    issuedAt,
    actor: { role: 'maker', maker: product.maker },
    idempotencyKey,
    requestHash: hashRequest(request),
  }
}

function hashRequest(request: PieceRequest): string {
  return encodeBase64url(sha256(utf8(canonicalize(JSON.parse(JSON.stringify(request)) as JsonObject))))
}

/** RFC 9562, version 4. */
function formatUuid(random: Uint8Array): string {
  const bytes = Uint8Array.from(random)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return encodeHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function writeIssued({ code, credential }: Pick<NewCertificate, 'code' | 'credential'>, origin: string): Issued {
  return {
    code: formatCode(code),
    url: certificateUrl(origin, code),
    credential: JSON.parse(credential) as JsonObject,
    qr: `${origin}/api/certificates/${code}/qr.svg`,
  }
}

/** A retry gets the first answer; every other conflict is a problem that names what stands in the way. */
function answerConflict(outcome: AddOutcome, requestHash: string, origin: string): Result<Issued, Problem> {
  switch (outcome.kind) {
    case 'key-used':
      return outcome.earlier.requestHash === requestHash
        ? succeed(writeIssued(outcome.earlier, origin))
        : fail(problem('idempotency-key-reused', 'The key certified another piece before: use a new key.'))
    case 'design-taken':
      return fail(designTaken(outcome.live, origin))
    case 'design-differs':
      return fail(
        problem(
          'design-differs',
          `The design is registered as “${outcome.registered.name}” of the product ${outcome.registered.product}.`,
          { errors: [{ pointer: '/design', detail: 'differs from the registered design of this id' }] },
        ),
      )
    default:
      throw new Error(`bad outcome: ${outcome.kind} is no conflict`)
  }
}

function designTaken(live: Code, origin: string): Problem {
  return problem('design-already-certified', `Certificate ${formatCode(live)} for this exclusive design is live.`, {
    extra: { certificate: certificateUrl(origin, live), code: formatCode(live) },
  })
}
