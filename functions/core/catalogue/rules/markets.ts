/** Rule about what a country asks for before goods are let in. */
import { listPapers } from '../checklist.ts'
import type { FiledProduct } from '../reading/catalogue.ts'
import { type Fault, faultAt, type Rule } from './rule.ts'
import type { World } from './world.ts'

export const marketRules = {
  'MKT-01': {
    title: { en: 'No registration that a market asks of food', id: 'Belum ada registrasi pangan untuk pasar tujuan' },
    severity: 'warning',
    why: {
      en: 'Food for China needs the maker’s GACC registration (Decree 280), food for the United States a facility registration with FDA.',
      id: 'Pangan ke Tiongkok perlu registrasi GACC produsen (Dekret 280), pangan ke Amerika Serikat perlu registrasi fasilitas FDA.',
    },
    mend: {
      en: 'Add it to certs in the maker’s file, or leave the market out until it is there.',
      id: 'Tambahkan ke certs di berkas produsen, atau keluarkan pasar itu sampai registrasinya ada.',
    },
    good: 'markets: [CN], certs: [{ type: gacc, … }]',
    bad: 'markets: [CN], certs: []',
  },
} as const satisfies Record<string, Rule>

type Id = keyof typeof marketRules

export function checkMarkets({ value }: FiledProduct, world: World): Fault<Id>[] {
  const { vocab } = world.catalogue
  const papers = { documents: [], attestationTypes: vocab['attestation-types']?.value.entries ?? [] }
  const maker = world.maker(value.maker)?.value
  // A maker's file that cannot be read says nothing of its registrations.
  if (!maker) return []
  const held = new Set([...maker.certs, ...value.attestations].map(({ type }) => type))
  return value.markets.flatMap((market, index) =>
    listPapers(value, market, papers)
      .registrations.filter(({ id }) => !held.has(id))
      .map(({ name }) =>
        faultAt<Id>(
          'MKT-01',
          ['markets', index],
          `${market} asks for this: ${name.en}.`,
          `${market} mensyaratkan: ${name.id}.`,
        ),
      ),
  )
}
