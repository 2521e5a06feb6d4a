/** Every rule of the content folder: what `asli content check` tells, and what the pages below /rules/ explain. */
import { claimRules } from './claims.ts'
import { curationRules } from './curation-rules.ts'
import { demoRules } from './demo.ts'
import { fileRules } from './file-rules.ts'
import { foodRules } from './food.ts'
import { languageRules } from './languages.ts'
import { licenseRules } from './licenses.ts'
import { marketRules } from './markets.ts'
import { personalDataRules } from './personal-data.ts'
import { pictureRules } from './pictures.ts'
import { praiseRules } from './praise.ts'
import { referenceRules } from './references.ts'
import type { Rule } from './rule.ts'
import { textileRules } from './textiles.ts'
import { tradeRules } from './trade.ts'

/** Rule id → rule, families in the order in which a file is read. */
export const rules = {
  ...fileRules,
  ...referenceRules,
  ...textileRules,
  ...claimRules,
  ...licenseRules,
  ...foodRules,
  ...tradeRules,
  ...marketRules,
  ...pictureRules,
  ...languageRules,
  ...praiseRules,
  ...personalDataRules,
  ...curationRules,
  ...demoRules,
} as const satisfies Record<string, Rule>

export type RuleId = keyof typeof rules

/** The last part of the address of a rule's page: `pirt-04` of `PIRT-04`. */
export function slugOfRule(id: string): string {
  return id.toLowerCase()
}
