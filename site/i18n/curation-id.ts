/** Halaman hasil pemeriksaan untuk sertifikat tentang sebuah produk, dalam bahasa Indonesia. */
import type { CurationWords } from './curation-en.ts'

export const curationId: CurationWords = {
  heading: 'Pernyataan katalog',
  statement: (product, maker, rubric, date, curators) =>
    `Pengelola katalog ini menyatakan bahwa produk ${product} dari ${maker} diperiksa dengan rubrik ${rubric} pada ` +
    `${date} oleh ${curators}.`,
  rubric: (id, version) => `${id} (versi ${version})`,
  states: 'Yang dinyatakan katalog',
  source: (date) => `Diterbitkan pada ${date} oleh registri sendiri; semuanya ditandatangani`,
  scores: 'Nilai tiap kriteria, rata-rata dari para kurator',
  criterion: 'Kriteria',
  points: 'Nilai',
  criteria: {
    product: 'Mutu produk',
    packaging: 'Kemasan',
    qa: 'Sistem mutu dan konsistensi',
    legality: 'Legalitas',
    export: 'Kesiapan ekspor',
    capacity: 'Kapasitas dan rekam pasar',
  },
  total: 'Jumlah',
  ofHundred: (total) => `${total} dari 100`,
  facts: {
    product: 'Produk',
    maker: 'Perajin',
    rubric: 'Rubrik',
    curators: 'Kurator',
    grade: 'Peringkat',
    decidedOn: 'Diperiksa pada',
    expiresOn: 'Berlaku sampai',
    record: 'Catatan di katalog',
  },
  product: 'Produknya di katalog',
  provenance: 'Nilai maksimum tiap kriteria dan catatan para kurator',
  notShown: 'Saat ini katalog tidak menampilkan produk ini. Catatan yang ditandatangani tidak bergantung padanya.',
  one: 'Di registri ini, setiap produk hanya bisa memiliki satu sertifikat semacam ini yang berlaku.',
  limits: {
    piece: 'Bahwa karya di tangan Anda memang produk ini: sertifikat ini tentang produknya, bukan tentang satu karya.',
    later: 'Bahwa setiap karya sama dengan yang diperiksa para kurator.',
  },
}
