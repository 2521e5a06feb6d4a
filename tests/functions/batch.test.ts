import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBuiltWorker } from '../support/built-worker.ts'
import { checkLog } from '../support/check-log.ts'
import { newKey, pieceRequest, plain, type TestWorker, textOf, verify } from '../support/worker.ts'

let worker: TestWorker
beforeAll(async () => {
  worker = await openBuiltWorker()
})
afterAll(() => worker.close())

const row = (changes: Record<string, unknown> = {}) => ({
  idempotencyKey: newKey(),
  certificate: pieceRequest(changes),
})
const rowsOf = (count: number) => Array.from({ length: count }, () => row())
const post = (body: unknown, query = '', token = worker.maker) =>
  worker.ask('POST', `/api/certificates/batch${query}`, { token, body })
const countCertificates = () => worker.database.prepare('SELECT COUNT(*) AS n FROM certificate').first<number>('n')

interface Problem {
  type: string
  detail: string
  errors?: { pointer: string; detail: string }[]
}
const readCodes = async (answered: Response) =>
  (JSON.parse(await textOf(worker, answered, 201)) as { certificates: { code: string }[] }).certificates.map(
    ({ code }) => code,
  )

describe('a batch', () => {
  test('is issued whole, in the order of its rows, each valid and in the log', async () => {
    const rows = rowsOf(40)
    const codes = await readCodes(await post({ rows }))
    expect(new Set(codes).size).toBe(40)
    const { report } = await verify(worker, codes[17] ?? '')
    expect(report).toMatchObject({
      verdict: 'valid',
      certificate: { subject: { design: rows[17]?.certificate.design } },
    })
    expect((await worker.ask('GET', `/api/certificates/${plain(codes[39] ?? '')}/proof`)).status).toBe(200)
    expect(await checkLog(worker.database)).toEqual([])
  })

  test('sent again gives the first answer, and with more rows certifies those alone', async () => {
    const rows = rowsOf(5)
    const first = await readCodes(await post({ rows }))
    const before = await countCertificates()
    expect(await readCodes(await post({ rows }))).toEqual(first)
    expect(await countCertificates()).toBe(before)
    expect((await readCodes(await post({ rows: [...rows, row()] }))).slice(0, 5)).toEqual(first)
    expect(await countCertificates()).toBe((before ?? 0) + 1)
  })

  test('sent ten times at once is issued once', async () => {
    const rows = rowsOf(20)
    const before = await countCertificates()
    const answers = await Promise.all(Array.from({ length: 10 }, () => post({ rows })))
    const codes = await Promise.all(answers.map(readCodes))
    expect([...new Set(codes.map((each) => each.join()))]).toEqual([codes[0]?.join()])
    expect(await countCertificates()).toBe((before ?? 0) + 20)
    expect(await checkLog(worker.database)).toEqual([])
  })

  test('with bad rows issues nothing and names every one of them, whatever is wrong with it', async () => {
    const rows = rowsOf(12)
    const taken = row()
    await post({ rows: [taken] })
    rows[2] = row({ madeOn: '2026-02-30' })
    rows[5] = row({ product: 'no-such-product' })
    rows[7] = row({ design: rows[1]?.certificate.design })
    rows[9] = { ...row(), idempotencyKey: rows[0]?.idempotencyKey ?? '' }
    rows[11] = row({ design: taken.certificate.design })
    const before = await countCertificates()
    for (const query of ['', '?dryRun=1']) {
      const answered = await post({ rows }, query)
      const problem = (await answered.json()) as Problem
      expect([answered.status, problem.type]).toEqual([422, `${worker.origin}/problems/batch-refused`])
      expect(problem.detail).toBe('5 rows do not pass, so nothing was issued.')
      expect(problem.errors?.map(({ pointer }) => pointer)).toEqual([
        '/rows/2/certificate/madeOn',
        '/rows/5/certificate/product',
        '/rows/7/certificate/design/id',
        '/rows/9/idempotencyKey',
        '/rows/11/certificate/design/id',
      ])
      expect(problem.errors?.[2]?.detail).toBe('is an exclusive design in row 2, too')
    }
    expect(await countCertificates()).toBe(before)
  })

  test('numbers a limited design on from row to row', async () => {
    const body = { role: 'maker', maker: 'bengkel-ikat-demo', label: 'ikat' }
    const { token } = (await (await worker.ask('POST', '/api/tokens', { token: worker.admin, body })).json()) as {
      token: string
    }
    const design = { id: 'numbered', name: 'Numbered', exclusivity: 'limited', size: 5 }
    const limited = (edition?: { number: number }) =>
      row({ product: 'tenun-ikat-atbm-cotton', design, ...(edition ? { edition } : {}) })
    const codes = await readCodes(await post({ rows: [limited(), limited({ number: 2 }), limited()] }, '', token))
    const numbers = await Promise.all(
      codes.map(async (code) => {
        const { certificate } = (await verify(worker, code)).report as unknown as {
          certificate: { subject: { edition: { number: number } } }
        }
        return certificate.subject.edition.number
      }),
    )
    expect(numbers).toEqual([1, 2, 3])
    const tooMany = (await (await post({ rows: [limited(), limited(), limited()] }, '', token)).json()) as Problem
    expect(tooMany.errors).toEqual([{ pointer: '/rows/2/certificate/design/size', detail: 'has no number left' }])
  })

  test.each<[string, unknown, string]>([
    ['no rows', { rows: [] }, '/rows'],
    ['more than 500 rows', { rows: Array.from({ length: 501 }, () => ({})) }, '/rows'],
    ['no list', { rows: {} }, '/rows'],
    ['another field', { rows: [{}], note: 'x' }, '/note'],
    ['a row that is no object', { rows: [5] }, '/rows/0'],
  ])('of %s is refused', async (_, body, pointer) => {
    const answered = await post(body)
    const { errors } = (await answered.json()) as Problem
    expect([answered.status, errors?.map((error) => error.pointer)]).toEqual([422, expect.arrayContaining([pointer])])
  })

  test('of a curator, or of three megabytes, is refused', async () => {
    const refused = (await (await post({ rows: rowsOf(2) }, '', worker.curator)).json()) as Problem
    expect(refused.type).toMatch(/role-not-allowed$/)
    const large = await post(`{"rows":["${'x'.repeat(3_000_000)}"]}`)
    expect([large.status, ((await large.json()) as Problem).detail]).toEqual([
      413,
      'The body has more than 2097152 bytes.',
    ])
  })
})
