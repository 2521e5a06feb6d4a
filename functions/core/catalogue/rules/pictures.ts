/** Rules about pictures. */
import type { FiledProduct } from '../reading/catalogue.ts'
import { readImageData } from '../reading/image-data.ts'
import { type Fault, faultAt, type Rule } from './rule.ts'
import type { World } from './world.ts'

export const pictureRules = {
  'IMG-01': {
    title: { en: 'Too few pictures, or one without its text', id: 'Gambar kurang, atau tanpa teks alternatif' },
    severity: 'error',
    why: {
      en: 'A buyer sees the whole, a detail and the packaging; a reader who sees none of them reads the text.',
      id: 'Pembeli perlu melihat seluruh produk, rincian, dan kemasannya; yang tidak bisa melihat membaca teksnya.',
    },
    mend: {
      en: 'Give at least three pictures, a hero and the packaging among them, each with its text in English and Indonesian.',
      id: 'Cantumkan paling sedikit tiga gambar, termasuk hero dan packaging, masing-masing dengan teks Inggris dan Indonesia.',
    },
    good: 'hero, detail, packaging',
    bad: 'hero, detail, detail',
  },
  'IMG-02': {
    title: { en: 'A small or a heavy picture', id: 'Gambar terlalu kecil atau terlalu berat' },
    severity: 'error',
    why: {
      en: 'Under 1200 pixels a weave cannot be judged; over 400 kB a page is slow on a phone.',
      id: 'Di bawah 1200 piksel tenunan tidak bisa dinilai; di atas 400 kB halaman lambat di ponsel.',
    },
    mend: {
      en: 'Save it again at 1200 to 2400 pixels on the longer side, as WebP.',
      id: 'Simpan ulang dengan sisi terpanjang 1200 sampai 2400 piksel, sebagai WebP.',
    },
    good: '1600 × 1200, 240 kB',
    bad: '640 × 480',
  },
} as const satisfies Record<string, Rule>

type Id = keyof typeof pictureRules

const LONGER_SIDE = 1200
const MOST_BYTES = 400_000

export function checkPictures({ slug, value }: FiledProduct, world: World): Fault<Id>[] {
  const roles = new Set(value.images.map(({ role }) => role))
  const missing = (['hero', 'packaging'] as const).filter((role) => !roles.has(role))
  return [
    ...missing.map((role) =>
      faultAt<Id>('IMG-01', ['images'], `No picture has the role ${role}.`, `Belum ada gambar dengan peran ${role}.`),
    ),
    ...value.images.flatMap(({ file }, index) =>
      checkPicture(file, index, world.catalogue.files.get(`products/${slug}/${file}`)),
    ),
  ]
}

function checkPicture(file: string, index: number, bytes: Uint8Array | undefined): Fault<Id>[] {
  const path = ['images', index, 'file']
  if (!bytes) return [faultAt('IMG-01', path, `There is no ${file}.`, `Tidak ada berkas ${file}.`)]
  if (bytes.length > MOST_BYTES) {
    const kilobytes = Math.round(bytes.length / 1000)
    return [faultAt('IMG-02', path, `The picture has ${kilobytes} kB.`, `Ukuran gambar ini ${kilobytes} kB.`)]
  }
  const size = readImageData(bytes)
  if (!size || Math.max(size.width, size.height) >= LONGER_SIDE) return []
  const measure = `${size.width} × ${size.height}`
  return [faultAt('IMG-02', path, `The picture has ${measure} pixels.`, `Gambar ini hanya ${measure} piksel.`)]
}
