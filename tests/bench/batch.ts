/** A batch against its rows inserted raw: what checking, signing and answering add to the writing itself. */
import { readFileSync } from 'node:fs'
import { openFolder } from '../support/local.ts'
import { newKey, pieceRequest } from '../support/worker.ts'
import { median, readCpu } from './measure.ts'
import { openRegistry } from './registry.ts'
import { report } from './report.ts'

const ROWS = 1000
/** What one request takes. */
const PART = 500
const ROUNDS = 7
/** The batch runs at this part of the raw speed, or more. */
const LEAST_SPEED = 0.4

export async function benchBatch(): Promise<void> {
  const place = openFolder()
  const wrapper = readFileSync(new URL('wrapper.mjs', import.meta.url), 'utf8')
  const worker = await openRegistry(place.folder, { real: 100, entries: 10_000, wrapper })
  const pid = worker.workerd.pid ?? 0
  const costs: { wall: number; cpu: number }[][] = [[], []]
  for (let round = 0; round <= ROUNDS; round++) {
    const bodies = Array.from({ length: ROWS / PART }, () =>
      JSON.stringify({
        rows: Array.from({ length: PART }, () => ({ idempotencyKey: newKey(), certificate: pieceRequest() })),
      }),
    )
    const from = Number(await worker.database.prepare('SELECT MAX(idx) AS last FROM event').first('last')) + 1
    const batch = await time(pid, async () => {
      for (const body of bodies) await send(worker.origin, '/api/certificates/batch', body, worker.maker)
    })
    // The very rows that the batch wrote, into tables of the same shape and with the same indexes and triggers.
    await send(worker.origin, `/api/bench/copy?from=${from}`, '', worker.maker)
    const raw = await time(pid, () => send(worker.origin, `/api/bench/insert?part=${PART}`, '', worker.maker))
    if (round === 0) continue
    costs[0]?.push(raw)
    costs[1]?.push(batch)
  }
  const middle = (side: number, what: 'wall' | 'cpu') => median((costs[side] ?? []).map((cost) => cost[what]))
  for (const what of ['wall', 'cpu'] as const) {
    const [raw, batch] = [middle(0, what), middle(1, what)]
    report({
      what: `${ROWS} rows raw over a batch of them: ${what === 'cpu' ? 'CPU' : 'time'}`,
      ratio: raw / batch,
      limit: LEAST_SPEED,
      atLeast: true,
      sides: `${Math.round(raw)} / ${Math.round(batch)} ms`,
    })
  }
  await worker.close()
  place.close()
}

async function time(pid: number, work: () => Promise<unknown>): Promise<{ wall: number; cpu: number }> {
  const before = { wall: performance.now(), cpu: readCpu(pid) }
  await work()
  return { wall: performance.now() - before.wall, cpu: readCpu(pid) - before.cpu }
}

async function send(origin: string, path: string, body: string, token: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const answered = await fetch(`${origin}${path}`, { method: 'POST', headers, body })
  const text = await answered.text()
  if (!answered.ok) throw new Error(`${path} answered ${answered.status}: ${text.slice(0, 200)}`)
}
