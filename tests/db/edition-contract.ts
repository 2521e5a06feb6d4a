/** What every Store promises of editions, of designs, and of many certificates at once. */
import { describe, expect, test } from 'vitest'
import type { NewCertificate, Store, Wanted } from '../../functions/actions/store.ts'
import { add, NO_KEY, newCertificate, parang, preview, revoke, sameDesign, truntum } from './certificates.ts'

export function describeEditions(name: string, store: () => Store): void {
  describe(`${name}: editions`, () => {
    const limited = (maker: string, number: number) => newCertificate({ maker, number, design: parang })
    const next = (maker: string, skip = 0): Wanted => {
      const { place, design, idempotencyKey } = limited(maker, 1)
      return { place: { ...place, number: null }, design, idempotencyKey, skip }
    }

    test('each number of a limited design is live at most once, and the next free one is proposed', async () => {
      const maker = 'maker-limited'
      expect(await preview(store(), next(maker))).toMatchObject({ kind: 'free', number: 1 })
      const first = limited(maker, 1)
      await add(store(), first)
      expect(await add(store(), limited(maker, 1))).toMatchObject({
        conflict: { kind: 'place-taken', live: first.code },
      })
      expect(await preview(store(), next(maker))).toMatchObject({ kind: 'free', number: 2 })
      expect(await preview(store(), next(maker, 1))).toMatchObject({ kind: 'free', number: 3 })
      expect(await preview(store(), next(maker, 9))).toMatchObject({ kind: 'free', number: 3 })
      await store().addCertificates([limited(maker, 2), limited(maker, 3)], NO_KEY)
      expect(await preview(store(), next(maker))).toEqual({ kind: 'edition-exhausted' })
      await revoke(store(), first)
      expect(await preview(store(), next(maker))).toMatchObject({ kind: 'free', number: 1 })
    })

    test('numbers are counted on from row to row, past those that other rows ask for', async () => {
      const rows = [next('maker-rows'), { ...limited('maker-rows', 2) }, next('maker-rows'), next('maker-rows')]
      expect((await store().previewCertificates(rows)).previews).toMatchObject([
        { kind: 'free', number: 1 },
        { kind: 'free', number: 2 },
        { kind: 'free', number: 3 },
        { kind: 'edition-exhausted' },
      ])
    })

    test('an open series takes any number of certificates', async () => {
      const series = () => newCertificate({ maker: 'maker-open', number: 0, design: truntum })
      expect(await store().addCertificates([series(), series()], NO_KEY)).toMatchObject({ kind: 'added' })
      expect(await preview(store(), series())).toMatchObject({ kind: 'free', number: 0 })
    })

    test('a curation takes up its product, not a design of the same name', async () => {
      const curation = () => {
        const made = newCertificate({ maker: 'maker-curated', design: null, actor: { role: 'curator' } })
        return { ...made, place: { ...made.place, kind: 'curation' as const, subject: 'kawung' } }
      }
      const first = curation()
      expect(await add(store(), first)).toMatchObject({ kind: 'added' })
      expect(await add(store(), curation())).toMatchObject({ conflict: { kind: 'place-taken', live: first.code } })
      expect(await add(store(), newCertificate({ maker: 'maker-curated' }))).toMatchObject({ kind: 'added' })
    })

    test('a design is found with its certificates, the latest first, and a count of the live ones', async () => {
      const maker = 'maker-page'
      const rows = [1, 2].map((n) => ({ ...limited(maker, n), issuedAt: `2026-11-2${n}T03:00:00Z` }))
      await store().addCertificates(rows, NO_KEY)
      await revoke(store(), rows[0] as NewCertificate)
      const found = await store().findDesign(maker, 'parang', 10)
      expect(found).toMatchObject({ design: parang, total: 2, live: 1 })
      expect(found?.entries.map(({ number, record }) => [number, record.status, record.events.length])).toEqual([
        [2, 'valid', 1],
        [1, 'revoked', 2],
      ])
      expect((await store().findDesign(maker, 'parang', 1))?.entries).toHaveLength(1)
      expect(await store().findDesign(maker, 'kawung', 1)).toBeNull()
    })
  })

  describe(`${name}: many at once`, () => {
    test('rows are added in their order, or none of them', async () => {
      const rows = Array.from({ length: 20 }, () => newCertificate())
      const added = await store().addCertificates(rows, NO_KEY)
      const indexes = added.kind === 'added' ? added.indexes : []
      expect(indexes).toEqual(indexes.map((_, i) => (indexes[0] ?? 0) + i))
      expect(await store().findIssuedAt(indexes[3] ?? -1)).toBe(rows[3]?.code)
      const more = [newCertificate(), sameDesign(rows[5] as NewCertificate), newCertificate()]
      expect(await store().addCertificates(more, NO_KEY)).toMatchObject({ kind: 'refused', row: 1 })
      for (const { code } of more) expect(await store().findCertificate(code)).toBeNull()
    })

    test('a replacement takes the place of what it ends, and its entry is the next', async () => {
      const first = newCertificate()
      await add(store(), first)
      const previous = (await store().findCertificate(first.code))?.events[0]?.index ?? -1
      const { code, cid, actor } = first
      const end = { code, cid, previous, leaf: 'superseded', actor, status: 'superseded' } as const
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, () => store().addCertificates([sameDesign(first)], NO_KEY, end)),
      )
      const [added, ...others] = outcomes.sort((a, b) => a.kind.localeCompare(b.kind))
      expect(new Set(others.map(({ kind }) => kind))).toEqual(new Set(['moved']))
      const ended = (await store().findCertificate(first.code))?.events.at(-1)
      expect(ended).toMatchObject({ leaf: 'superseded', previous })
      expect(added).toEqual({ kind: 'added', indexes: [(ended?.index ?? 0) + 1] })
      expect((await store().findCertificate(first.code))?.status).toBe('superseded')
    })
  })
}
