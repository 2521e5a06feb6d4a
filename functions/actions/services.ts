/** Everything that the actions are handed; `functions/services.ts` puts it together from the Worker's bindings. */
import type { Signer } from '#core/certificate/keys.ts'
import type { Catalogue } from './catalogue.ts'
import type { Keyring } from './keyring.ts'
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
  /** The log's key before this one, while monitors that know only that one are to be led over. */
  earlierLogSigner?: Signer
  /** The tags': signs the QR of paper certificates, and nothing else. */
  tagSigner: Signer
  /** Every key that the registry ever had: whose signatures count, and where in the log. */
  keyring: Keyring
  adminTokenHash: string
  now(): Date
  random(length: number): Uint8Array<ArrayBuffer>
}
