/** Rules about what files say of each other: that it is there, and that it agrees. */
import type { Cluster } from '../cluster.ts'
import type { Complaint } from '../complaint.ts'
import type { Curation } from '../curation.ts'
import type { Curator } from '../curator.ts'
import type { Maker } from '../maker.ts'
import type { Filed, FiledProduct } from '../reading/catalogue.ts'
import type { Path } from '../reading/finding.ts'
import type { VocabularyKind } from '../vocabularies.ts'
import { type Fault, faultAt, type Rule } from './rule.ts'
import type { World } from './world.ts'

export const referenceRules = {
  'REF-01': {
    title: { en: 'A reference to what is not there', id: 'Rujukan ke sesuatu yang tidak ada' },
    severity: 'error',
    why: {
      en: 'Pages join a product with its maker, its cluster and the words; a name that leads nowhere breaks them.',
      id: 'Halaman menyatukan produk dengan produsen, sentra, dan kosakatanya; nama yang tidak ada isinya merusak halaman.',
    },
    mend: { en: 'Correct the name, or add what it names.', id: 'Perbaiki namanya, atau tambahkan yang dirujuk.' },
    good: 'maker: canting-manggur-demo',
    bad: 'maker: canting-mangur-demo',
  },
  'REF-02': {
    title: { en: 'Outside its cluster', id: 'Di luar sentranya' },
    severity: 'error',
    why: {
      en: 'A cluster lists its trades and its places; a product of another trade or place is counted wrongly on the map.',
      id: 'Sentra mencantumkan jenis usaha dan tempatnya; produk dari usaha atau tempat lain akan salah terhitung di peta.',
    },
    mend: {
      en: 'Name another cluster or none, or add the category or the regency to the cluster.',
      id: 'Pilih sentra lain atau kosongkan, atau tambahkan kategori atau kabupaten/kota ke sentranya.',
    },
    good: 'cluster: batik-probolinggo, origin 35.74',
    bad: 'cluster: batik-probolinggo, origin 35.23',
  },
  'REG-01': {
    title: { en: 'A bare name of a regency', id: 'Nama daerah tanpa kabupaten atau kota' },
    severity: 'error',
    why: {
      en: 'Seven names of East Java are both a regency and a city: “Malang” alone may be 35.07 or 35.73.',
      id: 'Tujuh nama di Jawa Timur dipakai kabupaten sekaligus kota: “Malang” saja bisa berarti 35.07 atau 35.73.',
    },
    mend: {
      en: 'Write the Kemendagri code in quotes; content/vocab/regencies.yaml lists them.',
      id: 'Tulis kode Kemendagri di dalam tanda kutip; daftarnya ada di content/vocab/regencies.yaml.',
    },
    good: 'regency: "35.73"',
    bad: 'regency: Malang',
  },
  'REG-02': {
    title: { en: 'Made elsewhere than at the maker’s', id: 'Asal produk bukan tempat produsennya' },
    severity: 'error',
    why: {
      en: 'A buyer reads the origin as the maker’s place; where it is not, the page says which workshop it is.',
      id: 'Pembeli mengira asal produk adalah tempat produsen; bila bukan, halaman harus menyebut bengkel mana.',
    },
    mend: {
      en: 'Write the maker’s regency, or say in madeAt which workshop makes it.',
      id: 'Tulis kabupaten/kota produsen, atau sebutkan di madeAt bengkel mana yang membuatnya.',
    },
    good: 'origin 35.13, maker in 35.13',
    bad: 'origin 35.09, maker in 35.13',
  },
} as const satisfies Record<string, Rule>

type Id = keyof typeof referenceRules

export function checkProductReferences({ value }: FiledProduct, world: World): Fault<Id>[] {
  const words = (kind: VocabularyKind, field: string, ids: readonly string[]) =>
    ids.flatMap((id, index) => word(world, kind, [field, index], id))
  const maker = world.maker(value.maker)?.value
  return [
    ...file(world, ['maker'], 'makers', value.maker),
    ...(value.cluster === undefined ? [] : file(world, ['cluster'], 'clusters', value.cluster)),
    ...word(world, 'regencies', ['origin', 'regency'], value.origin.regency),
    ...district(world, ['origin', 'district'], value.origin.regency, value.origin.district),
    ...words('techniques', 'techniques', value.techniques),
    ...words('motifs', 'motifs', value.motifs),
    ...words('dyes', 'dyes', value.dyes),
    ...words('customisations', 'customisation', value.customisation),
    ...words('export-documents', 'exportDocs', value.exportDocs),
    ...words('markets', 'markets', value.markets),
    ...words('care', 'care', value.care),
    ...value.materials.flatMap(({ fibre }, i) => word(world, 'fibres', ['materials', i, 'fibre'], fibre)),
    ...value.process.flatMap(({ step, actor }, i) => [
      ...word(world, 'process-steps', ['process', i, 'step'], step),
      ...word(world, 'roles', ['process', i, 'actor'], actor),
    ]),
    ...value.attestations.flatMap(({ type }, i) => word(world, 'attestation-types', ['attestations', i, 'type'], type)),
    ...(value.giClaim ? word(world, 'geographical-indications', ['giClaim', 'gi'], value.giClaim.gi) : []),
    ...checkCluster(value, world),
    ...(maker && !value.madeAt && maker.regency !== value.origin.regency
      ? [
          faultAt(
            'REG-02',
            ['origin', 'regency'],
            `The origin is ${namePlace(world, value.origin.regency)}, the maker is in ${namePlace(world, maker.regency)}.`,
            `Asalnya ${namePlace(world, value.origin.regency)}, sedangkan produsennya di ${namePlace(world, maker.regency)}.`,
          ),
        ]
      : []),
  ]
}

function checkCluster(value: FiledProduct['value'], world: World): Fault<Id>[] {
  const cluster = value.cluster === undefined ? undefined : world.cluster(value.cluster)?.value
  if (!cluster) return []
  if (!cluster.category.includes(value.category)) {
    const en = `${value.cluster} does not list the category ${value.category}.`
    return [faultAt('REF-02', ['cluster'], en, `Kategori ${value.category} tidak ada di sentra ${value.cluster}.`)]
  }
  if (cluster.regencies.includes(value.origin.regency)) return []
  const place = namePlace(world, value.origin.regency)
  return [
    faultAt(
      'REF-02',
      ['cluster'],
      `${value.cluster} does not list ${place}.`,
      `${place} tidak ada di ${value.cluster}.`,
    ),
  ]
}

export function checkMakerReferences({ value }: Filed<Maker>, world: World): Fault<Id>[] {
  return [
    ...word(world, 'regencies', ['regency'], value.regency),
    ...district(world, ['district'], value.regency, value.district),
    ...value.cluster.flatMap((slug, i) => file(world, ['cluster', i], 'clusters', slug)),
    ...value.exportHistory.flatMap((country, i) => word(world, 'markets', ['exportHistory', i], country)),
    ...value.people.flatMap(({ role }, i) => word(world, 'roles', ['people', i, 'role'], role)),
    ...value.certs.flatMap(({ type }, i) => word(world, 'attestation-types', ['certs', i, 'type'], type)),
  ]
}

export function checkClusterReferences({ value }: Filed<Cluster>, world: World): Fault<Id>[] {
  const { centre } = value
  return [
    ...value.regencies.flatMap((code, i) => word(world, 'regencies', ['regencies', i], code)),
    ...value.anchorMotifs.flatMap((id, i) => word(world, 'motifs', ['anchorMotifs', i], id)),
    ...value.gi.flatMap((id, i) => word(world, 'geographical-indications', ['gi', i], id)),
    ...(centre ? district(world, ['centre', 'district'], centre.regency, centre.district) : []),
  ]
}

export function checkCuratorReferences({ value }: Filed<Curator>, world: World): Fault<Id>[] {
  return [
    ...value.regencies.flatMap((code, i) => word(world, 'regencies', ['regencies', i], code)),
    ...value.coi.flatMap(({ maker }, i) => file(world, ['coi', i, 'maker'], 'makers', maker)),
  ]
}

export function checkCurationReferences({ value }: Filed<Curation>, world: World): Fault<Id>[] {
  const rubric = world.rubric(value.rubric) !== undefined
  const broken = world.isThere(`rubrics/${value.rubric.split('@')[0]}`)
  return [
    ...decided(value, world),
    ...checkSuperseded(value, world),
    ...(rubric || broken ? [] : [dangling(['rubric'], value.rubric, 'content/rubrics/')]),
  ]
}

export function checkComplaintReferences({ value }: Filed<Complaint>, world: World): Fault<Id>[] {
  return decided(value, world)
}

/** The product that was decided about, and who decided. */
function decided({ product, curators }: Pick<Curation, 'product' | 'curators'>, world: World): Fault<Id>[] {
  const there = (path: Path, name: string, what: string) => (world.isThere(name) ? [] : [dangling(path, name, what)])
  return [
    ...there(['product'], product, 'content/products/'),
    ...curators.flatMap((id, i) => there(['curators', i], id, 'content/curators/')),
  ]
}

/** A record takes the place of an older one of its own product, so that no chain of them comes back to itself. */
function checkSuperseded({ id, product, decidedAt, supersedes }: Curation, world: World): Fault<Id>[] {
  if (supersedes === undefined) return []
  const where = `content/curations/${product}/`
  if (!world.isThere(supersedes)) return [dangling(['supersedes'], supersedes, where)]
  const older = world.catalogue.curations.find(({ value }) => value.id === supersedes)?.value
  if (!older) return []
  const before = `${older.decidedAt} ${older.id}` < `${decidedAt} ${id}`
  if (older.product === product && before) return []
  const en = `${supersedes} is no older record of ${product}.`
  return [faultAt('REF-01', ['supersedes'], en, `${supersedes} bukan catatan ${product} yang lebih lama.`)]
}

/** “Kab. Malang” for a code that is known, else the code. */
export function namePlace(world: World, code: string): string {
  return world.word('regencies', code)?.shortName.id ?? code
}

function word(world: World, kind: VocabularyKind, path: Path, id: string): Fault<Id>[] {
  return world.hasWord(kind, id) ? [] : [dangling(path, id, `content/vocab/${kind}.yaml`)]
}

function file(world: World, path: Path, folder: string, slug: string): Fault<Id>[] {
  return world.isThere(`${folder}/${slug}`) ? [] : [dangling(path, slug, `content/${folder}/`)]
}

function district(world: World, path: Path, regency: string, name: string | undefined): Fault<Id>[] {
  const known = world.word('districts', regency)?.names
  if (name === undefined || !known || known.includes(name)) return []
  const where = `content/vocab/districts.yaml, ${namePlace(world, regency)}`
  return [dangling(path, name, where)]
}

function dangling(path: Path, name: string, where: string): Fault<Id> {
  return faultAt('REF-01', path, `There is no “${name}” in ${where}.`, `Tidak ada “${name}” di ${where}.`)
}
