/** Everything that the actions are handed; `functions/services.ts` puts it together from the Worker's bindings. */
import type { Signer } from '#core/certificate/keys.ts'
import type { Trust } from '#core/certificate/verify.ts'
import type { Catalogue } from './catalogue.ts'
import type { LogStore } from './log-store.ts'
import type { Store } from './store.ts'

export interface Services {
  origin: string
  store: Store
  logStore: LogStore
  catalogue: Catalogue
  /** The registry's: signs credentials. */
  signer: Signer
  /** The log's: signs checkpoints, and nothing else. */
  logSigner: Signer
  trust: Trust
  adminTokenHash: string
  now(): Date
  random(length: number): Uint8Array<ArrayBuffer>
}
