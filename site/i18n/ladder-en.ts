/** The rungs of a maker's papers, in English: what each says, and what it does not. */
export const ladderEn = {
  title: 'Papers, rung by rung',
  lead: (rung: string) =>
    `This maker’s file names the rung “${rung}”. It vouches for no other: who exports need not have had anything tested.`,
  here: 'This maker',
  says: 'It says',
  silent: 'It does not say',
  evidence: 'Stated with the products',
  evidenceOf: (number: string, product: string, dates: string) => `${number}, ${product}, ${dates}`,
  noEvidence: 'No number is stated with the products shown.',
  rungs: {
    informal: {
      name: 'Not registered',
      basis: 'Nothing on paper',
      says: 'The business has no number yet.',
      silent: 'That the work is better or worse. But without a number no product is approved.',
    },
    nib: {
      name: 'Business number (NIB)',
      basis: 'Issued by an authority',
      says: 'The business is registered with OSS, the state’s licensing system, under thirteen digits.',
      silent: 'Anything about a product: nobody looked at one for it.',
    },
    'bina-umk': {
      name: 'SNI Bina UMK',
      basis: 'Declared by the maker itself, nothing tested',
      says: 'The maker declared, through the business number, to keep to a national standard. The state offers this to micro and small enterprises of low risk.',
      silent: 'That anybody tested or inspected anything. It is not the SNI certificate of the next rung.',
    },
    'product-sni': {
      name: 'SNI product certificate',
      basis: 'Tested by an accredited body',
      says: 'A product was tested against its national standard, and the certificate has a number and an end.',
      silent: 'That the maker’s other products were tested, or that every later piece is the same.',
    },
    export: {
      name: 'Export documents',
      basis: 'Issued for single shipments',
      says: 'The maker has had documents for export made out.',
      silent: 'That anything was tested, or that your country lets the goods in.',
    },
  },
}

export type LadderWords = typeof ladderEn
