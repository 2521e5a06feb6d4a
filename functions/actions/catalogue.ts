/** What the actions need to know of the catalogue: the port, and the shape of `published.json`, which the build writes. */

export interface Localized {
  en: string
  id: string
}

export interface PublishedAttestation {
  type: string
  name: Localized
  number: string
  issuer: string
  level: 'issued' | 'tested' | 'self-declared' | 'unverified'
  issuedAt?: string
  expires?: string
}

export interface PublishedCuration {
  id: string
  rubric: string
  curators: string[]
  curatorIds: string[]
  /** Ids of the curators who declared no conflict of interest. */
  independent: string[]
  total: number
  criteria: { product: number; packaging: number; qa: number; legality: number; export: number; capacity: number }
  /** Empty below the pass mark. */
  grade: '' | 'A' | 'B'
  decidedAt: string
  expiresAt: string
}

/** A product as certificates see it. Lists hold ids of the vocabulary; `vocab` has their words. */
export interface PublishedProduct {
  slug: string
  id: string
  demo: boolean
  category: string
  name: Localized
  maker: string
  edition: 'exclusive' | 'limited' | 'open'
  /** Pieces of one design, where the edition is limited. */
  editionSize?: number
  techniques: string[]
  motifs: string[]
  dyes: string[]
  materials: { fibre: string; pct: number }[]
  origin: { regency: string; district?: string }
  designer?: { displayName: string }
  image: { src: string; width: number; height: number; alt: Localized }
  attestations: PublishedAttestation[]
  curation: PublishedCuration
}

export interface PublishedMaker {
  slug: string
  id: string
  demo: boolean
  displayName: string
  regency: string
  regencyName: Localized
  yearFounded: number
}

export interface Withheld {
  slug: string
  maker: string
  reason: string
  detail: string
  /** The last day of its newest approval; absent where it never had one. */
  until?: string
}

/** The document that the build leaves for the Worker alone: reasons for withholding are the maker's business. `vocab` maps `technique:…`, `motif:…`, `dye:…`, `fibre:…`, `regency:…` to words. */
export interface Published {
  products: PublishedProduct[]
  withheld: Withheld[]
  makers: PublishedMaker[]
  vocab: Record<string, Localized>
}

export interface Catalogue {
  /** The whole catalogue of this build. Rejects where the file cannot be read. */
  read(): Promise<Published>
}
