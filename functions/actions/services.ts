/** Everything that the actions are handed; `functions/services.ts` puts it together from the Worker's bindings. */
import type { Signer } from '#core/certificate/keys.ts'
import type { Trust } from '#core/certificate/verify.ts'
import type { Catalogue } from './catalogue.ts'
import type { LogStore } from './log-store.ts'
import type { Store } from './store.ts'

/** The number by which a card names its key: asli.json lists it with the public half. */
export interface TagSigner extends Signer {
  number: number
}

export interface Services {
  origin: string
  store: Store
  logStore: LogStore
  catalogue: Catalogue
  /** The registry's: signs credentials. */
  signer: Signer
  /** The log's: signs checkpoints, and nothing else. */
  logSigner: Signer
  /** The tags': signs the QR of paper certificates, and nothing else. */
  tagSigner: TagSigner
  trust: Trust
  adminTokenHash: string
  now(): Date
  random(length: number): Uint8Array<ArrayBuffer>
}
