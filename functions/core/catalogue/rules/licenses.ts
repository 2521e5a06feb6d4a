/** Rules about numbers of licenses and certificates. What nobody could confirm about their form only warns. */
import type { Attestation } from '../attestation.ts'
import type { Curator } from '../curator.ts'
import type { Maker } from '../maker.ts'
import type { Filed, FiledProduct } from '../reading/catalogue.ts'
import type { Path } from '../reading/finding.ts'
import { namePlace } from './references.ts'
import { type Fault, faultAt, type Rule } from './rule.ts'
import type { World } from './world.ts'

export const licenseRules = {
  'NIB-01': {
    title: { en: 'An NIB of another length than 13 digits', id: 'NIB tidak 13 digit' },
    severity: 'error',
    why: {
      en: 'OSS gives every business one number of 13 digits; another length is a slip of the pen.',
      id: 'OSS memberi setiap usaha satu nomor 13 digit; panjang lain berarti salah tulis.',
    },
    mend: { en: 'Copy the 13 digits from the OSS document.', id: 'Salin 13 digitnya dari dokumen OSS.' },
    good: 'nib: "0000000000000"',
    bad: 'nib: "000000000"',
  },
  'KBLI-01': {
    title: { en: 'A KBLI code without its version', id: 'Kode KBLI tanpa versi' },
    severity: 'warning',
    why: {
      en: 'KBLI 2025 renumbers some trades; without the year a code may mean another.',
      id: 'KBLI 2025 mengubah nomor beberapa usaha; tanpa tahun, satu kode bisa berarti usaha lain.',
    },
    mend: { en: 'Add version: "2020" or version: "2025".', id: 'Tambahkan version: "2020" atau version: "2025".' },
    good: '{ code: "13134", version: "2020" }',
    bad: '{ code: "13134" }',
  },
  'PIRT-01': {
    title: { en: 'An SPP-IRT number that is not 15 digits', id: 'Nomor SPP-IRT tidak 15 digit' },
    severity: 'error',
    why: {
      en: 'The number has 13 digits, a hyphen and two digits of the year in which it ends (Per BPOM 22/2018).',
      id: 'Nomornya 13 digit, tanda hubung, dan dua digit tahun berakhirnya (Per BPOM 22/2018).',
    },
    mend: { en: 'Copy the number from the label.', id: 'Salin nomornya dari label.' },
    good: '7153513000000-31',
    bad: '715351300000-31',
  },
  'PIRT-02': {
    title: {
      en: 'An SPP-IRT number of unknown packaging or food',
      id: 'Kode kemasan atau pangan SPP-IRT tidak dikenal',
    },
    severity: 'warning',
    why: {
      en: 'Digit 1 is the kind of packaging, digits 2–3 the kind of food; not all kinds are confirmed, so that this only warns.',
      id: 'Digit 1 adalah jenis kemasan, digit 2–3 jenis pangan; belum semua jenis dipastikan, jadi ini hanya peringatan.',
    },
    mend: { en: 'Compare the number with the label.', id: 'Cocokkan nomornya dengan label.' },
    good: '7153513000000-31',
    bad: '9993513000000-31',
  },
  'PIRT-04': {
    title: { en: 'An SPP-IRT number of another regency', id: 'SPP-IRT dari kabupaten/kota lain' },
    severity: 'error',
    why: {
      en: 'The license is void when the business moves: its digits 4–7 name the regency that gave it.',
      id: 'Izin gugur bila usaha pindah daerah: digit 4–7 menunjukkan kabupaten/kota yang menerbitkannya.',
    },
    mend: {
      en: 'Correct the number from the label, or the maker’s regency.',
      id: 'Perbaiki nomornya sesuai label, atau kabupaten/kota produsennya.',
    },
    good: '7153513000000-31',
    bad: '7153509000000-31',
  },
  'PIRT-05': {
    title: { en: 'The SPP-IRT number ends in another year', id: 'Tahun SPP-IRT tidak cocok' },
    severity: 'error',
    why: {
      en: 'The last two digits are the year in which the license ends.',
      id: 'Dua digit terakhir adalah tahun berakhirnya izin.',
    },
    mend: { en: 'Correct the number or expires.', id: 'Perbaiki nomornya atau expires.' },
    good: '7153513000000-31, expires 2031-12-31',
    bad: '7153513000000-31, expires 2030-12-31',
  },
  'BPOM-01': {
    title: { en: 'An import number on a domestic product', id: 'Nomor impor pada produk dalam negeri' },
    severity: 'error',
    why: {
      en: 'ML is for imported food; a product made here has MD.',
      id: 'ML untuk pangan impor; produk buatan sini bernomor MD.',
    },
    mend: { en: 'Copy the MD number from the label.', id: 'Salin nomor MD dari label.' },
    good: 'MD 000000000001',
    bad: 'ML 000000000001',
  },
  'ATT-01': {
    title: { en: 'A number of unusual form', id: 'Bentuk nomor tidak lazim' },
    severity: 'warning',
    why: {
      en: 'The form of these numbers is known from few sources, so that an odd one is worth a second look, no more.',
      id: 'Bentuk nomor ini hanya diketahui dari sedikit sumber, jadi nomor yang tidak lazim cukup diperiksa ulang.',
    },
    mend: { en: 'Compare it with the document.', id: 'Cocokkan dengan dokumennya.' },
    good: 'ID00000000000000002',
    bad: 'KH-2',
  },
  'ATT-02': {
    title: { en: 'SNI Bina UMK shown as more than a declaration', id: 'SNI Bina UMK ditulis lebih dari pernyataan' },
    severity: 'error',
    why: {
      en: 'Of a low-risk micro or small business the NIB itself counts as SNI (PP 28/2025, article 234): nobody tested anything.',
      id: 'Untuk usaha mikro dan kecil berisiko rendah, NIB itu sendiri berlaku sebagai SNI (PP 28/2025 Pasal 234): tidak ada yang diuji.',
    },
    mend: {
      en: 'Write level: self-declared; what a laboratory tested has the type sni.',
      id: 'Tulis level: self-declared; yang diuji laboratorium berjenis sni.',
    },
    good: '{ type: sni-bina-umk, level: self-declared }',
    bad: '{ type: sni-bina-umk, level: tested }',
  },
  'BNSP-01': {
    title: { en: 'A BNSP number of unusual form', id: 'Bentuk nomor BNSP tidak lazim' },
    severity: 'warning',
    why: {
      en: 'The layout of these numbers (5, 4, 1, 7 and 4 digits) is not confirmed, so that an odd one only warns.',
      id: 'Susunan nomor ini (5, 4, 1, 7, dan 4 digit) belum dipastikan, jadi nomor yang lain hanya diperingatkan.',
    },
    mend: { en: 'Compare it with the certificate.', id: 'Cocokkan dengan sertifikatnya.' },
    good: '00000 0000 0 0000000 2025',
    bad: '2025-17',
  },
} as const satisfies Record<string, Rule>

type Id = keyof typeof licenseRules

export function checkProductLicenses({ value }: FiledProduct, world: World): Fault<Id>[] {
  const regency = world.maker(value.maker)?.value.regency
  return value.attestations.flatMap((attestation, index) => {
    const path = ['attestations', index]
    if (attestation.type === 'spp-irt') return checkHomeIndustry(attestation, path, regency, world)
    return [...checkNumber(attestation, path, world), ...checkLevel(attestation, path)]
  })
}

export function checkMakerLicenses({ value }: Filed<Maker>, world: World): Fault<Id>[] {
  return [
    ...value.kbli.flatMap(({ code, version }, index) =>
      version
        ? []
        : [faultAt('KBLI-01', ['kbli', index], `${code} states no version.`, `Versi KBLI ${code} belum disebut.`)],
    ),
    ...value.certs.flatMap((cert, index) => [
      ...checkNumber(cert, ['certs', index], world),
      ...checkLevel(cert, ['certs', index]),
    ]),
  ]
}

export function checkCuratorLicense({ value }: Filed<Curator>): Fault<Id>[] {
  if (/^\d{5} \d{4} \d \d{7} \d{4}$/.test(value.bnsp.number)) return []
  const [en, id] = ['The number has not the usual form.', 'Bentuk nomornya tidak seperti biasanya.']
  return [faultAt('BNSP-01', ['bnsp', 'number'], en, id)]
}

/**
 * `1234567890123-45`: 1 is the packaging, 23 the food, digits 4–7 are the regency as BPS and Kemendagri number it, 45 is the
 * year of expiry.
 */
function checkHomeIndustry(
  { number, expires }: Attestation,
  place: Path,
  regency: string | undefined,
  world: World,
): Fault<Id>[] {
  const path = [...place, 'number']
  const [, packaging = '', food = '', code = '', year] = number.match(/^(\d)(\d{2})(\d{4})\d{6}-(\d{2})$/) ?? []
  if (!year) {
    const [en, id] = [
      'This is not 13 digits, a hyphen and two digits.',
      'Ini bukan 13 digit, tanda hubung, dan dua digit.',
    ]
    return [faultAt('PIRT-01', path, en, id)]
  }
  const faults: Fault<Id>[] = []
  if (!world.hasWord('spp-irt-packaging', packaging) || !world.hasWord('spp-irt-foods', food)) {
    const en = `Packaging ${packaging} or food ${food} is not in the list.`
    faults.push(faultAt('PIRT-02', path, en, `Kemasan ${packaging} atau pangan ${food} tidak ada di daftar.`))
  }
  if (regency && code !== regency.replace('.', '')) {
    const given = `${code} (${namePlace(world, `${code.slice(0, 2)}.${code.slice(2)}`)})`
    const right = `${regency.replace('.', '')} (${namePlace(world, regency)})`
    const en = `Digits 4–7 are ${given}, the maker is in ${right}.`
    faults.push(faultAt('PIRT-04', path, en, `Digit 4–7 adalah ${given}, sedangkan produsennya di ${right}.`))
  }
  if (expires && expires.slice(2, 4) !== year) {
    const en = `The number ends in 20${year}, and expires says ${expires.slice(0, 4)}.`
    faults.push(faultAt('PIRT-05', path, en, `Nomornya berakhir 20${year}, sedangkan expires ${expires.slice(0, 4)}.`))
  }
  return faults
}

function checkNumber({ type, number }: Attestation, place: Path, world: World): Fault<Id>[] {
  const path = [...place, 'number']
  if (type === 'bpom-md' && /^ML/i.test(number)) {
    return [faultAt('BPOM-01', path, 'ML is a number of imported food.', 'ML adalah nomor pangan impor.')]
  }
  const { pattern, example } = world.word('attestation-types', type) ?? {}
  if (!pattern || new RegExp(pattern).test(number)) return []
  const en = `The number has not the usual form${example ? `, ${example}` : ''}.`
  return [faultAt('ATT-01', path, en, `Bentuk nomornya tidak seperti biasanya${example ? `, ${example}` : ''}.`)]
}

function checkLevel({ type, level }: Attestation, place: Path): Fault<Id>[] {
  if (type !== 'sni-bina-umk' || level === 'self-declared' || level === 'unverified') return []
  const en = `SNI Bina UMK is declared by the maker, and this says ${level}.`
  return [faultAt('ATT-02', [...place, 'level'], en, `SNI Bina UMK pernyataan produsen, tetapi di sini ${level}.`)]
}
