/** Findings as SARIF 2.1.0, the form in which code hosts show them beside the lines of a change. */
import type { Finding } from '#core/catalogue/reading/finding.ts'
import { rules, slugOfRule } from '#core/catalogue/rules/rules.ts'
import type { Lang } from './words.ts'

/** `folder` is relative to the repository, `origin` is the site that explains the rules. */
export function formatSarif(
  findings: readonly Finding[],
  { folder, origin, lang }: { folder: string; origin: string; lang: Lang },
) {
  const ids = Object.keys(rules)
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'asli content check',
            informationUri: `${origin}/rules/`,
            rules: Object.entries(rules).map(([id, rule]) => ({
              id,
              shortDescription: { text: rule.title[lang] },
              fullDescription: { text: rule.why[lang] },
              helpUri: `${origin}/rules/${slugOfRule(id)}/`,
              help: { text: rule.mend[lang] },
              defaultConfiguration: { level: rule.severity },
            })),
          },
        },
        results: findings.map((finding) => ({
          ruleId: finding.rule,
          ruleIndex: ids.indexOf(finding.rule),
          level: finding.severity,
          message: {
            text: [finding.path && `${finding.path}:`, finding.message[lang], finding.mend[lang]]
              .filter(Boolean)
              .join(' '),
          },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(`${folder}/${finding.file}`) },
                region: { startLine: finding.line },
              },
            },
          ],
          // Stays the same when lines move, so that a known finding is not shown as a new one.
          partialFingerprints: { 'asliContent/v1': `${finding.file}#${finding.path}#${finding.rule}` },
        })),
      },
    ],
  }
}
