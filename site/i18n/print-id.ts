/** /print/tags dan /print/cards, dalam bahasa Indonesia. */
import type { PrintWords } from './print-en.ts'

export const printId: PrintWords = {
  tags: {
    title: 'Cetak label',
    description: 'Lembar label dengan kode QR sertifikat.',
    lead: 'Label berukuran 30 × 50 mm, 24 buah per lembar A4, masing-masing dengan kode QR dan kode satu karya.',
    submit: 'Tampilkan lembarnya',
    other: 'Cetak kartu sertifikat',
  },
  cards: {
    title: 'Cetak kartu sertifikat',
    description: 'Sertifikat kertas dengan kode QR karya.',
    lead: 'Kartu berukuran 105 × 148 mm (A6), masing-masing memuat pernyataan perajin tentang satu karya dan kode QR bertanda tangan.',
    submit: 'Tampilkan kartunya',
    other: 'Cetak label',
  },
  form: {
    codes: 'Kode',
    codesHint: (most) => `Satu kode per baris, atau dipisahkan koma; paling banyak ${most} sekaligus.`,
    dpi: 'Printer',
    dpis: {
      203: '203 dpi: printer label',
      300: '300 dpi: rumah dan kantor',
      600: '600 dpi: printer laser',
      other: (dpi) => `${dpi} dpi`,
    },
    mm: 'Lebar kode QR dalam mm',
    mmHint: 'Kosongkan untuk memakai ukuran yang mudah dibaca ponsel.',
    paper: 'Kertas',
    papers: {
      a6: 'A6, satu kartu per halaman',
      a4: 'A4, empat kartu per halaman, lalu dipotong',
      fold: 'A4, satu kartu per halaman, dilipat: kode QR pemilik di dalamnya',
    },
  },
  refused: {
    heading: 'Belum ada yang dicetak',
    lead: 'Perbaiki hal-hal berikut pada formulir di bawah, lalu tampilkan lembarnya lagi.',
  },
  faults: {
    'bad-dpi': 'Nilai dpi printer harus bilangan bulat antara 72 dan 2400: pilih salah satu di bawah.',
    'bad-mm': 'Lebar kode QR harus berupa angka antara 1 dan 500 mm: perbaiki, atau kosongkan.',
    'bad-paper': 'Kertas harus a6, a4, atau fold: pilih salah satu di bawah.',
    'too-many': (count, most) => `Ada ${count} kode; paling banyak ${most} kode dapat dicetak sekaligus.`,
    'too-small': (dpi, mm, least) =>
      `Pada ${dpi} dpi, kode QR ini memerlukan lebar minimal ${least} mm, sedangkan yang diminta ${mm} mm. Minta ${least} mm, atau kosongkan lebarnya.`,
    'too-wide': (dpi, mm, widest) =>
      `Pada ${dpi} dpi, lebar kode QR ini menjadi ${mm} mm, padahal tempatnya hanya ${widest} mm: pilih printer yang lebih halus atau ukuran yang lebih kecil.`,
    'not-a-code': (typed) =>
      `“${typed}” bukan kode: kode terdiri dari dua belas huruf dan angka. Cocokkan dengan sertifikatnya.`,
    mistyped: (typed, suggestion) => `“${typed}” salah ketik. Apakah maksud Anda ${suggestion}?`,
    unknown: (code) =>
      `Tidak ada sertifikat berkode ${code} di registri ini: cocokkan dengan sertifikatnya, atau hapus dari daftar.`,
    withdrawn: (code) =>
      `Sertifikat ${code} sudah dicabut: hapus dari daftar. Labelnya tidak akan membuktikan apa pun.`,
    altered: (code) =>
      `Data ${code} tidak cocok dengan tanda tangannya: hapus dari daftar, dan beri tahu pengelola registri.`,
    'not-a-piece': (code) =>
      `Sertifikat ${code} tentang sebuah produk, bukan tentang satu karya, jadi tidak punya label: hapus dari daftar.`,
    'not-current': (code) => `Sertifikat ${code} sedang tidak berlaku: hapus dari daftar; alasannya ada di halamannya.`,
  },
  page: 'Lihat halamannya',
  ready: {
    tags: (tags, sheets) => `${tags} di ${sheets === 1 ? 'satu' : sheets} lembar A4`,
    tag: (count) => (count === 1 ? 'Satu label' : `${count} label`),
    card: (count) => (count === 1 ? 'Satu kartu' : `${count} kartu`),
    a6: 'A6, satu per halaman',
    a4: 'A4, empat per halaman',
    fold: 'A4, untuk dilipat',
    howHeading: 'Sebelum mencetak',
    how: 'Cetak halaman ini pada skala 100 %, tanpa menyesuaikan dengan kertas dan tanpa margin dari peramban.',
    measureTags: 'Lalu ukur garis di kaki lembar: panjangnya 50 mm.',
    measureCards: 'Lalu ukur bingkai kartunya: lebar 95 mm dan tinggi 138 mm.',
    size: (mm, dots, dpi) => `Lebar tiap kode QR ${mm} mm: setiap kotaknya ${dots} titik pada printer ${dpi} dpi.`,
    sizeFront: (mm, dots, dpi) =>
      `Lebar kode QR di halaman depan ${mm} mm: setiap kotaknya ${dots} titik pada printer ${dpi} dpi.`,
    foldHow:
      'Cetak satu sisi saja, lalu lipat tiap lembar dua kali dengan cetakan di luar: pertama separuh bagian atas ke belakang, ' +
      'lalu separuh bagian kiri ke belakang. Di dalamnya, halaman pemilik ada di kanan, dan yang kiri kosong untuk tulisan Anda sendiri.',
    ownerMissing:
      'Ada kartu di sini tanpa kode QR pemilik; di dalam kartunya tertulis begitu. Kode itu digambar di perangkat ini dari ujung ' +
      'alamat yang diberikan “asli issue” (#o=…), yang tidak pernah dikirim: buka alamat itu secara utuh di peramban dengan JavaScript.',
    fresh:
      'Setiap sertifikat di sini diperiksa saat halaman ini dibuka. Bila mencetak lain waktu, buka lagi halaman ini.',
    again: 'Kode lain atau printer lain',
  },
  sheet: {
    of: (number, total) => `lembar ${number} dari ${total}`,
    ruler: 'Panjang garis ini 50 mm. Bila tidak, cetak lagi pada skala 100 %, tanpa menyesuaikan dengan halaman.',
    cut: 'Potong mengikuti garis.',
  },
  edition: (number, size) => `${number} dari ${size}`,
  check: (host) => `periksa di ${host}/v`,
  demo: 'Demo',
  card: {
    title: 'Sertifikat karya',
    demo: 'Demo: perajin dan karyanya rekaan',
    maker: 'Perajin',
    design: 'Desain',
    product: 'Produk',
    edition: 'Edisi',
    only: '1 dari 1: satu-satunya',
    open: 'Seri terbuka',
    madeOn: 'Selesai dibuat',
    soldOn: 'Dijual',
    recordedOn: 'Dicatat',
    signed: (host, date) =>
      `Kode QR ini memuat tanda tangan registri. Tanpa jaringan pun terlihat bahwa ${host} menerbitkan kode ini pada ${date} (UTC), ` +
      'tidak lebih dari itu: masih berlaku atau tidaknya hanya dapat dilihat di alamat di atas.',
  },
  owner: {
    title: 'Untuk pemiliknya',
    what: 'Kode QR ini membuka sertifikatnya dan menunjukkan untuk siapa karya ini dibuat. Tanpa kode ini, registri sendiri pun tidak bisa mengetahuinya.',
    keep: 'Simpanlah seperti Anda menyimpan karyanya: siapa pun yang memegangnya bisa menunjukkan nama itu.',
    label: 'Kode QR pemilik',
    missing: 'Cetakan ini tanpa kode QR pemilik',
    why:
      'Kode itu digambar oleh peramban yang mencetak, dengan JavaScript, dari ujung alamat yang tidak pernah dikirim ke ' +
      'registri. Kartu ini dicetak tanpa ujung alamat itu.',
    none: 'Tidak ada nama yang disegel bersama sertifikat ini, jadi tidak ada kode QR pemilik.',
  },
  back: {
    heading: 'Cara memeriksa',
    steps: (host) => [
      `Pindai kode QR di halaman depan dengan ponsel apa saja, atau ketik kodenya di ${host}/v.`,
      `Bilah alamat harus menampilkan ${host}, huruf demi huruf.`,
      'Cocokkan ciri dan ukurannya dengan karya di tangan Anda.',
      'Anda tidak perlu masuk akun, membayar, atau memasang aplikasi.',
    ],
  },
  statement: {
    only: {
      private: (maker, design, date) =>
        `${maker} menyatakan bahwa “${design}” dibuat hanya untuk, dan dijual hanya kepada, satu pelanggan pada ${date}.`,
      none: (maker, design, date) => `${maker} menyatakan bahwa “${design}” dibuat satu kali dan dijual pada ${date}.`,
    },
    numbered: {
      private: (maker, design, date) =>
        `${maker} menyatakan bahwa karya “${design}” ini dibuat untuk satu pelanggan, dan dijual hanya kepadanya pada ${date}.`,
      none: (maker, design, date) =>
        `${maker} menyatakan bahwa karya ini bagian dari edisi bernomor “${design}”, dijual pada ${date}.`,
    },
    open: {
      private: (maker, design, date) =>
        `${maker} menyatakan bahwa karya “${design}” ini dibuat untuk satu pelanggan, dan dijual hanya kepadanya pada ${date}.`,
      none: (maker, design, date) => `${maker} menyatakan bahwa ini karya “${design}”, dijual pada ${date}.`,
    },
  },
}
