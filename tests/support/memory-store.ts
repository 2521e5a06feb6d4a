/** The stores in memory, for tests that need no database. The contract suite holds them to the same words as D1's. */
import type { Code } from '#core/certificate/code.ts'
import type { CertificateEvent } from '#core/certificate/status.ts'
import { encodeBase64 } from '#core/log/base64.ts'
import type { Status } from '#core/log/life.ts'
import { EMPTY_ROOT } from '#core/log/merkle.ts'
import { edgeTiles, type Tile } from '#core/log/tile.ts'
import type { KeyStore } from '../../functions/actions/key-store.ts'
import type { Head, LogStore } from '../../functions/actions/log-store.ts'
import type {
  DesignRecord,
  FoundCertificate,
  NewCertificate,
  NewEvent,
  Preview,
  Store,
  TokenRecord,
  Wanted,
} from '../../functions/actions/store.ts'

type Row = Omit<NewCertificate, 'idempotencyKey'> & { status: Status; idempotencyKey: string | null }
const isLive = ({ status }: Row) => status !== 'revoked' && status !== 'superseded'
type StoredEvent = CertificateEvent & { code: Code; cid: string }

export function openMemoryStores(): { store: Store; logStore: LogStore; keyStore: KeyStore } {
  const events: StoredEvent[] = []
  const heads: Head[] = [{ size: 0, root: encodeBase64(EMPTY_ROOT) }]
  return { store: openStore(events, heads), logStore: openLogStore(events, heads), keyStore: openKeyStore(events) }
}

/** Entries about keys have no code, and their key's id for a public id. */
function openKeyStore(events: StoredEvent[]): KeyStore {
  const endorsements = new Map<number, string>()
  const ofKeys = () => events.filter(({ code }) => (code as string) === '')
  return {
    readKeyEvents: async () =>
      ofKeys().map(({ index, cid: kid, previous, leaf }) => ({
        ...{ index, kid, previous, leaf },
        endorsement: endorsements.get(index) ?? '',
      })),
    appendKeyEvent: async ({ kid, previous, leaf, endorsement }, keysAt) => {
      const index = events.length
      const isForked = events.some((event) => event.cid === kid && event.previous === previous)
      if (isForked || (ofKeys().at(-1)?.index ?? -1) !== keysAt) return false
      endorsements.set(index, endorsement)
      events.push({ code: '' as Code, cid: kid, index, previous, leaf, actor: { role: 'curator' } })
      return true
    },
  }
}

function openLogStore(events: StoredEvent[], heads: Head[]): LogStore {
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

function openStore(events: StoredEvent[], heads: Head[]): Store {
  const rows = new Map<Code, Row>()
  const designs = new Map<string, DesignRecord>()
  const tokens = new Map<string, TokenRecord & { hash: string }>()

  const of = ({ kind, maker, subject }: Wanted['place']) =>
    [...rows.values()].filter(({ place }) => place.kind === kind && place.maker === maker && place.subject === subject)
  const liveAt = (place: Wanted['place'], number: number) =>
    of(place).find((row) => isLive(row) && number > 0 && row.place.number === number)

  function preview({ place, design, idempotencyKey, skip = 0 }: Wanted, claimed: Set<string>): Preview {
    const earlier = [...rows.values()].find(
      (row) => row.place.maker === place.maker && row.idempotencyKey === idempotencyKey,
    )
    if (earlier) return { kind: 'key-used', earlier }
    const registered = designs.get(`${place.maker}/${place.subject}`)
    if (design && registered && JSON.stringify(design) !== JSON.stringify(registered))
      return { kind: 'design-differs', registered }
    const live = place.number === null ? undefined : liveAt(place, place.number)
    if (live) return { kind: 'place-taken', live: live.code }
    if (place.number !== null) return { kind: 'free', number: place.number, registered: registered !== undefined }
    const numbers = Array.from({ length: design?.size ?? 0 }, (_, i) => i + 1)
    const last = Math.max(0, ...of(place).flatMap((row) => (isLive(row) ? [row.place.number] : [])))
    const isFree = (number: number) => !liveAt(place, number) && !claimed.has(`${place.subject}#${number}`)
    const past = numbers.filter((number) => number > last && isFree(number))
    const free = past.length > 0 ? past : numbers.filter(isFree)
    const number = free[skip % free.length]
    if (number === undefined) return { kind: 'edition-exhausted' }
    claimed.add(`${place.subject}#${number}`)
    return { kind: 'free', number, registered: registered !== undefined }
  }

  function previewAll(wanted: Wanted[]): Preview[] {
    const claimed = new Set(wanted.map(({ place }) => `${place.subject}#${place.number}`))
    return wanted.map((each) => preview(each, claimed))
  }

  const eventsOf = (code: Code) => events.filter((event) => event.code === code)

  const lastKey = () => events.findLast(({ code }) => (code as string) === '')?.index ?? -1

  function append({ code, cid, previous, leaf, actor, status, erases }: NewEvent): boolean {
    const row = rows.get(code)
    if (!row || eventsOf(code).at(-1)?.index !== previous) return false
    events.push({ code, cid, index: events.length, previous, leaf, actor })
    row.status = status
    const requestHash = row.requestHash.startsWith('2.') ? row.requestHash : ''
    if (erases) Object.assign(row, { sealed: null, customerRef: null, requestHash })
    return true
  }

  function readRecord(row: Row): FoundCertificate {
    const history = eventsOf(row.code).map(({ index, previous, leaf, actor }) => ({ index, previous, leaf, actor }))
    return { code: row.code, credential: row.credential, status: row.status, events: history, keysAt: lastKey() }
  }

  function add(added: NewCertificate): number {
    const { code, cid, leaf, actor, place, design } = added
    rows.set(code, { ...added, status: 'valid' })
    if (design) designs.set(`${place.maker}/${place.subject}`, design)
    return events.push({ code, cid, index: events.length, previous: null, leaf, actor }) - 1
  }

  return {
    addCertificates: async (added, keysAt, superseded) => {
      const freed = superseded && rows.get(superseded.code)
      if (superseded && eventsOf(superseded.code).at(-1)?.index !== superseded.previous) return { kind: 'moved' }
      const before = freed?.status ?? 'valid'
      if (freed) freed.status = 'superseded'
      const previews = previewAll(added)
      const row = previews.findIndex(({ kind }) => kind !== 'free')
      const conflict = previews[row]
      const taken = new Set([...rows.values()].map(({ slot }) => slot))
      const slots = new Set(added.map(({ slot }) => slot))
      const isTaken = added.some(({ code, slot }) => rows.has(code) || taken.has(slot)) || slots.size < added.length
      if (freed) freed.status = before
      if (conflict && conflict.kind !== 'free') return { kind: 'refused', row, conflict }
      if (isTaken || keysAt !== lastKey()) return { kind: 'moved' }
      if (superseded) append(superseded)
      return { kind: 'added', indexes: added.map(add) }
    },
    previewCertificates: async (wanted) => ({ previews: previewAll(wanted), logSize: heads.at(-1)?.size ?? 0 }),
    findCertificate: async (code) => {
      const row = rows.get(code)
      return row ? readRecord(row) : null
    },
    findCertificates: async (codes) =>
      [...new Set(codes)].flatMap((code) => {
        const row = rows.get(code)
        if (!row) return []
        const { keysAt: _, ...record } = readRecord(row)
        return [record]
      }),
    hasCertificate: async (code) => rows.has(code),
    findKept: async (code) => {
      const row = rows.get(code)
      return row ? { sealed: row.sealed, customerRef: row.customerRef } : null
    },
    findTakenSlots: async (slots) => [...rows.values()].flatMap(({ slot }) => (slots.includes(slot) ? [slot] : [])),
    findMarks: async (from, to) =>
      [...rows.values()]
        .filter(({ slot, status }) => slot >= from && slot < to && status !== 'valid')
        .map(({ slot, status }) => ({ slot, status })),
    hasMaker: async (maker) => [...rows.values()].some(({ place }) => place.maker === maker),
    appendEvent: async (added) => append(added),
    findIssuedAt: async (index) => {
      const event = events[index]
      return event?.previous === null ? event.code : null
    },
    findDesign: async (maker, id, limit) => {
      const design = designs.get(`${maker}/${id}`)
      if (!design) return null
      const all = of({ kind: 'piece', maker, subject: id, number: null })
      const entries = all.slice(-limit).map((row) => ({ number: row.place.number, record: readRecord(row) }))
      return { design, total: all.length, live: all.filter(isLive).length, entries: entries.reverse() }
    },
    countPieces: async (maker, most) => {
      const pieces = [...rows.values()].filter(({ place }) => place.maker === maker && place.kind === 'piece')
      const issued = pieces.map(({ issuedAt }) => issuedAt).sort()
      const count = (status: Status) => pieces.filter((row) => row.status === status).length
      if (pieces.length === 0) return null
      return {
        total: pieces.length,
        withdrawn: count('revoked'),
        replaced: count('superseded'),
        designs: new Set(pieces.map(({ place }) => place.subject)).size,
        firstAt: issued[0] ?? '',
        lastAt: issued.at(-1) ?? '',
        cameBack: Math.min(countReturns(pieces.filter(isLive)), most),
      }
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
      for (const row of old) Object.assign(row, { idempotencyKey: null, requestHash: '' })
      return old.length
    },
  }
}

function countReturns(live: Row[]): number {
  const days = new Map<string, Set<string>>()
  for (const { customerRef, credential } of live) {
    if (customerRef === null) continue
    const { soldOn } = JSON.parse(credential).credentialSubject as { soldOn: string }
    days.set(customerRef, new Set([...(days.get(customerRef) ?? []), soldOn]))
  }
  return [...days.values()].filter(({ size }) => size > 1).length
}

function withoutHash(token: (TokenRecord & { hash: string }) | undefined): TokenRecord | null {
  if (!token) return null
  const { hash: _, ...record } = token
  return record
}
