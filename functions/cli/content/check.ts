/** `asli content check`: every rule over every content file. */
import { relative } from 'node:path'
import { type Draft, setDraftsAside } from '#core/catalogue/drafts.ts'
import type { Finding } from '#core/catalogue/reading/finding.ts'
import { readCatalogue } from '#core/catalogue/reading/read-catalogue.ts'
import { checkCatalogue } from '#core/catalogue/rules/check.ts'
import { type RuleId, rules, slugOfRule } from '#core/catalogue/rules/rules.ts'
import { exit, type Input, misuse, type Output, plain, text } from '../command.ts'
import { readFolder, readOccasion } from './folder.ts'
import { readHistory } from './history.ts'
import { formatSarif } from './sarif.ts'
import { type Lang, readLang, words } from './words.ts'

/** Exit code 1 on errors; warnings are told and never fail, and no more does what a draft does not have yet. */
export async function check(input: Input): Promise<Output> {
  const [folder = 'content', ...more] = input.positionals
  if (more.length > 0)
    throw misuse({
      en: 'Name one folder, or none for content/. See --help.',
      id: 'Sebutkan satu folder, atau kosongkan untuk content/. Lihat --help.',
    })
  const lang = readLang(input.options.lang)
  const origin = readSite(input)
  const files = readFolder(folder)
  const history = readHistory(folder)
  const catalogue = readCatalogue(files)
  const all = checkCatalogue(catalogue, { ...readOccasion(), ...(history && { history }) })
  const { drafts, findings } = setDraftsAside(catalogue, all)
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const warnings = findings.length - errors
  const place = (relative('.', folder) || '.').replaceAll('\\', '/')
  const summary = words[lang].summary(errors, warnings, files.size)
  const begun = drafts.map((draft) => describeDraft(draft, place, lang))
  const shown = findings.map((finding) => describeFinding(finding, place, lang))
  const explained = findings.length > 0 ? [words[lang].more(`${origin}/rules/`)] : []
  return {
    lines: input.options.sarif
      ? [JSON.stringify(formatSarif(findings, { folder: place, origin, lang }), null, 2)]
      : [...shown, ...begun, ...(history ? [] : [words[lang].noHistory]), ...explained, summary],
    json: {
      errors,
      warnings,
      files: files.size,
      history: history !== undefined,
      findings: findings.map(withPage(origin)),
      drafts,
    },
    code: errors > 0 ? exit.refused : exit.done,
  }
}

/** The site whose pages explain the rules; the build's own default where none is named, since checking needs no site. */
function readSite({ options }: Input): string {
  return (text(options.origin) ?? process.env.ASLI_ORIGIN ?? 'http://localhost:8787').replace(/\/$/, '')
}

/** One line a finding: where, which rule, what, how to mend it, a good and a bad example. */
export function describeFinding(
  { file, line, path, rule, severity, message, mend }: Finding,
  folder: string,
  lang: Lang,
): string {
  const { good, bad } = rules[rule as RuleId]
  const named = severity === 'warning' ? `${rule} (${words[lang].warning}):` : `${rule}:`
  const parts = [`${folder}/${file}:${line}`, path, named, message[lang], mend[lang]]
  const example = `${words[lang].good} ${inLine(good)} ${words[lang].bad} ${inLine(bad)}`
  return plain([...parts.filter((part) => part !== ''), example].join(' '))
}

/** One line a draft: that it is one, and what is missing. */
function describeDraft({ file, missing }: Draft, folder: string, lang: Lang): string {
  return plain(words[lang].draft(`${folder}/${file}`, missing.length, missing.join(', ')))
}

function inLine(example: string): string {
  return example.replaceAll('\n', ' ⏎ ')
}

function withPage(origin: string) {
  return (finding: Finding) => ({ ...finding, page: `${origin}/rules/${slugOfRule(finding.rule)}/` })
}
