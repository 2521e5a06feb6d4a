/** Halaman hasil pemeriksaan dan /verify, dalam bahasa Indonesia. */
import { curationId } from './curation-id.ts'
import type { VerdictWords } from './verdict-en.ts'

export const verdictId: VerdictWords = {
  title: 'Pemeriksaan sertifikat',
  description: 'Apa yang diketahui registri ini tentang sertifikat dengan kode ini.',
  headings: {
    valid: 'Catatan asli dan berlaku',
    superseded: 'Catatan asli, sudah diganti',
    expired: 'Catatan asli, masa berlaku lewat',
    suspended: 'Ditangguhkan sementara',
    reported: 'Dilaporkan',
    revoked: 'Dicabut',
    altered: 'Data tidak cocok dengan tanda tangan',
    exposed: 'Belum terbukti: kuncinya tidak berlaku',
    'unknown-code': 'Kode tidak ditemukan',
    unavailable: 'Belum bisa diperiksa',
  },
  code: 'Kode',
  sentence: {
    valid: {
      piece:
        'Sertifikat ini diterbitkan oleh registri ini dan belum dicabut. Sekarang cocokkan dengan karya di tangan Anda.',
      curation:
        'Sertifikat ini diterbitkan pengelola katalog tentang sebuah produk dan belum dicabut. Isinya bukan tentang karya ' +
        'di tangan Anda.',
    },
    superseded: (who, date, reason) =>
      `${who} mengganti sertifikat ini pada ${date}: ${reason}. Yang ini tidak berlaku lagi.`,
    expired: (date) =>
      `Sertifikat ini diterbitkan oleh registri ini dan berlaku sampai ${date}. Sekarang masa berlakunya sudah lewat.`,
    suspended: (who, date, reason) =>
      `${who} menangguhkan sertifikat ini untuk sementara pada ${date}: ${reason}. Jangan jadikan pegangan sampai ` +
      'sertifikat ini berlaku lagi.',
    reported: (who, date, reason) => `${who} melaporkan pada ${date} bahwa ${reason}.`,
    revoked: (who, date, reason) => `${who} mencabut sertifikat ini pada ${date}: ${reason}.`,
    altered:
      'Data yang tersimpan untuk kode ini bukan data yang dulu ditandatangani, jadi tidak ditampilkan. Registri sudah mencatatnya sebagai peringatan.',
    exposed:
      'Catatan ini bertanda tangan registri, tetapi dibuat dengan kunci yang tidak berlaku saat dicatat: kuncinya sudah dipensiunkan, ' +
      'atau mungkin dipegang orang lain. Tidak ada yang bisa memastikan siapa pembuat catatan ini, jadi isinya tidak ditampilkan.',
    notIssued: (code) => `Registri ini tidak pernah menerbitkan sertifikat dengan kode ${code}.`,
    notACode:
      'Kode ini tidak mungkin benar: mungkin ada karakter yang salah atau kurang. Kode terdiri dari dua belas huruf dan angka.',
    unavailable:
      'Basis data registri tidak menjawab. Itu tidak menyatakan apa pun tentang karyanya: tidak membenarkan, tidak pula membantah.',
  },
  reasons: {
    revoked: {
      'data-error': 'ada kekeliruan dalam catatannya',
      returned: 'karyanya dikembalikan',
      'lost-or-stolen': 'karyanya dilaporkan hilang atau dicuri',
      'design-dispute': 'desainnya dipersengketakan',
      'key-compromised': 'kunci tanda tangannya bocor',
      replaced: 'sudah diganti sertifikat lain',
    },
    suspended: {
      'data-error': 'catatannya mungkin keliru dan sedang diperiksa',
      'design-dispute': 'desainnya dipersengketakan',
      'key-compromised': 'kunci tanda tangannya mungkin bocor',
    },
    superseded: { 'data-error': 'ada kekeliruan dalam catatan yang lama', replaced: 'catatannya diperbarui' },
    reported: { 'lost-or-stolen': 'karyanya hilang atau dicuri', 'design-dispute': 'desainnya dipersengketakan' },
  },
  curator: 'Seorang kurator registri',
  withdrawnMeaning:
    'Label dengan kode ini tidak lagi membuktikan apa pun. Bila ada yang menawarkan karya dengan label ini, tanyakan kepada perajinnya.',
  reportedMend: {
    heading: 'Apa yang sebaiknya dilakukan',
    body:
      'Jangan membeli barang yang ditawarkan dengan label ini selama laporannya belum dibatalkan. Catat siapa yang ' +
      'menawarkannya dan di mana, lalu beri tahu perajinnya.',
  },
  changed: {
    heading: 'Apa yang berubah',
    none: 'Tidak ada pernyataan yang berbeda; hanya catatannya yang dibuat baru.',
    before: 'Dulu',
    after: 'Sekarang',
    missing: 'tidak disebutkan',
    link: (code) => `Sertifikat yang baru, ${code}`,
    unknown:
      'Sertifikat yang baru tidak bisa ditampilkan di sini: mungkin sudah dicabut atau dilaporkan juga, atau saat ini ' +
      'belum bisa dibaca. Tanyakan kepada perajinnya.',
  },
  unavailableMend: 'Tunggu sebentar, lalu buka lagi halaman ini.',
  again: 'Periksa lagi',
  alteredMend: 'Anggap label ini belum terbukti sampai halaman ini menyatakan lain.',
  findings: {
    label: 'Tiga temuan',
    record: 'Catatan',
    recordText: (date, state) => `Ditandatangani pada ${date}, tidak berubah sejak itu, ${state}.`,
    tag: 'Label',
    tagText: 'Tidak diketahui: kode QR bisa disalin, dan salinannya juga membuka halaman ini.',
    piece: 'Karya',
    pieceText: 'Anda yang menilai: cocokkan di bawah ini.',
    pieceRenewed: 'Anda yang menilai: cocokkan dengan sertifikat yang baru.',
    pieceOther: 'Bukan pokok sertifikat ini, yang tidak menyatakan apa pun tentang karya di tangan Anda.',
    product: 'Produk',
    productText: 'Diperiksa para kurator: nilainya di bawah ini.',
  },
  state: {
    current: 'belum dicabut',
    superseded: (date) => `diganti pada ${date}`,
    suspended: (date) => `ditangguhkan sementara sejak ${date}`,
    expired: (date) => `masa berlakunya habis pada ${date}`,
  },
  compare: {
    heading: 'Cocokkan dengan karya di tangan Anda',
    drawing: 'Gambar produknya, bukan foto karya ini.',
    photo: 'Produknya, bukan karya ini.',
    size: 'Ukuran',
    edition: 'Edisi',
    editionOf: (number, size) => `${number} dari ${size}`,
    open: 'Salah satu dari seri terbuka, tanpa nomor',
    marks: 'Ciri yang perlu dicari',
    noMarks: 'Perajin tidak mencatat ciri khusus.',
    yes: 'Ya, sama',
    no: 'Tidak, berbeda',
  },
  differs: {
    heading: 'Bila karyanya berbeda',
    body:
      'Berarti sertifikat ini bukan untuk karya itu, dan labelnya mungkin disalin dari karya lain. Jangan membayar hanya ' +
      'karena labelnya. Foto karya dan labelnya, lalu beri tahu perajin dan penjualnya.',
    maker: 'Halaman perajin',
  },
  statement: {
    heading: 'Pernyataan perajin',
    numbered: (design, number, size) => `${design} nomor ${number} dari ${size}`,
    ofSeries: (design) => `karya ini, dari seri terbuka ${design},`,
    private: (maker, piece, date) =>
      `${maker} menyatakan bahwa ${piece} dibuat hanya untuk, dan dijual hanya kepada, satu pelanggan pada ${date}.`,
    once: (maker, piece, date) => `${maker} menyatakan bahwa ${piece} dibuat satu kali dan dijual pada ${date}.`,
    stock: (maker, piece, date) =>
      `${maker} menyatakan bahwa ${piece} dibuat untuk persediaan dan dijual pada ${date}.`,
  },
  owner: {
    label: 'Dibuat untuk',
    one: 'Dibuat untuk satu pelanggan; hanya pelanggan itu yang bisa menunjukkan namanya.',
    how: 'Tautan miliknya menampilkan nama itu di sini, di peramban dengan JavaScript; registri ini tidak bisa membacanya.',
  },
  who: {
    logged: (index) =>
      `Tercatat di log publik sebagai entri ${index}; isi log tidak bisa diubah atau dihapus diam-diam.`,
    heading: 'Siapa menyatakan apa',
    checked: 'Yang kami periksa',
    checkedSource: (date, host) => `${host}, ${date}`,
    signature: 'Catatan ini ditandatangani dengan kunci registri ini atas nama perajin, dan tidak berubah sejak itu.',
    binding: 'Catatan ini memang untuk kode dan registri ini.',
    ownSignature: 'Catatan ini ditandatangani dengan kunci registri ini sendiri dan tidak berubah sejak itu.',
    status: (state) => `Keadaannya di registri ini: ${state}.`,
    maker: 'Yang dinyatakan perajin',
    makerSource: (maker, date) => `${maker}, ${date}, melalui API registri; semuanya ditandatangani`,
    others: 'Yang dinyatakan pihak lain',
    about: 'Tentang produknya, bukan tentang karya ini',
    curated: (curators, total) => `${curators} memeriksa produknya: ${total} dari 100 poin.`,
    curatedDates: (from, to) => `${from}; disetujui sampai ${to}`,
    curatedLapsed: (from, to) => `${from}; persetujuannya berakhir pada ${to}`,
    attested: (name, number) => `${name}, ${number}`,
    expired: 'kedaluwarsa',
    levels: {
      issued: 'diterbitkan',
      tested: 'diuji',
      'self-declared': 'pernyataan sendiri',
      unverified: 'belum diverifikasi',
    },
    until: (date) => `sampai ${date}`,
    none: 'Tidak ada.',
  },
  claims: {
    product: 'Produk',
    design: 'Desain',
    designer: 'Perancang',
    technique: 'Teknik',
    motif: 'Motif',
    dyes: 'Pewarna',
    materials: 'Bahan',
    place: 'Tempat',
    madeOn: 'Selesai dibuat',
    soldOn: 'Dijual',
    recordedOn: 'Dicatat',
    late: (days) => `${days} hari setelah penjualan`,
    madeFor: 'Dibuat untuk',
    oneCustomer: 'Satu pelanggan; namanya tidak disimpan di sini',
    sealed: 'Satu pelanggan; hanya pelanggan itu yang bisa menunjukkan namanya',
    stock: 'Persediaan, bukan untuk pelanggan tertentu',
    process: 'Tahapan',
    photos: 'Sidik jari foto (SHA-256)',
  },
  makerSection: {
    heading: 'Perajin',
    facts: (place, year) => `${place}. Berkarya sejak ${year}.`,
    source: 'Menurut catatan katalog, bukan menurut label.',
    order: 'Pesan lagi dari perajin ini',
    record: 'Rekam jejak perajin',
    provenance: 'Asal-usul produknya',
    unknown: 'Saat ini katalog tidak menampilkan perajin ini. Catatan yang ditandatangani tidak bergantung padanya.',
  },
  exclusive: {
    heading: 'Eksklusivitas',
    exclusive: {
      valid:
        'Inilah satu-satunya sertifikat yang berlaku untuk desain ini di registri ini; basis datanya menolak yang kedua.',
      suspended: 'Selama ditangguhkan pun, registri ini tidak menerbitkan sertifikat lain untuk desain ini.',
      superseded:
        'Sertifikat ini tidak berlaku lagi. Desainnya eksklusif: di registri ini hanya satu sertifikatnya yang bisa ' +
        'berlaku pada satu waktu.',
    },
    limited: (size) =>
      `Desain ini terdiri atas ${size} karya bernomor. Di registri ini setiap nomor hanya bisa memiliki satu sertifikat ` +
      'yang berlaku; basis datanya menolak yang kedua.',
    open: 'Desain ini seri terbuka: jumlah karya yang bersertifikat tidak dibatasi dan tidak diberi nomor.',
    link: 'Semua sertifikat untuk desain ini dan riwayatnya',
  },
  curation: curationId,
  fresh: {
    heading: 'Diperiksa',
    body: (time, host) =>
      `${time} oleh ${host}. Simpan atau cetak halaman ini sebagai catatan bertanggal; pindai lagi untuk keadaan terbaru.`,
    key: 'Kunci',
  },
  limits: {
    heading: 'Yang tidak dibuktikan halaman ini',
    copy: 'Bahwa labelnya tidak pernah disalin: kode QR apa pun bisa disalin.',
    sales: 'Bahwa tidak ada penjualan di luar registri ini, yang memang tidak terlihat dari sini.',
    match: 'Bahwa karya di tangan Anda adalah karya yang dimaksud: Andalah yang mencocokkannya.',
    lookalike: 'Bahwa tidak ada desain serupa yang disertifikasi dengan nama lain.',
  },
  host: {
    heading: (host) => `Anda berada di ${host}`,
    body: 'Nama yang sama tercetak di label. Untuk memeriksa sertifikat di sini, Anda tidak perlu masuk akun, membayar, atau memasang aplikasi.',
  },
  details: {
    heading: 'Rincian teknis',
    checks: {
      record: 'Catatannya ada',
      form: 'Bentuknya sertifikat',
      binding: 'Untuk kode, alamat, dan perajin ini',
      signature: 'Kedua tanda tangannya sah',
      key: 'Kuncinya berlaku saat log mencatatnya',
      status: 'Riwayatnya utuh',
    },
    statuses: { valid: 'lolos', invalid: 'gagal', error: 'tidak dapat diperiksa', skipped: 'tidak sampai diperiksa' },
    report: 'Laporan ini sebagai JSON',
    credential: 'Kredensial bertanda tangan (W3C Verifiable Credential 2.0)',
    proof: 'Bukti bahwa log publik memuatnya (C2SP tlog-proof)',
    elsewhere: 'Cara memeriksa semua ini tanpa kami',
  },
  typo: {
    heading: 'Apakah maksud Anda kode ini?',
    body: 'Satu karakter berbeda dari yang Anda ketik. Cocokkan dulu dengan labelnya.',
  },
  forged: {
    heading: 'Bila labelnya memang bertuliskan begini',
    body:
      'Berarti label itu bukan buatan registri ini. Simpan labelnya, foto bersama karyanya, jangan membayar hanya karena labelnya, ' +
      'dan beri tahu penjualnya serta perajin yang namanya tercantum.',
    makers: 'Cari perajinnya di katalog',
  },
  form: {
    title: 'Periksa label',
    description: 'Ketik kode pada label untuk melihat apakah sertifikatnya asli dan berlaku.',
    lead: 'Pindai kode QR pada label dengan ponsel apa saja, atau ketik kodenya di sini. Tanpa akun, tanpa aplikasi, tanpa biaya.',
    label: 'Kode pada label',
    hint: 'Dua belas huruf dan angka; huruf besar, spasi, dan tanda hubung tidak berpengaruh.',
    submit: 'Periksa',
    tipsHeading: 'Sebelum percaya pada label',
    tips: [
      'Nama yang tercetak di label harus sama dengan nama di bilah alamat peramban Anda.',
      'Catatan yang asli hanya untuk satu karya: cocokkan ciri dan ukurannya dengan yang Anda pegang.',
      'Untuk memeriksa label, tidak ada yang perlu meminta nama, kata sandi, atau uang Anda.',
    ],
  },
}
