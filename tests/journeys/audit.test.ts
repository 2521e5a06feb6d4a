/** `asli audit` against a registry that is honest, and against one whose database somebody wrote to. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFolder, runAsliAsync } from '../support/local.ts'
import { issue, plain, startWorker, type TestWorker } from '../support/worker.ts'

const place = openFolder()
const state = join(place.folder, 'audit.json')
let worker: TestWorker
beforeAll(async () => {
  worker = await startWorker()
  const count = process.env.ASLI_LONG ? 600 : 20
  for (let i = 0; i < count; i++) {
    const { code } = await issue(worker)
    if (i % 5 === 0) await revoke(code)
  }
  // Somebody with the database can drop its triggers, too.
  const { results } = await worker.database
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`)
    .all<{ name: string }>()
  for (const { name } of results) await run(`DROP TRIGGER ${name}`)
}, 120_000)
afterAll(async () => {
  await worker.close()
  place.close()
})

const revoke = (code: string) =>
  worker.ask('POST', `/api/certificates/${plain(code)}/revoke`, { token: worker.maker, body: { reason: 'returned' } })
const run = (sql: string, ...values: unknown[]) =>
  worker.database
    .prepare(sql)
    .bind(...values)
    .run()
const audit = (...args: string[]) => runAsliAsync(place.env, 'audit', worker.origin, ...args)

/** Does harm, audits, and undoes the harm. */
async function auditAfter(harm: string, mend: string): Promise<{ status: number | null; stderr: string }> {
  await run(harm)
  const audited = await audit('--state', state)
  await run(mend)
  return audited
}

describe('asli audit', () => {
  test('passes on an honest log and remembers it', async () => {
    const { status, stdout, stderr } = await audit('--state', state)
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/The log of .* is whole: \d+ entries, \d+ certificates\./)
    expect((await audit('--state', state)).status).toBe(0)
  })

  test.each([
    [
      'a flipped bit in a tile',
      `UPDATE log_tile SET hashes = replace(hashes, substr(hashes, 9, 1), CASE substr(hashes, 9, 1) WHEN 'A' THEN 'B' ELSE 'A' END)`,
      null,
      /tile\/0\/000.* is not made of the entries under it/,
    ],
    [
      'an act that somebody else is said to have done',
      `UPDATE event SET actor = 'x' || actor WHERE idx = 1`,
      `UPDATE event SET actor = substr(actor, 2) WHERE idx = 1`,
      /is revoked in the log, and the registry says altered/,
    ],
    [
      'a revoked certificate that was set live again',
      `UPDATE certificate SET live = 1 WHERE code = (SELECT code FROM event WHERE idx = 1)`,
      `UPDATE certificate SET live = 0 WHERE code = (SELECT code FROM event WHERE idx = 1)`,
      /is revoked in the log, and the registry says altered/,
    ],
    [
      'an entry that was changed',
      `UPDATE event SET leaf = replace(leaf, 'returned', 'replaced') WHERE idx = 1`,
      `UPDATE event SET leaf = replace(leaf, 'replaced', 'returned') WHERE idx = 1`,
      /The entries do not give the root that the checkpoint signs/,
    ],
    [
      'a body that changed',
      `UPDATE certificate SET credential = replace(credential, 'a drip', 'a drop')`,
      `UPDATE certificate SET credential = replace(credential, 'a drop', 'a drip')`,
      /has another body now than the one logged at entry \d+/,
    ],
  ])('fails on %s, with the sentence that says so', async (_, harm, mend, sentence) => {
    const before = mend === null ? (await worker.database.prepare('SELECT * FROM log_tile').all()).results : []
    const { status, stderr } = await auditAfter(harm, mend ?? 'SELECT 1')
    for (const { level, idx, hashes } of before) {
      await run('UPDATE log_tile SET hashes = ? WHERE level = ? AND idx = ?', hashes, level, idx)
    }
    expect([status, stderr]).toEqual([1, expect.stringMatching(sentence)])
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect((await audit('--state', state)).status).toBe(0)
  })

  test('fails on a log that was rewritten since the last audit, or cut', async () => {
    const saved = readFileSync(state, 'utf8')
    const { size, root, vkey } = JSON.parse(saved) as { size: number; root: string; vkey: string }
    const other = root.startsWith('A') ? `B${root.slice(1)}` : `A${root.slice(1)}`
    writeFileSync(state, JSON.stringify({ vkey, size, root: other }))
    expect((await audit('--state', state)).stderr).toContain(`The log was rewritten: its first ${size} entries`)
    writeFileSync(state, JSON.stringify({ vkey, size: size + 5, root }))
    expect((await audit('--state', state)).stderr).toContain('The log was cut')
    writeFileSync(state, JSON.stringify({ vkey: vkey.replace(/.$/, vkey.endsWith('A') ? 'B' : 'A'), size, root }))
    expect((await audit('--state', state)).stderr).toContain('The log’s key is another')
    writeFileSync(state, '{')
    expect((await audit('--state', state)).stderr).toContain('is not the state of an earlier audit')
    writeFileSync(state, saved)
  })

  test('fails where the registry does not answer, and calls nothing false', async () => {
    const { status, stderr } = await runAsliAsync(place.env, 'audit', 'http://127.0.0.1:9')
    expect([status, stderr]).toEqual([1, expect.stringContaining('is not called false')])
  })
})
