/** Issuing many at once: all that is wrong is said of every row, and nothing is issued unless all rows pass. */
import { findClashes } from '#core/certificate/clash.ts'
import type { CertificateRequest } from '#core/certificate/request.ts'
import { makeSlot, SLOT_RANDOM_BYTES } from '#core/certificate/status-list.ts'
import { fail, type Result, succeed } from '#core/result.ts'
import { type FieldError, type Problem, problem } from '../problem.ts'
import type { Caller } from './caller.ts'
import { type Issued, writeAddresses } from './issue.ts'
import { integrate } from './log.ts'
import type { Order } from './order.ts'
import { type Checked, checkOrders } from './orders.ts'
import type { Services } from './services.ts'
import { chooseKeys, type Ready, signOrder } from './sign.ts'
import type { NewCertificate } from './store.ts'

/** A row as it was read: its request and key, or what is wrong with them. */
export type BatchRow = { request: CertificateRequest; idempotencyKey: string } | { errors: FieldError[] }

/** An answer names so many faults at most. */
const MOST_ERRORS = 1000

/** In the order of the rows. */
export interface IssuedBatch {
  certificates: Pick<Issued, 'code' | 'url' | 'qr'>[]
}

/**
 * Tries: each finds that another request took a number, a slot, a code or a key in between. Of large batches at the same
 * moment one gets through each time, and the others begin anew.
 */
const MOST_TRIES = 32

export async function issueBatch(
  rows: BatchRow[],
  caller: Caller,
  services: Services,
): Promise<Result<IssuedBatch, Problem>> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const checked = await checkRows(rows, caller, services)
    if (!checked.ok) return checked
    const ready = checked.value.filter((each): each is Ready => each.kind === 'ready')
    const keysAt = await chooseKeys(services, tries > 0)
    if (!keysAt.ok) return keysAt
    const slots = await drawSlots(ready, services)
    const signed: NewCertificate[] = []
    for (const [at, each] of ready.entries()) signed.push(await signOrder(each, slots[at] ?? 0, services))
    const outcome =
      signed.length > 0 ? await services.store.addCertificates(signed, keysAt.value) : ({ kind: 'added' } as const)
    if (outcome.kind !== 'added') continue
    await integrate(services)
    const codes = checked.value.map((each) => (each.kind === 'issued' ? each.code : signed.shift()?.code))
    return succeed({
      certificates: codes.flatMap((code) => (code ? [writeAddresses(code, services.origin)] : [])),
    })
  }
  throw new Error(`bad store: ${MOST_TRIES} tries in a row met other certificates`)
}

/** A free slot each: of so many drawn at once some would meet what is there, or one another. */
async function drawSlots(ready: Ready[], { store, random }: Services): Promise<number[]> {
  const slots = new Map<Ready, number>()
  while (slots.size < ready.length) {
    const drawn = new Set(slots.values())
    for (const each of ready) {
      if (slots.has(each)) continue
      const slot = makeSlot(each.list, random(SLOT_RANDOM_BYTES))
      if (!drawn.has(slot)) slots.set(each, slot)
      drawn.add(slot)
    }
    const taken = new Set(await store.findTakenSlots([...slots.values()]))
    for (const [each, slot] of slots) if (taken.has(slot)) slots.delete(each)
  }
  return ready.map((each) => slots.get(each) ?? 0)
}

/** All that issuing checks, with nothing signed or stored. */
export async function dryRunBatch(
  rows: BatchRow[],
  caller: Caller,
  services: Services,
): Promise<Result<{ dryRun: true; rows: number }, Problem>> {
  const checked = await checkRows(rows, caller, services)
  return checked.ok ? succeed({ dryRun: true, rows: rows.length }) : checked
}

type Passed = Exclude<Checked, { kind: 'refused' }>

async function checkRows(rows: BatchRow[], caller: Caller, services: Services): Promise<Result<Passed[], Problem>> {
  const orders = rows.flatMap((row, at): (Order & { at: number })[] => ('errors' in row ? [] : [{ ...row, at }]))
  const checked = await checkOrders(orders, caller, services)
  const [first] = checked
  if (first?.kind === 'refused' && first.problem.slug === 'role-not-allowed') return fail(first.problem)
  const errors = [
    ...rows.flatMap((row, at) => ('errors' in row ? row.errors.map((error) => placeError(at, error)) : [])),
    ...findSameKeys(orders),
    ...findClashes(
      orders.map(({ request }) => request),
      (row) => `row ${(orders[row]?.at ?? 0) + 1}`,
    ).map(({ row, pointer, detail }) =>
      placeError(orders[row]?.at ?? 0, { pointer: `/certificate${pointer}`, detail }),
    ),
    ...checked.flatMap((each, row) =>
      each.kind === 'refused' ? describeRefusal(orders[row]?.at ?? 0, each.problem) : [],
    ),
  ]
  if (errors.length > 0) return fail(refuseBatch(errors))
  return succeed(checked.filter((each): each is Passed => each.kind !== 'refused'))
}

function placeError(row: number, { pointer, detail }: FieldError): FieldError {
  return { pointer: `/rows/${row}${pointer}`, detail }
}

function findSameKeys(orders: (Order & { at: number })[]): FieldError[] {
  const first = new Map<string, number>()
  return orders.flatMap(({ idempotencyKey, at }) => {
    const earlier = first.get(idempotencyKey)
    first.set(idempotencyKey, earlier ?? at)
    const detail = `is the key of row ${(earlier ?? 0) + 1}, too: each row needs its own`
    return earlier === undefined ? [] : [placeError(at, { pointer: '/idempotencyKey', detail })]
  })
}

/** A problem of one row, at its fields where it names some. */
function describeRefusal(row: number, { detail, errors }: Problem): FieldError[] {
  const fields = errors ?? [{ pointer: '', detail }]
  return fields.map((error) => placeError(row, { ...error, pointer: `/certificate${error.pointer}` }))
}

function refuseBatch(errors: FieldError[]): Problem {
  const rows = new Set(errors.map(({ pointer }) => pointer.split('/')[2])).size
  const detail = `${rows === 1 ? 'One row does' : `${rows} rows do`} not pass, so nothing was issued.`
  return problem('batch-refused', detail, { errors: errors.sort(compareRows).slice(0, MOST_ERRORS) })
}

function compareRows(a: FieldError, b: FieldError): number {
  return Number(a.pointer.split('/')[2]) - Number(b.pointer.split('/')[2])
}
