/** What the registry itself says of a certificate, beside what its keys and its log show. */
import type { JsonValue } from '../canonical-json.ts'
import { type Code, readCode } from './code.ts'
import {
  asObject,
  type EvidenceCheck,
  failed,
  invalid,
  type Part,
  readObject,
  skipped,
  valid,
} from './evidence-check.ts'
import { type Reason, reasons } from './reasons.ts'
import { isInstant } from './shape.ts'
import { type Verdict, verdicts } from './verify.ts'

/** `status-unknown`: all that is signed holds. */
export type Found = Verdict | 'status-unknown'

export interface Said {
  /** Null where the registry was not to be asked. */
  check: EvidenceCheck | null
  verdict: Found
  /** The registry's own word, in words of the closed vocabulary. */
  act: { at: string; reason?: Reason } | null
  successor: Code | null
}

/** Compares the JSON of `/api/verify/CODE` with what was found: where they differ, the worse of the two counts. */
export function compareReport(part: Part, own: Found): Said {
  const nothing = { act: null, successor: null }
  if (part.kind === 'absent') return { check: null, verdict: own, ...nothing }
  if (own === 'status-unknown' || own === 'unavailable') return { check: skipped('report'), verdict: own, ...nothing }
  const said = part.kind === 'here' ? readObject(part.text) : null
  const theirs = verdicts.find((known) => known === said?.verdict)
  if (!said || !theirs || theirs === 'unavailable') {
    return { check: failed('report'), verdict: isGood.has(own) ? 'unavailable' : own, ...nothing }
  }
  const check = theirs === own ? valid('report') : invalid('report', 'says-otherwise')
  return { check, verdict: worse(own, theirs), act: readAct(said.act), successor: readSuccessor(said.successor) }
}

/** Verdicts that a question left open could make worse. Of the others it is known that something stands against it. */
const isGood: ReadonlySet<Verdict> = new Set(['valid', 'superseded', 'expired'])

function worse(one: Verdict, other: Verdict): Verdict {
  return verdicts.indexOf(one) < verdicts.indexOf(other) ? other : one
}

function readAct(value: JsonValue | undefined): Said['act'] {
  const { at, reason } = asObject(value) ?? {}
  if (typeof at !== 'string' || !isInstant(at)) return null
  const known = reasons.find((one) => one === reason)
  return { at, ...(known ? { reason: known } : {}) }
}

function readSuccessor(value: JsonValue | undefined): Code | null {
  const { code } = asObject(value) ?? {}
  const reading = typeof code === 'string' ? readCode(code) : null
  return reading?.kind === 'code' ? reading.code : null
}
