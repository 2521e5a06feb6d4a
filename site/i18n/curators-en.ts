/** The curators' page, in English. Functions take names and counts already written. */
type Forms = [one: string, many: string]

export const curatorsEn = {
  title: 'Curators',
  description: 'Who examines the products, where, with what load and how fast; where curators are short.',
  heading: 'Who examines',
  lead: 'Two of them examine every product, neither with a tie to its maker. Named here are those who agreed to be, with what their records say of their work.',
  none: 'No curator has agreed to be named yet.',
  forms: {
    products: ['product', 'products'] as Forms,
    records: ['record', 'records'] as Forms,
    curators: ['curator', 'curators'] as Forms,
  },
  facts: {
    places: 'Places',
    kinds: 'Kinds of product',
    open: 'Waiting in these',
    pace: 'From sample to decision',
    records: 'Records',
    agreement: 'Close to the other curator',
    certificate: 'Certificate of competence',
  },
  openShared: (products: string, curators: string) => `${products}, shared by ${curators}`,
  openAlone: (products: string) => `${products}, with nobody else to share them`,
  openNone: 'Nothing waits',
  notTaking: 'Takes no new products at present',
  median: (days: string) => `${days}, the median`,
  noRecord: 'No record yet',
  agreed: (agreed: string, records: string, points: string) =>
    `${agreed} of ${records}: totals at most ${points} points apart`,
  certificate: (scheme: string, tail: string) => `${scheme}, number ending in ${tail}`,
  valid: (issuer: string, from: string, until: string) => `From ${issuer}, ${from} to ${until}`,
  notYet: (issuer: string, from: string) => `From ${issuer}; not in force before ${from}`,
  expired: (issuer: string, until: string) =>
    `From ${issuer}; expired on ${until}. Until it is renewed, this curator decides nothing.`,
  certificateNote:
    'A certificate shows that a licensed body found somebody competent on a day. What they have examined since is in the records.',
  shortHeading: 'Where they are short',
  short: (short: string, all: string) =>
    `Curators certified for this work are few. In ${short} of the ${all} regencies and cities of East Java fewer than two take products, so nothing from there can be approved.`,
  notShort: 'Every regency and city of East Java has two curators or more.',
  shortKinds: (kinds: string) => `Nowhere are there two for ${kinds}.`,
  shortAllKinds: 'For no kind of product are there two.',
  map: 'Where, on the map',
  becomeHeading: 'To become one',
  become: [
    'You need a certificate of BNSP, the national board for professional certification, in the scheme Kurator UMKM, from a body that BNSP has licensed (an LSP). It tests, among other things, the study of a production process, materials, licenses, quality control and the handling of exports.',
    'You agree to be named, with the scheme and the last four characters of your certificate. You state every tie to a maker before you examine anything of theirs; owners, relatives and paid coaches are no curators of that product.',
    'Then the operator adds your file, and makers of your places and kinds can send you samples.',
  ],
  units: 'What the certificate tests, by the units of the national standard SKKNI; from one public source',
  write: 'Write to the operator',
  noContact: 'This registry publishes no address to write to.',
  how: 'How certificates of pieces work',
}

export type CuratorWords = typeof curatorsEn
