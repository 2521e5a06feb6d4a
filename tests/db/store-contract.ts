/** What every Store promises (functions/actions/store.ts), run against D1 and against the store of the tests. */
import { describe, expect, test } from 'vitest'
import { type Code, makeCode } from '#core/certificate/code.ts'
import type { Actor } from '#core/certificate/status.ts'
import type {
  Conflict,
  DesignRecord,
  NewCertificate,
  Store,
  TokenRecord,
  Wanted,
} from '../../functions/actions/store.ts'

let drawn = 0

const kawung: DesignRecord = { id: 'kawung', product: 'cloth', name: 'Kawung', exclusivity: 'exclusive', size: 1 }
const parang: DesignRecord = { id: 'parang', product: 'cloth', name: 'Parang', exclusivity: 'limited', size: 3 }
const truntum: DesignRecord = { id: 'truntum', product: 'cloth', name: 'Truntum', exclusivity: 'open', size: 0 }

interface Changes extends Partial<Omit<NewCertificate, 'place'>> {
  maker?: string
  number?: number
}

/** A certificate of its own maker unless told otherwise, so that tests do not meet. */
function newCertificate({ maker, number = 1, design = kawung, ...changes }: Changes = {}): NewCertificate {
  const drawnNow = ++drawn
  const owner = maker ?? `maker-${drawnNow}`
  return {
    code: makeCode(new Uint8Array([drawnNow >> 8, drawnNow, 3, 1, 4, 1, 5])),
    place: { kind: 'piece', maker: owner, subject: design?.id ?? '', number },
    design,
    credential: `{"number":${drawnNow}}`,
    cid: `cid-${drawnNow}`,
    leaf: `leaf-${drawnNow}`,
    issuedAt: '2026-11-22T03:00:00Z',
    actor: { role: 'maker', maker: owner },
    idempotencyKey: `key-${drawnNow}-0123456789`,
    requestHash: `hash-${drawnNow}`,
    ...changes,
  }
}

function sameDesign(first: NewCertificate, changes: Changes = {}): NewCertificate {
  return newCertificate({ maker: first.place.maker, design: first.design, actor: first.actor, ...changes })
}

/** The one certificate, added. */
const add = (store: Store, added: NewCertificate) => store.addCertificates([added])
const preview = async (store: Store, wanted: Wanted) => (await store.previewCertificates([wanted]))[0]
const refusedFor = (conflict: Conflict) => ({ kind: 'refused', row: 0, conflict })

const at = '2026-11-23T03:00:00Z'

/** Appends a revocation behind the issue. */
async function revoke(store: Store, { code, cid, actor }: NewCertificate, by: Actor = actor): Promise<boolean> {
  const previous = (await store.findCertificate(code))?.events[0]?.index ?? -1
  return store.appendEvent({ code, cid, previous, leaf: 'revoked', actor: by, ends: true })
}

export function describeStore(name: string, store: () => Store): void {
  describe(`${name}: certificates`, () => {
    test('a certificate is found with its issued event', async () => {
      const added = newCertificate()
      expect(await add(store(), added)).toMatchObject({ kind: 'added' })
      const found = await store().findCertificate(added.code)
      expect(found).toMatchObject({ code: added.code, credential: added.credential, live: true })
      expect(found?.events).toEqual([
        {
          index: expect.any(Number),
          previous: null,
          leaf: added.leaf,
          actor: added.actor,
        },
      ])
      expect(await store().hasCertificate(added.code)).toBe(true)
    })

    test('a code that was never issued is found nowhere', async () => {
      const { code } = newCertificate()
      expect(await store().findCertificate(code)).toBeNull()
      expect(await store().hasCertificate(code)).toBe(false)
    })

    test('many codes are found at once, each once, with their own events; what was never issued is left out', async () => {
      const added = Array.from({ length: 101 }, () => newCertificate())
      const [first, second] = added as [NewCertificate, NewCertificate]
      await Promise.all(added.map((one) => add(store(), one)))
      await revoke(store(), second)
      const strange = newCertificate()
      const asked = [strange, ...added, first].map(({ code }) => code)
      const found = await store().findCertificates(asked)
      const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1)
      const alone = await Promise.all(added.map(({ code }) => store().findCertificate(code)))
      expect(found.sort(byCode)).toEqual(alone.flatMap((record) => record ?? []).sort(byCode))
      expect(found.find(({ code }) => code === second.code)).toMatchObject({ live: false, events: [{}, {}] })
    })

    test('no codes find no certificates, and a code that is no code finds none', async () => {
      expect(await store().findCertificates([])).toEqual([])
      expect(await store().findCertificates(['"] OR 1 = 1 --' as Code])).toEqual([])
    })

    test('a second live certificate of an exclusive design is refused and names the first', async () => {
      const first = newCertificate()
      const second = sameDesign(first)
      await add(store(), first)
      const taken: Conflict = { kind: 'place-taken', live: first.code }
      expect(await preview(store(), second)).toEqual(taken)
      expect(await add(store(), second)).toEqual(refusedFor(taken))
      expect(await store().findCertificate(second.code)).toBeNull()
    })

    test('the same design of another maker is another design', async () => {
      const first = newCertificate()
      await add(store(), first)
      expect(await add(store(), newCertificate({ design: first.design }))).toMatchObject({ kind: 'added' })
    })

    test('a design keeps the product and the name of its first certificate, also after a revocation', async () => {
      const first = newCertificate()
      await add(store(), first)
      await revoke(store(), first)
      const changes: Partial<DesignRecord>[] = [
        { name: 'Another' },
        { product: 'shawl' },
        { exclusivity: 'limited', size: 9 },
      ]
      for (const changed of changes) {
        const second = sameDesign(first, { design: { ...kawung, ...changed } })
        const differs: Conflict = { kind: 'design-differs', registered: kawung }
        expect(await preview(store(), second)).toEqual(differs)
        expect(await add(store(), second)).toEqual(refusedFor(differs))
      }
    })

    test('a key that the maker used answers with the first certificate, before any other conflict', async () => {
      const first = newCertificate()
      await add(store(), first)
      const retry = sameDesign(first, { idempotencyKey: first.idempotencyKey, requestHash: 'another' })
      const { code, credential, requestHash } = first
      expect(await add(store(), retry)).toMatchObject({
        conflict: { kind: 'key-used', earlier: { code, credential, requestHash } },
      })
    })

    test('a key is the maker’s own', async () => {
      const first = newCertificate()
      await add(store(), first)
      const other = newCertificate({ idempotencyKey: first.idempotencyKey })
      expect(await add(store(), other)).toMatchObject({ kind: 'added' })
    })

    test('of a code that is taken nothing is added, and another may be drawn', async () => {
      const first = newCertificate()
      await add(store(), first)
      expect(await add(store(), newCertificate({ code: first.code }))).toEqual({ kind: 'moved' })
    })

    test('keys older than the given instant are forgotten, and can be used again', async () => {
      const old = newCertificate({ issuedAt: '2020-01-01T00:00:00Z' })
      await add(store(), old)
      expect(await store().forgetIdempotencyKeys('2020-02-01T00:00:00Z')).toBe(1)
      expect(await store().forgetIdempotencyKeys('2020-02-01T00:00:00Z')).toBe(0)
      const design = { ...kawung, id: 'another' }
      const again = newCertificate({ maker: old.place.maker, idempotencyKey: old.idempotencyKey, design })
      expect(await add(store(), again)).toMatchObject({ kind: 'added' })
    })
  })

  describe(`${name}: revoking`, () => {
    test('a revocation is chained to the issued event and frees the design', async () => {
      const first = newCertificate()
      await add(store(), first)
      expect(await revoke(store(), first, { role: 'curator' })).toBe(true)
      const found = await store().findCertificate(first.code)
      const [issued, revoked] = found?.events ?? []
      expect(found?.live).toBe(false)
      expect(revoked).toMatchObject({ previous: issued?.index, leaf: 'revoked', actor: { role: 'curator' } })
      expect(await add(store(), sameDesign(first))).toMatchObject({ kind: 'added' })
    })

    test('of ten acts at once on the same last event one is appended', async () => {
      const first = newCertificate()
      await add(store(), first)
      const outcomes = await Promise.all(Array.from({ length: 10 }, () => revoke(store(), first)))
      expect(outcomes.filter(Boolean)).toHaveLength(1)
      expect((await store().findCertificate(first.code))?.events).toHaveLength(2)
    })
  })

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
      await store().addCertificates([limited(maker, 2), limited(maker, 3)])
      expect(await preview(store(), next(maker))).toEqual({ kind: 'edition-exhausted' })
      await revoke(store(), first)
      expect(await preview(store(), next(maker))).toMatchObject({ kind: 'free', number: 1 })
    })

    test('numbers are counted on from row to row, past those that other rows ask for', async () => {
      const rows = [next('maker-rows'), { ...limited('maker-rows', 2) }, next('maker-rows'), next('maker-rows')]
      expect(await store().previewCertificates(rows)).toMatchObject([
        { kind: 'free', number: 1 },
        { kind: 'free', number: 2 },
        { kind: 'free', number: 3 },
        { kind: 'edition-exhausted' },
      ])
    })

    test('an open series takes any number of certificates', async () => {
      const series = () => newCertificate({ maker: 'maker-open', number: 0, design: truntum })
      expect(await store().addCertificates([series(), series()])).toMatchObject({ kind: 'added' })
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
      await store().addCertificates(rows)
      await revoke(store(), rows[0] as NewCertificate)
      const found = await store().findDesign(maker, 'parang', 10)
      expect(found).toMatchObject({ design: parang, total: 2, live: 1 })
      expect(found?.entries.map(({ number, record }) => [number, record.live, record.events.length])).toEqual([
        [2, true, 1],
        [1, false, 2],
      ])
      expect((await store().findDesign(maker, 'parang', 1))?.entries).toHaveLength(1)
      expect(await store().findDesign(maker, 'kawung', 1)).toBeNull()
    })
  })

  describe(`${name}: many at once`, () => {
    test('rows are added in their order, or none of them', async () => {
      const rows = Array.from({ length: 20 }, () => newCertificate())
      const added = await store().addCertificates(rows)
      const indexes = added.kind === 'added' ? added.indexes : []
      expect(indexes).toEqual(indexes.map((_, i) => (indexes[0] ?? 0) + i))
      expect(await store().findIssuedAt(indexes[3] ?? -1)).toBe(rows[3]?.code)
      const more = [newCertificate(), sameDesign(rows[5] as NewCertificate), newCertificate()]
      expect(await store().addCertificates(more)).toMatchObject({ kind: 'refused', row: 1 })
      for (const { code } of more) expect(await store().findCertificate(code)).toBeNull()
    })

    test('a replacement takes the place of what it ends, and its entry is the next', async () => {
      const first = newCertificate()
      await add(store(), first)
      const previous = (await store().findCertificate(first.code))?.events[0]?.index ?? -1
      const { code, cid, actor } = first
      const end = { code, cid, previous, leaf: 'superseded', actor, ends: true }
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, () => store().addCertificates([sameDesign(first)], end)),
      )
      const [added, ...others] = outcomes.sort((a, b) => a.kind.localeCompare(b.kind))
      expect(new Set(others.map(({ kind }) => kind))).toEqual(new Set(['moved']))
      const ended = (await store().findCertificate(first.code))?.events.at(-1)
      expect(ended).toMatchObject({ leaf: 'superseded', previous })
      expect(added).toEqual({ kind: 'added', indexes: [(ended?.index ?? 0) + 1] })
      expect((await store().findCertificate(first.code))?.live).toBe(false)
    })
  })

  describe(`${name}: tokens`, () => {
    const token: TokenRecord = {
      id: 'tok_1',
      role: 'maker',
      maker: 'maker-1',
      label: 'workshop',
      createdAt: at,
      expiresAt: '2027-01-01T00:00:00Z',
      revokedAt: null,
      lastUsedOn: null,
    }

    test('a token is found by its hash, notes its last day, and stays withdrawn from the first instant', async () => {
      await store().addToken(token, 'hash-1')
      expect(await store().findToken('hash-2')).toBeNull()
      await store().touchToken('tok_1', '2026-11-24')
      expect(await store().findToken('hash-1')).toEqual({ ...token, lastUsedOn: '2026-11-24' })
      expect(await store().revokeToken('tok_1', at)).toBe(true)
      expect(await store().revokeToken('tok_1', '2027-02-02T00:00:00Z')).toBe(true)
      expect(await store().revokeToken('tok_9', at)).toBe(false)
      expect((await store().listTokens()).find(({ id }) => id === 'tok_1')?.revokedAt).toBe(at)
    })
  })
}
