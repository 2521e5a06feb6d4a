/** What every KeyStore promises (functions/actions/key-store.ts), and what a Store promises under its entries. */
import { describe, expect, test } from 'vitest'
import type { KeyStore, NewKeyEvent } from '../../functions/actions/key-store.ts'
import type { LogStore } from '../../functions/actions/log-store.ts'
import type { Store } from '../../functions/actions/store.ts'
import { act, newCertificate, sameDesign } from './certificates.ts'

interface Stores {
  store: Store
  logStore: LogStore
  keyStore: KeyStore
}

let drawn = 0
function newEntry(changes: Partial<NewKeyEvent> = {}): NewKeyEvent {
  drawn++
  return {
    kid: `kid-${drawn}`,
    previous: null,
    leaf: `key-leaf-${drawn}`,
    endorsement: `endorsed-${drawn}`,
    ...changes,
  }
}

/** The stores must be empty, and are used in this order. */
export function describeKeys(name: string, open: () => Stores): void {
  const lastKey = async () => (await open().keyStore.readKeyEvents()).at(-1)?.index ?? -1
  const append = async (entry: NewKeyEvent) => open().keyStore.appendKeyEvent(entry, await lastKey())
  const add = async (row = newCertificate(), keysAt?: number) =>
    open().store.addCertificates([row], keysAt ?? (await lastKey()))

  describe(`${name}: entries about keys`, () => {
    test('are none in an empty store, where certificates are added under -1', async () => {
      expect(await open().keyStore.readKeyEvents()).toEqual([])
      const row = newCertificate()
      expect(await add(row, -1)).toEqual({ kind: 'added', indexes: [0] })
      expect((await open().store.findCertificate(row.code))?.keysAt).toBe(-1)
      expect(await open().keyStore.readKeyEvents()).toEqual([])
    })

    test('are read in order, as they were written, each at the log’s next index', async () => {
      const [first, second] = [newEntry(), newEntry()]
      expect(await append(first)).toBe(true)
      await add()
      expect(await append(second)).toBe(true)
      const third = newEntry({ kid: first.kid, previous: 1 })
      expect(await append(third)).toBe(true)
      expect(await open().keyStore.readKeyEvents()).toEqual([
        { index: 1, ...first },
        { index: 3, ...second },
        { index: 4, ...third },
      ])
    })

    test('are leaves of the log among the others', async () => {
      const { logStore, keyStore } = open()
      const leaves = await logStore.readLeaves(0, 5)
      expect(leaves).toHaveLength(5)
      for (const { index, leaf } of await keyStore.readKeyEvents()) expect(leaves[index]).toBe(leaf)
    })

    test('are appended under the last one alone: -1, an earlier one and one that never was are refused', async () => {
      const before = await open().keyStore.readKeyEvents()
      for (const keysAt of [-1, 0, 1, 3, 5, 99])
        expect(await open().keyStore.appendKeyEvent(newEntry(), keysAt)).toBe(false)
      expect(await open().keyStore.readKeyEvents()).toEqual(before)
      expect(await open().keyStore.appendKeyEvent(newEntry(), 4)).toBe(true)
    })

    test('are appended by one of ten who all know the same last one', async () => {
      const keysAt = await lastKey()
      const before = await open().keyStore.readKeyEvents()
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, () => open().keyStore.appendKeyEvent(newEntry(), keysAt)),
      )
      expect(outcomes.filter(Boolean)).toHaveLength(1)
      expect((await open().keyStore.readKeyEvents()).slice(0, -1)).toEqual(before)
    })

    test('chain what happens to one key: of two that follow the same entry, the second is refused', async () => {
      const first = newEntry()
      await append(first)
      const at = await lastKey()
      expect(await append(newEntry({ kid: first.kid, previous: at }))).toBe(true)
      const before = await open().keyStore.readKeyEvents()
      expect(await append(newEntry({ kid: first.kid, previous: at }))).toBe(false)
      expect(await append(newEntry({ kid: first.kid }))).toBe(false)
      expect(await open().keyStore.readKeyEvents()).toEqual(before)
    })

    test('are of no certificate: none is found by an empty code, or by a key’s id', async () => {
      const { store, logStore, keyStore } = open()
      const [entry] = await keyStore.readKeyEvents()
      const code = await logStore.findCode(entry?.kid ?? '')
      expect(code === null || code === '').toBe(true)
      expect(await store.findCertificate('' as never)).toBeNull()
      expect(await store.findCertificates(['' as never])).toEqual([])
      expect(await store.hasCertificate('' as never)).toBe(false)
    })
  })

  describe(`${name}: certificates under keys`, () => {
    test('are found with the index of the last entry about a key, whenever they were added', async () => {
      const row = newCertificate()
      await add(row)
      const before = await lastKey()
      expect((await open().store.findCertificate(row.code))?.keysAt).toBe(before)
      await append(newEntry())
      expect((await open().store.findCertificate(row.code))?.keysAt).toBe(await lastKey())
      expect(await lastKey()).toBeGreaterThan(before)
    })

    test('are not added by a signer that knows of fewer keys than there are, or of more, alone or many', async () => {
      const keysAt = await lastKey()
      for (const other of [-1, keysAt - 1, keysAt + 1, keysAt + 100]) {
        const rows = [newCertificate(), newCertificate(), newCertificate()]
        expect(await open().store.addCertificates(rows.slice(0, 1), other)).toEqual({ kind: 'moved' })
        expect(await open().store.addCertificates(rows, other)).toEqual({ kind: 'moved' })
        for (const { code } of rows) expect(await open().store.findCertificate(code)).toBeNull()
      }
      expect(await open().store.addCertificates([newCertificate(), newCertificate()], keysAt)).toMatchObject({
        kind: 'added',
      })
    })

    test('register no design where they were not added', async () => {
      const row = newCertificate()
      expect(await add(row, -1)).toEqual({ kind: 'moved' })
      expect(await open().store.findDesign(row.place.maker, 'kawung', 1)).toBeNull()
    })

    test('replace nothing where the keys moved: the one that was to end stays as it was', async () => {
      const first = newCertificate()
      await add(first)
      const before = await open().store.findCertificate(first.code)
      const previous = before?.events[0]?.index ?? -1
      const { code, cid, actor } = first
      const end = { code, cid, previous, leaf: 'superseded', actor, status: 'superseded' } as const
      expect(await open().store.addCertificates([sameDesign(first)], (await lastKey()) - 1, end)).toEqual({
        kind: 'moved',
      })
      expect(await open().store.findCertificate(code)).toEqual(before)
      expect(await open().store.addCertificates([sameDesign(first)], await lastKey(), end)).toMatchObject({
        kind: 'added',
      })
      expect((await open().store.findCertificate(code))?.status).toBe('superseded')
    })

    test('are acted on whatever the keys: nothing is signed then', async () => {
      const row = newCertificate()
      await add(row)
      await append(newEntry())
      expect(await act(open().store, row, { status: 'suspended' })).toBe(true)
    })

    test('are issued while keys are added, and each knows its keys: no gap, and none under keys that had moved', async () => {
      const issue = async () => {
        for (;;) {
          const outcome = await add()
          if (outcome.kind === 'added') return outcome.indexes[0] ?? -1
        }
      }
      const before = (await open().logStore.readLeaves(0, 10_000)).length
      const indexes = await Promise.all([
        ...Array.from({ length: 20 }, issue),
        ...Array.from({ length: 5 }, async () => {
          while (!(await append(newEntry())));
          return -1
        }),
      ])
      const issued = indexes.filter((index) => index >= 0)
      expect(new Set(issued).size).toBe(20)
      expect(await open().logStore.readLeaves(0, 10_000)).toHaveLength(before + 25)
    })
  })
}
