/** Rekam jejak seorang perajin, dalam bahasa Indonesia. */
import type { MakerRecordWords } from './maker-record-en.ts'

export const makerRecordId: MakerRecordWords = {
  title: (name) => `Rekam jejak ${name}`,
  description:
    'Berapa karya perajin ini yang disertifikasi registri, bagaimana keadaan sertifikatnya, dan apakah pelanggannya kembali.',
  kicker: 'Rekam jejak perajin',
  page: 'Halaman perajin',
  certificates: ['sertifikat', 'sertifikat'],
  designs: ['desain', 'desain'],
  count: (certificates, designs) => `${certificates} untuk karya dari ${designs}`,
  none: 'Belum ada karya perajin ini yang disertifikasi.',
  facts: {
    live: 'Belum dicabut atau diganti',
    replaced: 'Sudah diganti',
    withdrawn: 'Dicabut',
    first: 'Yang pertama',
    last: 'Yang terbaru',
  },
  live: 'Sertifikat yang ditangguhkan sementara atau dilaporkan belum dicabut. Sertifikat yang diganti punya pengganti yang sudah diperbaiki, jadi satu karya bisa terhitung dua kali.',
  returns: {
    heading: 'Pelanggan yang kembali',
    bands: {
      '3-10': 'Tiga sampai sepuluh pelanggan pernah kembali.',
      '11-30': 'Sebelas sampai tiga puluh pelanggan pernah kembali.',
      'over-30': 'Lebih dari tiga puluh pelanggan pernah kembali.',
    },
    unpublished: 'Tidak diumumkan: pelanggan yang kembali kurang dari tiga, atau tidak dihitung.',
    scale: 'Empat kemungkinan jawaban di halaman ini',
    steps: { none: 'tanpa angka', '3-10': '3–10', '11-30': '11–30', 'over-30': 'di atas 30' },
    how: 'Pelanggan dihitung kembali bila karya-karyanya, dengan sertifikat yang belum dicabut atau diganti, dijual pada paling sedikit dua hari yang berbeda. Satu pesanan berisi lima puluh karya tidak dihitung kembali.',
  },
  limits: {
    heading: 'Cara menghitungnya, dan apa yang tidak tampak',
    references:
      'Pelanggan dihitung menurut nomor acuan perajin sendiri, misalnya C\u20110012, bukan menurut nama. Orang lain tidak bisa memeriksa nomor acuan itu.',
    uncounted: 'Pelanggan tanpa nomor acuan, atau yang datanya sudah dihapus, tidak dihitung.',
    band: 'Yang diumumkan hanya rentangnya, dan mulai dari tiga: bila hanya dua, yang satu bisa menebak yang lain.',
    sales: 'Penjualan tanpa sertifikat tidak tampak di sini.',
    why: 'Alasan pelanggan kembali atau tidak kembali tidak diketahui di sini.',
  },
  audit: {
    heading: 'Hitung sendiri',
    body: 'Sertifikat, desain, dan tanggalnya ada di log publik yang hanya bisa bertambah; siapa pun bisa memeriksa seluruhnya, tanpa token. Pelanggan tidak tercatat di sana, jadi tidak bisa dihitung ulang.',
    json: 'Rekam jejak ini sebagai JSON',
  },
  checked: (time, host) => `Dihitung di registri pada ${time} oleh ${host}.`,
  missing: {
    title: 'Perajin tidak ditemukan',
    body: 'Registri ini tidak mengenal perajin di alamat ini. Mungkin alamatnya salah ketik.',
    products: 'Lihat semua produk',
    verify: 'Periksa label',
  },
  unavailable: {
    title: 'Belum bisa dihitung',
    body: 'Basis data registri tidak menjawab. Itu tidak menyatakan apa pun tentang perajinnya. Tunggu sebentar, lalu buka lagi halaman ini.',
    again: 'Coba lagi',
  },
}
