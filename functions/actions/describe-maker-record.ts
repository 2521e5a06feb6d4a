/**
 * What the registry says of a maker: how many pieces it certified, what became of them, and whether customers came back.
 *
 *     { "maker": "canting-manggur-demo",
 *       "certificates": { "total": 48, "live": 41, "withdrawn": 2, "replaced": 5 },
 *       "designs": 31, "first": "2026-11-22T03:04:05Z", "last": "2027-02-01T09:30:00Z",
 *       "repeatCustomers": { "band": "3-10", "k": 3 }, "checkedAt": "2027-02-03T00:00:00Z" }
 *
 * Whoever knows a customer of a small workshop could read a number of them as that customer. So they leave here as a
 * band, and below K not at all: none, one, two and "nobody wrote references down" are the same answer, byte for byte.
 */
import { formatInstant } from '#core/calendar.ts'
import type { PublishedMaker } from './catalogue.ts'
import type { Services } from './services.ts'
import type { PieceCount } from './store.ts'

/** The least number of customers who came back of which anything is said. */
export const K = 3

/** The highest first; each goes up to the one before it. */
const bands = [
  { band: 'over-30', from: 31 },
  { band: '11-30', from: 11 },
  { band: '3-10', from: K },
] as const
export type Band = (typeof bands)[number]['band']

export interface MakerRecord {
  maker: string
  /** Pieces, by what became of them: paused and reported ones are live. */
  certificates: { total: number; live: number; withdrawn: number; replaced: number }
  designs: number
  /** When the first and the last were issued; null where none was. */
  first: string | null
  last: string | null
  /** Null where they are fewer than k, or were not counted. */
  repeatCustomers: { band: Band | null; k: number }
  checkedAt: string
}

export interface DescribedMaker {
  record: MakerRecord
  /** What the catalogue says today; absent where it cannot be read or does not show the maker. */
  published?: PublishedMaker
}

/** Of every maker that ever had a certificate, and of those that the catalogue shows; null where it is neither. */
export async function describeMakerRecord(
  maker: string,
  { store, catalogue, now }: Pick<Services, 'store' | 'catalogue' | 'now'>,
): Promise<DescribedMaker | null> {
  const counted = await store.countPieces(maker, bands[0].from)
  const found = catalogue.read().then(({ makers }) => makers.find(({ slug }) => slug === maker))
  // Only where the store knows nothing of the maker does the answer hang on the catalogue.
  const published = counted ? await found.catch(reportCatalogue) : await found
  if (!counted && !published) return null
  const record = writeRecord(maker, counted, formatInstant(now().getTime()))
  return { record, ...(published ? { published } : {}) }
}

function reportCatalogue(error: unknown): undefined {
  console.error(JSON.stringify({ alert: 'catalogue-unreadable', error: String(error) }))
}

function writeRecord(maker: string, counted: PieceCount | null, checkedAt: string): MakerRecord {
  const { total, withdrawn, replaced, designs, cameBack } = counted ?? nothing
  return {
    maker,
    certificates: { total, live: total - withdrawn - replaced, withdrawn, replaced },
    designs,
    first: counted?.firstAt ?? null,
    last: counted?.lastAt ?? null,
    repeatCustomers: { band: bandOf(cameBack), k: K },
    checkedAt,
  }
}

const nothing = { total: 0, withdrawn: 0, replaced: 0, designs: 0, cameBack: 0 }

/** The band of so many customers, or null where they are too few to speak of. */
export function bandOf(cameBack: number): Band | null {
  return bands.find(({ from }) => cameBack >= from)?.band ?? null
}
