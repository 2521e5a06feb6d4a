/** `asli issue FILE.yaml`: certify one piece. */
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { type Document, isMap, LineCounter, parseDocument, visit } from 'yaml'
import { type Api, openApi, type ProblemDocument } from './api.ts'
import { type Command, exit, type Output, onePositional, Refusal } from './command.ts'

interface Answer {
  code: string
  url: string
  qr: string
}

/** Written before anything is sent, so that a retry carries the same key and certifies nothing twice. */
interface Slip {
  idempotencyKey: string
  requestHash: string
  code?: string
  url?: string
}

export const issue: Command = {
  help: `asli issue FILE.yaml [--dry-run] [--json]

Certifies the one piece that the file describes (see sample.yaml), and writes beside it
FILE.asli.json (the code, and the key that makes a retry safe) and FILE.asli.svg (the tag’s QR).
Photos are never sent: \`photos: [{ file: … }]\` is replaced by the file’s SHA-256 fingerprint.

  --dry-run   check everything, issue nothing
  --origin    another registry than the local one     --token  its token (or ASLI_TOKEN)`,
  options: { 'dry-run': { type: 'boolean' } },
  run: async (input) => {
    const file = onePositional(input, 'YAML file')
    const { request, lineOf } = readRequest(file)
    const api = openApi(input, 'maker')
    try {
      return input.options['dry-run'] ? await dryRun(api, request) : await certify(api, file, request)
    } catch (error) {
      throw error instanceof Refusal ? locate(error, file, lineOf) : error
    }
  },
}

async function dryRun(api: Api, request: unknown): Promise<Output> {
  const headers = { 'idempotency-key': makeKey() }
  const json = await api.ask('POST', '/api/certificates?dryRun=1', { body: request, headers })
  return { lines: ['Nothing to refuse; nothing was issued.'], json }
}

async function certify(api: Api, file: string, request: unknown): Promise<Output> {
  const slips = openSlips(besides(file, '.asli.json'))
  const slip = slips.find(hashRequest(api.origin, request)) ?? slips.add(hashRequest(api.origin, request))
  const headers = { 'idempotency-key': slip.idempotencyKey }
  const answer = await api.ask<Answer>('POST', '/api/certificates', { body: request, headers })
  const known = slip.code === answer.code
  slips.complete(slip, answer)
  const qrFile = besides(file, '.asli.svg')
  writeFile(qrFile, await api.text(new URL(answer.qr).pathname))
  const { verdict } = await api.ask<{ verdict: string }>('GET', `/api/verify/${answer.code}`)
  const json = { ...answer, verdict, qrFile }
  if (verdict === 'revoked') return { lines: describeWithdrawn(answer, file), json }
  const lines = [
    `${known ? 'Already certified' : 'Certified'}: ${answer.code}`,
    `  page  ${answer.url}`,
    `  QR    ${qrFile}`,
  ]
  return { lines, json }
}

function describeWithdrawn({ code, url }: Answer, file: string): string[] {
  return [
    `This file was certified as ${code}, which has been withdrawn: ${url}`,
    `  To certify the piece anew, move ${besides(file, '.asli.json')} away and run this again.`,
  ]
}

function besides(file: string, ending: string): string {
  return join(dirname(file), basename(file).replace(/\.ya?ml$/i, '') + ending)
}

function makeKey(): string {
  return randomBytes(16).toString('base64url')
}

function hashRequest(origin: string, request: unknown): string {
  return createHash('sha256')
    .update(`${origin}\n${JSON.stringify(request)}`)
    .digest('base64url')
}

/** One slip a request, the earlier ones kept: a changed file is another request, and takes another key. */
function openSlips(file: string) {
  const slips = existsSync(file) ? readSlips(file) : []
  const save = () => {
    // Written aside and renamed: a slip is whole or not there.
    writeFile(`${file}.new`, `${JSON.stringify(slips, null, 2)}\n`, 0o600)
    renameSync(`${file}.new`, file)
  }
  return {
    find: (requestHash: string) => slips.find((slip) => slip.requestHash === requestHash),
    add: (requestHash: string) => {
      const slip: Slip = { idempotencyKey: makeKey(), requestHash }
      slips.push(slip)
      save()
      return slip
    },
    complete: (slip: Slip, { code, url }: Answer) => {
      Object.assign(slip, { code, url })
      save()
    },
  }
}

function readSlips(file: string): Slip[] {
  try {
    const slips: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (Array.isArray(slips)) return slips as Slip[]
  } catch {}
  throw new Refusal(`${file} cannot be read: mend it, or move it away to certify under a new key.`)
}

function writeFile(file: string, text: string, mode = 0o644): void {
  try {
    writeFileSync(file, text, { mode })
  } catch (error) {
    throw new Refusal(
      `${file} cannot be written (${(error as NodeJS.ErrnoException).code}): issue from a folder of your own.`,
    )
  }
}

function readRequest(file: string): { request: unknown; lineOf: (path: string[]) => number | undefined } {
  const lines = new LineCounter()
  const document = parseDocument(readText(file), { lineCounter: lines })
  const [broken] = document.errors
  if (broken) {
    const { line, col } = broken.linePos?.[0] ?? { line: 1, col: 1 }
    throw new Refusal(`${file}:${line}:${col} is not YAML: ${broken.message.split(/ at line |\n/)[0]}.`, {
      code: exit.refused,
    })
  }
  if (hasAlias(document)) {
    throw new Refusal(`${file} uses YAML anchors or aliases: write each value out.`)
  }
  if (!isMap(document.contents)) throw new Refusal(`${file} holds no fields: see sample.yaml for what a piece needs.`)
  const lineOf = (path: string[]) => {
    const node = document.getIn(path.map(readIndex), true) as { range?: [number] } | undefined
    return node?.range ? lines.linePos(node.range[0]).line : undefined
  }
  return { request: fingerprintPhotos(document.toJS() as Record<string, unknown>, file), lineOf }
}

function hasAlias(document: Document): boolean {
  let found = false
  visit(document, {
    Alias: () => {
      found = true
      return visit.BREAK
    },
  })
  return found
}

function readIndex(part: string): string | number {
  return /^\d+$/.test(part) ? Number(part) : part
}

function readText(file: string): string {
  if (!existsSync(file)) throw new Refusal(`There is no file ${file} here (in ${resolve('.')}).`, { code: exit.misuse })
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new Refusal(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}): name a YAML file.`, {
      code: exit.misuse,
    })
  }
}

/** `file: photo.jpg` becomes `sha256: …`; the photo itself stays with the maker. */
function fingerprintPhotos(request: Record<string, unknown>, file: string): Record<string, unknown> {
  const { photos } = request
  if (!Array.isArray(photos)) return request
  const replaced = photos.map((photo: unknown) => {
    if (typeof photo !== 'object' || photo === null || !('file' in photo)) return photo
    const { file: name, ...rest } = photo
    const path = join(dirname(file), String(name))
    if (!existsSync(path)) throw new Refusal(`${file}: there is no photo ${path}.`)
    return { ...rest, sha256: createHash('sha256').update(readFileSync(path)).digest('hex') }
  })
  return { ...request, photos: replaced }
}

/** A problem's field errors, each at its line of the file; a field that is missing is at its nearest parent. */
function locate(refusal: Refusal, file: string, lineOf: (path: string[]) => number | undefined): Refusal {
  const { errors } = (refusal.document ?? {}) as Partial<ProblemDocument>
  if (!errors) return refusal
  const lines = errors.map(({ pointer, detail }) => {
    const path = pointer.split('/').slice(1)
    const line = findLine(path, lineOf)
    return `${file}${line ? `:${line}` : ''} ${path.join('.') || 'the file'} ${detail}`
  })
  return new Refusal(refusal.message, { lines: [...lines, ...refusal.lines], document: refusal.document })
}

function findLine(path: string[], lineOf: (path: string[]) => number | undefined): number | undefined {
  for (let length = path.length; length > 0; length--) {
    const line = lineOf(path.slice(0, length))
    if (line !== undefined) return line
  }
  return undefined
}
