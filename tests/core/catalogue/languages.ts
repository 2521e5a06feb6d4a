/** That what is said in two languages stands in its own: two sentences that changed places look right to every other test. */
import { expect } from 'vitest'
import type { Finding } from '#core/catalogue/reading/finding.ts'

/** Words that stand in one of the two languages alone. What is quoted may be in any. */
const ENGLISH = /\b(the|is|are|was|of|and|this|there|than|to|with|says|or|what)\b/i
const INDONESIAN =
  /\b(yang|dan|di|dari|ini|belum|tidak|bukan|sampai|sedangkan|untuk|atau|harus|dengan|poin|adalah|seperti|memuat|berlaku)\b/i
const unquoted = (text: string) => text.replace(/“[^”]*”|"[^"]*"/g, '')

export function expectLanguages(findings: readonly Pick<Finding, 'rule' | 'message' | 'mend'>[]): void {
  for (const { rule, message, mend } of findings) {
    expect(unquoted(`${message.en} ${mend.en}`)).not.toMatch(INDONESIAN)
    // What the parser of YAML says is English.
    if (rule !== 'YAML-01') expect(unquoted(`${message.id} ${mend.id}`)).not.toMatch(ENGLISH)
  }
}
