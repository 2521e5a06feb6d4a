/** Acts on a certificate that was issued: revoke, suspend, resume, report, withdraw a report. */
import { formatInstant } from '#core/calendar.ts'
import { type Code, formatCode } from '#core/certificate/code.ts'
import { parseCredential } from '#core/certificate/credential.ts'
import { formatAct, formatIssued } from '#core/certificate/leaves.ts'
import { type ActType, fitsKind, type Reason, type SimpleAct, simpleActs } from '#core/certificate/reasons.ts'
import { type Act, type Actor, foldEvents, mayAct, readLeaf, type State } from '#core/certificate/status.ts'
import type { StoredCertificate } from '#core/certificate/verify.ts'
import type { Leaf } from '#core/log/leaf.ts'
import { continueLife, type Status, statusOf } from '#core/log/life.ts'
import { fail, type Result, succeed } from '#core/result.ts'
import { type Problem, problem } from '../problem.ts'
import { type Caller, refuseAct } from './caller.ts'
import { integrate } from './log.ts'
import { findRecord } from './read-certificate.ts'
import type { Services } from './services.ts'
import type { NewEvent } from './store.ts'

/** `verdict` is the certificate's after the act. */
export interface Acted {
  code: string
  verdict: Status
  act: ActType
  reason?: Reason
  at: string
}

type Known = Extract<State, { kind: 'known' }>

/** A certificate that can be acted on: its record, the leaf of its issue, and its state. */
export interface Subject {
  record: StoredCertificate
  issue: Leaf
  state: Known
  actor: Actor
}

/** Tries: each loses to another act on the same certificate. */
const MOST_TRIES = 16

/** Asking again with the same reason gives the first answer, so that a lost one can be asked for. */
export async function actOnCertificate(
  code: Code | null,
  { act, reason }: { act: SimpleAct; reason?: Reason | undefined },
  caller: Caller,
  services: Services,
): Promise<Result<Acted, Problem>> {
  const type = simpleActs[act]
  const refused = refuseAct(caller, act)
  if (refused) return fail(refused)
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const opened = await openSubject(code, caller, services)
    if (!opened.ok) return opened
    const { record, state } = opened.value
    const done = findDone(opened.value, type, reason)
    if (done) return succeed(writeActed(record.code, state.status, type, done))
    const refusal = type === 'subject-erased' ? await refuseErasure(record.code, services) : null
    if (refusal) return fail(refusal)
    const event = prepareAct(opened.value, type, reason, services)
    if (!event.ok) return event
    if (await services.store.appendEvent(event.value)) {
      await integrate(services)
      return succeed(writeActed(record.code, event.value.status, type, readLeaf(event.value.leaf)))
    }
  }
  throw new Error(`bad store: ${MOST_TRIES} acts in a row came first`)
}

/** The record, with its state, where this caller may act on it. */
export async function openSubject(
  code: Code | null,
  caller: Caller,
  services: Pick<Services, 'store'>,
): Promise<Result<Subject, Problem>> {
  const found = await findRecord(code, services)
  if (!found.ok) return found
  const record = found.value
  const credential = parseCredential(record.credential)
  const issue = readLeaf(record.events[0]?.leaf ?? '')
  const state = credential.ok ? foldEvents(record.events, formatIssued(credential.value), record.status) : null
  if (!issue || state?.kind !== 'known') {
    return fail(problem('record-altered', 'The record and its history contradict each other, so nothing is added.'))
  }
  const actor = actorFor(caller, issue)
  return actor.ok ? succeed({ record, issue, state, actor: actor.value }) : actor
}

function actorFor(caller: Caller, { kind, maker }: Leaf): Result<Actor, Problem> {
  if (caller.role === 'curator') return succeed({ role: 'curator' })
  if (kind === 'curation')
    return fail(problem('role-not-allowed', 'A curation is the registry’s own statement: only a curator acts on it.'))
  if (caller.role === 'maker' && caller.maker === maker) return succeed({ role: 'maker', maker })
  return fail(problem('other-maker', 'Another maker issued this certificate.'))
}

/** The event to append, or the problem that says why the act cannot follow. */
export function prepareAct(
  { record, issue, state, actor }: Subject,
  type: ActType,
  reason: Reason | undefined,
  { now }: Pick<Services, 'now'>,
): Result<NewEvent, Problem> {
  if (!fitsKind(reason, issue.kind)) return fail(refuseReason(reason))
  const ts = formatInstant(now().getTime())
  const act: Act = { type, at: ts, by: actor, index: state.last + 1 }
  const after = continueLife(state.life, type, act)
  if (!after) return fail(describeState(state))
  // A withdrawal by its maker would otherwise undo what a curator did by a side door.
  if (!mayAct(act, state.life, issue))
    return fail(problem('role-not-allowed', 'A curator did this, and a curator undoes it.'))
  const leaf = formatAct(issue, { type, prev: state.last, reason, ts })
  const { status } = statusOf(after)
  const erases = type === 'subject-erased'
  return succeed({ code: record.code, cid: issue.cid, previous: state.last, leaf, actor, status, erases })
}

function refuseReason(reason: Reason | undefined): Problem {
  const errors = [{ pointer: '/reason', detail: `“${reason}” is said of a piece, not of a curation` }]
  return problem('invalid-request', 'One field does not fit.', { errors })
}

/** What it is, since when and why: the reason for which the act does not fit. */
function describeState({ status, act }: Known): Problem {
  if (!act)
    return problem('state-conflict', 'The certificate is current: nothing stands against it that could be lifted.')
  const why = act.reason ? ` with the reason “${act.reason}”` : ''
  const day = act.at.slice(0, 10)
  if (status === 'revoked') return problem('already-revoked', `It was withdrawn on ${day}${why}.`)
  const words = { valid: 'current', superseded: 'replaced', suspended: 'paused', reported: 'reported' }[status]
  return problem('state-conflict', `The certificate was ${words} on ${day}${why}.`)
}

/** The leaf of the act where it was done already: as the last one, or an erasure, which is done once, at any time. */
function findDone({ record, state }: Subject, type: ActType, reason: Reason | undefined): Leaf | null {
  const { erased } = state.life
  const at = type === 'subject-erased' && erased ? erased.index : state.last
  const leaf = readLeaf(record.events.find(({ index }) => index === at)?.leaf ?? '')
  return leaf?.t === type && leaf.reason === reason ? leaf : null
}

/** An entry of the log about nothing would tell readers of a name that was never there. */
async function refuseErasure(code: Code, { store }: Services): Promise<Problem | null> {
  const kept = await store.findKept(code)
  return kept?.sealed || kept?.customerRef
    ? null
    : problem('nothing-sealed', 'Nothing is kept here of the customer of this certificate.')
}

function writeActed(code: Code, verdict: Status, act: ActType, leaf: Leaf | null): Acted {
  const reason = leaf?.reason ? { reason: leaf.reason } : {}
  return { code: formatCode(code), verdict, act, ...reason, at: leaf?.ts ?? '' }
}
