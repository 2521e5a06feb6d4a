/**
 * Slips: the key of each request, and the owner secret of each customer, written down before anything is sent, so that a
 * retry certifies nothing twice and seals what it sealed. Whoever has a slip can read the name: its file is the maker's.
 */
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { decodeBase64url, encodeBase64url } from '#core/bytes.ts'
import { commitTo } from '#core/certificate/made-for.ts'
import { OWNER_SECRET_BYTES } from '#core/certificate/owner-link.ts'
import { Refusal } from './command.ts'

export interface Certified {
  code: string
  url: string
}

export interface Slip {
  idempotencyKey: string
  /** Of the request as the file has it, without the customer's name. */
  requestHash: string
  /** Where a name was sealed: 16 random bytes, base64url, and the commitment, which tells the slips of two names apart. */
  ownerSecret?: string
  commitment?: string
  code?: string
  url?: string
}

/** A request that needs a slip. */
export interface Asked {
  hash: string
  /** As it is sealed; null where nobody is named. */
  name: string | null
}

export function makeKey(): string {
  return randomBytes(16).toString('base64url')
}

export function hashRequest(origin: string, request: unknown): string {
  return createHash('sha256')
    .update(`${origin}\n${JSON.stringify(request)}`)
    .digest('base64url')
}

/** The owner secret of a slip, or null where nobody was named. */
export function secretOf({ ownerSecret }: Slip): Uint8Array<ArrayBuffer> | null {
  const secret = ownerSecret === undefined ? null : decodeBase64url(ownerSecret)
  return secret?.length === OWNER_SECRET_BYTES ? secret : null
}

/** One slip a request, the earlier ones kept: a changed file is another request, and takes another key. */
export function openSlips(file: string) {
  const slips = existsSync(file) ? readSlips(file) : []
  const save = () => writeSecretFile(file, `${JSON.stringify(slips, null, 2)}\n`)
  return {
    /** The slip of each request, made where it is new; they are on disk before this returns. */
    take: (asked: Asked[]): Slip[] => {
      const before = slips.length
      const free = Map.groupBy(slips, ({ requestHash }) => requestHash)
      const taken = asked.map((one) => {
        const slip = findSlip(free.get(one.hash) ?? [], one)
        if (slip) return slip
        const made = makeSlip(one)
        slips.push(made)
        if (one.name === null) free.set(one.hash, [...(free.get(one.hash) ?? []), made])
        return made
      })
      if (slips.length > before) save()
      return taken
    },
    complete: (done: { slip: Slip; answer: Certified }[]) => {
      for (const { slip, answer } of done) Object.assign(slip, { code: answer.code, url: answer.url })
      save()
    },
  }
}

/** Two rows may be for one customer: a slip that sealed a name is one row's alone, so it is taken out of `free`. */
function findSlip(free: Slip[], { name }: Asked): Slip | undefined {
  if (name === null) return free.find(({ commitment }) => commitment === undefined)
  const at = free.findIndex((slip) => {
    const secret = secretOf(slip)
    return secret !== null && commitTo(name, secret) === slip.commitment
  })
  return at < 0 ? undefined : free.splice(at, 1)[0]
}

/** A slip with a key and, for a name, a secret of its own. */
export function makeSlip({ hash, name }: Asked): Slip {
  const slip = { idempotencyKey: makeKey(), requestHash: hash }
  if (name === null) return slip
  const secret = Uint8Array.from(randomBytes(OWNER_SECRET_BYTES))
  return { ...slip, ownerSecret: encodeBase64url(secret), commitment: commitTo(name, secret) }
}

function readSlips(file: string): Slip[] {
  try {
    const slips: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (Array.isArray(slips)) return slips as Slip[]
  } catch {}
  throw new Refusal(`${file} cannot be read: mend it, or move it away to certify under a new key.`)
}

/** Whole or not there, whenever the machine stops: written aside and renamed. @throws Refusal */
export function writeFile(file: string, text: string, mode = 0o644): void {
  const aside = `${file}.new`
  try {
    // One that a run left which was cut short would keep its own mode.
    rmSync(aside, { force: true })
    writeFileSync(aside, text, { mode })
    renameSync(aside, file)
  } catch (error) {
    throw new Refusal(
      `${file} cannot be written (${(error as NodeJS.ErrnoException).code}): issue from a folder of your own.`,
    )
  }
}

/** For the maker's eyes alone. @throws Refusal */
export function writeSecretFile(file: string, text: string): void {
  writeFile(file, text, 0o600)
}
