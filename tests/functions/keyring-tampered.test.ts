/** The keyring over a store that somebody else can write to. */
import { describe, expect, test } from 'vitest'
import { type Endorsed, endorse } from '#core/log/key-history.ts'
import { type KeyState, UnconfirmedKeys } from '../../functions/actions/keyring.ts'
import {
  leafOf,
  log,
  nextRegistry,
  open,
  openRows,
  outline,
  registry,
  settled,
  strange,
  tag,
} from './keyring-support.ts'

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

  test('who makes a whole history up, under a key of their own, leaves no keys at all: a deployment knows its own', async () => {
    const leaves = [leaf, leafOf('key-added', 'log', log), leafOf('key-added', 'tag', tag)]
    const endorsement = await endorse(leaves, strange)
    const forged = leaves.map((text, at) => ({ index: at * 10, kid: 'x', previous: null, leaf: text, endorsement }))
    expect(await judge(() => forged)).toBe('unconfirmed')
    expect(await judge(() => forged.slice(0, 1))).toBe('unconfirmed')
    // With the deployment's own key behind it, for which they have no endorsement.
    const own = { index: 30, kid: registry.kid, previous: null, leaf: leafOf('key-added', 'registry', registry) }
    expect(await judge(() => [...forged, { ...own, endorsement }])).toBe('unconfirmed')
    expect(await judge((rows) => [...forged, { ...own, endorsement: rows[0]?.endorsement ?? '' }])).toBe('unconfirmed')
  })

  test('who makes a history up under the name of the key before has no endorsement of that key', async () => {
    const store = await settled()
    const told = { signer: nextRegistry, earlierKid: registry.kid }
    for (const endorser of [strange, log, tag]) {
      const leaves = [...store.rows.map((row) => row.leaf), leaf]
      const row = { index: 30, kid: strange.kid, previous: null, leaf, endorsement: await endorse(leaves, endorser) }
      const forged = { ...store, readKeyEvents: async () => [...store.rows, row] }
      await expect(open(forged, told).refresh()).rejects.toThrow(UnconfirmedKeys)
    }
  })

  test('who writes an entry of another kind leaves no keys at all', async () => {
    for (const text of ['', '{}', 'null', '{"t":"key-added"}', '[]'])
      expect(await judge((rows) => change(rows, 2, { leaf: text }))).toBe('unconfirmed')
  })
})
