/** What each state means, and what comes next, in the curators' words. */
import type { Sentence } from '../reading/finding.ts'
import type { ProductState } from './state.ts'

/** What comes next where a record or a complaint is refused. */
export const HELD_UP: Sentence = { en: 'Mend what is listed.', id: 'Perbaiki yang tercantum.' }

export const STATE_WORDS: Readonly<Record<ProductState, { name: Sentence; next: Sentence }>> = {
  draft: {
    name: { en: 'draft', id: 'draf' },
    next: {
      en: 'Mend what is listed, then have it examined.',
      id: 'Perbaiki yang tercantum, lalu ajukan untuk dikurasi.',
    },
  },
  submitted: {
    name: { en: 'submitted', id: 'diajukan' },
    next: { en: 'Two curators examine it: content curate SLUG.', id: 'Dua kurator memeriksanya: content curate SLUG.' },
  },
  'in-curation': {
    name: { en: 'in curation', id: 'sedang dikurasi' },
    next: {
      en: 'The examination is not closed yet: content curate SLUG goes on where it stopped.',
      id: 'Kurasinya belum selesai: content curate SLUG melanjutkan dari tempat berhenti.',
    },
  },
  approved: {
    name: { en: 'approved', id: 'disetujui' },
    next: {
      en: 'Nothing is to be done until it expires.',
      id: 'Tidak ada yang perlu dilakukan sampai masa berlakunya habis.',
    },
  },
  conditional: {
    name: { en: 'conditional', id: 'bersyarat' },
    next: {
      en: 'The maker meets the conditions, then it is examined again: content letter SLUG tells the maker.',
      id: 'Produsen memenuhi syaratnya, lalu produk dikurasi lagi: content letter SLUG untuk memberi tahu produsen.',
    },
  },
  returned: {
    name: { en: 'returned', id: 'dikembalikan' },
    next: {
      en: 'The maker mends it, then it is examined again: content letter SLUG tells the maker.',
      id: 'Produsen memperbaikinya, lalu produk dikurasi lagi: content letter SLUG untuk memberi tahu produsen.',
    },
  },
  expired: {
    name: { en: 'expired', id: 'kedaluwarsa' },
    next: { en: 'Have it examined again: content curate SLUG.', id: 'Kurasi ulang: content curate SLUG.' },
  },
  superseded: {
    name: { en: 'superseded', id: 'berubah sejak disetujui' },
    next: {
      en: 'Its specification is not the one that was approved: undo the change, or content curate SLUG.',
      id: 'Spesifikasinya bukan lagi yang disetujui: batalkan perubahannya, atau content curate SLUG.',
    },
  },
  withdrawn: {
    name: { en: 'withdrawn', id: 'ditarik' },
    next: {
      en: 'It stays out until the maker wants it back; its signed certificates stay valid.',
      id: 'Produk tidak ditampilkan sampai produsen menghendakinya lagi; sertifikat yang sudah ditandatangani tetap sah.',
    },
  },
}
