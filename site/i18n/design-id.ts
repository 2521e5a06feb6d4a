/** Halaman sebuah desain, dalam bahasa Indonesia. */
import type { DesignWords } from './design-en.ts'

export const designId: DesignWords = {
  title: (name, maker) => `${name}, desain ${maker}`,
  description: 'Semua sertifikat untuk desain ini di registri ini, beserta riwayatnya.',
  kicker: 'Desain',
  facts: { maker: 'Perajin', product: 'Produk', exclusivity: 'Eksklusivitas', id: 'Id desain' },
  editions: {
    exclusive: 'Eksklusif: pada satu waktu hanya ada satu sertifikat yang berlaku.',
    limited: (size) =>
      `Terbatas: karya nomor 1 sampai ${size}, masing-masing hanya dengan satu sertifikat yang berlaku.`,
    open: 'Seri terbuka: jumlah karyanya tidak dibatasi dan tidak diberi nomor.',
  },
  certificates: ['sertifikat', 'sertifikat'],
  count: (total, certificates, live) =>
    `${total} ${certificates} di registri ini, ${live} di antaranya belum dicabut atau diganti`,
  live: 'Sertifikat yang ditangguhkan sementara atau dilaporkan tetap dihitung dan tetap mengisi tempatnya.',
  list: 'Sertifikat, mulai dari yang terbaru',
  latest: (count) => `Yang ditampilkan ${count} sertifikat terbaru.`,
  number: (number, size) => `Nomor ${number} dari ${size}`,
  states: {
    valid: 'Berlaku',
    superseded: 'Sudah diganti',
    suspended: 'Ditangguhkan sementara',
    reported: 'Dilaporkan',
    revoked: 'Dicabut',
    altered: 'Catatan dan riwayatnya bertentangan',
  },
  issued: (date) => `Diterbitkan pada ${date}`,
  curator: 'kurator registri',
  acts: {
    revoked: (who, date) => `Dicabut pada ${date} oleh ${who}`,
    suspended: (who, date) => `Ditangguhkan sementara pada ${date} oleh ${who}`,
    resumed: (who, date) => `Berlaku lagi sejak ${date}, oleh ${who}`,
    superseded: (who, date) => `Diganti pada ${date} oleh ${who}`,
    reported: (who, date) => `Dilaporkan pada ${date} oleh ${who}`,
    'report-withdrawn': (who, date) => `Laporannya dibatalkan pada ${date} oleh ${who}`,
    'subject-erased': (who, date) => `Nama pelanggan yang tersegel dihapus pada ${date} oleh ${who}`,
  },
  entry: (index) => `Entri log ${index}`,
  limits: {
    heading: 'Apa yang tampak di sini, dan apa yang tidak',
    codes: 'Kode tidak dicantumkan di sini. Kodenya ada di label setiap karya dan membuka catatan lengkapnya.',
    exclusivity:
      'Eksklusivitas terbukti untuk id desain ini di registri ini, bukan terhadap desain serupa dengan nama lain.',
    signature: 'Halaman ini menceritakan riwayat. Tanda tangan diperiksa saat kodenya diperiksa.',
    verify: 'Periksa label',
  },
  audit: {
    heading: 'Periksa sendiri',
    body: 'Setiap entri yang disebut di sini ada di log publik yang hanya bisa bertambah. Siapa pun bisa memeriksa seluruhnya, tanpa token:',
    checkpoint: 'Checkpoint log',
  },
  checked: (time, host) => `Dibaca dari registri pada ${time} oleh ${host}.`,
  missing: {
    title: 'Desain tidak ditemukan',
    body: 'Registri ini tidak memiliki sertifikat untuk desain di alamat ini. Mungkin alamatnya salah ketik: halaman desain baru ada setelah sertifikat pertamanya diterbitkan.',
    products: 'Lihat semua produk',
    verify: 'Periksa label',
  },
  unavailable: {
    title: 'Belum bisa dibaca',
    body: 'Basis data registri tidak menjawab. Itu tidak menyatakan apa pun tentang desain ini atau sertifikatnya. Tunggu sebentar, lalu buka lagi halaman ini.',
    again: 'Coba lagi',
  },
}
