import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { columnOf, formatCsvLine, readCsv } from '../../functions/cli/csv-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'asli-csv-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function read(text: string) {
  const file = join(folder, 'table.csv')
  writeFileSync(file, text)
  return readCsv(file)
}

describe('readCsv', () => {
  const header = 'product,design.id,design.size,techniques,marks.2.where,marks.2.text'
  const first = {
    kind: 'piece',
    product: 'cloth',
    design: { id: 'a', size: 5 },
    techniques: ['batik-tulis', 'colet'],
    marks: [{ where: 'corner', text: 'a drip' }],
  }

  test.each([
    ['commas', `${header}\ncloth,a,5,batik-tulis; colet,corner,a drip\n`],
    [
      'semicolons, a byte order mark and Windows line ends',
      `\ufeff${header.replaceAll(',', ';')}\r\ncloth;a;5;"batik-tulis, colet";corner;a drip\r\n`,
    ],
    [
      'tabs and empty lines',
      `${header.replaceAll(',', '\t')}\n\ncloth\ta\t5\tbatik-tulis; colet\tcorner\ta drip\n\t\t\t\t\t\n`,
    ],
  ])('reads %s', (_, text) => {
    expect(read(text).rows.map(({ request }) => request)).toEqual([first])
  })

  test('knows the line of each row, past empty lines and cells of several lines', () => {
    const text = 'product,design.name\ncloth,"one\nname"\n\ncloth,two\ncloth,"th\r\nr\nee"\ncloth,four\n'
    expect(read(text).rows.map(({ line }) => line)).toEqual([2, 5, 6, 9])
  })

  test('reads the customer’s name and the maker’s own reference', () => {
    const text = 'product,madeFor.name,customerRef\ncloth,"Sari, Ibu",C-0012\ncloth,,\n'
    expect(read(text).rows.map(({ request }) => request)).toEqual([
      { kind: 'piece', product: 'cloth', madeFor: { name: 'Sari, Ibu' }, customerRef: 'C-0012' },
      { kind: 'piece', product: 'cloth' },
    ])
  })

  test.each([
    ['no rows', 'product\n', /has no rows: see sample\.csv/],
    ['nothing', '', /has no rows/],
    ['an unknown column', 'product,customer\nx,y\n', /:1 column 2, “customer”, is none that a piece has/],
    ['a column twice', 'product,product\nx,y\n', /:1 names the column “product” twice/],
    ['more cells than columns', 'product\nx,y\n', /:2 has 2 cells, and the first line names 1 columns/],
    ['an open quote', 'product\n"x\n', /is not a table: a quote is not closed/],
  ])('refuses %s in one sentence with its line', (_, text, sentence) => {
    expect(() => read(text)).toThrow(sentence)
  })
})

describe('columnOf', () => {
  test('counts places in a list from 1', () => {
    expect([columnOf('/design/id'), columnOf('/marks/0/where'), columnOf('')]).toEqual([
      'design.id',
      'marks.1.where',
      '',
    ])
  })
})

describe('formatCsvLine', () => {
  test('never begins a cell as a formula does', () => {
    const cell = fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', '"', ',', ';', 'a', ' '),
    })
    fc.assert(
      fc.property(cell, (text) => {
        expect(formatCsvLine([text]).replace(/^"/, '')).not.toMatch(/^[=+\-@\t＝＋－＠]/)
      }),
    )
  })

  test('quotes what would end the cell', () => {
    expect(formatCsvLine(['a', 'b,c', 'd"e', 5])).toBe('a,"b,c","d""e",5\r\n')
  })
})
