/** What is said about a content file: where, by which rule, what is wrong, and how to mend it. */

/** A sentence for the reader: English, and Indonesian for the curators. */
export type Sentence = { en: string; id: string }

/** An error keeps the product out; a warning never does. */
export type Severity = 'error' | 'warning'

/** Where in a file: keys, and places in lists from 0. */
export type Path = readonly (string | number)[]

export type Finding = {
  /** The file's path below content/. */
  file: string
  /** From 1: the line of the field, or of its nearest parent where the field is missing. */
  line: number
  /** The field, `attestations[0].number`; empty where the whole file is meant. */
  path: string
  /** The rule's id, `PIRT-04`: `rules/rules.ts` and the page /rules/pirt-04/ tell more. */
  rule: string
  severity: Severity
  /** Something is not there yet: of a draft that is no fault. */
  missing?: true
  /** What is wrong. */
  message: Sentence
  /** What to do about it. */
  mend: Sentence
}

/** `attestations[0].number` of `['attestations', 0, 'number']`. */
export function formatPath(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`
    return text === '' ? part : `${text}.${part}`
  }, '')
}

/** By file, then line, then rule: the order in which a person mends. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.rule, b.rule) || compare(a.path, b.path),
  )
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
