/** /print/tags and /print/cards, in English. Functions take names, numbers and dates already formatted. */
export const printEn = {
  tags: {
    title: 'Print labels',
    description: 'Sheets of labels with the QR codes of certificates.',
    lead: 'Labels of 30 × 50 mm, 24 on an A4 sheet, each with the QR and the code of one piece.',
    submit: 'Show the sheets',
    other: 'Print certificate cards instead',
  },
  cards: {
    title: 'Print certificate cards',
    description: 'Paper certificates with the QR codes of pieces.',
    lead: 'Cards of 105 × 148 mm (A6), each with the maker’s statement on one piece and a signed QR.',
    submit: 'Show the cards',
    other: 'Print labels instead',
  },
  form: {
    codes: 'Codes',
    codesHint: (most: string) => `One a line, or with commas between; at most ${most} at a time.`,
    dpi: 'Printer',
    dpis: {
      203: '203 dpi: label printers',
      300: '300 dpi: home and office',
      600: '600 dpi: laser printers',
      other: (dpi: string) => `${dpi} dpi`,
    },
    mm: 'Width of the QR in mm',
    mmHint: 'Leave it empty for a width that phones read well.',
    paper: 'Paper',
    papers: {
      a6: 'A6, one card a page',
      a4: 'A4, four cards a page, to cut',
      fold: 'A4, one card a page, to fold: the owner’s QR is inside',
    },
  },
  refused: {
    heading: 'Nothing is printed yet',
    lead: 'Correct what is listed here in the form below, and show the sheets again.',
  },
  faults: {
    'bad-dpi': 'The printer’s dpi is not a whole number from 72 to 2400: choose one below.',
    'bad-mm': 'The width of the QR is not a number of millimeters from 1 to 500: correct it, or leave it empty.',
    'bad-paper': 'The paper is none of a6, a4 and fold: choose one below.',
    'too-many': (count: string, most: string) => `There are ${count} codes; at most ${most} can be printed at a time.`,
    'too-small': (dpi: string, mm: string, least: string) =>
      `At ${dpi} dpi this QR needs at least ${least} mm; ${mm} mm was asked for. Ask for ${least} mm, or leave the width empty.`,
    'too-wide': (dpi: string, mm: string, widest: string) =>
      `At ${dpi} dpi this QR would be ${mm} mm wide, and there is room for ${widest} mm: choose a finer printer or a smaller width.`,
    'not-a-code': (typed: string) =>
      `“${typed}” is not a code: a code has twelve letters and digits. Compare it with the certificate.`,
    mistyped: (typed: string, suggestion: string) => `“${typed}” is mistyped. Did you mean ${suggestion}?`,
    unknown: (code: string) =>
      `No certificate of this registry has the code ${code}: compare it with the certificate, or take it out.`,
    withdrawn: (code: string) =>
      `The certificate ${code} is withdrawn: take it out. A label of it would prove nothing.`,
    altered: (code: string) =>
      `The record of ${code} does not match its signature: take it out, and tell the registry’s operator.`,
    'not-a-piece': (code: string) =>
      `The certificate ${code} is about a product, not about one piece, so it has no label: take it out.`,
    'not-current': (code: string) => `The certificate ${code} is not current: take it out; its page says why.`,
  },
  page: 'See its page',
  ready: {
    tags: (tags: string, sheets: number) => `${tags} on ${sheets === 1 ? 'one A4 sheet' : `${sheets} A4 sheets`}`,
    tag: (count: number) => (count === 1 ? 'One label' : `${count} labels`),
    card: (count: number) => (count === 1 ? 'One card' : `${count} cards`),
    a6: 'A6, one a page',
    a4: 'A4, four a page',
    fold: 'A4, to fold',
    howHeading: 'Before you print',
    how: 'Print this page at 100 %, without fitting it to the paper and without the browser’s own margins.',
    measureTags: 'Then measure the line at the foot of the sheet: it is 50 mm long.',
    measureCards: 'Then measure the frame of a card: it is 95 mm wide and 138 mm high.',
    size: (mm: string, dots: string, dpi: string) =>
      `Each QR is ${mm} mm wide: ${dots} dots of a ${dpi} dpi printer to every square of it.`,
    sizeFront: (mm: string, dots: string, dpi: string) =>
      `The QR on the front is ${mm} mm wide: ${dots} dots of a ${dpi} dpi printer to every square of it.`,
    foldHow:
      'Print on one side, and fold each sheet twice with the print outside: first the upper half to the back, then the left ' +
      'half to the back. Inside, the owner’s page is then on the right, and the left one is white for your own words.',
    ownerMissing:
      'A card here is without its owner’s QR, and says so inside. The QR is drawn on this device, from the end of the address ' +
      'that “asli issue” gave you (#o=…), which is never sent: open that address, whole, in a browser with JavaScript.',
    fresh: 'Every certificate here was checked when this page was opened. Open it again before you print later.',
    again: 'Other codes or another printer',
  },
  sheet: {
    of: (number: string, total: string) => `sheet ${number} of ${total}`,
    ruler: 'This line is 50 mm long. If yours is not, print again at 100 %, without fitting to the page.',
    cut: 'Cut along the lines.',
  },
  edition: (number: string, size: string) => `${number} of ${size}`,
  check: (host: string) => `check at ${host}/v`,
  demo: 'Demo',
  card: {
    title: 'Certificate of a piece',
    demo: 'Demo: maker and piece are invented',
    maker: 'Maker',
    design: 'Design',
    product: 'Product',
    edition: 'Edition',
    only: '1 of 1: the only one',
    open: 'Open series',
    madeOn: 'Made',
    soldOn: 'Sold',
    recordedOn: 'Recorded',
    signed: (host: string, date: string) =>
      `The QR carries this registry’s signature. Even offline it shows that ${host} issued this code on ${date} (UTC), ` +
      'and no more: whether the certificate still holds, only the address above tells.',
  },
  owner: {
    title: 'For its owner',
    what: 'This QR opens the certificate, and shows for whom the piece was made. Without it the registry itself cannot tell.',
    keep: 'Keep it as you keep the piece: whoever has it can show the name.',
    label: 'The owner’s QR',
    missing: 'This print has no owner’s QR',
    why:
      'It is drawn by the browser of whoever prints, with JavaScript, from the end of an address that is never sent to the ' +
      'registry. This card was printed without that end.',
    none: 'No name was sealed with this certificate, so it has no owner’s QR.',
  },
  back: {
    heading: 'How to check',
    steps: (host: string) => [
      `Scan the QR on the front with any phone, or type the code at ${host}/v.`,
      `The address bar must show ${host}, to the letter.`,
      'Compare the marks and the size with the piece in your hand.',
      'Nobody needs to log in, pay or install anything.',
    ],
  },
  /** By edition, then by whom the piece was made for. */
  statement: {
    only: {
      private: (maker: string, design: string, date: string) =>
        `${maker} states that “${design}” was made only for, and sold only to, one customer on ${date}.`,
      none: (maker: string, design: string, date: string) =>
        `${maker} states that “${design}” was made once and sold on ${date}.`,
    },
    numbered: {
      private: (maker: string, design: string, date: string) =>
        `${maker} states that this piece of “${design}” was made for one customer, and sold only to them on ${date}.`,
      none: (maker: string, design: string, date: string) =>
        `${maker} states that this piece is one of a numbered edition of “${design}”, sold on ${date}.`,
    },
    open: {
      private: (maker: string, design: string, date: string) =>
        `${maker} states that this piece of “${design}” was made for one customer, and sold only to them on ${date}.`,
      none: (maker: string, design: string, date: string) =>
        `${maker} states that this is a piece of “${design}”, sold on ${date}.`,
    },
  },
}

export type PrintWords = typeof printEn
