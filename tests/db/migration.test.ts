/** Migration 0003, over a database with rows of the earlier form: of every life that a certificate can have had. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalize, type JsonObject } from '#core/canonical-json.ts'
import { type Code, makeCode } from '#core/certificate/code.ts'
import { parseCredential } from '#core/certificate/credential.ts'
import { formatAct, formatIssued } from '#core/certificate/leaves.ts'
import type { Piece } from '#core/certificate/piece.ts'
import { type ActType, reasonsOf } from '#core/certificate/reasons.ts'
import { readLeaf } from '#core/certificate/status.ts'
import { verifyCertificate } from '#core/certificate/verify.ts'
import type { Leaf } from '#core/log/leaf.ts'
import { beginLife, continueLife, isLive, type Life, type Status, statusOf } from '#core/log/life.ts'
import { openD1Stores } from '../../db/store.ts'
import { makePiece, NOW, signFirst, trust } from '../core/certificate/support.ts'
import { openTestD1, readMigrations } from '../support/d1.ts'
import { newCertificate } from './certificates.ts'

const MAKER = 'batik-sekar-demo'
const acts: ActType[] = ['suspended', 'resumed', 'reported', 'report-withdrawn', 'superseded', 'revoked']

/** Every sequence of at most five acts that could happen; there was no erasure then. */
function listLives(): { types: ActType[]; status: Status; live: boolean }[] {
  let open: { types: ActType[]; life: Life<string> }[] = [{ types: [], life: beginLife() }]
  const all = [...open]
  for (let length = 1; length <= 5; length++) {
    open = open.flatMap(({ types, life }) =>
      acts.flatMap((type) => {
        const next = continueLife(life, type, type)
        return next ? [{ types: [...types, type], life: next }] : []
      }),
    )
    all.push(...open)
  }
  return all.map(({ types, life }) => ({ types, status: statusOf(life).status, live: isLive(life) }))
}

interface Row {
  code: Code
  types: ActType[]
  status: Status
  live: boolean
  document: JsonObject
}

let d1: Awaited<ReturnType<typeof openTestD1>>
const rows: Row[] = []
let index = 0

const run = (sql: string, ...values: unknown[]) =>
  d1.database
    .prepare(sql)
    .bind(...values)
    .run()

/** As the version before wrote it: a flag instead of the status, and no slot. */
async function addRow(types: ActType[], status: Status, live: boolean): Promise<void> {
  const at = rows.length
  const code = makeCode(Uint8Array.of(at >> 8, at, 1, 2, 3, 4, 5))
  const nonce = Buffer.alloc(16, at % 251).toString('base64url')
  const design: Piece['design'] = { id: `design-${at}`, name: 'Kawung', exclusivity: 'exclusive' }
  const document = await signFirst(makePiece({ code, nonce, design }))
  const read = parseCredential(canonicalize(document))
  if (!read.ok) throw new Error(read.error)
  const issue = formatIssued(read.value)
  const leaf = readLeaf(issue) as Leaf
  await run(`INSERT INTO design (maker, id, product, name) VALUES (?, ?, 'p', 'Kawung')`, MAKER, design.id)
  await run(
    `INSERT INTO certificate (code, maker, subject, live, credential, issued_at, request_hash, cid)
      VALUES (?, ?, ?, ?, ?, '2026-11-22T03:04:05Z', 'hash', ?)`,
    ...[code, MAKER, design.id, live ? 1 : 0, canonicalize(document), leaf.cid],
  )
  const append = 'INSERT INTO event (idx, code, previous, actor, cid, leaf) VALUES (?, ?, ?, ?, ?, ?)'
  await run(append, index++, code, null, `maker:${MAKER}`, leaf.cid, issue)
  for (const [nth, type] of types.entries()) {
    const act = { type, prev: index - 1, reason: reasonsOf[type][0], ts: `2026-11-22T${10 + nth}:00:00Z` }
    await run(append, index++, code, act.prev, 'curator', leaf.cid, formatAct(leaf, act))
  }
  rows.push({ code, types, status, live, document })
}

beforeAll(async () => {
  const isBefore = (name: string) => name < '0003'
  d1 = await openTestD1(isBefore)
  for (const { types, status, live } of listLives()) await addRow(types, status, live)
  for (const statement of readMigrations((name) => !isBefore(name))) await d1.database.prepare(statement).run()
}, 300_000)
afterAll(() => d1.close())

describe('a database of the earlier form', () => {
  test('has every life in it', () => {
    expect(rows.length).toBeGreaterThan(100)
    expect(new Set(rows.map(({ status }) => status)).size).toBe(5)
  })

  test('gets the status that its events add up to, for each certificate', async () => {
    const { results } = await d1.database
      .prepare('SELECT code, status FROM certificate')
      .all<{ code: string; status: Status }>()
    const found = new Map(results.map(({ code, status }) => [code, status]))
    const wrong = rows.filter(({ code, status }) => found.get(code) !== status)
    expect(wrong.map(({ types, code }) => [types.join(), found.get(code)])).toEqual([])
    expect(results).toHaveLength(rows.length)
  })

  test('gets no slot, and nothing kept of a customer: there was neither', async () => {
    const { store } = openD1Stores(d1.database)
    expect(await store.findMarks(0, Number.MAX_SAFE_INTEGER)).toEqual([])
    for (const { code } of rows.slice(0, 20))
      expect(await store.findKept(code)).toEqual({ sealed: null, customerRef: null })
  })

  test('loses no certificate and no event, and its certificates verify as before', async () => {
    const { store } = openD1Stores(d1.database)
    for (const { code, status, types, document } of rows) {
      const record = await store.findCertificate(code)
      if (!record) return expect.fail(`${code} is gone`)
      expect(record.credential).toBe(canonicalize(document))
      expect(record.events).toHaveLength(types.length + 1)
      expect(record.keysAt).toBe(-1)
      const { verdict } = await verifyCertificate(code, { kind: 'found', record }, trust, NOW)
      expect([types.join(), verdict]).toEqual([types.join(), status])
    }
  })

  test('keeps the places of what is live, and frees the others', async () => {
    const { store } = openD1Stores(d1.database)
    for (const [at, { live, code }] of rows.entries()) {
      if (at % 9 !== 0) continue
      const design = { id: `design-${at}`, product: 'p', name: 'Kawung', exclusivity: 'exclusive' as const, size: 1 }
      const outcome = await store.addCertificates([newCertificate({ maker: MAKER, design, slot: at })], -1)
      expect(outcome).toMatchObject(
        live ? { kind: 'refused', conflict: { kind: 'place-taken', live: code } } : { kind: 'added' },
      )
    }
  })

  test('goes on as a new one does: acts set the status, and keys come after what is there', async () => {
    const { store, keyStore } = openD1Stores(d1.database)
    const { code } = rows.find(({ types }) => types.length === 0) as Row
    const record = await store.findCertificate(code)
    const previous = record?.events[0]?.index ?? -1
    const cid = readLeaf(record?.events[0]?.leaf ?? '')?.cid ?? ''
    const event = { code, cid, previous, leaf: 'x', actor: { role: 'curator' }, status: 'revoked' } as const
    expect(await store.appendEvent(event)).toBe(true)
    expect((await store.findCertificate(code))?.status).toBe('revoked')
    const entry = { kid: 'kid', previous: null, leaf: 'leaf', endorsement: 'endorsed' }
    expect(await keyStore.appendKeyEvent(entry, -1)).toBe(true)
    expect((await keyStore.readKeyEvents())[0]?.index).toBeGreaterThan(index)
  })

  test('still guards what was signed', async () => {
    const change = (column: string) => run(`UPDATE certificate SET ${column} = 'x' WHERE code = ?`, rows[0]?.code)
    for (const column of ['credential', 'maker', 'subject', 'cid'])
      await expect(change(column)).rejects.toThrow('what was signed is never changed')
    await expect(run('UPDATE certificate SET slot = 7 WHERE code = ?', rows[0]?.code)).rejects.toThrow('never changed')
    await expect(change('sealed')).rejects.toThrow('only erased')
  })
})
