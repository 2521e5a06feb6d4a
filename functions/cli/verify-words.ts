/** What `asli verify` says: a line for each check, the verdict in a sentence, and the certificate in short. */
import { dayInIndonesia } from '#core/calendar.ts'
import { dateOfDay } from '#core/certificate/card.ts'
import { formatCode } from '#core/certificate/code.ts'
import type { Credential } from '#core/certificate/credential.ts'
import type { Finding, Findings } from '#core/certificate/evidence.ts'
import type { EvidenceCheck, EvidenceCheckName, EvidenceReason } from '#core/certificate/evidence-check.ts'
import { keyId, showsClaims } from '#core/certificate/verify.ts'
import type { Status } from '#core/log/life.ts'
import { plain } from './command.ts'

/** What the sentences need to know besides the findings. */
export interface Circumstances {
  origin: string
  offline: boolean
  /** Where a file was checked: it may be about another host than its reader thinks. */
  file?: string
  /** What a bundle says of the status, and since when. */
  saved?: { status: Status; savedAt: string }
  troubles: string[]
  /** The registry whose keys were read. */
  keysOf?: string | undefined
}

const outcomes = { valid: 'passed', invalid: 'failed', error: 'could not be checked', skipped: 'not checked' } as const

const reasonWords: Record<EvidenceReason, string> = {
  'no-such-record': 'the registry knows no such certificate',
  'not-a-code': 'this is no code',
  'store-unavailable': 'the registry could not read it',
  'form-differs': 'it has not the form of a certificate, or more than that form',
  'belongs-elsewhere': 'it belongs to another code, host or maker',
  'unknown-key': 'its key is none of the registry’s',
  'signature-differs': 'it is not what the key signed',
  'key-not-yet': 'the log has it from before the key was added',
  'key-retired': 'the log has it from after the key was retired',
  'key-compromised': 'the key is marked as compromised from an earlier entry of the log on',
  'index-unknown': 'where the log has it is not known here, and the key counts for a part of the log',
  'cannot-compute': 'this machine cannot compute it',
  'events-differ': 'the registry’s own record contradicts its log',
  'not-reached': 'an earlier check did not pass',
  'keys-differ': 'they are not the registry’s keys as you know them',
  'own-word': 'they are the file’s own word',
  'no-answer': 'it could not be read',
  'not-asked': 'the registry was not asked',
  'record-altered': 'the registry says that its record is not what was signed',
  malformed: 'it is not written as it must be',
  'not-included': 'the log does not show the issue of this certificate',
  'body-differs': 'the registry keeps another text under this certificate',
  'list-differs': 'the registry tells auditors of another place in the status lists than the one that was signed',
  'says-otherwise': 'the registry’s own verdict is another than what its log shows',
}

export function describeChecks(findings: Findings): string[] {
  return findings.checks.map((check) => {
    const detail = check.status === 'valid' ? describePassed(check.name, findings) : explain(check)
    return `  ${check.name.padEnd(11)} ${outcomes[check.status]}: ${detail}`
  })
}

function explain({ name, reason }: Exclude<EvidenceCheck, { status: 'valid' }>): string {
  const isOfLog = name === 'checkpoint' || name === 'inclusion'
  return isOfLog && reason === 'not-asked' ? 'the file has no proof' : reasonWords[reason]
}

function describePassed(name: EvidenceCheckName, { credential, entry, status, cardDay }: Findings): string {
  const words: Record<EvidenceCheckName, string> = {
    keys: 'the registry’s public keys',
    record: 'the certificate was read',
    form: 'it has the form of a certificate, and no more',
    binding: 'it belongs to this code, host and maker',
    signature: `signed by the registry’s key ${credential ? keyId(credential) : ''}`,
    key: 'the key counted where the log has it',
    checkpoint: 'signed by the log’s key',
    inclusion: `its issue is entry ${entry?.index} of a log of ${entry?.size}`,
    status: `the registry says ${status}, of this same text`,
    report: 'the registry’s own verdict is the same',
    card: `the registry made the card for this code, issued on ${dateOfDay(cardDay ?? 0)}`,
  }
  return words[name]
}

/** The verdict in words. */
export function describeVerdict(findings: Findings, circumstances: Circumstances): string {
  const { credential, act, successor } = findings
  const host = new URL(circumstances.origin).host
  const when = act ? ` on ${dayInIndonesia(Date.parse(act.at))}${act.reason ? ` (${act.reason})` : ''}` : ''
  const sentences: Record<Finding, () => string> = {
    valid: () => `Genuine and current: ${host} issued this certificate, and it stands.`,
    superseded: () =>
      `Genuine, but replaced${when}${successor ? ` by ${formatCode(successor)}` : ''}: ask for the newer certificate.`,
    expired: () => `Genuine, but its period is over since ${credential?.validUntil}.`,
    suspended: () => `Paused${when}: a question about it is open, so ask again before you rely on it.`,
    reported: () => `Reported${when} as lost, stolen or disputed: ask ${host} before you buy or sell the piece.`,
    revoked: () => `Withdrawn${when}: it was issued, and holds no longer.`,
    altered: () => `Not what ${host} signed and logged: do not rely on it.`,
    'unknown-code': () => `${host} has issued no certificate with this code.`,
    unavailable: () =>
      `It could not be checked: ${explainOpen(findings.checks, circumstances)}. That says nothing against the certificate.`,
    'status-unknown': () => describeUnknown(findings, circumstances),
    'card-differs': () =>
      `The certificate is genuine and current, but the card’s signature is not ${host}’s for this code: do not rely on the card.`,
  }
  return sentences[findings.verdict]()
}

function explainOpen(checks: EvidenceCheck[], { origin, troubles, keysOf }: Circumstances): string {
  if (troubles[0]) return troubles[0]
  if (keysOf && keysOf !== origin) return `the keys are those of ${keysOf}, and it was to be one of ${origin}`
  const [open] = checks.flatMap((check) => (check.status === 'error' ? [check] : []))
  return open ? reasonWords[open.reason] : 'not all of it could be read'
}

function describeUnknown({ checks }: Findings, { offline, saved, troubles }: Circumstances): string {
  const logged = checks.find(({ name }) => name === 'inclusion')?.status === 'valid'
  const holds = logged ? 'The signature and log proof hold' : 'The signature holds, the log was not checked'
  const status = offline ? 'status not known' : `could not check the status: ${troubles[0] ?? 'it could not be read'}`
  const before = saved ? ` It was ${saved.status} when saved on ${saved.savedAt}.` : ''
  return `${holds}; ${status}.${before}`
}

/** Whose word it is: said wherever a file is checked. */
export function describeTrust({ checks }: Findings, { origin, file }: Circumstances): string[] {
  if (!file) return []
  const issued = `  Issued at ${new URL(origin).host}, as the file says: the trust is in that host, so compare it with the label.`
  const keys = checks.find(({ name }) => name === 'keys')
  if (keys?.status !== 'skipped') return [issued]
  const own =
    '  The keys are the bundle’s own word, and anybody can make a bundle with keys of their own: --keys FILE, a saved /.well-known/asli.json, compares them with keys that you trust.'
  return [issued, own]
}

/** Whether the verdict lets the claims be shown. */
export function isShown(verdict: Finding): boolean {
  return verdict === 'status-unknown' || verdict === 'card-differs' || showsClaims.has(verdict)
}

/** The certificate in two lines. */
export function describeCertificate(credential: Credential): string[] {
  const { kind, subject, validFrom } = credential
  const issued = `issued ${dayInIndonesia(Date.parse(validFrom))}${subject.demo ? ', a demonstration' : ''}`
  if (kind === 'curation') {
    return [
      `  examination ${subject.record} of ${plain(subject.productName.en)}: grade ${subject.grade}, ${subject.total} points`,
      `  maker ${subject.maker}, decided ${subject.decidedOn}, holds until ${subject.expiresOn}, ${issued}`,
    ]
  }
  const { design, edition } = subject
  const place = design.exclusivity === 'open' ? '' : `, ${edition.number} of ${edition.size}`
  return [
    `  “${plain(design.name)}” (${design.exclusivity}${place}), ${plain(subject.productName.en)}`,
    `  maker ${subject.maker}, made ${subject.madeOn}, sold ${subject.soldOn}, ${issued}`,
  ]
}
