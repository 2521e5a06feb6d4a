/** The audit of the status lists: each bit must be what the log says, and every other bit must not be set. */

import { formatInstant } from '#core/calendar.ts'
import { type KeyList, openKeys } from '#core/certificate/key-list.ts'
import { listAt, placeOfSlot, purposeOf, type StatusPurpose, statusPurposes } from '#core/certificate/status-list.ts'
import { type ListFault, openStatusList } from '#core/certificate/status-list-check.ts'
import type { Status } from '#core/log/life.ts'
import { Refusal } from './command.ts'
import type { Monitor } from './monitor.ts'
import { forEach } from './progress.ts'

/** A certificate as the log has it, with its slot. */
export interface Listed {
  cid: string
  slot: number
  status: Status
}

const PARALLEL = 8

const faults: Record<ListFault, string> = {
  malformed: 'is no status list',
  'belongs-elsewhere': 'is a status list of another address or registry',
  'not-of-now': 'is not of now: its period is another',
  'unknown-key': 'is signed by no key of the registry that is in use',
  'signature-differs': 'is not what the registry’s key signed',
}

/**
 * The slot that the registry tells of a certificate; null where it may have none. It adds its keys to the log before it
 * signs anything, and what the log has from before its first key is of the first version, from before there were lists.
 * Whether the slot is the one that was signed is for whoever has the certificate to see: `asli verify` compares them.
 *
 * @throws Refusal where a slot is kept back, or is none that could have been drawn
 */
export function readSlot(
  told: unknown,
  { cid, issued }: { cid: string; issued: number },
  firstKey: number,
): number | null {
  const which = `Certificate ${cid} of entry ${issued}`
  if (told === undefined) {
    if (issued < firstKey) return null
    throw new Refusal(`${which} is told without its place in the status lists, where anyone sees a withdrawal.`)
  }
  const isSlot = typeof told === 'number' && Number.isSafeInteger(told) && told >= 0
  if (isSlot && placeOfSlot(told).list <= listAt(issued)) return told
  throw new Refusal(`${which} is told with a place in the status lists that none of its time can have.`)
}

/** Gives how many lists were read. @throws Refusal at the first that says anything but the log. */
export async function auditLists(monitor: Monitor, listed: Listed[], keyList: KeyList): Promise<number> {
  refuseSharedSlots(listed)
  const { verifiers } = await openKeys(keyList)
  const last = Math.max(0, ...listed.map(({ slot }) => placeOfSlot(slot).list))
  const places = Array.from({ length: last + 1 }, (_, list) =>
    statusPurposes.map((purpose) => ({ purpose, list })),
  ).flat()
  await forEach(places, { what: 'status lists', parallel: PARALLEL }, async ({ purpose, list }) => {
    const { path, document } = await monitor.readStatusList(purpose, list)
    const opened = await openStatusList(
      document,
      { origin: monitor.origin, purpose, list },
      verifiers,
      formatInstant(Date.now()),
    )
    if (!opened.ok) throw new Refusal(`${path} ${faults[opened.error]}.`)
    compare(path, opened.value, expect(listed, purpose, list))
  })
  return places.length
}

function refuseSharedSlots(listed: Listed[]): void {
  const seen = new Map<number, string>()
  for (const { cid, slot } of listed) {
    const other = seen.get(slot)
    if (other) throw new Refusal(`Certificates ${other} and ${cid} have the same place in the status lists.`)
    seen.set(slot, cid)
  }
}

/** Index → cid of the certificates whose bit must be set. */
function expect(listed: Listed[], purpose: StatusPurpose, list: number): Map<number, string> {
  const of = listed.filter(({ slot, status }) => placeOfSlot(slot).list === list && purposeOf(status) === purpose)
  return new Map(of.map(({ slot, cid }) => [placeOfSlot(slot).index, cid]))
}

function compare(path: string, set: number[], expected: Map<number, string>): void {
  const shown = new Set(set)
  for (const [index, cid] of expected) {
    if (!shown.has(index)) throw new Refusal(`${path} does not show what the log says of certificate ${cid}.`)
  }
  const stray = set.find((index) => !expected.has(index))
  if (stray !== undefined) throw new Refusal(`${path} sets bit ${stray}, for which the log has no reason.`)
}
