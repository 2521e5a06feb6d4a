/** Rules about cloth: what it is made of, and what it may be called. */
import type { FiledProduct } from '../reading/catalogue.ts'
import type { Path } from '../reading/finding.ts'
import { type Fault, faultAt, type Rule } from './rule.ts'
import type { World } from './world.ts'

export const textileRules = {
  'TEX-01': {
    title: { en: 'Materials do not add up to 100 %', id: 'Jumlah bahan bukan 100%' },
    severity: 'error',
    why: {
      en: 'Customs and labels need the whole of the material; a missing part is a part that nobody declares.',
      id: 'Bea cukai dan label memerlukan seluruh komposisi; bagian yang kurang berarti bahan yang tidak diakui.',
    },
    mend: { en: 'Correct the shares until they make 100.', id: 'Perbaiki bagiannya sampai berjumlah 100.' },
    good: 'cotton 90, silk 10',
    bad: 'cotton 90, silk 5',
  },
  'TEX-02': {
    title: { en: 'Fabric without g/m²', id: 'Kain tanpa g/m²' },
    severity: 'error',
    why: {
      en: 'The HS code of a fabric turns on its mass by area, and a buyer cannot judge a cloth without it.',
      id: 'Kode HS kain bergantung pada beratnya per meter persegi, dan pembeli tidak bisa menilai kain tanpanya.',
    },
    mend: {
      en: 'Weigh a piece and write arealMass, in g/m².',
      id: 'Timbang selembar kain dan isi arealMass dalam g/m².',
    },
    good: 'arealMass: 118',
    bad: 'hs6: "520852"',
  },
  'TEX-03': {
    title: { en: '“Batik” without wax', id: '“Batik” tanpa malam' },
    severity: 'error',
    why: {
      en: 'By SNI 0239 batik is cloth that is resisted with hot wax; prints, ecoprint and jumputan are not batik.',
      id: 'Menurut SNI 0239, batik dibuat dengan perintang malam panas; printing, ecoprint, dan jumputan bukan batik.',
    },
    mend: {
      en: 'Call it by its technique, for example ecoprint, or correct the techniques.',
      id: 'Sebut menurut tekniknya, misalnya ecoprint, atau perbaiki tekniknya.',
    },
    good: 'Ecoprint silk scarf',
    bad: 'Ecoprint batik scarf',
  },
  'TEX-04': {
    title: { en: 'The color of the Batikmark is another technique’s', id: 'Warna Batikmark bukan untuk teknik ini' },
    severity: 'error',
    why: {
      en: 'Gold stands for hand-drawn, white for stamped, silver for combination batik (Permenperin 74/2007).',
      id: 'Emas untuk batik tulis, putih untuk cap, perak untuk kombinasi (Permenperin 74/2007).',
    },
    mend: {
      en: 'Write the color that the certificate shows; where it is right, correct the technique.',
      id: 'Tulis warna yang tertera di sertifikat; bila sudah benar, perbaiki tekniknya.',
    },
    good: 'batik-tulis, gold',
    bad: 'batik-cap, gold',
  },
  'DYE-01': {
    title: { en: '“Natural dye” that is not', id: '“Pewarna alam” yang bukan' },
    severity: 'error',
    why: {
      en: 'Natural dye is what a buyer pays more for; one synthetic bath makes the word false.',
      id: 'Pewarna alam membuat pembeli mau membayar lebih; satu celupan sintetis saja membuat kata itu tidak benar.',
    },
    mend: {
      en: 'Name the plants in dyes, or leave the word out.',
      id: 'Sebutkan tumbuhannya di dyes, atau hapus kata itu.',
    },
    good: 'natural dye, dyes: [mahoni, fix-tunjung]',
    bad: 'natural dye, dyes: [mahoni, naphthol]',
  },
} as const satisfies Record<string, Rule>

type Id = keyof typeof textileRules

/** Chapters of the Harmonized System that hold cloth by the piece or the meter. */
const FABRIC_CHAPTER = /^(5[0-58]|60)/
const BATIK = /batik|バティック|蜡染/i
const NATURAL_DYE = /natural(ly)?[ -]dyed?|natural dyes|plant[ -]dyed?|pewarna(an)? alam|天然染|草木染/i
/** “Not batik”, “bukan pewarna alam”: a denial is no claim. */
const DENIAL =
  /\b(not|no|never|bukan|tanpa|tidak disebut)\s+(a\s+|called\s+)?(?=batik|natural|plant|pewarna)\S+(\s+(dye|alam)\w*)?/gi

export function checkTextile({ value }: FiledProduct, world: World): Fault<Id>[] {
  return [
    ...checkShares(value),
    ...(FABRIC_CHAPTER.test(value.hs6) && value.arealMass === undefined
      ? [faultAt('TEX-02', ['arealMass'], 'The fabric states no g/m².', 'Kain ini belum mencantumkan g/m².')]
      : []),
    ...checkBatik(value, world),
    ...checkMark(value, world),
    ...checkDyes(value, world),
  ]
}

type Value = FiledProduct['value']

function checkShares({ materials }: Value): Fault<Id>[] {
  // Shares may have decimals: thirds are written 33.3, and sums of them are not exact in binary.
  const sum = Math.round(materials.reduce((whole, { pct }) => whole + pct, 0) * 10) / 10
  if (materials.length === 0 || sum === 100) return []
  return [faultAt('TEX-01', ['materials'], `The materials make ${sum} %.`, `Jumlah bahannya ${sum}%.`)]
}

function checkBatik(value: Value, world: World): Fault<Id>[] {
  // Of a technique that is not known, or whose list cannot be read, that finding says enough.
  const wax = value.techniques.some((id) => world.word('techniques', id)?.mayCallBatik ?? true)
  if (wax) return []
  const techniques = value.techniques.join(', ')
  const en = `This says “batik”, and none of the techniques (${techniques}) uses wax.`
  const id = `Di sini tertulis “batik”, padahal tidak ada teknik yang memakai malam (${techniques}).`
  const category: Fault<Id>[] = value.category === 'batik' ? [faultAt('TEX-03', ['category'], en, id)] : []
  return [...category, ...claims(value, BATIK).map((path) => faultAt('TEX-03', path, en, id))]
}

function checkMark({ attestations, techniques }: Value, world: World): Fault<Id>[] {
  const colors = techniques.flatMap((id) => world.word('techniques', id)?.batikmark ?? [])
  return attestations.flatMap(({ type, color }, index) => {
    if (type !== 'batikmark' || (color && colors.includes(color))) return []
    const path = ['attestations', index, 'color']
    const right = colors.join(', ') || '–'
    if (!color) {
      return [faultAt('TEX-04', path, `The mark states no color (${right}).`, `Warna tandanya belum diisi (${right}).`)]
    }
    const en = `The mark is ${color}; that of ${techniques.join(', ')} is ${right}.`
    return [
      faultAt('TEX-04', path, en, `Tandanya ${color}, sedangkan untuk ${techniques.join(', ')} seharusnya ${right}.`),
    ]
  })
}

function checkDyes(value: Value, world: World): Fault<Id>[] {
  const kinds = value.dyes.map((id) => world.word('dyes', id)?.kind)
  // A dye that is not known may be a plant: that finding says enough.
  if (!kinds.includes('synthetic') && (kinds.includes('plant') || kinds.includes(undefined))) return []
  const synthetic = value.dyes.filter((_, index) => kinds[index] === 'synthetic').join(', ')
  const en = synthetic
    ? `This says natural dye, and ${synthetic} is synthetic.`
    : 'This says natural dye, and dyes names no plant.'
  const id = synthetic
    ? `Di sini tertulis pewarna alam, padahal ${synthetic} sintetis.`
    : 'Di sini tertulis pewarna alam, padahal dyes tidak menyebut tumbuhan.'
  return claims(value, NATURAL_DYE).map((path) => faultAt('DYE-01', path, en, id))
}

/** Fields of name and summary that make the claim. */
function claims({ name, summary }: Value, pattern: RegExp): Path[] {
  return Object.entries({ name, summary }).flatMap(([field, texts]) =>
    Object.entries(texts)
      .filter(([, text]) => typeof text === 'string' && pattern.test(text.replace(DENIAL, '')))
      .map(([language]) => [field, language]),
  )
}
