/** What every Store promises (functions/actions/store.ts), run against D1 and against the store of the tests. */
import { describe, expect, test } from 'vitest'
import { makeCode } from '#core/certificate/code.ts'
import type { Actor } from '#core/certificate/status.ts'
import type { NewCertificate, Store, TokenRecord } from '../../functions/actions/store.ts'

let drawn = 0

/** A certificate of its own maker unless told otherwise, so that tests do not meet. */
function newCertificate(changes: Partial<NewCertificate> = {}): NewCertificate {
  const number = ++drawn
  return {
    code: makeCode(new Uint8Array([number >> 8, number, 3, 1, 4, 1, 5])),
    maker: `maker-${number}`,
    design: { id: 'kawung', product: 'cloth', name: 'Kawung', exclusivity: 'exclusive' },
    credential: `{"number":${number}}`,
    cid: `cid-${number}`,
    leaf: `leaf-${number}`,
    issuedAt: '2026-11-22T03:00:00Z',
    actor: { role: 'maker', maker: `maker-${number}` },
    idempotencyKey: `key-${number}-0123456789`,
    requestHash: `hash-${number}`,
    ...changes,
  }
}

function sameDesign(first: NewCertificate, changes: Partial<NewCertificate> = {}): NewCertificate {
  return newCertificate({ maker: first.maker, design: first.design, actor: first.actor, ...changes })
}

const at = '2026-11-23T03:00:00Z'

/** Appends a revocation behind the issue. */
async function revoke(store: Store, { code, cid, actor }: NewCertificate, by: Actor = actor): Promise<boolean> {
  const previous = (await store.findCertificate(code))?.events[0]?.index ?? -1
  return store.appendEvent({ code, cid, previous, leaf: 'revoked', actor: by })
}

export function describeStore(name: string, store: () => Store): void {
  describe(`${name}: certificates`, () => {
    test('a certificate is found with its issued event', async () => {
      const added = newCertificate()
      expect(await store().addCertificate(added)).toMatchObject({ kind: 'added' })
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

    test('a second live certificate of an exclusive design is refused and names the first', async () => {
      const first = newCertificate()
      const second = sameDesign(first)
      await store().addCertificate(first)
      const taken = { kind: 'design-taken', live: first.code }
      expect(await store().previewCertificate(second)).toEqual(taken)
      expect(await store().addCertificate(second)).toEqual(taken)
      expect(await store().findCertificate(second.code)).toBeNull()
    })

    test('the same design of another maker is another design', async () => {
      const first = newCertificate()
      await store().addCertificate(first)
      expect(await store().addCertificate(newCertificate({ design: first.design }))).toMatchObject({ kind: 'added' })
    })

    test('a design keeps the product and the name of its first certificate, also after a revocation', async () => {
      const first = newCertificate()
      await store().addCertificate(first)
      await revoke(store(), first)
      for (const changed of [{ name: 'Another' }, { product: 'shawl' }]) {
        const second = sameDesign(first, { design: { ...first.design, ...changed } })
        const differs = { kind: 'design-differs', registered: { product: 'cloth', name: 'Kawung' } }
        expect(await store().previewCertificate(second)).toEqual(differs)
        expect(await store().addCertificate(second)).toEqual(differs)
      }
    })

    test('a key that the maker used answers with the first certificate, before any other conflict', async () => {
      const first = newCertificate()
      await store().addCertificate(first)
      const retry = sameDesign(first, { idempotencyKey: first.idempotencyKey, requestHash: 'another' })
      const { code, credential, requestHash } = first
      expect(await store().addCertificate(retry)).toMatchObject({
        kind: 'key-used',
        earlier: { code, credential, requestHash },
      })
    })

    test('a key is the maker’s own', async () => {
      const first = newCertificate()
      await store().addCertificate(first)
      const other = newCertificate({ idempotencyKey: first.idempotencyKey })
      expect(await store().addCertificate(other)).toMatchObject({ kind: 'added' })
    })

    test('a code that is taken is said to be taken', async () => {
      const first = newCertificate()
      await store().addCertificate(first)
      expect(await store().addCertificate(newCertificate({ code: first.code }))).toEqual({ kind: 'code-taken' })
    })

    test('keys older than the given instant are forgotten, and can be used again', async () => {
      const old = newCertificate({ issuedAt: '2020-01-01T00:00:00Z' })
      await store().addCertificate(old)
      expect(await store().forgetIdempotencyKeys('2020-02-01T00:00:00Z')).toBe(1)
      expect(await store().forgetIdempotencyKeys('2020-02-01T00:00:00Z')).toBe(0)
      const again = newCertificate({ maker: old.maker, idempotencyKey: old.idempotencyKey })
      const design = { ...again.design, id: 'another' }
      expect(await store().addCertificate({ ...again, design })).toMatchObject({ kind: 'added' })
    })
  })

  describe(`${name}: revoking`, () => {
    test('a revocation is chained to the issued event and frees the design', async () => {
      const first = newCertificate()
      await store().addCertificate(first)
      expect(await revoke(store(), first, { role: 'curator' })).toBe(true)
      const found = await store().findCertificate(first.code)
      const [issued, revoked] = found?.events ?? []
      expect(found?.live).toBe(false)
      expect(revoked).toMatchObject({ previous: issued?.index, leaf: 'revoked', actor: { role: 'curator' } })
      expect(await store().addCertificate(sameDesign(first))).toMatchObject({ kind: 'added' })
    })

    test('of ten acts at once on the same last event one is appended', async () => {
      const first = newCertificate()
      await store().addCertificate(first)
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
