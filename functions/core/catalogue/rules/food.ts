/** Rules about what is eaten and drunk. */
import type { FiledProduct } from '../reading/catalogue.ts'
import { isEdible } from '../vocab.ts'
import { type Fault, faultAt, type Rule } from './rule.ts'

export const foodRules = {
  'FOOD-01': {
    title: { en: 'Neither or both of SPP-IRT and BPOM', id: 'Tanpa izin, atau SPP-IRT dan BPOM sekaligus' },
    severity: 'error',
    why: {
      en: 'Processed food has one marketing license: SPP-IRT of the regency, or MD of BPOM.',
      id: 'Pangan olahan punya satu izin edar: SPP-IRT dari kabupaten/kota, atau MD dari BPOM.',
    },
    mend: {
      en: 'Keep the license that stands on the label.',
      id: 'Cantumkan izin yang tertera di label saja.',
    },
    good: 'attestations: spp-irt, halal',
    bad: 'attestations: spp-irt, bpom-md, halal',
  },
  'FOOD-02': {
    title: { en: 'No halal certificate', id: 'Tanpa sertifikat halal' },
    severity: 'error',
    why: {
      en: 'The certificate is mandatory for food and drink sold in Indonesia (PP 39/2021).',
      id: 'Sertifikat halal wajib untuk makanan dan minuman yang beredar di Indonesia (PP 39/2021).',
    },
    mend: { en: 'Add the certificate with its number.', id: 'Tambahkan sertifikat beserta nomornya.' },
    good: 'attestations: spp-irt, halal',
    bad: 'attestations: spp-irt',
  },
  'FOOD-03': {
    title: { en: 'Allergens are not stated', id: 'Alergen belum disebut' },
    severity: 'error',
    why: {
      en: 'A list that was forgotten looks like a product without allergens.',
      id: 'Daftar yang terlupa akan terlihat seperti produk tanpa alergen.',
    },
    mend: { en: 'List them, or write allergens: [].', id: 'Sebutkan semuanya, atau tulis allergens: [].' },
    good: 'allergens: []',
    bad: '(no allergens)',
  },
  'FOOD-04': {
    title: { en: 'No nutrition for a market that asks for it', id: 'Belum ada informasi gizi untuk pasar tujuan' },
    severity: 'error',
    why: {
      en: 'The United States and the European Union ask for a nutrition declaration on packed food.',
      id: 'Amerika Serikat dan Uni Eropa mewajibkan informasi nilai gizi pada pangan kemasan.',
    },
    mend: {
      en: 'Add nutrition per 100 g, or leave these markets out.',
      id: 'Tambahkan nutrition per 100 g, atau keluarkan pasar itu.',
    },
    good: 'markets: [US], nutrition: { energyKcal: 384, … }',
    bad: 'markets: [US]',
  },
  'FOOD-05': {
    title: { en: 'Energy does not fit the nutrients', id: 'Energi tidak sesuai dengan zat gizinya' },
    severity: 'warning',
    why: {
      en: 'Protein and carbohydrate give about 4 kcal a gram, fat about 9; far from it, a figure was mistyped.',
      id: 'Protein dan karbohidrat memberi sekitar 4 kkal per gram, lemak sekitar 9; bila jauh berbeda, ada angka yang keliru.',
    },
    mend: { en: 'Compare the figures with the test report.', id: 'Cocokkan angkanya dengan hasil uji.' },
    good: '384 kcal: fat 0.2, carbohydrate 94, protein 1.2',
    bad: '38 kcal: fat 0.2, carbohydrate 94, protein 1.2',
  },
} as const satisfies Record<string, Rule>

type Id = keyof typeof foodRules

/** The European Union and the United States. */
const NUTRITION_MARKETS = new Set(
  'US AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
)

/** Cooked or refined; green coffee, fresh and dried plants have no marketing license of their own. */
export function checkFood({ value }: FiledProduct): Fault<Id>[] {
  if (!isEdible(value.category)) return []
  const types = value.attestations.map(({ type }) => type)
  const licenses = types.filter((type) => type === 'spp-irt' || type === 'bpom-md')
  const faults: Fault<Id>[] = []
  if (new Set(licenses).size !== 1) {
    const [en, id] =
      licenses.length === 0
        ? ['The food has neither SPP-IRT nor BPOM MD.', 'Produk pangan ini belum punya SPP-IRT atau BPOM MD.']
        : ['The food has both SPP-IRT and BPOM MD.', 'Produk pangan ini punya SPP-IRT sekaligus BPOM MD.']
    faults.push(faultAt('FOOD-01', ['attestations'], en, id))
  }
  if (!types.includes('halal')) {
    faults.push(faultAt('FOOD-02', ['attestations'], 'There is no halal certificate.', 'Belum ada sertifikat halal.'))
  }
  return [...faults, ...checkNutrition(value)]
}

function checkNutrition({ nutrition, markets }: FiledProduct['value']): Fault<Id>[] {
  if (!nutrition) {
    const market = markets.findIndex((country) => NUTRITION_MARKETS.has(country))
    if (market < 0) return []
    const name = markets[market] ?? ''
    const en = `The market ${name} asks for nutrition per 100 g.`
    return [faultAt('FOOD-04', ['markets', market], en, `Pasar ${name} mewajibkan informasi gizi per 100 g.`)]
  }
  const { energyKcal, fat, carbohydrate, protein } = nutrition
  const expected = Math.round(4 * carbohydrate + 4 * protein + 9 * fat)
  if (Math.abs(energyKcal - expected) <= expected * 0.2 + 1) return []
  const en = `${energyKcal} kcal are stated; the nutrients come to about ${expected}.`
  const id = `Tertulis ${energyKcal} kkal; menurut zat gizinya sekitar ${expected}.`
  return [faultAt('FOOD-05', ['nutrition', 'energyKcal'], en, id)]
}
