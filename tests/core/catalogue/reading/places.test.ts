import { describe, expect, test } from 'vitest'
import { type Finding, formatPath, sortFindings } from '#core/catalogue/reading/finding.ts'
import { splitMarkdown } from '#core/catalogue/reading/markdown-text.ts'
import { placeOf } from '#core/catalogue/reading/place.ts'
import { readCatalogue } from '#core/catalogue/reading/read-catalogue.ts'
import { bytesOf, readContentBytes, textOf } from '../content-bytes.ts'
import { expectLanguages } from '../languages.ts'

const demo = readContentBytes()
const PRODUCT = 'products/batik-tulis-manggur-natural'
const MAKER = 'makers/canting-manggur-demo.yaml'
const RECORD = 'curations/PRD-0001/2026-10-05-1.yaml'

/** What is found once these files have these texts. */
function findingsWith(changes: Record<string, string>): string[] {
  const files = new Map(demo)
  for (const [file, text] of Object.entries(changes)) files.set(file, bytesOf(text))
  const { findings } = readCatalogue(files)
  expectLanguages(findings)
  return findings.map(({ rule, file, path }) => `${rule} ${file} ${path}`.trim())
}
const edit = (file: string, find: string | RegExp, replacement: string) => {
  const text = textOf(demo.get(file))
  expect(text.replace(find, replacement)).not.toBe(text)
  return text.replace(find, replacement)
}

describe('placeOf', () => {
  test.each([
    ['products/a-b/index.md', 'product a-b'],
    ['products/a-b/index.id.md', 'story a-b id'],
    ['products/a-b/index.ja.md', 'story a-b ja'],
    // English stands in index.md, and there is no French.
    ['products/a-b/index.en.md', 'stray'],
    ['products/a-b/index.fr.md', 'stray'],
    ['products/a-b/old-index.id.md', 'stray'],
    ['products/a-b/index.id.mdx', 'stray'],
    ['products/a-b/index.id.md.orig', 'stray'],
    ['products/a-b/notes/index.md', 'stray'],
    ['products/a-b/images/hero.webp', 'image a-b'],
    ['products/a-b/images/hero.svg', 'stray'],
    ['products/a-b/images/hero.webp.bak', 'stray'],
    ['products/a-b/images/old/hero.webp', 'stray'],
    ['products/a-b/old/images/hero.webp', 'stray'],
    ['makers/a-b.yaml', 'maker a-b'],
    ['makers/a-b.yaml.bak', 'stray'],
    ['makers/.yaml', 'hidden'],
    ['makers/old/a-b.yaml', 'stray'],
    ['clusters/a-b.yaml', 'cluster a-b'],
    ['curators/kur-1.yaml', 'curator kur-1'],
    ['rubrics/export-v1.yaml', 'rubric export-v1'],
    ['vocab/units.yaml', 'vocab units'],
    ['others/a-b.yaml', 'stray'],
    ['toString/a-b.yaml', 'stray'],
    ['a-b.yaml', 'stray'],
    ['curations/PRD-0001/2026-10-05-1.yaml', 'curation PRD-0001/2026-10-05-1'],
    ['curations/PRD-0001/2026-10-05-1.yml', 'stray'],
    ['curations/PRD-0001/old/2026-10-05-1.yaml', 'stray'],
    ['curations/PRD-0001/old.yaml/2026-10-05-1.yaml', 'stray'],
    ['curations/2026-10-05-1.yaml', 'stray'],
    ['complaints/PRD-0001/2026-10-05-1.yaml', 'complaint PRD-0001/2026-10-05-1'],
    ['complaints/2026-10-05-1.yaml', 'stray'],
    ['curations/PRD-0001/.examination.yaml', 'hidden'],
    ['.git/config', 'hidden'],
    ['schemas/maker.schema.json', 'hidden'],
    ['schemas/maker.schema.json.bak', 'stray'],
    ['old/schemas/maker.schema.json', 'stray'],
  ])('takes %s for %s', (path, place) => {
    expect(Object.values(placeOf(path)).join(' ')).toBe(place)
  })
})

describe('the names of files', () => {
  const product = (slug: string) => {
    const text = edit(`${PRODUCT}/index.md`, 'id: PRD-0001', 'id: PRD-0099')
    return findingsWith({ [`products/${slug}/index.md`]: text })
  }
  const maker = (slug: string) => findingsWith({ [`makers/${slug}.yaml`]: edit(MAKER, 'id: ENT-0001', 'id: ENT-0099') })
  const cluster = (slug: string) => {
    const text = edit('clusters/batik-probolinggo.yaml', /^id: .*$/m, 'id: CLS-NEW')
    return findingsWith({ [`clusters/${slug}.yaml`]: text })
  }

  test.each([
    ['products', product, '/index.md'],
    ['makers', maker, '.yaml'],
    ['clusters', cluster, '.yaml'],
  ] as const)('of %s are small letters, digits and hyphens, 3 to 60 of them', (folder, add, end) => {
    for (const slug of ['abc', 'a-1', 'x'.repeat(60)]) expect(add(slug)).toEqual([])
    for (const slug of ['ab', 'x'.repeat(61), 'Abc', 'abc_d', 'abc d'])
      expect(add(slug)).toEqual([`FILE-06 ${folder}/${slug}${end}`])
  })

  test('of curators and rubrics are their ids, of records their product and day', () => {
    const curator = edit('curators/kur-demo-01.yaml', 'KUR-DEMO-01', 'KUR-NEW')
    expect(findingsWith({ 'curators/kur-new.yaml': curator })).toEqual([])
    expect(findingsWith({ 'curators/new.yaml': curator })).toEqual(['FILE-06 curators/new.yaml'])
    const rubric = edit('rubrics/export-v1.yaml', 'id: export-v1', 'id: export-v2')
    expect(findingsWith({ 'rubrics/export-v2.yaml': rubric })).toEqual([])
    expect(findingsWith({ 'rubrics/new.yaml': rubric })).toEqual(['FILE-06 rubrics/new.yaml'])
    const record = edit(RECORD, 'CUR-2026-0001', 'CUR-2026-0099')
    expect(findingsWith({ 'curations/PRD-0001/2026-10-05-12.yaml': record })).toEqual([])
    for (const name of ['PRD-0001/2026-10-05', 'PRD-0001/2026-10-05-1x', 'PRD-0002/2026-10-05-1'])
      expect(findingsWith({ [`curations/${name}.yaml`]: record })).toEqual([`FILE-06 curations/${name}.yaml`])
  })
})

describe('an id that stands twice', () => {
  test.each([
    ['a cluster', 'clusters/tenun-kediri.yaml', /^id: .*$/m, 'id: CLS-ANYAMAN-LAMONGAN'],
    ['a record', 'curations/PRD-0002/2026-10-06-1.yaml', /^id: .*$/m, 'id: CUR-2026-0001'],
  ])('is named in %s, at the second file', (_, file, find, replacement) => {
    expect(findingsWith({ [file]: edit(file, find, replacement) })).toEqual([`ID-01 ${file} id`])
  })

  test('is named in a vocabulary, at the second entry', () => {
    const found = findingsWith({
      'vocab/units.yaml': edit('vocab/units.yaml', /(entries:\n)([\s\S]*?)(?=\n {2}- )/, '$1$2\n$2'),
    })
    expect(found).toEqual(['ID-01 vocab/units.yaml entries[1].id'])
  })
})

describe('the rule of a field', () => {
  test.each([
    ['an NIB of another length', MAKER, /^nib: .*$/m, 'nib: "123"', 'NIB-01', 'nib'],
    ['no NIB', MAKER, /^nib: .*\n/m, '', 'FORM-01', 'nib'],
    ['a regency by its name', MAKER, /^regency: .*$/m, 'regency: Malang', 'REG-01', 'regency'],
    ['a regency without quotes', MAKER, /^regency: .*$/m, 'regency: 35.13', 'FORM-01', 'regency'],
    ['a regency of five digits', MAKER, /^regency: .*$/m, 'regency: "35.133"', 'FORM-01', 'regency'],
    [
      'a regency of a list by its name',
      'clusters/tenun-kediri.yaml',
      /^regencies: .*$/m,
      'regencies: [Kediri]',
      'REG-01',
      'regencies[0]',
    ],
    [
      'allergens of another kind',
      'products/robusta-roasted-200g/index.md',
      /^allergens: .*$/m,
      'allergens: none',
      'FORM-01',
      'allergens',
    ],
    [
      'no ingredients',
      'products/robusta-roasted-200g/index.md',
      /^ingredients:\n( .*\n)+/m,
      '',
      'FORM-01',
      'ingredients',
    ],
    ['one curator', RECORD, /^curators: .*$/m, 'curators: [KUR-DEMO-01]', 'FORM-01', 'curators'],
    ['an empty English name', `${PRODUCT}/index.md`, /^ {2}en: Hand.*$/m, '  en: ""', 'FORM-01', 'name.en'],
    ['a picture without English', `${PRODUCT}/index.md`, /alt:\n\s+en: .*\n/, 'alt:\n', 'IMG-01', 'images[0].alt.en'],
    ['pictures of another kind', `${PRODUCT}/index.md`, /^images:\n( .*\n)+/m, 'images: none\n', 'FORM-01', 'images'],
  ])('is, for %s, the one that is about it', (_, file, find, replacement, rule, path) => {
    expect(findingsWith({ [file]: edit(file, find, replacement) })).toContain(`${rule} ${file} ${path}`)
  })

  test('is none about a list in a list, nor a field of a value that is no group', () => {
    const found = findingsWith({ [MAKER]: edit(MAKER, /^people:\n( .*\n)+/m, 'people: [[], 5, null]\n') })
    expect(found).toEqual([0, 1, 2].map((at) => `FORM-01 ${MAKER} people[${at}]`))
  })
})

describe('what cannot be read', () => {
  test('is no dangling name for others, by its id or by its file, with its id in quotes or not', () => {
    for (const id of ['id: "PRD-0001"', "id: 'PRD-0001'", 'id:   PRD-0001']) {
      const text = edit(`${PRODUCT}/index.md`, 'id: PRD-0001', id).replace('moq: 5', 'moq: five')
      const { unread } = readCatalogue(new Map(demo).set(`${PRODUCT}/index.md`, bytesOf(text)))
      expect([...unread].sort()).toEqual(['PRD-0001', PRODUCT])
    }
    const nested = 'name:\n  id: ENT-0001\n'
    expect([...readCatalogue(new Map(demo).set(MAKER, bytesOf(nested))).unread]).toEqual([MAKER.replace('.yaml', '')])
    const { unread } = readCatalogue(new Map(demo).set('vocab/units.yaml', bytesOf('entries: 5')))
    expect([...unread]).toEqual(['vocab/units'])
  })

  test('says so of stories in the language of each reader', () => {
    expect(findingsWith({ 'products/nothing-here/index.id.md': 'Cerita.' })).toEqual([
      'FILE-05 products/nothing-here/index.id.md',
    ])
    expect(findingsWith({ 'products/nothing-here/index.id.md': '' })).toEqual([
      'FILE-03 products/nothing-here/index.id.md',
    ])
    expect(findingsWith({ [`${PRODUCT}/index.md`]: 'No front matter.' })).toEqual([`YAML-01 ${PRODUCT}/index.md`])
  })
})

describe('splitMarkdown', () => {
  test.each([
    ['---\na: 1\n---\nStory.\n', 'a: 1', 'Story.', 4],
    ['---\na: 1\n---\n\n\nStory.\n', 'a: 1', 'Story.', 6],
    ['--- \na: 1\n---  \n  Story.', 'a: 1', 'Story.', 4],
    ['---\n---\nStory.', '', 'Story.', 3],
    ['---\na: 1\n---', 'a: 1', '', 3],
    ['Story.\n---\na: 1\n---\n', undefined, 'Story.\n---\na: 1\n---', 1],
    ['\n\nStory.', undefined, 'Story.', 3],
    ['---\na: 1\nb: ---\n---\nStory.', 'a: 1\nb: ---', 'Story.', 5],
  ])('of %j finds the front matter %j', (text, frontMatter, body, bodyLine) => {
    expect(splitMarkdown(text)).toEqual({ frontMatter, frontMatterLine: 2, body, bodyLine })
  })
})

describe('findings', () => {
  const of = (file: string, line: number, rule = 'A-01', path = '') => ({ file, line, rule, path }) as Finding

  test('stand by file, then line, then rule, then field', () => {
    const right = [
      of('a', 2),
      of('a', 10),
      of('a', 10, 'B-01'),
      of('a', 10, 'B-01', 'x'),
      of('a', 10, 'B-01', 'y'),
      of('b', 1),
    ]
    expect(sortFindings(right.toReversed())).toEqual(right)
    expect(sortFindings([3, 0, 5, 1, 4, 2].flatMap((at) => right[at] ?? []))).toEqual(right)
  })

  test('name a field as a person would', () => {
    expect(formatPath(['attestations', 0, 'number'])).toBe('attestations[0].number')
    expect(formatPath([])).toBe('')
    expect(formatPath([2, 'a'])).toBe('[2].a')
  })
})
