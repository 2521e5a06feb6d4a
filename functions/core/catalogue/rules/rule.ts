/** What a rule is, and what a check says when a file breaks it. */
import type { Path, Sentence, Severity } from '../reading/finding.ts'

export type Rule = {
  /** What is wrong, in a few words. */
  title: Sentence
  /** A warning never keeps a product out: a fact that nobody could confirm only warns. */
  severity: Severity
  /** Why there is such a rule. */
  why: Sentence
  /** How to mend it, where the finding knows nothing better. */
  mend: Sentence
  good: string
  bad: string
}

/** One broken rule at one place of a file. */
export type Fault<Id extends string = string> = {
  rule: Id
  path: Path
  /** Where the place is known better than by the path: from 1. */
  line?: number
  /** Something is not there yet; absent where something is there and wrong. */
  missing?: true
  /** Where the rule is less strict for this very case. */
  severity?: Severity
  message: Sentence
  mend?: Sentence
}

/** A fault at a field, in both languages. */
export function faultAt<Id extends string>(rule: Id, path: Path, en: string, id: string, mend?: Sentence): Fault<Id> {
  return { rule, path, message: { en, id }, ...(mend && { mend }) }
}
