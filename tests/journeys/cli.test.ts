/** What the command line says when something is wrong: one sentence with the place and the mend. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBuiltWorker } from '../support/built-worker.ts'
import { openFolder, runAsli } from '../support/local.ts'
import type { TestWorker } from '../support/worker.ts'

const place = openFolder()
let worker: TestWorker
beforeAll(async () => {
  worker = await openBuiltWorker()
})
afterAll(async () => {
  await worker.close()
  place.close()
})

const write = (name: string, text: string) => {
  const file = join(place.folder, name)
  writeFileSync(file, text)
  return file
}
const piece = `kind: piece
product: batik-tulis-manggur-natural
design: { id: kawung-cli, name: Kawung, exclusivity: exclusive }
madeOn: 2026-11-02
soldOn: 2026-11-14
`
const asli = (...args: string[]) =>
  runAsli({ ...place.env, ASLI_ORIGIN: worker.origin, ASLI_TOKEN: worker.maker }, ...args)

describe('asli issue', () => {
  test.each([
    ['malformed YAML', 'kind: piece\ndesign: {', /bad\.yaml:\d+:\d+ is not YAML: /],
    ['a list instead of fields', '- piece', /holds no fields: see sample\.yaml/],
    ['a missing field', piece.replace('madeOn: 2026-11-02\n', ''), /bad\.yaml madeOn is missing/],
    ['a date in the future', piece.replace('2026-11-14', '2999-11-14'), /bad\.yaml:5 soldOn must not be in the future/],
    ['a field that does not exist', `${piece}colour: red\n`, /bad\.yaml:6 colour is not a field here/],
    ['a customer’s name', `${piece}customer: Ibu Sari\n`, /bad\.yaml:6 customer is not a field here, and was not sent/],
    [
      'a wrong type deep inside',
      `${piece}marks:\n  - where: corner\n    text: 5\n`,
      /bad\.yaml:8 marks\.0\.text must be/,
    ],
    ['an unknown product', piece.replace('batik-tulis', 'batik-tiru'), /bad\.yaml:2 product is not in the catalogue/],
    ['a photo that is not there', `${piece}photos: [{ file: none.jpg }]\n`, /there is no photo .*none\.jpg/],
  ])('%s is refused at its place', (_, text, sentence) => {
    const { status, stderr, stdout } = asli('issue', write('bad.yaml', text))
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(sentence)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  test.each([
    ['an alias', `${piece}marks: &a []\nphotos: *a\n`, /uses YAML anchors or aliases/],
    ['an anchor without its alias', `${piece}photos: *nowhere\n`, /is not YAML|anchors or aliases/],
  ])('%s is refused in one sentence', (_, text, sentence) => {
    const { status, stderr } = asli('issue', write('alias.yaml', text))
    expect([status, stderr]).toEqual([1, expect.stringMatching(sentence)])
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  test('a file of a withdrawn certificate is said to be withdrawn, with what to do', () => {
    const file = write('gone.yaml', piece.replace('kawung-cli', 'kawung-gone'))
    const { code } = JSON.parse(asli('issue', file, '--json').stdout) as { code: string }
    asli('revoke', code, '--reason', 'returned')
    expect(asli('issue', file).stdout).toMatch(new RegExp(`certified as ${code}, which has been withdrawn`))
  })

  test('an edited file takes a new key, and the earlier code is kept', () => {
    const file = write('edited.yaml', piece.replace('kawung-cli', 'kawung-one'))
    const first = JSON.parse(asli('issue', file, '--json').stdout) as { code: string }
    write('edited.yaml', piece.replace('kawung-cli', 'kawung-two'))
    const second = JSON.parse(asli('issue', file, '--json').stdout) as { code: string }
    const slips = JSON.parse(readFileSync(join(place.folder, 'edited.asli.json'), 'utf8')) as { code: string }[]
    expect(slips.map(({ code }) => code)).toEqual([first.code, second.code])
  })

  test('a photo is sent as its fingerprint alone', () => {
    write('photo.jpg', 'not really a photo')
    const text = `${piece.replace('kawung-cli', 'kawung-photo')}photos: [{ file: photo.jpg, takenAt: "2026-11-10T03:00:00Z" }]\n`
    const { status, stdout } = asli('issue', write('photo.yaml', text), '--json')
    expect(status).toBe(0)
    expect(stdout).toMatch(/"sha256": "[0-9a-f]{64}"/)
  })

  test('--dry-run checks and issues nothing', () => {
    const file = write('dry.yaml', piece.replace('kawung-cli', 'kawung-dry'))
    expect(asli('issue', file, '--dry-run').stdout).toBe('Nothing to refuse; nothing was issued.\n')
    expect(asli('issue', file).stdout).toContain('Certified')
  })
})

describe('asli', () => {
  test('tells what it can do', () => {
    const { status, stdout } = asli('--help')
    expect(status).toBe(0)
    for (const command of ['issue', 'revoke', 'token', 'keys']) {
      expect(stdout).toContain(command)
      expect(asli(command, '--help').status).toBe(0)
    }
  })

  test.each([
    [['nothing'], /There is no command “nothing”/],
    [['issue'], /Name one YAML or CSV file/],
    [['issue', 'missing.yaml'], /There is no file missing\.yaml/],
    [['issue', 'tests'], /tests cannot be read \(EISDIR\)/],
    [['token', 'list', '--origin', 'asli.example'], /“asli\.example” is no address/],
    [['issue', 'x.yaml', '--wrong'], /There is no option --wrong here/],
    [['revoke', 'XYZ', '--reason', 'returned'], /“XYZ” is no code/],
    [['revoke', '0000-0000-0000', '--reason', 'because'], /Give --reason with one of data-error, returned/],
    [['token', 'make'], /Say create, list, or revoke/],
  ])('%j is misuse: exit code 2 and one sentence', (args, sentence) => {
    const { status, stderr } = asli(...args)
    expect(status).toBe(2)
    expect(stderr).toMatch(sentence)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  test('a code that was never issued cannot be withdrawn', () => {
    const { status, stderr } = asli('revoke', '000000000000', '--reason', 'returned')
    expect([status, stderr]).toEqual([1, expect.stringContaining('No certificate of this registry has that code')])
  })

  test('a registry that does not answer is named, with the mend', () => {
    const { status, stderr } = asli('token', 'list', '--origin', 'http://127.0.0.1:9', '--token', 'x')
    expect([status, stderr]).toEqual([
      1,
      'No registry answers at http://127.0.0.1:9: start it with `npm start`, or name another with --origin.\n',
    ])
  })

  test('a maker’s token cannot list tokens; the administrator’s makes, lists and withdraws them', () => {
    expect(asli('token', 'list').stderr).toContain('This token may not do that')
    const admin = (...args: string[]) => asli('token', ...args, '--token', worker.admin)
    const made = JSON.parse(
      admin('create', '--role', 'curator', '--label', 'by hand', '--days', '3', '--json').stdout,
    ) as { id: string }
    expect(admin('list').stdout).toContain('by hand')
    expect(admin('revoke', made.id).stdout).toBe(`Withdrawn: ${made.id}\n`)
  })

  test('the local tokens are never sent to another registry', () => {
    writeFileSync(
      place.env.ASLI_LOCAL as string,
      JSON.stringify({ origin: 'http://localhost:1', tokens: { admin: worker.admin } }),
    )
    const { stderr } = runAsli(place.env, 'token', 'list', '--origin', worker.origin)
    expect(stderr).toBe(`No token is known for ${worker.origin}: give one with --token or in ASLI_TOKEN.\n`)
  })
})
