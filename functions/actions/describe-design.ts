/** What anyone may know of a design: every certificate it ever had, what became of each, and where the log has it. */
import { formatInstant } from '#core/calendar.ts'
import { parseCredential } from '#core/certificate/credential.ts'
import { formatIssued } from '#core/certificate/leaves.ts'
import { type Act, foldEvents, readLeaf } from '#core/certificate/status.ts'
import type { StoredCertificate } from '#core/certificate/verify.ts'
import type { Status } from '#core/log/life.ts'
import type { PublishedMaker, PublishedProduct } from './catalogue.ts'
import type { Services } from './services.ts'
import type { DesignRecord } from './store.ts'

/** Codes are left out: the log names designs, and would otherwise lead to every label's address. */
export interface DesignHistory {
  maker: string
  design: DesignRecord
  /** All certificates, and those that are live: neither withdrawn nor replaced. */
  total: number
  live: number
  /** The latest first, at most MOST_ENTRIES. */
  certificates: {
    number: number
    status: Status | 'altered'
    issuedAt: string
    logIndex: number
    /** What happened since, in order, each with its place in the log. */
    acts: Act[]
  }[]
  checkedAt: string
  /** What the catalogue says today; absent where it cannot be read or knows neither. */
  makerRecord?: PublishedMaker
  product?: PublishedProduct
}

export const MOST_ENTRIES = 100

export async function describeDesign(
  maker: string,
  id: string,
  { store, catalogue, now }: Pick<Services, 'store' | 'catalogue' | 'now'>,
): Promise<DesignHistory | null> {
  const found = await store.findDesign(maker, id, MOST_ENTRIES)
  if (!found) return null
  const { design, total, live, entries } = found
  const certificates = entries.map(({ number, record }) => ({ number, ...describeRecord(record) }))
  const history = { maker, design, total, live, certificates, checkedAt: formatInstant(now().getTime()) }
  return { ...history, ...(await readContext(history, catalogue)) }
}

function describeRecord(record: StoredCertificate) {
  const credential = parseCredential(record.credential)
  const state = credential.ok ? foldEvents(record.events, formatIssued(credential.value), record.status) : null
  const [issue, ...others] = record.events
  const acts = others.flatMap(({ leaf: text, index, actor: by }): Act[] => {
    const leaf = readLeaf(text)
    if (!leaf || leaf.t === 'issued') return []
    return [{ type: leaf.t, ...(leaf.reason ? { reason: leaf.reason } : {}), at: leaf.ts, by, index }]
  })
  const status = state?.kind === 'known' ? state.status : ('altered' as const)
  return { status, issuedAt: readLeaf(issue?.leaf ?? '')?.ts ?? '', logIndex: issue?.index ?? -1, acts }
}

/** The catalogue adds words and links; without it the history still stands. */
async function readContext(
  { maker, design }: Pick<DesignHistory, 'maker' | 'design'>,
  catalogue: Services['catalogue'],
): Promise<Pick<DesignHistory, 'makerRecord' | 'product'>> {
  try {
    const { makers, products } = await catalogue.read()
    const makerRecord = makers.find(({ slug }) => slug === maker)
    const product = products.find(({ slug }) => slug === design.product)
    return { ...(makerRecord ? { makerRecord } : {}), ...(product ? { product } : {}) }
  } catch (error) {
    console.error(JSON.stringify({ alert: 'catalogue-unreadable', error: String(error) }))
    return {}
  }
}

/** The design's page. */
export function designUrl(origin: string, maker: string, id: string): string {
  return `${origin}/designs/${maker}/${id}/`
}
