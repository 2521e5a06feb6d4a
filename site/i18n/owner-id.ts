/** Apa yang ditampilkan tautan pemilik di perangkat pembaca, dalam bahasa Indonesia. */
import type { OwnerWords } from './owner-en.ts'

export const ownerId: OwnerWords = {
  opening: 'Membuka nama di perangkat ini …',
  opened:
    'Dibuka di perangkat ini dengan tautan pemilik. Nama ini sama dengan yang ditandatangani; registri ini tidak bisa membacanya.',
  cut:
    'Tautan pemilik ini terpotong atau salah ketik: ujungnya terdiri dari 26 huruf dan angka. Buka lagi tautan yang utuh ' +
    'dari tempat Anda menyimpannya.',
  insecure:
    'Namanya tidak bisa dibuka di sini. Itu tidak berarti ada yang salah: peramban hanya membukanya bila alamatnya diawali ' +
    'https://.',
  'nothing-sealed': 'Tidak ada nama tersimpan yang bisa dibuka tautan ini. Tanyakan kepada perajinnya.',
  'wrong-secret':
    'Tautan ini tidak membuka nama pada sertifikat ini: mungkin tautan untuk karya lain, atau salah ketik. Buka lagi dari ' +
    'tempat Anda menyimpannya.',
  'commitment-differs':
    'Nama yang terbuka tidak sama dengan yang ditandatangani, jadi tidak ditampilkan. Beri tahu perajinnya.',
  malformed: 'Nama yang tersimpan tidak bisa dibaca, jadi tidak ditampilkan. Beri tahu perajinnya.',
  erased: (date) =>
    `Nama yang tersimpan sudah dihapus pada ${date}: tidak ada tautan yang bisa menampilkannya lagi. Sertifikatnya tetap ` +
    'seperti semula.',
  unreachable:
    'Namanya belum bisa dibuka saat ini. Itu tidak berarti ada yang salah: periksa sambungan Anda, lalu buka lagi tautan ini.',
}
