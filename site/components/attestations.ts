/** What third parties say about a product, as rows: what, who, how it is backed, and for how long. */
import type { Attestation } from '#core/catalogue/attestation.ts'
import type { Reading } from '../entry.ts'
import { formatDate } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'

export interface AttestationRow {
  /** How it is backed: an expired test, or a declaration, is drawn as such. */
  kind: Attestation['level']
  /** The product that it is about, on a page of several. */
  about?: string
  name: string
  number: string
  /** What it says and does not say. */
  note: string
  issuer: string
  level: string
  dates: string
  /** An expired attestation is shown as what was. */
  expired: boolean
  /** Of one that holds: its last day, and what its dates say from the next day on. */
  lapse?: { after: string; dates: string }
}

export function listAttestations(attestations: Attestation[], { lang, lookUp, today }: Reading): AttestationRow[] {
  const words = useWords(lang).attestation
  return attestations.map(({ type, number, issuer, level, issuedAt, expires }) => {
    const kind = lookUp('attestation-types', type)
    const expired = expires !== undefined && today > expires
    const writeDates = (ends: (date: string) => string) =>
      [issuedAt && words.issuedAt(formatDate(issuedAt, lang)), expires && ends(formatDate(expires, lang))]
        .filter((date) => date !== undefined)
        .join(', ')
    return {
      kind: level,
      name: kind.name[lang],
      number,
      note: kind.note[lang],
      issuer,
      level: words.levels[level],
      dates: writeDates(expired ? words.expired : words.expires) || words.noExpiry,
      expired,
      ...(expires && !expired ? { lapse: { after: expires, dates: writeDates(words.expired) } } : {}),
    }
  })
}
