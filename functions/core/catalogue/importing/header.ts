/** Where the table begins in an office's list. */
import type { Row } from './cell.ts'

/** The row that names the columns, and those below; a title above it fills one cell. Undefined where there is nothing. */
export function splitHeader([first, ...rest]: readonly Row[]): { columns: string[]; rows: Row[] } | undefined {
  if (!first) return undefined
  if (isTitle(first) && rest.some((row) => !isTitle(row))) return splitHeader(rest)
  // A heading of several lines is one name.
  return { columns: first.cells.map((cell) => cell.replace(/\s+/g, ' ').trim()), rows: rest }
}

function isTitle({ cells }: Row): boolean {
  return cells.filter((cell) => cell.trim() !== '').length === 1
}
