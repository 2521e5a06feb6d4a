/** A row of an office's list and its cells: how they are read, and what they must not hold. */
import type { Sentence } from '../reading/finding.ts'
import { findPersonalData } from '../rules/personal-data.ts'
import type { Target } from './columns.ts'

export type Row = {
  /** Where the row begins in the file, from 1. */
  line: number
  cells: readonly string[]
}

export function readCell({ cells }: Row, at: number): string {
  return (cells[at] ?? '').normalize('NFC').trim()
}

/** Whether the row counts those above it: one of its cells says so, and nothing else. */
export function isSum({ cells }: Row): boolean {
  return cells.some((cell) => /^(sub ?total|total|jumlah)\b[\s\d:]*$/i.test(cell.trim()))
}

/** A street or a house; a district is no address. */
const ADDRESS = /\b(jl|jln|jalan|gg|gang|rt|rw|blok|perum|no)\b[\s.:]*[\w/]*\d|\b(jl|jln|jalan)\b\.?\s/i
const address: Sentence = { en: 'This looks like an address.', id: 'Ini tampak seperti alamat.' }

/** A number of 13 digits as a spreadsheet shows it that was not told that it is text: the digits are gone. */
const SHORTENED = /^\d([.,]\d+)?E\+\d+$/i
const shortened: Sentence = {
  en: 'The spreadsheet cut this number short: format the column as text, type the number again, and save.',
  id: 'Nomor ini terpotong oleh Excel: ubah format kolomnya menjadi Teks, ketik ulang nomornya, lalu simpan.',
}

/** Why the cell is not taken, whatever its column is for. */
export function refuseCell(target: Target, cell: string): Sentence | undefined {
  // A business number is meant to be there, and has the form of one that is not.
  const personal = target === 'maker.nib' ? undefined : findPersonal(cell)
  return personal ?? (SHORTENED.test(cell) ? shortened : undefined)
}

function findPersonal(cell: string): Sentence | undefined {
  return findPersonalData(cell)[0] ?? (ADDRESS.test(cell) ? address : undefined)
}
