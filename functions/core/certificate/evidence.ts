/**
 * Checking a certificate from outside the registry, with nothing but its public keys: the signed text, the log's proof
 * that it was issued, and what the registry says of its status. A part that nobody could read is "could not be checked",
 * never "false"; a part that nobody asked for leaves the verdict at "status not known".
 */
import { isInUse } from '../log/key-history.ts'
import type { Status } from '../log/life.ts'
import type { Code } from './code.ts'
import { type Credential, parseCredential } from './credential.ts'
import {
  type EvidenceCheck,
  type EvidenceCheckName,
  failed,
  invalid,
  type Part,
  skipped,
  valid,
} from './evidence-check.ts'
import { compareReport, type Found, type Said } from './evidence-report.ts'
import { checkCardText, checkLogged, checkStatus, type Entry } from './evidence-steps.ts'
import { isContinued, type KeyList, type Keys, narrowKeys, openKeys } from './key-list.ts'
import { checkKey, checkSigned, keyId, withPeriod } from './verify.ts'

export interface Evidence {
  /** Of the registry that is said to have issued it. */
  origin: string
  /** The code that was asked for; null where the credential is to be checked under its own. */
  code: Code | null
  /** Canonical text of the credential with its proof. */
  credential: Part
  /** C2SP tlog-proof. */
  proof: Part
  /** The JSON of `/log/cid/CID`. */
  status: Part
  /** The JSON of `/api/verify/CODE`: the registry's own verdict, to compare. */
  report: Part
  /** The `#s=…` of a paper card's QR. */
  card?: string
}

/** Whose signatures count, and what else was shown as this registry's keys. */
export interface KeySource {
  /** Null where they could not be read. */
  trusted: KeyList | null
  /** Lists that must continue the trusted one, or be continued by it; what they say against a key counts. */
  shown: KeyList[]
  /** The trusted list came with what it is to prove. */
  isOwnWord: boolean
}

/** `card-differs`: the certificate is current, and the card was not made for it. */
export type Finding = Found | 'card-differs'

export interface Findings extends Pick<Said, 'act' | 'successor'> {
  verdict: Finding
  checks: EvidenceCheck[]
  /** Where its form fits; to be shown only where the verdict allows. */
  credential: Credential | null
  entry: Entry | null
  /** What the registry's log says of it, whatever the verdict. */
  status: Status | null
  /** Day of a card that holds, as in card.ts. */
  cardDay: number | null
}

/** Checks all that is at hand, at the instant `now` (RFC 3339, UTC). */
export async function checkEvidence(evidence: Evidence, source: KeySource, now: string): Promise<Findings> {
  const keysCheck = checkKeys(evidence.origin, source)
  if (!source.trusted || keysCheck.status === 'error') return findNothing(keysCheck)
  const keys = await openKeys(narrowKeys(source.trusted, source.shown))
  const text = evidence.credential.kind === 'here' ? evidence.credential.text : null
  const code = evidence.code ?? ownCode(text)
  const { checks: signed, credential } = await checkSigned(code, text === null ? null : { credential: text }, keys)
  const { checks: logged, entry } = await checkLogged(evidence.proof, credential, keys)
  const { check: current, status } = checkStatus(evidence.status, credential)
  const key = checkKey(credential, keys, entry?.index ?? null)
  const checks = [keysCheck, checkRecord(evidence.credential), ...signed, key, ...logged, current]
  const mayBeOpen = listOpen(credential, keys)
  const said = compareReport(evidence.report, decideVerdict(checks, mayBeOpen, { status, credential, now }))
  const card = evidence.card === undefined ? null : await checkCardText(evidence.card, code, keys)
  if (said.check) checks.push(said.check)
  if (card) checks.push(card.check)
  const { act, successor } = said
  const verdict = withCard(said.verdict, card?.check)
  return { verdict, checks, credential, entry, status, cardDay: card?.day ?? null, act, successor }
}

function findNothing(keysCheck: EvidenceCheck): Findings {
  const names = ['record', 'form', 'binding', 'signature', 'key', 'checkpoint', 'inclusion', 'status'] as const
  const checks = [keysCheck, ...names.map((name) => skipped(name))]
  const nothing = { credential: null, entry: null, status: null, cardDay: null, act: null, successor: null }
  return { verdict: 'unavailable', checks, ...nothing }
}

/** Keys of another registry say nothing of this one, neither good nor bad. */
function checkKeys(origin: string, { trusted, shown, isOwnWord }: KeySource): EvidenceCheck {
  if (!trusted) return failed('keys')
  if (trusted.origin !== origin) return failed('keys', 'belongs-elsewhere')
  if (!shown.every((list) => isContinued(list, trusted))) return invalid('keys', 'keys-differ')
  return isOwnWord ? skipped('keys', 'own-word') : valid('keys')
}

function checkRecord({ kind }: Part): EvidenceCheck {
  if (kind === 'here') return valid('record')
  if (kind === 'missing') return invalid('record', 'no-such-record')
  return kind === 'refused' ? invalid('record', 'record-altered') : failed('record')
}

function ownCode(text: string | null): Code | null {
  const credential = text === null ? null : parseCredential(text)
  return credential?.ok ? credential.value.subject.code : null
}

/**
 * What may be open while the signed text holds: whose keys they are, the log's proof, and the status. Since when the key
 * counts may be, too, while it signs; of one that was retired or compromised, somebody else may have made the signature.
 */
function listOpen(credential: Credential | null, { verifiers }: Keys): EvidenceCheckName[] {
  const key = credential && verifiers.find(({ kid }) => kid === keyId(credential))
  return ['keys', 'checkpoint', 'inclusion', 'status', ...(key && isInUse(key) ? (['key'] as const) : [])]
}

/** Worst first; what no rule names is unavailable, never valid. */
function decideVerdict(
  checks: EvidenceCheck[],
  mayBeOpen: EvidenceCheckName[],
  { status, credential, now }: { status: Status | null; credential: Credential | null; now: string },
): Found {
  const faults = checks.flatMap((check) => (check.status === 'invalid' ? [check.reason] : []))
  if (faults.length > 0) return faults.every((reason) => reason === 'no-such-record') ? 'unknown-code' : 'altered'
  const open = checks.filter((check) => check.status !== 'valid')
  if (!credential || open.some(({ name }) => !mayBeOpen.includes(name))) return 'unavailable'
  if (status !== null) return open.length > 0 ? 'unavailable' : withPeriod(status, credential, now)
  return withPeriod('valid', credential, now) === 'expired' ? 'expired' : 'status-unknown'
}

/** A card that does not hold makes a good verdict worse, and no bad one better. */
function withCard(verdict: Found, check: EvidenceCheck | undefined): Finding {
  if (verdict !== 'valid' || !check || check.status === 'valid' || check.status === 'skipped') return verdict
  return check.status === 'invalid' ? 'card-differs' : 'unavailable'
}
