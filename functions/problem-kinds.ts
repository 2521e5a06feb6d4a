/**
 * The one table of problems (RFC 9457), and the only place that knows their HTTP statuses: data, read by `problem.ts` and
 * by the pages under /problems/.
 *
 *     {"type":"https://HOST/problems/already-revoked","title":"The certificate is already withdrawn",
 *      "status":409,"detail":"…","instance":"urn:uuid:…"}
 *
 * Every `type` is a page of the site, made from this table. `detail` is safe to show: it never carries internals.
 */
interface Words {
  en: string
  id: string
}

interface ProblemKind {
  status: number
  title: Words
  /** What happened, for the page of the problem. */
  meaning: Words
  /** What the reader can do about it. */
  mend: Words
}

export const problemKinds = {
  'invalid-request': {
    status: 422,
    title: { en: 'The request is not valid', id: 'Permintaan tidak valid' },
    meaning: {
      en: 'One or more fields are missing, unknown or of another form than this resource takes.',
      id: 'Ada isian yang kurang, tidak dikenal, atau bentuknya tidak sesuai.',
    },
    mend: {
      en: 'Correct each field named in “errors” and send the request again. Nothing was stored.',
      id: 'Perbaiki setiap isian yang disebut di “errors”, lalu kirim lagi. Belum ada yang disimpan.',
    },
  },
  'malformed-json': {
    status: 400,
    title: { en: 'The body is not JSON', id: 'Isi permintaan bukan JSON' },
    meaning: {
      en: 'The body could not be read as JSON in UTF-8.',
      id: 'Isi permintaan tidak terbaca sebagai JSON UTF-8.',
    },
    mend: { en: 'Send one JSON object in UTF-8.', id: 'Kirim satu objek JSON dalam UTF-8.' },
  },
  'unsupported-media-type': {
    status: 415,
    title: { en: 'Only JSON is read here', id: 'Hanya JSON yang diterima' },
    meaning: {
      en: 'The request’s Content-Type is not application/json.',
      id: 'Content-Type permintaan bukan application/json.',
    },
    mend: { en: 'Send the header Content-Type: application/json.', id: 'Kirim header Content-Type: application/json.' },
  },
  'body-too-large': {
    status: 413,
    title: { en: 'The body is too large', id: 'Isi permintaan terlalu besar' },
    meaning: {
      en: 'A request may hold at most 16 KB, a batch 2 MB.',
      id: 'Ukuran permintaan paling besar 16 KB, dan kumpulan permintaan 2 MB.',
    },
    mend: {
      en: 'Send fingerprints of photos (SHA-256), not the photos, and one certificate per request; of a batch, fewer rows.',
      id: 'Kirim sidik jari foto (SHA-256), bukan fotonya, dan satu sertifikat tiap permintaan; untuk kumpulan, kurangi barisnya.',
    },
  },
  'token-missing': {
    status: 401,
    title: { en: 'A token is needed', id: 'Token diperlukan' },
    meaning: {
      en: 'This request must say who is asking.',
      id: 'Permintaan ini harus disertai token, agar jelas siapa yang meminta.',
    },
    mend: {
      en: 'Send the header “Authorization: Bearer asli_…” with a token that the registry gave you.',
      id: 'Kirim header “Authorization: Bearer asli_…” dengan token dari pengelola registri.',
    },
  },
  'token-invalid': {
    status: 401,
    title: { en: 'The token is not known', id: 'Token tidak dikenal' },
    meaning: {
      en: 'The token is mistyped, was withdrawn, or belongs to another registry.',
      id: 'Token salah ketik, sudah dicabut, atau milik registri lain.',
    },
    mend: {
      en: 'Copy the token again, or ask the registry for a new one.',
      id: 'Salin ulang tokennya, atau minta yang baru.',
    },
  },
  'token-expired': {
    status: 401,
    title: { en: 'The token has expired', id: 'Token sudah kedaluwarsa' },
    meaning: { en: 'Tokens work for at most 90 days.', id: 'Token berlaku paling lama 90 hari.' },
    mend: { en: 'Ask the registry for a new token.', id: 'Minta token baru kepada pengelola registri.' },
  },
  'role-not-allowed': {
    status: 403,
    title: { en: 'This token may not do that', id: 'Token ini tidak berwenang' },
    meaning: {
      en: 'Makers certify pieces and act on their own; curators certify curations, act on any certificate, and alone undo what a curator did; administrators manage tokens and cannot issue.',
      id: 'Perajin menyertifikasi karya dan mengurus sertifikatnya sendiri; kurator menyertifikasi kurasi, mengurus semua sertifikat, dan hanya kurator yang dapat membatalkan tindakan kurator; administrator mengurus token dan tidak dapat menerbitkan.',
    },
    mend: { en: 'Use a token with the right role.', id: 'Gunakan token dengan peran yang tepat.' },
  },
  'other-maker': {
    status: 403,
    title: { en: 'That belongs to another maker', id: 'Ini milik perajin lain' },
    meaning: {
      en: 'A maker’s token acts for that maker alone.',
      id: 'Token perajin hanya berlaku untuk perajin itu sendiri.',
    },
    mend: { en: 'Use the token of the maker who made the piece.', id: 'Gunakan token perajin yang membuat karya itu.' },
  },
  'nothing-sealed': {
    status: 404,
    title: { en: 'No name is kept here', id: 'Tidak ada nama yang disimpan' },
    meaning: {
      en: 'The certificate was issued without a sealed name, so there is nothing to open or to erase.',
      id: 'Sertifikat ini terbit tanpa nama tersegel, jadi tidak ada yang bisa dibuka atau dihapus.',
    },
    mend: {
      en: 'To bind a customer’s name to a piece, give it when the piece is certified: the name is sealed on your own device.',
      id: 'Untuk mengikat nama pelanggan pada sebuah karya, sertakan saat karya disertifikasi: nama disegel di perangkat Anda sendiri.',
    },
  },
  'subject-erased': {
    status: 410,
    title: { en: 'The name was erased', id: 'Nama sudah dihapus' },
    meaning: {
      en: 'What was kept of the customer was erased on request, and cannot be brought back. The certificate itself stands as it was.',
      id: 'Data pelanggan sudah dihapus atas permintaan dan tidak bisa dikembalikan. Sertifikatnya sendiri tetap seperti semula.',
    },
    mend: {
      en: 'Nothing is left to open. Whoever needs the name asks the customer.',
      id: 'Tidak ada lagi yang bisa dibuka. Jika perlu namanya, tanyakan kepada pelanggannya.',
    },
  },
  'proof-not-found': {
    status: 404,
    title: { en: 'The certificate has no such proof', id: 'Sertifikat tidak punya bukti itu' },
    meaning: {
      en: 'The registry’s first certificates bear one proof, eddsa-jcs-2022; later ones bear two.',
      id: 'Sertifikat terawal registri ini memuat satu bukti, eddsa-jcs-2022; yang lebih baru memuat dua.',
    },
    mend: { en: 'Leave “proof” out, or ask for jcs.', id: 'Hilangkan “proof”, atau minta jcs.' },
  },
  'signing-key-ended': {
    status: 503,
    title: { en: 'The registry’s key signs no more', id: 'Kunci registri tidak lagi menandatangani' },
    meaning: {
      en: 'The key with which this registry signs was retired or marked as compromised. Nothing was issued.',
      id: 'Kunci penanda tangan registri ini sudah dipensiunkan atau ditandai bocor. Tidak ada yang diterbitkan.',
    },
    mend: {
      en: 'Wait for the registry to put a new key in place, and send the request again with the same Idempotency-Key.',
      id: 'Tunggu sampai registri memasang kunci baru, lalu kirim lagi permintaan yang sama dengan Idempotency-Key yang sama.',
    },
  },
  'key-not-found': {
    status: 404,
    title: { en: 'There is no such key', id: 'Kunci tidak ditemukan' },
    meaning: {
      en: 'The registry never had a key with that id.',
      id: 'Registri tidak pernah punya kunci dengan id itu.',
    },
    mend: { en: 'List the keys with `asli key list`.', id: 'Lihat daftar kunci dengan `asli key list`.' },
  },
  'key-in-use': {
    status: 409,
    title: { en: 'The key is in use', id: 'Kunci masih dipakai' },
    meaning: {
      en: 'This deployment signs with the key, so retiring it would stop the registry.',
      id: 'Registri masih menandatangani dengan kunci itu; memensiunkannya akan menghentikan registri.',
    },
    mend: {
      en: 'Put a new key into the Worker’s secrets, deploy, and retire the old one then. A key that leaked can be marked as compromised at once.',
      id: 'Pasang kunci baru di secrets Worker, deploy, lalu pensiunkan yang lama. Kunci yang bocor bisa langsung ditandai.',
    },
  },
  'key-ended': {
    status: 409,
    title: { en: 'The key has ended already', id: 'Kunci sudah berakhir' },
    meaning: {
      en: 'The log says once from where on a compromised key does not count, and nothing can follow on that.',
      id: 'Log mencatat sekali saja sejak entri mana kunci yang bocor tidak dipercaya; setelah itu tidak ada perubahan lagi.',
    },
    mend: { en: 'Look at the key’s entry with `asli key list`.', id: 'Lihat catatan kunci dengan `asli key list`.' },
  },
  'product-not-found': {
    status: 422,
    title: { en: 'There is no such product', id: 'Produk tidak ditemukan' },
    meaning: {
      en: 'No content file describes a product of that name.',
      id: 'Tidak ada berkas konten untuk produk itu.',
    },
    mend: {
      en: 'Write the product’s folder name as in its address: /products/NAME/.',
      id: 'Tulis nama folder produk seperti di alamatnya: /products/NAMA/.',
    },
  },
  'product-not-published': {
    status: 422,
    title: { en: 'The product is not published', id: 'Produk belum terbit' },
    meaning: {
      en: 'Only products that two curators approved, and whose approval still holds, can be certified.',
      id: 'Hanya produk yang disetujui dua kurator, dan persetujuannya masih berlaku, yang dapat disertifikasi.',
    },
    mend: {
      en: 'See the reason in “detail”; once the product is published again, send the same request.',
      id: 'Lihat alasannya di “detail”; setelah produk terbit lagi, kirim permintaan yang sama.',
    },
  },
  'edition-not-allowed': {
    status: 422,
    title: { en: 'The product’s edition does not allow this', id: 'Edisi produknya tidak mengizinkan ini' },
    meaning: {
      en: 'The catalogue promises buyers how many pieces of a design are made: exclusive is stricter than limited, and limited than open. A certificate may be stricter than that promise, never looser.',
      id: 'Katalog menjanjikan kepada pembeli berapa karya yang dibuat dari satu desain: eksklusif lebih ketat daripada terbatas, dan terbatas lebih ketat daripada terbuka. Sertifikat boleh lebih ketat dari janji itu, tidak boleh lebih longgar.',
    },
    mend: {
      en: 'Certify the design as strictly as the product’s edition, or have the curators examine the product anew with another.',
      id: 'Sertifikasi desainnya seketat edisi produk, atau minta kurator memeriksa ulang produk ini dengan edisi lain.',
    },
  },
  'edition-exhausted': {
    status: 409,
    title: { en: 'The limited edition is complete', id: 'Edisi terbatasnya sudah penuh' },
    meaning: {
      en: 'Every number of this design has a live certificate, and its size was fixed with its first one.',
      id: 'Semua nomor desain ini sudah bersertifikat, dan jumlahnya ditetapkan sejak sertifikat pertama.',
    },
    mend: {
      en: 'Certify another design. A number becomes free when its certificate is withdrawn.',
      id: 'Daftarkan desain lain. Sebuah nomor bebas lagi bila sertifikatnya dicabut.',
    },
  },
  'curation-not-certifiable': {
    status: 422,
    title: { en: 'This curation cannot be certified', id: 'Kurasi ini tidak dapat disertifikasi' },
    meaning: {
      en: 'A curation is certified where two curators without a conflict of interest examined the product and it passed.',
      id: 'Kurasi dapat disertifikasi bila dua kurator tanpa benturan kepentingan memeriksa produknya dan produk itu lulus.',
    },
    mend: {
      en: 'See “detail”; have the product examined by two independent curators.',
      id: 'Lihat “detail”; minta dua kurator independen memeriksa produknya.',
    },
  },
  'product-already-certified': {
    status: 409,
    title: { en: 'This product’s curation is already certified', id: 'Kurasi produk ini sudah bersertifikat' },
    meaning: {
      en: 'Only one live certificate can say how a product was examined.',
      id: 'Hanya satu sertifikat yang berlaku dapat menyatakan hasil pemeriksaan sebuah produk.',
    },
    mend: {
      en: 'Open the one named in “certificate”; after a new examination, replace it (supersede).',
      id: 'Buka yang disebut di “certificate”; setelah pemeriksaan baru, gantilah sertifikat itu.',
    },
  },
  'design-already-certified': {
    status: 409,
    title: { en: 'This design already has its certificate', id: 'Desain ini sudah bersertifikat' },
    meaning: {
      en: 'An exclusive design, or a number of a limited one, belongs to one piece: only one live certificate can exist. The database enforces it.',
      id: 'Desain eksklusif, atau satu nomor desain terbatas, hanya untuk satu karya: hanya boleh ada satu sertifikat yang berlaku. Basis data memastikannya.',
    },
    mend: {
      en: 'Open the live certificate named in “certificate”, or all of the design’s at “design”. For another piece, certify another design or number.',
      id: 'Buka sertifikat yang disebut di “certificate”, atau semua sertifikat desain ini di “design”. Untuk karya lain, daftarkan desain atau nomor lain.',
    },
  },
  'batch-refused': {
    status: 422,
    title: { en: 'Some rows do not pass', id: 'Ada baris yang tidak lolos' },
    meaning: {
      en: 'Rows of a batch are issued together or not at all, so that nobody has to find out which of them were.',
      id: 'Semua baris diterbitkan sekaligus atau tidak sama sekali, jadi tidak perlu mencari mana yang sudah terbit.',
    },
    mend: {
      en: 'Mend each row named in “errors” and send the batch again, with the same keys.',
      id: 'Perbaiki setiap baris yang disebut di “errors”, lalu kirim lagi dengan kunci yang sama.',
    },
  },
  'design-differs': {
    status: 409,
    title: { en: 'This design is registered with other details', id: 'Desain ini terdaftar dengan data lain' },
    meaning: {
      en: 'A design keeps the product, the name and the edition with which it was first certified.',
      id: 'Produk, nama, dan edisi sebuah desain tetap seperti saat pertama kali disertifikasi.',
    },
    mend: {
      en: 'Use its registered product, name and edition, or another design id.',
      id: 'Pakai produk, nama, dan edisi yang terdaftar, atau id desain lain.',
    },
  },
  'idempotency-key-missing': {
    status: 400,
    title: { en: 'An Idempotency-Key is needed', id: 'Idempotency-Key diperlukan' },
    meaning: {
      en: 'Issuing needs a key of your own, so that a repeated request cannot certify twice.',
      id: 'Penerbitan memerlukan kunci dari Anda, supaya permintaan yang terulang tidak menghasilkan dua sertifikat.',
    },
    mend: {
      en: 'Send the header “Idempotency-Key” with 16 to 64 letters, digits, “-” or “_”, new for each piece, the same for each retry.',
      id: 'Kirim header “Idempotency-Key” berisi 16–64 huruf, angka, “-” atau “_”: baru untuk tiap karya, sama untuk tiap pengulangan.',
    },
  },
  'idempotency-key-reused': {
    status: 409,
    title: {
      en: 'The Idempotency-Key was used for another request',
      id: 'Idempotency-Key sudah dipakai permintaan lain',
    },
    meaning: { en: 'The same key came with another body.', id: 'Kunci yang sama dikirim dengan isi yang berbeda.' },
    mend: { en: 'Use a new key for a new piece.', id: 'Pakai kunci baru untuk karya baru.' },
  },
  'certificate-not-found': {
    status: 404,
    title: { en: 'No certificate has this code', id: 'Tidak ada sertifikat dengan kode ini' },
    meaning: {
      en: 'This registry never issued a certificate with that code.',
      id: 'Registri ini tidak pernah menerbitkan sertifikat dengan kode itu.',
    },
    mend: { en: 'Compare the twelve symbols with the label.', id: 'Cocokkan kedua belas karakternya dengan label.' },
  },
  'already-revoked': {
    status: 409,
    title: { en: 'The certificate is already withdrawn', id: 'Sertifikat sudah dicabut' },
    meaning: {
      en: 'A withdrawal is final and keeps its first reason.',
      id: 'Pencabutan bersifat final, dan alasan pertamanya tetap tercatat.',
    },
    mend: {
      en: 'Nothing is left to do: “detail” names the date and the reason.',
      id: 'Tidak ada lagi yang perlu dilakukan: tanggal dan alasannya ada di “detail”.',
    },
  },
  'state-conflict': {
    status: 409,
    title: { en: 'The certificate’s state does not allow this', id: 'Keadaan sertifikat tidak mengizinkan ini' },
    meaning: {
      en: 'A pause or a report can be lifted only while it stands, and only a current certificate can be replaced.',
      id: 'Penangguhan atau laporan hanya dapat dicabut selagi berlaku, dan hanya sertifikat yang berlaku yang dapat diganti.',
    },
    mend: {
      en: 'See in “detail” what the certificate is and since when.',
      id: 'Keadaan sertifikat dan sejak kapan ada di “detail”.',
    },
  },
  'record-altered': {
    status: 409,
    title: { en: 'The record does not match its signature', id: 'Data tidak cocok dengan tanda tangannya' },
    meaning: {
      en: 'The stored record fails its own check, so it is not shown.',
      id: 'Data yang tersimpan tidak lolos pemeriksaan, jadi tidak ditampilkan.',
    },
    mend: { en: 'Tell the registry’s operator the code.', id: 'Laporkan kodenya kepada pengelola registri.' },
  },
  'qr-too-small': {
    status: 422,
    title: { en: 'A printer cannot print this QR code so small', id: 'Kode QR sekecil ini tidak dapat dicetak' },
    meaning: {
      en: 'Each square of a QR code needs at least 3 printer dots at 203 dpi and 4 at 300 dpi and above.',
      id: 'Tiap kotak pada kode QR memerlukan minimal 3 titik printer pada 203 dpi dan 4 titik pada 300 dpi ke atas.',
    },
    mend: {
      en: 'Ask for the size in millimeters that “detail” names, or more.',
      id: 'Minta ukuran (mm) yang disebut di “detail”, atau lebih besar.',
    },
  },
  'token-not-found': {
    status: 404,
    title: { en: 'There is no such token', id: 'Token tidak ditemukan' },
    meaning: { en: 'No token has that id.', id: 'Tidak ada token dengan id itu.' },
    mend: { en: 'List the tokens and copy the id from there.', id: 'Lihat daftar token dan salin id-nya dari sana.' },
  },
  'not-found': {
    status: 404,
    title: { en: 'There is nothing at this address', id: 'Alamat tidak ditemukan' },
    meaning: {
      en: 'Neither the site nor its API has anything there.',
      id: 'Situs maupun API-nya tidak memiliki alamat itu.',
    },
    mend: {
      en: 'Begin at the home page; what the API has is listed at /api/docs.',
      id: 'Mulai dari halaman depan; daftar alamat API ada di /id/api/docs.',
    },
  },
  'method-not-allowed': {
    status: 405,
    title: { en: 'The resource does not take this method', id: 'Metode ini tidak diterima' },
    meaning: { en: 'The address exists, the method does not.', id: 'Alamatnya ada, metodenya tidak.' },
    mend: { en: 'The header “Allow” lists the methods.', id: 'Metode yang diterima ada di header “Allow”.' },
  },
  unavailable: {
    status: 503,
    title: { en: 'This cannot be done right now', id: 'Permintaan belum bisa diproses' },
    meaning: { en: 'The registry’s database did not answer.', id: 'Basis data registri tidak menjawab.' },
    mend: {
      en: 'Try again in a minute, with the same Idempotency-Key: nothing is done twice.',
      id: 'Coba lagi beberapa saat lagi dengan Idempotency-Key yang sama: tidak ada yang diproses dua kali.',
    },
  },
  'internal-error': {
    status: 500,
    title: { en: 'Something failed on our side', id: 'Ada kesalahan di pihak kami' },
    meaning: {
      en: 'The request was fine as far as we know; our program was not.',
      id: 'Sejauh yang kami tahu permintaannya benar; program kami yang salah.',
    },
    mend: {
      en: 'Try again; if it fails again, send us the “instance”.',
      id: 'Coba lagi; bila tetap gagal, kirimkan “instance” kepada kami.',
    },
  },
} as const satisfies Record<string, ProblemKind>
