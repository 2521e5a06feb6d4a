/** `asli issue FILE.csv`: certify a table of pieces. All rows are checked before one is issued. */
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { findClashes } from '#core/certificate/clash.ts'
import { MOST_ROWS } from '#core/certificate/request.ts'
import type { Api, ProblemDocument } from './api.ts'
import { type Output, Refusal } from './command.ts'
import { type CsvFile, type CsvRow, columnOf, readCsv } from './csv-file.ts'
import { type Job, listSheets, nameQr, writeResults } from './issue-results.ts'
import { sealName, takeName, type Unsealed } from './made-for.ts'
import { forEach, showProgress } from './progress.ts'
import { besides } from './request-file.ts'
import { type Asked, type Certified, hashRequest, openSlips, type Slip, writeFile, writeSecretFile } from './slips.ts'

/** The registry takes 2 MB a request. */
const MOST_CHARACTERS = 1_200_000
/** QRs under way at once. */
const PARALLEL = 16

/** A row whose name, if any, is not in its request. */
type Row = CsvRow & Unsealed

export async function issueCsv(api: Api, file: string, options: { dryRun: boolean }): Promise<Output> {
  const table = readCsv(file)
  refuseClashes(file, table)
  const rows = takeNames(file, table)
  const slips = openSlips(besides(file, '.asli.json'))
  const taken = slips.take(hashRows(api.origin, rows))
  const jobs = await Promise.all(rows.map((row, at) => sealRow(row, taken[at] as Slip)))
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
  writeSecretFile(results, writeResults(jobs, folder, sheets))
  const fresh = open.flat().length
  const before = jobs.length - fresh
  const lines = [
    `Certified: ${fresh} of ${jobs.length} rows${before > 0 ? `; ${before} were certified before` : ''}.`,
    `  table ${results}`,
    `  QRs   ${folder}/`,
    `  print ${sheets.length === 1 ? sheets[0] : `${sheets.length} addresses, in the table’s column “print”`}`,
    ...describeOwners(jobs),
  ]
  return { lines, json: { rows: jobs.length, certified: fresh, results, qrs: folder, sheets } }
}

/** All rows with a fault are named at once, before anything is sent. */
function takeNames(file: string, { rows }: CsvFile): Row[] {
  const taken = rows.map((row) => ({ row, unsealed: takeName(row.request) }))
  const faults = taken.flatMap(({ row, unsealed }) => (unsealed.ok ? [] : [{ row, errors: unsealed.error }]))
  if (faults.length === 0) {
    return taken.flatMap(({ row, unsealed }) => (unsealed.ok ? [{ ...row, ...unsealed.value }] : []))
  }
  const lines = faults.flatMap(({ row, errors }) =>
    errors.map(({ pointer, detail }) => describe(file, row, pointer, detail)),
  )
  throw new Refusal(refusedSentence(faults.length), { lines })
}

/**
 * Rows that are the same to the letter are so many pieces of a series: each has a slip of its own. Where they name a
 * customer, the slips themselves see to that.
 */
function hashRows(origin: string, rows: Row[]): Asked[] {
  const copies = new Map<string, number>()
  return rows.map(({ request, name }) => {
    const same = hashRequest(origin, request)
    if (name !== null) return { hash: same, name }
    const copy = copies.get(same) ?? 0
    copies.set(same, copy + 1)
    return { hash: copy === 0 ? same : hashRequest(origin, { request, copy }), name }
  })
}

async function sealRow({ line, ...unsealed }: Row, slip: Slip): Promise<Job> {
  return { line, request: await sealName(unsealed, slip), slip }
}

/** The links stand in the table alone: a screen is read by whoever walks past. */
function describeOwners(jobs: Job[]): string[] {
  const named = jobs.filter(({ slip }) => slip.commitment !== undefined).length
  if (named === 0) return []
  const links = named === 1 ? 'one link' : `${named} links`
  return [
    `  owner ${links}, in the table’s column “owner”, each for its customer alone; cards that have them, in “cards”`,
  ]
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
