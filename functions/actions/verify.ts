/** Verifying what somebody typed or scanned: one report, from which both the page and the JSON are written. */
import { formatInstant } from '#core/calendar.ts'
import type { JsonObject } from '#core/canonical-json.ts'
import { type Code, formatCode, readCode } from '#core/certificate/code.ts'
import { certificateUrl } from '#core/certificate/credential.ts'
import { listStatusLists } from '#core/certificate/status-list.ts'
import {
  type Certified,
  type Lookup,
  type Report,
  type Trust,
  type Verdict,
  verifyCertificate,
} from '#core/certificate/verify.ts'
import type { Published, PublishedMaker, PublishedProduct } from './catalogue.ts'
import { UnconfirmedKeys } from './keyring.ts'
import type { Services } from './services.ts'
import type { Store } from './store.ts'

export interface Verification {
  /** As it was typed, at most 64 characters. */
  typed: string
  code: Code | null
  report: Report
  /** An existing certificate one symbol away from what was typed. */
  suggestion: Code | null
  /** What replaces a superseded certificate. */
  successor?: { code: Code; certificate: Certified }
  /** What the catalogue says today of the maker and the product; absent where it cannot be read or knows neither. */
  maker?: PublishedMaker
  product?: PublishedProduct
  vocab: Published['vocab']
}

/** HTTP status of each verdict: asking about a withdrawn certificate was fine. */
export const verdictStatus: Record<Verdict, number> = {
  valid: 200,
  superseded: 200,
  expired: 200,
  suspended: 200,
  reported: 200,
  revoked: 200,
  altered: 200,
  'unknown-code': 404,
  unavailable: 503,
}

/** How long the store may take before the answer is "cannot be checked right now", in milliseconds. */
const STORE_DEADLINE = 800

type Desk = Pick<Services, 'store' | 'catalogue' | 'keyring' | 'now'>

export async function verifyTyped(typed: string, { store, catalogue, keyring, now }: Desk): Promise<Verification> {
  const reading = readCode(typed)
  const code = reading.kind === 'code' ? reading.code : null
  const { found, suggestion, trust } = await lookUp(reading, { store, keyring })
  const checkedAt = formatInstant(now().getTime())
  const report = await verifyCertificate(code, found, trust, checkedAt)
  if (report.verdict === 'altered') alertOperator(code, report)
  const successor = await findSuccessor(report, { store, trust })
  const context = await readContext(report, catalogue)
  return { typed: typed.slice(0, 64), code, report, suggestion, ...(successor ? { successor } : {}), ...context }
}

/** The entry after a supersession is its replacement's issue: both were written in one transaction. */
async function findSuccessor({ verdict, act, checkedAt }: Report, { store, trust }: { store: Store; trust: Trust }) {
  if (verdict !== 'superseded' || !act) return null
  try {
    const code = await withDeadline(store.findIssuedAt(act.index + 1))
    const record = code && (await withDeadline(store.findCertificate(code)))
    if (!record) return null
    const { certificate } = await verifyCertificate(code, { kind: 'found', record }, trust, checkedAt)
    return certificate?.subject.maker === act.maker ? { code, certificate } : null
  } catch (error) {
    reportStore(error)
    return null
  }
}

function reportStore(error: unknown): void {
  const said = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
  const alert = error instanceof UnconfirmedKeys ? 'keys-unconfirmed' : 'store-unavailable'
  console.error(JSON.stringify({ alert, error: said.slice(0, 300) }))
}

/** A wrong code is never looked up itself; its one correction costs one read, what cannot be mended costs none. */
async function lookUp(
  reading: ReturnType<typeof readCode>,
  { store, keyring }: Pick<Desk, 'store' | 'keyring'>,
): Promise<{ found: Lookup; suggestion: Code | null; trust: Trust }> {
  const missing = (reason: 'no-such-record' | 'not-a-code'): Lookup => ({ kind: 'missing', reason })
  const trust: Trust = { origin: '', verifiers: [] }
  if (reading.kind === 'not-a-code') return { found: missing('not-a-code'), suggestion: null, trust }
  try {
    if (reading.kind === 'typo') {
      const exists = await withDeadline(store.hasCertificate(reading.suggestion))
      return { found: missing('not-a-code'), suggestion: exists ? reading.suggestion : null, trust }
    }
    const record = await withDeadline(store.findCertificate(reading.code))
    if (!record) return { found: missing('no-such-record'), suggestion: null, trust }
    const { keys } = await withDeadline(keyring.open(record.keysAt))
    return { found: { kind: 'found', record }, suggestion: null, trust: keys }
  } catch (error) {
    reportStore(error)
    return { found: { kind: 'unavailable' }, suggestion: null, trust }
  }
}

function withDeadline<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${STORE_DEADLINE} ms`)), STORE_DEADLINE)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

function alertOperator(code: Code | null, { checks }: Report): void {
  console.error(
    JSON.stringify({ alert: 'record-altered', code, checks: checks.filter(({ status }) => status !== 'valid') }),
  )
}

/** The catalogue adds words and links; without it the signed record still stands. */
async function readContext(
  { certificate, act }: Report,
  catalogue: Services['catalogue'],
): Promise<Pick<Verification, 'maker' | 'product' | 'vocab'>> {
  const about = certificate?.subject ?? act
  if (!about) return { vocab: {} }
  try {
    const { makers, products, vocab } = await catalogue.read()
    const maker = makers.find(({ slug }) => slug === about.maker)
    const product = products.find(({ slug }) => slug === about.product)
    return { vocab, ...(maker ? { maker } : {}), ...(product ? { product } : {}) }
  } catch (error) {
    console.error(JSON.stringify({ alert: 'catalogue-unreadable', error: String(error) }))
    return { vocab: {} }
  }
}

/** The JSON of `GET /api/verify/CODE`. */
export function writeVerification(
  { typed, code, report, suggestion, successor, product }: Verification,
  origin: string,
): JsonObject {
  const { verdict, checkedAt, checks, certificate, erasedAt, act } = report
  const answer = {
    code: code ? formatCode(code) : typed,
    verdict,
    checkedAt,
    checks,
    certificate,
    erasedAt,
    act,
    successor: successor
      ? { code: formatCode(successor.code), page: certificateUrl(origin, successor.code) }
      : undefined,
    attestations: certificate && product ? product.attestations : undefined,
    curation: certificate && product ? product.curation : undefined,
    suggestion: suggestion ? formatCode(suggestion) : undefined,
    links: code && verdict !== 'unknown-code' ? linksOf(code, certificate, origin) : { page: `${origin}/verify` },
  }
  return JSON.parse(JSON.stringify(answer)) as JsonObject
}

function linksOf(code: Code, certificate: Certified | undefined, origin: string) {
  const credential = `${origin}/api/certificates/${code}`
  return {
    page: certificateUrl(origin, code),
    credential,
    proof: `${credential}/proof`,
    log: `${origin}/log/checkpoint`,
    keys: `${origin}/.well-known/asli.json`,
    ...(certificate?.statusIndex === undefined
      ? {}
      : { statusLists: listStatusLists(origin, certificate.statusIndex) }),
  }
}
