import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { makerSchema } from '#core/catalogue/maker.ts'
import { canonicalizeFile, hasCanonicalForm } from '#core/catalogue/writing/canonical-file.ts'
import { canonicalizeYaml } from '#core/catalogue/writing/canonical-yaml.ts'
import { readContentBytes, textOf } from '../content-bytes.ts'

const PRODUCT_LINE = '# yaml-language-server: $schema=../../schemas/product.schema.json\n'
const files = readContentBytes()
const own = [...files.keys()].filter(hasCanonicalForm)

function canonicalize(text: string): string {
  const result = canonicalizeYaml(text, makerSchema)
  if (!result.ok) throw new Error(result.error)
  return result.value
}

/** Any text that a person may type, with what YAML minds: colons, hashes, quotes, digits. */
const word = fc.oneof(
  fc.stringMatching(/^[a-zA-Z0-9 :#'",\-?&*!|>%@{}[\]]{0,40}$/),
  fc.constantFrom('35.10', '0901', 'true', 'null', '~', '- a', 'ya: tidak', '2026-10-05', '#', 'é', 'kain “batik”'),
  fc.lorem({ maxCount: 60 }),
)
const maker = fc.record(
  {
    id: word,
    demo: fc.boolean(),
    displayName: word,
    nib: fc.stringMatching(/^\d{13}$/),
    kbli: fc.array(fc.record({ code: word, version: word }), { maxLength: 3 }),
    languages: fc.array(word, { maxLength: 40 }),
    statements: fc.record({ signedAt: word, childLabour: fc.boolean() }),
    story: fc.record({ id: word, en: word }),
    unknown: word,
  },
  { requiredKeys: [] },
)
const style = fc.record({
  lineWidth: fc.constantFrom(0, 40, 80),
  collectionStyle: fc.constantFrom('any' as const, 'flow' as const, 'block' as const),
  defaultStringType: fc.constantFrom(
    'PLAIN' as const,
    'QUOTE_DOUBLE' as const,
    'QUOTE_SINGLE' as const,
    'BLOCK_FOLDED' as const,
  ),
})

describe('canonicalizeYaml', () => {
  test('orders fields by the schema, at every depth, and puts unknown ones last', () => {
    expect(canonicalize('other: 1\nstory: { id: Kisah, en: Story }\nid: ENT-0001\n')).toBe(
      'id: ENT-0001\nstory: { en: Story, id: Kisah }\nother: 1\n',
    )
  })

  test('quotes codes of digits and nothing else', () => {
    expect(canonicalize(`regency: '35.10'\nid: "ENT-0001"\nnib: '0000000000000'\ndemo: true\n`)).toBe(
      'id: ENT-0001\ndemo: true\nnib: "0000000000000"\nregency: "35.10"\n',
    )
  })

  test('gives a code back its digits where the quotes were forgotten', () => {
    expect(canonicalize('regency: 35.10\nkbli: [{ code: 01134 }]\nyearFounded: 2014\n')).toBe(
      'kbli: [{ code: "01134" }]\nregency: "35.10"\nyearFounded: 2014\n',
    )
  })

  test('keeps comments and empty lines with the fields that they stand at', () => {
    const text = '# the file\nid: ENT-0001 # its id\n\n# how many\nemployees: { band: 5-19 }\n'
    expect(canonicalize(text)).toBe(text)
    expect(canonicalize('# of the band\nemployees: { band: 5-19 } # people\nid: ENT-0001\n')).toBe(
      'id: ENT-0001\n# of the band\nemployees: { band: 5-19 } # people\n',
    )
  })

  test('opens what is longer than 120 characters, and only that', () => {
    const long = 'kata '.repeat(40).trim()
    const opened = canonicalize(`story: { en: ${long}, id: Kisah }\nlanguages: [id, en]\n`)
    expect(opened).toMatch(/^languages: \[id, en\]\nstory:\n {2}en: >-\n {4}kata/)
    for (const line of opened.split('\n')) expect(line.length).toBeLessThanOrEqual(120)
  })

  test('refuses what is not YAML', () => {
    expect(canonicalizeYaml('id: [1', makerSchema)).toMatchObject({ ok: false })
  })

  test('says the same of every value, and nothing more the second time', () => {
    fc.assert(
      fc.property(maker, style, (value, { collectionStyle, ...written }) => {
        const text = stringify(value, { ...written, collectionStyle })
        const result = canonicalizeYaml(text, makerSchema)
        if (!result.ok) return
        expect(parse(result.value)).toEqual(parse(text))
        expect(canonicalize(result.value)).toBe(result.value)
      }),
      { numRuns: 60 },
    )
  })
})

describe('canonicalizeFile', () => {
  test.each(own)('leaves %s as it is: the demo stands in the form that fmt writes', (path) => {
    const text = textOf(files.get(path))
    expect(canonicalizeFile(path, text)).toEqual({ ok: true, value: text })
  })

  test('names the schema in the first line, wherever the comment has got to, and names it once', () => {
    const right = `---\n${PRODUCT_LINE}# ours\nid: PRD-0001\ndemo: true\n---\n`
    for (const text of [
      '---\n# ours\nid: PRD-0001\ndemo: true\n---\n',
      `---\ndemo: true\n${PRODUCT_LINE}# ours\nid: PRD-0001\n---\n`,
      '---\n#yaml-language-server: $schema=../maker.json\n# ours\nid: PRD-0001\ndemo: true\n---\n',
    ])
      expect(canonicalizeFile('products/cloth/index.md', text)).toEqual({ ok: true, value: right })
  })

  test('takes products, makers, clusters and curators, and never a curation record', () => {
    expect(new Set(own.map((path) => path.split('/')[0]))).toEqual(
      new Set(['products', 'makers', 'clusters', 'curators']),
    )
    expect(hasCanonicalForm('curations/PRD-0001/2026-10-05-1.yaml')).toBe(false)
    expect(hasCanonicalForm('products/x-y/index.id.md')).toBe(false)
  })

  test('keeps the story of a product, and its empty lines', () => {
    const text = `---\n${PRODUCT_LINE}id: PRD-0001\n---\n\nOne.\n\nTwo.\n`
    expect(canonicalizeFile('products/cloth/index.md', text)).toEqual({ ok: true, value: text })
    expect(canonicalizeFile('products/cloth/index.md', 'no front matter')).toMatchObject({ ok: false })
  })
})
