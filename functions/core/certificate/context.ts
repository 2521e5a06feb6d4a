/**
 * The `@context` of each kind of certificate, compared for equality when a credential is read. The second context is
 * inline, so that nobody has to fetch anything; ordered and nested values are JSON literals.
 */
import { canonicalize, type JsonValue } from '../canonical-json.ts'

export const CREDENTIALS_CONTEXT = 'https://www.w3.org/ns/credentials/v2'
const VOCABULARY = 'urn:asli:v1#'
const XSD_DATE = 'http://www.w3.org/2001/XMLSchema#date'

const plainTerms = ['code', 'nonce', 'maker', 'product', 'demo']

export const pieceContext = writeContext(['AsliPieceCertificate', 'Piece'], {
  plain: plainTerms,
  dates: ['madeOn', 'soldOn'],
  literals: [
    ...['designer', 'productName', 'design', 'edition', 'techniques', 'motifs', 'dyes', 'materials', 'place'],
    ...['dimensions', 'marks', 'photos', 'process', 'madeFor'],
  ],
})

export const curationContext = writeContext(['AsliCurationCertificate', 'Curation'], {
  plain: [...plainTerms, 'record', 'rubric', 'grade'],
  dates: ['decidedOn', 'expiresOn'],
  literals: ['productName', 'curators', 'total', 'criteria'],
})

interface Terms {
  plain: string[]
  dates: string[]
  literals: string[]
}

function writeContext(types: string[], { plain, dates, literals }: Terms): JsonValue[] {
  const define = (terms: string[], write: (id: string) => JsonValue) =>
    Object.fromEntries(terms.map((term) => [term, write(VOCABULARY + term)]))
  const inline: JsonValue = {
    ...define([...types, ...plain], (id) => id),
    ...define(dates, (id) => ({ '@id': id, '@type': XSD_DATE })),
    ...define(literals, (id) => ({ '@id': id, '@type': '@json' })),
  }
  // In canonical order, so that writing it canonically costs least.
  return [CREDENTIALS_CONTEXT, JSON.parse(canonicalize(inline)) as JsonValue]
}
