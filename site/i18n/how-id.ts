/** Cara kerjanya, dalam bahasa Indonesia. */
import type { HowWords } from './how-en.ts'

export const howId: HowWords = {
  title: 'Cara kerja',
  description:
    'Siapa yang menandatangani sertifikat, di mana dicatat, apa arti setiap hasil, apa yang tidak dibuktikan, dan cara memeriksanya dengan alat yang bukan buatan kami.',
  heading: 'Apa yang ada di balik sebuah sertifikat',
  lead: 'Sertifikat menyatakan tentang satu karya: perajin ini yang membuatnya, dan menjualnya, pada hari ini. Di sini dijelaskan mengapa kalimat seperti itu bisa dipegang, sampai di mana bisa dipegang, dan cara memeriksanya dengan alat yang bukan buatan kami.',
  stations: {
    label: 'Dari perajin sampai ke tangan Anda',
    states: {
      name: 'Perajin menyatakan',
      text: 'apa yang dibuat, dari apa, di mana, kapan, dan apa ciri pengenalnya.',
    },
    signs: {
      name: 'Registri menandatangani',
      text: 'atas nama perajin. Sejak itu tidak satu huruf pun bisa diubah diam-diam.',
    },
    records: {
      name: 'Log mencatat',
      text: 'dalam daftar publik yang hanya bisa bertambah. Tanpa nama, tanpa kode.',
    },
    leads: {
      name: 'Label menunjukkan jalan',
      text: 'Kode QR-nya berisi alamat sertifikat, tidak lebih.',
    },
    compare: {
      name: 'Anda mencocokkan',
      text: 'ciri, ukuran, dan gambarnya dengan karya di tangan Anda. Tidak ada yang bisa mewakili Anda.',
    },
  },
  signed: {
    heading: 'Apa yang ditandatangani, dan oleh siapa',
    what: 'Setiap baris di bawah “Yang dinyatakan perajin” ditandatangani, beserta kode sertifikat, desain dan nomornya, serta tempat statusnya diumumkan. Dokumennya W3C Verifiable Credential 2.0, tanda tangannya Ed25519.',
    who: 'Kuncinya disimpan registri, yang menandatangani atas nama perajin; perajin tidak memegang kunci. Jadi tanda tangan itu membuktikan bahwa registri ini menerima pernyataannya dari seseorang yang memegang token perajin. Itu bukan tanda tangan perajin sendiri, dan di sini tidak pernah dikatakan demikian.',
    twice:
      'Satu kunci menandatangani dua kali: dengan eddsa-jcs-2022 teksnya sendiri, dan dengan eddsa-rdfc-2022 isi teks itu sebagai graf, yang dibaca kebanyakan program lain. Di sini keduanya harus sah. Sertifikat paling awal hanya punya yang pertama.',
  },
  log: {
    heading: 'Log publik',
    grows:
      'Penerbitan, penangguhan, penggantian, pencabutan, penghapusan: masing-masing menjadi satu entri di log publik, ditulis dalam langkah yang sama dengan catatannya. Semua entri di-hash menjadi satu pohon, dan puncaknya ditandatangani registri. Siapa pun yang pernah melihat satu puncak bisa tahu apakah log yang lebih baru masih memuat seluruh isi yang lama.',
    names:
      'Entri menyebut perajin, desain, dan nomor, supaya siapa pun bisa melihat apakah sebuah desain eksklusif disertifikasi dua kali. Pelanggan dan kode tidak disebut: log ini bukan daftar alamat untuk dicetak di label.',
    watch:
      'Log hanya berguna bila ada yang mengawasinya. Perintah ini membaca seluruhnya dan menyimpan apa yang dilihatnya; lain kali ia memberi tahu bila ada yang ditarik kembali:',
  },
  status: {
    heading: 'Apakah masih berlaku',
    lists:
      'Halaman kami membaca status yang terbaru setiap kali label dipindai. Untuk program lain ada tiga daftar publik (W3C Bitstring Status List 1.0): dicabut; ditangguhkan atau dilaporkan; diganti. Di tiap daftar, sebuah sertifikat punya satu bit dari 131.072, di tempat yang diundi, supaya pengambil daftar tidak memberi tahu kami sertifikat mana yang diperiksanya.',
    age: 'Daftar itu ditandatangani seperti sertifikat. Daftar boleh disimpan selama satu menit, dan setelah sehari tidak berarti apa-apa lagi.',
  },
  keys: {
    heading: 'Bila kunci berganti',
    period:
      'Setiap kunci yang pernah dipakai tercantum di /.well-known/asli.json, beserta rentang entri log tempat kunci itu berlaku. Yang menentukan urutan di log, bukan tanggal: siapa pun bisa menulis tanggal, tetapi tidak ada yang bisa menempati urutan lama di log.',
    lost: 'Yang ditandatangani kunci lama tetap sah. Bila sebuah kunci mungkin sampai ke tangan orang lain, tanda tangannya tidak dihitung lagi sejak entri ketika hal itu mungkin mulai terjadi; yang sebelumnya tetap sah.',
    dids: 'Program lain mengenal kunci dari dokumen DID perajin, yang tidak bisa menyatakan “sampai saat itu”. Di sana kunci seperti itu tidak menjamin apa pun, sehingga program lain menolak juga sertifikat lama yang di sini masih sah.',
  },
  answers: {
    heading: 'Arti setiap hasil',
    meanings: {
      valid:
        'Catatannya sama seperti saat ditandatangani, tercatat di log, dan tidak ada keberatan. Sekarang cocokkan karyanya.',
      superseded:
        'Catatan yang sudah diperbaiki menggantikannya. Halamannya menyebut apa yang berubah dan menautkannya.',
      expired:
        'Persetujuan yang dimuat sertifikat kurasi sudah lewat. Sertifikat sebuah karya tidak punya masa berlaku.',
      suspended: 'Ada yang sedang diperiksa. Jangan jadikan pegangan sampai penangguhannya dicabut.',
      reported: 'Karyanya dilaporkan hilang atau dicuri, atau desainnya dipersengketakan. Isinya tidak ditampilkan.',
      revoked:
        'Dicabut untuk seterusnya, dengan alasan yang disebut di halamannya. Labelnya tidak membuktikan apa pun.',
      altered: 'Yang tersimpan bukan yang ditandatangani, atau kuncinya tidak berlaku. Isinya tidak ditampilkan.',
      'unknown-code':
        'Registri ini tidak pernah menerbitkannya. Halamannya lebih dulu menanyakan kemungkinan salah ketik.',
      unavailable: 'Belum bisa diperiksa. Itu bukan ya dan bukan tidak: coba lagi.',
    },
  },
  name: {
    heading: 'Nama pelanggan',
    sealed:
      'Nama disegel di perangkat penerbit sertifikat, sebelum apa pun dikirim. Nama itu hanya terbuka dengan tautan pemilik: kuncinya ada di belakang tanda “#”, bagian yang tidak pernah dikirim peramban.',
    has: 'Siapa memegang apa',
    holders: {
      maker: { name: 'Perangkat perajin', text: 'Nama itu, dan tautan pemilik yang diserahkan kepada pelanggan.' },
      registry: {
        name: 'Registri ini',
        text: 'Nama yang tersegel, yang tidak bisa dibukanya, dan nomor acuan perajin sendiri, misalnya C\u20110012, bila ada.',
      },
      certificate: {
        name: 'Sertifikatnya',
        text: 'Sidik jari nama itu, yang tidak bisa dipakai untuk mencari namanya. Sidik jari ini ditandatangani.',
      },
      log: { name: 'Log publik', text: 'Tidak ada apa pun tentang pelanggan; paling-paling, bahwa ada yang dihapus.' },
      reader: {
        name: 'Siapa pun yang memindai label',
        text: 'Bahwa karya itu dibuat untuk satu pelanggan, dan hanya pelanggan itu yang bisa menunjukkan namanya.',
      },
      owner: {
        name: 'Pemegang tautan pemilik',
        text: 'Nama itu, dibuka di perangkatnya sendiri dan dicocokkan dengan sidik jari yang ditandatangani.',
      },
    },
    lost: 'Tautan yang hilang tidak bisa dibuat lagi. Siapa pun yang meneruskan tautan itu ikut meneruskan namanya.',
    erased:
      'Atas permintaan pelanggan, nama yang tersegel dan nomor acuannya dihapus dalam waktu 72 jam. Sejak itu tidak ada tautan yang bisa membukanya, dan sertifikatnya tetap seperti semula, karena nama itu memang tidak pernah ada di dalamnya. Cadangan basis data melupakannya seiring masa simpannya habis; yang ditulis perajin di tempat lain, perajinlah yang menghapusnya.',
  },
  limits: {
    heading: 'Apa yang tidak dibuktikan semua ini',
    points: [
      'Bahwa label memang milik karya tempatnya tergantung. Kode QR apa pun bisa disalin, dan salinannya membuka halaman yang sama.',
      'Bahwa karya di tangan Anda adalah karya yang dimaksud. Andalah yang mencocokkannya.',
      'Bahwa pernyataan perajin itu benar. Tanda tangan membuktikan siapa yang menyatakannya di sini, dan bahwa isinya tidak berubah.',
      'Bahwa tidak ada penjualan di luar registri ini, yang memang tidak terlihat dari sini.',
      'Bahwa tidak ada desain serupa dengan nama lain.',
      'Bahwa orang yang menunjukkan nama itu kepada Anda adalah pelanggannya. Ia memegang tautannya, itu saja.',
    ],
  },
  elsewhere: {
    heading: 'Periksa tanpa kami',
    lead: 'Program ini memeriksa satu sertifikat dengan paket yang diterbitkan pihak lain, Digital Bazaar, tanpa kode kami sama sekali. Yang diperlukan hanya Node.js. Simpan sebagai check.mjs di folder kosong, lalu ketik di sana, dengan alamat yang tertera di label:',
    type: 'Di terminal',
    program: 'check.mjs',
    does: 'Program ini meminta sertifikat, dokumen DID, dan ketiga daftar status dari host yang tertera di label, lalu memeriksa setiap tanda tangan. Program berakhir dengan kode 0 dan “genuine and current” (asli dan berlaku), atau kode 1 beserta alasannya.',
    log: 'Program ini tidak membaca log, dan menolak sertifikat paling awal yang tidak punya tanda tangan kedua. Untuk keduanya ada perintah kami sendiri, yang hanya percaya pada kunci publik registri:',
    tiles: 'Lognya sendiri berbentuk C2SP tlog-tiles, di /log, untuk program siapa pun.',
  },
}
