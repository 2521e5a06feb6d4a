/** Slips: the key of each request, written down before it is sent, so that a retry certifies nothing twice. */
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { Refusal } from './command.ts'

export interface Certified {
  code: string
  url: string
}

export interface Slip {
  idempotencyKey: string
  requestHash: string
  code?: string
  url?: string
}

export function makeKey(): string {
  return randomBytes(16).toString('base64url')
}

export function hashRequest(origin: string, request: unknown): string {
  return createHash('sha256')
    .update(`${origin}\n${JSON.stringify(request)}`)
    .digest('base64url')
}

/** One slip a request, the earlier ones kept: a changed file is another request, and takes another key. */
export function openSlips(file: string) {
  const slips = existsSync(file) ? readSlips(file) : []
  const byHash = new Map(slips.map((slip) => [slip.requestHash, slip]))
  // Written aside and renamed: slips are whole or not there.
  const save = () => {
    writeFile(`${file}.new`, `${JSON.stringify(slips, null, 2)}\n`, 0o600)
    renameSync(`${file}.new`, file)
  }
  return {
    /** The slip of each request, made where it is new; they are on disk before this returns. */
    take: (hashes: string[]): Slip[] => {
      const added = hashes
        .filter((requestHash) => !byHash.has(requestHash))
        .map((requestHash): Slip => ({ idempotencyKey: makeKey(), requestHash }))
      for (const slip of added) byHash.set(slip.requestHash, slip)
      slips.push(...added)
      if (added.length > 0) save()
      return hashes.flatMap((hash) => byHash.get(hash) ?? [])
    },
    complete: (done: { slip: Slip; answer: Certified }[]) => {
      for (const { slip, answer } of done) Object.assign(slip, { code: answer.code, url: answer.url })
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

export function writeFile(file: string, text: string, mode = 0o644): void {
  try {
    writeFileSync(file, text, { mode })
  } catch (error) {
    throw new Refusal(
      `${file} cannot be written (${(error as NodeJS.ErrnoException).code}): issue from a folder of your own.`,
    )
  }
}
