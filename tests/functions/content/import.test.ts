import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openCopy } from './desk.ts'

let copy: ReturnType<typeof openCopy>
let file: string
beforeEach(() => {
  copy = openCopy()
  file = copy.path('../umkm.csv')
})
afterEach(() => copy.close())

const header = 'No;Nama Usaha;Nama Pemilik;NIK;Kab/Kota;Kecamatan;NIB;Produk;Kategori'
const row = '1;Dapur Sari Demo;Sari;3513012345678901;Kab. Probolinggo;Kraksaan;0000000000000;Keripik pisang;snack'
/** Two columns are asked about nothing: they hold personal data. */
const mapped = ['', '', '', '', '', '', '', 'y']
const write = (...rows: string[]) => writeFileSync(file, `\ufeff${[header, ...rows].join('\r\n')}\r\n`)

describe('asli content import', () => {
  test('says what it would write, asks, and writes makers and drafts without personal data', async () => {
    write(row, row.replace('Keripik pisang', 'Keripik talas'))
    const { status, stdout, stderr } = copy.run(['import', file], [...mapped, 'y'])
    expect(status).toBe(0)
    expect(stderr).toMatch(/Column “Nama Pemilik” is left out/)
    expect(stderr).toMatch(/Makers: 1, products: 2\.\nWrite these files\?/)
    expect(stdout).toContain(`line 3: ${copy.path('products/keripik-talas-dapur-sari-demo/')}, a draft`)
    const maker = copy.read('makers/dapur-sari-demo.yaml')
    expect(maker).toMatch(/^# yaml-language-server: .*\nid: ENT-0011\ndemo: true\ndisplayName: Dapur Sari Demo\n/)
    const product = copy.read('products/keripik-talas-dapur-sari-demo/index.md')
    expect(product).toMatch(/^---\n# yaml-language-server: .*\nid: PRD-0012\n/)
    expect(product).toContain('origin: { regency: "35.13" }')
    expect(maker + product).not.toMatch(/3513012345678901|\bSari$/m)
    expect((await copy.call(['status', 'keripik-talas-dapur-sari-demo'])).stdout).toMatch(/: draft, /)
  })

  test('writes all or nothing, where one file cannot be', async () => {
    write(row, row.replace('Keripik pisang', 'Keripik talas'))
    copy.write('products/keripik-talas-dapur-sari-demo', 'a file where the folder would be')
    const { status, stderr } = await copy.call(['import', file], [...mapped, 'y'])
    expect([status, stderr]).toEqual([1, expect.stringMatching(/cannot be written \(\w+\): nothing was changed\.\n$/)])
    for (const path of ['makers/dapur-sari-demo.yaml', 'products/keripik-pisang-dapur-sari-demo'])
      expect(existsSync(copy.path(path)), path).toBe(false)
  })

  test('leaves what the table does not say open, and no fault in the files', async () => {
    write('1;Dapur Sari Demo;Sari;;Kab. Probolinggo;;;Keripik pisang;')
    expect(await copy.call(['import', file], [...mapped, 'y'])).toMatchObject({ status: 0 })
    const { status, stdout } = await copy.call(['check', copy.root])
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^0 errors/m)])
  })

  test('keeps the answers beside the table, and overwrites nothing the second time', async () => {
    write(row)
    await copy.call(['import', file], [...mapped, 'y'])
    expect(readFileSync(copy.path('../umkm.mapping.yaml'), 'utf8')).toContain('Nama Usaha: maker.displayName')
    copy.edit('makers/dapur-sari-demo.yaml', 'demo: true', 'demo: true # mine')
    const again = await copy.call(['import', file])
    expect(again).toMatchObject({ status: 0, stdout: expect.stringContaining('dapur-sari-demo is there already') })
    expect(copy.read('makers/dapur-sari-demo.yaml')).toContain('# mine')
  })

  test('names every fault with line and column, and writes nothing with one of them', async () => {
    write(row, row.replace('Kraksaan', 'Kraksan').replace('Keripik pisang', 'Keripik 0812-3456-7890'))
    const { status, stderr } = await copy.call(['import', file], mapped)
    expect(status).toBe(1)
    expect(stderr).toMatch(/Rows that do not pass: 1\. Nothing was written\./)
    expect(stderr).toMatch(/umkm\.csv:3 column “Kecamatan” “Kraksan” is not in content\/vocab\/districts\.yaml: /)
    expect(stderr).toMatch(/umkm\.csv:3 column “Produk” This holds a phone number\./)
    expect(stderr).toMatch(/\n {2}Mend the table; or, .* write “ignore” for it in .*umkm\.mapping\.yaml\.\n$/)
    expect(existsSync(copy.path('makers/dapur-sari-demo.yaml'))).toBe(false)
  })

  test('asks once for each word that is none of ours, keeps the answers, and leaves open what has none', async () => {
    const snacks = row.replace('snack', 'Makanan Ringan')
    const place = snacks.replace('Kab. Probolinggo', 'Probolinggo').replace('pisang', 'talas')
    write(
      snacks,
      place,
      snacks.replace('pisang', 'gadung').replace('Ringan', 'RINGAN'),
      `${row}x`.replace('sang', 'ang'),
    )
    const { status, stderr, stdout } = await copy.call(
      ['import', file, '--dry-run'],
      [...mapped, 'Kab. Probolinggo', 'Camilan', ''],
    )
    expect([status, stdout]).toEqual([0, expect.stringContaining('Makers: 1, products: 4.')])
    expect(stderr).toMatch(
      /“Probolinggo” is not in .*\nIn column “Kab\/Kota”, “Probolinggo” is \(Enter: leave it open\): /,
    )
    expect(stderr.match(/In column “Kategori”, “[^”]*” is/g)).toEqual([
      'In column “Kategori”, “Makanan Ringan” is',
      'In column “Kategori”, “snackx” is',
    ])
    expect(readFileSync(copy.path('../umkm.mapping.yaml'), 'utf8')).toMatch(
      /\nwords:\n {2}Kab\/Kota:\n {4}Probolinggo: "35\.13"\n {2}Kategori:\n {4}Makanan Ringan: snack\n {4}snackx: ignore\n$/,
    )
    expect(await copy.call(['import', file], ['y'])).toMatchObject({ status: 0 })
    expect(copy.read('products/keripik-gadung-dapur-sari-demo/index.md')).toContain('\ncategory: snack\n')
    expect(copy.read('products/keripik-piang-dapur-sari-demo/index.md')).not.toMatch(/\ncategory:/)
  })

  test('leaves the district open with its regency', async () => {
    write(row.replace('Kab. Probolinggo', 'Probolinggo'))
    expect(await copy.call(['import', file], [...mapped, '', 'y'])).toMatchObject({ status: 0 })
    expect(copy.read('makers/dapur-sari-demo.yaml')).not.toMatch(/^(regency|district):/m)
  })

  test('tells every row where a column was taken for what it is not', async () => {
    write(
      ...Array.from({ length: 21 }, (_, at) => row.replace('snack', `macam ${at}`).replace('pisang', `talas ${at}`)),
    )
    const { status, stderr } = await copy.call(['import', file], mapped)
    expect(status).toBe(1)
    expect(stderr).toMatch(/Rows that do not pass: 21\./)
    expect(stderr).not.toContain('In column')
  })

  test('refuses a mapping whose words are none', async () => {
    write(row)
    await copy.call(['import', file, '--dry-run'], mapped)
    const kept = copy.path('../umkm.mapping.yaml')
    for (const words of ['5', '{ Kategori: snack }', '{ Kategori: { Jajan: 3 } }', 'null']) {
      writeFileSync(kept, `${readFileSync(kept, 'utf8').replace(/words:.*\n/, '')}words: ${words}\n`)
      expect([words, (await copy.call(['import', file])).stderr]).toEqual([
        words,
        expect.stringContaining('umkm.mapping.yaml cannot be read: mend it, or delete it to be asked again.'),
      ])
    }
  })

  test('passes over a title, a sum and a signature, and tells which lines', async () => {
    const rows = ['DATA UMKM BINAAN 2026;;;;;;;;', header.replace('Nama Usaha', '"Nama\n Usaha"'), row]
    writeFileSync(
      file,
      [...rows, 'Jumlah;1;;;;;;;1', ';JUMLAH : 1;;;;;;;', ';;Kraksaan, 12 Januari 2026;;;;;;', ''].join('\r\n'),
    )
    const { status, stdout } = await copy.call(['import', file, '--dry-run'], mapped)
    expect(status).toBe(0)
    expect(stdout).toMatch(/^line 4: .*dapur-sari-demo\.yaml$/m)
    expect(stdout).toMatch(/^line 5: nothing in the columns that are read\nline 6: nothing.*\nline 7: nothing/m)
  })

  test('lists first what a column may be, and takes each for one column alone', async () => {
    write(row)
    const merek = [...mapped].with(2, 'maker.displayName')
    const { stderr } = await copy.call(['import', file, '--lang', 'id'], merek)
    expect(stderr).toMatch(/^Isi sebuah kolom; .*\n {3}1 {2}ignore\n {3}2 {2}maker\.displayName +Nama usaha\n/)
    expect(stderr).toContain('“maker.displayName”: Sudah ada kolom lain untuk maker.displayName.')
  })

  test('refuses columns that cannot be told apart, or that nobody has answered for', async () => {
    writeFileSync(file, `${header};Produk\n${row};\n`)
    expect((await copy.call(['import', file], mapped)).stderr).toMatch(/umkm\.csv names the column “Produk” twice/)
    write(row)
    await copy.call(['import', file, '--dry-run'], mapped)
    writeFileSync(file, `${header.replace('Nama Usaha', 'Nama UMKM')}\n${row}\n`)
    expect((await copy.call(['import', file])).stderr).toMatch(
      /umkm\.mapping\.yaml has no column “Nama UMKM”: mend it, or delete it to be asked again\./,
    )
  })

  test('writes nothing on a dry run, or where the answer is no', async () => {
    write(row)
    expect(await copy.call(['import', file, '--dry-run'], mapped)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Makers: 1, products: 1.'),
    })
    expect(await copy.call(['import', file], ['n'])).toMatchObject({ status: 1 })
    expect(existsSync(copy.path('makers/dapur-sari-demo.yaml'))).toBe(false)
    expect(await copy.call(['import', copy.path('../none.csv')])).toMatchObject({ status: 2 })
  })
})
