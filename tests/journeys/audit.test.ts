/** `asli audit` against a registry that is honest, and against one whose database somebody wrote to. */
import { randomInt } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LIST_LENGTH } from '#core/certificate/status-list.ts'
import { decodeBase64, encodeBase64 } from '#core/log/base64.ts'
import { formatTilePath } from '#core/log/tile.ts'
import { type Audited, dropGuards, ENTRIES, openAudited } from '../support/audited.ts'
import { openFolder, runAsliAsync } from '../support/local.ts'

let registry: Audited
/** The entry of some withdrawal: what is done to its certificate must be found, wherever it stands. */
let revocation: number
beforeAll(async () => {
  registry = await openAudited()
  await dropGuards(registry)
  const revocations = await registry.run('SELECT idx FROM event WHERE previous IS NOT NULL')
  revocation = Number(revocations[randomInt(revocations.length)]?.idx)
}, 300_000)
afterAll(() => registry.close())

/** One sentence, and the exit code that says that something is wrong. */
async function expectRefusal(sentence: RegExp, ...args: string[]): Promise<void> {
  const { status, stderr } = await registry.audit(...args)
  expect([status, stderr]).toEqual([1, expect.stringMatching(sentence)])
  expect(stderr.trim().split('\n')).toHaveLength(1)
}

function flipBit(hashes: string): string {
  const bytes = decodeBase64(hashes)
  if (!bytes) throw new Error('bad tile: it is not base64')
  const at = randomInt(bytes.length)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << randomInt(8))
  return encodeBase64(bytes)
}

/** A place in the first status list that is no certificate's: of 9,000 certificates, any place is one's once in fifteen. */
async function findFreeSlot(): Promise<number> {
  const taken = new Set((await registry.run('SELECT slot FROM certificate')).map(({ slot }) => Number(slot)))
  return Array.from({ length: LIST_LENGTH }, (_, slot) => slot).findLast((slot) => !taken.has(slot)) ?? -1
}

const OF_ENTRY = 'code = (SELECT code FROM event WHERE idx = ?1)'

describe('asli audit', () => {
  test('passes on an honest log and remembers it', async () => {
    const { status, stdout, stderr } = await registry.audit('--state', registry.state)
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(new RegExp(`The log of .* is whole: ${ENTRIES} entries, \\d+ certificates\\.`))
    expect(JSON.parse(readFileSync(registry.state, 'utf8'))).toMatchObject({ size: ENTRIES })
  }, 600_000)

  test('fails on one flipped bit in any tile, and names the tile', async () => {
    const tiles = await registry.run('SELECT level, idx, width, hashes FROM log_tile')
    expect(tiles).toHaveLength(Math.ceil(ENTRIES / 256) + 1)
    for (const { level, idx, width, hashes } of tiles) {
      const write = 'UPDATE log_tile SET hashes = ? WHERE level = ? AND idx = ?'
      await registry.run(write, flipBit(String(hashes)), level, idx)
      const path = formatTilePath({ level: Number(level), index: Number(idx), width: Number(width) })
      await expectRefusal(new RegExp(`${path} is not made of the entries under it\\.`))
      await registry.run(write, hashes, level, idx)
    }
  }, 600_000)

  test.each([
    [
      'an act that somebody else is said to have done',
      [`UPDATE event SET actor = 'x' || actor WHERE idx = ?1`],
      [`UPDATE event SET actor = substr(actor, 2) WHERE idx = ?1`],
      /is revoked in the log, and the registry says altered/,
    ],
    [
      'a revoked certificate that was set live again',
      [`UPDATE certificate SET status = 'valid' WHERE ${OF_ENTRY}`],
      [`UPDATE certificate SET status = 'revoked' WHERE ${OF_ENTRY}`],
      /is revoked in the log, and the registry says altered/,
    ],
    [
      'a revoked certificate whose state says valid, its withdrawal being hidden from it',
      [
        `UPDATE certificate SET status = 'valid' WHERE ${OF_ENTRY}`,
        `UPDATE event SET cid = 'x' || cid, code = 'x' || code WHERE idx = ?1`,
      ],
      [
        `UPDATE event SET cid = substr(cid, 2), code = substr(code, 2) WHERE idx = ?1`,
        `UPDATE certificate SET status = 'revoked' WHERE ${OF_ENTRY}`,
      ],
      /is revoked in the log, and the registry says valid/,
    ],
    [
      'a status list that does not show a withdrawal',
      [`UPDATE certificate SET slot = slot + 100000000 WHERE ${OF_ENTRY}`],
      [`UPDATE certificate SET slot = slot - 100000000 WHERE ${OF_ENTRY}`],
      /\/status\/revocation\/0 does not show what the log says of certificate \S+\.\s*$/,
    ],
    [
      'an entry that was changed',
      [`UPDATE event SET leaf = replace(leaf, 'returned', 'replaced') WHERE idx = ?1`],
      [`UPDATE event SET leaf = replace(leaf, 'replaced', 'returned') WHERE idx = ?1`],
      /The entries do not give the root that the checkpoint signs/,
    ],
    [
      'a body that changed',
      [`UPDATE certificate SET credential = replace(credential, 'a drip', 'a drop') WHERE ${OF_ENTRY}`],
      [`UPDATE certificate SET credential = replace(credential, 'a drop', 'a drip') WHERE ${OF_ENTRY}`],
      /has another body now than the one logged at entry \d+/,
    ],
    [
      'a certificate that is gone',
      [`UPDATE certificate SET code = 'x' || substr(code, 2) WHERE cid = (SELECT cid FROM event WHERE idx = ?1)`],
      [`UPDATE certificate SET code = event.code FROM event WHERE event.idx = ?1 AND certificate.cid = event.cid`],
      /Certificate \S+ of entry \d+ is gone from the registry/,
    ],
  ])(
    'fails on %s, with the sentence that says so',
    async (_, harm, mend, sentence) => {
      for (const sql of harm) await registry.run(sql, revocation)
      await expectRefusal(sentence, '--state', registry.state)
      for (const sql of mend) await registry.run(sql, revocation)
    },
    300_000,
  )

  test('fails on a status list that shows a withdrawal which never was, and names the bit', async () => {
    const stray = await findFreeSlot()
    await registry.run(
      `INSERT INTO certificate (code, kind, maker, subject, number, credential, issued_at, request_hash, cid, slot, status)
       SELECT 'STRAY0000000', kind, maker, subject, number, credential, issued_at, request_hash, 'stray', ?2, 'revoked'
       FROM certificate WHERE ${OF_ENTRY}`,
      revocation,
      stray,
    )
    const sentence = new RegExp(`/status/revocation/0 sets bit ${stray}, for which the log has no reason\\.\\s*$`)
    await expectRefusal(sentence, '--state', registry.state)
    await registry.run(`DELETE FROM certificate WHERE cid = 'stray'`)
  }, 300_000)

  test('passes again once all of that is undone', async () => {
    expect(await registry.audit('--state', registry.state)).toMatchObject({ status: 0, stderr: '' })
  }, 600_000)

  test('fails where what an earlier audit saw is not what there is now', async () => {
    const { state } = registry
    const saved = readFileSync(state, 'utf8')
    const { size, root, vkey } = JSON.parse(saved) as { size: number; root: string; vkey: string }
    const other = root.startsWith('A') ? `B${root.slice(1)}` : `A${root.slice(1)}`
    writeFileSync(state, JSON.stringify({ vkey, size, root: other }))
    await expectRefusal(new RegExp(`The log was rewritten: its first ${size} entries`), '--state', state)
    writeFileSync(state, JSON.stringify({ vkey, size: size + 5, root }))
    await expectRefusal(/The log was cut/, '--state', state)
    writeFileSync(state, JSON.stringify({ vkey: vkey.replace(/.$/, vkey.endsWith('A') ? 'B' : 'A'), size, root }))
    await expectRefusal(/The log’s key is another/, '--state', state)
    writeFileSync(state, '{')
    await expectRefusal(/is not the state of an earlier audit/, '--state', state)
    writeFileSync(state, saved)
  }, 120_000)

  test('fails where the registry does not answer, and calls nothing false', async () => {
    const { env, close } = openFolder()
    const { status, stderr } = await runAsliAsync(env, 'audit', 'http://127.0.0.1:9')
    close()
    expect([status, stderr]).toEqual([1, expect.stringContaining('is not called false')])
  })
})
