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
    meaning: { en: 'Requests may hold at most 16 KB.', id: 'Ukuran permintaan paling besar 16 KB.' },
    mend: {
      en: 'Send fingerprints of photos (SHA-256), not the photos, and one certificate per request.',
      id: 'Kirim sidik jari foto (SHA-256), bukan fotonya, dan satu sertifikat tiap permintaan.',
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
      en: 'Makers issue and withdraw; curators withdraw; administrators manage tokens and cannot issue.',
      id: 'Perajin menerbitkan dan mencabut; kurator mencabut; administrator mengurus token dan tidak dapat menerbitkan.',
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
  'product-not-exclusive': {
    status: 422,
    title: {
      en: 'This product is not made in exclusive designs',
      id: 'Produk ini tidak dibuat dengan desain eksklusif',
    },
    meaning: {
      en: 'Its catalogue entry says that any number may be made, so no piece of it can be certified as the only one.',
      id: 'Menurut katalog, produk ini boleh dibuat berapa pun, jadi tidak ada yang dapat disertifikasi sebagai satu-satunya.',
    },
    mend: {
      en: 'Certify a product whose edition is exclusive, or have the curators examine this one anew as such.',
      id: 'Sertifikasi produk dengan edisi eksklusif, atau minta kurator memeriksa ulang produk ini sebagai edisi eksklusif.',
    },
  },
  'design-already-certified': {
    status: 409,
    title: { en: 'This exclusive design already has a certificate', id: 'Desain eksklusif ini sudah bersertifikat' },
    meaning: {
      en: 'An exclusive design belongs to one piece and one customer: only one live certificate can exist. The database enforces it.',
      id: 'Desain eksklusif hanya untuk satu karya dan satu pelanggan: hanya boleh ada satu sertifikat yang berlaku. Basis data memastikannya.',
    },
    mend: {
      en: 'Open the live certificate named in “certificate”. For another piece, certify another design.',
      id: 'Buka sertifikat yang disebut di “certificate”. Untuk karya lain, daftarkan desain lain.',
    },
  },
  'design-differs': {
    status: 409,
    title: { en: 'This design is registered with other details', id: 'Desain ini terdaftar dengan data lain' },
    meaning: {
      en: 'A design keeps the product and the name with which it was first certified.',
      id: 'Produk dan nama sebuah desain tetap seperti saat pertama kali disertifikasi.',
    },
    mend: {
      en: 'Use its registered product and name, or another design id.',
      id: 'Pakai produk dan nama yang terdaftar, atau id desain lain.',
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
    meaning: { en: 'The API has no such resource.', id: 'API tidak memiliki alamat itu.' },
    mend: { en: 'The list of resources is at /api/openapi.json.', id: 'Daftar alamatnya ada di /api/openapi.json.' },
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
