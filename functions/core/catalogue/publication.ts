/**
 * Whether a product may be shown. Nobody types "published": it follows from the newest curation record, the product
 * as it is now, its maker and its curators.
 */
import { COMPLAINTS_THAT_END, type Complaint, lastDayOf } from './complaint.ts'
import type { Curation } from './curation.ts'
import type { Curator } from './curator.ts'
import type { Maker } from './maker.ts'
import { hashMaterialFields } from './material.ts'
import type { Product } from './product.ts'

export type WithheldReason =
  | 'demo'
  | 'withdrawn'
  | 'not-curated'
  | 'not-approved'
  | 'expired'
  | 'edited'
  | 'curator-unknown'
  | 'curator-certificate'
  | 'maker-missing'
  | 'maker-inactive'
  | 'consent-missing'
  | 'refused'

/** `detail` says in one sentence what is wrong, where, and how to mend it. */
export type Withheld = { published: false; reason: WithheldReason; detail: string }
export type Publication = { published: true; curation: Curation; expired: boolean } | Withheld

export type Candidate = {
  product: Product
  /** The maker that the product names, or undefined where there is no such file. */
  maker: Maker | undefined
  /** Records of this product; those of other products are passed over. */
  curations: readonly Curation[]
  /** Complaints about this product; those about others are passed over. */
  complaints?: readonly Complaint[]
  curators: readonly Curator[]
  /** What check refuses in the files that the product stands on, a sentence each. */
  refusals?: readonly string[]
}

export type Occasion = {
  /** The day by which expiry is judged, YYYY-MM-DD. */
  today: string
  /** In a demo site a demo product stays after its record has expired, and says so. */
  demoSite: boolean
}

/** Starts from the newest record and looks for one reason to withhold the product; where there is none, it is shown. */
export function judgePublication(candidate: Candidate, { today, demoSite }: Occasion): Publication {
  const { product, maker, curators } = candidate
  if (product.demo && !demoSite) {
    return withhold(
      'demo',
      `${product.id} is a demonstration, and this site is not one: leave it out, or say demo: false.`,
    )
  }
  if (product.withdrawn) {
    const { at, by } = product.withdrawn
    return withhold(
      'withdrawn',
      `${product.id} was withdrawn on ${at} by the ${by}: take out "withdrawn" to bring it back.`,
    )
  }
  const record = findNewestCuration(product, candidate.curations)
  if (!record) {
    return withhold('not-curated', `${product.id} has no curation record: add one in content/curations/${product.id}/.`)
  }
  const curation = { ...record, expiresAt: lastDayOf(record, candidate.complaints ?? []) }
  const expired = today > curation.expiresAt
  return (
    checkDecision(curation) ??
    (expired && !(demoSite && product.demo) ? refuseExpired(record, curation.expiresAt) : null) ??
    checkSubject(product, curation) ??
    checkCurators(curation, curators) ??
    checkMaker(product, maker) ??
    checkConsent(product, maker, curation) ??
    checkRefusals(candidate.refusals) ?? { published: true, curation, expired }
  )
}

/** The record that counts: the latest decision, and of one day's decisions the one with the highest id. */
export function findNewestCuration(product: Pick<Product, 'id'>, curations: readonly Curation[]): Curation | undefined {
  return curations
    .filter((curation) => curation.product === product.id)
    .reduce<Curation | undefined>(
      (newest, one) => (newest && orderOf(newest) >= orderOf(one) ? newest : one),
      undefined,
    )
}

/** The newest record that approved it, be it in force or not: whether the product was ever shown. */
export function findNewestApproval(product: Product, curations: readonly Curation[]): Curation | undefined {
  return findNewestCuration(
    product,
    curations.filter(({ decision }) => decision === 'approved'),
  )
}

function orderOf(curation: Curation): string {
  return `${curation.decidedAt} ${curation.id}`
}

function checkDecision({ id, decision }: Curation): Withheld | null {
  if (decision === 'approved') return null
  return withhold('not-approved', `${id} says ${decision}: mend what its notes name, then have it examined again.`)
}

function refuseExpired({ id, expiresAt }: Curation, last: string): Withheld {
  const why = last < expiresAt ? ` (by then ${COMPLAINTS_THAT_END} complaints had been upheld)` : ''
  return withhold('expired', `${id} held until ${last}${why}: have the product examined again and add the new record.`)
}

function checkSubject(product: Product, { id, subjectHash }: Curation): Withheld | null {
  const now = hashMaterialFields(product)
  if (now === subjectHash) return null
  return withhold(
    'edited',
    `The specification of ${product.id} is not the one that ${id} approved: undo the change, or have it examined ` +
      `again and write "subjectHash: ${now}" into the new record.`,
  )
}

function checkCurators({ id, curators, decidedAt }: Curation, known: readonly Curator[]): Withheld | null {
  for (const curatorId of curators) {
    const curator = known.find((one) => one.id === curatorId)
    if (!curator) {
      const file = `content/curators/${curatorId.toLowerCase()}.yaml`
      return withhold('curator-unknown', `${id} names the curator ${curatorId}: add ${file}, or correct the id.`)
    }
    const { issuedAt, expiresAt } = curator.bnsp
    if (decidedAt < issuedAt || decidedAt > expiresAt) {
      return withhold(
        'curator-certificate',
        `The certificate of ${curatorId} runs from ${issuedAt} to ${expiresAt}, and ${id} was decided on ` +
          `${decidedAt}: a curator with a valid certificate examines the product again.`,
      )
    }
  }
  return null
}

function checkMaker(product: Product, maker: Maker | undefined): Withheld | null {
  const file = `content/makers/${product.maker}.yaml`
  if (!maker) return withhold('maker-missing', `${product.id} names the maker ${product.maker}: add ${file}.`)
  if (maker.active) return null
  return withhold('maker-inactive', `${file} says active: false: set it to true when the maker works again.`)
}

function checkConsent(product: Product, maker: Maker | undefined, curation: Curation): Withheld | null {
  if (!maker?.consentRef) {
    const file = `content/makers/${product.maker}.yaml`
    return withhold('consent-missing', `${file} has no consentRef: record the owner's consent to be published.`)
  }
  if (curation.producerConsent && curation.gates.consent === 'pass') return null
  return withhold(
    'consent-missing',
    `${curation.id} records no producer's consent: ask the producer, then add a record with producerConsent and the ` +
      'gate consent: pass.',
  )
}

function checkRefusals([first, ...more]: readonly string[] = []): Withheld | null {
  if (first === undefined) return null
  return withhold('refused', more.length === 0 ? first : `${first} (and ${more.length} more: run asli content check)`)
}

function withhold(reason: WithheldReason, detail: string): Withheld {
  return { published: false, reason, detail }
}
