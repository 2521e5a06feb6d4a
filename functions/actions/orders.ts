/**
 * Orders: what somebody asks to have certified, each with its Idempotency-Key, checked together before anything is
 * signed. One order or five hundred take the same path.
 */
import { dayInIndonesia } from '#core/calendar.ts'
import { type Code, formatCode } from '#core/certificate/code.ts'
import { certificateUrl } from '#core/certificate/credential.ts'
import type { CertificateRequest } from '#core/certificate/request.ts'
import { listAt } from '#core/certificate/status-list.ts'
import { fail, type Result, succeed } from '#core/result.ts'
import { type Problem, problem } from '../problem.ts'
import { type Caller, refuseAct } from './caller.ts'
import type { Published, PublishedProduct } from './catalogue.ts'
import { refuseCuration } from './complete-curation.ts'
import { designOf, refusePiece } from './complete-piece.ts'
import { designUrl } from './describe-design.ts'
import { isRetry, type Order } from './order.ts'
import type { Services } from './services.ts'
import type { Conflict, Place, Preview, Wanted } from './store.ts'

export type Checked =
  /** The key was used for the same request before: this is its certificate. */
  | { kind: 'issued'; code: Code; credential: string }
  /** `list` is the status list in which it gets a slot. */
  | { kind: 'ready'; order: Order; product: PublishedProduct; place: Place; registered: boolean; list: number }
  | { kind: 'refused'; problem: Problem }

/** What stands in the way of each order, or what it can be signed with; nothing is stored. */
export async function checkOrders(orders: Order[], caller: Caller, services: Services): Promise<Checked[]> {
  const denied = orders.map(({ request }) => refuseAct(caller, `issue a ${request.kind}`))
  if (denied.some(Boolean)) return denied.map((found) => ({ kind: 'refused', problem: found ?? notTogether }))
  const published = await services.catalogue.read()
  const wanted = orders.map((order) => writeWanted(order, caller, published))
  const { previews, logSize } = await services.store.previewCertificates(wanted)
  return orders.map((order, row) => {
    const [preview, { place }] = [previews[row], wanted[row]] as [Preview, Wanted]
    return checkOrder(order, { preview, logSize, maker: place.maker }, published, services)
  })
}

const notTogether = problem('role-not-allowed', 'Pieces and curations are not issued together.')

function writeWanted(order: Order, caller: Caller, { products, withheld }: Published): Wanted {
  const { request, idempotencyKey, replaces, skip = 0 } = order
  if (request.kind === 'curation') {
    const listed = [...products, ...withheld].find(({ slug }) => slug === request.product)
    const place = { kind: 'curation' as const, maker: listed?.maker ?? '', subject: request.product, number: 1 }
    return { place, design: null, idempotencyKey }
  }
  const design = designOf(request)
  const maker = caller.role === 'maker' ? caller.maker : ''
  // A correction keeps the number of what it corrects.
  const kept = replaces?.place.subject === design.id ? replaces.place.number : null
  const number = design.exclusivity === 'limited' ? (request.edition?.number ?? kept) : design.size
  return { place: { kind: 'piece', maker, subject: design.id, number }, design, idempotencyKey, skip }
}

/** A retry is answered before the catalogue is asked: what it says today changes nothing of what was issued. */
function checkOrder(
  order: Order,
  { preview, logSize, maker }: { preview: Preview; logSize: number; maker: string },
  published: Published,
  { now, origin }: Services,
): Checked {
  if (preview.kind === 'key-used') return checkRetry(order, preview.earlier)
  const { request, replaces } = order
  const found = findProduct(published, { slug: request.product, maker, day: dayInIndonesia(now().getTime()) })
  if (!found.ok) return { kind: 'refused', problem: found.error }
  const product = found.value
  const refused = request.kind === 'piece' ? refusePiece(request, product, published.vocab) : refuseCuration(product)
  if (refused) return { kind: 'refused', problem: refused }

  const isOwnPlace = preview.kind === 'place-taken' && preview.live === replaces?.code
  if (preview.kind !== 'free' && !isOwnPlace)
    return { kind: 'refused', problem: describeConflict(preview, { request, maker }, origin) }
  const number = preview.kind === 'free' ? preview.number : (replaces?.place.number ?? 1)
  const subject = request.kind === 'piece' ? request.design.id : request.product
  const place = { kind: request.kind, maker: product.maker, subject, number }
  const registered = preview.kind === 'free' && preview.registered
  return { kind: 'ready', order, product, place, registered, list: listAt(logSize) }
}

export function checkRetry(
  order: Order,
  earlier: Extract<Conflict, { kind: 'key-used' }>['earlier'],
): Extract<Checked, { kind: 'issued' | 'refused' }> {
  const isSame = isRetry(order, earlier)
  if (isSame) return { kind: 'issued', code: earlier.code, credential: earlier.credential }
  const detail =
    isSame === null
      ? `The key certified ${formatCode(earlier.code)} before, and what was asked then is erased, so that it cannot be compared: look at that certificate, and use a new key for another piece only.`
      : 'The key certified another piece before: use a new key.'
  return { kind: 'refused', problem: problem('idempotency-key-reused', detail) }
}

/** The product, where this maker may certify it on the day, else the problem that says why not. */
function findProduct(
  { products, withheld }: Published,
  { slug, maker, day }: { slug: string; maker: string; day: string },
): Result<PublishedProduct, Problem> {
  const product = products.find((candidate) => candidate.slug === slug)
  if (product) return checkProduct(product, maker, day)
  const left = withheld.find((candidate) => candidate.slug === slug && candidate.maker === maker)
  return left
    ? fail(refuseProduct('product-not-published', left.detail, 'is not published'))
    : fail(refuseProduct('product-not-found', `The catalogue has no product “${slug}”.`, 'is not in the catalogue'))
}

function checkProduct(product: PublishedProduct, maker: string, day: string): Result<PublishedProduct, Problem> {
  const { slug, curation } = product
  if (product.maker !== maker) {
    return fail(problem('other-maker', `“${slug}” is made by ${product.maker}, not by this token’s maker.`))
  }
  // The catalogue was built on some day before this one.
  if (curation.expiresAt < day && !product.demo) {
    const detail = `Its approval ended on ${curation.expiresAt}.`
    return fail(refuseProduct('product-not-published', detail, 'is no longer approved'))
  }
  return succeed(product)
}

function refuseProduct(slug: 'product-not-published' | 'product-not-found', detail: string, field: string): Problem {
  return problem(slug, detail, { errors: [{ pointer: '/product', detail: field }] })
}

/** The problem that names what stands in the way. */
export function describeConflict(
  conflict: Exclude<Conflict, { kind: 'key-used' }>,
  { request, maker }: Pick<Order, 'request'> & { maker: string },
  origin: string,
): Problem {
  switch (conflict.kind) {
    case 'place-taken':
      return describeTaken(conflict.live, request, maker, origin)
    case 'edition-exhausted':
      return problem('edition-exhausted', 'Every number of this limited design has a live certificate.', {
        errors: [{ pointer: '/design/size', detail: 'has no number left' }],
      })
    case 'design-differs': {
      const { name, product, exclusivity, size } = conflict.registered
      const edition = exclusivity === 'limited' ? `limited to ${size}` : exclusivity
      return problem('design-differs', `The design is registered as “${name}” of the product ${product}, ${edition}.`, {
        errors: [{ pointer: '/design', detail: 'differs from the registered design of this id' }],
      })
    }
  }
}

function describeTaken(live: Code, request: CertificateRequest, maker: string, origin: string): Problem {
  const extra = { certificate: certificateUrl(origin, live), code: formatCode(live) }
  if (request.kind === 'curation') {
    const detail = `Certificate ${extra.code} for the examination of this product is live.`
    return problem('product-already-certified', detail, { extra })
  }
  const { exclusivity } = request.design
  const what =
    exclusivity === 'exclusive' ? 'this exclusive design' : `number ${request.edition?.number} of this design`
  const pointer = exclusivity === 'exclusive' ? '/design/id' : '/edition/number'
  return problem('design-already-certified', `Certificate ${extra.code} for ${what} is live.`, {
    extra: { ...extra, design: designUrl(origin, maker, request.design.id) },
    errors: [{ pointer, detail: `has a live certificate: ${extra.code}` }],
  })
}
