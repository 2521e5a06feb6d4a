/** The Store in memory, for tests that need no database. The contract suite holds it to the same words as D1's. */
import type { Code } from '#core/certificate/code.ts'
import type { CertificateEvent } from '#core/certificate/status.ts'
import type { AddOutcome, NewCertificate, Store, TokenRecord } from '../../functions/actions/store.ts'

type Row = Omit<NewCertificate, 'idempotencyKey'> & { live: boolean; idempotencyKey: string | null }
type Wanted = Pick<NewCertificate, 'maker' | 'design' | 'idempotencyKey'>

export function openMemoryStore(): Store {
  const rows = new Map<Code, Row>()
  const events: (CertificateEvent & { code: Code })[] = []
  const tokens = new Map<string, TokenRecord & { hash: string }>()

  function findConflict({ maker, design, idempotencyKey }: Wanted): AddOutcome | null {
    const own = [...rows.values()].filter((row) => row.maker === maker)
    const earlier = own.find((row) => row.idempotencyKey === idempotencyKey)
    if (earlier) return { kind: 'key-used', earlier }
    const same = own.filter((row) => row.design.id === design.id)
    const registered = same[0]?.design
    if (registered && (registered.name !== design.name || registered.product !== design.product)) {
      return { kind: 'design-differs', registered: { product: registered.product, name: registered.name } }
    }
    const live = same.find((row) => row.live)
    return live ? { kind: 'design-taken', live: live.code } : null
  }

  const eventsOf = (code: Code) => events.filter((event) => event.code === code)

  return {
    addCertificate: async (added) => {
      const conflict = findConflict(added)
      if (conflict) return conflict
      if (rows.has(added.code)) return { kind: 'code-taken' }
      const { code, body, actor, issuedAt: at } = added
      rows.set(code, { ...added, live: true })
      events.push({ code, index: events.length, type: 'issued', previous: null, body, reason: null, actor, at })
      return { kind: 'added' }
    },
    previewCertificate: async (wanted) => findConflict(wanted) ?? { kind: 'added' },
    findCertificate: async (code) => {
      const row = rows.get(code)
      if (!row) return null
      const history = eventsOf(code).map(({ code: _, ...event }) => event)
      return { code, credential: row.credential, live: row.live, events: history }
    },
    hasCertificate: async (code) => rows.has(code),
    revokeCertificate: async ({ code, reason, actor, at }) => {
      const row = rows.get(code)
      const last = eventsOf(code).at(-1)
      if (!row || !last) return 'no-certificate'
      if (last.type === 'revoked') return 'already-revoked'
      const { body, index: previous } = last
      events.push({ code, index: events.length, type: 'revoked', previous, body, reason, actor, at })
      row.live = false
      return 'revoked'
    },
    addToken: async (token, hash) => void tokens.set(token.id, { ...token, hash }),
    findToken: async (hash) => withoutHash([...tokens.values()].find((token) => token.hash === hash)),
    listTokens: async () => [...tokens.values()].map((token) => withoutHash(token) as TokenRecord),
    revokeToken: async (id, at) => {
      const token = tokens.get(id)
      if (token) token.revokedAt ??= at
      return token !== undefined
    },
    touchToken: async (id, day) => {
      const token = tokens.get(id)
      if (token) token.lastUsedOn = day
    },
    forgetIdempotencyKeys: async (before) => {
      const old = [...rows.values()].filter((row) => row.idempotencyKey !== null && row.issuedAt < before)
      for (const row of old) row.idempotencyKey = null
      return old.length
    },
  }
}

function withoutHash(token: (TokenRecord & { hash: string }) | undefined): TokenRecord | null {
  if (!token) return null
  const { hash: _, ...record } = token
  return record
}
