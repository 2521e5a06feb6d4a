/** Issuing: one certificate, once. */
import type { JsonObject } from '#core/canonical-json.ts'
import { type Code, formatCode } from '#core/certificate/code.ts'
import { certificateUrl } from '#core/certificate/credential.ts'
import type { CertificateRequest } from '#core/certificate/request.ts'
import { makeSlot, SLOT_RANDOM_BYTES } from '#core/certificate/status-list.ts'
import { fail, type Result, succeed } from '#core/result.ts'
import type { Problem } from '../problem.ts'
import type { Caller } from './caller.ts'
import { proveEntry } from './log.ts'
import type { Order } from './order.ts'
import { checkOrders, checkRetry, describeConflict } from './orders.ts'
import type { Services } from './services.ts'
import { chooseKeys, type Ready, signOrder } from './sign.ts'
import type { AddOutcome, NewCertificate, NewEvent } from './store.ts'

/** What issuing answers, now and at each retry. `qr` is the address of the tag's QR. */
export interface Issued {
  code: string
  url: string
  credential: JsonObject
  qr: string
  /** C2SP tlog-proof: shows offline that the log has it. */
  proof: string
}

/** Tries in which another number, code or slot is drawn. */
const MOST_TRIES = 32

export async function issueCertificate(
  request: CertificateRequest,
  idempotencyKey: string,
  caller: Caller,
  services: Services,
): Promise<Result<Issued, Problem>> {
  return issueOrder({ request, idempotencyKey }, caller, services)
}

/** `writeEnd` gives the act that ends the certificate which the order replaces, or the problem that forbids it. */
export async function issueOrder(
  order: Order,
  caller: Caller,
  services: Services,
  writeEnd?: () => Promise<Result<NewEvent, Problem>>,
): Promise<Result<Issued, Problem>> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const [checked] = await checkOrders([{ ...order, skip: drawSkip(tries, services) }], caller, services)
    if (!checked) throw new Error('bad orders: one was asked')
    if (checked.kind === 'issued') return succeed(await writeRetried(checked, services))
    const end = await writeEnd?.()
    if (end && !end.ok) return end
    if (checked.kind === 'refused') return fail(checked.problem)
    const keysAt = await chooseKeys(services, tries > 0)
    if (!keysAt.ok) return keysAt
    // A slot that is taken is found by the insert, as a code is: another try draws another.
    const certificate = await signOrder(checked, makeSlot(checked.list, services.random(SLOT_RANDOM_BYTES)), services)
    const outcome = await services.store.addCertificates([certificate], keysAt.value, end?.value)
    const answer = await answerOutcome(outcome, certificate, checked, services)
    if (answer) return answer
  }
  throw new Error(`bad store: ${MOST_TRIES} tries in a row met another certificate`)
}

/** Where many ask for the next number of a design at once, each try spreads them over twice as many. */
function drawSkip(tries: number, { random }: Services): number {
  if (tries === 0) return 0
  const [high = 0, low = 0] = random(2)
  return ((high << 8) | low) % 2 ** Math.min(tries, 16)
}

/** Null where another try may pass: a number that was only proposed is gone, or a code was taken. */
async function answerOutcome(
  outcome: AddOutcome,
  certificate: NewCertificate,
  { order, place }: Ready,
  services: Services,
): Promise<Result<Issued, Problem> | null> {
  if (outcome.kind === 'moved') return null
  if (outcome.kind === 'added') return succeed(await writeIssued(certificate, outcome.indexes[0] ?? -1, services))
  const { conflict } = outcome
  if (conflict.kind === 'key-used') {
    const retried = checkRetry(order, conflict.earlier)
    return retried.kind === 'issued' ? succeed(await writeRetried(retried, services)) : fail(retried.problem)
  }
  const { request } = order
  const isProposed = request.kind === 'piece' && request.design.exclusivity === 'limited' && !request.edition
  if (conflict.kind === 'place-taken' && isProposed) return null
  return fail(describeConflict(conflict, { request, maker: place.maker }, services.origin))
}

/** All that issuing checks, with nothing signed or stored. */
export async function dryRunIssue(
  request: CertificateRequest,
  idempotencyKey: string,
  caller: Caller,
  services: Services,
): Promise<Result<{ dryRun: true; product: string }, Problem>> {
  const [checked] = await checkOrders([{ request, idempotencyKey }], caller, services)
  return checked?.kind === 'refused' ? fail(checked.problem) : succeed({ dryRun: true, product: request.product })
}

async function writeRetried(
  { code, credential }: { code: Code; credential: string },
  services: Services,
): Promise<Issued> {
  const record = await services.store.findCertificate(code)
  const index = record?.events[0]?.index
  if (index === undefined) throw new Error('bad store: what was issued has no entry')
  return writeIssued({ code, credential }, index, services)
}

async function writeIssued(
  { code, credential }: Pick<NewCertificate, 'code' | 'credential'>,
  index: number,
  services: Services,
): Promise<Issued> {
  return {
    ...writeAddresses(code, services.origin),
    credential: JSON.parse(credential) as JsonObject,
    proof: await proveEntry(index, services),
  }
}

/** Where a certificate is found, in the words of every answer to issuing. */
export function writeAddresses(code: Code, origin: string): Pick<Issued, 'code' | 'url' | 'qr'> {
  return {
    code: formatCode(code),
    url: certificateUrl(origin, code),
    qr: `${origin}/api/certificates/${code}/qr.svg`,
  }
}
