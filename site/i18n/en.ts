/** English. Functions take numbers and names already formatted. */
import type { TradeUnit } from '#core/catalogue/vocab.ts'
import { specificationEn } from './specification-en.ts'

/** One and many. */
type Forms = [one: string, many: string]

const units: Record<TradeUnit, Forms> = {
  H87: ['piece', 'pieces'],
  C62: ['unit', 'units'],
  PR: ['pair', 'pairs'],
  SET: ['set', 'sets'],
  DZN: ['dozen', 'dozen'],
  MTR: ['meter', 'meters'],
  CMT: ['cm', 'cm'],
  MTK: ['m²', 'm²'],
  GRM: ['g', 'g'],
  KGM: ['kg', 'kg'],
  TNE: ['t', 't'],
  MLT: ['ml', 'ml'],
  LTR: ['liter', 'liters'],
}
const day: Forms = ['day', 'days']

export const en = {
  units,
  day,
  shell: {
    skip: 'Skip to the content',
    menu: 'Main',
    language: 'English',
    products: 'Products',
    clusters: 'Clusters',
    curators: 'Curators',
    verify: 'Check a label',
    how: 'How it works',
    problems: 'Problems',
    rules: 'Rules for content',
    api: 'For developers',
    contact: 'Contact',
    demo: 'Demonstration. Makers, products, prices and papers are invented; nothing here can be ordered.',
    about:
      'Asli is Indonesian for genuine: a curated catalogue of small Indonesian makers, with a provenance page for ' +
      'every product and certificates for single pieces.',
  },
  home: {
    title: 'Small Indonesian makers, examined before they are shown',
    description:
      'A curated, export-oriented catalogue of small Indonesian makers: full specifications, provenance, ' +
      'curation scores, and certificates for single pieces.',
    heading: 'Small Indonesian makers, examined before they are shown.',
    meaning: 'Indonesian, adjective: genuine; not an imitation; native to its place.',
    lead:
      'Each product here states who made it, where and of what, how many can be had, how soon ' +
      'and at what price. For each statement you can see who says so.',
    all: (count: string) => `All ${count} products`,
    clusters: 'By place, on a map',
    works: 'From the catalogue',
    verifyHeading: 'Check a label',
    verifyBody:
      'A piece sold with a certificate carries a label with a QR code and a written code of twelve symbols. Scan ' +
      'the one or type the other: you read at once whether the record is real and current, who says so, and how to ' +
      'compare it with the piece in your hand. No account, no app.',
    verifyLink: 'Type the code of a label',
    curationHeading: 'Who examines',
    curationBody:
      'Two certified curators, neither of them the owner nor a relative, examine a sample of every product ' +
      'under the same public criteria. Below the pass mark it is not shown. An approval ends on a date, and at once ' +
      'when the specification changes.',
    curators: 'Curators of the products shown',
    curatorsLink: 'Their work, and where they are short',
    demoHeading: 'This is a demonstration',
    demoBody:
      'No maker, curator, price or paper in it is real, and the pictures are drawings. The places, techniques, ' +
      'motifs, plants and customs codes are.',
  },
  list: {
    title: 'Products',
    description: 'Every product that two curators approved, by kind, with minimum order, lead time and price.',
    lead: (count: string) =>
      `${count} products, each approved by two curators. Prices are for one unit, by order size.`,
    by: 'by',
    moq: 'Minimum',
    leadTime: 'Lead time',
    price: 'Price',
    contents: 'Kinds of product',
  },
  picture: {
    plate: (number: string) => `Plate ${number}.`,
    figure: (number: string) => `Fig. ${number}.`,
    drawing: 'Drawing, not a photograph.',
    roles: {
      hero: 'The piece',
      detail: 'Detail',
      scale: 'Scale',
      packaging: 'Packing',
      process: 'At work',
    },
  },
  product: {
    breadcrumb: 'You are here',
    by: 'by',
    contact: 'Contact the maker',
    approved: (total: string, grade: string) => `Two curators gave it ${total} of 100 points, grade ${grade}.`,
    until: (date: string) => `Approved until ${date}.`,
    ended: (date: string) => `Its approval ended on ${date}.`,
    withdrawn: 'It has been withdrawn since this page was written.',
    lapsed: (date: string) => `This approval ended on ${date}. The product stays only because this is a demonstration.`,
    provenance: 'Provenance and curation record',
    story: 'The story',
    care: 'Care',
    attestations: 'What others attest',
    noAttestations: 'No third party attests anything about this product. The curation record is separate.',
  },
  spec: specificationEn,
  attestation: {
    who: 'Who says so',
    level: 'Basis',
    dates: 'Dates',
    levels: {
      issued: 'Issued by an authority',
      tested: 'Tested by a laboratory',
      'self-declared': 'Declared by the maker itself',
      unverified: 'Not verified',
    },
    issuedAt: (date: string) => `from ${date}`,
    expires: (date: string) => `until ${date}`,
    expired: (date: string) => `expired on ${date}`,
    noExpiry: 'no end date stated',
  },
  provenance: {
    title: (name: string) => `Provenance: ${name}`,
    description: (name: string) =>
      `Where ${name} comes from: place, maker, motif, materials, steps and curation record.`,
    kicker: 'Provenance',
    back: 'Specification and price',
    place: 'Place',
    madeIn: (place: string) => `Made in ${place}, Indonesia.`,
    district: (name: string) => `${name} district`,
    madeAt: (workshop: string) => `Not in the maker’s own workshop: ${workshop}.`,
    cluster: 'Cluster',
    facilities: 'Shared facilities',
    maker: 'Maker',
    since: (year: string) => `since ${year}`,
    people: 'People who agreed to be named',
    designer: (name: string) => `Designed by ${name}.`,
    motif: 'Motif',
    reading: (text: string) => `It is often read as: ${text}`,
    readingNote: 'Readings differ from place to place and from teller to teller; none is the only true one.',
    source: 'Source',
    technique: 'Technique',
    standard: 'Indonesian standard',
    dyes: 'Dyes',
    materials: 'Materials',
    share: 'Share',
    material: 'Material',
    origin: 'Comes from',
    notStated: 'not stated',
    process: 'How it is made',
    processNote: 'The steps in their order, as the maker told the curators.',
    attestations: 'What others attest',
    curation: 'Curation record',
    verify: 'A certificate for your piece',
    verifyBody:
      'This page is about the product. A certificate is about one piece: its label carries a QR code and a ' +
      'written code of twelve symbols. This page does not show the status of certificates; check the label to see ' +
      'whether yours is valid today.',
    verifyLink: 'Check a label',
  },
  curation: {
    lead: (total: string, grade: string) => `${total} of 100 points, grade ${grade}`,
    record: 'Record',
    rubric: 'Rubric',
    decided: 'Decided',
    approvedUntil: 'Approved until',
    sample: 'Sample examined',
    sampleOn: (code: string, date: string) => `${code}, received ${date}`,
    curators: 'Curators',
    certificate: (scheme: string, tail: string) => `${scheme}, certificate number ending in ${tail}`,
    noConflict: 'declared no tie to the maker',
    gates: 'Required conditions met',
    evidence: 'Evidence that the curators keep',
    evidenceKinds: {
      'sample-photo': 'Photograph of the sample',
      'packaging-photo': 'Photograph of the packaging',
      'workshop-photo': 'Photograph of the workshop',
      'test-report': 'Test report',
      'score-sheet': 'Score sheet',
      document: 'Document',
    },
    evidencePrivate: 'Not public',
    scores: 'Points per criterion, the mean of the curators’ points',
    criterion: 'Criterion',
    points: 'Points',
    share: 'Share',
    of: (points: string, max: string) => `${points} of ${max}`,
    total: 'Total',
    mark: (pct: string) => `The line marks the lowest share that passes, ${pct}.`,
    notes: 'What the curators say',
    complaints: 'Complaints upheld since then',
    complaintsOf: (count: number, most: number) =>
      count === 0 ? 'None' : `${count} of the ${most} that end an approval`,
    complaint: (decided: string) => `Upheld on ${decided}`,
  },
  maker: {
    description: (name: string, place: string) =>
      `${name} in ${place}: what they make, since when, and what they signed.`,
    kicker: 'Maker',
    form: 'Legal form',
    size: 'Size class',
    sizes: { mikro: 'Micro enterprise', kecil: 'Small enterprise', menengah: 'Medium enterprise' },
    forms: {
      perorangan: 'Sole trader (perorangan)',
      CV: 'Limited partnership (CV)',
      PT: 'Limited company (PT)',
      'PT perorangan': 'One-person company (PT perorangan)',
      koperasi: 'Cooperative (koperasi)',
      kelompok: 'Group (kelompok)',
    },
    employees: 'People at work',
    women: (pct: string) => `${pct} women`,
    nib: 'Business number (NIB)',
    nibTail: (tail: string) => `ends in ${tail}`,
    kbli: 'Line of business (KBLI)',
    trademark: 'Trademark',
    trademarkOf: (name: string, number: string) => `${name}, registration ${number}`,
    memberships: 'Member of',
    plut: 'Advised by',
    languages: 'Answers in',
    exports: 'Has exported to',
    noExports: 'Not yet exported',
    people: 'People who agreed to be named',
    works: 'What they make',
    facts: 'In figures',
    record: 'Certificates of this maker, and customers who came back',
    statements: 'What the owner signed',
    signed: (date: string) => `Signed on ${date}. These are the owner’s own statements.`,
    stated: { childLabour: 'No child labor', fairPay: 'Fair pay', environment: 'Care for water, waste and air' },
    yes: 'stated',
    no: 'not stated',
    attestations: 'What others attest of them and of what they make',
    contact: 'Contact',
    relay: 'Write to the registry; it passes your message on to the maker, so that no private number is published.',
    relayDemo: 'The maker is invented: in this demonstration there is nobody to write to.',
    relayNone: 'This registry publishes no address to write to.',
  },
  problems: {
    title: 'Problems',
    description: 'What the problem documents of the registry’s interface mean, and what to do about each.',
    lead:
      'When the registry cannot do what a program asks, it answers with a problem document (RFC 9457) whose type ' +
      'is one of these addresses.',
    status: 'HTTP status',
    meaning: 'What happened',
    mend: 'What to do',
    all: 'All problems',
  },
  rules: {
    title: 'Rules for content',
    description: 'What every content file is checked for, why, and how a curator mends it.',
    lead:
      'Every product, maker and curation record is a file that a curator writes. These are the rules that each file is ' +
      'checked by; what breaks one is left out of the catalogue until it is mended.',
    severity: { error: 'Error: keeps the product out', warning: 'Warning: never keeps a product out' },
    short: { error: 'Error', warning: 'Warning' },
    why: 'Why',
    mend: 'What to do',
    examples: 'Examples',
    good: 'Good',
    bad: 'Bad',
    all: 'All rules',
  },
  preview: {
    page: 'Preview on this computer: not the published site.',
    draft: 'Draft: not published, not approved.',
    mark: 'Draft, not approved',
    approval: 'Not approved as it stands here: it has no points and no grade.',
    record:
      'There is none that holds. Once two curators have approved the product as it stands here, this is the place of its ' +
      'points, their notes and their names.',
    picture: (file: string) => `No picture yet: ${file}.`,
  },
  missing: {
    title: 'Nothing at this address',
    description: 'The page does not exist.',
    heading: 'There is nothing at this address',
    body: 'The product may have been withdrawn, or the address mistyped.',
    products: 'See all products',
    verify: 'Check a label',
  },
}

/** Every text of the pages. A key that one language lacks does not compile. */
export type Words = typeof en
