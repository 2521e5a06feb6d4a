/** Rules about the customs code, the price and the order. */
import type { FiledProduct } from '../reading/catalogue.ts'
import { type Fault, faultAt, type Rule } from './rule.ts'
import type { World } from './world.ts'

export const tradeRules = {
  'HS-01': {
    title: { en: 'An HS code that is not known', id: 'Kode HS tidak dikenal' },
    severity: 'error',
    why: {
      en: 'The list holds the codes of HS 2022 that goods like these fall into; another is a slip of the pen or a gap.',
      id: 'Daftar ini memuat kode HS 2022 untuk barang semacam ini; kode lain berarti salah tulis atau daftar kurang lengkap.',
    },
    mend: {
      en: 'Correct the code, or add it to content/vocab/hs6.yaml with its wording.',
      id: 'Perbaiki kodenya, atau tambahkan ke content/vocab/hs6.yaml beserta uraiannya.',
    },
    good: 'hs6: "520852"',
    bad: 'hs6: "520899"',
  },
  'HS-02': {
    title: { en: 'The HS chapter does not fit the category', id: 'Bab HS tidak sesuai kategori' },
    severity: 'error',
    why: {
      en: 'Cloth stands in chapters 50 to 63, coffee in 09: another chapter is another thing.',
      id: 'Kain ada di bab 50 sampai 63, kopi di bab 09: bab lain berarti barang lain.',
    },
    mend: { en: 'Correct the code or the category.', id: 'Perbaiki kode atau kategorinya.' },
    good: 'category: batik, hs6: "520852"',
    bad: 'category: batik, hs6: "090121"',
  },
  'HS-03': {
    title: { en: 'The HS code is for another g/m²', id: 'Kode HS untuk g/m² lain' },
    severity: 'error',
    why: {
      en: 'Subheadings of cotton cloth divide at 100 and 200 g/m².',
      id: 'Subpos kain katun terbagi pada 100 dan 200 g/m².',
    },
    mend: { en: 'Correct the code or the g/m².', id: 'Perbaiki kode atau g/m²-nya.' },
    good: '118 g/m² in 5208.52',
    bad: '118 g/m² in 5208.51',
  },
  'PRC-01': {
    title: { en: 'Price bands overlap, leave a gap or rise', id: 'Rentang harga tumpang tindih, bolong, atau naik' },
    severity: 'error',
    why: {
      en: 'A buyer finds one price for every quantity, and a larger order is never dearer.',
      id: 'Untuk setiap jumlah, pembeli harus menemukan satu harga, dan pesanan besar tidak pernah lebih mahal.',
    },
    mend: {
      en: 'Let each band begin one above the last, from the smallest order on, at no higher price.',
      id: 'Mulai setiap rentang satu di atas rentang sebelumnya, dari pesanan minimum, dengan harga yang tidak lebih tinggi.',
    },
    good: '5–19 at 68–80, from 20 at 58–66',
    bad: '5–20 at 68–80, from 20 at 58–66',
  },
  'PRC-02': {
    title: { en: 'The price has expired', id: 'Masa berlaku harga sudah lewat' },
    severity: 'warning',
    why: {
      en: 'A price past its day is hidden; the product stays.',
      id: 'Harga yang sudah lewat disembunyikan; produknya tetap tampil.',
    },
    mend: { en: 'Ask the maker for a new price.', id: 'Mintalah harga baru kepada produsen.' },
    good: 'validUntil: 2027-06-30',
    bad: 'validUntil: 2024-06-30',
  },
  'INC-01': {
    title: { en: 'A rule for ships without a sea port', id: 'Aturan kapal tanpa pelabuhan laut' },
    severity: 'error',
    why: {
      en: 'FAS, FOB, CFR and CIF hand the goods over at a ship; inland, by parcel or by air it is FCA.',
      id: 'FAS, FOB, CFR, dan CIF menyerahkan barang di kapal; untuk darat, paket, atau udara pakailah FCA.',
    },
    mend: {
      en: 'Name a sea port with its UN/LOCODE, or write FCA.',
      id: 'Sebutkan pelabuhan laut beserta UN/LOCODE-nya, atau tulis FCA.',
    },
    good: 'FOB Surabaya (IDSUB)',
    bad: 'FOB Malang',
  },
  'INC-02': {
    title: { en: 'A rule for ships on the way by parcel or air', id: 'Aturan kapal untuk kiriman paket atau udara' },
    severity: 'warning',
    why: {
      en: 'Goods that go by parcel or by air are handed over before they reach a carrier’s terminal, not at a ship.',
      id: 'Barang lewat paket atau udara diserahkan sebelum sampai di terminal pengangkut, bukan di kapal.',
    },
    mend: { en: 'Write FCA, CPT or CIP.', id: 'Tulis FCA, CPT, atau CIP.' },
    good: 'FCA Surabaya',
    bad: 'CIF Narita Airport',
  },
  'CAP-01': {
    title: {
      en: 'The smallest order is more than three months’ work',
      id: 'Pesanan minimum lebih dari tiga bulan produksi',
    },
    severity: 'warning',
    why: {
      en: 'A smallest order that takes a quarter of a year is mostly a mistyped figure.',
      id: 'Pesanan minimum yang perlu waktu tiga bulan biasanya salah ketik.',
    },
    mend: { en: 'Check moq, capacityPerMonth and unit.', id: 'Periksa moq, capacityPerMonth, dan unit.' },
    good: 'moq: 5, capacityPerMonth: 20',
    bad: 'moq: 500, capacityPerMonth: 20',
  },
  'MASS-01': {
    title: { en: 'No lighter without its packing', id: 'Berat bersih tidak lebih ringan dari berat kotor' },
    severity: 'error',
    why: {
      en: 'The gross mass is the net mass and the packing; freight is paid by it.',
      id: 'Berat kotor adalah berat bersih ditambah kemasan; ongkos kirim dihitung darinya.',
    },
    mend: {
      en: 'Weigh one unit with and without its packing, and a full carton.',
      id: 'Timbang satu barang dengan dan tanpa kemasan, dan satu karton penuh.',
    },
    good: 'netMass: 100, grossMass: 112',
    bad: 'netMass: 112, grossMass: 100',
  },
} as const satisfies Record<string, Rule>

/** What a place says of goods that never see a ship. */
const NO_SHIP =
  /\b(airport|bandara|bandar udara|by air|air ?freight|kargo udara|parcel|paket|courier|kurir|ems|dhl|fedex|ups)\b/i

type Id = keyof typeof tradeRules
type Value = FiledProduct['value']

export function checkTrade({ value }: FiledProduct, world: World): Fault<Id>[] {
  return [...checkCode(value, world), ...checkPrice(value, world), ...checkOrder(value)]
}

function checkCode({ hs6, category, arealMass }: Value, world: World): Fault<Id>[] {
  const path = ['hs6']
  if (!world.hasWord('hs6', hs6)) {
    return [faultAt('HS-01', path, `${hs6} is not in the list.`, `${hs6} tidak ada di daftar.`)]
  }
  const chapter = hs6.slice(0, 2)
  const chapters = world.word('categories', category)?.hsChapters
  if (chapters && !chapters.includes(chapter)) {
    const en = `Chapter ${chapter} does not fit the category ${category} (${chapters.join(', ')}).`
    return [faultAt('HS-02', path, en, `Bab ${chapter} tidak sesuai kategori ${category} (${chapters.join(', ')}).`)]
  }
  const { over = 0, upTo = Number.POSITIVE_INFINITY } = world.word('hs6', hs6)?.arealMass ?? {}
  if (arealMass === undefined || (arealMass > over && arealMass <= upTo)) return []
  const range = upTo === Number.POSITIVE_INFINITY ? `> ${over}` : `${over}–${upTo}`
  const en = `${hs6} is for ${range} g/m², and the fabric has ${arealMass}.`
  return [faultAt('HS-03', path, en, `${hs6} untuk ${range} g/m², sedangkan kainnya ${arealMass}.`)]
}

function checkPrice({ price, moq }: Value, world: World): Fault<Id>[] {
  if (!price) return []
  const faults: Fault<Id>[] = []
  if (world.today > price.validUntil) {
    const en = `The price held until ${price.validUntil}.`
    faults.push(faultAt('PRC-02', ['price', 'validUntil'], en, `Harga ini berlaku sampai ${price.validUntil}.`))
  }
  const sea = world.word('incoterms', price.incoterm)?.transport === 'sea'
  const noShip = price.place.match(NO_SHIP)?.[0]
  if (sea && noShip !== undefined) {
    const en = `${price.incoterm} is for ships, and “${noShip}” is not by ship.`
    faults.push(
      faultAt('INC-02', ['price', 'place'], en, `${price.incoterm} untuk kapal, sedangkan “${noShip}” bukan kapal.`),
    )
  } else if (sea && !isSeaPort(price, world)) {
    const en = `${price.incoterm} is for sea ports, and “${price.place}” is none that we know.`
    const id = `${price.incoterm} hanya untuk pelabuhan laut, sedangkan “${price.place}” bukan pelabuhan yang dikenal.`
    faults.push(faultAt('INC-01', ['price', 'place'], en, id))
  }
  return [...faults, ...checkBands(price.bands, moq)]
}

/** FAS and FOB name the port of loading, CFR and CIF that of arrival, which may be anywhere but in a regency of ours. */
function isSeaPort({ incoterm, place }: NonNullable<Value['price']>, world: World): boolean {
  const ports = world.catalogue.vocab['places-of-loading']?.value.entries
  // Of a list that cannot be read, its own finding says enough.
  if (!ports) return true
  const code = place.match(/\b[A-Z]{2}[A-Z2-9]{3}\b/)?.[0]
  const found = ports.find(({ id, name }) => (code ? id === code : name.en.toLowerCase() === place.toLowerCase()))
  if (found) return found.seaPort
  if (incoterm === 'FAS' || incoterm === 'FOB') return false
  const regencies = world.catalogue.vocab.regencies?.value.entries ?? []
  const bare = place.toLowerCase().replace(/^(kab\. |kabupaten |kota )/, '')
  return !regencies.some(({ shortName }) => shortName.id.toLowerCase().replace(/^(kab\.|kota) /, '') === bare)
}

function checkBands(bands: NonNullable<Value['price']>['bands'], moq: number): Fault<Id>[] {
  return bands.flatMap((band, index): Fault<Id>[] => {
    const path = ['price', 'bands', index]
    const before = bands[index - 1]
    const say = (en: string, id: string) => [faultAt<Id>('PRC-01', path, en, id)]
    if (band.from > band.to)
      return say('The band’s lowest price is above its highest.', 'Harga terendah melebihi harga tertinggi.')
    if (band.max !== undefined && band.max < band.min)
      return say('The band ends before it begins.', 'Rentang berakhir sebelum dimulai.')
    if (!before) {
      if (band.min <= moq) return []
      return say(`No band is for the smallest order of ${moq}.`, `Belum ada harga untuk pesanan minimum ${moq}.`)
    }
    const expected = (before.max ?? Number.POSITIVE_INFINITY) + 1
    if (band.min < expected)
      return say('The band overlaps the one before.', 'Rentang ini tumpang tindih dengan sebelumnya.')
    if (band.min > expected) return say('There is a gap to the band before.', 'Ada jeda dengan rentang sebelumnya.')
    if (band.from <= before.from && band.to <= before.to) return []
    return say('The price rises with the quantity.', 'Harga naik untuk jumlah yang lebih besar.')
  })
}

function checkOrder({ moq, capacityPerMonth, netMass, grossMass, packing }: Value): Fault<Id>[] {
  const faults: Fault<Id>[] = []
  if (moq > capacityPerMonth * 3) {
    const en = `${moq} are ordered at least, and ${capacityPerMonth} can be made in a month.`
    faults.push(
      faultAt('CAP-01', ['moq'], en, `Pesanan minimum ${moq}, padahal kapasitasnya ${capacityPerMonth} per bulan.`),
    )
  }
  if (netMass !== undefined && grossMass !== undefined && netMass >= grossMass) {
    const en = `${netMass} g net is not less than ${grossMass} g gross.`
    faults.push(
      faultAt(
        'MASS-01',
        ['grossMass'],
        en,
        `Berat bersih ${netMass} g tidak lebih ringan dari berat kotor ${grossMass} g.`,
      ),
    )
  }
  const { qty, gross } = packing.carton
  const units = (qty * (grossMass ?? netMass ?? 0)) / 1000
  if (gross <= units) {
    const en = `${qty} units are ${units} kg, and the carton with them has ${gross} kg.`
    const id = `${qty} satuan beratnya ${units} kg, sedangkan karton beserta isinya ${gross} kg.`
    faults.push(faultAt('MASS-01', ['packing', 'carton', 'gross'], en, id))
  }
  return faults
}
