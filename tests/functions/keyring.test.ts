/** The keyring over a store that somebody else can write to. */
import { describe, expect, test } from 'vitest'
import { formatMultikey, importSigner, makePrivateKey, type Signer } from '#core/certificate/keys.ts'
import { type Endorsed, endorse } from '#core/log/key-history.ts'
import { formatKeyLeaf, type KeyLeaf, type KeyRole } from '#core/log/key-leaf.ts'
import type { KeyStore } from '../../functions/actions/key-store.ts'
import { type KeyDesk, type KeyState, openKeyring, UnconfirmedKeys } from '../../functions/actions/keyring.ts'

const ORIGIN = 'https://asli.example'
const makeSigner = async () => importSigner(await makePrivateKey())
const [registry, log, tag, strange, nextRegistry, nextLog, nextTag] = (await Promise.all(
  Array.from({ length: 7 }, makeSigner),
)) as [Signer, Signer, Signer, Signer, Signer, Signer, Signer]

/** Entries about keys, of a log that has nine others between each two of them. */
function openRows(): KeyStore & { rows: Endorsed[]; reads: number } {
  const store: KeyStore & { rows: Endorsed[]; reads: number } = {
    rows: [],
    reads: 0,
    readKeyEvents: async () => {
      store.reads++
      return [...store.rows]
    },
    appendKeyEvent: async ({ kid, previous, leaf, endorsement }, keysAt) => {
      const last = store.rows.at(-1)?.index ?? -1
      if (last !== keysAt) return false
      store.rows.push({ index: store.rows.length * 10, kid, previous, leaf, endorsement })
      return true
    },
  }
  return store
}

const deskOf = (keyStore: KeyStore, changes: Partial<KeyDesk> = {}): KeyDesk => ({
  ...{ origin: ORIGIN, keyStore, signer: registry, logSigner: log, tagSigner: tag },
  now: () => new Date('2026-11-22T03:00:00Z'),
  ...changes,
})
const open = (keyStore: KeyStore, changes: Partial<KeyDesk> = {}) => openKeyring(deskOf(keyStore, changes))
const outline = ({ known }: KeyState) =>
  known.map(({ role, number, first, last, compromisedFrom }) => [role, number, first, last, compromisedFrom])

function leafOf(t: KeyLeaf['t'], role: KeyRole, { kid, publicKey }: Signer, from?: number): string {
  const about = { t, role, kid, publicKey: formatMultikey(publicKey), ts: '2026-11-22T03:00:00Z' }
  return formatKeyLeaf(from === undefined ? about : { ...about, from })
}

async function settled() {
  const store = openRows()
  await open(store).refresh()
  return store
}

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
  const changes = { signer: nextRegistry, logSigner: nextLog, tagSigner: nextTag }

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

describe('somebody who can write to the database', () => {
  /** What a deployment that starts now makes of the rows. */
  async function judge(spoil: (rows: Endorsed[]) => Endorsed[] | Promise<Endorsed[]>) {
    const store = openRows()
    const keyring = open(store)
    await keyring.refresh()
    const { known } = await keyring.current()
    await keyring.append('key-compromised', known[2] as KeyState['known'][number], 4)
    const honest = outline(await keyring.refresh())
    store.rows = await spoil(store.rows)
    const { length } = store.rows
    const state = await open(store)
      .refresh()
      .catch((error: unknown) => error)
    if (state instanceof UnconfirmedKeys) expect(store.rows).toHaveLength(length)
    else if (state instanceof Error) throw state
    return state instanceof UnconfirmedKeys ? 'unconfirmed' : { changed: outline(state as KeyState), honest }
  }
  const change = (rows: Endorsed[], at: number, changes: Partial<Endorsed>) =>
    rows.map((row, index) => (index === at ? { ...row, ...changes } : row))
  const flip = (text: string, at: number) =>
    text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1)

  test('who changes any one character of any entry leaves no keys at all', async () => {
    const texts = (await settled()).rows.map(({ leaf }) => leaf)
    for (const [row, text] of texts.entries()) {
      for (let at = 0; at < text.length; at++)
        expect(await judge((rows) => change(rows, row, { leaf: flip(rows[row]?.leaf ?? '', at) }))).toBe('unconfirmed')
    }
  }, 60_000)

  test('who changes any one character of the last endorsement leaves no keys at all', async () => {
    for (let at = 0; at < 86; at++) {
      const spoilt = await judge((rows) => change(rows, 3, { endorsement: flip(rows[3]?.endorsement ?? '', at) }))
      expect(spoilt).toBe('unconfirmed')
    }
  })

  test('who changes an earlier endorsement changes nothing: the last one vouches for all', async () => {
    for (const row of [0, 1, 2]) {
      const spoilt = await judge((rows) => change(rows, row, { endorsement: 'x' }))
      if (spoilt === 'unconfirmed') return expect.fail('it was read')
      expect(spoilt.changed).toEqual(spoilt.honest)
    }
  })

  test('who takes an entry out leaves no keys at all', async () => {
    for (const row of [1, 2]) expect(await judge((rows) => rows.toSpliced(row, 1))).toBe('unconfirmed')
  })

  test('who takes the last entries out sets the keys back to what they were: that shows in the public log alone', async () => {
    // The state before was endorsed, too; the entry is in the log, where every monitor has it.
    const spoilt = await judge((rows) => rows.slice(0, 3))
    if (spoilt === 'unconfirmed') return expect.fail('it was read')
    expect(spoilt.changed).toEqual(spoilt.honest.map((key) => [...key.slice(0, 4), null]))
  })

  test('who turns entries around or repeats one leaves no keys at all', async () => {
    expect(await judge((rows) => rows.toReversed())).toBe('unconfirmed')
    expect(await judge((rows) => [...rows, rows[0] as Endorsed])).toBe('unconfirmed')
    expect(await judge((rows) => [rows[1], rows[0], rows[2], rows[3]] as Endorsed[])).toBe('unconfirmed')
  })

  const leaf = leafOf('key-added', 'registry', strange)
  const forge = async (rows: Endorsed[]) => {
    const row = { index: 90, kid: strange.kid, previous: null, leaf }
    return { ...row, endorsement: await endorse([...rows.map((one) => one.leaf), leaf], strange) }
  }

  test('who adds a key of their own leaves no keys at all, whoever endorsed it', async () => {
    expect(await judge(async (rows) => [...rows, await forge(rows)])).toBe('unconfirmed')
    expect(
      await judge(async (rows) => [...rows, { ...(await forge(rows)), endorsement: rows.at(-1)?.endorsement ?? '' }]),
    ).toBe('unconfirmed')
    expect(await judge(async (rows) => [...rows, { ...(await forge(rows)), endorsement: '' }])).toBe('unconfirmed')
  })

  test('who puts a key of their own where one of the deployment’s was gets no endorsement for it', async () => {
    for (const row of [1, 2]) {
      const instead = { kid: strange.kid, leaf }
      expect(await judge((rows) => change(rows, row, instead))).toBe('unconfirmed')
      expect(await judge((rows) => change(rows.slice(0, 3), row, instead))).toBe('unconfirmed')
      expect(
        await judge(async (rows) => {
          const spoilt = change(rows, row, instead)
          const endorsement = await endorse(
            spoilt.map((one) => one.leaf),
            strange,
          )
          return change(spoilt, spoilt.length - 1, { endorsement })
        }),
      ).toBe('unconfirmed')
    }
  })

  test('who writes an entry of another kind leaves no keys at all', async () => {
    for (const text of ['', '{}', 'null', '{"t":"key-added"}', '[]'])
      expect(await judge((rows) => change(rows, 2, { leaf: text }))).toBe('unconfirmed')
  })
})
