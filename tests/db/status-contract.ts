/** What every Store promises of slots, statuses, and what is kept of a customer. */
import { describe, expect, test } from 'vitest'
import { LIST_LENGTH } from '#core/certificate/status-list.ts'
import { type Status, statuses } from '#core/log/life.ts'
import type { LogStore } from '../../functions/actions/log-store.ts'
import type { Store } from '../../functions/actions/store.ts'
import { act, add, NO_KEY, newCertificate, revoke, sameDesign } from './certificates.ts'

/** A list that no other test writes to. */
let lists = 100
const newList = () => ++lists * LIST_LENGTH

export function describeStatuses(name: string, open: () => { store: Store; logStore: LogStore }): void {
  const store = () => open().store

  describe(`${name}: slots`, () => {
    test('a slot is one certificate’s for ever; of one that is taken nothing is added, and another may be drawn', async () => {
      const first = newCertificate({ slot: newList() })
      await add(store(), first)
      const second = newCertificate({ slot: first.slot })
      expect(await add(store(), second)).toEqual({ kind: 'moved' })
      expect(await store().findCertificate(second.code)).toBeNull()
      await revoke(store(), first)
      expect(await add(store(), second)).toEqual({ kind: 'moved' })
      expect(await add(store(), { ...second, slot: first.slot + 1 })).toMatchObject({ kind: 'added' })
    })

    test('of many with one slot twice none is added', async () => {
      const slot = newList()
      const rows = [newCertificate({ slot }), newCertificate({ slot: slot + 1 }), newCertificate({ slot })]
      expect(await store().addCertificates(rows, NO_KEY)).toEqual({ kind: 'moved' })
      for (const { code } of rows) expect(await store().findCertificate(code)).toBeNull()
      expect(await store().findTakenSlots([slot, slot + 1])).toEqual([])
    })

    test('a replacement whose slot or code is taken may be tried again: what it replaces is not in its way', async () => {
      const [other, first] = [newCertificate(), newCertificate()]
      await add(store(), other)
      await add(store(), first)
      const previous = (await store().findCertificate(first.code))?.events[0]?.index ?? -1
      const { code, cid, actor } = first
      const end = { code, cid, previous, leaf: 'superseded', actor, status: 'superseded' } as const
      for (const taken of [{ slot: other.slot }, { slot: first.slot }, { code: other.code }]) {
        expect(await store().addCertificates([sameDesign(first, taken)], NO_KEY, end)).toEqual({ kind: 'moved' })
        expect(await store().findCertificate(code)).toMatchObject({ status: 'valid', events: [{}] })
      }
      // Of another place that is taken it is told as before.
      const elsewhere = sameDesign(other, { slot: first.slot })
      expect(await store().addCertificates([elsewhere], NO_KEY, end)).toMatchObject({
        conflict: { kind: 'place-taken', live: other.code },
      })
      expect(await store().addCertificates([sameDesign(first)], NO_KEY, end)).toMatchObject({ kind: 'added' })
    })

    test('those that are taken are found among many, each once', async () => {
      const from = newList()
      const rows = [0, 5, LIST_LENGTH - 1].map((place) => newCertificate({ slot: from + place }))
      for (const row of rows) await add(store(), row)
      const asked = Array.from({ length: 500 }, (_, place) => from + place)
      const found = await store().findTakenSlots([...asked, from + LIST_LENGTH - 1, from, from + LIST_LENGTH])
      expect(found.toSorted((a, b) => a - b)).toEqual([from, from + 5, from + LIST_LENGTH - 1])
      expect(await store().findTakenSlots([])).toEqual([])
      expect(await store().findTakenSlots([from + 1])).toEqual([])
    })

    test('what is asked for is told the size that the log has at its head, not at its end', async () => {
      const { logStore } = open()
      const { size } = await logStore.readHead()
      await add(store(), newCertificate())
      const { place, design, idempotencyKey } = newCertificate()
      expect(await store().previewCertificates([{ place, design, idempotencyKey }])).toMatchObject({ logSize: size })
    })
  })

  describe(`${name}: statuses`, () => {
    test.each(statuses)('a certificate that is %s is found as that, alone and among many', async (status) => {
      const row = newCertificate()
      await add(store(), row)
      if (status !== 'valid') expect(await act(store(), row, { status })).toBe(true)
      expect((await store().findCertificate(row.code))?.status).toBe(status)
      expect((await store().findCertificates([row.code]))[0]?.status).toBe(status)
    })

    test.each<[Status, boolean]>([
      ['valid', true],
      ['suspended', true],
      ['reported', true],
      ['superseded', false],
      ['revoked', false],
    ])('one that is %s keeps its place: %s', async (status, keeps) => {
      const first = newCertificate()
      await add(store(), first)
      if (status !== 'valid') await act(store(), first, { status })
      expect((await add(store(), sameDesign(first))).kind).toBe(keeps ? 'refused' : 'added')
      const design = first.design?.id ?? ''
      const found = await store().findDesign(first.place.maker, design, 10)
      expect([found?.live, found?.total]).toEqual([1, keeps ? 1 : 2])
    })

    test('a status that is lifted again leaves no mark', async () => {
      const from = newList()
      const row = newCertificate({ slot: from })
      await add(store(), row)
      await act(store(), row, { status: 'suspended' })
      expect(await store().findMarks(from, from + 1)).toEqual([{ slot: from, status: 'suspended' }])
      await act(store(), row, { status: 'valid' })
      expect(await store().findMarks(from, from + 1)).toEqual([])
      expect((await store().findCertificate(row.code))?.events).toHaveLength(3)
    })

    test('marks are found from a slot up to another, without it, and none of what is valid', async () => {
      const from = newList()
      const marked: [number, Status][] = [
        [0, 'revoked'],
        [1, 'valid'],
        [7, 'superseded'],
        [LIST_LENGTH - 1, 'suspended'],
        [LIST_LENGTH, 'reported'],
      ]
      for (const [place, status] of marked) {
        const row = newCertificate({ slot: from + place })
        await add(store(), row)
        if (status !== 'valid') await act(store(), row, { status })
      }
      const marks = async (a: number, b: number) =>
        (await store().findMarks(from + a, from + b))
          .toSorted((one, other) => one.slot - other.slot)
          .map(({ slot, status }) => [slot - from, status])
      expect(await marks(0, LIST_LENGTH)).toEqual([marked[0], marked[2], marked[3]])
      expect(await marks(LIST_LENGTH, 2 * LIST_LENGTH)).toEqual([marked[4]])
      expect(await marks(1, 7)).toEqual([])
      expect(await marks(7, 8)).toEqual([marked[2]])
      expect(await marks(-5, 0)).toEqual([])
    })

    test('of an act that lost to another the status does not stay', async () => {
      const row = newCertificate()
      await add(store(), row)
      const previous = (await store().findCertificate(row.code))?.events[0]?.index ?? -1
      const { code, cid, actor } = row
      const event = (status: Status) => ({ code, cid, previous, leaf: status, actor, status })
      const outcomes = await Promise.all(
        (['suspended', 'reported', 'revoked'] as const).map((s) => store().appendEvent(event(s))),
      )
      expect(outcomes.filter(Boolean)).toHaveLength(1)
      const found = await store().findCertificate(code)
      expect(found?.status).toBe(found?.events[1]?.leaf)
    })
  })

  describe(`${name}: what is kept of a customer`, () => {
    const kept = { sealed: 'A'.repeat(363), customerRef: 'C-0012' }

    test('is found by the code, and nothing where nothing is kept', async () => {
      const [row, bare] = [newCertificate(kept), newCertificate()]
      await add(store(), row)
      await add(store(), bare)
      expect(await store().findKept(row.code)).toEqual(kept)
      expect(await store().findKept(bare.code)).toEqual({ sealed: null, customerRef: null })
      expect(await store().findKept(newCertificate().code)).toBeNull()
    })

    test.each([kept, { ...kept, customerRef: null }, { ...kept, sealed: null }])(
      'is erased by the act that says so, both parts of it, and nothing else is',
      async (each) => {
        const [row, other] = [newCertificate(each), newCertificate(kept)]
        for (const one of [row, other]) await add(store(), one)
        const before = await store().findCertificate(row.code)
        expect(await act(store(), row, { status: 'valid', erases: true })).toBe(true)
        expect(await store().findKept(row.code)).toEqual({ sealed: null, customerRef: null })
        expect(await store().findKept(other.code)).toEqual(kept)
        const { events, ...rest } = (await store().findCertificate(row.code)) ?? { events: [] }
        expect({ ...rest, events: events.slice(0, 1) }).toEqual(before)
        expect(events).toHaveLength(2)
        const { place, design, idempotencyKey, code } = row
        expect((await store().previewCertificates([{ place, design, idempotencyKey }])).previews[0]).toMatchObject({
          kind: 'key-used',
          earlier: { code },
        })
      },
    )

    test('stays through every other act', async () => {
      for (const status of statuses) {
        const row = newCertificate(kept)
        await add(store(), row)
        await act(store(), row, { status })
        expect(await store().findKept(row.code)).toEqual(kept)
      }
    })

    test('is not erased by an act that lost to another', async () => {
      const row = newCertificate(kept)
      await add(store(), row)
      const { code, cid, actor } = row
      const late = { code, cid, previous: -7, leaf: 'late', actor, status: 'valid' as const, erases: true }
      const previous = (await store().findCertificate(code))?.events[0]?.index ?? -1
      await store().appendEvent({ ...late, previous, leaf: 'first', erases: false })
      expect(await store().appendEvent({ ...late, previous })).toBe(false)
      expect(await store().findKept(code)).toEqual(kept)
    })

    test('of ten erasures at once one is appended', async () => {
      const row = newCertificate(kept)
      await add(store(), row)
      const { code, cid, actor } = row
      const previous = (await store().findCertificate(code))?.events[0]?.index ?? -1
      const event = { code, cid, previous, leaf: 'erased', actor, status: 'valid' as const, erases: true }
      const outcomes = await Promise.all(Array.from({ length: 10 }, () => store().appendEvent(event)))
      expect(outcomes.filter(Boolean)).toHaveLength(1)
      expect(await store().findKept(code)).toEqual({ sealed: null, customerRef: null })
    })
  })

  describe(`${name}: makers`, () => {
    test('are known by any certificate that they ever had, of whatever kind and status', async () => {
      const row = newCertificate()
      expect(await store().hasMaker(row.place.maker)).toBe(false)
      await add(store(), row)
      expect(await store().hasMaker(row.place.maker)).toBe(true)
      await revoke(store(), row)
      expect(await store().hasMaker(row.place.maker)).toBe(true)
      for (const maker of ['', `${row.place.maker}-x`, row.place.maker.toUpperCase(), '%'])
        expect(await store().hasMaker(maker)).toBe(false)
    })
  })
}
