/** The table of the rules about curation records and complaints; `curations.ts` checks them. */
import type { Rule } from './rule.ts'

export const curationRules = {
  'CUR-01': {
    title: { en: 'Edited after approval', id: 'Diubah setelah disetujui' },
    severity: 'error',
    why: {
      en: 'Curators approved one specification, by its hash; another one has been examined by nobody.',
      id: 'Kurator menyetujui satu spesifikasi menurut hash-nya; spesifikasi lain belum diperiksa siapa pun.',
    },
    mend: { en: 'Undo the change, or have it examined again.', id: 'Batalkan perubahannya, atau periksa ulang.' },
    good: 'arealMass as it was examined',
    bad: 'arealMass: 118 → 140',
  },
  'CUR-02': {
    title: { en: 'The approval has expired', id: 'Masa persetujuan sudah lewat' },
    severity: 'error',
    why: {
      en: 'Food is examined again after 12 months, textiles and crafts after 18, and either after three upheld complaints.',
      id: 'Pangan diperiksa ulang setelah 12 bulan, tekstil dan kerajinan setelah 18 bulan, dan keduanya setelah tiga keluhan terbukti.',
    },
    mend: {
      en: 'Have it examined again and add the new record; the old one stays as it is.',
      id: 'Periksa ulang dan tambahkan catatan baru; catatan lama dibiarkan.',
    },
    good: 'expiresAt: 2028-04-05',
    bad: 'expiresAt: 2024-04-05',
  },
  'CUR-03': {
    title: { en: 'The points do not bear the decision', id: 'Poin tidak mendukung keputusan' },
    severity: 'error',
    why: {
      en: 'The rubric says what passes: the total, each criterion, every gate, and how far two curators may differ.',
      id: 'Rubrik menentukan yang lulus: jumlah, setiap kriteria, setiap syarat, dan selisih dua kurator.',
    },
    mend: {
      en: 'Correct a mistyped figure before the record is merged; else write the decision that follows, or name a third curator.',
      id: 'Perbaiki angka yang salah ketik sebelum catatan digabungkan; bila tidak, tulis keputusan yang sesuai atau tambah kurator ketiga.',
    },
    good: 'total 82, approved',
    bad: 'total 71, approved',
  },
  'CUR-04': {
    title: { en: 'A curator is not independent', id: 'Kurator tidak independen' },
    severity: 'error',
    why: {
      en: 'Two different people examine a product, and neither of them lives by its sale; nor does who decides about a complaint.',
      id: 'Produk diperiksa dua orang yang berbeda, dan tidak seorang pun hidup dari penjualannya; begitu pula yang memutuskan keluhan.',
    },
    mend: { en: 'Have another curator examine it.', id: 'Minta kurator lain memeriksanya.' },
    good: 'curators: [KUR-DEMO-01, KUR-DEMO-02]',
    bad: 'curators: [KUR-DEMO-01, KUR-DEMO-01]',
  },
  'CUR-05': {
    title: { en: 'A curator without a valid certificate', id: 'Sertifikat kurator tidak berlaku' },
    severity: 'error',
    why: {
      en: 'A certificate of BNSP runs three years; on the day of the decision both are valid.',
      id: 'Sertifikat BNSP berlaku tiga tahun; pada hari keputusan keduanya harus berlaku.',
    },
    mend: {
      en: 'Have a curator with a valid certificate examine it, or correct the dates of the certificate.',
      id: 'Minta kurator bersertifikat yang masih berlaku, atau perbaiki tanggal sertifikatnya.',
    },
    good: 'decided 2026-10-05, certificate to 2028-03-09',
    bad: 'decided 2026-10-05, certificate to 2026-09-30',
  },
  'CUR-06': {
    title: { en: 'A record was edited', id: 'Catatan kurasi diubah' },
    severity: 'error',
    why: {
      en: 'Certificates and readers point at the record; a new one takes its place, the old one stays. A complaint stays as well.',
      id: 'Sertifikat dan pembaca merujuk catatan ini; catatan baru menggantikannya, yang lama tetap. Keluhan pun tetap.',
    },
    mend: {
      en: 'Undo the change, and add a new record with supersedes.',
      id: 'Batalkan perubahannya, dan tambahkan catatan baru dengan supersedes.',
    },
    good: 'curations/PRD-0001/2026-11-02-1.yaml, supersedes: CUR-2026-0001',
    bad: 'curations/PRD-0001/2026-10-05-1.yaml, edited',
  },
  'CUR-07': {
    title: { en: 'The approval runs too long', id: 'Masa berlaku terlalu panjang' },
    severity: 'error',
    why: {
      en: 'An approval holds 12 months for food and 18 for other goods, and no longer than the first attestation that ends.',
      id: 'Persetujuan berlaku 12 bulan untuk pangan, 18 bulan untuk lainnya, dan tidak melebihi sertifikat yang lebih dulu berakhir.',
    },
    mend: {
      en: 'Write the last day that is allowed; an attestation that has ended is renewed first.',
      id: 'Tulis hari terakhir yang diizinkan; sertifikat yang sudah berakhir diperpanjang dulu.',
    },
    good: 'decided 2026-10-05, expires 2028-04-05',
    bad: 'decided 2026-10-05, expires 2036-10-05',
  },
} as const satisfies Record<string, Rule>
