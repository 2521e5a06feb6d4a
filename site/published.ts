/** The catalogue as the Worker reads it: what certificates may be issued for, in the shape that the actions declare. */
import type { Localized, Published, PublishedMaker, PublishedProduct } from '../functions/actions/catalogue.ts'
import type { ApprovedEntry, MakerEntry } from './entry.ts'
import type { LookUp } from './vocabulary.ts'

type Withheld = Published['withheld'][number]

/** `image` is the picture as the site serves it. */
export function describeProduct(
  entry: ApprovedEntry,
  image: PublishedProduct['image'],
  lookUp: LookUp,
): PublishedProduct {
  const { product, curation, score } = entry
  return {
    slug: entry.slug,
    id: product.id,
    demo: product.demo,
    category: product.category,
    name: { en: product.name.en, id: product.name.id },
    maker: entry.maker.slug,
    edition: product.edition,
    ...(product.editionSize === undefined ? {} : { editionSize: product.editionSize }),
    techniques: product.techniques,
    motifs: product.motifs,
    dyes: product.dyes,
    materials: product.materials.map(({ fibre, pct }) => ({ fibre, pct })),
    origin: product.origin,
    designer: product.designer && { displayName: product.designer.displayName },
    image,
    // The scan's hash and the mark's color are for the curators.
    attestations: product.attestations.map(({ evidence: _, color: __, ...attestation }) => ({
      ...attestation,
      name: lookUp('attestation-types', attestation.type).name,
    })),
    curation: {
      id: curation.id,
      rubric: curation.rubric,
      // In the order of their ids: pages name a signed id by its place.
      curators: curation.curators.map((id) => nameCurator(entry, id)),
      curatorIds: curation.curators,
      independent: curation.curators.filter((id) => curation.coi[id] === 'none'),
      total: score.total,
      criteria: score.criteria,
      grade: score.grade ?? '',
      decidedAt: curation.decidedAt,
      expiresAt: curation.expiresAt,
    },
  }
}

/** With the last day of its newest approval, where it ever had one: without it, the Worker knows nothing of a draft. */
export function describeWithheld(left: Withheld, until: string | undefined): Withheld {
  return until === undefined ? left : { ...left, until }
}

function nameCurator({ curators }: ApprovedEntry, id: string): string {
  return curators.find((curator) => curator.id === id)?.displayName ?? id
}

export function describePublishedMaker(maker: MakerEntry, lookUp: LookUp): PublishedMaker {
  const { slug, id, demo, displayName, regency, yearFounded } = maker
  return { slug, id, demo, displayName, regency, regencyName: lookUp('regencies', regency).shortName, yearFounded }
}

/** What certificates may name, and how pages call it, by `kind:id`: the whole vocabulary, not only what is in use. */
export function collectWords(lookUp: LookUp): Published['vocab'] {
  const named = (prefix: string, entries: { id: string; name: Localized }[]) =>
    entries.map(({ id, name }) => [`${prefix}:${id}`, { en: name.en, id: name.id }])
  return Object.fromEntries([
    ...named('technique', lookUp.all('techniques')),
    ...named('motif', lookUp.all('motifs')),
    ...named('dye', lookUp.all('dyes')),
    ...named('fibre', lookUp.all('fibres')),
    ...named('step', lookUp.all('process-steps')),
    ...named('role', lookUp.all('roles')),
    ...lookUp.all('regencies').map(({ id, shortName }) => [`regency:${id}`, shortName]),
  ])
}
