/** Where a product comes from, as terms and steps of text. */
import type { Product } from '#core/catalogue/product.ts'
import type { MakerEntry, Reading } from '../entry.ts'
import { asSentence, inSentence } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'

export interface Term {
  name: string
  /** Said under the name. */
  aside?: string
  /** A scientific name. */
  latin?: string
  text: string
}

export interface Step {
  name: string
  actor: string
  text: string
}

/** Regency or city with its kind, since seven names are both; with the district where it is known. */
export function describePlace({ regency, district }: Product['origin'], { lang, lookUp }: Reading): string {
  const name = lookUp('regencies', regency).shortName[lang]
  return district ? `${useWords(lang).provenance.district(district)}, ${name}` : name
}

export function listTechniques({ techniques }: Product, { lang, lookUp }: Reading): Term[] {
  return techniques.map((id) => {
    const { name, note, sni } = lookUp('techniques', id)
    return { name: name[lang], aside: sni && `${useWords(lang).provenance.standard}: ${sni}`, text: note[lang] }
  })
}

/** Plants first, with the part that is used; then what fixes them. */
export function listDyes({ dyes }: Product, { lang, lookUp }: Reading): Term[] {
  const found = dyes.map((id) => lookUp('dyes', id))
  const ordered = [...found.filter(({ kind }) => kind !== 'fixer'), ...found.filter(({ kind }) => kind === 'fixer')]
  return ordered.map((dye) => ({
    name: dye.name[lang],
    latin: dye.latin,
    text: asSentence([dye.part?.[lang], dye.color[lang]].filter((part) => part !== undefined).join(': ')),
  }))
}

export function listPeople({ people }: Pick<MakerEntry, 'people'>, { lang, lookUp }: Reading): Term[] {
  return people.map(({ displayName, role }) => ({ name: displayName, text: lookUp('roles', role).name[lang] }))
}

export function listSteps({ process }: Product, { lang, lookUp }: Reading): Step[] {
  return process.map(({ step, actor, note }) => ({
    name: lookUp('process-steps', step).name[lang],
    actor: inSentence(lookUp('roles', actor).name[lang]),
    text: note[lang],
  }))
}
