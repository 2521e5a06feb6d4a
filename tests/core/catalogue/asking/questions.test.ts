import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { clusterQuestions, curatorQuestions, makerQuestions } from '#core/catalogue/asking/other-questions.ts'
import { productQuestions } from '#core/catalogue/asking/product-questions.ts'
import { type FieldTable, readAnswer } from '#core/catalogue/asking/question.ts'
import { readShape } from '#core/catalogue/asking/shape.ts'
import { clusterSchema } from '#core/catalogue/cluster.ts'
import { curatorSchema } from '#core/catalogue/curator.ts'
import { makerSchema } from '#core/catalogue/maker.ts'
import { productSchema } from '#core/catalogue/product.ts'
import { readCatalogue } from '#core/catalogue/reading/read-catalogue.ts'
import { findPersonalData } from '#core/catalogue/rules/personal-data.ts'
import { draftFile } from '#core/catalogue/writing/draft-file.ts'
import { listFields, schemaOf } from '#core/catalogue/writing/field-schema.ts'
import { readContentBytes } from '../content-bytes.ts'

const catalogue = readCatalogue(readContentBytes())
const tables: [string, FieldTable, z.ZodType, string[]][] = [
  ['product', productQuestions, productSchema, ['id', 'demo', 'maker', 'origin', 'price']],
  ['maker', makerQuestions, makerSchema, ['id', 'demo']],
  ['cluster', clusterQuestions, clusterSchema, ['id', 'demo']],
  ['curator', curatorQuestions, curatorSchema, ['id', 'demo']],
]

/** Whether a value must be given. */
const isRequired = (field: z.core.$ZodType | undefined) => field !== undefined && !z.safeParse(field, undefined).success

describe.each(tables)('the questions for a new %s', (_, table, schema, fixed) => {
  test('cover every field that the schema requires', () => {
    const asked = new Set(table.map(({ path }) => path.split('.')[0]))
    const required = (listFields(schema) ?? []).filter((field) => isRequired(schemaOf(schema, field)))
    expect(required.filter((field) => !asked.has(field) && !fixed.includes(field))).toEqual([])
  })

  test('name fields that there are, each with an example that its schema takes', () => {
    for (const { path, example } of table) {
      const field = path.split('.').reduce<z.core.$ZodType | undefined>(schemaOf, schema) as z.ZodType | undefined
      expect(field, path).toBeDefined()
      expect(field?.safeParse(parse(`x: ${example}`).x), path).toMatchObject({ success: true })
    }
  })

  test('are asked in English and Indonesian, and none is asked twice', () => {
    for (const { ask } of table)
      for (const sentence of [ask.en, ask.id]) expect(sentence).toMatch(/^\S.{1,110}[^:.\s]$/)
    expect(new Set(table.map(({ path }) => path)).size).toBe(table.length)
  })

  test('ask nowhere in a way that would be taken for personal data', () => {
    const text = draftFile(table, {
      answers: new Map([['category', 'coffee']]),
      fixed: { id: 'X-1' },
      schema,
      lang: 'id',
    })
    expect(text.split('\n').flatMap(findPersonalData)).toEqual([])
  })

  test('leave a file of comments where nothing is answered, which is a file for the schema once they are taken away', () => {
    const text = draftFile(table, {
      answers: new Map([
        ['category', 'batik'],
        ['edition', 'open'],
      ]),
      fixed: { id: 'X-1' },
      schema,
      lang: 'id',
    })
    expect(parse(text)).toMatchObject({ id: 'X-1' })
    const opened = text.replace(/^# (?=[a-zA-Z0-9]+:| {2})/gm, '')
    const open = Object.keys(parse(opened.replace(/^# .*\n/gm, '')) as object)
    const expected = table.filter(
      ({ path, need, when }) =>
        need !== 'may' &&
        path !== 'category' &&
        path !== 'edition' &&
        (!when ||
          when(
            new Map([
              ['category', 'batik'],
              ['edition', 'open'],
            ]),
          )),
    )
    for (const { path } of expected) expect(open).toContain(path.split('.')[0])
  })
})

describe('readAnswer', () => {
  const read = (
    path: string,
    answer: string,
    table = productQuestions,
    schema: z.ZodType = productSchema,
    answers = new Map<string, unknown>(),
  ) => {
    const question = table.find((one) => one.path === path)
    if (!question) throw new Error(`nobody asks for ${path}`)
    const result = readAnswer(question, answer, { schema, catalogue, answers })
    return result.ok ? result.value : result.error.en
  }

  test.each([
    ['techniques', 'batik-tulis, Batik cap', ['batik-tulis', 'batik-cap']],
    [
      'materials',
      'cotton 60, silk 40%',
      [
        { fibre: 'cotton', pct: 60 },
        { fibre: 'silk', pct: 40 },
      ],
    ],
    ['dims', '240 x 105 cm', { l: 240, w: 105 }],
    ['leadDays', '30–45', { min: 30, max: 45 }],
    ['shelfLife', '12 bulan', { n: 12, unit: 'MON' }],
    [
      'ingredients',
      'Kopi / Coffee; Gula / Sugar',
      [
        { en: 'Coffee', id: 'Kopi' },
        { en: 'Sugar', id: 'Gula' },
      ],
    ],
    ['allergens', '-', []],
    ['arealMass', '118,5', 118.5],
    ['hs6', '090121', '090121'],
    ['hs6', '5208.51', '520851'],
    [
      'materials',
      'Katun 60, eceng gondok 40',
      [
        { fibre: 'cotton', pct: 60 },
        { fibre: 'water-hyacinth', pct: 40 },
      ],
    ],
  ])('takes for %s the answer “%s”', (path, answer, value) => {
    expect(read(path, answer)).toEqual(value)
  })

  test.each([
    ['moq', 'five', 'Write it like this: 12 or 2.5.'],
    ['moq', '0', 'The smallest order is a whole number of at least 1.'],
    ['materials', 'cotton', 'Write it like this: cotton 60, silk 40.'],
    ['leadDays', '45-30', 'The shortest lead time is not longer than the longest.'],
    ['summary.id', 'Terlalu pendek', 'A summary has at least 60 characters.'],
    ['name.id', 'Hubungi 0812-3456-7890', 'This holds a phone number.'],
  ])('refuses for %s the answer “%s”', (path, answer, sentence) => {
    expect(read(path, answer)).toBe(sentence)
  })

  test('names what is like an unknown word', () => {
    expect(read('techniques', 'ikat')).toMatch(/^“ikat” is not in content\/vocab\/techniques\.yaml: .*ikat/)
    expect(read('materials', 'cotton 60, besi 40')).toBe(
      '“besi” is not in content/vocab/fibres.yaml: iron-frame (Rangka besi).',
    )
    expect(read('regency', 'Probolinggo', makerQuestions, makerSchema)).toMatch(
      /35\.13 \(Kab\. Probolinggo\), 35\.74 \(Kota Probolinggo\)/,
    )
  })

  test('names codes of the same heading, else of the same chapter, where a code is unknown', () => {
    const codes = (answer: string) => [...String(read('hs6', answer)).matchAll(/(\d{6}) \(/g)].map(([, code]) => code)
    expect(codes('0902.40')).toEqual(['090210', '090220', '090230'])
    expect(codes('0403.10')).toEqual(['040900'])
    // Of a chapter that is not there the first are shown.
    expect(codes('990000')).toHaveLength(12)
  })

  test('takes a regency by its name, and a district of that regency alone', () => {
    expect(read('regency', 'kota probolinggo', makerQuestions, makerSchema)).toBe('35.74')
    const inCity = new Map([['regency', '35.74']])
    expect(read('district', 'Mayangan', makerQuestions, makerSchema, inCity)).toBe('Mayangan')
    expect(read('district', 'Kraksaan', makerQuestions, makerSchema, inCity)).toMatch(/is not in/)
    expect(read('nib', '1234567890123', makerQuestions, makerSchema)).toBe('1234567890123')
  })
})

describe('readShape', () => {
  test.each([
    ['yes', 'Ya', true],
    ['yes', 'y', true],
    ['yes', 'YES', true],
    ['yes', 'T', false],
    ['yes', 'no', false],
    ['yes', 'tidak', false],
    ['list', 'Tidak ada', []],
    ['list', 'none', []],
    ['list', 'red; none, blue', ['red', 'none', 'blue']],
    ['size', '180 X 60 CM', { l: 180, w: 60 }],
    ['size', '30×20x10', { l: 30, w: 20, h: 10 }],
    ['span', '14 days', { n: 14, unit: 'DAY' }],
    ['span', '14 HARI', { n: 14, unit: 'DAY' }],
    ['span', '6 MON', { n: 6, unit: 'MON' }],
    [
      'kbli',
      '13134 2020; 10763 2025',
      [
        { code: '13134', version: '2020' },
        { code: '10763', version: '2025' },
      ],
    ],
    ['number', '2,5', 2.5],
  ] as const)('reads %s “%s”', (shape, answer, value) => {
    expect(readShape(shape, answer)).toEqual({ ok: true, value })
  })

  test.each([
    ['yes', 'yesterday'],
    ['yes', 'nobody'],
    ['range', '10-20-30'],
    ['range', '-'],
    ['size', '1 x 2 x 3 x 4'],
    ['size', '1 x 2 x high'],
    ['size', 'wide x 2'],
    ['span', 'about 12 months'],
    ['span', '12 months or so'],
    ['shares', ''],
    ['shares', 'cotton 60, silk'],
    ['shares', 'cotton 60 % or so'],
    ['kbli', ''],
    ['kbli', '113134 2020'],
    ['kbli', '13134 20201'],
    ['pairs', 'Kopi / Coffee; Gula'],
    ['number', '1.2.3'],
  ] as const)('refuses %s “%s”, and shows how it is written', (shape, answer) => {
    expect(readShape(shape, answer)).toMatchObject({
      ok: false,
      error: {
        en: expect.stringMatching(/^Write it like this: .+\.$/),
        id: expect.stringMatching(/^Tulis seperti ini: .+\.$/),
      },
    })
  })

  test('refuses what it would have to guess', () => {
    for (const [shape, answer] of [
      ['number', '1.000'],
      ['range', '30'],
      ['size', '240'],
      ['span', '12'],
      ['kbli', '1313'],
      ['pairs', 'Kopi'],
      ['yes', 'maybe'],
    ] as const)
      expect(readShape(shape, answer).ok, shape).toBe(false)
  })
})
