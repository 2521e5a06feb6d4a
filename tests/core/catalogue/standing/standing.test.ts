import { describe, expect, test } from 'vitest'
import { readCatalogue } from '#core/catalogue/reading/read-catalogue.ts'
import { checkCatalogue } from '#core/catalogue/rules/check.ts'
import { describeStandings } from '#core/catalogue/standing/standing.ts'
import { bytesOf, readContentBytes, textOf } from '../content-bytes.ts'
import { demoOccasion } from '../fixtures.ts'

const SLUG = 'batik-tulis-manggur-natural'
const FOLDER = `products/${SLUG}`
const FILE = `${FOLDER}/index.md`
const MAKER = 'makers/canting-manggur-demo.yaml'
const RECORD = 'curations/PRD-0001/2026-10-05-1.yaml'
const demo = readContentBytes()

type Edit = [file: string, find: string | RegExp, replacement: string]

/** The standing of the cloth after these edits; a file without a text is taken away. */
function stand(edits: Edit[] = [], { today = demoOccasion.today, drop = [] as string[], add = {} } = {}) {
  const files = new Map(demo)
  for (const [file, find, replacement] of edits) {
    const changed = textOf(files.get(file)).replace(find, replacement)
    expect(changed).not.toBe(textOf(files.get(file)))
    files.set(file, bytesOf(changed))
  }
  for (const [file, text] of Object.entries<string>(add)) files.set(file, bytesOf(text))
  for (const file of drop) files.delete(file)
  const catalogue = readCatalogue(files)
  const findings = checkCatalogue(catalogue, { ...demoOccasion, today })
  return describeStandings(catalogue, { today, findings })(SLUG)
}
const open = ({ steps }: ReturnType<typeof stand>) => steps.filter(({ done }) => !done)
const undone = (standing: ReturnType<typeof stand>) => open(standing).map(({ id }) => id)

describe('describeStandings', () => {
  test('says of an approved product that every step is done, and asks for nothing', () => {
    const standing = stand()
    expect(standing).toMatchObject({
      slug: SLUG,
      id: 'PRD-0001',
      state: 'approved',
      expiresAt: '2028-04-05',
      findings: [],
    })
    expect(standing.steps.map(({ id }) => id)).toEqual(['files', 'maker', 'consent', 'stories', 'pictures', 'curation'])
    expect(open(standing)).toEqual([])
    expect(standing.steps.filter((one) => 'mend' in one)).toEqual([])
  })

  test.each<[string, string, Edit[], string[]]>([
    ['a field is missing', 'draft', [[FILE, 'moq: 5\n', '']], ['files', 'pictures', 'curation']],
    ['the maker has stopped', 'withdrawn', [[MAKER, 'active: true', 'active: false']], ['maker', 'curation']],
    ['the consent was taken back', 'withdrawn', [[MAKER, /^consentRef: .*\n/m, '']], ['consent', 'curation']],
    ['the maker breaks a rule', 'draft', [[MAKER, /^regency: .*$/m, 'regency: "35.99"']], ['files', 'curation']],
    [
      'there is no such maker',
      'draft',
      [[FILE, /^maker: .*$/m, 'maker: nobody-demo']],
      ['files', 'maker', 'consent', 'curation'],
    ],
    [
      'the product was withdrawn',
      'withdrawn',
      [[FILE, 'hsStatus: declared', 'hsStatus: declared\nwithdrawn: { at: 2026-11-20, by: maker }']],
      ['curation'],
    ],
    ['it was edited', 'superseded', [[FILE, 'arealMass: 118', 'arealMass: 119']], ['curation']],
    ['the curators gave it back', 'returned', [[RECORD, 'decision: approved', 'decision: returned']], ['curation']],
    [
      'the producer did not agree to the examination',
      'submitted',
      [[RECORD, /^producerConsent: .*\n/m, '']],
      ['curation'],
    ],
    // A record's own fault is for the curators: the product is whole.
    ['the record breaks a rule', 'submitted', [[RECORD, 'safety: pass', 'safety: fail']], ['curation']],
    ['a translation is missing', 'approved', [[FILE, /^ {2}ja: .*\n/m, '']], []],
  ])('where %s, it is %s', (_, state, edits, steps) => {
    const standing = stand(edits)
    expect([standing.state, undone(standing)]).toEqual([state, steps])
  })

  test('follows the calendar, the examination that is open, and the record that is gone', () => {
    expect(stand([], { today: '2028-04-05' }).state).toBe('approved')
    expect(stand([], { today: '2028-04-06' }).state).toBe('expired')
    expect(stand([], { add: { 'curations/PRD-0001/.examination.yaml': 'coi: {}\n' } }).state).toBe('in-curation')
    expect(stand([], { add: { 'curations/PRD-0002/.examination.yaml': 'coi: {}\n' } }).state).toBe('approved')
    expect(stand([], { drop: [RECORD] })).toMatchObject({ state: 'submitted', expiresAt: undefined })
  })

  test('names the pictures that are not there', () => {
    const standing = stand([], { drop: [`${FOLDER}/images/detail.webp`, `${FOLDER}/images/packaging.webp`] })
    expect(open(standing).find(({ id }) => id === 'pictures')?.mend).toEqual({
      en: `Put images/detail.webp, images/packaging.webp into content/${FOLDER}/.`,
      id: `Simpan images/detail.webp, images/packaging.webp di content/${FOLDER}/.`,
    })
  })

  test.each([`${FOLDER}/index.md`, `${FOLDER}/index.id.md`])('asks for the story of %s', (file) => {
    const [front = ''] = textOf(demo.get(file)).match(/^---\n.*?\n---\n/s) ?? []
    const standing = stand([], { add: { [file]: `${front}\n` } })
    expect(undone(standing)).toContain('stories')
    expect(undone(stand([], { drop: [`${FOLDER}/index.id.md`] }))).toEqual(['stories'])
  })

  test('counts the errors to mend, in both languages', () => {
    const mendOf = (edits: Edit[]) => stand(edits).steps.find(({ id }) => id === 'files')?.mend
    const one: Edit = [FILE, 'moq: 5\n', '']
    expect(mendOf([one])).toEqual({ en: 'Mend the one error below.', id: 'Perbaiki 1 kesalahan di bawah ini.' })
    expect(mendOf([one, [FILE, 'hsStatus: declared\n', '']])).toEqual({
      en: 'Mend the 2 errors below.',
      id: 'Perbaiki 2 kesalahan di bawah ini.',
    })
  })

  test('tells what to do about the maker by whether there is one', () => {
    const mendOf = (edits: Edit[]) => open(stand(edits)).find(({ id }) => id === 'maker')?.mend
    expect(mendOf([[MAKER, 'active: true', 'active: false']])?.en).toBe(
      `Set active: true in content/${MAKER} when the maker works again.`,
    )
    expect(mendOf([[FILE, /^maker: .*$/m, 'maker: nobody-demo']])).toEqual({
      en: 'Mend or add content/makers/nobody-demo.yaml: content new maker.',
      id: 'Perbaiki atau buat content/makers/nobody-demo.yaml: content new maker.',
    })
  })

  test('knows the id and the maker of a product that cannot be read, and nothing of one that is empty', () => {
    const broken = stand([[FILE, 'moq: 5\n', 'moq: [5\n']])
    expect(broken).toMatchObject({ id: 'PRD-0001', state: 'draft', expiresAt: '2028-04-05' })
    expect(undone(broken)).toEqual(['files', 'pictures', 'curation'])
    const empty = stand([], { add: { [FILE]: '' }, drop: [RECORD] })
    expect(empty).toMatchObject({ id: undefined, state: 'draft', expiresAt: undefined })
    expect(open(empty).find(({ id }) => id === 'maker')?.mend?.en).toBe(
      'Mend or add content/makers/SLUG.yaml: content new maker.',
    )
  })

  test('lists what was found in its own files, its maker’s and its records’, and in no others', () => {
    const standing = stand([
      [FILE, /^ {2}ja: .*\n/m, ''],
      [MAKER, /version: "20\d\d"/, ''],
      [RECORD, 'safety: pass', 'safety: fail'],
      ['products/robusta-roasted-200g/index.md', /^ {2}ja: .*\n/m, ''],
      ['makers/cap-oling-demo.yaml', /version: "20\d\d"/, ''],
      ['curations/PRD-0002/2026-10-06-1.yaml', 'safety: pass', 'safety: fail'],
    ])
    expect(standing.findings.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
      `CUR-03 ${RECORD}`,
      `KBLI-01 ${MAKER}`,
      `I18N-02 ${FILE}`,
    ])
  })

  test('speaks English and Indonesian, each in its place', () => {
    const all = [...stand([[FILE, 'moq: 5\n', '']], { drop: [MAKER, `${FOLDER}/index.id.md`] }).steps]
    for (const { what, mend } of all) {
      for (const { en, id } of mend ? [what, mend] : [what]) {
        expect(en).toMatch(/\b(and|the|The|Then|error|add|least|into|told|it|more|owner)\b/)
        expect(id).toMatch(/\b(dan|di|Berikutnya|sesuai|Pemilik|atau|Mintalah|Ada|Disetujui|kisahnya)\b/)
      }
    }
  })
})
