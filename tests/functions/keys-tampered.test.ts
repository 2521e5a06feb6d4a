/** The Worker over a database in which somebody wrote to the entries about keys: it says nothing rather than something else. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importSigner, makePrivateKey, type Signer } from '#core/certificate/keys.ts'
import { endorse } from '#core/log/key-history.ts'
import { formatKeyLeaf } from '#core/log/key-leaf.ts'
import { keyLeaf } from '../core/log/key-support.ts'
import { openBuiltWorker } from '../support/built-worker.ts'
import { issue, newKey, pieceRequest, plain, type TestWorker, verify } from '../support/worker.ts'

interface Row {
  idx: number
  code: string
  previous: number | null
  actor: string
  cid: string
  leaf: string
}

let worker: TestWorker
let code: string
let honest: Row[]
let stranger: Signer
beforeAll(async () => {
  worker = await openBuiltWorker()
  stranger = await importSigner(await makePrivateKey())
  code = plain((await issue(worker)).code)
  for (const name of ['event_is_next', 'event_is_kept', 'event_is_unchanged'])
    await worker.database.prepare(`DROP TRIGGER ${name}`).run()
  honest = await readRows()
})
afterAll(() => worker.close())

const run = (sql: string, ...values: unknown[]) =>
  worker.database
    .prepare(sql)
    .bind(...values)
    .run()
const readRows = async () =>
  (await worker.database.prepare(`SELECT * FROM event WHERE code = '' ORDER BY idx`).all<Row>()).results
const insert = ({ idx, code, previous, actor, cid, leaf }: Row) =>
  run(
    'INSERT INTO event (idx, code, previous, actor, cid, leaf) VALUES (?, ?, ?, ?, ?, ?)',
    idx,
    code,
    previous,
    actor,
    cid,
    leaf,
  )

/** These rows instead of the honest ones, and the Worker made to look. */
async function write(rows: Row[]): Promise<number> {
  await run(`DELETE FROM event WHERE code = ''`)
  for (const row of rows) await insert(row)
  return look()
}
/** asli.json reads the keys anew at each request: 200, or 503 where nobody vouches for them. */
const look = async () => (await worker.ask('GET', '/.well-known/asli.json')).status

const flip = (text: string, at: number) =>
  text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1)
const change = (at: number, changes: Partial<Row>) =>
  honest.map((row, index) => (index === at ? { ...row, ...changes } : row))
const alerts = () => worker.alerts().filter(({ alert }) => alert === 'keys-unconfirmed').length

async function expectUnconfirmed(what: string) {
  const before = alerts()
  const { status, report } = await verify(worker, code)
  expect([what, status, report.verdict]).toEqual([what, 503, 'unavailable'])
  expect(report).not.toHaveProperty('certificate')
  expect([what, alerts()]).toEqual([what, before + 1])
}
async function restore() {
  expect(await write(honest)).toBe(200)
  expect((await verify(worker, code)).report.verdict).toBe('valid')
}

/** Each character with ASLI_LONG; otherwise one in eleven, other ones in each entry. */
const placesIn = (text: string, from: number) => {
  const step = process.env.ASLI_LONG ? 1 : 11
  return Array.from({ length: Math.ceil((text.length - (from % step)) / step) }, (_, at) => (from % step) + at * step)
}

describe('a database in which somebody wrote to the keys', () => {
  test('of which any one character of an entry is another gives no verdict, and an alert', async () => {
    for (const [row, { leaf }] of honest.entries()) {
      for (const at of placesIn(leaf, row * 4)) {
        expect(await write(change(row, { leaf: flip(leaf, at) }))).toBe(503)
        await expectUnconfirmed(`${row}, ${at}`)
      }
    }
    await restore()
  }, 300_000)

  test('of which any one character of the last endorsement is another gives no verdict, and an alert', async () => {
    const { actor } = honest.at(-1) as Row
    for (const at of placesIn(actor, 3)) {
      expect(await write(change(2, { actor: flip(actor, at) }))).toBe(503)
      await expectUnconfirmed(String(at))
    }
    await restore()
  }, 120_000)

  test('of which an earlier endorsement is another gives the verdict that it gave: the last one vouches for all', async () => {
    expect(await write(change(0, { actor: 'x' }))).toBe(200)
    expect((await verify(worker, code)).report.verdict).toBe('valid')
    await restore()
  })

  test('that lost an entry, or has one twice, gives none, and an alert', async () => {
    const [, log, tag] = honest as [Row, Row, Row]
    for (const rows of [honest.toSpliced(1, 1), honest.toSpliced(2, 1).map((row) => ({ ...row, actor: tag.actor }))]) {
      expect(await write(rows)).toBe(503)
      await expectUnconfirmed(String(rows.length))
    }
    expect(await write([...honest, { ...log, idx: 100, previous: 1 }])).toBe(503)
    await expectUnconfirmed('doubled')
    await restore()
  })

  test('that has a key of a stranger gives none, and an alert, whoever endorsed it', async () => {
    const leaf = formatKeyLeaf(keyLeaf('key-added', stranger))
    const leaves = [...honest.map((row) => row.leaf), leaf]
    const own = await endorse(leaves, stranger)
    for (const actor of [own, honest.at(-1)?.actor ?? '', '', 'curator']) {
      const row = { idx: 100, code: '', previous: null, actor, cid: stranger.kid, leaf }
      expect(await write([...honest, row])).toBe(503)
      await expectUnconfirmed(actor)
    }
    await restore()
  })

  test('that has a whole history made up by a stranger gives none, and an alert that says what is to be done', async () => {
    const leaf = formatKeyLeaf(keyLeaf('key-added', stranger))
    const rows = change(0, { leaf, cid: stranger.kid })
    const actor = await endorse(
      rows.map((row) => row.leaf),
      stranger,
    )
    expect(await write(rows.map((row) => ({ ...row, actor })))).toBe(503)
    await expectUnconfirmed('made up')
    expect(await readRows()).toHaveLength(3)
    const { error } = worker.alerts().findLast(({ alert }) => alert === 'keys-unconfirmed') ?? {}
    expect(error).toContain('this deployment’s registry key is new to it: set ASLI_REGISTRY_KID_EARLIER')
    await restore()
  })

  test('that has a stranger’s key in the place of one of the registry’s gets no endorsement for it', async () => {
    for (const at of [1, 2]) {
      const leaf = formatKeyLeaf(keyLeaf('key-added', stranger))
      expect(await write(change(at, { leaf, cid: stranger.kid }))).toBe(503)
      await expectUnconfirmed(String(at))
      expect(await readRows()).toHaveLength(3)
    }
    await restore()
  })

  test('that says of the registry’s key that it is compromised gives none: a word without an endorsement is no word', async () => {
    const { signerKid, leaf } = await forgeMark()
    const row = { idx: 100, code: '', previous: 0, actor: honest.at(-1)?.actor ?? '', cid: signerKid, leaf }
    expect(await write([...honest, row])).toBe(503)
    await expectUnconfirmed('compromised')
    await restore()
  })

  test('gives nothing else either: no issue, no list of keys, no DID, no card, and a page that says so', async () => {
    expect(await write(change(1, { leaf: flip(honest[1]?.leaf ?? '', 20) }))).toBe(503)
    const issued = await worker.ask('POST', '/api/certificates', {
      token: worker.maker,
      body: pieceRequest(),
      headers: { 'idempotency-key': newKey() },
    })
    expect([issued.status, ((await issued.json()) as { type: string }).type.split('/').at(-1)]).toEqual([
      503,
      'unavailable',
    ])
    for (const path of [
      '/.well-known/did.json',
      `/api/certificates/${code}`,
      `/api/certificates/${code}/qr.svg?form=card`,
    ])
      expect([path, (await worker.ask('GET', path)).status]).toEqual([path, 503])
    const page = await worker.ask('GET', `/en/v/${code}`)
    expect([page.status, (await page.text()).includes('neither confirmed nor denied')]).toEqual([503, true])
    const retired = await worker.ask('POST', `/api/keys/${stranger.kid}/retire`, { token: worker.admin })
    expect(retired.status).toBe(503)
    await restore()
  })

  test('goes on as it was for an isolate that read the keys before: the same verdict, and no other', async () => {
    await run(`UPDATE event SET leaf = replace(leaf, 'key-added', 'key-retired') WHERE code = ''`)
    expect((await verify(worker, code)).report.verdict).toBe('valid')
    expect(await look()).toBe(503)
    await expectUnconfirmed('looked')
    await restore()
  })

  test('that lost the registry’s own first entry gives none, and an alert: what is left may be anybody’s', async () => {
    expect(await write(honest.slice(1))).toBe(503)
    await expectUnconfirmed('lost')
    expect(await readRows()).toHaveLength(2)
    await restore()
  })

  // The last of all: it leaves another history behind.
  test('that lost every entry about keys gets them again, and gives the verdict that it gave', async () => {
    const before = await verify(worker, code)
    expect(await write([])).toBe(200)
    const { status, report } = await verify(worker, code)
    expect([status, report.verdict, report.certificate]).toEqual([200, 'valid', before.report.certificate])
    expect((await readRows()).map(({ cid }) => cid)).toEqual(honest.map(({ cid }) => cid))
  })
})

/** A mark of the registry's key that nobody who has the key has made. */
async function forgeMark(): Promise<{ signerKid: string; leaf: string }> {
  const { kid, publicKey } = JSON.parse(honest[0]?.leaf ?? '') as { kid: string; publicKey: string }
  const mark = { t: 'key-compromised' as const, kid, role: 'registry' as const, publicKey, from: 0 }
  return { signerKid: kid, leaf: formatKeyLeaf({ ...mark, ts: '2026-11-22T03:00:00Z' }) }
}
