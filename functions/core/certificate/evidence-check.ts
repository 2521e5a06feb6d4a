/** What a check from outside the registry is made of: the parts that were read, and the outcome of each step. */
import type { JsonObject, JsonValue } from '../canonical-json.ts'
import type { Check, CheckName, Reason } from './verify.ts'

/**
 * A text that was read, or why there is none: the registry has none; it refused, since its record is altered; nobody
 * answered; nobody asked.
 */
export type Part =
  | { kind: 'here'; text: string }
  | { kind: 'missing' }
  | { kind: 'refused' }
  | { kind: 'unreachable' }
  | { kind: 'absent' }

export type EvidenceCheckName = CheckName | 'keys' | 'checkpoint' | 'inclusion' | 'report' | 'card'
export type EvidenceReason =
  | Reason
  | 'keys-differ'
  | 'own-word'
  | 'no-answer'
  | 'not-asked'
  | 'record-altered'
  | 'malformed'
  | 'not-included'
  | 'body-differs'
  | 'list-differs'
  | 'says-otherwise'
export type EvidenceCheck = Check<EvidenceCheckName, EvidenceReason>

export function valid(name: EvidenceCheckName): EvidenceCheck {
  return { name, status: 'valid' }
}

/** Proven false. */
export function invalid(name: EvidenceCheckName, reason: EvidenceReason): EvidenceCheck {
  return { name, status: 'invalid', reason }
}

/** Could not be checked: that says nothing of the certificate. */
export function failed(name: EvidenceCheckName, reason: EvidenceReason = 'no-answer'): EvidenceCheck {
  return { name, status: 'error', reason }
}

export function skipped(name: EvidenceCheckName, reason: EvidenceReason = 'not-reached'): EvidenceCheck {
  return { name, status: 'skipped', reason }
}

/** The object that a JSON text holds, or null where it holds none. */
export function readObject(text: string): JsonObject | null {
  try {
    return asObject(JSON.parse(text) as JsonValue)
  } catch {
    return null
  }
}

export function asObject(value: JsonValue | undefined): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
}
