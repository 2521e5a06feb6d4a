/** POST /api/certificates/CODE/erase: what is kept of a customer goes, and nothing else. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBuiltWorker } from '../support/built-worker.ts'
import { checkLog } from '../support/check-log.ts'
import { issueSealed, type Sealed } from '../support/sealed.ts'
import { issue, newKey, pieceRequest, plain, type TestWorker, verify } from '../support/worker.ts'

let worker: TestWorker
let otherMaker: string
beforeAll(async () => {
  worker = await openBuiltWorker()
  const body = { role: 'maker', maker: 'cetak-daun-demo', label: 'other' }
  const created = await worker.ask('POST', '/api/tokens', { token: worker.admin, body })
  otherMaker = ((await created.json()) as { token: string }).token
})
afterAll(() => worker.close())

const erase = (code: string, token: string | null = worker.maker, body: unknown = {}) =>
  worker.ask('POST', `/api/certificates/${code}/erase`, { token, body })
const slugOf = (body: { type: string }) => body.type.split('/').at(-1)
async function outcome(answered: Response): Promise<[number, string | undefined]> {
  const body = (await answered.json()) as { type?: string; act?: string }
  return [answered.status, body.type ? slugOf({ type: body.type }) : body.act]
}
const rowOf = (code: string) => worker.database.prepare('SELECT * FROM certificate WHERE code = ?').bind(code).first()
const leavesOf = async (code: string) =>
  (
    await worker.database
      .prepare('SELECT leaf FROM event WHERE code = ? ORDER BY idx')
      .bind(code)
      .all<{ leaf: string }>()
  ).results.map(({ leaf }) => JSON.parse(leaf) as Record<string, unknown>)
const seal = (): Promise<Sealed> => issueSealed(worker, 'Bu Rahayu', { customerRef: 'C-0012' })

describe('an erasure', () => {
  test('answers with what it did, deletes both parts, and leaves every other column as it was', async () => {
    const { code } = await seal()
    const before = await rowOf(code)
    const answered = await erase(code)
    const answer = (await answered.json()) as { at: string }
    expect([answered.status, answer]).toEqual([
      200,
      { code: code.replace(/(.{4})(.{4})/, '$1-$2-'), verdict: 'valid', act: 'subject-erased', at: answer.at },
    ])
    expect(await rowOf(code)).toEqual({ ...before, sealed: null, customer_ref: null })
  })

  test('is an entry of the log that says when, and nothing of whom', async () => {
    const { code, commitment, name } = await seal()
    await erase(code)
    const [issued, erased] = await leavesOf(code)
    expect(erased).toEqual({
      ...{ v: 1, t: 'subject-erased', kind: 'piece', maker: issued?.maker, cid: issued?.cid, body: issued?.body },
      ...{ prev: expect.any(Number), ts: expect.any(String) },
    })
    for (const word of [commitment, name, 'C-0012', code]) expect(JSON.stringify(erased)).not.toContain(word)
    expect(await checkLog(worker.database)).toEqual([])
  })

  test('is done once, and answers the same each time, ten times at once too', async () => {
    const { code } = await seal()
    const texts = await Promise.all(Array.from({ length: 10 }, async () => (await erase(code)).text()))
    expect([...new Set(texts)]).toEqual([texts[0]])
    expect(await (await erase(code)).text()).toBe(texts[0])
    expect(await leavesOf(code)).toHaveLength(2)
  })

  test('needs no body, and takes none but an empty object', async () => {
    const empty = await seal()
    const answered = await worker.ask('POST', `/api/certificates/${empty.code}/erase`, { token: worker.maker })
    expect(await outcome(answered)).toEqual([200, 'subject-erased'])
    const { code } = await seal()
    expect(await outcome(await erase(code, worker.maker, { reason: 'returned' }))).toEqual([422, 'invalid-request'])
    expect(await outcome(await erase(code, worker.maker, 'not json'))).toEqual([400, 'malformed-json'])
    expect(await rowOf(code)).toMatchObject({ customer_ref: 'C-0012' })
  })

  test('leaves the sealed text gone for everyone, with the day and the instant', async () => {
    const { code } = await seal()
    const { at } = (await (await erase(code)).json()) as { at: string }
    const gone = await worker.ask('GET', `/api/certificates/${code}/sealed`)
    const body = (await gone.json()) as { type: string; detail: string; erasedAt: string }
    expect([gone.status, slugOf(body), body.erasedAt]).toEqual([410, 'subject-erased', at])
    expect(body.detail).toContain(at.slice(0, 10))
    expect(gone.headers.get('access-control-allow-origin')).toBe('*')
  })

  test('leaves verdict, credential, proof, QR, status lists and log as they were', async () => {
    const { code } = await seal()
    const paths = [
      `/api/certificates/${code}`,
      `/api/certificates/${code}?proof=rdfc`,
      `/api/certificates/${code}/qr.svg`,
    ]
    const read = () => Promise.all(paths.map(async (path) => (await worker.ask('GET', path)).text()))
    const bits = async () =>
      Promise.all(
        ['revocation', 'suspension', 'refresh'].map(async (purpose) => {
          const list = (await (await worker.ask('GET', `/status/${purpose}/0`)).json()) as {
            credentialSubject: { encodedList: string }
          }
          return list.credentialSubject.encodedList
        }),
      )
    const [before, lists] = [await read(), await bits()]
    const { report: first } = await verify(worker, code)
    await erase(code)
    const { status, report } = await verify(worker, code)
    expect([await read(), await bits()]).toEqual([before, lists])
    expect([status, report.verdict, report.certificate]).toEqual([200, 'valid', first.certificate])
    expect(report.erasedAt).toMatch(/^\d{4}-/)
    expect((await worker.ask('GET', `/api/certificates/${code}/proof`)).status).toBe(200)
  })

  test('of what was paused, withdrawn or replaced is done, too, and says what it still is', async () => {
    for (const [act, reason, verdict] of [
      ['suspend', 'data-error', 'suspended'],
      ['report', 'design-dispute', 'reported'],
      ['revoke', 'returned', 'revoked'],
    ]) {
      const { code } = await seal()
      await worker.ask('POST', `/api/certificates/${code}/${act}`, { token: worker.maker, body: { reason } })
      expect(await (await erase(code)).json()).toMatchObject({ verdict, act: 'subject-erased' })
      expect((await verify(worker, code)).report.verdict).toBe(verdict)
    }
    const request = pieceRequest({ customerRef: 'C-0012' })
    const code = plain((await issue(worker, request)).code)
    await worker.ask('POST', `/api/certificates/${code}/supersede`, {
      token: worker.maker,
      body: { reason: 'data-error', certificate: request },
      headers: { 'idempotency-key': newKey() },
    })
    expect(await (await erase(code)).json()).toMatchObject({ verdict: 'superseded' })
  })

  test('does not keep later acts from following', async () => {
    const { code } = await seal()
    await erase(code)
    const body = { reason: 'returned' }
    const revoked = await worker.ask('POST', `/api/certificates/${code}/revoke`, { token: worker.maker, body })
    expect(await outcome(revoked)).toEqual([200, 'revoked'])
    expect((await verify(worker, code)).report.verdict).toBe('revoked')
    expect(await outcome(await erase(code))).toEqual([200, 'subject-erased'])
    expect(await checkLog(worker.database)).toEqual([])
  })

  test('is not undone by a retry of the request that issued', async () => {
    const headers = { 'idempotency-key': newKey() }
    const madeFor = { mode: 'private', commitment: 'A'.repeat(43), sealed: 'A'.repeat(363) }
    const body = pieceRequest({ madeFor, customerRef: 'C-0012' })
    const post = () => worker.ask('POST', '/api/certificates', { token: worker.maker, body, headers })
    const { code } = (await (await post()).json()) as { code: string }
    await erase(plain(code))
    expect(await (await post()).json()).toMatchObject({ code })
    expect(await rowOf(plain(code))).toMatchObject({ sealed: null, customer_ref: null })
  })
})

describe('a retry under the key of an erased certificate', () => {
  const madeFor = { mode: 'private', commitment: 'A'.repeat(43), sealed: 'A'.repeat(363) }
  const ask = async (body: unknown, key: string, token = worker.maker) => {
    const headers = { 'idempotency-key': key }
    const answered = await worker.ask('POST', '/api/certificates', { token, body, headers })
    const { code, detail } = (await answered.json()) as { code?: string; detail?: string }
    return { status: answered.status, code: plain(code ?? ''), detail }
  }

  test('makes no second certificate, not of an open series either, and no other of another piece', async () => {
    const asked = { role: 'maker', maker: 'anyam-eceng-demo', label: 'series' }
    const created = await worker.ask('POST', '/api/tokens', { token: worker.admin, body: asked })
    const { token } = (await created.json()) as { token: string }
    const design = { id: 'erased-series', name: 'Series', exclusivity: 'open' }
    const body = pieceRequest({ product: 'water-hyacinth-storage-basket', design, madeFor, customerRef: 'C-0012' })
    const key = newKey()
    const { code } = await ask(body, key, token)
    expect(await ask({ ...body, customerRef: 'C-0013' }, key, token)).toMatchObject({ status: 409 })
    expect((await erase(code, token)).status).toBe(200)
    expect(await ask(body, key, token)).toMatchObject({ status: 201, code })
    expect(await ask({ ...body, madeOn: '2026-11-02' }, key, token)).toMatchObject({ status: 409 })
    const { results } = await worker.database
      .prepare('SELECT code FROM certificate WHERE subject = ?')
      .bind(design.id)
      .all()
    expect(results).toEqual([{ code }])
  })

  test('where what was asked is gone is refused with the code, so that nobody draws another key', async () => {
    const [key, body] = [newKey(), pieceRequest({ madeFor, customerRef: 'C-0012' })]
    const { code } = await ask(body, key)
    await worker.database.prepare(`UPDATE certificate SET request_hash = '' WHERE code = ?`).bind(code).run()
    const refused = await ask(body, key)
    expect([refused.status, refused.detail]).toEqual([
      409,
      expect.stringContaining(`The key certified ${code.replace(/(.{4})(.{4})/, '$1-$2-')} before`),
    ])
  })
})

describe('who may erase', () => {
  test.each<[string, () => string | null, [number, string]]>([
    ['the maker who issued', () => worker.maker, [200, 'subject-erased']],
    ['a curator', () => worker.curator, [200, 'subject-erased']],
    ['another maker', () => otherMaker, [403, 'other-maker']],
    ['the administrator', () => worker.admin, [403, 'role-not-allowed']],
    ['whoever has no token', () => null, [401, 'token-missing']],
    ['whoever has half a token', () => worker.maker.slice(0, -1), [401, 'token-invalid']],
  ])('%s', async (_, token, expected) => {
    const { code, sealed } = await seal()
    expect(await outcome(await erase(code, token()))).toEqual(expected)
    expect((await rowOf(code))?.sealed).toBe(expected[0] === 200 ? null : sealed)
    expect(await leavesOf(code)).toHaveLength(expected[0] === 200 ? 2 : 1)
  })

  test('of a curation the curator, who is told that there is nothing', async () => {
    const answered = await worker.ask('POST', '/api/certificates', {
      token: worker.curator,
      body: { kind: 'curation', product: 'batik-tulis-manggur-natural' },
      headers: { 'idempotency-key': newKey() },
    })
    const { code } = (await answered.json()) as { code: string }
    expect(await outcome(await erase(plain(code), worker.curator))).toEqual([404, 'nothing-sealed'])
    expect(await outcome(await erase(plain(code)))).toEqual([403, 'role-not-allowed'])
  })

  test('where there is nothing to erase nobody, and the log hears nothing', async () => {
    const code = plain((await issue(worker)).code)
    for (const token of [worker.maker, worker.curator])
      expect(await outcome(await erase(code, token))).toEqual([404, 'nothing-sealed'])
    expect(await leavesOf(code)).toHaveLength(1)
    expect(await outcome(await erase('000000000000'))).toEqual([404, 'certificate-not-found'])
  })

  test('takes POST alone', async () => {
    const { code } = await seal()
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const refused = await worker.ask(method, `/api/certificates/${code}/erase`, { token: worker.maker })
      expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'POST'])
    }
  })
})

test('an erased text that somebody puts back by hand is not given out', async () => {
  const { code, sealed } = await seal()
  await erase(code)
  await worker.database.prepare('DROP TRIGGER certificate_keeps_or_erases').run()
  await worker.database.prepare('UPDATE certificate SET sealed = ? WHERE code = ?').bind(sealed, code).run()
  expect((await worker.ask('GET', `/api/certificates/${code}/sealed`)).status).toBe(410)
})
