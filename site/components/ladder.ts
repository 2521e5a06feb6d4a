/** A maker's papers as rungs: the one that the maker's file names, and what each says and does not say. */
import type { Entry, MakerEntry, Reading } from '../entry.ts'
import { useLadderWords } from '../i18n/ladder.ts'
import { listAttestations } from './attestations.ts'

type RungId = MakerEntry['ladder']

/** What a rung rests on: drawn apart, so that a declaration is never taken for a test. */
const BASES = {
  informal: 'nothing',
  nib: 'issued',
  'bina-umk': 'declared',
  'product-sni': 'tested',
  export: 'issued',
} as const satisfies Record<RungId, string>

/** From the lowest. */
const RUNGS: RungId[] = ['informal', 'nib', 'bina-umk', 'product-sni', 'export']

/** The attestations that show a rung, where products state any. */
const SHOWN_BY: Partial<Record<RungId, string>> = { 'bina-umk': 'sni-bina-umk', 'product-sni': 'sni' }

export interface Rung {
  name: string
  /** How it is drawn. */
  kind: (typeof BASES)[RungId]
  basis: string
  says: string
  silent: string
  isHere: boolean
  /** Numbers with their products and dates. */
  evidence: string[]
  /** The file names this rung, and no product states a number for it. */
  lacksEvidence: boolean
}

export function listRungs({ ladder }: Pick<MakerEntry, 'ladder'>, works: readonly Entry[], reading: Reading): Rung[] {
  const words = useLadderWords(reading.lang)
  return RUNGS.map((id) => {
    const { name, basis, says, silent } = words.rungs[id]
    const evidence = listEvidence(id, works, reading)
    return {
      ...{ name, kind: BASES[id], basis, says, silent, evidence },
      isHere: id === ladder,
      lacksEvidence: id === ladder && SHOWN_BY[id] !== undefined && evidence.length === 0,
    }
  })
}

function listEvidence(id: RungId, works: readonly Entry[], reading: Reading): string[] {
  const words = useLadderWords(reading.lang)
  return works.flatMap(({ product }) =>
    listAttestations(
      product.attestations.filter(({ type }) => type === SHOWN_BY[id]),
      reading,
    ).map(({ number, dates }) => words.evidenceOf(number, product.name[reading.lang], dates)),
  )
}
