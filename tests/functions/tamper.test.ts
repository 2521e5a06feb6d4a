import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBuiltWorker } from '../support/built-worker.ts'
import { issue, plain, type TestWorker, verify } from '../support/worker.ts'

let worker: TestWorker
beforeAll(async () => {
  worker = await openBuiltWorker()
  // Somebody with the database can drop its triggers, too.
  for (const name of ['certificate_is_signed', 'certificate_is_kept', 'event_is_kept', 'event_is_unchanged']) {
    await worker.database.prepare(`DROP TRIGGER ${name}`).run()
  }
})
afterAll(() => worker.close())

const run = (sql: string, ...values: unknown[]) =>
  worker.database
    .prepare(sql)
    .bind(...values)
    .run()
const readCredential = (code: string) =>
  worker.database.prepare('SELECT credential FROM certificate WHERE code = ?').bind(code).first<string>('credential')
const writeCredential = (code: string, text: string | null) =>
  run('UPDATE certificate SET credential = ? WHERE code = ?', text, code)

async function expectAltered(code: string) {
  const { status, report } = await verify(worker, code)
  expect([status, report.verdict]).toEqual([200, 'altered'])
  expect(report).not.toHaveProperty('certificate')
}

describe('a database that somebody wrote to', () => {
  test('any changed byte of the signed record makes the verdict altered and shows no claim', async () => {
    const code = plain((await issue(worker)).code)
    const stored = (await readCredential(code)) ?? ''
    // The core's tests flip every byte; here the whole Worker answers for a spread of them.
    for (let place = 3; place < stored.length; place += 97) {
      const flipped = stored.charAt(place) === 'x' ? 'y' : 'x'
      await writeCredential(code, stored.slice(0, place) + flipped + stored.slice(place + 1))
      await expectAltered(code)
    }
    await writeCredential(code, stored)
    expect((await verify(worker, code)).report.verdict).toBe('valid')
  })

  test('the page of an altered record shows none of it', async () => {
    const code = plain((await issue(worker)).code)
    const stored = (await readCredential(code)) ?? ''
    await writeCredential(code, stored.replace('a drip', 'a drop'))
    const answered = await worker.ask('GET', `/v/${code}`)
    const html = await answered.text()
    expect(html).toContain('Record does not match its signature')
    expect(html).not.toMatch(/Manggur|a drop|a drip|Probolinggo/)
    expect(worker.alerts()).toContainEqual(expect.objectContaining({ alert: 'record-altered', code }))
    expect((await worker.ask('GET', `/api/certificates/${code}`)).status).toBe(409)
  })

  test('two whole valid records in each other’s place are altered, both', async () => {
    const [first, second] = [plain((await issue(worker)).code), plain((await issue(worker)).code)]
    const [one, two] = [await readCredential(first), await readCredential(second)]
    await writeCredential(first, two)
    await writeCredential(second, one)
    await expectAltered(first)
    await expectAltered(second)
  })

  test.each([
    ['a revocation is hidden by deleting its event', `DELETE FROM event WHERE code = ? AND previous IS NOT NULL`],
    ['a revoked certificate is set live again', `UPDATE certificate SET status = 'valid' WHERE code = ?`],
    ['all events are deleted', `DELETE FROM event WHERE code = ?`],
    ['the issued event is deleted', `DELETE FROM event WHERE code = ? AND previous IS NULL`],
    ['a revocation loses its reason', `UPDATE event SET leaf = json_remove(leaf, '$.reason') WHERE code = ?`],
    [
      'an event names another body',
      `UPDATE event SET leaf = json_set(leaf, '$.body', 'x') WHERE code = ? AND previous IS NULL`,
    ],
    [
      'the issue is dated otherwise',
      `UPDATE event SET leaf = json_set(leaf, '$.ts', '2026-01-01T00:00:00Z') WHERE code = ?`,
    ],
    ['the chain of events is cut', `UPDATE event SET previous = 0 WHERE code = ? AND previous IS NOT NULL`],
    ['somebody else is said to have issued it', `UPDATE event SET actor = 'maker:other' WHERE code = ?`],
  ])('it is noticed when %s', async (_, sql) => {
    await issue(worker)
    const code = plain((await issue(worker)).code)
    await worker.ask('POST', `/api/certificates/${code}/revoke`, { token: worker.maker, body: { reason: 'returned' } })
    await run(sql, code)
    await expectAltered(code)
  })

  test('a live certificate that is set aside without an event is noticed', async () => {
    const code = plain((await issue(worker)).code)
    for (const status of ['superseded', 'suspended', 'reported', 'revoked']) {
      await run('UPDATE certificate SET status = ? WHERE code = ?', status, code)
      await expectAltered(code)
    }
  })
})

describe('a database that does not answer', () => {
  test('nothing is said of the piece: 503, neither genuine nor false', async () => {
    const code = plain((await issue(worker)).code)
    await run('ALTER TABLE certificate RENAME TO elsewhere')
    const { status, report } = await verify(worker, code)
    expect([status, report.verdict]).toEqual([503, 'unavailable'])
    const answered = await worker.ask('GET', `/v/${code}`)
    expect(answered.status).toBe(503)
    expect(await answered.text()).toContain('neither confirmed nor denied')
    const issuing = await worker.ask('GET', `/api/certificates/${code}`)
    expect([issuing.status, ((await issuing.json()) as { type: string }).type.split('/').at(-1)]).toEqual([
      503,
      'unavailable',
    ])
    await run('ALTER TABLE elsewhere RENAME TO certificate')
    expect((await verify(worker, code)).report.verdict).toBe('valid')
  })
})
