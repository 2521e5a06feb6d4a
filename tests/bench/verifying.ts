/** A verdict must cost little more than the one read of the database that it cannot do without. */
import { readFileSync } from 'node:fs'
import { openFolder } from '../support/local.ts'
import { compare, get } from './measure.ts'
import { openRegistry } from './registry.ts'
import { report } from './report.ts'

const CERTIFICATES = 200
const ENTRIES = 20_000
const ROUNDS = 21
const REQUESTS = 200

export async function benchVerifying(): Promise<void> {
  const place = openFolder()
  const wrapper = readFileSync(new URL('wrapper.mjs', import.meta.url), 'utf8')
  const worker = await openRegistry(place.folder, { real: CERTIFICATES, entries: ENTRIES, wrapper })
  const { results } = await worker.database
    .prepare(`SELECT code FROM event WHERE code <> '' ORDER BY idx LIMIT ?`)
    .bind(CERTIFICATES)
    .all<{ code: string }>()
  const load = (path: string) => ({
    name: path,
    pid: worker.workerd.pid ?? 0,
    ask: (i: number) => get(`${worker.origin}${path}${results[i % results.length]?.code}`),
  })
  const loads = ['/api/bench/lookup?code=', '/api/verify/', '/v/'].map(load)
  const { cost, ratio } = await compare(loads, { rounds: ROUNDS, requests: REQUESTS })
  for (const [at, what, limit] of [
    [1, 'GET /api/verify/CODE over a bare look-up: CPU', 1.15],
    [2, 'GET /v/CODE over a bare look-up: CPU', 1.5],
  ] as const) {
    report({ what, ratio: ratio[at] ?? Number.NaN, limit, sides: `${cost[at]} / ${cost[0]} µs` })
  }
  await worker.close()
  place.close()
}
