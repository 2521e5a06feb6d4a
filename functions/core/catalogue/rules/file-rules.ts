/** Rules about files as such: that they can be read, and have the fields that their kind has. */
import type { Rule } from './rule.ts'

export const fileRules = {
  'FILE-01': {
    title: { en: 'Not a text', id: 'Bukan berkas teks' },
    severity: 'error',
    why: {
      en: 'Content files are text in UTF-8; a picture, an office document or another encoding cannot be read.',
      id: 'Berkas konten berupa teks UTF-8; gambar, dokumen kantor, atau penyandian lain tidak dapat dibaca.',
    },
    mend: { en: 'Save it as text in UTF-8.', id: 'Simpan sebagai teks dengan penyandian UTF-8.' },
    good: 'id: ENT-0001',
    bad: 'PK\\x03\\x04',
  },
  'FILE-02': {
    title: { en: 'Text too long', id: 'Teks terlalu besar' },
    severity: 'error',
    why: {
      en: 'No product needs more than 256 KB of words; a file beyond it has something else in it.',
      id: 'Tidak ada produk yang memerlukan teks lebih dari 256 KB; berkas sebesar itu pasti memuat hal lain.',
    },
    mend: { en: 'Take out what is no text, such as pictures.', id: 'Keluarkan yang bukan teks, misalnya gambar.' },
    good: '12 KB',
    bad: '5 MB',
  },
  'FILE-03': {
    title: { en: 'Empty file', id: 'Berkas kosong' },
    severity: 'error',
    why: {
      en: 'An empty file says nothing, and looks finished.',
      id: 'Berkas kosong tampak selesai, padahal tidak berisi apa-apa.',
    },
    mend: { en: 'Fill it in, or delete it.', id: 'Isi berkas ini, atau hapus.' },
    good: 'id: ENT-0001',
    bad: '(0 bytes)',
  },
  'FILE-04': {
    title: { en: 'Invisible marks', id: 'Tanda yang tidak kelihatan' },
    severity: 'warning',
    why: {
      en: 'A byte-order mark, Windows line ends or decomposed letters are read all the same, but differ between editors.',
      id: 'BOM, akhir baris Windows, atau huruf terurai tetap terbaca, tetapi berbeda antarpenyunting.',
    },
    mend: {
      en: 'Save it as UTF-8 without byte-order mark, with line ends LF.',
      id: 'Simpan sebagai UTF-8 tanpa BOM, dengan akhir baris LF.',
    },
    good: 'é (U+00E9), LF',
    bad: 'é (e, U+0301), CRLF',
  },
  'FILE-05': {
    title: { en: 'A file that nothing reads', id: 'Berkas yang tidak dibaca' },
    severity: 'warning',
    why: {
      en: 'A file in the wrong place, or with another ending, is passed over in silence.',
      id: 'Berkas di tempat yang salah, atau dengan akhiran lain, akan dilewati begitu saja.',
    },
    mend: { en: 'Rename or move it, or delete it.', id: 'Ganti namanya, pindahkan, atau hapus.' },
    good: 'content/makers/dapur-jahe.yaml',
    bad: 'content/makers/dapur-jahe.yml',
  },
  'FILE-06': {
    title: { en: 'The name of the file does not fit', id: 'Nama berkas tidak sesuai' },
    severity: 'error',
    why: {
      en: 'Files refer to each other by their names, and a record is filed under its product and day.',
      id: 'Berkas saling merujuk lewat namanya, dan catatan kurasi disimpan menurut produk dan harinya.',
    },
    mend: { en: 'Rename the file.', id: 'Ganti nama berkasnya.' },
    good: 'content/curations/PRD-0001/2026-10-05-1.yaml',
    bad: 'content/curations/PRD-0002/2026-10-05-1.yaml',
  },
  'YAML-01': {
    title: { en: 'Not YAML', id: 'Bukan YAML yang benar' },
    severity: 'error',
    why: { en: 'The file cannot be read any further.', id: 'Berkas ini tidak dapat dibaca lebih lanjut.' },
    mend: {
      en: 'Look at this line and the one before: a missing quote, a colon without a space, a tab instead of spaces.',
      id: 'Periksa baris ini dan baris sebelumnya: tanda kutip yang kurang, titik dua tanpa spasi, atau tab sebagai ganti spasi.',
    },
    good: 'moq: 5',
    bad: 'moq: [5',
  },
  'YAML-02': {
    title: { en: 'A key twice', id: 'Kunci ganda' },
    severity: 'error',
    why: { en: 'Of two values only one could count.', id: 'Dari dua nilai hanya satu yang bisa berlaku.' },
    mend: { en: 'Keep one of the two.', id: 'Pertahankan salah satu saja.' },
    good: 'moq: 5',
    bad: 'moq: 5\nmoq: 10',
  },
  'YAML-03': {
    title: { en: 'Anchors and aliases', id: 'Jangkar dan alias' },
    severity: 'error',
    why: {
      en: 'A reader of the file would have to follow them, and they can point at themselves.',
      id: 'Pembaca harus menelusurinya, dan alias bisa menunjuk dirinya sendiri.',
    },
    mend: { en: 'Write each value out.', id: 'Tulis setiap nilai apa adanya.' },
    good: 'name: { en: Cloth, id: Kain }',
    bad: 'name: &n { en: Cloth, id: *n }',
  },
  'FORM-01': {
    title: { en: 'A field is not as it should be', id: 'Isian tidak sesuai' },
    severity: 'error',
    why: {
      en: 'A field is missing, has another type, or is none that this kind of file has.',
      id: 'Ada isian yang kurang, jenisnya lain, atau tidak dikenal di berkas semacam ini.',
    },
    mend: { en: 'Correct the field.', id: 'Perbaiki isian ini.' },
    good: 'moq: 5',
    bad: 'moq: five',
  },
  'ID-01': {
    title: { en: 'An id twice', id: 'Id ganda' },
    severity: 'error',
    why: {
      en: 'Certificates and records name a product by its id; two products cannot share one.',
      id: 'Sertifikat dan catatan kurasi menyebut produk dengan id-nya; dua produk tidak boleh memakai id yang sama.',
    },
    mend: { en: 'Give the newer one the next free id.', id: 'Beri yang lebih baru id berikutnya yang belum dipakai.' },
    good: 'PRD-0001, PRD-0002',
    bad: 'PRD-0001, PRD-0001',
  },
} as const satisfies Record<string, Rule>
