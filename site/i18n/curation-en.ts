/** What the verdict page says of a certificate about a product, in English. */
export const curationEn = {
  heading: 'The catalogue’s statement',
  statement: (product: string, maker: string, rubric: string, date: string, curators: string) =>
    `The operator of this catalogue states that the product ${product} of ${maker} was examined under the rubric ` +
    `${rubric} on ${date} by ${curators}.`,
  rubric: (id: string, version: string) => `${id} (version ${version})`,
  states: 'The catalogue states',
  source: (date: string) => `Issued on ${date} by the registry itself; all of it is signed`,
  scores: 'Points by criterion, the mean of the curators’ points',
  criterion: 'Criterion',
  points: 'Points',
  criteria: {
    product: 'Product quality',
    packaging: 'Packaging',
    qa: 'Quality system and consistency',
    legality: 'Legality',
    export: 'Export readiness',
    capacity: 'Capacity and market record',
  },
  total: 'Total',
  ofHundred: (total: string) => `${total} of 100`,
  facts: {
    product: 'Product',
    maker: 'Maker',
    rubric: 'Rubric',
    curators: 'Curators',
    grade: 'Grade',
    decidedOn: 'Examined on',
    expiresOn: 'Valid until',
    record: 'Record in the catalogue',
  },
  product: 'The product in the catalogue',
  provenance: 'Points that can be reached, and the curators’ notes',
  notShown: 'The catalogue does not show this product today. The signed record stands on its own.',
  one: 'At most one certificate of this kind is live for a product in this registry.',
  limits: {
    piece: 'That a piece in your hand is of this product: the certificate is about the product, not about one piece.',
    later: 'That every piece is like what the curators examined.',
  },
}

export type CurationWords = typeof curationEn
