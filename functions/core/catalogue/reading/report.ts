/** A fault at its place in a file: what the rule's table adds to what the check found. */
import type { Fault, Rule } from '../rules/rule.ts'
import { type Finding, formatPath } from './finding.ts'
import type { LineOf } from './yaml-text.ts'

export type TextLines = { lineOf?: LineOf | undefined }

/** A rule of another table that a schema's fault stands for is always an error, and its sentence says how to mend it. */
export function describeFault(
  file: string,
  fault: Fault,
  rules: Readonly<Record<string, Rule>>,
  { lineOf }: TextLines,
): Finding {
  const rule = rules[fault.rule]
  return {
    file,
    line: fault.line ?? lineOf?.(fault.path) ?? 1,
    path: formatPath(fault.path),
    rule: fault.rule,
    severity: fault.severity ?? rule?.severity ?? 'error',
    ...(fault.missing && { missing: fault.missing }),
    message: fault.message,
    mend: fault.mend ?? rule?.mend ?? { en: '', id: '' },
  }
}
