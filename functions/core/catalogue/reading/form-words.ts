/** The sentences of the schemas in Indonesian, and sentences of our own for what the schemas only name by its kind. */
import type { z } from 'zod'
import type { Sentence } from './finding.ts'

/** English sentence of a schema → the same in Indonesian. A test looks every sentence of the schemas up here. */
export const INDONESIAN: Readonly<Record<string, string>> = {
  'A KBLI code has exactly five digits.': 'Kode KBLI terdiri atas tepat lima digit.',
  'A SHA-256 has 64 small hexadecimal digits.': 'SHA-256 terdiri atas 64 digit heksadesimal huruf kecil.',
  'A UN/LOCODE has five characters, for example IDSUB.': 'UN/LOCODE terdiri atas lima karakter, misalnya IDSUB.',
  'A chapter has two digits, in quotes.': 'Bab HS terdiri atas dua digit di dalam tanda kutip.',
  'A cluster id is CLS- and capitals, digits and hyphens.':
    'Id sentra diawali CLS-, lalu huruf kapital, angka, dan tanda hubung.',
  'A complaint is decided after it arrived.': 'Keluhan diputuskan setelah diterima.',
  'A conditional decision names its conditions, and no other decision has any.':
    'Keputusan bersyarat (conditional) harus menyebut syaratnya, dan keputusan lain tidak boleh punya syarat.',
  'A country code has two capitals, for example JP.': 'Kode negara terdiri atas dua huruf kapital, misalnya JP.',
  'A curation id is CUR-, a year and four digits.': 'Id kurasi berupa CUR-, tahun, dan empat digit.',
  'A curator id is KUR- and capitals, digits and hyphens.':
    'Id kurator diawali KUR-, lalu huruf kapital, angka, dan tanda hubung.',
  'A curator decides about a complaint.': 'Keluhan harus diputuskan kurator.',
  'A currency has three capitals, for example USD.': 'Mata uang ditulis dengan tiga huruf kapital, misalnya USD.',
  'A hash is sha256: and 64 hexadecimal digits.': 'Hash ditulis sha256: diikuti 64 digit heksadesimal.',
  'A language has two small letters, for example id.': 'Bahasa ditulis dengan dua huruf kecil, misalnya id.',
  'A lead time is at most 365 days.': 'Waktu pengerjaan paling lama 365 hari.',
  'A length in centimeters is greater than zero.': 'Ukuran dalam sentimeter harus lebih dari nol.',
  'A limited edition has a size, and no other edition has one.':
    'Edisi terbatas (limited) harus punya jumlah, dan edisi lain tidak boleh.',
  'A maker id is ENT- and at least four digits.': 'Id produsen berupa ENT- dan paling sedikit empat digit.',
  'A mass in grams is greater than zero.': 'Berat dalam gram harus lebih dari nol.',
  'A name has at most 80 characters.': 'Nama paling panjang 80 karakter.',
  'A product has at least three pictures.': 'Produk harus punya paling sedikit tiga gambar.',
  'A product id is PRD- and at least four digits.': 'Id produk berupa PRD- dan paling sedikit empat digit.',
  'A quantity is a whole number of at least 1.': 'Jumlah harus bilangan bulat, paling sedikit 1.',
  'A regency code has two digits, a point and two digits, for example "35.10".':
    'Kode kabupaten/kota terdiri atas dua digit, titik, dan dua digit, misalnya "35.10".',
  'A share is at most 100 percent.': 'Bagian paling besar 100 persen.',
  'A share is greater than zero.': 'Bagian harus lebih dari nol.',
  'A shelf life is at most 60 months.': 'Masa simpan paling lama 60 bulan.',
  'A slug has 3 to 60 small letters, digits and hyphens.':
    'Slug terdiri atas 3 sampai 60 huruf kecil, angka, dan tanda hubung.',
  'A standard is cited as SNI and its number.': 'Standar ditulis dengan SNI dan nomornya.',
  'A summary has at least 60 characters.': 'Ringkasan paling pendek 60 karakter.',
  'A summary has at most 200 characters.': 'Ringkasan paling panjang 200 karakter.',
  'A summary in Chinese or Japanese has at least 20 characters.':
    'Ringkasan bahasa Tionghoa atau Jepang paling pendek 20 karakter.',
  'A textile or craft gives its dimensions or its sizes.':
    'Tekstil dan kerajinan harus mencantumkan dimensi atau ukurannya.',
  'A textile or craft names at least one technique.':
    'Tekstil dan kerajinan harus menyebut paling sedikit satu teknik.',
  'A textile or craft names its materials.': 'Tekstil dan kerajinan harus menyebut bahannya.',
  'A textile or craft says how to care for it.': 'Tekstil dan kerajinan harus menyebut cara perawatannya.',
  'An HS code here has exactly six digits.': 'Kode HS di sini terdiri atas tepat enam digit.',
  'An NIB has exactly 13 digits.': 'NIB terdiri atas tepat 13 digit.',
  'An amount is greater than zero.': 'Nilai uang harus lebih dari nol.',
  'Days are a whole number of at least 1.': 'Jumlah hari harus bilangan bulat, paling sedikit 1.',
  'Give either a price or onRequest: true.': 'Isi price, atau tulis onRequest: true; salah satu saja.',
  'Name a file in images/, for example images/hero.webp.':
    'Tulis nama berkas di dalam images/, misalnya images/hero.webp.',
  'Name the rubric and its version, for example export-v1@1.': 'Tulis rubrik dan versinya, misalnya export-v1@1.',
  'Only an open edition has no designer.': 'Hanya edisi terbuka (open) yang boleh tanpa desainer.',
  'Points are not negative.': 'Poin tidak boleh negatif.',
  'Put the HS code in quotes, for example "090121".': 'Tulis kode HS di dalam tanda kutip, misalnya "090121".',
  'Put the KBLI code in quotes.': 'Tulis kode KBLI di dalam tanda kutip.',
  'Put the NIB in quotes.': 'Tulis NIB di dalam tanda kutip.',
  'Put the regency code in quotes, for example "35.10".':
    'Tulis kode kabupaten/kota di dalam tanda kutip, misalnya "35.10".',
  'Say which classification: "2020" or "2025".': 'Sebutkan klasifikasinya: "2020" atau "2025".',
  'Six anchors: what 0, 1, 2, 3, 4 and 5 mean.': 'Harus ada enam patokan: arti 0, 1, 2, 3, 4, dan 5.',
  'The curators are different people.': 'Para kurator harus orang yang berbeda.',
  'The shortest lead time is not longer than the longest.':
    'Waktu pengerjaan tercepat tidak boleh lebih lama daripada yang terlama.',
  'The smallest order is a whole number of at least 1.': 'Pesanan minimum harus bilangan bulat, paling sedikit 1.',
  'Two curators examine a product.': 'Produk harus diperiksa dua kurator.',
  'Use a currency of ISO 4217, for example USD.': 'Pakai mata uang ISO 4217, misalnya USD.',
  'Use a unit of UN/ECE Recommendation 20 that goods are ordered in, for example H87 (piece) or MTR (meter).':
    'Pakai satuan UN/ECE Recommendation 20 yang lazim untuk pemesanan, misalnya H87 (buah) atau MTR (meter).',
  'Use an id from content/vocab: small letters, digits and hyphens.':
    'Pakai id dari content/vocab: huruf kecil, angka, dan tanda hubung.',
  'Write an existing day as YYYY-MM-DD, for example 2026-10-05.':
    'Tulis tanggal yang benar-benar ada dengan format TTTT-BB-HH, misalnya 2026-10-05.',
  'Write the text, or leave the whole field out.': 'Isi teksnya, atau hapus seluruh isian ini.',
}

/** Sentences that name a field or a category. */
const PATTERNS: [RegExp, string][] = [
  [/^A product of the category (\S+) states (\S+)\.$/, 'Produk kategori $1 harus mengisi $2.'],
  [/^Give (\S+) for each curator, and for no one else\.$/, 'Isi $1 untuk setiap kurator, dan hanya untuk mereka.'],
]

const TYPES: Readonly<Record<string, Sentence>> = {
  string: { en: 'a text', id: 'teks' },
  number: { en: 'a number', id: 'angka' },
  int: { en: 'a whole number', id: 'bilangan bulat' },
  boolean: { en: 'true or false', id: 'true atau false' },
  array: { en: 'a list', id: 'daftar' },
  object: { en: 'a group of fields', id: 'kumpulan isian' },
  record: { en: 'a group of fields', id: 'kumpulan isian' },
}

/** What one issue says. `given` is the value at its place; undefined where the field is missing. */
export function describeIssue(issue: z.core.$ZodIssue, field: string, given: unknown): Sentence {
  if (issue.code === 'unrecognized_keys') {
    return { en: `There is no field “${field}” here.`, id: `Tidak ada isian “${field}” di sini.` }
  }
  const worded = translate(issue.message)
  // A schema's own sentence is about a value; where there is none, it would mislead.
  if (given === undefined && (issue.code !== 'custom' || !worded)) {
    return { en: `The field “${field}” is missing.`, id: `Isian “${field}” belum ada.` }
  }
  return worded ?? describeKind(issue, field)
}

function translate(en: string): Sentence | undefined {
  const id = INDONESIAN[en]
  if (id !== undefined) return { en, id }
  const pattern = PATTERNS.find(([one]) => one.test(en))
  return pattern && { en, id: en.replace(...pattern) }
}

function describeKind(issue: z.core.$ZodIssue, field: string): Sentence {
  if (issue.code === 'invalid_type') {
    const type = TYPES[issue.expected] ?? { en: issue.expected, id: issue.expected }
    return { en: `“${field}” is ${type.en}.`, id: `“${field}” harus berupa ${type.id}.` }
  }
  if (issue.code === 'invalid_value') {
    const choice = issue.values.map(String).join(', ')
    return { en: `“${field}” is one of: ${choice}.`, id: `“${field}” harus salah satu dari: ${choice}.` }
  }
  if (issue.code === 'too_small') {
    const least = String(issue.minimum)
    if (issue.origin === 'string') return { en: `Write a text for “${field}”.`, id: `Isi “${field}” dengan teks.` }
    if (issue.origin === 'array')
      return { en: `“${field}” has at least ${least}.`, id: `“${field}” paling sedikit ${least}.` }
    const than = issue.inclusive ? ['at least', 'paling sedikit'] : ['more than', 'lebih dari']
    return { en: `“${field}” is ${than[0]} ${least}.`, id: `“${field}” harus ${than[1]} ${least}.` }
  }
  if (issue.code === 'too_big') {
    const most = String(issue.maximum)
    if (issue.origin === 'string')
      return { en: `“${field}” has at most ${most} characters.`, id: `“${field}” paling panjang ${most} karakter.` }
    return { en: `“${field}” is at most ${most}.`, id: `“${field}” paling banyak ${most}.` }
  }
  return { en: `“${field}” is not written as it should be.`, id: `Penulisan “${field}” tidak sesuai.` }
}
