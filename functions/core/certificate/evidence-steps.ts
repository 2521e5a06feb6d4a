/** The steps of checkEvidence that go beyond the signed text: the log's proof, the status, and the card. */
import { utf8 } from '../bytes.ts'
import { checkProof, type ProofFault } from '../log/inclusion.ts'
import { type Status, statuses } from '../log/life.ts'
import { checkCard, parseCard } from './card.ts'
import type { Code } from './code.ts'
import type { Credential } from './credential.ts'
import { type EvidenceCheck, failed, invalid, type Part, readObject, skipped, valid } from './evidence-check.ts'
import type { Keys } from './key-list.ts'
import { formatIssued } from './leaves.ts'

/** Where the log has an issue, and how long the log was when it proved it. */
export interface Entry {
  index: number
  size: number
}

/** The checks of checkpoint and inclusion, in this order. */
export interface Logged {
  checks: [EvidenceCheck, EvidenceCheck]
  entry: Entry | null
}

const proofFaults: Record<ProofFault, Logged['checks']> = {
  malformed: [skipped('checkpoint'), invalid('inclusion', 'malformed')],
  'not-included': [valid('checkpoint'), invalid('inclusion', 'not-included')],
  'unknown-key': [invalid('checkpoint', 'unknown-key'), skipped('inclusion')],
  'bad-signature': [invalid('checkpoint', 'signature-differs'), skipped('inclusion')],
  'wrong-origin': [invalid('checkpoint', 'belongs-elsewhere'), skipped('inclusion')],
}

/** Whoever has the key can sign a log of any length: nothing is proven, and nothing disproven. */
const compromised: Logged['checks'] = [failed('checkpoint', 'key-compromised'), skipped('inclusion')]

/** The entry is not taken from the proof: it is what this credential must have put into the log. */
export async function checkLogged(proof: Part, credential: Credential | null, { logs }: Keys): Promise<Logged> {
  if (!credential) return { checks: [skipped('checkpoint'), skipped('inclusion')], entry: null }
  if (proof.kind !== 'here') return { checks: explainAbsence(proof.kind), entry: null }
  const opened = await openProof(proof.text, utf8(formatIssued(credential)), logs)
  if (!opened) {
    return { checks: [failed('checkpoint', 'cannot-compute'), failed('inclusion', 'cannot-compute')], entry: null }
  }
  if (!opened.ok)
    return { checks: opened.error === 'key-compromised' ? compromised : proofFaults[opened.error], entry: null }
  const { index, checkpoint } = opened.value
  return { checks: [valid('checkpoint'), valid('inclusion')], entry: { index, size: checkpoint.size } }
}

function explainAbsence(kind: Exclude<Part['kind'], 'here'>): Logged['checks'] {
  if (kind === 'absent') return [skipped('checkpoint', 'not-asked'), skipped('inclusion', 'not-asked')]
  if (kind === 'unreachable') return [failed('checkpoint'), failed('inclusion')]
  return proofFaults['not-included'].with(0, skipped('checkpoint')) as Logged['checks']
}

/** By the one of the log's keys that the checkpoint names; null where this engine cannot compute. */
async function openProof(text: string, entry: Uint8Array, logs: Keys['logs']) {
  for (const log of logs) {
    const tried = await checkProof(text, entry, log).catch(() => null)
    if (tried?.ok && (log.compromisedFrom ?? Number.POSITIVE_INFINITY) < tried.value.checkpoint.size)
      return { ok: false, error: 'key-compromised' } as const
    if (tried === null || tried.ok || tried.error !== 'unknown-key') return tried
  }
  return { ok: false, error: 'unknown-key' } as const
}

/**
 * A stranger is told the digest of what the registry stores now: it must be that of what was read here. An auditor, who
 * sees no certificate, goes by the slot that is told beside it: only who has the certificate can say whether it is its own.
 */
export function checkStatus(
  part: Part,
  credential: Credential | null,
): { check: EvidenceCheck; status: Status | null } {
  const answer = (check: EvidenceCheck, status: Status | null = null) => ({ check, status })
  if (!credential) return answer(skipped('status'))
  if (part.kind === 'absent') return answer(skipped('status', 'not-asked'))
  if (part.kind === 'missing') return answer(invalid('status', 'no-such-record'))
  const said = part.kind === 'here' ? readObject(part.text) : null
  if (said?.status === 'altered') return answer(invalid('status', 'events-differ'))
  const status = statuses.find((known) => known === said?.status)
  if (!said || !status) return answer(failed('status'))
  if (said.body !== credential.body) return answer(invalid('status', 'body-differs'))
  return said.statusIndex === credential.slot
    ? answer(valid('status'), status)
    : answer(invalid('status', 'list-differs'))
}

/** Whether the registry made the card for this code, and on which day; that says nothing of the certificate. */
export async function checkCardText(
  fragment: string,
  code: Code | null,
  { origin, tags }: Keys,
): Promise<{ check: EvidenceCheck; day: number | null }> {
  const answer = (check: EvidenceCheck, day: number | null = null) => ({ check, day })
  if (!code) return answer(skipped('card'))
  const card = parseCard(fragment)
  if (!card) return answer(invalid('card', 'malformed'))
  const tag = tags.find(({ number }) => number === card.key)
  if (!tag) return answer(invalid('card', 'unknown-key'))
  // Whoever has the key can sign cards of any day.
  if (tag.compromisedFrom != null) return answer(skipped('card', 'key-compromised'))
  const holds = await checkCard(card, origin, code, tag.verifier).catch(() => null)
  if (holds === null) return answer(failed('card', 'cannot-compute'))
  return holds ? answer(valid('card'), card.day) : answer(invalid('card', 'signature-differs'))
}
