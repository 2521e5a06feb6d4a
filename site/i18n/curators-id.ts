/** Halaman para kurator, dalam bahasa Indonesia. */
import type { CuratorWords } from './curators-en.ts'

export const curatorsId: CuratorWords = {
  title: 'Kurator',
  description: 'Siapa yang memeriksa produk, di mana, seberapa banyak dan seberapa cepat; dan di mana kurator kurang.',
  heading: 'Siapa yang memeriksa',
  lead: 'Setiap produk diperiksa dua kurator yang tidak punya hubungan dengan perajinnya. Di sini tercantum mereka yang bersedia disebut namanya, beserta hasil kerja menurut catatannya.',
  none: 'Belum ada kurator yang bersedia disebut namanya.',
  forms: {
    products: ['produk', 'produk'],
    records: ['catatan', 'catatan'],
    curators: ['kurator', 'kurator'],
  },
  facts: {
    places: 'Daerah',
    kinds: 'Jenis produk',
    open: 'Yang menunggu',
    pace: 'Dari sampel sampai putusan',
    records: 'Catatan kurasi',
    agreement: 'Sejalan dengan kurator lain',
    certificate: 'Sertifikat kompetensi',
  },
  openShared: (products, curators) => `${products}, dibagi ${curators}`,
  openAlone: (products) => `${products}, tanpa kurator lain`,
  openNone: 'Tidak ada',
  notTaking: 'Saat ini tidak menerima produk baru',
  median: (days) => `${days} (median)`,
  noRecord: 'Belum ada catatan',
  agreed: (agreed, records, points) => `${agreed} dari ${records}: selisih nilai total paling banyak ${points}`,
  certificate: (scheme, tail) => `${scheme}, nomor berakhiran ${tail}`,
  valid: (issuer, from, until) => `Dari ${issuer}, ${from} sampai ${until}`,
  notYet: (issuer, from) => `Dari ${issuer}; baru berlaku mulai ${from}`,
  expired: (issuer, until) =>
    `Dari ${issuer}; habis masa berlakunya pada ${until}. Sebelum diperpanjang, kurator ini tidak memutuskan apa pun.`,
  certificateNote:
    'Sertifikat menunjukkan bahwa lembaga berlisensi menilai seseorang kompeten pada suatu hari. Apa yang diperiksanya sesudah itu tampak dari catatannya.',
  shortHeading: 'Di mana kurator kurang',
  short: (short, all) =>
    `Kurator bersertifikat untuk pekerjaan ini masih sedikit. Di ${short} dari ${all} kabupaten dan kota di Jawa Timur, yang menerima produk tidak sampai dua orang, sehingga belum ada produk dari sana yang bisa disetujui.`,
  notShort: 'Setiap kabupaten dan kota di Jawa Timur punya dua kurator atau lebih.',
  shortKinds: (kinds) => `Di mana pun belum ada dua kurator untuk ${kinds}.`,
  shortAllKinds: 'Belum ada jenis produk yang punya dua kurator.',
  map: 'Lihat di peta',
  becomeHeading: 'Menjadi kurator',
  become: [
    'Anda memerlukan sertifikat kompetensi BNSP skema Kurator UMKM dari lembaga sertifikasi profesi (LSP) yang berlisensi. Yang diuji antara lain studi proses produksi, bahan baku, perizinan, pengendalian mutu, dan penanganan ekspor.',
    'Anda bersedia disebut namanya, dengan skema dan empat karakter terakhir nomor sertifikat. Setiap hubungan dengan perajin Anda nyatakan sebelum memeriksa produknya; pemilik, kerabat, dan pendamping berbayar tidak menjadi kurator produk itu.',
    'Sesudah itu pengelola menambahkan berkas Anda, dan perajin dari daerah dan jenis produk Anda dapat mengirim sampel.',
  ],
  units: 'Yang diuji sertifikat itu, menurut unit SKKNI; dari satu sumber terbuka',
  write: 'Tulis kepada pengelola',
  noContact: 'Registri ini tidak mengumumkan alamat yang bisa dihubungi.',
  how: 'Cara kerja sertifikat karya',
}
