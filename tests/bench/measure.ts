/** What a request costs: CPU of the runtime's process, as the kernel counts it, in rounds that take turns. */
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

export interface Load {
  name: string
  /** The process that does the work. */
  pid: number
  /** The `i`-th request; rejects on any answer but the expected one. */
  ask(i: number): Promise<unknown>
}

export interface Compared {
  /** CPU of a request in microseconds, median of the rounds, load by load. */
  cost: number[]
  /** Each load's cost over the first one's, median of the rounds: what disturbs the machine disturbs both. */
  ratio: number[]
}

/** Requests under way at once: enough to keep one core busy. */
const PARALLEL = 4

/** Runs `requests` of each load in turn, `rounds` times over, after one round that is not counted. */
export async function compare(loads: Load[], options: { rounds: number; requests: number }): Promise<Compared> {
  const costs: number[][] = loads.map(() => [])
  for (let round = 0; round <= options.rounds; round++) {
    for (const [at, load] of loads.entries()) {
      const cost = await measure(load, round * options.requests, options.requests)
      if (round > 0) costs[at]?.push(cost)
    }
  }
  const [first = []] = costs
  return {
    cost: costs.map((of) => Math.round(median(of))),
    ratio: costs.map((of) => median(of.map((cost, round) => cost / (first[round] ?? Number.NaN)))),
  }
}

async function measure({ pid, ask }: Load, from: number, count: number): Promise<number> {
  if (pid === process.pid) collectGarbage()
  const before = readCpu(pid)
  let next = from
  const work = async () => {
    while (next < from + count) await ask(next++)
  }
  await Promise.all(Array.from({ length: PARALLEL }, work))
  return ((readCpu(pid) - before) * 1000) / count
}

/** What one load leaves behind would else be collected at the next one's cost, where both run in this process. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
}

/** User and system time of all the process's threads, in milliseconds; Linux counts it in ticks of ten. */
export function readCpu(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Connections are kept, and nothing is compressed: on Cloudflare that is not the Worker's work. */
const agent = new Agent({ keepAlive: true })

export function get(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent }, (response) => {
      response.resume()
      response.once('end', () => {
        if (response.statusCode === 200) resolve()
        else reject(new Error(`${url} answered ${response.statusCode}`))
      })
    })
    asked.once('error', reject)
    asked.end()
  })
}
