/** The stores in memory, for tests that need no database. The contract suite holds them to the same words as D1's. */
import type { Code } from '#core/certificate/code.ts'
import type { CertificateEvent } from '#core/certificate/status.ts'
import { encodeBase64 } from '#core/log/base64.ts'
import { EMPTY_ROOT } from '#core/log/merkle.ts'
import { edgeTiles, type Tile } from '#core/log/tile.ts'
import type { Head, LogStore } from '../../functions/actions/log-store.ts'
import type { NewCertificate, Preview, Store, TokenRecord } from '../../functions/actions/store.ts'

type Row = Omit<NewCertificate, 'idempotencyKey'> & { live: boolean; idempotencyKey: string | null }
type Wanted = Pick<NewCertificate, 'maker' | 'design' | 'idempotencyKey'>
type StoredEvent = CertificateEvent & { code: Code; cid: string }

export function openMemoryStores(): { store: Store; logStore: LogStore } {
  const events: StoredEvent[] = []
  return { store: openStore(events), logStore: openLogStore(events) }
}

function openLogStore(events: StoredEvent[]): LogStore {
  const heads: Head[] = [{ size: 0, root: encodeBase64(EMPTY_ROOT) }]
  const tiles = new Map<string, Tile>()
  const readHead = () => heads.at(-1) as Head
  const readTiles: LogStore['readTiles'] = async (ids) =>
    ids.flatMap(({ level, index }) => tiles.get(`${level}/${index}`) ?? [])
  const readLeaves = (from: number, count: number) => events.slice(from, from + count).map(({ leaf }) => leaf)
  return {
    readHead: async () => readHead(),
    readTiles,
    readLeaves: async (from, count) => readLeaves(from, count),
    readPending: async (limit) => {
      const head = readHead()
      return { head, leaves: readLeaves(head.size, limit), edge: await readTiles(edgeTiles(head.size)) }
    },
    extendHead: async (from, { size, root, tiles: grown }) => {
      if (readHead().size !== from) return false
      heads.push({ size, root: encodeBase64(root) })
      for (const tile of grown) tiles.set(`${tile.level}/${tile.index}`, tile)
      return true
    },
    findCode: async (cid) => events.find((event) => event.cid === cid)?.code ?? null,
  }
}

function openStore(events: StoredEvent[]): Store {
  const rows = new Map<Code, Row>()
  const tokens = new Map<string, TokenRecord & { hash: string }>()

  function findConflict({ maker, design, idempotencyKey }: Wanted): Exclude<Preview, { kind: 'free' }> | null {
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
      const { code, cid, leaf, actor } = added
      rows.set(code, { ...added, live: true })
      events.push({ code, cid, index: events.length, previous: null, leaf, actor })
      return { kind: 'added', index: events.length - 1 }
    },
    previewCertificate: async (wanted) => findConflict(wanted) ?? { kind: 'free' },
    findCertificate: async (code) => {
      const row = rows.get(code)
      if (!row) return null
      const history = eventsOf(code).map(({ index, previous, leaf, actor }) => ({ index, previous, leaf, actor }))
      return { code, credential: row.credential, live: row.live, events: history }
    },
    hasCertificate: async (code) => rows.has(code),
    appendEvent: async ({ code, cid, previous, leaf, actor }) => {
      const row = rows.get(code)
      if (!row || eventsOf(code).at(-1)?.index !== previous) return false
      events.push({ code, cid, index: events.length, previous, leaf, actor })
      row.live = false
      return true
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
