/** What a new product needs and is written in an editor: each stands in the new file as a comment with an example. */
import { type Category, isEdible } from '../vocab.ts'
import type { Answers, FieldTable } from './question.ts'

const edible = (answers: Answers) => isEdible(answers.get('category') as Category)
const withDesigner = (answers: Answers) =>
  answers.get('edition') === 'exclusive' || answers.get('edition') === 'limited'

export const openProductFields: FieldTable = [
  {
    path: 'process',
    later: true,
    example:
      '\n  - step: inspecting\n    actor: quality-checker\n    note: { en: How it is done here., id: Cara melakukannya di sini. }',
    ask: {
      en: 'Steps of making, in order: words of content/vocab/process-steps.yaml and roles.yaml',
      id: 'Langkah pembuatan, berurutan: kata dari content/vocab/process-steps.yaml dan roles.yaml',
    },
  },
  {
    path: 'storage',
    later: true,
    when: edible,
    example: '{ en: Cool and dry, id: Sejuk dan kering }',
    ask: { en: 'How to keep it', id: 'Cara menyimpan' },
  },
  {
    path: 'designer',
    later: true,
    when: withDesigner,
    example: '{ displayName: As the designer wants to be named, consentRef: CONS-0000 }',
    ask: {
      en: 'Designer, with the record of the consent to be named',
      id: 'Perancang, dengan nomor persetujuan untuk disebut namanya',
    },
  },
  {
    path: 'commission',
    later: true,
    example: '{ exclusive: false, note: { en: The terms., id: Ketentuannya. } }',
    ask: {
      en: 'Whether a buyer may commission a motif or recipe of their own, and the terms',
      id: 'Apakah pembeli boleh memesan motif atau resep khusus, dan ketentuannya',
    },
  },
  {
    path: 'sample',
    later: true,
    example: '{ available: false }',
    ask: {
      en: 'Whether a sample can be had, and if so { available: true, price: 5, days: 3 }',
      id: 'Apakah ada sampel, dan bila ada { available: true, price: 5, days: 3 }',
    },
  },
  {
    path: 'price',
    later: true,
    example:
      '\n  currency: USD\n  incoterm: FCA\n  place: Surabaya\n  validUntil: 2027-06-30\n  bands: [{ min: 5, from: 58, to: 80 }]',
    ask: {
      en: 'Price by order size; or write onRequest: true instead',
      id: 'Harga menurut jumlah pesanan; atau tulis onRequest: true sebagai gantinya',
    },
  },
  {
    path: 'paymentTerms',
    later: true,
    example: '{ en: How a buyer pays., id: Cara pembeli membayar. }',
    ask: { en: 'How and when a buyer pays', id: 'Cara dan waktu pembayaran' },
  },
  {
    path: 'claims',
    later: true,
    example: '{ en: What may be claimed., id: Yang dapat diklaim. }',
    ask: {
      en: 'What a buyer may claim for defects, and until when',
      id: 'Yang dapat diklaim pembeli bila cacat, dan batas waktunya',
    },
  },
  {
    path: 'packing',
    later: true,
    example:
      '\n  inner: { en: What one unit is wrapped in, id: Pembungkus satu satuan }\n  carton: { qty: 20, l: 60, w: 40, h: 25, gross: 9 }',
    ask: {
      en: 'What a unit is wrapped in, and the carton (cm, kg)',
      id: 'Pembungkus satu satuan, dan kartonnya (cm, kg)',
    },
  },
  {
    path: 'attestations',
    later: true,
    when: edible,
    example: '[]',
    ask: {
      en: 'Licenses and certificates: SPP-IRT or BPOM, and halal',
      id: 'Izin dan sertifikat: SPP-IRT atau BPOM, dan halal',
    },
  },
  {
    path: 'images',
    later: true,
    example: ['hero', 'detail', 'packaging']
      .map(
        (role) =>
          `\n  - file: images/${role}.webp\n    role: ${role}\n    alt: { en: What the picture shows., id: Yang terlihat di gambar. }\n    credit: Who made the picture`,
      )
      .join(''),
    ask: {
      en: 'Three pictures or more, 1200 px or wider, one of the packaging among them',
      id: 'Tiga gambar atau lebih, lebar paling sedikit 1200 px, salah satunya kemasan',
    },
  },
]
