import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBuiltWorker } from '../support/built-worker.ts'
import { issue, newKey, pieceRequest, plain, type TestWorker, textOf, verify } from '../support/worker.ts'

let worker: TestWorker
beforeAll(async () => {
  worker = await openBuiltWorker()
})
afterAll(() => worker.close())

const post = (body: unknown, { token = worker.maker, key = newKey(), query = '' } = {}) =>
  worker.ask('POST', `/api/certificates${query}`, { token, body, headers: { 'idempotency-key': key } })

async function problemOf(response: Response) {
  const text = await response.text()
  expect(response.headers.get('content-type'), text).toBe('application/problem+json')
  const document = JSON.parse(text) as {
    type: string
    status: number
    detail: string
    instance: string
    errors?: { pointer: string; detail: string }[]
    certificate?: string
  }
  expect(document.status).toBe(response.status)
  expect(document.instance).toMatch(/^urn:uuid:/)
  return { ...document, slug: document.type.replace(`${worker.origin}/problems/`, '') }
}

async function countRows() {
  const tables = ['certificate', 'design', 'event']
  const counts = await Promise.all(
    tables.map((table) => worker.database.prepare(`SELECT COUNT(*) AS n FROM ${table}`).first<number>('n')),
  )
  return Object.fromEntries(tables.map((table, i) => [table, counts[i]]))
}

describe('issuing', () => {
  test('a piece is certified with a code, its address, a signed credential and a QR', async () => {
    const issued = await issue(worker)
    expect(issued.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
    expect(issued.url).toBe(`${worker.origin}/v/${plain(issued.code)}`)
    expect(issued.credential).toMatchObject({
      type: ['VerifiableCredential', 'AsliPieceCertificate'],
      credentialSubject: {
        maker: 'canting-manggur-demo',
        techniques: ['batik-tulis'],
        edition: { number: 1, size: 1 },
        demo: true,
      },
      proof: [{ cryptosuite: 'eddsa-jcs-2022' }, { cryptosuite: 'eddsa-rdfc-2022' }],
    })
    const { report } = await verify(worker, issued.code)
    expect(report).toMatchObject({ verdict: 'valid', code: issued.code })
  })

  test('the same key and body give the first answer, ten times at once', async () => {
    const body = pieceRequest()
    const key = newKey()
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(body, { key })))
    const texts = await Promise.all(answers.map((answer) => textOf(worker, answer, 201)))
    const codes = texts.map((text) => (JSON.parse(text) as { code: string }).code)
    expect([...new Set(codes)]).toEqual([codes[0]])
  })

  test('the same key with another body is refused', async () => {
    const key = newKey()
    await post(pieceRequest(), { key })
    expect(await problemOf(await post(pieceRequest(), { key }))).toMatchObject({
      slug: 'idempotency-key-reused',
      status: 409,
    })
  })

  test('a hundred requests at once for one exclusive design certify it once and leave no row of the others', async () => {
    const before = await countRows()
    const body = pieceRequest()
    const answers = await Promise.all(Array.from({ length: 100 }, () => post(body)))
    const won = answers.find(({ status }) => status === 201)
    const winner = (await won?.json()) as { url: string } | undefined
    for (const refused of answers.filter((answer) => answer !== won)) {
      expect(await problemOf(refused)).toMatchObject({ slug: 'design-already-certified', certificate: winner?.url })
    }
    const after = await countRows()
    expect(after).toEqual({
      certificate: (before.certificate ?? 0) + 1,
      design: (before.design ?? 0) + 1,
      event: (before.event ?? 0) + 1,
    })
  })

  test('raw SQL cannot put a second live certificate beside an exclusive one', async () => {
    const { code } = await issue(worker)
    const copy = worker.database
      .prepare(
        `INSERT INTO certificate (code, maker, subject, kind, number, credential, issued_at, request_hash, cid)
         SELECT '000000000000', maker, subject, kind, number, credential, issued_at, request_hash, cid
         FROM certificate WHERE code = ?`,
      )
      .bind(plain(code))
    await expect(copy.run()).rejects.toThrow('a certificate is never replaced')
  })

  test('a dry run checks all and stores nothing', async () => {
    const before = await countRows()
    const fine = await post(pieceRequest(), { query: '?dryRun=1' })
    expect([fine.status, await fine.json()]).toMatchObject([200, { dryRun: true }])
    const body = pieceRequest()
    await post(body)
    expect(await problemOf(await post(body, { query: '?dryRun=1' }))).toMatchObject({
      slug: 'design-already-certified',
    })
    expect((await countRows()).certificate).toBe((before.certificate ?? 0) + 1)
  })

  test('an issue writes one event, and an answer that was lost is given again though the product is gone', async () => {
    const body = pieceRequest()
    const key = newKey()
    const first = (await (await post(body, { key })).json()) as { code: string }
    const { results } = await worker.database
      .prepare('SELECT * FROM event WHERE code = ?')
      .bind(plain(first.code))
      .all()
    expect(results).toHaveLength(1)
    const changed = await post({ ...body, product: 'no-such-product' }, { key })
    expect(await problemOf(changed)).toMatchObject({ slug: 'idempotency-key-reused' })
    expect(await (await post(body, { key })).json()).toEqual(first)
  })

  test.each(['true', '0', 'yes'])('dryRun=%s is refused, never taken for a real request', async (mode) => {
    const before = await countRows()
    const refused = await post(pieceRequest(), { query: `?dryRun=${mode}` })
    expect(await problemOf(refused)).toMatchObject({ slug: 'invalid-request', errors: [{ pointer: '/dryRun' }] })
    expect(await countRows()).toEqual(before)
  })
})

describe('refusing to issue', () => {
  test.each([
    ['an unknown product', { product: 'no-such-product' }, 'product-not-found', '/product'],
    ['a date in the future', { soldOn: '2999-01-01' }, 'invalid-request', '/soldOn'],
    ['a date that does not exist', { madeOn: '2026-02-30' }, 'invalid-request', '/madeOn'],
    ['a missing field', { madeOn: undefined }, 'invalid-request', '/madeOn'],
    ['a sale before the making', { madeOn: '2026-11-10', soldOn: '2026-11-01' }, 'invalid-request', '/soldOn'],
    ['a customer’s name', { customer: 'Ibu Sari' }, 'invalid-request', '/customer'],
    ['a word outside the vocabulary', { techniques: ['no-such-technique'] }, 'invalid-request', '/techniques/0'],
    [
      'a person’s name as the actor of a step',
      { process: [{ step: 'mola', actor: 'ibu-sari', date: '2026-10-01' }] },
      'invalid-request',
      '/process/0/actor',
    ],
  ])('%s is a problem that points at the field', async (_, changes, slug, pointer) => {
    const found = await problemOf(await post(pieceRequest(changes)))
    expect(found.slug).toBe(slug)
    expect(found.errors?.map((error) => error.pointer)).toContain(pointer)
  })

  test('a missing field is said to be missing, a name not to be kept', async () => {
    const found = await problemOf(await post(pieceRequest({ madeOn: undefined, customer: 'Ibu Sari' })))
    expect(found.errors).toEqual([
      { pointer: '/madeOn', detail: 'is missing' },
      { pointer: '/customer', detail: 'is not kept: the registry stores no personal data of customers' },
    ])
    expect(JSON.stringify(found)).not.toContain('Sari')
  })

  test('another name for a registered design is refused', async () => {
    const { credential } = await issue(worker)
    const { design } = credential.credentialSubject as { design: { id: string } }
    const changed = pieceRequest({ design: { ...design, name: 'Another name' } })
    expect(await problemOf(await post(changed))).toMatchObject({ slug: 'design-differs', status: 409 })
  })

  test('a looser design than its product’s edition is refused, and so is another maker’s product', async () => {
    const body = { role: 'maker', maker: 'bengkel-ikat-demo', label: 'ikat' }
    const created = await worker.ask('POST', '/api/tokens', { token: worker.admin, body })
    const { token } = (await created.json()) as { token: string }
    const design = { id: 'open-series', name: 'Open', exclusivity: 'open' }
    expect(await problemOf(await post(pieceRequest({ design })))).toMatchObject({
      slug: 'edition-not-allowed',
      errors: [{ pointer: '/design/exclusivity' }],
    })
    const request = pieceRequest({ product: 'tenun-ikat-atbm-cotton', design })
    expect((await post(request, { token })).status).toBe(201)
    expect(await problemOf(await post(request))).toMatchObject({ slug: 'other-maker', status: 403 })
  })

  test('a missing Idempotency-Key is a problem', async () => {
    const answered = await worker.ask('POST', '/api/certificates', { token: worker.maker, body: pieceRequest() })
    expect(await problemOf(answered)).toMatchObject({ slug: 'idempotency-key-missing', status: 400 })
  })
})

describe('bodies', () => {
  const send = (body: string, headers: Record<string, string> = {}) =>
    worker.ask('POST', '/api/certificates', {
      token: worker.maker,
      body,
      headers: { 'idempotency-key': newKey(), ...headers },
    })

  test('ten megabytes are refused with an answer that the sender still hears', async () => {
    expect(await problemOf(await send(`{"a":"${'x'.repeat(10_000_000)}"}`))).toMatchObject({
      slug: 'body-too-large',
      status: 413,
    })
  })

  test('a stream without a length is refused once it is too long', async () => {
    let chunks = 0
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => (chunks++ < 32 ? controller.enqueue(new Uint8Array(4096).fill(32)) : controller.close()),
    })
    const headers = {
      authorization: `Bearer ${worker.maker}`,
      'content-type': 'application/json',
      'idempotency-key': newKey(),
    }
    const init = { method: 'POST', headers, body, duplex: 'half' } as unknown as RequestInit
    expect(await problemOf(await fetch(`${worker.origin}/api/certificates`, init))).toMatchObject({
      slug: 'body-too-large',
    })
  })

  test.each(['{"kind":', '\uFEFF{}', '', '{"a":1}{"b":2}'])('%j is not JSON', async (body) => {
    expect(await problemOf(await send(body))).toMatchObject({ slug: 'malformed-json', status: 400 })
  })

  test('deep nesting is a field that does not fit', async () => {
    expect(await problemOf(await send(`${'['.repeat(7000)}${']'.repeat(7000)}`))).toMatchObject({
      slug: 'invalid-request',
    })
  })

  test('another media type is refused', async () => {
    expect(await problemOf(await send('{}', { 'content-type': 'text/plain' }))).toMatchObject({
      slug: 'unsupported-media-type',
    })
  })
})
