/** `asli verify CODE|URL|FILE`: checks one certificate by itself, trusting nothing but the registry's public keys. */
import { formatInstant } from '#core/calendar.ts'
import { type Code, formatCode } from '#core/certificate/code.ts'
import type { Credential } from '#core/certificate/credential.ts'
import { checkEvidence, type Findings } from '#core/certificate/evidence.ts'
import { type Command, exit, text } from './command.ts'
import { type Gathered, gather } from './evidence.ts'
import { readKeyFile, writeBundle } from './proof-file.ts'
import { describeOpening, isFine, type Opening, openOwner } from './verify-owner.ts'
import { readTarget, refuseOffline, refusePlainHttp } from './verify-target.ts'
import {
  type Circumstances,
  describeCertificate,
  describeChecks,
  describeTrust,
  describeVerdict,
  isShown,
} from './verify-words.ts'

export const verify: Command = {
  help: `asli verify CODE|URL|FILE [--save FILE.json] [--json]

Checks one certificate, and shows each check: its form, that it belongs to this code, host and maker, its signature, that
the public log has its issue, the log’s signed checkpoint, and its status. URL is what a label’s or a card’s QR says; a
card’s signature is checked as well, and a customer’s own link (URL#o=…) is opened here: it shows for whom the piece was
made. FILE is a proof bundle that --save wrote, or a certificate as the registry serves it.

  --origin URL  the registry of a CODE, where it is not the local one
  --save FILE   write a proof bundle, which can be checked without a network
  --offline     ask nobody: of a FILE, check the signature and the log proof; the status stays unknown
  --keys FILE   trust these keys, a saved /.well-known/asli.json, instead of those that the registry or the bundle shows

Exit code 0 where the certificate is genuine and current. 1 where it is withdrawn, paused, reported, replaced, expired,
altered or unknown, where the owner’s link opens no name of it, and where it could not be checked, which says nothing
against it. With --offline, 0 where all but the status holds under --keys, and the bundle was valid when it was saved.`,
  options: { save: { type: 'string' }, offline: { type: 'boolean' }, keys: { type: 'string' } },
  run: async (input) => {
    const target = readTarget(input)
    const { keys, save } = input.options
    const offline = input.options.offline === true
    const pinned = text(keys) === undefined ? null : readKeyFile(String(keys))
    if (offline) refuseOffline(target, pinned !== null, save !== undefined)
    else refusePlainHttp(target.origin)
    const gathered = await gather(target, pinned, offline)
    const now = formatInstant(Date.now())
    const findings = await checkEvidence(gathered.evidence, gathered.source, now)
    const circumstances = { ...target, offline, troubles: gathered.troubles, keysOf: gathered.source.trusted?.origin }
    const shown = findings.credential && isShown(findings.verdict) ? findings.credential : null
    const opening = target.ownerSecret ? await openOwner(target.origin, target.ownerSecret, shown) : null
    const { lines, json, code } = report(findings, { ...circumstances, shown, opening }, now)
    const file = text(save)
    if (file === undefined) return { lines, json, code }
    const isSaved = saveBundle(file, findings, gathered, now)
    const said = isSaved
      ? `Saved as ${file}`
      : `Nothing was saved as ${file}: not all that a bundle needs was read and holds.`
    return { lines: [...lines, `  ${said}`], json: { ...json, savedAs: isSaved ? file : null }, code }
  },
}

/** False where there is not all that a bundle needs. */
function saveBundle(file: string, findings: Findings, { evidence, fetched }: Gathered, now: string): boolean {
  const { credential, proof, origin } = evidence
  const { verdict, status } = findings
  const isWhole = verdict !== 'altered' && verdict !== 'unavailable' && verdict !== 'unknown-code'
  if (!isWhole || !fetched || status === null || credential.kind !== 'here' || proof.kind !== 'here') return false
  writeBundle(file, { savedAt: now, origin, keys: fetched, credential: credential.text, proof: proof.text, status })
  return true
}

interface Asked extends Circumstances {
  code: Code | null
  /** The credential, where the verdict lets it be shown. */
  shown: Credential | null
  /** Null where no owner's link was given. */
  opening: Opening | null
}

function report(findings: Findings, circumstances: Asked, checkedAt: string) {
  const { verdict, checks, entry, act, successor } = findings
  const { origin, saved, shown, opening } = circumstances
  const code = circumstances.code ? formatCode(circumstances.code) : null
  const sentence = describeVerdict(findings, circumstances)
  const lines = [
    `${code ?? 'A certificate'} of ${origin}`,
    ...describeChecks(findings),
    sentence,
    ...(shown ? describeCertificate(shown) : []),
    ...(opening ? [describeOpening(opening)] : []),
    ...describeTrust(findings, circumstances),
  ]
  const certificate = shown ? { issuer: shown.issuer, issuedAt: shown.validFrom, ...shown.subject } : null
  const found = { verdict, sentence, code, origin, checkedAt, checks, certificate, madeFor: opening }
  const isAsItShould = isGood(findings, circumstances) && (!opening || isFine(opening))
  const json = { ...found, log: entry, act, successor, saved }
  return { lines, json, code: isAsItShould ? exit.done : exit.refused }
}

/** Offline, what was asked for is whether all holds that can hold without the registry: under keys that are trusted. */
function isGood({ verdict, checks }: Findings, { offline, saved }: Circumstances): boolean {
  if (verdict !== 'status-unknown') return verdict === 'valid'
  const open = checks.filter(({ status }) => status !== 'valid')
  return offline && saved?.status === 'valid' && open.every(({ name }) => name === 'status')
}
