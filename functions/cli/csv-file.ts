/**
 * A table of pieces, one a row, as a spreadsheet saves it. The first line names the columns by the paths of sample.yaml: `design.id`, `dimensions.lengthMm`, `marks.1.where`. Lists
 * of words stand in one cell, `indigo; soga`.
 */
import { Refusal } from './command.ts'
import { fingerprintPhotos } from './request-file.ts'
import { parseRecords } from './table-file.ts'

export interface CsvRow {
  /** Where the row begins, from 1. */
  line: number
  request: Record<string, unknown>
}

export interface CsvFile {
  columns: string[]
  rows: CsvRow[]
}

const known =
  /^(kind|product|madeOn|soldOn|design\.(id|name|exclusivity|size)|edition\.number|madeFor\.(mode|name)|customerRef|dimensions\.(length|width|height)Mm|techniques|motifs|dyes|marks\.[1-3]\.(where|text|photo)|photos\.([1-9]|1[0-2])\.(file|sha256|takenAt)|process\.([1-9]|1\d|2[0-4])\.(step|actor|date|precision))$/
const numeric = /^(design\.size|edition\.number|dimensions\.\w+)$/
const lists = /^(techniques|motifs|dyes)$/

/** @throws Refusal that names the line, and the column, of what cannot be read. */
export function readCsv(file: string): CsvFile {
  const records = parseRecords(file)
  const [header, ...rest] = records
  if (!header || rest.length === 0) throw new Refusal(`${file} has no rows: see sample.csv for what a table needs.`)
  const columns = header.cells
  checkColumns(file, columns)
  const rows = rest.map(({ line, cells }) => {
    if (cells.length > columns.length)
      throw new Refusal(
        `${file}:${line} has ${cells.length} cells, and the first line names ${columns.length} columns.`,
      )
    return { line, request: fingerprintPhotos(readCells(columns, cells), file) }
  })
  return { columns, rows }
}

function checkColumns(file: string, columns: string[]): void {
  for (const [at, column] of columns.entries()) {
    if (!known.test(column))
      throw new Refusal(
        `${file}:1 column ${at + 1}, “${column}”, is none that a piece has: see sample.csv for the names.`,
      )
    if (columns.indexOf(column) !== at) throw new Refusal(`${file}:1 names the column “${column}” twice.`)
  }
}

/** An empty cell says nothing. */
function readCells(columns: string[], cells: string[]): Record<string, unknown> {
  const request: Record<string, unknown> = { kind: 'piece' }
  for (const [at, column] of columns.entries()) {
    const cell = cells[at] ?? ''
    if (cell !== '') setPath(request, column.split('.'), readCell(column, cell))
  }
  return dropHoles(request) as Record<string, unknown>
}

function readCell(column: string, cell: string): unknown {
  if (lists.test(column)) return cell.split(/[;,]/).flatMap((word) => word.trim() || [])
  // What is no number is sent as it stands, so that the registry says what is wrong with it.
  return numeric.test(column) && /^\d+$/.test(cell) ? Number(cell) : cell
}

/** `marks.1.where`: places in a list are counted from 1, as people do. */
function setPath(target: Record<string, unknown>, [name = '', next, ...rest]: string[], value: unknown): void {
  if (next === undefined) {
    target[name] = value
    return
  }
  const isList = /^\d+$/.test(next)
  target[name] ??= isList ? [] : {}
  const child = target[name] as Record<string, unknown>
  setPath(child, [isList ? String(Number(next) - 1) : next, ...rest], value)
}

/** A second mark without a first becomes the first. */
function dropHoles(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== undefined).map(dropHoles)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, dropHoles(item)]))
}

/** The column that a pointer of the registry is about: `/design/id` → `design.id`, `/marks/0/where` → `marks.1.where`. */
export function columnOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : part))
    .join('.')
}

/** A line of a table. What a spreadsheet would run as a formula is made text. */
export function formatCsvLine(cells: (string | number)[]): string {
  return `${cells.map((cell) => formatCell(String(cell))).join(',')}\r\n`
}

/** @see https://owasp.org/www-community/attacks/CSV_Injection; full-width forms are read as formulas, too. */
function formatCell(cell: string): string {
  const text = /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
