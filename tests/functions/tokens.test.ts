import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashToken, makeToken } from '#core/token.ts'
import { openBuiltWorker } from '../support/built-worker.ts'
import { issue, MAKER, newKey, pieceRequest, plain, type TestWorker } from '../support/worker.ts'

let worker: TestWorker
beforeAll(async () => {
  worker = await openBuiltWorker()
})
afterAll(() => worker.close())

async function slugOf(response: Response) {
  return ((await response.json()) as { type: string }).type.split('/').at(-1)
}

const postPiece = (token: string | null) =>
  worker.ask('POST', '/api/certificates', { token, body: pieceRequest(), headers: { 'idempotency-key': newKey() } })
const createToken = (body: unknown, token = worker.admin) => worker.ask('POST', '/api/tokens', { token, body })

describe('tokens', () => {
  test('a new token works, is listed without its secret, and stops when it is withdrawn', async () => {
    const created = await createToken({ role: 'maker', maker: MAKER, label: 'second', days: 1 })
    const { id, token } = (await created.json()) as { id: string; token: string }
    expect((await postPiece(token)).status).toBe(201)
    const listed = await (await worker.ask('GET', '/api/tokens', { token: worker.admin })).text()
    expect(listed).toContain(id)
    expect(listed).not.toContain(token)
    expect(listed).not.toContain(hashToken(token))
    expect((await worker.ask('DELETE', `/api/tokens/${id}`, { token: worker.admin })).status).toBe(204)
    const refused = await postPiece(token)
    expect([refused.status, await slugOf(refused)]).toEqual([401, 'token-invalid'])
  })

  test('only hashes are stored', async () => {
    const { results } = await worker.database.prepare('SELECT * FROM token').all()
    const stored = JSON.stringify(results)
    for (const token of [worker.maker, worker.curator]) {
      expect(stored).not.toContain(token)
      expect(stored).toContain(hashToken(token))
    }
  })

  test('an expired token is said to have expired', async () => {
    const token = makeToken(randomBytes(32))
    const insert = `INSERT INTO token (id, hash, role, maker, label, created_at, expires_at) VALUES ('tok_old', ?, 'maker', ?, 'old', '2026-01-01', '2026-02-01T00:00:00.000Z')`
    await worker.database.prepare(insert).bind(hashToken(token), MAKER).run()
    const refused = await postPiece(token)
    expect([refused.status, await slugOf(refused)]).toEqual([401, 'token-expired'])
  })

  test.each([
    ['no token', null, 'token-missing'],
    ['a mistyped token', 'asli_mistyped', 'token-invalid'],
    ['a whole token that nobody made', makeToken(randomBytes(32)), 'token-invalid'],
  ])('%s is refused', async (_, token, slug) => {
    const refused = await postPiece(token)
    expect([refused.status, await slugOf(refused)]).toEqual([401, slug])
  })

  test('a maker cannot certify or withdraw for another maker', async () => {
    const created = await createToken({ role: 'maker', maker: 'cetak-daun-demo', label: 'other' })
    const { token } = (await created.json()) as { token: string }
    const issuing = await postPiece(token)
    expect([issuing.status, await slugOf(issuing)]).toEqual([403, 'other-maker'])
    const { code } = await issue(worker)
    const revoking = await worker.ask('POST', `/api/certificates/${plain(code)}/revoke`, {
      token,
      body: { reason: 'returned' },
    })
    expect([revoking.status, await slugOf(revoking)]).toEqual([403, 'other-maker'])
  })

  test('each role may do what is its own, and nothing else', async () => {
    const acts = {
      issue: (token: string) => postPiece(token),
      revoke: async (token: string) =>
        worker.ask('POST', `/api/certificates/${plain((await issue(worker)).code)}/revoke`, {
          token,
          body: { reason: 'data-error' },
        }),
      erase: async (token: string) => {
        const { code } = await issue(worker, { customerRef: 'C-0012' })
        return worker.ask('POST', `/api/certificates/${plain(code)}/erase`, { token, body: {} })
      },
      'manage tokens': (token: string) => worker.ask('GET', '/api/tokens', { token }),
      // The key is none: whoever may ask is told so.
      'retire a key': (token: string) => worker.ask('POST', `/api/keys/${'A'.repeat(43)}/retire`, { token }),
      'mark a key': (token: string) =>
        worker.ask('POST', `/api/keys/${'A'.repeat(43)}/compromise`, { token, body: { from: 0 } }),
    }
    const ofKeys = { 'retire a key': 403, 'mark a key': 403 }
    const matrix: Record<string, Record<string, number>> = {
      maker: { issue: 201, revoke: 200, erase: 200, 'manage tokens': 403, ...ofKeys },
      curator: { issue: 403, revoke: 200, erase: 200, 'manage tokens': 403, ...ofKeys },
      admin: { issue: 403, revoke: 403, erase: 403, 'manage tokens': 200, 'retire a key': 404, 'mark a key': 404 },
    }
    for (const [role, cells] of Object.entries(matrix)) {
      for (const [act, status] of Object.entries(cells)) {
        const answered = await acts[act as keyof typeof acts](worker[role as 'maker' | 'curator' | 'admin'])
        expect([role, act, answered.status]).toEqual([role, act, status])
      }
    }
  })

  test.each([
    ['a maker who is not in the catalogue', { role: 'maker', maker: 'nobody', label: 'x' }],
    ['more than 90 days', { role: 'curator', label: 'x', days: 91 }],
    ['a role that cannot be given', { role: 'admin', label: 'x' }],
  ])('%s is refused', async (_, body) => {
    const refused = await createToken(body)
    expect([refused.status, await slugOf(refused)]).toEqual([422, 'invalid-request'])
  })
})
