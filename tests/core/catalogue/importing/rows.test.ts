import { describe, expect, test } from 'vitest'
import { isPersonalColumn, suggestTarget } from '#core/catalogue/importing/columns.ts'
import { importRows } from '#core/catalogue/importing/rows.ts'
import { readCatalogue } from '#core/catalogue/reading/read-catalogue.ts'
import { readContentBytes } from '../content-bytes.ts'

const catalogue = readCatalogue(readContentBytes())
const columns = ['Kecamatan', 'Nama Usaha', 'Kab/Kota', 'NIB', 'Produk', 'Kategori']
const fields = {
  Kecamatan: 'maker.district',
  'Nama Usaha': 'maker.displayName',
  'Kab/Kota': 'maker.regency',
  NIB: 'maker.nib',
  Produk: 'product.name.id',
  Kategori: 'product.category',
} as const
const mapping = { demo: true, columns: fields, words: {} }
const read = (...rows: string[][]) =>
  importRows(
    catalogue,
    columns,
    mapping,
    rows.map((cells, at) => ({ line: at + 2, cells })),
  )
const sari = ['Kraksaan', 'Dapur Sari', 'Kab. Probolinggo', '0000000000000', 'Keripik pisang', 'snack']

describe('the columns', () => {
  test.each([
    'NIK',
    'No. KTP',
    'Nama Pemilik',
    'Nama Pelaku Usaha',
    'Handphone',
    'ALAMAT_USAHA',
    'No HP/WA',
    'Email',
    'Tgl Lahir',
    'Penanggung Jawab',
  ])('never reads “%s”', (column) => {
    expect(isPersonalColumn(column)).toBe(true)
  })

  test.each([
    ['Nama Usaha', 'maker.displayName'],
    ['NAMA_UMKM', 'maker.displayName'],
    ['Kab/Kota', 'maker.regency'],
    ['Kecamatan', 'maker.district'],
    ['NIB', 'maker.nib'],
    ['Produk Utama', 'product.name.id'],
    ['Omzet', 'ignore'],
  ])('takes “%s” for %s', (column, target) => {
    expect(isPersonalColumn(column)).toBe(false)
    expect(suggestTarget(column)).toBe(target)
  })
})

describe('importRows', () => {
  test('makes a maker and a draft of each row, whatever the order of the columns', () => {
    const { makers, products, faults } = read(sari)
    expect(faults).toEqual([])
    expect(makers).toEqual([
      {
        slug: 'dapur-sari',
        line: 2,
        answers: new Map([
          ['displayName', 'Dapur Sari'],
          ['regency', '35.13'],
          ['nib', '0000000000000'],
          ['district', 'Kraksaan'],
        ]),
      },
    ])
    expect(products).toMatchObject([{ slug: 'keripik-pisang-dapur-sari', maker: 'dapur-sari', line: 2 }])
  })

  test('makes one maker of several rows, and a draft of each', () => {
    const { makers, products } = read(sari, sari.with(4, 'Keripik talas'))
    expect([makers.length, products.length]).toEqual([1, 2])
  })

  test('takes an NIB as a spreadsheet keeps it from being counted with', () => {
    expect(read(sari.with(3, "'0000 0000 00000")).makers[0]?.answers.get('nib')).toBe('0000000000000')
  })

  test('leaves out what is there already', () => {
    const { makers, products, kept } = read(sari.with(1, 'Canting Manggur Demo').with(0, '').with(2, ''))
    expect([makers, kept]).toEqual([[], ['canting-manggur-demo']])
    const twice = [sari, sari.with(4, 'Keripik talas')].map((row) =>
      row.with(1, 'Canting Manggur Demo').with(0, '').with(2, ''),
    )
    expect(read(...twice).kept).toEqual(['canting-manggur-demo'])
    expect(products).toHaveLength(1)
  })

  test('leaves out a product whose folder is there, and goes on with the others of its maker', () => {
    const files = new Map(catalogue.files).set('products/keripik-pisang-dapur-sari/index.id.md', new Uint8Array())
    const rows = [sari, sari.with(4, 'Keripik talas')].map((cells, at) => ({ line: at + 2, cells }))
    const { makers, products, kept, faults } = importRows({ ...catalogue, files }, columns, mapping, rows)
    expect([makers.map(({ slug }) => slug), products.map(({ slug }) => slug)]).toEqual([
      ['dapur-sari'],
      ['keripik-talas-dapur-sari'],
    ])
    expect([kept, faults]).toEqual([['keripik-pisang-dapur-sari'], []])
  })

  test('takes a maker without a product, and no product without a name', () => {
    expect(read(sari.with(4, '').with(5, ''))).toMatchObject({
      makers: [{ slug: 'dapur-sari' }],
      products: [],
      faults: [],
    })
    expect(read(sari.with(4, ''))).toMatchObject({
      products: [],
      faults: [
        {
          line: 2,
          column: '',
          message: { en: 'The row names no product.', id: 'Baris ini tidak menyebut nama produk.' },
        },
      ],
    })
  })

  test('names a product by its English where there is no Indonesian', () => {
    const english = { ...mapping, columns: { ...fields, Produk: 'product.name.en' as const } }
    const { products } = importRows(catalogue, columns, english, [{ line: 2, cells: sari.with(4, 'Banana chips') }])
    expect(products).toMatchObject([{ slug: 'banana-chips-dapur-sari' }])
  })

  test('reads a cell in composed letters without the spaces around it, and ignores what no column is for', () => {
    const cells = [...sari.with(1, '  Dapur Sare\u0301 '), 'anything 0812-3456-7890']
    const { makers, faults } = importRows(catalogue, [...columns, 'Catatan'], mapping, [{ line: 2, cells }])
    expect(faults).toEqual([])
    expect(makers[0]?.answers.get('displayName')).toBe('Dapur Sar\u00e9')
    const ignored = { ...mapping, columns: { ...fields, Kecamatan: 'ignore' as const } }
    expect(importRows(catalogue, columns, ignored, [{ line: 2, cells: sari }]).makers[0]?.answers.has('district')).toBe(
      false,
    )
    expect(importRows(catalogue, columns, mapping, [{ line: 2, cells: sari.slice(0, 5) }]).faults).toEqual([])
  })

  test('says nothing of a district whose regency could not be read, and asks for a regency that is not given', () => {
    expect(read(sari.with(2, 'Atlantis')).faults).toMatchObject([{ column: 'Kab/Kota' }])
    expect(read(sari.with(2, '')).faults).toMatchObject([
      {
        column: 'Kecamatan',
        message: {
          en: expect.stringMatching(/^A district is looked up in its regency: /),
          id: expect.stringMatching(/^Kecamatan dicari di kabupaten\/kotanya: /),
        },
      },
    ])
  })

  test.each([
    ['an NIK', sari.with(4, 'Keripik 3513012345678901'), 'Produk', /16 digits/],
    ['a district without its regency', sari.with(2, ''), 'Kecamatan', /add one to the table/],
    ['a name too long', sari.with(1, 'Dapur '.repeat(20)), 'Nama Usaha', /has at most 80 characters/],
    ['a number that was cut short', sari.with(3, '1,23457E+12'), 'NIB', /format the column as text/],
    ['a sum in the column of names', sari.with(1, '12'), '', /“12” cannot name a file/],
    ['a phone number', sari.with(4, 'Keripik 0812-3456-7890'), 'Produk', /a phone number/],
    ['an e-mail address', sari.with(1, 'sari@contoh.id'), 'Nama Usaha', /an e-mail address/],
    ['an address', sari.with(1, 'Dapur Sari, Jl. Melati No. 5'), 'Nama Usaha', /looks like an address/],
    [
      'a bare name that two places have',
      sari.with(2, 'Probolinggo'),
      'Kab/Kota',
      /35\.13 \(Kab\. Probolinggo\), 35\.74/,
    ],
    ['a district of another regency', sari.with(0, 'Mayangan'), 'Kecamatan', /Mayangan/],
    ['an NIB of twelve digits', sari.with(3, '000000000000'), 'NIB', /13 digits/],
    [
      'another NIB than before',
      sari.with(3, '0000000000001').with(4, 'Keripik talas'),
      '',
      /nib is another than in line 2/,
    ],
    ['the same product twice', sari, '', /the same file as line 2, .*: delete one/],
    ['a row without a maker', sari.with(1, ''), '', /names no maker/],
  ])('names %s with its line and column', (_, row, column, sentence) => {
    const { faults } = read(sari, row)
    expect(faults).toMatchObject([{ line: 3, column, message: { en: expect.stringMatching(sentence) } }])
  })
})
