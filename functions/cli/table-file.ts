/**
 * The records of a table as a spreadsheet saves it: comma, semicolon or tab, in UTF-8, UTF-16 or the Windows code page,
 * with or without a byte order mark and the line `sep=;`.
 */
import { CsvError, parse } from 'csv-parse/sync'
import type { Sentence } from '#core/catalogue/reading/finding.ts'
import { Refusal } from './command.ts'
import { readBytes } from './request-file.ts'

export type Records = { line: number; cells: string[] }[]

/** The cells of every row that has any, the first line included. @throws Refusal where it is no table. */
export function parseRecords(file: string): Records {
  // The parser counts a Windows line end within quotes twice.
  const text = decodeTable(file, readBytes(file)).replace(/\r\n?/g, '\n')
  try {
    const options = {
      delimiter: guessDelimiter(text),
      info: true,
      relax_column_count: true,
      skip_records_with_empty_values: true,
      trim: true,
    } as const
    // The empty line stays in place of the other, so that the lines below keep their numbers.
    const parsed = parse(text.replace(SEPARATOR, ''), options) as unknown as {
      record: string[]
      info: { lines: number }
    }[]
    return parsed.map(({ record: cells, info }) => ({ line: info.lines - countBreaks(cells), cells }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const at = `${file}:${error.lines ?? 1}`
    const { en, id } = QUOTES[error.code] ?? { en: error.message, id: error.message }
    throw new Refusal({ en: `${at} is not a table: ${en}. ${MEND.en}`, id: `${at} bukan tabel: ${id}. ${MEND.id}` })
  }
}

const NO_END: Sentence = { en: 'the quote ends within a cell', id: 'tanda kutip berakhir di tengah sel' }

/** All that can be wrong with a table is a quotation mark. */
const QUOTES: Readonly<Record<string, Sentence>> = {
  CSV_QUOTE_NOT_CLOSED: { en: 'a quote is not closed', id: 'tanda kutip tidak ditutup' },
  INVALID_OPENING_QUOTE: { en: 'a quote begins within a cell', id: 'tanda kutip dimulai di tengah sel' },
  CSV_INVALID_CLOSING_QUOTE: NO_END,
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: NO_END,
}

const MEND: Sentence = {
  en: 'Write the cell as "Dapur ""Sari""", or without the quotes.',
  id: 'Tulis selnya seperti "Dapur ""Sari""", atau tanpa tanda kutip.',
}

/** What an archive begins with, which .xlsx and .ods are, and what the older .xls does. */
const WORKBOOKS = ['504b0304', 'd0cf11e0']

const WORKBOOK: Sentence = {
  en: 'is a workbook, not a CSV file. Save it in the spreadsheet as “CSV UTF-8”, and name that file.',
  id: 'adalah buku kerja Excel, bukan berkas CSV. Di Excel pilih Simpan Sebagai, “CSV UTF-8”, lalu sebutkan berkas itu.',
}

function decodeTable(file: string, bytes: Buffer): string {
  if (WORKBOOKS.includes(bytes.toString('hex', 0, 4)))
    throw new Refusal({ en: `${file} ${WORKBOOK.en}`, id: `${file} ${WORKBOOK.id}` })
  // “Unicode text” of Excel.
  if (bytes.toString('hex', 0, 2) === 'fffe') return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Plain “CSV” of Excel; read as UTF-8, an é would be lost for good.
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** A line by which a table tells Excel its separator. */
const SEPARATOR = /^sep=[,;\t](?=\n)/i

/** Spreadsheets set to Indonesian write semicolons. A title above the columns has none of the three. */
function guessDelimiter(text: string): ',' | ';' | '\t' {
  const line = text.split('\n').find((one) => /[,;\t]/.test(one)) ?? ''
  const count = (mark: string) => line.split(mark).length
  return count('\t') > count(',') ? '\t' : count(';') > count(',') ? ';' : ','
}

function countBreaks(cells: string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.split('\n').length - 1), 0)
}
