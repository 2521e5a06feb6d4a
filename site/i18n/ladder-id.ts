/** Tangga legalitas perajin, dalam bahasa Indonesia: apa arti setiap anak tangga, dan apa yang bukan artinya. */
import type { LadderWords } from './ladder-en.ts'

export const ladderId: LadderWords = {
  title: 'Legalitas, setahap demi setahap',
  lead: (rung) =>
    `Berkas perajin ini menyebut tahap “${rung}”. Tahap itu tidak menjamin tahap lainnya: yang sudah mengekspor pun belum tentu pernah menguji produknya.`,
  here: 'Perajin ini',
  says: 'Artinya',
  silent: 'Bukan berarti',
  evidence: 'Tercantum pada produk',
  evidenceOf: (number, product, dates) => `${number}, ${product}, ${dates}`,
  noEvidence: 'Pada produk yang ditampilkan tidak tercantum nomornya.',
  rungs: {
    informal: {
      name: 'Belum terdaftar',
      basis: 'Belum ada dokumen',
      says: 'Usahanya belum memiliki nomor.',
      silent: 'Karyanya lebih baik atau lebih buruk. Namun, tanpa nomor tidak ada produk yang disetujui.',
    },
    nib: {
      name: 'Nomor Induk Berusaha (NIB)',
      basis: 'Diterbitkan lembaga berwenang',
      says: 'Usahanya terdaftar di OSS, sistem perizinan pemerintah, dengan nomor tiga belas digit.',
      silent: 'Ada produk yang diperiksa: untuk NIB tidak ada produk yang dilihat.',
    },
    'bina-umk': {
      name: 'SNI Bina UMK',
      basis: 'Dinyatakan sendiri oleh perajin, tidak diuji',
      says: 'Melalui NIB, perajin menyatakan akan memenuhi standar nasional. Fasilitas ini untuk usaha mikro dan kecil berisiko rendah.',
      silent: 'Ada yang menguji atau memeriksa. Ini bukan sertifikat SNI pada tahap berikutnya.',
    },
    'product-sni': {
      name: 'Sertifikat produk SNI',
      basis: 'Diuji lembaga terakreditasi',
      says: 'Satu produk telah diuji terhadap standar nasionalnya; sertifikatnya bernomor dan ada batas waktunya.',
      silent: 'Produk lain dari perajin ini ikut diuji, atau setiap karya sesudahnya sama.',
    },
    export: {
      name: 'Dokumen ekspor',
      basis: 'Diterbitkan untuk setiap pengiriman',
      says: 'Perajin pernah mengurus dokumen ekspor.',
      silent: 'Ada yang diuji, atau negara Anda pasti mengizinkan barangnya masuk.',
    },
  },
}
