/** A registry of many certificates of every kind, to each of which some things happened at random. */
import { type Code, readCode } from '#core/certificate/code.ts'
import type { SimpleAct } from '#core/certificate/reasons.ts'
import { reasonsOf, simpleActs } from '#core/certificate/reasons.ts'
import type { CertificateRequest } from '#core/certificate/request.ts'
import type { Status } from '#core/log/life.ts'
import { actOnCertificate } from '../../functions/actions/act.ts'
import type { Caller } from '../../functions/actions/caller.ts'
import { issueCertificate } from '../../functions/actions/issue.ts'
import { integrate } from '../../functions/actions/log.ts'
import type { Services } from '../../functions/actions/services.ts'
import { supersedeCertificate } from '../../functions/actions/supersede.ts'
import type { BuiltWorker } from './built-worker.ts'
import { prolongApprovals } from './lasting.ts'
import { openSeed, readRequest } from './seed.ts'
import { MAKER, newKey, pieceRequest } from './worker.ts'

/** One certificate as the test itself remembers it. */
export interface Member {
  code: Code
  status: Status
  erased: boolean
  acts: number
}

const maker = { role: 'maker', maker: MAKER } as const
const curator = { role: 'curator' } as const
const madeFor = { mode: 'private', commitment: 'A'.repeat(43), sealed: 'A'.repeat(363) }
/** Demonstrations whose examination can be certified, once each. */
const examined = ['batik-tulis-manggur-natural', 'ecoprint-silk-scarf', 'tenun-gedhog-batik-shawl']

/** What the catalogue promises in series. */
const SERIES = { product: 'batik-cap-gajah-oling-shirt', maker: 'cap-oling-demo' }

/** Numbers from 0 up to `below`, the same for the same seed (mulberry32). */
function openDraws(seed: number) {
  let state = seed
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** `count` certificates in the registry of this folder, which no Worker may have open. */
export async function seedPopulation(
  persist: string,
  registry: Pick<BuiltWorker, 'origin' | 'secrets'>,
  { count, seed }: { count: number; seed: number },
): Promise<Member[]> {
  const { services, quick: opened, close } = await openSeed(persist, registry)
  const published = prolongApprovals(await services.catalogue.read())
  const quick: Services = { ...opened, catalogue: { read: async () => published } }
  const members: Member[] = []
  const draw = openDraws(seed)
  for (let each = 0; members.length < count; each++) {
    const product = examined[each]
    const [request, caller] = product ? ([{ kind: 'curation', product }, curator] as const) : drawPiece(draw, each)
    await live(members, await add(members, request, caller, quick), { request, caller, draw }, quick)
    if (each % 500 === 499) await integrate(services)
  }
  await integrate(services)
  close()
  return members
}

/** An exclusive design of its own, a numbered piece or one of an open series; some for a customer who is named. */
function drawPiece(draw: (below: number) => number, each: number): [CertificateRequest, Caller] {
  const kept = [{}, { madeFor }, { madeFor, customerRef: `C-${draw(50)}` }][draw(3)]
  const name = `seri-${each % 7}`
  const limited = { id: name, name: 'Seri', exclusivity: 'limited', size: 2000 }
  const open = { id: `${name}-terbuka`, name: 'Seri', exclusivity: 'open' }
  const design = [undefined, limited, open][draw(3)]
  return design
    ? [readRequest(pieceRequest({ ...kept, design, product: SERIES.product })), { role: 'maker', maker: SERIES.maker }]
    : [readRequest(pieceRequest(kept)), maker]
}

async function add(
  members: Member[],
  request: CertificateRequest,
  caller: Caller,
  services: Services,
): Promise<Member> {
  const issued = await issueCertificate(request, newKey(), caller, services)
  if (!issued.ok) throw new Error(issued.error.detail)
  return join(members, issued.value.code)
}

function join(members: Member[], code: string): Member {
  const reading = readCode(code)
  if (reading.kind !== 'code') throw new Error(`no code: ${code}`)
  const member: Member = { code: reading.code, status: 'valid', erased: false, acts: 0 }
  members.push(member)
  return member
}

interface Ways {
  request: CertificateRequest
  caller: Caller
  draw(below: number): number
}

/** Up to five things happen to it; what may not follow is refused, and leaves it as it was. */
async function live(
  members: Member[],
  member: Member,
  { request, caller, draw }: Ways,
  services: Services,
): Promise<void> {
  const names = Object.keys(simpleActs) as SimpleAct[]
  for (let left = draw(6); left > 0; left--) {
    const drawn = draw(names.length + 1)
    const act = names[drawn]
    if (act) {
      const reasons = reasonsOf[simpleActs[act]]
      const reason = reasons[draw(reasons.length || 1)]
      const done = await actOnCertificate(member.code, { act, reason }, draw(2) ? curator : caller, services)
      if (!done.ok) continue
      member.status = done.value.verdict
      member.erased ||= act === 'erase'
    } else {
      const supersession = { reason: 'data-error', certificate: request } as const
      const done = await supersedeCertificate(member.code, supersession, newKey(), caller, services)
      if (!done.ok) continue
      member.status = 'superseded'
      join(members, done.value.code)
    }
    member.acts++
  }
}
