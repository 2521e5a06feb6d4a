/** API tokens in D1, by hash alone. */
import { and, asc, eq, isNull, ne, or, sql } from 'drizzle-orm'
import type { DrizzleD1Database } from 'drizzle-orm/d1'
import type { Store } from '../functions/actions/store.ts'
import { token } from './schema.ts'

type TokenStore = Pick<Store, 'addToken' | 'findToken' | 'listTokens' | 'revokeToken' | 'touchToken'>

export function openTokenStore(db: DrizzleD1Database): TokenStore {
  const { hash: _, ...columns } = {
    id: token.id,
    hash: token.hash,
    role: token.role,
    maker: token.maker,
    label: token.label,
    createdAt: token.createdAt,
    expiresAt: token.expiresAt,
    revokedAt: token.revokedAt,
    lastUsedOn: token.lastUsedOn,
  }
  return {
    addToken: async (added, hash) => void (await db.insert(token).values({ ...added, hash })),
    findToken: async (hash) => (await db.select(columns).from(token).where(eq(token.hash, hash)))[0] ?? null,
    listTokens: () => db.select(columns).from(token).orderBy(asc(token.createdAt), asc(token.id)),
    revokeToken: async (id, at) => {
      const withdrawn = await db
        .update(token)
        .set({ revokedAt: sql`COALESCE(revoked_at, ${at})` })
        .where(eq(token.id, id))
      return withdrawn.meta.changes > 0
    },
    touchToken: async (id, day) => {
      const unseenToday = or(isNull(token.lastUsedOn), ne(token.lastUsedOn, day))
      await db
        .update(token)
        .set({ lastUsedOn: day })
        .where(and(eq(token.id, id), unseenToday))
    },
  }
}
