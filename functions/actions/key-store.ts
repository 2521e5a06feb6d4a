/** What the keyring needs of the store: the log's entries about keys. `db/key-store.ts` keeps them in D1. */
import type { Endorsed } from '#core/log/key-history.ts'

/** An entry about a key, as it is to be appended. */
export interface NewKeyEvent {
  kid: string
  /** Index of this key's entry before; null where it is added. */
  previous: number | null
  leaf: string
  endorsement: string
}

export interface KeyStore {
  /** Every entry about a key, in order. */
  readKeyEvents(): Promise<Endorsed[]>
  /**
   * Appends the entry where the last one about any key is still the one at `keysAt`, -1 for none: an endorsement vouches
   * for all before it. False where another came first.
   */
  appendKeyEvent(event: NewKeyEvent, keysAt: number): Promise<boolean>
}
