/**
 * Checking a certificate: six named steps, each `valid`, `invalid`, `error` or `skipped`, and one function that
 * decides the verdict from them, starting from "not verified". "Could not check" is never "false", and never
 * "not revoked".
 */
import { type KeyPeriod, refuseIndex } from '../log/key-history.ts'
import type { Status } from '../log/life.ts'
import type { Code } from './code.ts'
import { type Credential, certificateUrl, issuerOf, parseCredential, type Subject } from './credential.ts'
import type { Verifier } from './keys.ts'
import { formatIssued } from './leaves.ts'
import { checkProof, listProofs } from './proof.ts'
import { type Act, type CertificateEvent, foldEvents, type State } from './status.ts'

export const checkNames = ['record', 'form', 'binding', 'signature', 'key', 'status'] as const
export type CheckName = (typeof checkNames)[number]
export const checkReasons = [
  'no-such-record',
  'not-a-code',
  'store-unavailable',
  'form-differs',
  'belongs-elsewhere',
  'unknown-key',
  'signature-differs',
  'key-not-yet',
  'key-retired',
  'key-compromised',
  'index-unknown',
  'cannot-compute',
  'events-differ',
  'not-reached',
] as const
export type Reason = (typeof checkReasons)[number]

/** Other checks than these have names and reasons of their own: see evidence.ts. */
export type Check<Name extends string = CheckName, Why extends string = Reason> =
  | { name: Name; status: 'valid' }
  | { name: Name; status: 'invalid' | 'error' | 'skipped'; reason: Why }

/** From best to worst: the worst that holds is the verdict. */
export const verdicts = [
  'valid',
  'superseded',
  'expired',
  'suspended',
  'reported',
  'revoked',
  'altered',
  'unknown-code',
  'unavailable',
] as const
export type Verdict = (typeof verdicts)[number]

/** What the store holds for a code. */
export interface StoredCertificate {
  code: Code
  /** JCS text of the credential with its proof. */
  credential: string
  status: Status
  events: CertificateEvent[]
}

/** The outcome of looking a code up: a record, none, or no answer. */
export type Lookup =
  | { kind: 'found'; record: StoredCertificate }
  | { kind: 'missing'; reason: 'no-such-record' | 'not-a-code' }
  | { kind: 'unavailable' }

/** A key, and which entries of the log it vouches for; all, where nothing is said. */
export type TrustedKey = Verifier & Partial<KeyPeriod>

/** Whose word counts: this registry's origin and its public keys. */
export interface Trust {
  origin: string
  verifiers: TrustedKey[]
}

export interface Report {
  verdict: Verdict
  checkedAt: string
  checks: Check[]
  /** The signed claims: only where the verdict lets them be shown. */
  certificate?: Certified
  /** When what was kept of the customer was erased, where it was, and the claims are shown. */
  erasedAt?: string
  /** The act that brought the verdict about: where it is superseded, suspended, reported or revoked. */
  act?: Act & { maker: string; product: string }
}

/** `statusIndex` is its slot in the status lists; the first version's certificates have none. */
export type Certified = Subject & {
  issuer: string
  issuedAt: string
  keyId: string
  logIndex: number
  statusIndex?: number
}

/** Checks what was found for `code` at the instant `now` (RFC 3339, UTC). */
export async function verifyCertificate(code: Code | null, found: Lookup, trust: Trust, now: string): Promise<Report> {
  const record = checkRecord(found)
  const { checks: signed, credential } = await checkSigned(code, found.kind === 'found' ? found.record : null, trust)
  const index = found.kind === 'found' ? (found.record.events[0]?.index ?? null) : null
  const key = checkKey(credential, trust, index)
  const { check: status, state } = checkStatus(found, credential)
  const checks = [record, ...signed, key, status]
  return writeReport(decideVerdict(checks, state, credential, now), checks, credential, state, now)
}

/** The three steps that the signed text alone decides, wherever it comes from: its form, its binding, its signature. */
export async function checkSigned(
  code: Code | null,
  found: Pick<StoredCertificate, 'credential'> | null,
  trust: Trust,
): Promise<{ checks: Check[]; credential: Credential | null }> {
  const { check: form, credential } = checkForm(found)
  return { checks: [form, checkBinding(code, credential, trust), await checkSignature(credential, trust)], credential }
}

function valid(name: CheckName): Check {
  return { name, status: 'valid' }
}

function skipped(name: CheckName): Check {
  return { name, status: 'skipped', reason: 'not-reached' }
}

function checkRecord(found: Lookup): Check {
  if (found.kind === 'found') return valid('record')
  if (found.kind === 'missing') return { name: 'record', status: 'invalid', reason: found.reason }
  return { name: 'record', status: 'error', reason: 'store-unavailable' }
}

function checkForm(found: Pick<StoredCertificate, 'credential'> | null): {
  check: Check
  credential: Credential | null
} {
  if (!found) return { check: skipped('form'), credential: null }
  const parsed = parseCredential(found.credential)
  if (parsed.ok) return { check: valid('form'), credential: parsed.value }
  return { check: { name: 'form', status: 'invalid', reason: 'form-differs' }, credential: null }
}

/** A whole, well-signed credential proves nothing under another code, host or maker. */
function checkBinding(code: Code | null, credential: Credential | null, trust: Trust): Check {
  if (!credential || code === null) return skipped('binding')
  const { kind, subject, id, issuer, verificationMethod } = credential
  const url = certificateUrl(trust.origin, code)
  const bound =
    subject.code === code &&
    id === url &&
    subject.id === `${url}#${kind}` &&
    issuer === issuerOf(trust.origin, credential) &&
    verificationMethod.startsWith(`${issuer}#`)
  return bound ? valid('binding') : { name: 'binding', status: 'invalid', reason: 'belongs-elsewhere' }
}

async function checkSignature(credential: Credential | null, trust: Trust): Promise<Check> {
  if (!credential) return skipped('signature')
  const verifier = findKey(credential, trust)
  if (!verifier) return { name: 'signature', status: 'invalid', reason: 'unknown-key' }
  const { document, body } = credential
  const checked = listProofs(document).map((proof) => checkProof(document, proof, verifier, body))
  const holds = await Promise.all(checked).catch(() => null)
  // An engine without Ed25519, say: that is our trouble, not the record's.
  if (holds === null) return { name: 'signature', status: 'error', reason: 'cannot-compute' }
  return holds.every(Boolean)
    ? valid('signature')
    : { name: 'signature', status: 'invalid', reason: 'signature-differs' }
}

function findKey(credential: Credential, { verifiers }: Trust): TrustedKey | undefined {
  return verifiers.find(({ kid }) => kid === keyId(credential))
}

/** Whether the key counted where the log has the certificate: by the log's order, never by a clock. */
export function checkKey(credential: Credential | null, trust: Trust, index: number | null): Check {
  const key = credential && findKey(credential, trust)
  if (!key) return skipped('key')
  const { first = 0, last = null, compromisedFrom = null } = key
  if (index === null) {
    const always = first === 0 && last === null && compromisedFrom === null
    return always ? valid('key') : { name: 'key', status: 'error', reason: 'index-unknown' }
  }
  const reason = refuseIndex({ first, last, compromisedFrom }, index)
  return reason ? { name: 'key', status: 'invalid', reason } : valid('key')
}

function checkStatus(found: Lookup, credential: Credential | null): { check: Check; state: State } {
  if (found.kind !== 'found' || !credential) return { check: skipped('status'), state: { kind: 'broken' } }
  const state = foldEvents(found.record.events, formatIssued(credential), found.record.status)
  if (state.kind === 'broken') {
    return { check: { name: 'status', status: 'invalid', reason: 'events-differ' }, state }
  }
  return { check: valid('status'), state }
}

/** Worst first; what no rule names stays unavailable, never valid. */
function decideVerdict(checks: Check[], state: State, credential: Credential | null, now: string): Verdict {
  const [record] = checks
  if (record?.status === 'invalid') return 'unknown-code'
  if (checks.some((check) => check.status === 'invalid')) return 'altered'
  if (checks.some((check) => check.status !== 'valid')) return 'unavailable'
  if (state.kind !== 'known' || !credential) return 'unavailable'
  return withPeriod(state.status, credential, now)
}

/** The status, or that the period of a curation has ended at the instant `now`, where that is worse; a piece has none. */
export function withPeriod(status: Status, { validUntil }: Credential, now: string): Status | 'expired' {
  const isOver = validUntil !== undefined && validUntil < now
  return isOver && (status === 'valid' || status === 'superseded') ? 'expired' : status
}

/** Of a certificate that was reported or withdrawn, the claims would only help whoever shows it. */
export const showsClaims: ReadonlySet<Verdict> = new Set(['valid', 'superseded', 'expired', 'suspended'])

function writeReport(
  verdict: Verdict,
  checks: Check[],
  credential: Credential | null,
  state: State,
  now: string,
): Report {
  const report: Report = { verdict, checkedAt: now, checks }
  if (verdict === 'altered' || verdict === 'unavailable' || !credential || state.kind !== 'known') return report
  if (showsClaims.has(verdict)) {
    report.certificate = certify(credential, state.issued)
    if (state.life.erased) report.erasedAt = state.life.erased.at
  }
  const { maker, product } = credential.subject
  if (state.act && verdict === state.status) report.act = { ...state.act, maker, product }
  return report
}

function certify(credential: Credential, logIndex: number): Certified {
  const { issuer, validFrom: issuedAt, slot } = credential
  const listed = slot === undefined ? {} : { statusIndex: slot }
  const facts = { issuer, issuedAt, keyId: keyId(credential), logIndex, ...listed }
  return credential.kind === 'piece'
    ? { kind: 'piece', subject: credential.subject, ...facts }
    : { kind: 'curation', subject: credential.subject, ...facts }
}

/** The `kid` of the key that the proof names. */
export function keyId(credential: Credential): string {
  return credential.verificationMethod.slice(credential.verificationMethod.indexOf('#') + 1)
}
