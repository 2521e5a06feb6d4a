/** What runs out: approvals and their conditions, attestations, curators' certificates, prices. */
import { addDays } from '../../calendar.ts'
import type { Attestation } from '../attestation.ts'
import { indexComplaints, lastDayOf } from '../complaint.ts'
import { findNewestCuration } from '../publication.ts'
import type { Catalogue } from '../reading/catalogue.ts'

export type ExpiringKind = 'approval' | 'condition' | 'attestation' | 'certificate' | 'price'

export type Expiring = {
  /** The last day on which it holds, YYYY-MM-DD. */
  date: string
  kind: ExpiringKind
  /** The product, maker or curator, by the name of its file. */
  slug: string
  /** Below content/. */
  file: string
  /** Which one: the record, the attestation's type and issuer, the price's currency. */
  detail: string
}

/**
 * All that ends within so many days, what has ended already included; the soonest first. Of a product's records only the
 * newest counts, and of the curators those who take new products.
 */
export function listExpiring(catalogue: Catalogue, { today, days }: { today: string; days: number }): Expiring[] {
  const last = addDays(today, days)
  return [...listOfProducts(catalogue), ...listOfMakers(catalogue), ...listOfCurators(catalogue)]
    .filter(({ date }) => date <= last)
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
}

function orderOf({ date, slug, kind, detail }: Expiring): string {
  return [date, slug, kind, detail].join(' ')
}

function listOfProducts({ products, curations, complaints }: Catalogue): Expiring[] {
  const records = Map.groupBy(curations, ({ value }) => value.product)
  const complaintsAbout = indexComplaints(complaints.map(({ value }) => value))
  return products.flatMap(({ slug, file, value }): Expiring[] => {
    if (value.withdrawn) return []
    const own = records.get(value.id) ?? []
    const newest = findNewestCuration(
      value,
      own.map((record) => record.value),
    )
    const recordFile = own.find((record) => record.value === newest)?.file ?? ''
    const price = value.price
    return [
      ...listAttestations(slug, file, value.attestations),
      ...(price
        ? [
            {
              date: price.validUntil,
              kind: 'price' as const,
              slug,
              file,
              detail: `${price.currency} ${price.incoterm} ${price.place}`,
            },
          ]
        : []),
      ...(newest?.decision === 'approved'
        ? [
            {
              date: lastDayOf(newest, complaintsAbout(value.id)),
              kind: 'approval' as const,
              slug,
              file: recordFile,
              detail: newest.id,
            },
          ]
        : []),
      ...(newest?.conditions ?? []).map(({ dueAt }) => ({
        date: dueAt,
        kind: 'condition' as const,
        slug,
        file: recordFile,
        detail: newest?.id ?? '',
      })),
    ]
  })
}

function listOfMakers({ makers }: Catalogue): Expiring[] {
  return makers
    .filter(({ value }) => value.active)
    .flatMap(({ slug, file, value }) => listAttestations(slug, file, value.certs))
}

function listAttestations(slug: string, file: string, attestations: readonly Attestation[]): Expiring[] {
  return attestations.flatMap(({ expires, type, issuer }) =>
    expires === undefined
      ? []
      : [{ date: expires, kind: 'attestation' as const, slug, file, detail: `${type}, ${issuer}` }],
  )
}

function listOfCurators({ curators }: Catalogue): Expiring[] {
  return curators
    .filter(({ value }) => value.active)
    .map(({ slug, file, value }) => ({
      date: value.bnsp.expiresAt,
      kind: 'certificate' as const,
      slug,
      file,
      detail: `${value.bnsp.scheme}, ${value.bnsp.lsp}`,
    }))
}
