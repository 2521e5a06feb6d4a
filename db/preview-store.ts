/** What stands in the way of certificates that are wanted, in one round trip, however many they are. */
import type { Code } from '#core/certificate/code.ts'
import type { DesignRecord, Preview, Wanted } from '../functions/actions/store.ts'
import { queryRows } from './rows.ts'

interface Found {
  keys: Map<number, Extract<Preview, { kind: 'key-used' }>>
  designs: Map<number, DesignRecord>
  live: Map<number, Code>
  /** The log's, at its last head. */
  logSize: number
  /** The highest live number of the design, for rows that ask for the next. */
  last: Map<number, number>
}

export async function previewCertificates(
  d1: D1Database,
  wanted: Wanted[],
): Promise<{ previews: Preview[]; logSize: number }> {
  const found = await look(d1, wanted)
  const claimed = new Set(wanted.map(({ place }) => placeName(place, place.number)))
  const previews: Preview[] = []
  for (const [row, each] of wanted.entries()) previews.push(await previewRow(d1, { ...each, row }, found, claimed))
  return { previews, logSize: found.logSize }
}

async function previewRow(
  d1: D1Database,
  { row, place, design, skip = 0 }: Wanted & { row: number },
  found: Found,
  claimed: Set<string>,
): Promise<Preview> {
  const earlier = found.keys.get(row)
  if (earlier) return earlier
  const registered = found.designs.get(row)
  if (design && registered && !isSameDesign(design, registered)) return { kind: 'design-differs', registered }
  const live = found.live.get(row)
  if (live) return { kind: 'place-taken', live }
  const free = (number: number) => ({ kind: 'free' as const, number, registered: registered !== undefined })
  if (place.number !== null) return free(place.number)

  const size = design?.size ?? 0
  const isFree = (number: number) => !claimed.has(placeName(place, number))
  const past = (found.last.get(row) ?? 0) + 1
  const numbers = range(past, size).filter(isFree)
  const left = numbers.length > 0 ? numbers : (await findGaps(d1, place, size)).filter(isFree)
  const number = left[skip % left.length]
  if (number === undefined) return { kind: 'edition-exhausted' }
  claimed.add(placeName(place, number))
  return free(number)
}

function placeName({ kind, maker, subject }: Wanted['place'], number: number | null): string {
  return `${kind} ${maker}/${subject}#${number}`
}

function isSameDesign(a: DesignRecord, b: DesignRecord): boolean {
  return a.product === b.product && a.name === b.name && a.exclusivity === b.exclusivity && a.size === b.size
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
}

/** Numbers that were freed: looked for only once the highest is live. */
async function findGaps(d1: D1Database, { kind, maker, subject }: Wanted['place'], size: number): Promise<number[]> {
  const { results } = await d1.prepare(FIND_LIVE_NUMBERS).bind(maker, subject, kind).all<{ number: number }>()
  const taken = new Set(results.map(({ number }) => number))
  return range(1, size).filter((number) => !taken.has(number))
}

const FIND_LIVE_NUMBERS = `SELECT number FROM certificate
  WHERE maker = ?1 AND subject = ?2 AND kind = ?3 AND status IN ('valid', 'suspended', 'reported') AND number > 0`

const FIND_KEYS = `SELECT wanted.key AS "row", code, credential, request_hash AS requestHash,
    customer_ref AS customerRef
  FROM {rows} AS wanted CROSS JOIN certificate
  WHERE maker = wanted.value ->> 'maker' AND idempotency_key = wanted.value ->> 'idempotencyKey'`

const FIND_DESIGNS = `SELECT wanted.key AS "row", design.id, product, name, exclusivity, size
  FROM {rows} AS wanted CROSS JOIN design
  WHERE wanted.value ->> 'kind' = 'piece' AND maker = wanted.value ->> 'maker' AND design.id = wanted.value ->> 'subject'`

const SAME_SUBJECT = `maker = wanted.value ->> 'maker' AND subject = wanted.value ->> 'subject'
  AND kind = wanted.value ->> 'kind' AND status IN ('valid', 'suspended', 'reported') AND number > 0`

const FIND_LIVE = `SELECT wanted.key AS "row", code FROM {rows} AS wanted CROSS JOIN certificate
  WHERE ${SAME_SUBJECT} AND number = wanted.value ->> 'number'`

const FIND_LAST = `SELECT wanted.key AS "row", (SELECT MAX(number) FROM certificate WHERE ${SAME_SUBJECT}) AS last
  FROM {rows} AS wanted WHERE wanted.value ->> 'number' IS NULL`

const FIND_SIZE = 'SELECT MAX(size) AS size FROM log_head'

type Row<T> = T & { row: number }

async function look(d1: D1Database, wanted: Wanted[]): Promise<Found> {
  const rows = wanted.map(({ place, idempotencyKey }) => ({ ...place, idempotencyKey }))
  const queries = [FIND_KEYS, FIND_DESIGNS, FIND_LIVE, FIND_LAST].map((query) => queryRows(d1, query, rows))
  const results = (await d1.batch([...queries, d1.prepare(FIND_SIZE)])).map((answer) => answer.results)
  const [keys, designs, live, last, heads] = results
  return {
    logSize: (heads as { size: number }[])[0]?.size ?? 0,
    keys: new Map((keys as Row<Earlier>[]).map(({ row, ...earlier }) => [row, { kind: 'key-used', earlier }])),
    designs: new Map((designs as Row<DesignRecord>[]).map(({ row, ...registered }) => [row, registered])),
    live: new Map((live as Row<{ code: Code }>[]).map(({ row, code }) => [row, code])),
    last: new Map((last as Row<{ last: number | null }>[]).map(({ row, last }) => [row, last ?? 0])),
  }
}

type Earlier = Extract<Preview, { kind: 'key-used' }>['earlier']
