/** How an answer is written in one line: `30-45`, `cotton 60, silk 40`, `240 x 105`. */
import { fail, type Result, succeed } from '../../result.ts'
import type { Sentence } from '../reading/finding.ts'

export type Shape =
  | 'text'
  | 'digits'
  | 'number'
  | 'yes'
  | 'list'
  | 'pairs'
  | 'range'
  | 'size'
  | 'span'
  | 'shares'
  | 'kbli'

/** The value; the failure shows how such an answer is written. */
export function readShape(shape: Shape, answer: string): Result<unknown, Sentence> {
  return READERS[shape](answer)
}

const READERS: Readonly<Record<Shape, (answer: string) => Result<unknown, Sentence>>> = {
  text: succeed,
  // 5208.51 is how customs write it, and an apostrophe keeps a spreadsheet from counting with a number.
  digits: (answer) => succeed(answer.replace(/[\s.'’-]/g, '')),
  number: (answer) => {
    const value = readNumber(answer)
    return value === undefined ? wrong('12 or 2.5', '12 atau 2,5') : succeed(value)
  },
  yes: (answer) => {
    if (/^(y|yes|ya)$/i.test(answer)) return succeed(true)
    return /^(n|no|t|tidak)$/i.test(answer) ? succeed(false) : wrong('y or n', 'y atau t')
  },
  list: (answer) => succeed(/^(-|none|tidak ada)$/i.test(answer) ? [] : split(answer, /[,;]/)),
  pairs: (answer) => {
    const pairs = split(answer, /;/).map((pair) => split(pair, /\//))
    if (pairs.some(({ length }) => length !== 2))
      return wrong('Kopi / Coffee; Gula / Sugar', 'Kopi / Coffee; Gula / Sugar')
    return succeed(pairs.map(([id, en]) => ({ en, id })))
  },
  range: (answer) => {
    const [min, max, ...more] = split(answer, /[-–]/).map(readNumber)
    return min === undefined || max === undefined || more.length > 0 ? wrong('30-45', '30-45') : succeed({ min, max })
  },
  size: (answer) => {
    const sides = split(answer.replace(/cm/gi, ''), /x|×/i).map(readNumber)
    const [l, w, h] = sides
    if (l === undefined || w === undefined || sides.length > 3 || sides.includes(undefined))
      return wrong('240 x 105', '240 x 105')
    return succeed({ l, w, ...(h !== undefined && { h }) })
  },
  span: (answer) => {
    const [, digits, unit = ''] = answer.match(/^(\d+)\s*(MON|DAY|months?|days?|bulan|hari)$/i) ?? []
    if (digits === undefined) return wrong('12 months', '12 bulan')
    return succeed({ n: Number(digits), unit: /^(mon|bul)/i.test(unit) ? 'MON' : 'DAY' })
  },
  shares: (answer) => {
    const shares = split(answer, /[,;]/).map((share) => share.match(/^(\D.*?)\s+(\d+(?:[.,]\d+)?)\s*%?$/))
    if (shares.length === 0 || shares.includes(null)) return wrong('cotton 60, silk 40', 'cotton 60, silk 40')
    return succeed(shares.map((share) => ({ fibre: share?.[1], pct: readNumber(share?.[2] ?? '') })))
  },
  kbli: (answer) => {
    // A list often has the code alone: the year is nobody's guess, and KBLI-01 asks for it.
    const codes = split(answer, /[,;]/).map((code) => code.match(/^(\d{5})(?:\s+(2020|2025))?$/))
    if (codes.length === 0 || codes.includes(null)) return wrong('13134 2020', '13134 2020')
    return succeed(codes.map((code) => ({ code: code?.[1], ...(code?.[2] && { version: code[2] }) })))
  },
}

function wrong(en: string, id: string): Result<never, Sentence> {
  return fail({ en: `Write it like this: ${en}.`, id: `Tulis seperti ini: ${id}.` })
}

function split(answer: string, by: RegExp): string[] {
  return answer.split(by).flatMap((part) => part.trim() || [])
}

/** With a point or a comma for the fraction; a thousand is written without either. */
function readNumber(answer: string): number | undefined {
  return /^\d+(?:[.,]\d{1,2})?$/.test(answer) ? Number(answer.replace(',', '.')) : undefined
}
