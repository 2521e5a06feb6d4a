/** Requests that show how: demo values, which this registry's demo catalogue takes. */

export const DEMO_PRODUCT = 'batik-tulis-manggur-natural'
export const DEMO_MAKER = 'canting-manggur-demo'

export const leastPiece = {
  kind: 'piece',
  product: DEMO_PRODUCT,
  design: { id: 'demo-embun-pagi', name: 'Embun Pagi', exclusivity: 'exclusive' },
  madeOn: '2026-11-02',
  soldOn: '2026-11-14',
}

const wholePiece = {
  ...leastPiece,
  design: { id: 'demo-kabut-sore', name: 'Kabut Sore', exclusivity: 'exclusive' },
  madeFor: { mode: 'private', commitment: 'A'.repeat(43), sealed: 'A'.repeat(363) },
  customerRef: 'C-0012',
  dimensions: { lengthMm: 2400, widthMm: 1050 },
  marks: [
    {
      where: 'lower left corner, two fingers from the selvedge',
      text: 'a drip of wax the size of a rice grain',
      photo: '0'.repeat(64),
    },
  ],
  photos: [{ sha256: '0'.repeat(64), takenAt: '2026-11-02T03:00:00Z' }],
  process: [
    { step: 'mola', actor: 'designer', date: '2026-09-28' },
    { step: 'nyanting', actor: 'wax-drawer', date: '2026-10-12' },
    { step: 'nglorod', actor: 'dyer', date: '2026-10-01', precision: 'month' },
  ],
}

const curation = { kind: 'curation', product: DEMO_PRODUCT }

const rowOf = (number: number, certificate: object) => ({
  idempotencyKey: `demo-0000-0000-000${number}`,
  certificate,
})
const pieceOf = (id: string, name: string) => ({ ...leastPiece, design: { id, name, exclusivity: 'exclusive' } })
const pieceRows = [rowOf(1, pieceOf('demo-fajar', 'Fajar')), rowOf(2, pieceOf('demo-senja', 'Senja'))]
const curationRows = [rowOf(3, { ...curation, product: 'batik-cap-gajah-oling-shirt' })]

export const requestExamples = {
  certificate: {
    least: { summary: 'A piece, as short as it can be', value: leastPiece },
    whole: { summary: 'A piece with all that can be said of it', value: wholePiece },
    curation: { summary: 'A curation, by a curator', value: curation },
  },
  batch: {
    pieces: { summary: 'Two pieces', value: { rows: pieceRows } },
    curations: { summary: 'Curations, by a curator', value: { rows: curationRows } },
  },
  supersession: {
    correction: {
      summary: 'The day of sale was wrong',
      value: { reason: 'data-error', certificate: { ...pieceOf('demo-awan', 'Awan'), soldOn: '2026-11-15' } },
    },
  },
  token: {
    maker: {
      summary: 'For a maker',
      value: { role: 'maker', maker: DEMO_MAKER, label: 'the shop’s till', days: 30 },
    },
    curator: { summary: 'For a curator', value: { role: 'curator', label: 'curators’ desk' } },
  },
}
