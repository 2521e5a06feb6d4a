/** What a certificate says of a product that curators examined: never shown as if it were about a piece. */
import type { Certified } from '#core/certificate/verify.ts'
import type { Verification } from '../../functions/actions/verify.ts'
import { formatDate, formatList, formatNumber, quote } from '../i18n/format.ts'
import type { Lang } from '../i18n/index.ts'
import { useVerdictWords } from '../i18n/verdict.ts'
import type { Claim } from './piece.ts'
import { nameMaker } from './view.ts'

export type CertifiedCuration = Extract<Certified, { kind: 'curation' }>
type Context = Pick<Verification, 'maker' | 'product'>

/** The catalogue's sentence: what was examined, by whom, under which rubric and when. */
export function describeExamination({ subject }: CertifiedCuration, context: Context, lang: Lang): string {
  const maker = nameMaker(context, subject.maker)
  const rubric = describeRubric(subject.rubric, lang)
  const curators = nameCurators(subject.curators, context, lang)
  const words = useVerdictWords(lang).curation
  return words.statement(quote(subject.productName[lang]), maker, rubric, formatDate(subject.decidedOn, lang), curators)
}

/** `export-v1@1` → `export-v1 (version 1)`. */
function describeRubric(rubric: string, lang: Lang): string {
  const [id = '', version = ''] = rubric.split('@')
  return useVerdictWords(lang).curation.rubric(id, version)
}

/** Ids are signed, names are not: the catalogue has the names of the curators whom it still shows. */
function nameCurators(ids: string[], { product }: Context, lang: Lang): string {
  const shown = product?.curation
  const names = ids.map((id) => {
    const name = shown?.curators[shown.curatorIds.indexOf(id)]
    return name ? `${name} (${id})` : id
  })
  return formatList(names, lang)
}

/** Points by criterion, in the rubric's order. */
export function listPoints({ subject }: CertifiedCuration, lang: Lang): Claim[] {
  const { criteria } = useVerdictWords(lang).curation
  const ids = Object.keys(criteria) as (keyof typeof criteria)[]
  return ids.map((id) => ({ label: criteria[id], text: formatNumber(subject.criteria[id], lang) }))
}

/** The rest of what is signed. */
export function listFacts({ subject }: CertifiedCuration, context: Context, lang: Lang): Claim[] {
  const { facts } = useVerdictWords(lang).curation
  return [
    { label: facts.product, text: subject.productName[lang] },
    { label: facts.maker, text: nameMaker(context, subject.maker) },
    { label: facts.grade, text: subject.grade },
    { label: facts.rubric, text: describeRubric(subject.rubric, lang) },
    { label: facts.curators, text: nameCurators(subject.curators, context, lang) },
    { label: facts.decidedOn, text: formatDate(subject.decidedOn, lang) },
    { label: facts.expiresOn, text: formatDate(subject.expiresOn, lang) },
    { label: facts.record, text: subject.record },
  ]
}

/** `80 of 100`. */
export function describeTotal({ subject }: CertifiedCuration, lang: Lang): string {
  return useVerdictWords(lang).curation.ofHundred(formatNumber(subject.total, lang))
}
