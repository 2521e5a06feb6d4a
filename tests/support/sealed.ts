/** A certificate with a customer's name, sealed here as `asli issue` seals it. */
import { createCipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Code } from '#core/certificate/code.ts'
import { normalizeName, sealMadeFor } from '#core/certificate/made-for.ts'
import { formatOwnerUrl, OWNER_SECRET_BYTES, type Owned } from '#core/certificate/owner-link.ts'
import { issue, plain, type TestWorker } from './worker.ts'

export interface Sealed extends Owned {
  /** As it was sealed. */
  name: string
  commitment: string
  sealed: string
  /** The owner's link. */
  owner: string
}

export async function issueSealed(
  worker: TestWorker,
  typed: string,
  changes: Record<string, unknown> = {},
): Promise<Sealed> {
  const normal = normalizeName(typed)
  if (!normal.ok) throw new Error(`“${typed}” is no name: ${normal.error}`)
  const secret = Uint8Array.from(randomBytes(OWNER_SECRET_BYTES))
  const made = await sealMadeFor(normal.value, secret)
  const answer = await issue(worker, { madeFor: { mode: 'private', ...made }, ...changes })
  const owned = { code: plain(answer.code) as Code, secret }
  return { ...owned, ...made, name: normal.value, owner: formatOwnerUrl(worker.origin, owned) }
}

/** A text sealed under somebody else's commitment: what a dishonest issuer could send, and core never makes. */
export function sealUnder(commitment: string, text: string, secret: Uint8Array): string {
  const derive = (label: string, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, new Uint8Array(), `asli/made-for/v1/${label}`, length))
  const padded = Buffer.alloc(256)
  padded[padded.write(text)] = 0x80
  const cipher = createCipheriv('aes-256-gcm', derive('key', 32), derive(`nonce\0${commitment}`, 12))
  cipher.setAAD(Buffer.from(commitment))
  return Buffer.concat([cipher.update(padded), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}
