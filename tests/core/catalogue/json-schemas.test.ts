import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import { describe, expect, test } from 'vitest'
import { isCalendarDate } from '#core/calendar.ts'
import { nameSchema } from '#core/catalogue/writing/schema-line.ts'
import { describeFields, type JsonSchema } from '../../../tools/schemas/describe-fields.ts'
import { makeSchemas } from '../../../tools/schemas/make-schemas.ts'
import { openConst } from '../../../tools/schemas/source.ts'
import { readContentBytes, textOf } from './content-bytes.ts'
import { listContent, readMarkdown, readYaml } from './content-files.ts'

const made = makeSchemas()
const schemas = [...made].map(([name, text]) => ({ name, schema: JSON.parse(text) as JsonSchema }))

/** Every field at every depth, by its path. */
function listFields({ properties, items, additionalProperties, oneOf, anyOf }: JsonSchema): [string, JsonSchema][] {
  const own = Object.entries(properties ?? {}).flatMap(([name, field]): [string, JsonSchema][] => [
    [name, field],
    ...listFields(field).map(([path, below]): [string, JsonSchema] => [`${name}.${path}`, below]),
  ])
  const others = [items, additionalProperties, ...(oneOf ?? []), ...(anyOf ?? [])]
  return [...own, ...others.flatMap((one) => (typeof one === 'object' ? listFields(one) : []))]
}

describe('the schemas for editors', () => {
  test('are the committed ones: `npm run schemas` writes them anew', () => {
    const files = [...readContentBytes()].filter(([path]) => path.startsWith('schemas/'))
    expect(new Map(files.map(([path, bytes]) => [path.slice('schemas/'.length), textOf(bytes)]))).toEqual(made)
  })

  test.each(schemas)('$name says of itself and of every field at every depth what it is', ({ schema }) => {
    const fields = listFields(schema)
    expect(schema.description).toMatch(/^An? \w+: .+\.$/)
    expect(fields.length).toBeGreaterThan(7)
    expect(fields.filter(([, { description }]) => !description?.match(/^\S.*\.$/)).map(([path]) => path)).toEqual([])
  })

  test('take their words from the comments, and cannot be made where there is none', () => {
    const fields = new Map(schemas.flatMap(({ schema }) => listFields(schema)))
    expect(fields.get('statements.signedAt')).toEqual({
      description: 'The day of the signature.',
      format: 'date',
      type: 'string',
    })
    const folder = mkdtempSync(join(tmpdir(), 'asli-'))
    const silent = join(folder, 'silent.ts')
    writeFileSync(silent, 'const a = z.strictObject({ at: z.string() }).optional()\nconst b = z.array(a).min(1)\n')
    const schema = { items: { properties: { at: {} } } }
    expect(() => describeFields(schema, openConst(silent, 'b'), 'b')).toThrow('b[].at has no comment')
    rmSync(folder, { recursive: true })
  })
})

const kinds = {
  product: 'products/*/index.md',
  maker: 'makers/*.yaml',
  cluster: 'clusters/*.yaml',
  curator: 'curators/*.yaml',
  curation: 'curations/*/*.yaml',
  complaint: 'complaints/*/*.yaml',
  rubric: 'rubrics/*.yaml',
}

describe.each(Object.entries(kinds))('the schema of a %s', (kind, pattern) => {
  const paths = listContent(pattern)
  const read = (path: string) => (path.endsWith('.md') ? readMarkdown(path).frontMatter : readYaml(path)) as object
  const ajv = new Ajv({ allErrors: true, formats: { date: isCalendarDate } })
  const accepts: ValidateFunction = ajv.compile(JSON.parse(made.get(`${kind}.schema.json`) ?? '') as object)

  test.each(paths)('accepts %s', (path) => {
    accepts(read(path))
    expect(accepts.errors ?? []).toEqual([])
  })

  test('refuses a field that is missing, one that is misspelt, and a text that is none', () => {
    const whole = read(paths[0] ?? '') as Record<string, unknown>
    const [first = ''] = Object.keys(whole)
    const { [first]: _, ...nameless } = whole
    expect(accepts(nameless)).toBe(false)
    expect(accepts({ ...whole, idd: 'x' })).toBe(false)
    expect(accepts({ ...whole, [first]: 35.1 })).toBe(false)
  })
})

describe('the schema line', () => {
  // Records were written before it was: they are never edited.
  const own = [...readContentBytes()].filter(([path]) =>
    /^(products\/[^/]+\/index\.md|(makers|clusters|curators|rubrics|complaints\/PRD-\d+)\/[^/]+\.yaml)$/.test(path),
  )

  test.each(own)('of %s stands first and leads to the schema of its kind', (path, bytes) => {
    const yaml = textOf(bytes).replace(/^---\n/, '')
    const [, named = ''] = yaml.match(/^# yaml-language-server: \$schema=(\S+)\n/) ?? []
    expect(posix.join(posix.dirname(path), named)).toBe(`schemas/${path.match(/^[a-z]+?(?=s\/)/)?.[0]}.schema.json`)
    expect(yaml.match(/yaml-language-server/g)).toHaveLength(1)
  })

  test.each([
    ['products/a-cloth/index.md', '../../schemas/product.schema.json'],
    ['curations/PRD-0001/2026-10-05-1.yaml', '../../schemas/curation.schema.json'],
    ['makers/a-maker.yaml', '../schemas/maker.schema.json'],
  ])('of a new %s is %s', (path, schema) => {
    expect(nameSchema(path, 'id: X\n')).toBe(`# yaml-language-server: $schema=${schema}\nid: X\n`)
  })
})
