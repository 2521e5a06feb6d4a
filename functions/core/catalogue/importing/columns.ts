/**
 * The columns of an office's list of small businesses: which field each fills, and which hold what is nobody's business.
 * Suggestions only: the curator confirms each, and the answers are kept beside the table.
 */

/** Fields that a column may fill; `ignore` leaves it out. */
export const TARGETS = [
  'ignore',
  'maker.displayName',
  'maker.legalForm',
  'maker.sizeClass',
  'maker.nib',
  'maker.kbli',
  'maker.regency',
  'maker.district',
  'maker.sector',
  'maker.yearFounded',
  'product.name.id',
  'product.name.en',
  'product.category',
] as const
export type Target = (typeof TARGETS)[number]

/** People, and how to reach them. Such a column is never read, whatever is answered. */
const PERSONAL =
  /\b(nik|ktp|kk|npwp|pemilik|owner|pengusaha|pelaku ?usaha|pengrajin|perajin|direktur|pengurus|pic|penanggung ?jawab|ketua|nama ?lengkap|kelamin|alamat|address|rt|rw|telp|telepon|(hand ?)?phone|ponsel|hp|wa|whatsapp|kontak|contact|e-?mail|surel|lahir|birth|umur|usia|agama|rekening|instagram|ig)\b/i

const SUGGESTIONS: readonly [RegExp, Target][] = [
  [/\b(nama (usaha|umkm|ikm|merek|brand)|nama perusahaan|merek|brand|trade ?name)\b/i, 'maker.displayName'],
  [/\bnib\b/i, 'maker.nib'],
  [/\bkbli\b/i, 'maker.kbli'],
  [/\b(kab|kota|kabupaten|regency)\b/i, 'maker.regency'],
  [/\b(kec|kecamatan|district)\b/i, 'maker.district'],
  [/\b(bentuk|badan) (usaha|hukum)\b/i, 'maker.legalForm'],
  [/\b(skala|kelas|size)\b/i, 'maker.sizeClass'],
  [/\b(tahun|berdiri|year)\b/i, 'maker.yearFounded'],
  [/\b(sektor|jenis usaha|bidang)\b/i, 'maker.sector'],
  [/\bkategori\b/i, 'product.category'],
  [/\b(produk|komoditas|product)\b/i, 'product.name.id'],
]

export function isPersonalColumn(column: string): boolean {
  return PERSONAL.test(column.replace(/[_./-]+/g, ' '))
}

/** `ignore` where nothing is like it. */
export function suggestTarget(column: string): Target {
  const plain = column.replace(/[_./-]+/g, ' ')
  return SUGGESTIONS.find(([pattern]) => pattern.test(plain))?.[1] ?? 'ignore'
}
