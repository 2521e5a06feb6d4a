/** An issue must cost no more in a long log than in a short one. */
import { join } from 'node:path'
import type { BuiltWorker } from '../support/built-worker.ts'
import { openFolder } from '../support/local.ts'
import { issueWith, openWorkerServices } from '../support/seed.ts'
import { issue } from '../support/worker.ts'
import { wrapD1 } from '../support/wrapped-d1.ts'
import { compare } from './measure.ts'
import { openRegistry } from './registry.ts'
import { report } from './report.ts'

const SHORT = 100
/** 391 full tiles more, so that the last tile is as wide in both. */
const LONG = SHORT + 391 * 256
const LIMIT = 1.2
const ROUNDS = 15
const REQUESTS = 40

export async function benchIssuing(): Promise<void> {
  const place = openFolder()
  const short = await openRegistry(join(place.folder, 'short'), { real: SHORT, entries: SHORT })
  const long = await openRegistry(join(place.folder, 'long'), { real: SHORT, entries: LONG })
  const [few, many] = [await countIssue(short), await countIssue(long)]
  for (const what of ['rows read', 'rows written', 'queries', 'round trips'] as const) {
    const ratio = many[what] / few[what]
    report({ what: `issue in a log of ${LONG}: ${what}`, ratio, limit: LIMIT, sides: `${many[what]} / ${few[what]}` })
  }
  const loads = [short, long].map((worker) => ({ name: '', pid: worker.workerd.pid ?? 0, ask: () => issue(worker) }))
  const { cost, ratio } = await compare(loads, { rounds: ROUNDS, requests: REQUESTS })
  report({
    what: `issue in a log of ${LONG}: CPU`,
    ratio: ratio[1] ?? Number.NaN,
    limit: LIMIT,
    sides: `${cost[1]} / ${cost[0]} µs`,
  })
  await Promise.all([short.close(), long.close()])
  place.close()
}

/** One issue as D1 counts it, through the Worker's own actions. */
async function countIssue(worker: BuiltWorker) {
  const count = { 'rows read': 0, 'rows written': 0, queries: 0, 'round trips': 0 }
  const after = (results: D1Result[]) => {
    count['round trips']++
    for (const { meta } of results) {
      count.queries++
      count['rows read'] += meta.rows_read
      count['rows written'] += meta.rows_written
    }
  }
  await issueWith(await openWorkerServices(worker, wrapD1(worker.database, { after })))
  return count
}
