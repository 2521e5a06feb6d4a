/** What a new product needs and can be typed in a line, in the order of asking. Its category decides about its fields. */
import { type Category, isEdible } from '../vocab.ts'
import { openProductFields } from './product-open.ts'
import type { Answers, FieldTable } from './question.ts'

const edible = (answers: Answers) => isEdible(answers.get('category') as Category)
const made = (answers: Answers) => !edible(answers)
const cloth = (answers: Answers) => ['batik', 'tenun'].includes(String(answers.get('category')))

const asked: FieldTable = [
  { path: 'category', need: 'must', words: 'categories', example: 'batik', ask: { en: 'Category', id: 'Kategori' } },
  {
    path: 'name.id',
    need: 'must',
    example: 'Kain batik tulis',
    ask: { en: 'Name in Indonesian', id: 'Nama dalam bahasa Indonesia' },
  },
  {
    path: 'name.en',
    need: 'must',
    example: 'Hand-drawn batik cloth',
    ask: { en: 'Name in English', id: 'Nama dalam bahasa Inggris' },
  },
  {
    path: 'summary.id',
    example: 'Fakta untuk daftar produk, yaitu bahan, cara pembuatan, ukuran, dan kekhasannya.',
    ask: {
      en: 'Summary in Indonesian: facts, 60 to 200 characters',
      id: 'Ringkasan bahasa Indonesia: fakta, 60 sampai 200 karakter',
    },
  },
  {
    path: 'summary.en',
    example: 'Facts for a list of products, namely material, way of making, size, and what is special.',
    ask: {
      en: 'Summary in English: facts, 60 to 200 characters',
      id: 'Ringkasan bahasa Inggris: fakta, 60 sampai 200 karakter',
    },
  },
  {
    path: 'techniques',
    shape: 'list',
    words: 'techniques',
    when: made,
    example: '[batik-tulis]',
    ask: { en: 'Techniques, the main one first', id: 'Teknik, yang utama dahulu' },
  },
  {
    path: 'motifs',
    shape: 'list',
    words: 'motifs',
    when: cloth,
    need: 'may',
    example: '[kawung]',
    ask: { en: 'Motifs', id: 'Motif' },
  },
  {
    path: 'dyes',
    shape: 'list',
    words: 'dyes',
    when: cloth,
    need: 'may',
    example: '[indigofera]',
    ask: { en: 'Dyes and fixers', id: 'Pewarna dan pengunci warna' },
  },
  {
    path: 'materials',
    shape: 'shares',
    words: 'fibres',
    when: made,
    example: '[{ fibre: cotton, pct: 100 }]',
    ask: {
      en: 'Materials with percent, as in “cotton 60, silk 40”',
      id: 'Bahan dengan persen, misalnya “cotton 60, silk 40”',
    },
  },
  {
    path: 'arealMass',
    shape: 'number',
    when: cloth,
    example: '118',
    ask: { en: 'Mass of the fabric, g/m²', id: 'Gramasi kain, g/m²' },
  },
  {
    path: 'dims',
    shape: 'size',
    when: made,
    example: '{ l: 240, w: 105, tolerancePct: 3 }',
    ask: { en: 'Size in cm, as in “240 x 105”', id: 'Ukuran dalam cm, misalnya “240 x 105”' },
  },
  {
    path: 'netMass',
    shape: 'number',
    when: edible,
    example: '200',
    ask: { en: 'Net mass of one unit, g', id: 'Berat bersih satu satuan, g' },
  },
  {
    path: 'grossMass',
    shape: 'number',
    when: edible,
    example: '216',
    ask: { en: 'Mass of one unit with its inner packing, g', id: 'Berat satu satuan dengan kemasan dalam, g' },
  },
  {
    path: 'ingredients',
    shape: 'pairs',
    when: edible,
    example: '[{ en: Coffee, id: Kopi }]',
    ask: {
      en: 'Ingredients, the largest share first, as in “Kopi / Coffee; Gula / Sugar”',
      id: 'Bahan pangan, dari yang terbanyak, misalnya “Kopi / Coffee; Gula / Sugar”',
    },
  },
  {
    path: 'allergens',
    shape: 'list',
    words: 'allergens',
    when: edible,
    example: '[]',
    ask: { en: 'Allergens that it contains (- for none)', id: 'Alergen yang dikandung (- bila tidak ada)' },
  },
  {
    path: 'shelfLife',
    shape: 'span',
    when: edible,
    example: '{ n: 12, unit: MON }',
    ask: { en: 'Shelf life, as in “12 months”', id: 'Masa simpan, misalnya “12 bulan”' },
  },
  {
    path: 'unit',
    words: 'units',
    example: 'H87',
    ask: {
      en: 'Unit in which it is ordered, as in H87 (piece) or MTR (meter)',
      id: 'Satuan pemesanan, misalnya H87 (buah) atau MTR (meter)',
    },
  },
  {
    path: 'moq',
    shape: 'number',
    example: '5',
    ask: { en: 'Smallest order, in that unit', id: 'Pesanan minimum, dalam satuan itu' },
  },
  {
    path: 'edition',
    example: 'open',
    ask: {
      en: 'Edition: exclusive (every piece its own design), limited or open',
      id: 'Edisi: exclusive (setiap barang punya desain sendiri), limited (terbatas), atau open (terbuka)',
    },
  },
  {
    path: 'editionSize',
    shape: 'number',
    when: (answers) => answers.get('edition') === 'limited',
    example: '20',
    ask: { en: 'How many pieces of one design', id: 'Jumlah barang per desain' },
  },
  {
    path: 'leadDays',
    shape: 'range',
    example: '{ min: 30, max: 45 }',
    ask: {
      en: 'Days from order to leaving the workshop, as in “30-45”',
      id: 'Hari dari pesanan sampai keluar bengkel, misalnya “30-45”',
    },
  },
  {
    path: 'capacityPerMonth',
    shape: 'number',
    example: '20',
    ask: { en: 'Units that can be made in a month', id: 'Kapasitas per bulan, dalam satuan itu' },
  },
  {
    path: 'hs6',
    shape: 'digits',
    words: 'hs6',
    example: '"520852"',
    ask: { en: 'HS code, six digits', id: 'Kode HS, enam digit' },
  },
  {
    path: 'hsStatus',
    example: 'declared',
    ask: {
      en: 'Status of the HS code: declared, broker-confirm or ruling',
      id: 'Status kode HS: declared (pernyataan produsen), broker-confirm (perlu dipastikan PPJK), atau ruling (penetapan)',
    },
  },
  {
    path: 'markets',
    shape: 'list',
    words: 'markets',
    need: 'may',
    example: '[JP]',
    ask: { en: 'Countries that the maker wants to sell to', id: 'Negara tujuan yang diinginkan produsen' },
  },
  {
    path: 'care',
    shape: 'list',
    words: 'care',
    when: made,
    example: '[hand-wash-cold-mild]',
    ask: { en: 'Care', id: 'Perawatan' },
  },
]

/** Every field that a new product may have to fill in. */
export const productQuestions: FieldTable = [...asked, ...openProductFields]
