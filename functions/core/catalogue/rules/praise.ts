/** Rule about summaries: they state facts, and what others think of the product stands elsewhere or nowhere. */
import type { FiledProduct } from '../reading/catalogue.ts'
import { type Fault, faultAt, type Rule } from './rule.ts'

export const praiseRules = {
  'SUM-01': {
    title: { en: 'Praise or an award in a summary', id: 'Pujian atau penghargaan di ringkasan' },
    severity: 'error',
    why: {
      en: 'A buyer compares facts: material, size, way of making. Superlatives say nothing, and awards stand last on a page.',
      id: 'Pembeli membandingkan fakta: bahan, ukuran, cara pembuatan. Pujian tidak berarti apa-apa, dan penghargaan disebut terakhir.',
    },
    mend: {
      en: 'Say what is special in a fact that can be checked.',
      id: 'Sebutkan kekhasannya dengan fakta yang dapat diperiksa.',
    },
    good: 'Cotton, 240 × 105 cm, drawn by hand on both faces',
    bad: 'The finest batik of Java, winner of many awards',
  },
} as const satisfies Record<string, Rule>

type Id = keyof typeof praiseRules

/** “Best before” is a date. */
const SUPERLATIVE =
  /\b(best(?! before)|finest|greatest|perfect(ly)?|ultimate|world[- ]class|unrivall?ed|unmatched|unbeatable|second to none|number one|no\. ?1|ter(baik|hebat|indah|bagus|cantik|enak|lezat|halus|murah)|paling (baik|hebat|indah|bagus|cantik|enak|lezat|halus|murah)|sempurna|kelas dunia|nomor (satu|1)|tiada (dua|tanding)(nya)?|tak tertandingi)\b/i
const AWARD =
  /\b(awards?|award-winning|prizes?|winners?|medals?|trophy|trophies|penghargaan|juara|pemenang|medali|piala)\b/i

export function checkPraise({ value }: FiledProduct): Fault<Id>[] {
  return Object.entries(value.summary).flatMap(([language, text]) => {
    const path = ['summary', language]
    const praise = text.match(SUPERLATIVE)?.[0]
    if (praise) return [faultAt('SUM-01', path, `“${praise}” is praise.`, `“${praise}” adalah pujian.`)]
    const award = text.match(AWARD)?.[0]
    return award ? [faultAt('SUM-01', path, `“${award}” tells of an award.`, `“${award}” menyebut penghargaan.`)] : []
  })
}
