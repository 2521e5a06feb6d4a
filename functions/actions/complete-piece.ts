/** The piece that will be signed: the maker's request, and what the published product says where the request is silent. */
import type { Code } from '#core/certificate/code.ts'
import type { Piece } from '#core/certificate/piece.ts'
import type { PieceRequest } from '#core/certificate/piece-request.ts'
import { exclusivities } from '#core/log/leaf.ts'
import { describeErrors, type FieldError, type Problem, problem } from '../problem.ts'
import type { Published, PublishedProduct } from './catalogue.ts'
import type { DesignRecord } from './store.ts'

/** What keeps the request from being certified for this product, or null. */
export function refusePiece(
  request: PieceRequest,
  product: PublishedProduct,
  vocab: Published['vocab'],
): Problem | null {
  return refuseEdition(request, product) ?? refuseWords(request, vocab)
}

/** The catalogue's promise to buyers: a design may be stricter than its product, never looser. */
function refuseEdition({ design }: PieceRequest, { slug, edition, editionSize }: PublishedProduct): Problem | null {
  const isLooser = exclusivities.indexOf(design.exclusivity) > exclusivities.indexOf(edition)
  const isLarger = editionSize !== undefined && (design.size ?? 1) > editionSize
  if (!isLooser && !isLarger) return null
  const promise = editionSize === undefined ? `“${edition}”` : `“${edition}” with ${editionSize} pieces of a design`
  return problem('edition-not-allowed', `The catalogue lists “${slug}” with the edition ${promise}.`, {
    errors: [
      isLooser
        ? { pointer: '/design/exclusivity', detail: `must be as strict as the product’s: ${promise}` }
        : { pointer: '/design/size', detail: `must be at most ${editionSize}` },
    ],
  })
}

function refuseWords(request: PieceRequest, vocab: Published['vocab']): Problem | null {
  const errors: FieldError[] = listWords(request)
    .filter(({ kind, word }) => !Object.hasOwn(vocab, `${kind}:${word}`))
    .map(({ word, pointer }) => ({ pointer, detail: `“${word}” is not in content/vocab: use an id from there` }))
  return errors.length > 0 ? problem('invalid-request', describeErrors(errors.length), { errors }) : null
}

function listWords({ techniques = [], motifs = [], dyes = [], process }: PieceRequest) {
  return [
    ...techniques.map((word, i) => ({ kind: 'technique', word, pointer: `/techniques/${i}` })),
    ...motifs.map((word, i) => ({ kind: 'motif', word, pointer: `/motifs/${i}` })),
    ...dyes.map((word, i) => ({ kind: 'dye', word, pointer: `/dyes/${i}` })),
    ...process.map(({ step }, i) => ({ kind: 'step', word: step, pointer: `/process/${i}/step` })),
    ...process.flatMap(({ actor }, i) =>
      actor === undefined ? [] : [{ kind: 'role', word: actor, pointer: `/process/${i}/actor` }],
    ),
  ]
}

/** The design as it is registered with its first certificate. */
export function designOf({ design, product }: PieceRequest): DesignRecord {
  const { id, name, exclusivity } = design
  return { id, product, name, exclusivity, size: exclusivity === 'open' ? 0 : (design.size ?? 1) }
}

export function completePiece(
  request: PieceRequest,
  product: PublishedProduct,
  { code, nonce, number }: { code: Code; nonce: string; number: number },
): Omit<Piece, 'id' | 'type'> {
  const { madeOn, soldOn, madeFor, dimensions, marks, photos, process } = request
  const { id, name, exclusivity, size } = designOf(request)
  return {
    code,
    nonce,
    maker: product.maker,
    ...(product.designer ? { designer: product.designer } : {}),
    product: product.slug,
    productName: product.name,
    design: { id, name, exclusivity },
    edition: { number, size },
    techniques: request.techniques ?? product.techniques,
    motifs: request.motifs ?? product.motifs,
    dyes: request.dyes ?? product.dyes,
    materials: product.materials,
    place: product.origin,
    madeOn,
    soldOn,
    ...(dimensions ? { dimensions } : {}),
    marks,
    photos,
    process,
    madeFor: { mode: madeFor.mode, ...(madeFor.commitment ? { commitment: madeFor.commitment } : {}) },
    demo: product.demo,
  }
}
