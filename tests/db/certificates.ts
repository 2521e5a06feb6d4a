/** Certificates for the contract of the stores: whole enough to be kept, not to be checked. */
import { makeCode } from '#core/certificate/code.ts'
import type { Actor } from '#core/certificate/status.ts'
import type { Conflict, DesignRecord, NewCertificate, NewEvent, Store, Wanted } from '../../functions/actions/store.ts'

let drawn = 0

export const kawung: DesignRecord = {
  id: 'kawung',
  product: 'cloth',
  name: 'Kawung',
  exclusivity: 'exclusive',
  size: 1,
}
export const parang: DesignRecord = { id: 'parang', product: 'cloth', name: 'Parang', exclusivity: 'limited', size: 3 }
export const truntum: DesignRecord = { id: 'truntum', product: 'cloth', name: 'Truntum', exclusivity: 'open', size: 0 }

export interface Changes extends Partial<Omit<NewCertificate, 'place'>> {
  maker?: string
  number?: number
}

/** A certificate of its own maker unless told otherwise, so that tests do not meet. */
export function newCertificate({ maker, number = 1, design = kawung, ...changes }: Changes = {}): NewCertificate {
  const drawnNow = ++drawn
  const owner = maker ?? `maker-${drawnNow}`
  return {
    code: makeCode(new Uint8Array([drawnNow >> 8, drawnNow, 3, 1, 4, 1, 5])),
    place: { kind: 'piece', maker: owner, subject: design?.id ?? '', number },
    design,
    credential: `{"number":${drawnNow}}`,
    cid: `cid-${drawnNow}`,
    leaf: `leaf-${drawnNow}`,
    issuedAt: '2026-11-22T03:00:00Z',
    actor: { role: 'maker', maker: owner },
    slot: drawnNow,
    sealed: null,
    customerRef: null,
    idempotencyKey: `key-${drawnNow}-0123456789`,
    requestHash: `hash-${drawnNow}`,
    ...changes,
  }
}

export function sameDesign(first: NewCertificate, changes: Changes = {}): NewCertificate {
  return newCertificate({ maker: first.place.maker, design: first.design, actor: first.actor, ...changes })
}

/** No entry about a key. */
export const NO_KEY = -1
/** The one certificate, added by a signer that knows of no key. */
export const add = (store: Store, added: NewCertificate) => store.addCertificates([added], NO_KEY)
export const preview = async (store: Store, wanted: Wanted) => (await store.previewCertificates([wanted])).previews[0]
export const refusedFor = (conflict: Conflict) => ({ kind: 'refused', row: 0, conflict })

export const at = '2026-11-23T03:00:00Z'

/** Appends a revocation behind the issue. */
export async function revoke(store: Store, { code, cid, actor }: NewCertificate, by: Actor = actor): Promise<boolean> {
  const previous = (await store.findCertificate(code))?.events[0]?.index ?? -1
  return store.appendEvent({ code, cid, previous, leaf: 'revoked', actor: by, status: 'revoked' })
}

/** Appends an act behind the last event. */
export async function act(
  store: Store,
  { code, cid, actor }: NewCertificate,
  { status, erases }: Pick<NewEvent, 'status' | 'erases'>,
): Promise<boolean> {
  const previous = (await store.findCertificate(code))?.events.at(-1)?.index ?? -1
  return store.appendEvent({ code, cid, previous, leaf: status, actor, status, ...(erases ? { erases } : {}) })
}
