import { describe, expect, test } from 'vitest'
import { setDraftsAside } from '#core/catalogue/drafts.ts'
import { judgeCatalogue } from '#core/catalogue/judge-catalogue.ts'
import { readCatalogue } from '#core/catalogue/reading/read-catalogue.ts'
import { checkCatalogue } from '#core/catalogue/rules/check.ts'
import { bytesOf, readContentBytes, textOf } from './content-bytes.ts'
import { demoOccasion } from './fixtures.ts'

const demo = readContentBytes()
const PRODUCT = 'products/batik-tulis-manggur-natural/index.md'
const MAKER = 'makers/canting-manggur-demo.yaml'
const CLUSTER = 'clusters/batik-probolinggo.yaml'
const CURATOR = 'curators/kur-demo-01.yaml'
const DRAFT = 'products/a-draft/index.md'
const begun = 'id: PRD-0099\ndemo: true\nname: { en: A cloth, id: Kain }\ncategory: batik\nmaker: a-new-maker\n'

/** The demo with other texts in some files; null takes a file away. */
function look(changes: Record<string, string | null>) {
  const files = new Map(demo)
  for (const [file, text] of Object.entries(changes)) {
    if (text === null) files.delete(file)
    else files.set(file, bytesOf(text))
  }
  const catalogue = readCatalogue(files)
  const all = checkCatalogue(catalogue, demoOccasion)
  return { ...setDraftsAside(catalogue, all), published: judgeCatalogue(catalogue, all, demoOccasion).published }
}
const brief = ({ findings }: ReturnType<typeof look>) =>
  findings.filter(({ severity }) => severity === 'error').map(({ file, path, rule }) => `${file} ${path} ${rule}`)
const without = (file: string, field: RegExp) => {
  const text = textOf(demo.get(file))
  expect(text).toMatch(field)
  return { [file]: text.replace(field, '') }
}

describe('setDraftsAside', () => {
  test('finds no draft in the demo', () => {
    expect(look({})).toMatchObject({ drafts: [], findings: [] })
  })

  test('counts what is missing of a product that nobody has examined, its stories with it, and calls none of it a fault', () => {
    const found = look({ [DRAFT]: `---\n${begun}---\n`, 'products/a-draft/index.id.md': '' })
    expect(found.findings).toEqual([])
    expect(found.drafts).toEqual([{ file: DRAFT, missing: expect.arrayContaining(['index.id.md', 'moq', 'images']) }])
    expect(found.published).toHaveLength(10)
  })

  test('does so for a maker of whom nothing was examined', () => {
    const found = look({ 'makers/a-new-maker.yaml': 'id: ENT-0099\ndemo: true\n' })
    expect(found.findings).toEqual([])
    expect(found.drafts.map(({ file }) => file)).toEqual(['makers/a-new-maker.yaml'])
  })

  test('takes no cluster and no curator for a draft: they are shown without an examination', () => {
    const found = look({
      'clusters/a-cluster.yaml': 'id: CLS-A-CLUSTER\ndemo: true\n',
      'curators/kur-new.yaml': 'id: KUR-NEW\ndemo: true\n',
    })
    expect(found.drafts).toEqual([])
    expect(brief(found)).toEqual(
      expect.arrayContaining(['clusters/a-cluster.yaml name FORM-01', 'curators/kur-new.yaml organisation FORM-01']),
    )
  })

  test('takes a folder without an index.md for no draft', () => {
    expect(look({ 'products/a-draft/index.id.md': '' })).toMatchObject({ drafts: [] })
  })

  test('leaves personal data a fault, in fields and in stories, whatever is missing beside it', () => {
    const found = look({
      [DRAFT]: `---\n${begun}summary: { en: "Write to +62 812-3456-7890", id: "NIK 3513010101900001" }\n---\n\nCall us:\n0812-3456-7890\n`,
      'products/a-draft/index.id.md': 'Surel: kami@contoh.id\n',
      'makers/a-new-maker.yaml': 'id: ENT-0099\ndemo: true\nstory: { id: "WA 0812-3456-7890" }\n',
    })
    const personal = found.findings.filter(({ rule }) => rule === 'PII-01')
    expect(personal.map(({ file, line, path }) => `${file}:${line} ${path}`)).toEqual([
      'makers/a-new-maker.yaml:3 story.id',
      'products/a-draft/index.id.md:1 ',
      `${DRAFT}:7 summary.en`,
      `${DRAFT}:7 summary.id`,
      `${DRAFT}:11 `,
    ])
    expect(found.drafts.map(({ file }) => file)).toEqual(['makers/a-new-maker.yaml', DRAFT])
  })

  test('leaves what is wrong in a draft a fault', () => {
    const found = look({ [DRAFT]: `---\n${begun}moq: five\nprice: 3 # call 0812-3456-7890\nmop: 6\n---\n` })
    expect(brief(found)).toEqual([
      `${DRAFT} moq FORM-01`,
      `${DRAFT} price FORM-01`,
      `${DRAFT}  PII-01`,
      `${DRAFT} mop FORM-01`,
    ])
    expect(found.drafts[0]?.missing).not.toContain('moq')
  })

  test.each([
    ['a product', PRODUCT, /moq: 5\n/, 'moq FORM-01'],
    ['its maker', MAKER, /languages: .*\n/, 'languages FORM-01'],
    ['its cluster', CLUSTER, /regencies: .*\n/, 'regencies FORM-01'],
    ['its curator', CURATOR, /organisation: .*\n/, 'organisation FORM-01'],
  ])('takes %s that was examined for no draft, whatever is missing of it', (_, file, field, fault) => {
    const found = look(without(file, field))
    expect(found.drafts).toEqual([])
    expect(brief(found)).toContain(`${file} ${fault}`)
    expect(found.published.map(({ slug }) => slug)).not.toContain('batik-tulis-manggur-natural')
  })

  test('takes a product for examined where its id is gone, or its examination is still open', () => {
    const [nameless] = Object.entries(without(PRODUCT, /id: PRD-0001\n/))
    expect(look(Object.fromEntries(nameless ? [nameless] : []))).toMatchObject({ drafts: [] })
    const open = { [DRAFT]: `---\n${begun}---\n`, 'curations/PRD-0099/.examination.yaml': 'coi: {}\n' }
    expect(look(open)).toMatchObject({ drafts: [] })
  })

  test('takes a product for a draft again when its only record is gone: then nothing publishes it either', () => {
    const found = look({ ...without(PRODUCT, /moq: 5\n/), 'curations/PRD-0001/2026-10-05-1.yaml': null })
    expect(found.drafts).toEqual([{ file: PRODUCT, missing: ['moq'] }])
    expect(found.published).toHaveLength(9)
  })
})
