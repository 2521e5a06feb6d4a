import { describe, expect, test } from 'vitest'
import type { Finding } from '#core/catalogue/reading/finding.ts'
import { readCatalogue } from '#core/catalogue/reading/read-catalogue.ts'
import { bytesOf, readContentBytes, textOf } from '../content-bytes.ts'
import { expectLanguages } from '../languages.ts'

const PRODUCT = 'products/batik-tulis-manggur-natural/index.md'
const MAKER = 'makers/canting-manggur-demo.yaml'
const demo = readContentBytes()

/** What is found when one file has other bytes; the other nine products are read whatever these are. */
function readWith(file: string, bytes: Uint8Array | string) {
  const files = new Map(demo).set(file, typeof bytes === 'string' ? bytesOf(bytes) : bytes)
  const catalogue = readCatalogue(files)
  expect(catalogue.products.length).toBeGreaterThanOrEqual(9)
  expectLanguages(catalogue.findings)
  return catalogue
}

const SCHEMA_LINE = '# yaml-language-server: $schema='

/** The line of the demo file that begins with `start`, counted as an editor counts. */
function lineIn(file: string, start: string): number {
  const at = textOf(demo.get(file))
    .split('\n')
    .findIndex((line) => line.startsWith(start))
  expect(at).toBeGreaterThanOrEqual(0)
  return at + 1
}

const brief = ({ file, line, path, rule, severity }: Finding) => `${severity} ${file}:${line} ${path} ${rule}`
const findingsWith = (file: string, bytes: Uint8Array | string) => readWith(file, bytes).findings.map(brief)
const edit = (file: string, find: string | RegExp, replacement: string) => {
  const changed = textOf(demo.get(file)).replace(find, replacement)
  expect(changed).not.toBe(textOf(demo.get(file)))
  return findingsWith(file, changed)
}

describe('readCatalogue', () => {
  test('reads the whole demo without a finding', () => {
    const { findings, products, makers, clusters, curators, curations, complaints, rubrics, vocab } =
      readCatalogue(demo)
    expect(findings).toEqual([])
    expect([products, makers, clusters, curators, curations, complaints, rubrics].map((all) => all.length)).toEqual([
      10, 10, 10, 2, 10, 1, 1,
    ])
    expect(Object.keys(vocab)).toHaveLength(26)
    expect(products[0]?.stories).toMatchObject({ en: { line: expect.any(Number) }, id: { line: 1 } })
  })

  test('knows the line of a field, and that of its nearest parent where the field is missing', () => {
    const file = 'products/cassava-chips-balado-100g/index.md'
    const chips = readCatalogue(demo).products.find((one) => one.file === file)
    expect(chips?.lineOf(['attestations', 0, 'number'])).toBe(lineIn(file, '    number: 7153513000000-31'))
    expect(chips?.lineOf(['attestations', 1, 'expires'])).toBe(lineIn(file, '  - { type: halal'))
    // The schema's line is a comment: what is missing is missing at the first field.
    expect([lineIn(file, SCHEMA_LINE), chips?.lineOf(['giClaim', 'gi'])]).toEqual([2, 3])
    expect(chips?.lineOf(['name', 'fr'])).toBe(lineIn(file, 'name:'))
  })

  test('names an empty file, a binary one and one of 5 MB, and reads the rest', () => {
    expect(findingsWith(MAKER, '')).toEqual([`error ${MAKER}:1  FILE-03`])
    expect(findingsWith(MAKER, ' \n\n')).toEqual([`error ${MAKER}:1  FILE-03`])
    expect(findingsWith(MAKER, new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0xff]))).toEqual([`error ${MAKER}:1  FILE-01`])
    expect(findingsWith(MAKER, new Uint8Array([0xc3, 0x28]))).toEqual([`error ${MAKER}:1  FILE-01`])
    expect(findingsWith(MAKER, new Uint8Array(5 * 1024 * 1024).fill(0x61))).toEqual([`error ${MAKER}:1  FILE-02`])
  })

  test('takes a text of 256 KB, and none that is a byte longer', () => {
    const text = textOf(demo.get(MAKER))
    const filled = (size: number) => `${text}# ${'x'.repeat(size - bytesOf(text).length - 3)}\n`
    expect(bytesOf(filled(256 * 1024)).length).toBe(256 * 1024)
    expect(findingsWith(MAKER, filled(256 * 1024))).toEqual([])
    expect(findingsWith(MAKER, filled(256 * 1024 + 1))).toEqual([`error ${MAKER}:1  FILE-02`])
    expect(readWith(MAKER, filled(256 * 1024 + 1)).findings[0]?.message.en).toBe(
      'The file has 257 KB; a text has at most 256 KB.',
    )
  })

  test('names bad YAML at its line, counted from the top of the file', () => {
    expect(edit(MAKER, 'languages: [id, en]', 'languages: [id, en')).toEqual([
      `error ${MAKER}:${lineIn(MAKER, 'languages:') + 1}  YAML-01`,
    ])
    expect(edit(PRODUCT, 'moq: 5', 'moq: "5')).toEqual([expect.stringMatching(/^error .*index\.md:\d+ {2}YAML-01$/)])
    expect(edit(MAKER, 'sector: batik', '\tsector: batik')).toEqual([
      `error ${MAKER}:${lineIn(MAKER, 'sector:')}  YAML-01`,
    ])
    expect(edit(MAKER, 'sector: batik', 'sector: batik\n---\nsector: tenun')).toEqual([
      expect.stringContaining('YAML-01'),
    ])
    expect(edit(PRODUCT, /^---\n/, '')).toEqual([`error ${PRODUCT}:1  YAML-01`])
  })

  test('names what is nested a thousand levels deep', () => {
    expect(findingsWith(MAKER, `story: ${'['.repeat(20_000)}`)).toEqual([expect.stringContaining('YAML-01')])
    expect(findingsWith(MAKER, `story: ${'['.repeat(20_000)}${']'.repeat(20_000)}`)).toEqual([
      expect.stringMatching(/YAML-01|FORM-01/),
    ])
  })

  test('names every key that stands twice', () => {
    expect(edit(MAKER, 'sector: batik', 'sector: batik\nsector: tenun\nactive: true')).toEqual([
      `error ${MAKER}:${lineIn(MAKER, 'sector:') + 1}  YAML-02`,
      `error ${MAKER}:${lineIn(MAKER, 'active:') + 2}  YAML-02`,
    ])
  })

  test('refuses anchors and aliases, loops of them included', () => {
    expect(edit(MAKER, 'sector: batik', 'sector: &s batik')).toEqual([
      `error ${MAKER}:${lineIn(MAKER, 'sector:')}  YAML-03`,
    ])
    expect(findingsWith(MAKER, 'story: &a [*a, *a]')).toEqual([`error ${MAKER}:1  YAML-03`])
    const levels = Array.from({ length: 40 }, (_, level) => `l${level}: &l${level} [${`*l${level - 1},`.repeat(9)}]`)
    expect(findingsWith(MAKER, ['l-1: &l-1 lol', ...levels].join('\n'))).toEqual([`error ${MAKER}:1  YAML-03`])
  })

  test('reads CRLF, a byte-order mark and decomposed letters, and warns of each', () => {
    const text = textOf(demo.get(MAKER))
    expect(findingsWith(MAKER, text.replaceAll('\n', '\r\n'))).toEqual([`warning ${MAKER}:1  FILE-04`])
    expect(findingsWith(MAKER, `\uFEFF${text}`)).toEqual([`warning ${MAKER}:1  FILE-04`])
    const decomposed = text.replace('displayName: Canting', 'displayName: Cante\u0301')
    const { findings, makers } = readWith(MAKER, decomposed)
    expect(findings.map(brief)).toEqual([`warning ${MAKER}:${lineIn(MAKER, 'displayName:')}  FILE-04`])
    expect(makers.find(({ file }) => file === MAKER)?.value.displayName).toBe('Cant\u00e9 Manggur Demo')
  })

  test('names an unknown field, a wrong type and a missing field, each at its line', () => {
    const moq = lineIn(PRODUCT, 'moq:')
    expect(edit(PRODUCT, 'moq: 5', 'moq: 5\nmop: 6')).toEqual([`error ${PRODUCT}:${moq + 1} mop FORM-01`])
    expect(edit(PRODUCT, 'moq: 5', 'moq: five')).toEqual([`error ${PRODUCT}:${moq} moq FORM-01`])
    expect(edit(PRODUCT, 'moq: 5\n', '')).toEqual([`error ${PRODUCT}:${lineIn(PRODUCT, 'id:')} moq FORM-01`])
    expect(findingsWith(MAKER, '- a list')[0]).toBe(`error ${MAKER}:1  FORM-01`)
    expect(findingsWith(MAKER, 'just words')[0]).toBe(`error ${MAKER}:1  FORM-01`)
  })

  test('says what a field lacks in English and in Indonesian', () => {
    const [finding] = readWith(PRODUCT, textOf(demo.get(PRODUCT)).replace('moq: 5\n', '')).findings
    expect(finding?.message).toEqual({ en: 'The field “moq” is missing.', id: 'Isian “moq” belum ada.' })
  })

  test('names an id that two files share, and files whose names do not fit', () => {
    const twin = 'products/another-cloth/index.md'
    const copy = textOf(demo.get(PRODUCT))
    expect(findingsWith(twin, copy)).toEqual([`error ${PRODUCT}:${lineIn(PRODUCT, 'id:')} id ID-01`])
    const record = textOf(demo.get('curations/PRD-0001/2026-10-05-1.yaml')).replace('CUR-2026-0001', 'CUR-2026-0090')
    expect(findingsWith('curations/PRD-0001/2026-10-06-2.yaml', record)).toEqual([
      'error curations/PRD-0001/2026-10-06-2.yaml:1  FILE-06',
    ])
  })

  test('warns of a file that nothing reads, and passes over those of the system and of editors', () => {
    expect(findingsWith('makers/new.yml', 'id: ENT-0099')).toEqual(['warning makers/new.yml:1  FILE-05'])
    expect(findingsWith('vocab/colors.yaml', 'id: red')).toEqual(['warning vocab/colors.yaml:1  FILE-05'])
    expect(findingsWith('schemas/maker.yaml', 'id: ENT-0099')).toEqual(['warning schemas/maker.yaml:1  FILE-05'])
    expect(findingsWith('products/.DS_Store', 'Bud1')).toEqual([])
    expect(findingsWith('schemas/maker.schema.json', '{}')).toEqual([])
  })

  test('gives the same answer whatever the order of the files', () => {
    const reversed = readCatalogue(new Map([...demo].reverse()))
    expect(reversed.products.map(({ slug }) => slug)).toEqual(readCatalogue(demo).products.map(({ slug }) => slug))
  })
})
