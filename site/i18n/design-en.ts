/** A design's page, in English. Functions take names, dates and numbers already formatted. */
export const designEn = {
  title: (name: string, maker: string) => `${name}, a design of ${maker}`,
  description: 'Every certificate of this design in this registry, and what became of each.',
  kicker: 'Design',
  facts: { maker: 'Maker', product: 'Product', exclusivity: 'Exclusivity', id: 'Design id' },
  editions: {
    exclusive: 'Exclusive: at most one certificate is live at any time.',
    limited: (size: string) => `Limited: pieces 1 to ${size}, each with at most one live certificate.`,
    open: 'Open series: any number of pieces, none of them numbered.',
  },
  /** One, and many. */
  certificates: ['certificate', 'certificates'] as [string, string],
  count: (total: string, certificates: string, live: string) =>
    `${total} ${certificates} in this registry, ${live} live`,
  live: 'Live means neither withdrawn nor replaced; a paused or reported certificate still takes up its place.',
  list: 'Certificates, the latest first',
  latest: (count: string) => `The latest ${count} are shown.`,
  number: (number: string, size: string) => `Number ${number} of ${size}`,
  states: {
    valid: 'Current',
    superseded: 'Replaced',
    suspended: 'Paused',
    reported: 'Reported',
    revoked: 'Withdrawn',
    altered: 'Record and history contradict each other',
  },
  issued: (date: string) => `Issued on ${date}`,
  curator: 'a curator of the registry',
  acts: {
    revoked: (who: string, date: string) => `Withdrawn on ${date} by ${who}`,
    suspended: (who: string, date: string) => `Paused on ${date} by ${who}`,
    resumed: (who: string, date: string) => `Pause lifted on ${date} by ${who}`,
    superseded: (who: string, date: string) => `Replaced on ${date} by ${who}`,
    reported: (who: string, date: string) => `Reported on ${date} by ${who}`,
    'report-withdrawn': (who: string, date: string) => `Report withdrawn on ${date} by ${who}`,
    'subject-erased': (who: string, date: string) => `The customer’s sealed name erased on ${date} by ${who}`,
  },
  entry: (index: string) => `Log entry ${index}`,
  limits: {
    heading: 'What this page does and does not show',
    codes: 'Codes are not listed here. The label of each piece has its code, which leads to the whole record.',
    exclusivity:
      'Exclusivity is proven for this design id in this registry, not against look-alikes under another name.',
    signature: 'This page tells the history. Signatures are checked where a code is checked.',
    verify: 'Check a label',
  },
  audit: {
    heading: 'Audit it yourself',
    body: 'Every entry named here is in a public log that can only grow. Anyone can check all of it, with no token:',
    checkpoint: 'The log’s checkpoint',
  },
  checked: (time: string, host: string) => `Read from the registry on ${time} by ${host}.`,
  missing: {
    title: 'No such design',
    body: 'This registry has no certificate of a design at this address. It may be mistyped: a design has a page once its first certificate is issued.',
    products: 'See all products',
    verify: 'Check a label',
  },
  unavailable: {
    title: 'Cannot be read right now',
    body: 'The registry’s database did not answer. That says nothing about the design or its certificates. Wait a minute and open this page again.',
    again: 'Try again',
  },
}

export type DesignWords = typeof designEn
