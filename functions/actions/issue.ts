/** Issuing: a maker certifies one piece, once. */
import { sha256 } from '@noble/hashes/sha2.js'
import { encodeBase64url, encodeHex, utf8 } from '#core/bytes.ts'
import { dayInIndonesia } from '#core/calendar.ts'
import { canonicalize, type JsonObject } from '#core/canonical-json.ts'
import { CODE_RANDOM_BYTES, type Code, formatCode, makeCode } from '#core/certificate/code.ts'
import { buildCredential, certificateUrl, parseCredential } from '#core/certificate/credential.ts'
import { cidOf, formatIssued } from '#core/certificate/leaves.ts'
import type { PieceRequest } from '#core/certificate/piece-request.ts'
import { addProof } from '#core/certificate/proof.ts'
import { fail, type Result, succeed } from '#core/result.ts'
import { describeErrors, type Problem, problem } from '../problem.ts'
import { type Caller, refuseAct } from './caller.ts'
import type { PublishedProduct } from './catalogue.ts'
import { completePiece, findProduct, findUnknownWords } from './complete-piece.ts'
import { proveEntry } from './log.ts'
import type { Services } from './services.ts'
import type { NewCertificate, Preview } from './store.ts'

/** What issuing answers, now and at each retry. `qr` is the address of the tag's QR. */
export interface Issued {
  code: string
  url: string
  credential: JsonObject
  qr: string
  /** C2SP tlog-proof: shows offline that the log has it. */
  proof: string
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
    if (outcome.kind === 'added') return succeed(await writeIssued(certificate, outcome.index, services))
    if (outcome.kind !== 'code-taken') return answerConflict(outcome, certificate.requestHash, services)
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
  services: Services,
): Promise<Result<Checked, Problem>> {
  const { catalogue, store, now } = services
  const refused = refuseAct(caller, 'issue')
  if (refused || caller.role !== 'maker') return fail(refused ?? problem('role-not-allowed', 'Only makers issue.'))
  const { maker } = caller
  const design = { ...request.design, product: request.product }
  const preview = await store.previewCertificate({ maker, design, idempotencyKey })
  if (preview.kind === 'key-used') return mapIssued(await answerConflict(preview, hashRequest(request), services))

  const day = dayInIndonesia(now().getTime())
  const product = await findProduct(catalogue, { slug: request.product, maker, day })
  if (!product.ok) return product
  const errors = await findUnknownWords(catalogue, request)
  if (errors.length > 0) return fail(problem('invalid-request', describeErrors(errors.length), { errors }))
  if (preview.kind !== 'free') return mapIssued(await answerConflict(preview, hashRequest(request), services))
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
    cid: cidOf(readable.value),
    leaf: formatIssued(readable.value),
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

async function writeIssued(
  { code, credential }: Pick<NewCertificate, 'code' | 'credential'>,
  index: number,
  services: Services,
): Promise<Issued> {
  const { origin } = services
  return {
    code: formatCode(code),
    url: certificateUrl(origin, code),
    credential: JSON.parse(credential) as JsonObject,
    qr: `${origin}/api/certificates/${code}/qr.svg`,
    proof: await proveEntry(index, services),
  }
}

/** A retry gets the first answer; every other conflict is a problem that names what stands in the way. */
async function answerConflict(
  conflict: Conflict,
  requestHash: string,
  services: Services,
): Promise<Result<Issued, Problem>> {
  switch (conflict.kind) {
    case 'key-used':
      return answerRetry(conflict.earlier, requestHash, services)
    case 'design-taken':
      return fail(designTaken(conflict.live, services.origin))
    case 'design-differs':
      return fail(
        problem(
          'design-differs',
          `The design is registered as “${conflict.registered.name}” of the product ${conflict.registered.product}.`,
          { errors: [{ pointer: '/design', detail: 'differs from the registered design of this id' }] },
        ),
      )
  }
}

type Conflict = Exclude<Preview, { kind: 'free' }>

async function answerRetry(
  earlier: Extract<Conflict, { kind: 'key-used' }>['earlier'],
  requestHash: string,
  services: Services,
): Promise<Result<Issued, Problem>> {
  if (earlier.requestHash !== requestHash) {
    return fail(problem('idempotency-key-reused', 'The key certified another piece before: use a new key.'))
  }
  const record = await services.store.findCertificate(earlier.code)
  const index = record?.events[0]?.index
  if (index === undefined) throw new Error('bad store: what was issued has no entry')
  return succeed(await writeIssued(earlier, index, services))
}

function designTaken(live: Code, origin: string): Problem {
  return problem('design-already-certified', `Certificate ${formatCode(live)} for this exclusive design is live.`, {
    extra: { certificate: certificateUrl(origin, live), code: formatCode(live) },
  })
}
