/** The machine dies while certificates are being issued: workerd is killed mid-batch, and the same files are opened again. */
import { randomInt } from 'node:crypto'
import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { utf8 } from '#core/bytes.ts'
import { importVerifier } from '#core/certificate/keys.ts'
import { type Checkpoint, openCheckpoint } from '#core/log/checkpoint.ts'
import { growTree } from '#core/log/growth.ts'
import { checkConsistency, hashLeaf, proveConsistency } from '#core/log/merkle.ts'
import { parseVerifierKey } from '#core/log/note.ts'
import { tileReader } from '#core/log/tile.ts'
import { type BuiltWorker, openBuiltWorker } from '../support/built-worker.ts'
import { checkLog } from '../support/check-log.ts'
import { openFolder } from '../support/local.ts'
import { newKey, pieceRequest, plain, textOf, verify } from '../support/worker.ts'

const rounds = process.env.ASLI_LONG ? 20 : 2
/** Makers at their desks at once, each with one request under way. */
const DESKS = 24
/** The kill comes at a random moment within so many milliseconds of the round's first answer. */
const WINDOW = 1500
/** It comes at once when so many were asked for: a fast machine would otherwise make more than is checked in time. */
const MOST_A_ROUND = 400
/** Every so many answers, the certificate is withdrawn at once. */
const REVOKED = 7

interface Answer {
  code: string
  url: string
  credential: unknown
  qr: string
  proof: string
}

/** What the makers wrote down: each request before it was sent, each answer when it came. */
const asked = new Map<string, Record<string, unknown>>()
const answers = new Map<string, Answer>()
const withdrawals = { asked: new Set<string>(), answered: new Set<string>() }

const place = openFolder()
let worker: BuiltWorker | undefined
afterAll(async () => {
  await worker?.close()
  place.close()
})

const send = (registry: BuiltWorker, key: string) =>
  registry.ask('POST', '/api/certificates', {
    token: registry.maker,
    body: asked.get(key),
    headers: { 'idempotency-key': key },
  })

const withdraw = (registry: BuiltWorker, code: string) =>
  registry.ask('POST', `/api/certificates/${plain(code)}/revoke`, {
    token: registry.maker,
    body: { reason: 'returned' },
  })

/** Issues until the registry is gone. */
async function work(registry: BuiltWorker): Promise<never> {
  for (;;) {
    const key = newKey()
    asked.set(key, pieceRequest())
    const answer = JSON.parse(await textOf(registry, await send(registry, key), 201)) as Answer
    answers.set(key, answer)
    if (answers.size % REVOKED > 0) continue
    withdrawals.asked.add(answer.code)
    await textOf(registry, await withdraw(registry, answer.code), 200)
    withdrawals.answered.add(answer.code)
  }
}

/** Kills the registry while every desk waits for an answer; gives the requests that got none. */
async function killWhileIssuing(registry: BuiltWorker): Promise<string[]> {
  const before = { asked: asked.size, answers: answers.size }
  let isKilled = false
  const desks = Array.from({ length: DESKS }, () =>
    work(registry).catch((error: unknown) => {
      // A connection that broke is what was meant to happen; one that broke before, and a wrong answer, are not.
      if (!isKilled || !(error instanceof TypeError)) throw error
    }),
  )
  const moment = async () => {
    while (answers.size === before.answers) await sleep(1)
    const due = Date.now() + randomInt(WINDOW)
    while (Date.now() < due && asked.size - before.asked < MOST_A_ROUND) await sleep(1)
  }
  await Promise.race([moment(), ...desks])
  isKilled = true
  await registry.kill()
  await Promise.all(desks)
  return [...asked.keys()].filter((key) => !answers.has(key))
}

async function readCheckpoints(registry: BuiltWorker, notes: string[]): Promise<Checkpoint[]> {
  const key = parseVerifierKey((await (await registry.ask('GET', '/log/vkey')).text()).trim())
  if (!key) throw new Error('the log shows no key')
  const log = { ...key, verifier: await importVerifier(key.publicKey) }
  const opened = await Promise.all(notes.map((note) => openCheckpoint(note, log)))
  return opened.map((checkpoint) => {
    if (!checkpoint.ok) throw new Error(checkpoint.error)
    return checkpoint.value
  })
}

/** Every checkpoint that an answer carried is a prefix of the log as it is now. */
async function expectOneLog(registry: BuiltWorker): Promise<void> {
  const now = await (await registry.ask('GET', '/log/checkpoint')).text()
  const notes = [...answers.values()].map(({ proof }) => proof.slice(proof.indexOf('\n\n') + 2))
  const [last, ...earlier] = await readCheckpoints(registry, [now, ...notes])
  if (!last) throw new Error('the log has no checkpoint')
  const { results } = await registry.database.prepare('SELECT leaf FROM event ORDER BY idx').all<{ leaf: string }>()
  const { tiles } = growTree(
    0,
    [],
    results.map(({ leaf }) => hashLeaf(utf8(leaf))),
  )
  const reader = tileReader(last.size, () => tiles)
  for (const [at, { size, root }] of earlier.entries()) {
    // As in checkLog: a connection that the registry closes meanwhile is to be heard of before it is used again.
    if (at % 256 === 0) await setImmediate()
    const proof = await proveConsistency(size, last.size, reader)
    expect(checkConsistency(size, last.size, proof, root, last.root)).toBe(true)
  }
  expect(await checkLog(registry.database)).toEqual([])
}

/** The answer to this key, the same one however often it is asked for, but for the proof, which grows with the log. */
async function retry(registry: BuiltWorker, key: string): Promise<Omit<Answer, 'proof'>> {
  const { proof, ...answer } = JSON.parse(await textOf(registry, await send(registry, key), 201)) as Answer
  answers.set(key, answers.get(key) ?? { ...answer, proof })
  return answer
}

async function expectNothingLost(registry: BuiltWorker, known: [string, Answer][]): Promise<void> {
  for (const [key, { proof: _, ...first }] of known) {
    expect(await retry(registry, key)).toEqual(first)
    const { report } = await verify(registry, first.code)
    const withdrawn = withdrawals.answered.has(first.code) ? ['revoked'] : ['valid']
    // A withdrawal that was not answered has happened, or has not.
    expect(withdrawals.asked.has(first.code) ? ['revoked', ...withdrawn] : withdrawn).toContain(report.verdict)
  }
}

/** Codes by key, straight from the database: one certificate a key, with one issue in the log. */
async function countRows(registry: BuiltWorker) {
  return registry.database
    .prepare(
      `SELECT (SELECT COUNT(*) FROM certificate) AS certificates, (SELECT COUNT(DISTINCT idempotency_key) FROM certificate)
       AS keys, (SELECT COUNT(*) FROM event WHERE previous IS NULL AND code <> '') AS issues`,
    )
    .first<{ certificates: number; keys: number; issues: number }>()
}

describe('a registry that is killed while it issues', () => {
  test('has lost nothing that it answered, doubled nothing, and gives each key its one answer', async () => {
    let unanswered = 0
    let kept = 0
    worker = await openBuiltWorker({ persist: place.folder })
    for (let round = 0; round < rounds; round++) {
      const { origin, secrets } = worker
      const known = answers.size
      const open = await killWhileIssuing(worker)
      unanswered += open.length
      worker = await openBuiltWorker({ persist: place.folder, origin, secrets })

      const { certificates = 0 } = (await countRows(worker)) ?? {}
      // What was written and not answered: the kill came between the two.
      kept += certificates - answers.size
      expect(certificates).toBeGreaterThanOrEqual(answers.size)
      await expectNothingLost(worker, [...answers].slice(known))
      for (const key of open) expect(await retry(worker, key)).toEqual(await retry(worker, key))
      const all = asked.size
      expect(await countRows(worker)).toEqual({ certificates: all, keys: all, issues: all })
      await expectOneLog(worker)
    }
    await expectNothingLost(worker, [...answers])
    // Each kill left desks waiting; of so many, some fell between the commit and its answer.
    expect(unanswered).toBeGreaterThanOrEqual(rounds)
    if (!process.env.ASLI_LONG) return
    expect(kept).toBeGreaterThan(0)
    console.log(`${asked.size} certificates, ${rounds} kills, ${unanswered} unanswered, ${kept} of them written`)
  }, 600_000)
})
