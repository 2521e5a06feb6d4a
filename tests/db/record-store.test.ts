/** What every Store promises of a maker's record, run against D1 and against the store of the tests. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Status } from '#core/log/life.ts'
import { openD1Stores } from '../../db/store.ts'
import type { NewCertificate, Store } from '../../functions/actions/store.ts'
import { openTestD1 } from '../support/d1.ts'
import { openMemoryStores } from '../support/memory-store.ts'
import { wrapD1 } from '../support/wrapped-d1.ts'
import { newCertificate } from './certificates.ts'

interface Sale {
  ref?: string
  soldOn?: string
  /** What became of it. */
  ended?: Status
  erased?: boolean
}

let made = 0

function pieceOf(maker: string, { ref, soldOn = '2026-11-10' }: Sale): NewCertificate {
  made++
  const design = { id: `d-${made}`, product: 'cloth', name: 'D', exclusivity: 'exclusive' as const, size: 1 }
  const credential = JSON.stringify({ credentialSubject: { soldOn } })
  const kept = { slot: 1_000_000 + made, sealed: null, customerRef: ref ?? null }
  return newCertificate({ maker, design, credential, ...kept })
}

async function sell(store: Store, maker: string, sale: Sale): Promise<NewCertificate> {
  const piece = pieceOf(maker, sale)
  await store.addCertificates([piece], -1)
  const { ended, erased = false } = sale
  if (ended || erased) await act(store, piece, ended ?? 'valid', erased)
  return piece
}

async function act(store: Store, { code, cid, actor }: NewCertificate, status: Status, erases: boolean) {
  const previous = (await store.findCertificate(code))?.events.at(-1)?.index ?? -1
  await store.appendEvent({ code, cid, previous, leaf: `${status}-${cid}`, actor, status, erases })
}

const first = { ref: 'C-1', soldOn: '2026-11-10' }
const later = { ref: 'C-1', soldOn: '2026-11-12' }
/** The sales to one customer, and whether the customer came back. */
const customers: [string, Sale[], number][] = [
  ['bought on two days', [first, later], 1],
  ['bought on three days', [first, later, { ...later, soldOn: '2026-12-01' }], 1],
  ['bought fifty pieces on one day', Array.from({ length: 50 }, () => first), 0],
  ['gave the second piece back', [first, { ...later, ended: 'revoked' }], 0],
  ['has one piece, whose day of sale was corrected', [{ ...first, ended: 'superseded' }, later], 0],
  ['has a second piece that is paused', [first, { ...later, ended: 'suspended' }], 1],
  ['has a second piece that was stolen', [first, { ...later, ended: 'reported' }], 1],
  ['was erased from the second piece', [first, { ...later, erased: true }], 0],
  ['has no reference', [{ soldOn: '2026-11-10' }, { soldOn: '2026-11-12' }], 0],
  ['is two references', [first, { ...later, ref: 'c-1' }], 0],
]

function describeRecords(name: string, store: () => Store): void {
  describe(`${name}: what a maker’s record counts`, () => {
    test('nothing of a maker without a piece, and a curation is none', async () => {
      expect(await store().countPieces(`${name} nobody`, 31)).toBeNull()
      const curation = newCertificate({ maker: `${name} curated`, design: null, slot: 999_999 })
      const place = { ...curation.place, kind: 'curation' as const, subject: 'cloth' }
      await store().addCertificates([{ ...curation, place, sealed: null, customerRef: null }], -1)
      expect(await store().countPieces(`${name} curated`, 31)).toBeNull()
    })

    test('pieces by what became of them, their designs, and the first and the last of them', async () => {
      const maker = `${name} counted`
      const ends: (Status | undefined)[] = [undefined, 'suspended', 'reported', 'revoked', 'superseded', 'superseded']
      for (const ended of ends) await sell(store(), maker, ended ? { ended } : {})
      const returned = await sell(store(), maker, { ended: 'revoked' })
      const renewed = { ...pieceOf(maker, {}), place: returned.place, design: null, issuedAt: '2026-12-24T03:00:00Z' }
      await store().addCertificates([renewed], -1)
      expect(await store().countPieces(maker, 31)).toEqual({
        ...{ total: 8, withdrawn: 2, replaced: 2, designs: 7, cameBack: 0 },
        ...{ firstAt: '2026-11-22T03:00:00Z', lastAt: '2026-12-24T03:00:00Z' },
      })
    })

    test.each(customers)('a customer who %s', async (what, sales, cameBack) => {
      const maker = `${name} ${what}`
      for (const sale of sales) await sell(store(), maker, sale)
      // Another maker's customer of the same reference is another.
      await sell(store(), `${maker}, elsewhere`, { ...first, soldOn: '2027-01-01' })
      expect((await store().countPieces(maker, 31))?.cameBack).toBe(cameBack)
    })

    test('customers who came back up to the number that is asked for', async () => {
      const maker = `${name} popular`
      for (const ref of ['C-1', 'C-2', 'C-3', 'C-4']) {
        for (const sale of [first, later]) await sell(store(), maker, { ...sale, ref })
      }
      const counted = [2, 4, 31].map(async (most) => (await store().countPieces(maker, most))?.cameBack)
      expect(await Promise.all(counted)).toEqual([2, 4, 4])
    })
  })
}

const memory = openMemoryStores()
describeRecords('the store in memory', () => memory.store)

let d1: Awaited<ReturnType<typeof openTestD1>>
beforeAll(async () => {
  d1 = await openTestD1()
})
afterAll(() => d1.close())
describeRecords('the store in D1', () => openD1Stores(d1.database).store)

describe('a maker’s record in D1', () => {
  test('is one statement, which reads a row a piece and one for each reference at most', async () => {
    const reads: number[] = []
    const after = (results: D1Result[]) => void reads.push(...results.map(({ meta }) => meta.rows_read))
    const { store } = openD1Stores(wrapD1(d1.database, { after }))
    for (const ref of ['C-1', 'C-2', 'C-3']) await sell(store, 'thrifty', { ref })
    for (const ref of ['C-4', 'C-5']) await sell(store, 'thrifty', { ref, soldOn: '2026-11-12' })
    for (let i = 0; i < 15; i++) await sell(store, 'thrifty', {})
    reads.length = 0
    expect(await store.countPieces('thrifty', 31)).toMatchObject({ total: 20 })
    expect([reads.length, (reads[0] ?? 99) <= 20 + 5, reads]).toEqual([1, true, expect.anything()])
  })
})
