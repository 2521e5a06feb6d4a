/** What a new maker, cluster or curator needs, in the order of each schema. */
import type { FieldTable } from './question.ts'

const regency = {
  en: 'Regency or city, code or name, as in “35.13” or “Kab. Probolinggo”',
  id: 'Kabupaten/kota, kode atau nama, misalnya “35.13” atau “Kab. Probolinggo”',
}
const story = {
  id: { en: 'Story in Indonesian, one paragraph', id: 'Kisah dalam bahasa Indonesia, satu paragraf' },
  en: { en: 'Story in English, one paragraph', id: 'Kisah dalam bahasa Inggris, satu paragraf' },
}

export const makerQuestions: FieldTable = [
  { path: 'displayName', need: 'must', example: 'Canting Manggur', ask: { en: 'Trade name', id: 'Nama usaha' } },
  {
    path: 'legalForm',
    example: 'perorangan',
    ask: {
      en: 'Legal form: perorangan, CV, PT, PT perorangan, koperasi or kelompok',
      id: 'Bentuk usaha: perorangan, CV, PT, PT perorangan, koperasi, atau kelompok',
    },
  },
  {
    path: 'sizeClass',
    words: 'size-classes',
    example: 'mikro',
    ask: { en: 'Size: mikro, kecil or menengah', id: 'Skala: mikro, kecil, atau menengah' },
  },
  {
    path: 'nib',
    shape: 'digits',
    example: '"0000000000000"',
    ask: { en: 'Business number NIB, 13 digits', id: 'NIB, 13 digit' },
  },
  {
    path: 'kbli',
    shape: 'kbli',
    example: '[{ code: "13134", version: "2020" }]',
    ask: {
      en: 'KBLI with the year of the classification, as in “13134 2020”',
      id: 'KBLI dengan tahun klasifikasinya, misalnya “13134 2020”',
    },
  },
  { path: 'regency', words: 'regencies', example: '"35.74"', ask: regency },
  {
    path: 'district',
    words: 'districts',
    example: 'Mayangan',
    ask: { en: 'District (kecamatan); never an address', id: 'Kecamatan; jangan alamat' },
  },
  {
    path: 'sector',
    words: 'categories',
    example: 'batik',
    ask: { en: 'Category of most of the work', id: 'Kategori utama usaha' },
  },
  {
    path: 'yearFounded',
    shape: 'number',
    example: '2014',
    ask: { en: 'Year of the first sale', id: 'Tahun penjualan pertama' },
  },
  {
    path: 'employees.band',
    example: '5-19',
    ask: { en: 'People who work there: 1-4, 5-19 or 20-99', id: 'Jumlah pekerja: 1-4, 5-19, atau 20-99' },
  },
  {
    path: 'employees.womenPct',
    shape: 'number',
    need: 'may',
    example: '80',
    ask: { en: 'Share of women, percent', id: 'Persentase perempuan' },
  },
  {
    path: 'languages',
    shape: 'list',
    example: '[id]',
    ask: {
      en: 'Languages that the maker answers in, as in “id, en”',
      id: 'Bahasa yang dipakai produsen untuk menjawab, misalnya “id, en”',
    },
  },
  {
    path: 'contact',
    later: true,
    example: '{ channel: relay }',
    ask: { en: 'Buyers write through the relay form', id: 'Pembeli menulis lewat formulir perantara' },
  },
  {
    path: 'statements.childLabour',
    shape: 'yes',
    example: 'true',
    ask: {
      en: 'Has the owner signed: no child labor? (y/n)',
      id: 'Apakah pemilik sudah menandatangani pernyataan tanpa pekerja anak? (y/t)',
    },
  },
  {
    path: 'statements.fairPay',
    shape: 'yes',
    example: 'true',
    ask: { en: 'Signed: fair pay? (y/n)', id: 'Pernyataan upah layak? (y/t)' },
  },
  {
    path: 'statements.environment',
    shape: 'yes',
    example: 'true',
    ask: { en: 'Signed: care for water, waste and air? (y/n)', id: 'Pernyataan menjaga air, limbah, dan udara? (y/t)' },
  },
  {
    path: 'statements.signedAt',
    example: '2026-09-18',
    ask: { en: 'Day of the signature, YYYY-MM-DD', id: 'Tanggal tanda tangan, TTTT-BB-HH' },
  },
  {
    path: 'consentRef',
    example: 'CONS-ENT-0000',
    ask: { en: 'Record of the owner’s consent to be published', id: 'Nomor persetujuan pemilik untuk dipublikasikan' },
  },
  {
    path: 'active',
    shape: 'yes',
    need: 'must',
    example: 'true',
    ask: { en: 'Does the maker work at present? (y/n)', id: 'Apakah produsen sedang aktif? (y/t)' },
  },
  {
    path: 'ladder',
    example: 'nib',
    ask: {
      en: 'How far the papers have come: informal, nib, bina-umk, product-sni or export',
      id: 'Tahap legalitas: informal, nib, bina-umk, product-sni, atau export',
    },
  },
  {
    path: 'exportHistory',
    shape: 'list',
    need: 'may',
    example: '[JP]',
    ask: { en: 'Countries that goods were sent to', id: 'Negara yang pernah menerima kiriman' },
  },
  { path: 'story.id', example: 'Siapa mereka dan bagaimana mereka bekerja.', ask: story.id },
  { path: 'story.en', example: 'Who they are and how they work.', ask: story.en },
]

export const clusterQuestions: FieldTable = [
  {
    path: 'name.id',
    need: 'must',
    example: 'Batik Probolinggo',
    ask: { en: 'Name in Indonesian', id: 'Nama dalam bahasa Indonesia' },
  },
  {
    path: 'name.en',
    need: 'must',
    example: 'Batik of Probolinggo',
    ask: { en: 'Name in English', id: 'Nama dalam bahasa Inggris' },
  },
  {
    path: 'category',
    shape: 'list',
    words: 'categories',
    example: '[batik]',
    ask: { en: 'Categories', id: 'Kategori' },
  },
  { path: 'regencies', shape: 'list', words: 'regencies', example: '["35.74"]', ask: regency },
  {
    path: 'anchorMotifs',
    shape: 'list',
    words: 'motifs',
    need: 'may',
    example: '[manggur]',
    ask: { en: 'Motifs that the place is known for', id: 'Motif khas daerah itu' },
  },
  {
    path: 'plut',
    need: 'may',
    example: 'PLUT-KUMKM',
    ask: { en: 'PLUT-KUMKM that looks after it', id: 'PLUT-KUMKM pendamping' },
  },
  { path: 'story.id', example: 'Ciri daerah itu dan cara pelakunya bekerja sama.', ask: story.id },
  { path: 'story.en', example: 'What the place is known for and how its makers work together.', ask: story.en },
]

export const curatorQuestions: FieldTable = [
  {
    path: 'displayName',
    need: 'must',
    example: 'As the curator wants to be named',
    ask: { en: 'Name, as the curator wants to be named', id: 'Nama yang ditampilkan' },
  },
  { path: 'organisation', example: 'Klinik Kurasi', ask: { en: 'Organization', id: 'Lembaga' } },
  { path: 'regencies', shape: 'list', words: 'regencies', example: '["35.13"]', ask: regency },
  {
    path: 'categories',
    shape: 'list',
    words: 'categories',
    example: '[batik]',
    ask: { en: 'Categories that the curator examines', id: 'Kategori yang diperiksa' },
  },
  {
    path: 'bnsp.number',
    example: '"00000 0000 0 0000000 2026"',
    ask: { en: 'Number of the BNSP certificate', id: 'Nomor sertifikat BNSP' },
  },
  { path: 'bnsp.scheme', example: 'Kurator UMKM', ask: { en: 'Scheme of the certificate', id: 'Skema sertifikasi' } },
  { path: 'bnsp.lsp', example: 'LSP', ask: { en: 'Body (LSP) that examined the curator', id: 'LSP penguji' } },
  {
    path: 'bnsp.issuedAt',
    example: '2026-01-19',
    ask: { en: 'First day of validity, YYYY-MM-DD', id: 'Berlaku sejak, TTTT-BB-HH' },
  },
  {
    path: 'bnsp.expiresAt',
    example: '2029-01-18',
    ask: { en: 'Last day of validity, YYYY-MM-DD', id: 'Berlaku sampai, TTTT-BB-HH' },
  },
  {
    path: 'active',
    shape: 'yes',
    need: 'must',
    example: 'true',
    ask: { en: 'Does the curator take new products? (y/n)', id: 'Apakah kurator menerima produk baru? (y/t)' },
  },
  {
    path: 'consentRef',
    example: 'CONS-KUR-0000',
    ask: { en: 'Record of the consent to be named', id: 'Nomor persetujuan untuk disebut namanya' },
  },
]
