/** What every Store promises (functions/actions/store.ts), run against D1 and against the store of the tests. */
import { describe, expect, test } from 'vitest'
import type { Code } from '#core/certificate/code.ts'
import type { StoredCertificate } from '#core/certificate/verify.ts'
import type {
  Conflict,
  DesignRecord,
  FoundCertificate,
  NewCertificate,
  Store,
  TokenRecord,
} from '../../functions/actions/store.ts'
import { act, add, at, kawung, newCertificate, preview, refusedFor, revoke, sameDesign } from './certificates.ts'

/** Of many at once nobody says which keys were the newest. */
const withoutKeys = ({ keysAt: _, ...record }: FoundCertificate): StoredCertificate => record

export function describeStore(name: string, store: () => Store): void {
  describe(`${name}: certificates`, () => {
    test('a certificate is found with its issued event', async () => {
      const added = newCertificate()
      expect(await add(store(), added)).toMatchObject({ kind: 'added' })
      const found = await store().findCertificate(added.code)
      expect(found).toMatchObject({ code: added.code, credential: added.credential, status: 'valid', keysAt: -1 })
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
      const expected = alone.flatMap((record) => (record ? [withoutKeys(record)] : []))
      expect(found.sort(byCode)).toEqual(expected.sort(byCode))
      expect(found.find(({ code }) => code === second.code)).toMatchObject({ status: 'revoked', events: [{}, {}] })
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
      const first = newCertificate({ customerRef: 'C-0012' })
      await add(store(), first)
      const retry = sameDesign(first, { idempotencyKey: first.idempotencyKey, requestHash: 'another' })
      const { code, credential, requestHash, customerRef } = first
      expect(await add(store(), retry)).toMatchObject({
        conflict: { kind: 'key-used', earlier: { code, credential, requestHash, customerRef } },
      })
    })

    test('of an erased one a key answers without the reference, and without a hash that has the reference in it', async () => {
      for (const [requestHash, left] of [
        ['2.hash', '2.hash'],
        ['hash', ''],
        ['2xhash', ''],
      ] as const) {
        const first = newCertificate({ customerRef: 'C-0012', requestHash })
        await add(store(), first)
        await act(store(), first, { status: 'valid', erases: true })
        const retry = sameDesign(first, { idempotencyKey: first.idempotencyKey })
        expect(await preview(store(), retry)).toMatchObject({
          kind: 'key-used',
          earlier: { code: first.code, requestHash: left, customerRef: null },
        })
      }
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
      expect(found?.status).toBe('revoked')
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
