/** What the database itself refuses, whoever asks: constraints and triggers, tried with raw SQL. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openD1Stores } from '../../db/store.ts'
import type { NewCertificate } from '../../functions/actions/store.ts'
import { openTestD1 } from '../support/d1.ts'
import { act, add, newCertificate } from './certificates.ts'

let d1: Awaited<ReturnType<typeof openTestD1>>
beforeAll(async () => {
  d1 = await openTestD1()
})
afterAll(() => d1.close())

const kept = { sealed: 'A'.repeat(363), customerRef: 'C-0012' }

async function addOne(changes: Parameters<typeof newCertificate>[0] = kept): Promise<NewCertificate> {
  const row = newCertificate(changes)
  expect(await add(openD1Stores(d1.database).store, row)).toMatchObject({ kind: 'added' })
  return row
}

const run = (sql: string, ...values: unknown[]) =>
  d1.database
    .prepare(sql)
    .bind(...values)
    .run()
const rowOf = (code: string) => d1.database.prepare('SELECT * FROM certificate WHERE code = ?').bind(code).first()

/** The statement is refused with these words, and the row stays as it was. */
async function refuses(code: string, sql: string, words: string, ...values: unknown[]) {
  const before = await rowOf(code)
  await expect(run(sql, ...values)).rejects.toThrow(words)
  expect(await rowOf(code)).toEqual(before)
}

describe('what is kept of a customer', () => {
  const words = 'what is kept of a customer is only erased'

  test.each(['sealed', 'customer_ref'])('is not changed: %s', async (column) => {
    const { code } = await addOne()
    for (const value of ['x', '', kept.sealed.slice(1), `${kept.sealed} `])
      await refuses(code, `UPDATE certificate SET ${column} = ?2 WHERE code = ?1`, words, code, value)
  })

  test.each(['sealed', 'customer_ref'])(
    'is not put where there was none, or where it was erased: %s',
    async (column) => {
      const bare = await addOne({})
      const erased = await addOne()
      await act(openD1Stores(d1.database).store, erased, { status: 'valid', erases: true })
      for (const { code } of [bare, erased])
        await refuses(code, `UPDATE certificate SET ${column} = ?2 WHERE code = ?1`, words, code, 'x')
    },
  )

  test('is erased, each part by itself or both', async () => {
    const { code } = await addOne()
    await run('UPDATE certificate SET sealed = NULL WHERE code = ?', code)
    expect(await rowOf(code)).toMatchObject({ sealed: null, customer_ref: 'C-0012' })
    await run('UPDATE certificate SET sealed = NULL, customer_ref = NULL WHERE code = ?', code)
    expect(await rowOf(code)).toMatchObject({ sealed: null, customer_ref: null })
  })

  test('is not moved to another row, or from one column to the other', async () => {
    const [{ code }, other] = [await addOne(), await addOne({})]
    const copy = 'UPDATE certificate SET sealed = (SELECT sealed FROM certificate WHERE code = ?2) WHERE code = ?1'
    await refuses(other.code, copy, words, other.code, code)
    await refuses(code, 'UPDATE certificate SET sealed = customer_ref WHERE code = ?', words, code)
  })
})

describe('what was asked', () => {
  const words = 'what was asked is only forgotten'

  test.each(['idempotency_key', 'request_hash'])('is not changed: %s', async (column) => {
    const { code } = await addOne()
    for (const value of ['x', ' ', 'key-1-0123456789'])
      await refuses(code, `UPDATE certificate SET ${column} = ?2 WHERE code = ?1`, words, code, value)
  })

  test('is forgotten, and not put back', async () => {
    const { code, idempotencyKey, requestHash } = await addOne()
    await run(`UPDATE certificate SET idempotency_key = NULL, request_hash = '' WHERE code = ?`, code)
    expect(await rowOf(code)).toMatchObject({ idempotency_key: null, request_hash: '' })
    const change = (column: string) => `UPDATE certificate SET ${column} = ?2 WHERE code = ?1`
    await refuses(code, change('idempotency_key'), words, code, idempotencyKey)
    await refuses(code, change('request_hash'), words, code, requestHash)
  })
})

describe('what was signed', () => {
  const words = 'what was signed is never changed'
  test.each([
    ['code', "'000000000000'"],
    ['kind', "'curation'"],
    ['maker', "'other'"],
    ['subject', "'other'"],
    ['number', '2'],
    ['credential', "'{}'"],
    ['issued_at', "'2020-01-01T00:00:00Z'"],
    ['cid', "'other'"],
    ['slot', '7'],
    ['slot', 'NULL'],
    ['slot', 'slot'],
  ])('is not changed: %s = %s', async (column, value) => {
    const { code } = await addOne()
    await refuses(code, `UPDATE certificate SET ${column} = ${value} WHERE code = ?`, words, code)
  })

  test('is not deleted', async () => {
    const { code } = await addOne()
    await refuses(code, 'DELETE FROM certificate WHERE code = ?', 'a certificate is never deleted', code)
  })
})

describe('a certificate', () => {
  const words = 'a certificate is never replaced'
  const columns = [
    ...['code', 'kind', 'maker', 'subject', 'number', 'status', 'credential', 'issued_at', 'idempotency_key'],
    ...['request_hash', 'cid', 'slot', 'sealed', 'customer_ref'],
  ]
  /** The same row, with these columns otherwise, in whatever way a conflict is to be met. */
  const copy = (verb: string, changes: Record<string, string>) =>
    `${verb} INTO certificate (${columns}) SELECT ${columns.map((name) => changes[name] ?? name)} FROM certificate WHERE code = ?1`
  const another = { code: `'000000000000'`, slot: '1000000', idempotency_key: 'NULL', status: `'revoked'` }
  const verbs = ['INSERT OR REPLACE', 'REPLACE', 'INSERT', 'INSERT OR IGNORE', 'INSERT OR FAIL']

  test.each(verbs)('is not rewritten or dropped by %s, whichever of its unique columns is met', async (verb) => {
    const { code } = await addOne()
    for (const met of ['code', 'slot', 'idempotency_key', 'status'] as const) {
      const { [met]: _, ...changes } = another
      await refuses(code, copy(verb, { credential: `'{}'`, sealed: 'NULL', ...changes }), words, code)
    }
    await refuses(code, copy(verb, { credential: `'{}'` }), words, code)
    expect(await rowOf('000000000000')).toBeNull()
  })

  test('is not dropped by another that becomes live in its place', async () => {
    const { store } = openD1Stores(d1.database)
    const first = await addOne()
    await act(store, first, { status: 'superseded' })
    const second = await addOne({ maker: first.place.maker })
    for (const verb of ['UPDATE OR REPLACE', 'UPDATE OR IGNORE', 'UPDATE'])
      await refuses(second.code, `${verb} certificate SET status = 'valid' WHERE code = ?`, words, first.code)
    const take = `UPDATE OR REPLACE certificate SET idempotency_key = ?2 WHERE code = ?1`
    await refuses(second.code, take, 'what was asked is only forgotten', first.code, second.idempotencyKey)
    const move = 'UPDATE OR REPLACE certificate SET slot = ?2 WHERE code = ?1'
    await refuses(second.code, move, 'what was signed is never changed', first.code, second.slot)
  })

  test('that stands in nobody’s way is added', async () => {
    const { code } = await addOne()
    await run(copy('INSERT', { ...another, code: `'111111111111'`, cid: `'apart'` }), code)
    expect(await rowOf('111111111111')).toMatchObject({ cid: 'apart' })
  })
})

describe('a status', () => {
  test.each(["'expired'", "'Valid'", "''", 'NULL', '0', "'live'"])('is none of these: %s', async (value) => {
    const { code } = await addOne()
    await refuses(code, `UPDATE certificate SET status = ${value} WHERE code = ?`, 'constraint failed', code)
  })

  test('cannot make two certificates of one place live again', async () => {
    const { store } = openD1Stores(d1.database)
    const first = await addOne()
    await act(store, first, { status: 'revoked' })
    await addOne({ maker: first.place.maker })
    for (const status of ['valid', 'suspended', 'reported'])
      await refuses(
        first.code,
        'UPDATE certificate SET status = ?2 WHERE code = ?1',
        'a certificate is never replaced',
        first.code,
        status,
      )
  })
})

describe('a slot', () => {
  test('is not negative, and not that of another certificate', async () => {
    const { code, slot } = await addOne()
    const same = 'maker, subject, credential, issued_at, request_hash, kind'
    const insert = `INSERT INTO certificate (code, cid, number, slot, ${same})
      SELECT '000000000000', cid || 'x', 0, ?2, ${same} FROM certificate WHERE code = ?1`
    await d1.database.prepare('DROP TRIGGER certificate_fits_its_design').run()
    await expect(run(insert, code, -1)).rejects.toThrow('CHECK constraint failed')
    await expect(run(insert, code, slot)).rejects.toThrow('a certificate is never replaced')
  })
})

describe('the log', () => {
  test('takes no entry about a key but the next, and loses and changes none', async () => {
    const { keyStore } = openD1Stores(d1.database)
    const last = (await keyStore.readKeyEvents()).at(-1)?.index ?? -1
    await keyStore.appendKeyEvent({ kid: 'kid', previous: null, leaf: 'leaf', endorsement: 'endorsed' }, last)
    const entries = await keyStore.readKeyEvents()
    const [entry] = entries
    const insert = "INSERT INTO event VALUES (?1, '', NULL, 'endorsed', 'other-kid', 'leaf')"
    const replace = "INSERT OR REPLACE INTO event VALUES (?1, '', NULL, 'endorsed', 'other-kid', 'leaf')"
    for (const index of [0, entry?.index ?? -1, 100_000, -1]) {
      await expect(run(insert, index)).rejects.toThrow('an event takes the next index')
      await expect(run(replace, index)).rejects.toThrow('an event takes the next index')
    }
    const next = `SELECT MAX(idx) + 1, code, previous, actor, cid, 'leaf' FROM event WHERE idx = ?1`
    await expect(run(`INSERT OR REPLACE INTO event ${next}`, entry?.index ?? -1)).rejects.toThrow(
      'an event is never replaced',
    )
    await expect(run("UPDATE event SET leaf = 'x' WHERE code = ''")).rejects.toThrow('an event is never changed')
    await expect(run("UPDATE event SET actor = 'x' WHERE code = ''")).rejects.toThrow('an event is never changed')
    await expect(run("UPDATE event SET code = '' WHERE code <> ''")).rejects.toThrow('an event is never changed')
    await expect(run("DELETE FROM event WHERE code = ''")).rejects.toThrow('an event is never deleted')
    expect(await keyStore.readKeyEvents()).toEqual(entries)
  })

  test('has one head after each', async () => {
    const heads = async () => (await d1.database.prepare('SELECT * FROM log_head ORDER BY size').all()).results
    const before = await heads()
    const root = 'A'.repeat(44)
    for (const values of [`100000, -1, '${root}'`, `0, 77, '${root}'`])
      await expect(run(`INSERT OR REPLACE INTO log_head VALUES (${values})`)).rejects.toThrow(
        'a head is never replaced',
      )
    expect(await heads()).toEqual(before)
  })
})
