/** What is typed in docs/curators.md, from nothing to a published product. */

const maker = [
  ...['y', 'Canting Bayu Demo', 'perorangan', 'mikro', '0000000000000', '13134 2020', 'Kota Probolinggo', 'Kanigaran'],
  ...['batik', '2019', '5-19', '80', 'id, en', 'y', 'y', 'y', '2026-11-02', 'CONS-ENT-0011', 'y', 'nib', ''],
  'Tujuh orang membatik di satu ruangan yang menghadap kebun mangga, dan mewarnai bersama setiap hari Sabtu.',
  'Seven people draw wax in one room that looks out on a mango garden, and dye together every Saturday.',
  ...['batik-probolinggo', ''],
]

const product = [
  ...['y', 'canting-bayu-demo', 'batik', 'Selendang batik tulis Bayu', 'Hand-drawn batik shawl “Bayu”'],
  'Selendang katun yang ditulis dengan malam di kedua sisinya, lalu diwarnai daun mangga; ujungnya dipilin dengan tangan.',
  'Cotton shawl drawn in wax on both faces and dyed with mango leaf; the fringe is twisted by hand.',
  ...['batik-tulis', '', 'mangga, fix-tawas', 'cotton 100', '95', '200 x 50', 'H87', '10', 'open', '14-21', '60'],
  ...['520851', 'declared', 'JP, SG', 'hand-wash-cold-mild, dry-in-shade', 'batik-probolinggo', 'batik-shawl-bayu'],
]

const points = (...six: number[]) =>
  six.flatMap((one, at) =>
    at === 0 ? [`${one}`, 'Garis malam rata di kedua sisi.', 'Even wax lines on both faces.'] : [`${one}`, ''],
  )
const first = ['S-2026-101', '2026-11-12', 'KUR-DEMO-01', 'n', ...points(21, 12, 15, 13, 12, 7), '']
const second = [
  ...['KUR-DEMO-02', 'n', ...points(20, 12, 16, 13, 11, 7), '2026-11-10', 'owner', 'y', 'y', 'y', 'y'],
  ...['content/products/batik-shawl-bayu/images/detail.webp', 'sample-photo', 'y', ''],
  'Garis malam rata dan ujungnya rapi. Tambahkan kartu perawatan berbahasa Jepang.',
  ...['Even wax lines and a neat fringe. Add a care card in Japanese.', 'y'],
]

export const SLUG = 'batik-shawl-bayu'
export const STAND_IN = 'batik-tulis-manggur-natural'

/** Name of the block in the guide → the command and what is typed. */
export const STEPS: [string, string[], string[]][] = [
  ['maker', ['new', 'maker'], maker],
  ['product', ['new', 'product'], product],
  ['open', ['status', SLUG], []],
  ['draft', ['check'], []],
  ['fmt', ['fmt', `content/products/${SLUG}/index.md`], []],
  ['check', ['check'], []],
  ['submitted', ['status', SLUG], []],
  ['preview', ['preview', SLUG], []],
  ['first', ['curate', SLUG], first],
  ['second', ['curate', SLUG], second],
  ['approved', ['status', SLUG], []],
  ['audit', ['audit', '--expiring', '8m'], []],
]

/** The step before which the editor's part is done. */
export const EDITED_BEFORE = 'fmt'
