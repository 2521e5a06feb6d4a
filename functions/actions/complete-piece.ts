/** The piece that will be signed: the maker's request, and what the published product says where the request is silent. */
import type { Code } from '#core/certificate/code.ts'
import type { Piece } from '#core/certificate/piece.ts'
import type { PieceRequest } from '#core/certificate/piece-request.ts'
import { fail, type Result, succeed } from '#core/result.ts'
import { type FieldError, type Problem, type ProblemSlug, problem } from '../problem.ts'
import type { Catalogue, PublishedProduct } from './catalogue.ts'

/** The product, where this maker may certify pieces of it on the day, else the problem that says why not. */
export async function findProduct(
  catalogue: Catalogue,
  { slug, maker, day }: { slug: string; maker: string; day: string },
): Promise<Result<PublishedProduct, Problem>> {
  const { products, withheld } = await catalogue.read()
  const product = products.find((candidate) => candidate.slug === slug)
  if (product) return checkProduct(product, maker, day)
  const left = withheld.find((candidate) => candidate.slug === slug && candidate.maker === maker)
  return left
    ? fail(refuse('product-not-published', left.detail, 'is not published'))
    : fail(refuse('product-not-found', `The catalogue has no product “${slug}”.`, 'is not in the catalogue'))
}

function checkProduct(product: PublishedProduct, maker: string, day: string): Result<PublishedProduct, Problem> {
  const { slug, edition, curation } = product
  if (product.maker !== maker) {
    return fail(problem('other-maker', `“${slug}” is made by ${product.maker}, not by this token’s maker.`))
  }
  // The catalogue was built on some day before this one.
  if (curation.expiresAt < day && !product.demo) {
    return fail(
      refuse('product-not-published', `Its approval ended on ${curation.expiresAt}.`, 'is no longer approved'),
    )
  }
  if (edition === 'exclusive') return succeed(product)
  const detail = `The catalogue lists “${slug}” with the edition “${edition}”.`
  return fail(refuse('product-not-exclusive', detail, `has the edition “${edition}”`))
}

function refuse(slug: ProblemSlug, detail: string, fieldDetail: string): Problem {
  return problem(slug, detail, { errors: [{ pointer: '/product', detail: fieldDetail }] })
}

/** Words of the request that the catalogue's vocabulary does not have, each with its pointer. */
export async function findUnknownWords(catalogue: Catalogue, request: PieceRequest): Promise<FieldError[]> {
  const { vocab } = await catalogue.read()
  return listWords(request)
    .filter(({ kind, word }) => !Object.hasOwn(vocab, `${kind}:${word}`))
    .map(({ word, pointer }) => ({ pointer, detail: `“${word}” is not in content/vocab: use an id from there` }))
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

export function completePiece(
  request: PieceRequest,
  product: PublishedProduct,
  { code, nonce }: { code: Code; nonce: string },
): Omit<Piece, 'id' | 'type'> {
  const { design, madeOn, soldOn, madeFor, dimensions, marks, photos, process } = request
  return {
    code,
    nonce,
    maker: product.maker,
    ...(product.designer ? { designer: product.designer } : {}),
    product: product.slug,
    productName: product.name,
    design,
    edition: { number: 1, size: 1 },
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
    madeFor,
    demo: product.demo,
  }
}
