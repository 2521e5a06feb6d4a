import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parseRecords } from '../../functions/cli/table-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'asli-table-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function read(bytes: string | Buffer) {
  const file = join(folder, 'umkm.csv')
  writeFileSync(file, bytes)
  return parseRecords(file)
}

describe('parseRecords', () => {
  const text = 'Nama;Produk\r\nCafé Élan;Kopi “Élan”\r\n'
  const rows = [
    { line: 1, cells: ['Nama', 'Produk'] },
    { line: 2, cells: ['Café Élan', 'Kopi “Élan”'] },
  ]

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16, as Excel’s “Unicode text”', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['the Windows code page', Buffer.from(text.replace('“', '\x93').replace('”', '\x94'), 'latin1')],
  ])('loses no letter of a table in %s', (_, bytes) => {
    expect(read(bytes)).toEqual(rows)
  })

  test('reads no column out of the line that names the separator, and counts it', () => {
    const below = rows.map(({ line, cells }) => ({ line: line + 1, cells }))
    expect(read(`sep=;\r\n${text}`)).toEqual(below)
    expect(read(`\ufeffsep=,\n${text.replaceAll(';', ',')}`)).toEqual(below)
  })

  test('finds the separator below a title', () => {
    expect(read(`DATA UMKM 2026\n${text}`)[1]?.cells).toEqual(['Nama', 'Produk'])
  })

  test.each([
    ['.xlsx or .ods', 'PK\x03\x04\x14'],
    ['.xls', '\xd0\xcf\x11\xe0\xa1'],
  ])('says of a workbook, %s, how to save it as a table', (_, start) => {
    expect(() => read(Buffer.from(`${start}\0"x`, 'latin1'))).toThrow(
      /umkm\.csv is a workbook, not a CSV file\. Save it in the spreadsheet as “CSV UTF-8”/,
    )
  })

  test('shows how a quote within a cell is written', () => {
    expect(() => read('Nama\nDapur "Sari"\n')).toThrow(/:2 is not a table: .*Write the cell as "Dapur ""Sari"""/)
    expect(read('Nama\n"Dapur ""Sari"""\n')[1]?.cells).toEqual(['Dapur "Sari"'])
  })
})
