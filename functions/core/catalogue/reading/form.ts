/** What a schema refuses, as faults with their place, in English and Indonesian. */
import type { z } from 'zod'
import type { Fault } from '../rules/rule.ts'
import type { Path, Sentence } from './finding.ts'
import { describeIssue } from './form-words.ts'

type Issue = z.core.$ZodIssue

/** Every issue of a failed parse. An unknown key is a fault of its own, at its own line. */
export function listFormFaults(issues: readonly Issue[], value: unknown): Fault[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)))
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => fault('FORM-01', [...path, key], describeIssue(issue, key, undefined)))
    }
    const given = valueAt(value, path)
    const field = String(path.findLast((part) => typeof part === 'string') ?? '')
    const found = fault(ruleOf(issue, path, given), path, describeIssue(issue, field, given))
    return [isMissing(issue, given) ? { ...found, missing: true } : found]
  })
}

function fault(rule: string, path: Path, message: Sentence): Fault {
  return { rule, path, message }
}

/** Not there, or fewer in a list than there must be. */
function isMissing(issue: Issue, given: unknown): boolean {
  return given === undefined || (issue.code === 'too_small' && issue.origin === 'array')
}

/** Where the form of a field is what a rule is about, the finding bears the rule's id. */
function ruleOf(issue: Issue, path: Path, given: unknown): string {
  const last = path.at(-1)
  const missing = given === undefined
  if (last === 'en' && missing) return path.includes('alt') ? 'IMG-01' : 'I18N-01'
  if (path.includes('alt') || (last === 'images' && issue.code === 'too_small')) return 'IMG-01'
  if (last === 'nib' && !missing) return 'NIB-01'
  if (last === 'allergens' && missing) return 'FOOD-03'
  if (last === 'curators' && issue.code === 'custom') return 'CUR-04'
  if (isRegency(path) && typeof given === 'string' && !/\d/.test(given)) return 'REG-01'
  return 'FORM-01'
}

function isRegency(path: Path): boolean {
  return path.at(-1) === 'regency' || path.at(-2) === 'regencies'
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, part) => {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, part)) return undefined
    return (inner as Record<string | number, unknown>)[part]
  }, value)
}
