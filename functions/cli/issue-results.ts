/** What a table of pieces gives back: a table beside it, with the address, the QR and the pages to print of every row. */
import { basename, join } from 'node:path'
import { parseCode } from '#core/certificate/code.ts'
import { formatCardsUrl } from '#core/certificate/owner-link.ts'
import { MOST_PRINTED } from '#core/certificate/request.ts'
import { type CsvRow, formatCsvLine } from './csv-file.ts'
import { ownershipOf, writeOwnerUrl } from './owner.ts'
import type { Slip } from './slips.ts'

/** A row with the slip that says whether it was certified before. */
export interface Job extends CsvRow {
  slip: Slip
}

const columns = ['line', 'design.id', 'design.name', 'code', 'url', 'qr', 'print', 'owner', 'cards']

export function nameQr({ code }: Slip): string {
  return `${code}.svg`
}

/** The addresses of the registry's pages of tags, each of four sheets. */
export function listSheets(origin: string, jobs: Job[]): string[] {
  const codes = jobs.map(({ slip }) => slip.code?.replaceAll('-', '') ?? '')
  return split(codes).map((page) => `${origin}/print/tags?codes=${page.join(',')}`)
}

/** For each code that has an owner's link, the page of folded cards that it is on. */
function findCards(jobs: Job[]): Map<string, string> {
  const owned = jobs.flatMap(({ slip }) => ownershipOf(slip) ?? [])
  const pages = split(owned).map((page) => ({ page, url: formatCardsUrl(page[0]?.origin ?? '', page) }))
  return new Map(pages.flatMap(({ page, url }) => page.map(({ code }) => [code, url] as const)))
}

function split<T>(items: T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / MOST_PRINTED) }, (_, page) =>
    items.slice(page * MOST_PRINTED, (page + 1) * MOST_PRINTED),
  )
}

/** No row names its customer: the line in the maker's own table does. `owner` is for the customer's eyes alone. */
export function writeResults(jobs: Job[], folder: string, sheets: string[]): string {
  const cards = findCards(jobs)
  const rows = jobs.map(({ line, request, slip }, at) => {
    const { id = '', name = '' } = (request.design ?? {}) as { id?: string; name?: string }
    const code = parseCode(slip.code?.replaceAll('-', '') ?? '')
    return [
      ...[line, id, name, slip.code ?? '', slip.url ?? '', join(basename(folder), nameQr(slip))],
      ...[sheets[Math.floor(at / MOST_PRINTED)] ?? '', writeOwnerUrl(slip), cards.get(code ?? '') ?? ''],
    ]
  })
  return `\ufeff${[columns, ...rows].map(formatCsvLine).join('')}`
}
