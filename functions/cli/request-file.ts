/** A YAML file that describes one piece: read with its lines, so that every fault is shown at its place. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { type Document, isMap, LineCounter, parseDocument, visit } from 'yaml'
import type { ProblemDocument } from './api.ts'
import { misuse, Refusal } from './command.ts'

export type LineOf = (path: string[]) => number | undefined

/** `FILE.ending` for `FILE.yaml`. */
export function besides(file: string, ending: string): string {
  return join(dirname(file), basename(file).replace(/\.(ya?ml|csv)$/i, '') + ending)
}

export function readRequest(file: string): { request: Record<string, unknown>; lineOf: LineOf } {
  const lines = new LineCounter()
  const document = parseDocument(readText(file), { lineCounter: lines })
  const [broken] = document.errors
  if (broken) {
    const { line, col } = broken.linePos?.[0] ?? { line: 1, col: 1 }
    throw new Refusal(`${file}:${line}:${col} is not YAML: ${broken.message.split(/ at line |\n/)[0]}.`)
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

export function readText(file: string): string {
  return readBytes(file).toString('utf8')
}

/** @throws Refusal with code 2 that says where the file was looked for. */
export function readBytes(file: string): Buffer {
  if (!existsSync(file)) {
    throw misuse({
      en: `There is no file ${file} here (in ${resolve('.')}).`,
      id: `Tidak ada berkas ${file} di sini (di ${resolve('.')}).`,
    })
  }
  try {
    return readFileSync(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw misuse({
      en: `${file} cannot be read (${code}): name a YAML or CSV file.`,
      id: `${file} tidak dapat dibaca (${code}): sebutkan berkas YAML atau CSV.`,
    })
  }
}

/** `file: photo.jpg` becomes `sha256: …`; the photo itself stays with the maker. */
export function fingerprintPhotos(request: Record<string, unknown>, file: string): Record<string, unknown> {
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
export function locate(refusal: Refusal, file: string, lineOf: LineOf): Refusal {
  const { errors } = (refusal.document ?? {}) as Partial<ProblemDocument>
  if (!errors) return refusal
  const lines = errors.map(({ pointer, detail }) => {
    const path = pointer.split('/').slice(1)
    const line = findLine(path, lineOf)
    return `${file}${line ? `:${line}` : ''} ${path.join('.') || 'the file'} ${detail}`
  })
  return new Refusal(refusal.message, { lines: [...lines, ...refusal.lines], document: refusal.document })
}

function findLine(path: string[], lineOf: LineOf): number | undefined {
  for (let length = path.length; length > 0; length--) {
    const line = lineOf(path.slice(0, length))
    if (line !== undefined) return line
  }
  return undefined
}
