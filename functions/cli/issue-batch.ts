/** `asli issue FILE.csv`: certify a table of pieces. All rows are checked before one is issued. */
import { existsSync, mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { findClashes } from '#core/certificate/clash.ts'
import { MOST_PRINTED, MOST_ROWS } from '#core/certificate/request.ts'
import type { Api, ProblemDocument } from './api.ts'
import { type Output, Refusal } from './command.ts'
import { type CsvFile, type CsvRow, columnOf, formatCsvLine, readCsv } from './csv-file.ts'
import { forEach, showProgress } from './progress.ts'
import { besides } from './request-file.ts'
import { type Certified, hashRequest, openSlips, type Slip, writeFile } from './slips.ts'

/** The registry takes 2 MB a request. */
const MOST_CHARACTERS = 1_200_000
/** QRs under way at once. */
const PARALLEL = 16

/** A row with the slip that says whether it was certified before. */
interface Job extends CsvRow {
  slip: Slip
}

export async function issueCsv(api: Api, file: string, options: { dryRun: boolean }): Promise<Output> {
  const table = readCsv(file)
  refuseClashes(file, table)
  const slips = openSlips(besides(file, '.asli.json'))
  const taken = slips.take(hashRows(api.origin, table.rows))
  const jobs = table.rows.map((row, at): Job => ({ ...row, slip: taken[at] as Slip }))
  const open = split(jobs.filter(({ slip }) => !slip.code))

  await checkAll(api, file, open)
  if (options.dryRun) {
    return { lines: [`${jobs.length} rows: nothing to refuse; nothing was issued.`], json: { rows: jobs.length } }
  }
  await issueAll(api, open, slips.complete)
  const folder = besides(file, '.asli')
  await fetchQrs(api, folder, jobs)
  const results = besides(file, '.asli.csv')
  const sheets = listSheets(api.origin, jobs)
  writeFile(results, writeResults(jobs, folder, sheets))
  const fresh = open.flat().length
  const before = jobs.length - fresh
  const lines = [
    `Certified: ${fresh} of ${jobs.length} rows${before > 0 ? `; ${before} were certified before` : ''}.`,
    `  table ${results}`,
    `  QRs   ${folder}/`,
    `  print ${sheets.length === 1 ? sheets[0] : `${sheets.length} addresses, in the table’s column “print”`}`,
  ]
  return { lines, json: { rows: jobs.length, certified: fresh, results, qrs: folder, sheets } }
}

/** Rows that are the same to the letter are so many pieces of a series: each has a slip of its own. */
function hashRows(origin: string, rows: CsvRow[]): string[] {
  const copies = new Map<string, number>()
  return rows.map(({ request }) => {
    const same = hashRequest(origin, request)
    const copy = copies.get(same) ?? 0
    copies.set(same, copy + 1)
    return copy === 0 ? same : hashRequest(origin, { request, copy })
  })
}

function refuseClashes(file: string, { rows }: CsvFile): void {
  const clashes = findClashes(
    rows.map(({ request }) => request),
    (row) => `line ${rows[row]?.line}`,
  )
  if (clashes.length === 0) return
  const lines = clashes.map(({ row, pointer, detail }) => describe(file, rows[row], pointer, detail))
  throw new Refusal(refusedSentence(new Set(clashes.map(({ row }) => row)).size), { lines })
}

function describe(file: string, row: CsvRow | undefined, pointer: string, detail: string): string {
  const column = columnOf(pointer)
  return `${file}:${row?.line}${column ? ` column “${column}”` : ''} ${detail}`
}

function refusedSentence(rows: number): string {
  return `${rows === 1 ? 'One row does' : `${rows} rows do`} not pass, so nothing was issued.`
}

function split(jobs: Job[]): Job[][] {
  const parts: Job[][] = []
  let characters = Number.POSITIVE_INFINITY
  for (const job of jobs) {
    const length = JSON.stringify(job.request).length + 100
    if (characters + length > MOST_CHARACTERS || (parts.at(-1)?.length ?? 0) >= MOST_ROWS) {
      parts.push([])
      characters = 0
    }
    characters += length
    parts.at(-1)?.push(job)
  }
  return parts
}

function writeBody(jobs: Job[]) {
  return { rows: jobs.map(({ request, slip }) => ({ idempotencyKey: slip.idempotencyKey, certificate: request })) }
}

/** Every part is checked, so that all faults are named at once. */
async function checkAll(api: Api, file: string, parts: Job[][]): Promise<void> {
  const progress = showProgress('rows checked', parts.flat().length)
  const lines: string[] = []
  const bad = new Set<number>()
  let done = 0
  for (const jobs of parts) {
    try {
      await api.ask('POST', '/api/certificates/batch?dryRun=1', { body: writeBody(jobs) })
    } catch (error) {
      const { errors } = (error instanceof Refusal ? (error.document ?? {}) : {}) as Partial<ProblemDocument>
      if (!errors || errors.some(({ pointer }) => !pointer.startsWith('/rows/'))) throw error
      for (const { pointer, detail } of errors) {
        const [, , row = '', , ...path] = pointer.split('/')
        const job = jobs[Number(row)]
        bad.add(job?.line ?? 0)
        lines.push(describe(file, job, path.length > 0 ? `/${path.join('/')}` : '', detail))
      }
    }
    done += jobs.length
    progress(done)
  }
  if (lines.length > 0) throw new Refusal(refusedSentence(bad.size), { lines })
}

async function issueAll(
  api: Api,
  parts: Job[][],
  complete: (done: { slip: Slip; answer: Certified }[]) => void,
): Promise<void> {
  const progress = showProgress('rows certified', parts.flat().length)
  let done = 0
  for (const jobs of parts) {
    const { certificates } = await api.ask<{ certificates: Certified[] }>('POST', '/api/certificates/batch', {
      body: writeBody(jobs),
    })
    complete(jobs.map(({ slip }, at) => ({ slip, answer: certificates[at] as Certified })))
    done += jobs.length
    progress(done)
  }
}

/** A drawing that is there already is the same: the QR of a code never changes. */
async function fetchQrs(api: Api, folder: string, jobs: Job[]): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const missing = jobs.filter(({ slip }) => !existsSync(join(folder, nameQr(slip))))
  await forEach(missing, { what: 'QRs', parallel: PARALLEL }, async ({ slip }) => {
    const code = slip.code?.replaceAll('-', '')
    writeFile(join(folder, nameQr(slip)), await api.text(`/api/certificates/${code}/qr.svg`))
  })
}

function nameQr({ code }: Slip): string {
  return `${code}.svg`
}

/** The addresses of the registry's pages of tags, each of four sheets. */
function listSheets(origin: string, jobs: Job[]): string[] {
  const codes = jobs.map(({ slip }) => slip.code?.replaceAll('-', '') ?? '')
  const pages = Array.from({ length: Math.ceil(codes.length / MOST_PRINTED) }, (_, page) =>
    codes.slice(page * MOST_PRINTED, (page + 1) * MOST_PRINTED),
  )
  return pages.map((page) => `${origin}/print/tags?codes=${page.join(',')}`)
}

function writeResults(jobs: Job[], folder: string, sheets: string[]): string {
  const rows = jobs.map(({ line, request, slip }, at) => {
    const { id = '', name = '' } = (request.design ?? {}) as { id?: string; name?: string }
    return [
      line,
      id,
      name,
      slip.code ?? '',
      slip.url ?? '',
      join(basename(folder), nameQr(slip)),
      sheets[Math.floor(at / MOST_PRINTED)] ?? '',
    ]
  })
  return `\ufeff${[['line', 'design.id', 'design.name', 'code', 'url', 'qr', 'print'], ...rows].map(formatCsvLine).join('')}`
}
