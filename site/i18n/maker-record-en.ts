/** A maker's record, in English. Functions take names, dates and numbers already formatted. */
import type { Band } from '../../functions/actions/describe-maker-record.ts'

export const makerRecordEn = {
  title: (name: string) => `The record of ${name}`,
  description:
    'How many pieces of this maker the registry certified, what became of the certificates, and whether customers came back.',
  kicker: 'The maker’s record',
  page: 'The maker’s page',
  /** One, and many. */
  certificates: ['certificate', 'certificates'] as [string, string],
  designs: ['design', 'designs'] as [string, string],
  count: (certificates: string, designs: string) => `${certificates} for pieces of ${designs}`,
  none: 'No piece of this maker has been certified yet.',
  facts: {
    live: 'Live',
    replaced: 'Replaced',
    withdrawn: 'Withdrawn',
    first: 'The first',
    last: 'The latest',
  },
  live: 'Live means neither withdrawn nor replaced. A replaced certificate has a corrected one in its place, so one piece may be counted twice.',
  returns: {
    heading: 'Customers who came back',
    bands: {
      '3-10': 'Three to ten customers came back.',
      '11-30': 'Eleven to thirty customers came back.',
      'over-30': 'More than thirty customers came back.',
    } satisfies Record<Band, string>,
    unpublished: 'Not published: fewer than three customers came back, or they were not counted.',
    scale: 'The four answers that this page can give',
    steps: { none: 'no number', '3-10': '3–10', '11-30': '11–30', 'over-30': 'over 30' },
    how: 'A customer came back whose live certificates are for pieces sold on two different days or more. One order of fifty pieces is no return.',
  },
  limits: {
    heading: 'How it is counted, and what it does not show',
    references:
      'Customers are counted by the maker’s own references, such as C\u20110012, never by their names. Nobody else can check those references.',
    uncounted: 'Whoever has no reference, or asked to be erased, is not counted.',
    band: 'Only a band is published, and nothing below three: of two customers, each would recognize the other.',
    sales: 'Sales without a certificate are not seen here.',
    why: 'Why customers came back, or did not, is not known here.',
  },
  audit: {
    heading: 'Count it yourself',
    body: 'Certificates, designs and dates stand in a public log that can only grow; anyone can check all of it, with no token. Customers do not stand there, so nobody can recount those.',
    json: 'This record as JSON',
  },
  checked: (time: string, host: string) => `Counted in the registry on ${time} by ${host}.`,
  missing: {
    title: 'No such maker',
    body: 'This registry knows no maker at this address. It may be mistyped.',
    products: 'See all products',
    verify: 'Check a label',
  },
  unavailable: {
    title: 'Cannot be counted right now',
    body: 'The registry’s database did not answer. That says nothing about the maker. Wait a minute and open this page again.',
    again: 'Try again',
  },
}

export type MakerRecordWords = typeof makerRecordEn
