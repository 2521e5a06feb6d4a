import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { bytesOf, readContentBytes, textOf } from '../core/catalogue/content-bytes.ts'
import { loadFixture } from '../core/catalogue/fixtures.ts'

const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** A folder with content/ in it, where the command is run. */
function write(files: ReadonlyMap<string, Uint8Array>): string {
  const root = mkdtempSync(join(tmpdir(), 'asli-content-'))
  made.push(root)
  for (const [file, bytes] of files) put(root, file, bytes)
  return root
}

function put(root: string, file: string, bytes: Uint8Array): void {
  const path = join(root, 'content', file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes)
}

const ENVIRONMENT = { ASLI_TODAY: '2026-11-22', ASLI_ORIGIN: 'https://asli.example', LANG: 'C' }

const run = (root: string, args: string[] = [], environment: Record<string, string> = {}) =>
  runVerb(root, ['check', ...args], environment)

function runVerb(root: string, args: string[], environment: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve('functions/cli/main.ts'), 'content', ...args],
    { cwd: root, encoding: 'utf8', env: { PATH: process.env.PATH ?? '', ...ENVIRONMENT, ...environment } },
  )
  return { status, stdout, stderr, lines: stdout.trimEnd().split('\n') }
}

const demo = readContentBytes()

/** The line of the file that holds `text`, counted as an editor counts. */
function lineIn(file: string, text: string): number {
  const lines = textOf(demo.get(file)).split('\n')
  return lines.findIndex((line) => line.includes(text)) + 1
}
const HS6_LINE = lineIn('products/batik-tulis-manggur-natural/index.md', 'hs6:')

describe('asli content check', () => {
  test('finds nothing in the demo content and ends with 0', () => {
    const { status, lines } = run(write(demo))
    expect(lines.at(-1)).toBe(`0 errors, 0 warnings in ${demo.size} files.`)
    expect(status).toBe(0)
  })

  test('names the line, the field, the rule, the mend and two examples, and ends with 1', () => {
    const { status, lines } = run(write(loadFixture('PIRT-04-another-regency').files))
    const file = 'products/cassava-chips-balado-100g/index.md'
    expect(lines[0]).toBe(
      `content/${file}:${lineIn(file, 'number: 7')} attestations[0].number PIRT-04: Digits 4–7 are 3509 (Kab. ` +
        'Jember), the maker is in 3513 (Kab. Probolinggo). Correct the number from the label, or the maker’s regency. ' +
        'good 7153513000000-31 bad 7153509000000-31',
    )
    expect(lines).toContain('Each rule is explained at https://asli.example/rules/')
    expect(status).toBe(1)
  })

  test('speaks the language of the system, or the one that is asked for', () => {
    const root = write(loadFixture('PIRT-04-another-regency').files)
    const indonesian = /Digit 4–7 adalah 3509 .* benar 7153513000000-31 salah 7153509000000-31/
    expect(run(root, [], { LANG: 'id_ID.UTF-8' }).stdout).toMatch(indonesian)
    expect(run(root, ['--lang', 'id']).stdout).toMatch(indonesian)
    expect(run(root, ['--lang', 'en'], { LANG: 'id_ID.UTF-8' }).stdout).toContain('Digits 4–7 are')
    expect(run(root, ['--lang', 'fr'])).toMatchObject({ status: 2, stderr: 'There is no language “fr”: en or id.\n' })
  })

  test('tells warnings and ends with 0', () => {
    const { status, lines } = run(write(loadFixture('I18N-02-no-chinese').files))
    expect(lines[0]).toContain('I18N-02 (warning):')
    expect(lines.at(-1)).toBe(`0 errors, 1 warning in ${demo.size} files.`)
    expect(status).toBe(0)
  })

  test('tells of a draft what is missing and ends with 0; what is wrong in it ends with 1', () => {
    const file = 'products/a-draft/index.md'
    const draft = '---\nid: PRD-0099\ndemo: true\ncategory: batik\nmaker: canting-manggur-demo\n---\n'
    const root = write(new Map(demo).set(file, bytesOf(draft)))
    const { status, lines } = run(root)
    expect(lines[0]).toMatch(
      /^content\/products\/a-draft\/index\.md is a draft, \d\d things are missing: capacityPerMonth, claims, /,
    )
    expect(lines.at(-1)).toBe(`0 errors, 0 warnings in ${demo.size + 1} files.`)
    expect(status).toBe(0)
    expect(run(root, ['--lang', 'id']).lines[0]).toMatch(
      /a-draft\/index\.md masih draf, \d\d hal belum ada: capacityPerMonth, /,
    )
    put(root, file, bytesOf(draft.replace('category: batik', 'category: batiks')))
    const wrong = run(root, ['--json'])
    expect(wrong.status).toBe(1)
    expect(JSON.parse(wrong.stdout)).toMatchObject({ errors: 1, findings: [{ path: 'category' }], drafts: [{ file }] })
  })

  test('answers programs with every finding and the page that explains it', () => {
    const { status, stdout } = run(write(loadFixture('HS-03-lighter-subheading').files), ['--json'])
    expect(JSON.parse(stdout)).toMatchObject({
      errors: 1,
      warnings: 0,
      history: false,
      findings: [
        {
          file: 'products/batik-tulis-manggur-natural/index.md',
          line: HS6_LINE,
          path: 'hs6',
          rule: 'HS-03',
          severity: 'error',
          message: { en: expect.any(String), id: expect.any(String) },
          page: 'https://asli.example/rules/hs-03/',
        },
      ],
    })
    expect(status).toBe(1)
  })

  test('answers code hosts in SARIF 2.1.0, each result at its line with a rule of the list', () => {
    const { stdout } = run(write(loadFixture('HS-03-lighter-subheading').files), ['--sarif'])
    const sarif = JSON.parse(stdout)
    expect(sarif).toMatchObject({ version: '2.1.0', $schema: expect.stringMatching(/sarif-2\.1\.0\.json$/) })
    const [{ tool, results }] = sarif.runs
    expect(results).toHaveLength(1)
    const [{ ruleId, ruleIndex, level, message, locations }] = results
    expect(tool.driver.rules[ruleIndex]).toMatchObject({ id: ruleId, helpUri: 'https://asli.example/rules/hs-03/' })
    expect(['error', 'warning', 'note', 'none']).toContain(level)
    expect(message.text).toMatch(/^hs6: /)
    expect(locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'content/products/batik-tulis-manggur-natural/index.md' },
          region: { startLine: HS6_LINE },
        },
      },
    ])
  })

  test('takes another folder, and says so when there is none', () => {
    const root = write(demo)
    expect(run(root, ['content']).status).toBe(0)
    expect(run(root, ['elsewhere'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('no folder elsewhere'),
    })
    expect(run(root, ['a', 'b']).status).toBe(2)
  })

  test('takes no folder above the content folder or within it, where nothing would be wrong', () => {
    const root = write(demo)
    for (const folder of ['.', 'content/products'])
      expect(run(root, [folder]), folder).toMatchObject({
        status: 2,
        stdout: '',
        stderr: `${folder} has no products/ in it: name the folder that holds it.\n`,
      })
  })
})

describe('the history of the files', () => {
  const RECORD = 'curations/PRD-0001/2026-10-05-1.yaml'
  const STORY = 'products/robusta-roasted-200g/index.md'

  function commit(root: string, ...commands: string[][]): void {
    const identity = ['-c', 'user.name=Demo', '-c', 'user.email=demo@example.invalid', '-c', 'commit.gpgsign=false']
    for (const command of [...commands, ['add', '.'], ['commit', '-qm', 'change', '--allow-empty']]) {
      const { status, stderr } = spawnSync('git', [...identity, ...command], { cwd: root, encoding: 'utf8' })
      expect([command.join(' '), status, stderr.split('\n')[0]]).toEqual([command.join(' '), 0, expect.anything()])
    }
  }

  const found = (root: string) => run(root).lines.filter((line) => /:\d+ /.test(line))
  const edit = (root: string, file: string, find: string, replacement: string) => {
    const path = join(root, 'content', file)
    const text = readFileSync(path, 'utf8')
    expect(text).toContain(find)
    writeFileSync(path, text.replace(find, replacement))
  }

  test('shows a record that was edited after it was merged, and none that was corrected before', () => {
    const files = new Map(demo)
    files.delete(RECORD)
    const root = write(files)
    commit(root, ['init', '-qb', 'main'])
    commit(root, ['checkout', '-qb', 'curation'])
    put(root, RECORD, demo.get(RECORD) ?? new Uint8Array())
    commit(root)
    edit(root, RECORD, 'Even wax lines', 'Quite even wax lines')
    commit(root)
    expect(found(root)).toEqual([])
    commit(root, ['checkout', '-q', 'main'], ['merge', '-q', '--no-ff', 'curation', '-m', 'merge'])
    expect(found(root)).toEqual([])
    edit(root, RECORD, 'Quite even wax lines', 'Very even wax lines')
    expect(found(root)).toEqual([expect.stringContaining(`content/${RECORD}:1 CUR-06: `)])
    // Every verb sees it: status does not call approved what check refuses.
    expect(runVerb(root, ['status', 'batik-tulis-manggur-natural']).stdout).toContain('CUR-06')
  })

  test('shows a complaint that was dismissed after it had been upheld', () => {
    const root = write(demo)
    commit(root, ['init', '-qb', 'main'])
    const complaint = 'complaints/PRD-0010/2026-11-16-1.yaml'
    edit(root, complaint, 'outcome: upheld', 'outcome: dismissed')
    expect(found(root)).toEqual([expect.stringContaining(`content/${complaint}:1 CUR-06: `)])
  })

  test('shows a translation that is older than its English, until it is touched', () => {
    const root = write(demo)
    commit(root, ['init', '-qb', 'main'])
    edit(root, STORY, 'moq: 100', 'moq: 120')
    edit(root, STORY, 'min: 100,', 'min: 120,')
    commit(root)
    expect(found(root)).toEqual([])
    const english = textOf(demo.get(STORY)).trimEnd()
    put(root, STORY, bytesOf(`${english}\n\nOne more paragraph.\n`))
    commit(root)
    const translated = 'products/robusta-roasted-200g/index.id.md'
    expect(found(root)).toEqual([expect.stringContaining(`content/${translated}:1 I18N-02 (warning): `)])
    put(root, translated, bytesOf(`${textOf(demo.get(translated)).trimEnd()}\n\nSatu paragraf lagi.\n`))
    expect(found(root)).toEqual([])
  })
})

describe('a pull request', () => {
  type Matcher = { severity: string; pattern: [{ regexp: string; file: number; line: number; code: number }] }
  const matchers: Matcher[] = JSON.parse(readFileSync('.github/content-check.json', 'utf8')).problemMatcher

  /** What the code host marks of a line that the tool wrote. */
  function mark(line: string) {
    for (const { severity, pattern } of matchers) {
      const [{ regexp, file, line: at, code }] = pattern
      const found = new RegExp(regexp).exec(line)
      if (found) return { severity, file: found[file], line: Number(found[at]), rule: found[code] }
    }
  }

  test.each([
    ['HS-03-lighter-subheading', 'error', 'products/batik-tulis-manggur-natural/index.md', HS6_LINE, 'HS-03'],
    ['I18N-02-no-chinese', 'warning', 'products/.+', undefined, 'I18N-02'],
  ] as const)(
    'marks %s at its line, in both languages, and no other line of the answer',
    (name, severity, file, line, rule) => {
      const root = write(loadFixture(name).files)
      for (const lang of ['en', 'id']) {
        const marks = run(root, ['--lang', lang]).lines.flatMap((one) => mark(one) ?? [])
        expect(marks).toEqual([
          {
            severity,
            file: expect.stringMatching(new RegExp(`^content/${file}$`)),
            line: line ?? expect.any(Number),
            rule,
          },
        ])
      }
    },
  )

  test('is checked with the whole history, by what the tool is called here', () => {
    const workflow = parse(readFileSync('.github/workflows/content.yml', 'utf8'))
    const steps: { uses?: string; run?: string; with?: Record<string, unknown> }[] = workflow.jobs.check.steps
    expect(steps.find(({ uses }) => uses?.startsWith('actions/checkout@'))?.with).toMatchObject({ 'fetch-depth': 0 })
    const commands = steps.flatMap(({ run: command }) => command ?? [])
    expect(commands.filter((command) => command.startsWith('node functions/cli/main.ts content check'))).toHaveLength(2)
  })

  test('is merged when two have signed, after the check', () => {
    const { rules } = JSON.parse(readFileSync('.github/ruleset.json', 'utf8'))
    const parametersOf = (type: string) => rules.find((rule: { type: string }) => rule.type === type).parameters
    expect(parametersOf('pull_request')).toMatchObject({
      required_approving_review_count: 2,
      require_code_owner_review: true,
      dismiss_stale_reviews_on_push: true,
    })
    const workflow = parse(readFileSync('.github/workflows/content.yml', 'utf8'))
    const [{ context }] = parametersOf('required_status_checks').required_status_checks
    expect(Object.keys(workflow.jobs)).toContain(context)
  })
})
