/** The verdict page and /verify, in English. Functions take names and dates already formatted. */
import type { reasonsOf } from '#core/certificate/reasons.ts'
import { curationEn } from './curation-en.ts'

/** The reasons that each act may give: one that is missing does not compile. */
type ReasonWords = {
  [Act in 'revoked' | 'suspended' | 'superseded' | 'reported']: Record<(typeof reasonsOf)[Act][number], string>
}

export const verdictEn = {
  title: 'Certificate check',
  description: 'What this registry knows about the certificate with this code.',
  headings: {
    valid: 'Genuine record, current',
    superseded: 'Genuine record, replaced',
    expired: 'Genuine record, period over',
    suspended: 'Paused',
    reported: 'Reported lost, stolen or disputed',
    revoked: 'Withdrawn',
    altered: 'Record does not match its signature',
    exposed: 'Not proven: the key did not count',
    'unknown-code': 'No certificate has this code',
    unavailable: 'Cannot be checked right now',
  },
  code: 'Code',
  sentence: {
    valid: {
      piece:
        'This registry issued this certificate, and it has not been withdrawn. Now compare it with the piece in your hand.',
      curation:
        'The operator of this catalogue issued this certificate about a product, and it has not been withdrawn. It is not ' +
        'about the piece in your hand.',
    },
    superseded: (who: string, date: string, reason: string) =>
      `${who} replaced this certificate on ${date}: ${reason}. It no longer counts.`,
    expired: (date: string) => `This registry issued this certificate. It held until ${date}, and no longer does.`,
    suspended: (who: string, date: string, reason: string) =>
      `${who} paused this certificate on ${date}: ${reason}. Do not rely on it until the pause is lifted.`,
    reported: (who: string, date: string, reason: string) => `${who} reported on ${date} that ${reason}.`,
    revoked: (who: string, date: string, reason: string) => `${who} withdrew this certificate on ${date}: ${reason}.`,
    altered:
      'What is stored under this code is not what was signed, so none of it is shown. The registry has logged an alert.',
    exposed:
      'This record bears the registry’s signature, made with a key that did not count when it was recorded: it was retired, or ' +
      'somebody else may have had it. Nobody can tell who made this record, so none of it is shown.',
    notIssued: (code: string) => `This registry never issued a certificate with the code ${code}.`,
    notACode: 'This code cannot be right: a symbol may be mistyped or missing. A code has twelve letters and digits.',
    unavailable:
      'The registry’s database did not answer. That says nothing about the piece: it is neither confirmed nor denied.',
  },
  /** Each ends its act's sentence. */
  reasons: {
    revoked: {
      'data-error': 'the record held a mistake',
      returned: 'the piece was returned',
      'lost-or-stolen': 'the piece was reported lost or stolen',
      'design-dispute': 'the design is disputed',
      'key-compromised': 'the signing key was exposed',
      replaced: 'another certificate replaces it',
    },
    suspended: {
      'data-error': 'the record may hold a mistake, which is being checked',
      'design-dispute': 'the design is disputed',
      'key-compromised': 'the signing key may have been exposed',
    },
    superseded: { 'data-error': 'the old record held a mistake', replaced: 'the record was renewed' },
    reported: { 'lost-or-stolen': 'the piece was lost or stolen', 'design-dispute': 'the design is disputed' },
  } satisfies ReasonWords,
  curator: 'A curator of the registry',
  withdrawnMeaning:
    'A label with this code proves nothing any more. If somebody offers you a piece with it, ask the maker.',
  reportedMend: {
    heading: 'What to do',
    body:
      'Do not buy what is offered with this label while the report stands. Note who offers it and where, and tell the ' +
      'maker.',
  },
  changed: {
    heading: 'What changed',
    none: 'No statement differs; the record itself was made anew.',
    before: 'Before',
    after: 'Now',
    missing: 'not stated',
    link: (code: string) => `The new certificate, ${code}`,
    unknown:
      'The new certificate cannot be shown here: it may have been withdrawn or reported in turn, or could not be read ' +
      'just now. Ask the maker.',
  },
  unavailableMend: 'Wait a minute and open this page again.',
  again: 'Check again',
  alteredMend: 'Treat the label as unproven until this page says otherwise.',
  findings: {
    label: 'Three findings',
    record: 'Record',
    recordText: (date: string, state: string) => `Signed on ${date}, unchanged since, ${state}.`,
    tag: 'Label',
    tagText: 'Not known: a QR code can be copied, and a copy leads to this page too.',
    piece: 'Piece',
    pieceText: 'Yours to judge: compare it below.',
    pieceRenewed: 'Yours to judge: compare it with the new certificate.',
    pieceOther: 'Not what this is about: it says nothing about the piece in your hand.',
    product: 'Product',
    productText: 'Examined by curators: the points are below.',
  },
  state: {
    current: 'not withdrawn',
    superseded: (date: string) => `replaced on ${date}`,
    suspended: (date: string) => `paused on ${date}`,
    expired: (date: string) => `its period ended on ${date}`,
  },
  compare: {
    heading: 'Compare with the piece in your hand',
    drawing: 'A drawing of the product, not a photograph of this piece.',
    photo: 'The product, not this piece.',
    size: 'Size',
    edition: 'Edition',
    editionOf: (number: string, size: string) => `${number} of ${size}`,
    open: 'One of an open series, not numbered',
    marks: 'Marks to look for',
    noMarks: 'The maker recorded no marks.',
    yes: 'Yes, it is the same',
    no: 'No, it differs',
  },
  differs: {
    heading: 'If the piece differs',
    body:
      'Then this certificate is not about it, and its label may have been copied from another piece. Do not pay on the ' +
      'strength of it. Photograph the piece and the label, and tell the maker and whoever sold it.',
    maker: 'The maker’s page',
  },
  statement: {
    heading: 'The maker’s statement',
    numbered: (design: string, number: string, size: string) => `number ${number} of ${size} of ${design}`,
    ofSeries: (design: string) => `this piece of the open series ${design}`,
    private: (maker: string, piece: string, date: string) =>
      `${maker} states that ${piece} was made only for, and sold only to, one customer on ${date}.`,
    once: (maker: string, piece: string, date: string) =>
      `${maker} states that ${piece} was made once, and sold on ${date}.`,
    stock: (maker: string, piece: string, date: string) =>
      `${maker} states that ${piece} was made for stock, and sold on ${date}.`,
  },
  owner: {
    label: 'Made for',
    one: 'Made for one customer; only they can show the name.',
    how: 'Their own link shows it here, in a browser with JavaScript; this registry cannot read it.',
  },
  who: {
    logged: (index: string) =>
      `The public log has it as entry ${index}; entries can never be changed or taken out unseen.`,
    heading: 'Who says what',
    checked: 'We checked',
    checkedSource: (date: string, host: string) => `${host}, ${date}`,
    signature: 'The record is signed with this registry’s key on behalf of the maker, and has not changed since.',
    ownSignature: 'The record is signed with this registry’s own key, and has not changed since.',
    binding: 'It belongs to this code and this registry.',
    status: (state: string) => `Its state in this registry: ${state}.`,
    maker: 'The maker states',
    makerSource: (maker: string, date: string) => `${maker}, ${date}, through the registry’s API; all of it is signed`,
    others: 'Others state',
    about: 'About the product, not about this piece',
    curated: (curators: string, total: string) => `${curators} examined the product: ${total} of 100 points.`,
    curatedDates: (from: string, to: string) => `${from}; approved until ${to}`,
    curatedLapsed: (from: string, to: string) => `${from}; the approval ended on ${to}`,
    attested: (name: string, number: string) => `${name}, ${number}`,
    expired: 'expired',
    levels: { issued: 'issued', tested: 'tested', 'self-declared': 'self-declared', unverified: 'not verified' },
    until: (date: string) => `until ${date}`,
    none: 'Nobody else.',
  },
  claims: {
    product: 'Product',
    design: 'Design',
    designer: 'Designer',
    technique: 'Technique',
    motif: 'Motif',
    dyes: 'Dyes',
    materials: 'Materials',
    place: 'Place',
    madeOn: 'Finished',
    soldOn: 'Sold',
    recordedOn: 'Recorded',
    late: (days: string) => `${days} days after the sale`,
    madeFor: 'Made for',
    oneCustomer: 'One customer, whose name is not kept here',
    sealed: 'One customer; only they can show the name',
    stock: 'Stock, not for a certain customer',
    process: 'Steps',
    photos: 'Photo fingerprints (SHA-256)',
  },
  makerSection: {
    heading: 'The maker',
    facts: (place: string, year: string) => `${place}. Working since ${year}.`,
    source: 'From the catalogue’s own record, not from the label.',
    order: 'Order again from this maker',
    record: 'The maker’s record',
    provenance: 'Where the product comes from',
    unknown: 'The catalogue does not show this maker today. The signed record stands on its own.',
  },
  exclusive: {
    heading: 'Exclusivity',
    exclusive: {
      valid: 'This is the only live certificate for this design in this registry; its database refuses a second.',
      suspended: 'The pause frees nothing: this registry issues no other certificate for this design meanwhile.',
      superseded:
        'This certificate is no longer live. The design is exclusive: at most one certificate of it is live in this ' +
        'registry at any time.',
    },
    limited: (size: string) =>
      `The design has ${size} numbered pieces. In this registry each number has at most one live certificate; its ` +
      'database refuses a second.',
    open: 'The design is an open series: any number of pieces may have certificates, and none is numbered.',
    link: 'All certificates of this design, and what became of them',
  },
  curation: curationEn,
  fresh: {
    heading: 'Checked',
    body: (time: string, host: string) =>
      `${time} by ${host}. Save or print this page as a dated record; scan again for today’s state.`,
    key: 'Key',
  },
  limits: {
    heading: 'What this does not prove',
    copy: 'That the label was never copied: any QR code can be.',
    sales: 'That nothing was sold outside this registry, which cannot see it.',
    match: 'That the piece in your hand is the one described: that comparison is yours.',
    lookalike: 'That no similar design was certified under another name.',
  },
  host: {
    heading: (host: string) => `You are on ${host}`,
    body: 'The label prints the same name. Nobody ever needs to log in, pay or install anything to check a certificate here.',
  },
  details: {
    heading: 'Technical details',
    checks: {
      record: 'A record exists',
      form: 'It has the form of a certificate',
      binding: 'It belongs to this code, host and maker',
      signature: 'Its signatures hold',
      key: 'Its key counted when the log took it in',
      status: 'Its events are whole',
    },
    statuses: { valid: 'passed', invalid: 'failed', error: 'could not be checked', skipped: 'not reached' },
    report: 'This report as JSON',
    credential: 'The signed credential (W3C Verifiable Credential 2.0)',
    proof: 'The proof that the public log has it (C2SP tlog-proof)',
    elsewhere: 'How to check all this without us',
  },
  typo: {
    heading: 'Did you mean this code?',
    body: 'One symbol differs from what you typed. Compare it with the label before you follow it.',
  },
  forged: {
    heading: 'If the label says exactly this',
    body:
      'Then the label was not made by this registry. Keep it, photograph it with the piece, do not pay on the strength of ' +
      'it, and tell whoever sold it and the maker whose name it bears.',
    makers: 'Find the maker in the catalogue',
  },
  form: {
    title: 'Check a label',
    description: 'Type the code of a label to see whether its certificate is genuine and current.',
    lead: 'Scan the QR code on the label with any phone, or type its code here. No account, no app, no payment.',
    label: 'Code on the label',
    hint: 'Twelve letters and digits; capitals, spaces and hyphens do not matter.',
    submit: 'Check',
    tipsHeading: 'Before you trust a label',
    tips: [
      'The name printed on the label must be the name in your browser’s address bar.',
      'A genuine record is about one piece: compare marks and size with what you hold.',
      'To check a label, nobody needs to ask for your name, a password or money.',
    ],
  },
}

export type VerdictWords = typeof verdictEn
