/** What may happen to a certificate once it is issued, over HTTP: page, API and log agree after each act. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBuiltWorker } from '../support/built-worker.ts'
import { checkLog } from '../support/check-log.ts'
import { lastingWrapper as wrapper } from '../support/lasting.ts'
import { issue, newKey, pieceRequest, plain, type TestWorker, verify } from '../support/worker.ts'

let worker: TestWorker
beforeAll(async () => {
  worker = await openBuiltWorker({ wrapper })
})
afterAll(() => worker.close())

interface Answer {
  status: number
  body: Record<string, unknown> & { type?: string; code?: string; errors?: { pointer: string }[] }
}

async function act(code: string, name: string, body?: unknown, token = worker.maker): Promise<Answer> {
  const headers: Record<string, string> = name === 'supersede' ? { 'idempotency-key': newKey() } : {}
  const answered = await worker.ask('POST', `/api/certificates/${plain(code)}/${name}`, { token, body, headers })
  return { status: answered.status, body: (await answered.json()) as Answer['body'] }
}

/** The one word that verdict, page and log say of it. */
async function expectEverywhere(code: string, verdict: string, heading: string): Promise<Record<string, unknown>> {
  const { status, report } = await verify(worker, code)
  expect([status, report.verdict]).toEqual([200, verdict])
  const page = await (await worker.ask('GET', `/en/v/${plain(code)}`)).text()
  expect(page).toContain(heading)
  const cid = await worker.database
    .prepare('SELECT cid FROM certificate WHERE code = ?')
    .bind(plain(code))
    .first<string>('cid')
  expect(await (await worker.ask('GET', `/log/cid/${cid}`)).json()).toMatchObject({ status: verdict })
  return report
}

describe('the life of a certificate', () => {
  test('is paused and resumed, reported and cleared, and says so everywhere at once', async () => {
    const { code } = await issue(worker)
    expect(await act(code, 'suspend', { reason: 'design-dispute' })).toMatchObject({
      status: 200,
      body: { code, verdict: 'suspended', act: 'suspended', reason: 'design-dispute' },
    })
    const paused = await expectEverywhere(code, 'suspended', 'Paused')
    expect(paused).toMatchObject({
      act: { type: 'suspended', reason: 'design-dispute' },
      certificate: { kind: 'piece' },
    })
    await act(code, 'resume')
    await expectEverywhere(code, 'valid', 'Genuine record, current')
    await act(code, 'report', { reason: 'lost-or-stolen' }, worker.curator)
    const reported = await expectEverywhere(code, 'reported', 'Reported lost, stolen or disputed')
    expect(reported).not.toHaveProperty('certificate')
    expect((await act(code, 'withdraw-report')).body.type).toMatch(/role-not-allowed$/)
    await act(code, 'withdraw-report', {}, worker.curator)
    await expectEverywhere(code, 'valid', 'Genuine record, current')
    expect(await checkLog(worker.database)).toEqual([])
  })

  test('is superseded by a corrected certificate, which the old one names', async () => {
    const request = pieceRequest()
    const { code } = await issue(worker, request)
    const certificate = { ...request, marks: [{ where: 'corner', text: 'two drips' }] }
    const answer = await act(code, 'supersede', { reason: 'data-error', certificate })
    expect(answer).toMatchObject({ status: 201, body: { supersedes: code } })
    const report = await expectEverywhere(code, 'superseded', 'Genuine record, replaced')
    expect(report).toMatchObject({ successor: { code: answer.body.code } })
    const page = await (await worker.ask('GET', `/en/v/${plain(code)}`)).text()
    expect(page).toContain(`/v/${plain(answer.body.code ?? '')}`)
    await expectEverywhere(answer.body.code ?? '', 'valid', 'Genuine record, current')
    expect((await act(code, 'supersede', { reason: 'data-error', certificate })).body.type).toMatch(/state-conflict$/)
    expect((await act(code, 'revoke', { reason: 'returned' })).body.type).toMatch(/state-conflict$/)
    expect(await checkLog(worker.database)).toEqual([])
  })

  test.each<[string, unknown, string]>([
    ['suspend', { reason: 'returned' }, '/reason'],
    ['report', {}, '/reason'],
    ['revoke', { reason: 'lost', note: 'x' }, '/reason'],
    ['resume', { reason: 'data-error' }, '/reason'],
    ['supersede', { reason: 'returned', certificate: {} }, '/reason'],
    ['supersede', { reason: 'replaced' }, '/certificate'],
  ])('%s with %j is refused at the field', async (name, body, pointer) => {
    const { code } = await issue(worker)
    const { status, body: found } = await act(code, name, body)
    expect([status, found.errors?.map((error) => error.pointer)]).toEqual([422, expect.arrayContaining([pointer])])
    expect((await verify(worker, code)).report.verdict).toBe('valid')
  })

  test('a replacement of another kind is refused', async () => {
    const { code } = await issue(worker)
    const certificate = { kind: 'curation', product: 'batik-tulis-manggur-natural' }
    const { body } = await act(code, 'supersede', { reason: 'replaced', certificate }, worker.curator)
    expect(body.errors).toEqual([{ pointer: '/certificate/kind', detail: expect.stringContaining('“piece”') }])
  })

  test('faults of a replacement are pointed at inside it', async () => {
    const request = pieceRequest()
    const { code } = await issue(worker, request)
    const certificate = { ...request, product: 'no-such-product' }
    expect((await act(code, 'supersede', { reason: 'replaced', certificate })).body.errors).toMatchObject([
      { pointer: '/certificate/product' },
    ])
    expect((await verify(worker, code)).report.verdict).toBe('valid')
  })
})

describe('a curation', () => {
  const certify = (token: string, product = 'batik-tulis-manggur-natural') =>
    worker.ask('POST', '/api/certificates', {
      token,
      body: { kind: 'curation', product },
      headers: { 'idempotency-key': newKey() },
    })

  test('is certified by a curator, once a product, and its page speaks of the product alone', async () => {
    expect((await certify(worker.maker)).status).toBe(403)
    const answered = await certify(worker.curator)
    expect(answered.status).toBe(201)
    const { code, credential } = (await answered.json()) as { code: string; credential: Record<string, unknown> }
    expect(credential).toMatchObject({
      type: ['VerifiableCredential', 'AsliCurationCertificate'],
      issuer: `did:web:${encodeURIComponent(new URL(worker.origin).host)}`,
      validUntil: expect.stringMatching(/T14:59:59Z$/),
      credentialSubject: { product: 'batik-tulis-manggur-natural', curators: [expect.anything(), expect.anything()] },
    })
    const report = await expectEverywhere(code, 'valid', 'Genuine record, current')
    expect(report).toMatchObject({ certificate: { kind: 'curation' } })
    const page = await (await worker.ask('GET', `/en/v/${plain(code)}`)).text()
    expect(page).not.toContain('Compare with the piece in your hand')
    const again = (await (await certify(worker.curator)).json()) as { type: string; code: string }
    expect([again.type, again.code]).toEqual([expect.stringMatching(/product-already-certified$/), code])
    expect((await act(code, 'revoke', { reason: 'data-error' })).body.type).toMatch(/role-not-allowed$/)
    expect((await act(code, 'revoke', { reason: 'returned' }, worker.curator)).status).toBe(422)
    expect((await act(code, 'revoke', { reason: 'data-error' }, worker.curator)).status).toBe(200)
    expect((await certify(worker.curator)).status).toBe(201)
  })

  test('of a product that is not there is refused', async () => {
    const answered = await certify(worker.curator, 'no-such-product')
    expect(((await answered.json()) as { type: string }).type).toMatch(/product-not-found$/)
  })
})
