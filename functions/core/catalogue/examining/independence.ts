/** Whether somebody may examine a product: certified on that day, at work, and with nothing to gain from it. */
import type { Curator } from '../curator.ts'
import type { Maker } from '../maker.ts'
import type { Sentence } from '../reading/finding.ts'

export type Assignment = {
  product: { maker: string; category: string }
  maker: Pick<Maker, 'people'> | undefined
  /** Curators who examine it already, by id. */
  chosen: readonly string[]
  /** The day of the examination, YYYY-MM-DD. */
  day: string
}

/** Why this person does not examine this product, or null. */
export function refuseCurator(curator: Curator, { product, maker, chosen, day }: Assignment): Sentence | null {
  const { id, bnsp, active } = curator
  if (chosen.includes(id)) {
    return {
      en: `${id} examines it already: the curators are different people.`,
      id: `${id} sudah memeriksanya: kurator harus orang yang berbeda.`,
    }
  }
  if (!active) return { en: `${id} takes no products at present.`, id: `${id} sedang tidak menerima produk.` }
  if (day < bnsp.issuedAt || day > bnsp.expiresAt) {
    return {
      en: `The certificate of ${id} runs from ${bnsp.issuedAt} to ${bnsp.expiresAt}, not on ${day}. Where it was renewed, mend bnsp: in content/curators/${id.toLowerCase()}.yaml.`,
      id: `Sertifikat ${id} berlaku ${bnsp.issuedAt} sampai ${bnsp.expiresAt}, tidak pada ${day}. Bila sudah diperpanjang, perbaiki bnsp: di content/curators/${id.toLowerCase()}.yaml.`,
    }
  }
  const tie = describeTie(curator, product.maker, maker)
  return tie && { en: `${tie.en}: another curator examines it.`, id: `${tie.id}: kurator lain yang memeriksanya.` }
}

/** What the curator is to the maker, or null; without the point, since more may follow. */
export function describeTie(curator: Curator, slug: string, maker: Assignment['maker']): Sentence | null {
  const tie = findTie(curator, slug, maker)
  if (tie === null) return null
  return {
    en: `${curator.id} has a tie to ${slug} (${tie})`,
    id: `${curator.id} terkait dengan ${slug} (${RELATIONS[tie] ?? tie})`,
  }
}

/** What a curator declares; the people of a maker have their role, by its id. */
const RELATIONS: Readonly<Record<string, string>> = {
  owner: 'pemilik',
  relative: 'kerabat',
  coach: 'pendamping',
  other: 'kepentingan lain',
}

/** By the curator's own file or by the maker's. */
function findTie({ coi, displayName, consentRef }: Curator, slug: string, maker: Assignment['maker']): string | null {
  const declared = coi.find((tie) => tie.maker === slug)
  if (declared) return declared.relation
  return maker?.people.find((one) => one.displayName === displayName || one.consentRef === consentRef)?.role ?? null
}
