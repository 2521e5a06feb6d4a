/** Rules about protected names of places. */
import type { FiledProduct } from '../reading/catalogue.ts'
import { namePlace } from './references.ts'
import { type Fault, faultAt, type Rule } from './rule.ts'
import type { World } from './world.ts'

export const claimRules = {
  'GI-01': {
    title: { en: 'A geographical indication without the right to it', id: 'Klaim indikasi geografis belum lengkap' },
    severity: 'error',
    why: {
      en: 'Only members of the protection society (MPIG) may use the name, under the number of its registration.',
      id: 'Hanya anggota MPIG yang boleh memakai namanya, dengan nomor pendaftarannya.',
    },
    mend: {
      en: 'State gi, registrationNumber and mpigMember: true, or leave the name out.',
      id: 'Isi gi, registrationNumber, dan mpigMember: true, atau hapus nama itu.',
    },
    good: 'giClaim: { gi: kopi-excelsa-jombang, registrationNumber: "…", mpigMember: true }',
    bad: 'giClaim: { gi: kopi-excelsa-jombang }',
  },
  'GI-02': {
    title: { en: 'Outside the places of the indication', id: 'Di luar wilayah indikasi geografis' },
    severity: 'warning',
    why: {
      en: 'An indication belongs to its places; our list of them may be incomplete, so that this only warns.',
      id: 'Indikasi geografis terikat wilayahnya; daftar kami mungkin belum lengkap, jadi ini hanya peringatan.',
    },
    mend: { en: 'Compare the origin with the registration.', id: 'Cocokkan asalnya dengan dokumen pendaftaran.' },
    good: 'kopi-excelsa-jombang, origin 35.17',
    bad: 'kopi-excelsa-jombang, origin 35.09',
  },
} as const satisfies Record<string, Rule>

type Id = keyof typeof claimRules

export function checkClaims({ value }: FiledProduct, world: World): Fault<Id>[] {
  const { giClaim } = value
  if (!giClaim) return findUnclaimed(value, world)
  const faults: Fault<Id>[] = []
  if (!giClaim.registrationNumber || giClaim.mpigMember !== true) {
    const [en, id] = giClaim.registrationNumber
      ? ['The maker is no member of the MPIG.', 'Produsen bukan anggota MPIG.']
      : ['The number of the registration is missing.', 'Nomor pendaftarannya belum diisi.']
    faults.push(faultAt('GI-01', ['giClaim'], en, id))
  }
  const known = world.word('geographical-indications', giClaim.gi)
  const { regency } = value.origin
  if (known?.complete && known.regencies.length > 0 && !known.regencies.includes(regency)) {
    const places = known.regencies.map((code) => namePlace(world, code)).join(', ')
    const en = `${known.name.id} is of ${places}, the product of ${namePlace(world, regency)}.`
    faults.push(
      faultAt(
        'GI-02',
        ['giClaim', 'gi'],
        en,
        `${known.name.id} dari ${places}, sedangkan produknya dari ${namePlace(world, regency)}.`,
      ),
    )
  }
  return faults
}

/** The full protected name in a product's name is a claim, said or not. */
function findUnclaimed({ name }: FiledProduct['value'], world: World): Fault<Id>[] {
  const indications = world.catalogue.vocab['geographical-indications']?.value.entries ?? []
  return Object.entries(name).flatMap(([language, text]) => {
    const found = indications.find((one) => String(text).toLowerCase().includes(one.name.id.toLowerCase()))
    if (!found) return []
    const en = `“${found.name.id}” is a protected name, and there is no giClaim.`
    return [
      faultAt('GI-01', ['name', language], en, `“${found.name.id}” nama yang dilindungi, tetapi giClaim belum diisi.`),
    ]
  })
}
