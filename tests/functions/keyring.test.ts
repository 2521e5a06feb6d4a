/** The keyring of an honest registry: which keys it adds, holds and appends to. */
import { describe, expect, test } from 'vitest'
import { type KeyState, UnconfirmedKeys } from '../../functions/actions/keyring.ts'
import {
  leafOf,
  log,
  nextLog,
  nextRegistry,
  nextTag,
  open,
  openRows,
  outline,
  registry,
  settled,
  strange,
  tag,
} from './keyring-support.ts'

describe('a keyring', () => {
  test('of a fresh registry adds the three keys that it was given, and no key twice', async () => {
    const store = openRows()
    const state = await open(store).refresh()
    expect(store.rows.map(({ leaf }) => leaf)).toEqual([
      leafOf('key-added', 'registry', registry),
      leafOf('key-added', 'log', log),
      leafOf('key-added', 'tag', tag),
    ])
    expect(outline(state)).toEqual([
      ['registry', 1, 0, null, null],
      ['log', 1, 0, null, null],
      ['tag', 1, 0, null, null],
    ])
    expect(state.at).toBe(20)
    await open(store).refresh()
    expect(store.rows).toHaveLength(3)
  })

  test('of ten isolates that start at once adds each key once', async () => {
    const store = openRows()
    const states = await Promise.all(Array.from({ length: 10 }, () => open(store).refresh()))
    expect(store.rows).toHaveLength(3)
    for (const state of states) expect(outline(state)).toEqual(outline(states[0] as KeyState))
  })

  test('asks the store again only where an entry is newer than what it holds', async () => {
    const store = await settled()
    const keyring = open(store)
    const { at } = await keyring.current()
    const { reads } = store
    await keyring.open(at)
    await keyring.open(-1)
    await keyring.current()
    expect(store.reads).toBe(reads)
    await open(store).append('key-retired', (await keyring.current()).known[2] as KeyState['known'][number])
    const { reads: before } = store
    expect(outline(await keyring.open(30))[2]).toEqual(['tag', 1, 0, 30, null])
    expect(store.reads).toBe(before + 1)
  })

  test('does not remember a failure', async () => {
    const store = await settled()
    let broken = true
    const readKeyEvents = () => (broken ? Promise.reject(new Error('D1_ERROR: away')) : store.readKeyEvents())
    const keyring = open({ ...store, readKeyEvents })
    await expect(keyring.current()).rejects.toThrow('away')
    broken = false
    expect((await keyring.current()).at).toBe(20)
  })

  test('makes nobody wait for a read that ended with the request that began it', async () => {
    const store = await settled()
    let dropped = 0
    const never = new Promise<never>(() => {})
    const readKeyEvents = () => (dropped++ === 0 ? never : store.readKeyEvents())
    const keyring = open({ ...store, readKeyEvents })
    void keyring.current()
    expect((await keyring.current()).at).toBe(20)
    expect((await keyring.open(20)).at).toBe(20)
    expect(dropped).toBe(2)
  })

  test('appends what happens to a key, chained to what happened to it before, under a new endorsement', async () => {
    const store = await settled()
    const keyring = open(store)
    const [, logKey] = (await keyring.refresh()).known as [KeyState['known'][number], KeyState['known'][number]]
    expect(await keyring.append('key-retired', logKey)).toBe(true)
    expect(await keyring.append('key-compromised', logKey, 12)).toBe(true)
    expect(store.rows.slice(3).map(({ index, previous, kid, leaf }) => [index, previous, kid, leaf])).toEqual([
      [30, 10, log.kid, leafOf('key-retired', 'log', log)],
      [40, 30, log.kid, leafOf('key-compromised', 'log', log, 12)],
    ])
    expect(outline(await open(store).refresh())[1]).toEqual(['log', 1, 0, 30, 12])
  })

  test('says so where an entry about another key came first, and appends nothing', async () => {
    const store = await settled()
    const keyring = open(store)
    const [first] = (await keyring.refresh()).known
    if (!first) return expect.fail('no key')
    const late = { ...store, appendKeyEvent: async () => false }
    expect(await open(late).append('key-retired', first)).toBe(false)
    expect(store.rows).toHaveLength(3)
  })

  test('gives up where others come first again and again', async () => {
    const store = { ...openRows(), appendKeyEvent: async () => false }
    await expect(open(store).refresh()).rejects.toThrow('16 entries about keys in a row came first')
  })
})

describe('a new registry key', () => {
  const changes = { signer: nextRegistry, logSigner: nextLog, tagSigner: nextTag, earlierKid: registry.kid }

  test('takes the history over, adds what is new, and counts from its own entry on', async () => {
    const store = await settled()
    expect(outline(await open(store, changes).refresh())).toEqual([
      ['registry', 1, 0, null, null],
      ['log', 1, 0, null, null],
      ['tag', 1, 0, null, null],
      ['registry', 2, 30, null, null],
      ['log', 2, 40, null, null],
      ['tag', 2, 50, null, null],
    ])
  })

  test('takes nothing over where it was told of no key before it, or of another than the last', async () => {
    const store = await settled()
    for (const earlierKid of [undefined, strange.kid, nextRegistry.kid, log.kid, tag.kid]) {
      await expect(open(store, { ...changes, earlierKid }).refresh()).rejects.toThrow(
        'set ASLI_REGISTRY_KID_EARLIER to the KID of the key that it replaces',
      )
      expect(store.rows).toHaveLength(3)
    }
    await open(store, changes).refresh()
    const third = { ...changes, signer: strange }
    await expect(open(store, third).refresh()).rejects.toThrow(UnconfirmedKeys)
    expect(store.rows).toHaveLength(6)
    const named = await open(store, { ...third, earlierKid: nextRegistry.kid }).refresh()
    expect(outline(named).at(-1)).toEqual(['registry', 3, 60, null, null])
  })

  test('needs to be told of none once it is in the log, or where the log has no key yet', async () => {
    const store = await settled()
    const { at } = await open(store, changes).refresh()
    expect((await open(store, { ...changes, earlierKid: undefined }).refresh()).at).toBe(at)
    expect((await open(openRows(), { earlierKid: undefined }).refresh()).at).toBe(20)
    expect((await open(openRows(), { earlierKid: strange.kid }).refresh()).at).toBe(20)
  })

  test('leaves the deployment before it without keys that it can confirm, once it hears of them', async () => {
    const store = await settled()
    const before = open(store)
    await before.refresh()
    await open(store, changes).refresh()
    expect((await before.current()).at).toBe(20)
    await expect(before.open(30)).rejects.toThrow(UnconfirmedKeys)
    await expect(before.refresh()).rejects.toThrow('another deployment has a newer one')
  })

  test('does not let the deployment before it append anything', async () => {
    const store = await settled()
    const before = open(store)
    const [key] = (await before.refresh()).known
    await open(store, changes).refresh()
    if (!key) return expect.fail('no key')
    await expect(before.append('key-compromised', key, 0)).rejects.toThrow(UnconfirmedKeys)
    expect(store.rows).toHaveLength(6)
  })
})
