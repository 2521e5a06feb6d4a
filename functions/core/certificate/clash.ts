/** Rows of one file or batch that cannot all be certified, found before anything is asked of a registry. */

/** What of a request two rows may contend for; unknown members are left to the request's own schema. */
export interface Claim {
  kind?: unknown
  product?: unknown
  design?: unknown
  edition?: unknown
}

export interface Clash {
  /** Place in the list, from 0: the later of the two, and the earlier. */
  row: number
  earlier: number
  pointer: '/design/id' | '/design' | '/edition/number' | '/product'
  detail: string
}

/** `name` says how a row is called to whoever reads the sentence. */
export function findClashes(claims: Claim[], name: (row: number) => string): Clash[] {
  const places = new Map<string, number>()
  const designs = new Map<string, { row: number; said: string }>()
  return claims.flatMap((claim, row): Clash[] => {
    const design = readDesign(claim)
    if (design) {
      const first = designs.get(design.id)
      if (first && first.said !== design.said)
        return [{ row, earlier: first.row, pointer: '/design', detail: `is described otherwise in ${name(first.row)}` }]
      if (!first) designs.set(design.id, { row, said: design.said })
    }
    const place = placeOf(claim, design)
    if (!place) return []
    const earlier = places.get(place.key)
    if (earlier === undefined) {
      places.set(place.key, row)
      return []
    }
    return [{ row, earlier, pointer: place.pointer, detail: `is ${place.what} in ${name(earlier)}, too` }]
  })
}

interface ClaimedDesign {
  id: string
  exclusivity: unknown
  /** All that must be the same in every row of the design. */
  said: string
}

function readDesign({ design, product, kind }: Claim): ClaimedDesign | null {
  if (kind === 'curation' || typeof design !== 'object' || design === null) return null
  const { id, name, exclusivity, size } = design as Record<string, unknown>
  return typeof id === 'string' ? { id, exclusivity, said: JSON.stringify([product, name, exclusivity, size]) } : null
}

function placeOf({ kind, product, edition }: Claim, design: ClaimedDesign | null) {
  if (kind === 'curation')
    return { key: `curation ${product}`, pointer: '/product' as const, what: 'the product of a curation' }
  if (design?.exclusivity === 'exclusive')
    return { key: design.id, pointer: '/design/id' as const, what: 'an exclusive design' }
  const number = (edition as { number?: unknown } | undefined)?.number
  if (design && number !== undefined)
    return { key: `${design.id}#${number}`, pointer: '/edition/number' as const, what: 'a number of this design' }
  return null
}
