/** The log's entries about keys, in D1: rows of `event` without a code, under the key's id. */
import type { KeyStore } from '../functions/actions/key-store.ts'
import { mentions } from './refusal.ts'

/** Index of the last entry about a key, -1 for none: one row read, by a partial index. */
export const LAST_KEY = `SELECT COALESCE(MAX(idx), -1) FROM event WHERE code = ''`

const READ = `SELECT idx AS "index", cid AS kid, previous, leaf, actor AS endorsement FROM event WHERE code = '' ORDER BY idx`

// Without an index of its own where another entry about a key came first; the log's trigger then refuses the row.
const APPEND = `INSERT INTO event (idx, code, previous, actor, cid, leaf)
  VALUES (CASE WHEN (${LAST_KEY}) = ?5 THEN (SELECT COALESCE(MAX(idx) + 1, 0) FROM event) ELSE -1 END, '', ?1, ?2, ?3, ?4)`

export function openKeyStore(d1: D1Database): KeyStore {
  return {
    readKeyEvents: async () =>
      (await d1.prepare(READ).all<Awaited<ReturnType<KeyStore['readKeyEvents']>>[number]>()).results,
    appendKeyEvent: async ({ kid, previous, leaf, endorsement }, keysAt) => {
      try {
        await d1.prepare(APPEND).bind(previous, endorsement, kid, leaf, keysAt).run()
        return true
      } catch (error) {
        if (mentions(error, 'takes the next index') || mentions(error, 'event_chain')) return false
        throw error
      }
    },
  }
}
