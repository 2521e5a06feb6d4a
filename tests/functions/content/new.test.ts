import { existsSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { openCopy } from './desk.ts'

let copy: ReturnType<typeof openCopy>
beforeEach(() => {
  copy = openCopy()
})
afterEach(() => copy.close())

const maker = [
  ...[
    'y',
    'Dapur Jahe Baru Demo',
    'perorangan',
    'mikro',
    '0000000000000',
    '10763 2020',
    'Kab. Ponorogo',
    'Siman',
    'drink',
  ],
  ...[
    '2019',
    '5-19',
    '60',
    'id',
    'y',
    'y',
    'y',
    '2026-11-01',
    'CONS-ENT-0011',
    'y',
    'nib',
    '',
    'Dapur kecil.',
    'A small kitchen.',
    'minuman-mataraman',
    '',
  ],
]
const story = 'Kain katun yang ditulis dengan malam di kedua sisinya, diwarnai daun mangga.'
/** What is typed for a batik cloth; the empty answers leave a field open. */
const product = [
  ...['y', 'canting-manggur-demo', 'batik', 'Selendang batik tulis', 'Hand-drawn batik shawl', story, ''],
  ...['batik-tulis', '', '', 'cotton 100', '110', '200 x 50', 'H87', '5', 'open', '10-20', '30', '', '', '', ''],
  ...['batik-probolinggo', ''],
]

const front = (text: string) => parse(text.split('---\n')[1] ?? '') as Record<string, unknown>

describe('asli content new', () => {
  test('says of an answer that is needed that it is, not what its field would need', async () => {
    const { stderr } = await copy.call(['new', 'cluster', '--lang', 'id'], ['y', ''])
    expect(stderr).toMatch(/“”: Isi jawabannya\.\n/)
    const working = await copy.call(['new', 'maker', '--lang', 'id'], maker.with(18, ''))
    expect(working.stderr).toMatch(/“”: Tulis seperti ini: y atau t\.\n/)
  })

  test('says on a line of its own that what was broken off is not kept', async () => {
    const { status, stderr } = await copy.call(['new', 'maker', '--lang', 'id'], ['y'])
    expect(status).toBe(1)
    expect(stderr).toMatch(/Nama usaha: \nTerhenti: yang belum selesai dijawab tidak disimpan\.\n$/)
  })

  test('writes a maker that breaks no rule', async () => {
    const { status, stdout } = copy.run(['new', 'maker'], maker)
    expect([status, stdout]).toEqual([
      0,
      `Written: ${copy.path('makers/dapur-jahe-baru-demo.yaml')} (ENT-0011)\nThen: asli content check\n`,
    ])
    expect(copy.read('makers/dapur-jahe-baru-demo.yaml')).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/schemas\/maker\.schema\.json\nid: ENT-0011\ndemo: true\ndisplayName: Dapur Jahe Baru Demo\n/,
    )
    expect(copy.read('makers/dapur-jahe-baru-demo.yaml').match(/#/g)).toHaveLength(1)
    expect(await copy.call(['check'])).toMatchObject({ status: 0 })
  })

  test('writes a product with what was answered, and the rest as comments with the question and an example', async () => {
    const { status, stdout } = copy.run(['new', 'product'], product)
    expect(status).toBe(0)
    expect(stdout).toMatch(
      /^Written: .*\/products\/hand-drawn-batik-shawl\/ \(PRD-0011\)\nStill open: summary\.en, hs6, hsStatus, care, process, /,
    )
    const text = copy.read('products/hand-drawn-batik-shawl/index.md')
    expect(text).toMatch(/^---\n# yaml-language-server: \$schema=\.\.\/\.\.\/schemas\/product\.schema\.json\nid: /)
    expect(front(text)).toMatchObject({
      id: 'PRD-0011',
      origin: { regency: '35.74' },
      cluster: 'batik-probolinggo',
      materials: [{ fibre: 'cotton', pct: 100 }],
      leadDays: { min: 10, max: 20 },
      moq: 5,
    })
    expect(text).toMatch(/\n# HS code, six digits\n# hs6: "520852"\n/)
    expect(text).not.toMatch(/allergens|netMass|designer/)
    expect(existsSync(copy.path('products/hand-drawn-batik-shawl/images'))).toBe(true)
    expect((await copy.call(['status', 'hand-drawn-batik-shawl'])).stdout).toMatch(
      /^PRD-0011 {2}hand-drawn-batik-shawl: draft, \d of 6/,
    )
    expect(await copy.call(['fmt', '--check', copy.path('products/hand-drawn-batik-shawl/index.md')])).toMatchObject({
      status: 0,
    })
  })

  test('writes an order of one piece where every piece has its own design and nobody says more', async () => {
    const exclusive = product.map((answer) => (answer === '5' ? '' : answer === 'open' ? 'exclusive' : answer))
    const { stdout } = await copy.call(['new', 'product'], exclusive)
    expect(front(copy.read('products/hand-drawn-batik-shawl/index.md'))).toMatchObject({ edition: 'exclusive', moq: 1 })
    expect(stdout).not.toMatch(/Still open:.* moq/)
  })

  test('speaks Indonesian, in the file as well', async () => {
    await copy.call(
      ['new', 'product', '--lang', 'id'],
      product.map((answer) => (answer === 'n' ? 't' : answer)),
    )
    expect(copy.read('products/hand-drawn-batik-shawl/index.md')).toContain('# Kode HS, enam digit')
  })

  test('writes a cluster and a curator, with the ids that follow from their names', async () => {
    const cluster = ['y', 'Teh Malang', 'Tea of Malang', 'tea', 'Kab. Malang', '', '', 'Kebun teh.', 'Tea gardens.', '']
    expect((await copy.call(['new', 'cluster'], cluster)).stdout).toContain(
      'clusters/tea-of-malang.yaml (CLS-TEA-OF-MALANG)',
    )
    const curator = [
      'y',
      'Demo Curator C',
      'Klinik Demo',
      '35.07',
      'tea',
      '00000 0000 0 0000000 2026',
      'Kurator UMKM',
      'LSP Demo',
    ]
    const dates = ['2026-01-19', '2029-01-18', 'y', 'CONS-KUR-DEMO-03', 'KUR-DEMO-03']
    expect((await copy.call(['new', 'curator'], [...curator, ...dates])).stdout).toContain(
      'curators/kur-demo-03.yaml (KUR-DEMO-03)',
    )
    expect(await copy.call(['check'])).toMatchObject({ status: 0 })
  })

  test('overwrites nothing, and writes nothing where an answer does not fit or the answers end', async () => {
    const taken = [...maker.slice(0, -1), 'canting-manggur-demo']
    expect(await copy.call(['new', 'maker'], taken)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('is there already'),
    })
    expect(await copy.call(['new', 'product'], product.slice(0, 9))).toMatchObject({ status: 1, stdout: '' })
    const phone = product.map((answer) => (answer === story ? `${story} 0812-3456-7890` : answer))
    expect(await copy.call(['new', 'product'], phone)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('a phone number'),
    })
    expect(existsSync(copy.path('products/hand-drawn-batik-shawl'))).toBe(false)
    expect(await copy.call(['new', 'thing'])).toMatchObject({ status: 2 })
  })
})
