/** What is kept of a customer, over HTTP: who may read it, and what is never said. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openMadeFor } from '#core/certificate/made-for.ts'
import { openBuiltWorker } from '../support/built-worker.ts'
import { issueSealed } from '../support/sealed.ts'
import { issue, newKey, pieceRequest, plain, type TestWorker } from '../support/worker.ts'

let worker: TestWorker
beforeAll(async () => {
  worker = await openBuiltWorker()
})
afterAll(() => worker.close())

const ask = (code: string) => worker.ask('GET', `/api/certificates/${code}/sealed`)
async function refusalOf(answered: Response) {
  const { type } = (await answered.json()) as { type: string }
  return [answered.status, type.split('/').at(-1)]
}

describe('GET /api/certificates/CODE/sealed', () => {
  test('gives the sealed text and the commitment that was signed, to anyone, from any origin, never to be kept', async () => {
    const { code, name, secret, sealed, commitment } = await issueSealed(worker, 'Bu Rahayu Ningsih')
    const answered = await ask(code)
    expect(answered.status).toBe(200)
    expect(answered.headers.get('content-type')).toBe('application/json')
    expect(answered.headers.get('access-control-allow-origin')).toBe('*')
    expect(answered.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(answered.headers.get('cache-control')).toBe('no-store')
    const answer = (await answered.json()) as { code: string; commitment: string; sealed: string }
    expect(answer).toEqual({ code: code.replace(/(.{4})(.{4})/, '$1-$2-'), commitment, sealed })
    expect(await openMadeFor(answer.sealed, answer.commitment, secret)).toEqual({ ok: true, value: name })
    const credential = await (await worker.ask('GET', `/api/certificates/${code}`)).json()
    expect(credential).toMatchObject({ credentialSubject: { madeFor: { mode: 'private', commitment } } })
    expect(JSON.stringify(credential)).not.toContain(sealed)
  })

  test('stays after a withdrawal, a pause and a report', async () => {
    for (const [act, reason] of [
      ['revoke', 'returned'],
      ['suspend', 'data-error'],
      ['report', 'lost-or-stolen'],
    ]) {
      const { code, sealed } = await issueSealed(worker, 'Bu Rahayu')
      await worker.ask('POST', `/api/certificates/${code}/${act}`, { token: worker.maker, body: { reason } })
      expect(await (await ask(code)).json()).toMatchObject({ sealed })
    }
  })

  test('is refused where nothing was sealed, whatever else is kept', async () => {
    const bare = plain((await issue(worker, { madeFor: { mode: 'private' } })).code)
    const stock = plain((await issue(worker, { madeFor: { mode: 'none' } })).code)
    const referred = plain((await issue(worker, { customerRef: 'C-0012' })).code)
    for (const code of [bare, stock, referred])
      expect(await refusalOf(await ask(code))).toEqual([404, 'nothing-sealed'])
  })

  test('is refused of a code that no certificate has, and of what is none', async () => {
    for (const code of ['000000000000', 'x', '%20', '0000-0000-0000'])
      expect(await refusalOf(await ask(code))).toEqual([404, 'certificate-not-found'])
  })

  test('is refused of a curation', async () => {
    const answered = await worker.ask('POST', '/api/certificates', {
      token: worker.curator,
      body: { kind: 'curation', product: 'batik-tulis-manggur-natural' },
      headers: { 'idempotency-key': newKey() },
    })
    const { code } = (await answered.json()) as { code: string }
    expect(await refusalOf(await ask(plain(code)))).toEqual([404, 'nothing-sealed'])
  })

  test('takes GET alone', async () => {
    const { code } = await issueSealed(worker, 'Bu Rahayu')
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const refused = await worker.ask(method, `/api/certificates/${code}/sealed`, { token: worker.maker })
      expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET'])
    }
  })
})

describe('issuing', () => {
  const commitment = 'A'.repeat(43)
  const sealed = 'A'.repeat(363)
  const send = (changes: Record<string, unknown>) =>
    worker.ask('POST', '/api/certificates', {
      token: worker.maker,
      body: pieceRequest(changes),
      headers: { 'idempotency-key': newKey() },
    })

  test.each<[string, Record<string, unknown>, string]>([
    ['a name in clear', { madeFor: { mode: 'private', name: 'Bu Rahayu' } }, '/madeFor/name'],
    ['a commitment without its sealed text', { madeFor: { mode: 'private', commitment } }, '/madeFor/sealed'],
    ['a sealed text without its commitment', { madeFor: { mode: 'private', sealed } }, '/madeFor/sealed'],
    ['a commitment of stock', { madeFor: { mode: 'none', commitment, sealed } }, '/madeFor/commitment'],
    ['a commitment that is none', { madeFor: { mode: 'private', commitment: 'x', sealed } }, '/madeFor/commitment'],
    [
      'a commitment with stray bits',
      { madeFor: { mode: 'private', commitment: `${'A'.repeat(42)}B`, sealed } },
      '/madeFor/commitment',
    ],
    [
      'a text that is no base64url',
      { madeFor: { mode: 'private', commitment, sealed: `${sealed}=` } },
      '/madeFor/sealed',
    ],
    [
      'a text that is too long',
      { madeFor: { mode: 'private', commitment, sealed: 'A'.repeat(2001) } },
      '/madeFor/sealed',
    ],
    [
      'a text that is too short',
      { madeFor: { mode: 'private', commitment, sealed: 'A'.repeat(200) } },
      '/madeFor/sealed',
    ],
    ['a name for a reference', { customerRef: 'Bu Rahayu' }, '/customerRef'],
    ['an address for a reference', { customerRef: 'rahayu@mail.example' }, '/customerRef'],
    ['a reference that is too long', { customerRef: 'C'.repeat(41) }, '/customerRef'],
    ['an empty reference', { customerRef: '' }, '/customerRef'],
    ['the customer as a field of its own', { customer: 'Bu Rahayu' }, '/customer'],
  ])('refuses %s at its field, and repeats nothing of it', async (_, changes, pointer) => {
    const refused = await send(changes)
    const text = await refused.text()
    expect([refused.status, JSON.parse(text).errors.map((error: { pointer: string }) => error.pointer)]).toEqual([
      ...[422, expect.arrayContaining([pointer])],
    ])
    expect(text).not.toMatch(/Rahayu|rahayu/)
  })

  test('keeps reference and sealed text beside the credential, and says neither in its answer', async () => {
    const answered = await send({ madeFor: { mode: 'private', commitment, sealed }, customerRef: 'C-0012/kanari' })
    const text = await answered.text()
    expect([answered.status, text.includes('kanari'), text.includes(sealed)]).toEqual([201, false, false])
    const code = plain(JSON.parse(text).code)
    const row = await worker.database
      .prepare('SELECT sealed, customer_ref FROM certificate WHERE code = ?')
      .bind(code)
      .first()
    expect(row).toEqual({ sealed, customer_ref: 'C-0012/kanari' })
    const leaves = await worker.database.prepare('SELECT leaf FROM event WHERE code = ?').bind(code).all()
    expect(JSON.stringify(leaves.results)).not.toMatch(/kanari|commitment|sealed|AAAAAAAAAAAA/)
  })

  test('of the same name twice under one key is answered once; of another sealed text it is another request', async () => {
    const headers = { 'idempotency-key': newKey() }
    const body = pieceRequest({ madeFor: { mode: 'private', commitment, sealed } })
    const post = (asked: Record<string, unknown>) =>
      worker.ask('POST', '/api/certificates', { token: worker.maker, body: asked, headers })
    const [first, again] = [await post(body), await post(body)]
    expect([first.status, again.status]).toEqual([201, 201])
    expect(await again.json()).toMatchObject({ code: ((await first.json()) as { code: string }).code })
    const other = await post({ ...body, madeFor: { mode: 'private', commitment, sealed: `B${sealed.slice(1)}` } })
    expect(await refusalOf(other)).toEqual([409, 'idempotency-key-reused'])
  })
})
