import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { type Command, onePositional, Refusal, readInput } from '../../functions/cli/command.ts'
import { writeNew } from '../../functions/cli/content/write-files.ts'
import { guessLang } from '../../functions/cli/lang.ts'
import { readText } from '../../functions/cli/request-file.ts'
import { parseRecords } from '../../functions/cli/table-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'asli-language-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(() => vi.unstubAllEnvs())

/** What is refused, in both languages. */
function refusalOf(act: () => unknown) {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return { ...error.sentence, code: error.code }
    throw error
  }
  throw new Error('nothing was refused')
}

const command: Command = {
  help: '',
  options: { expiring: { type: 'string' }, check: { type: 'boolean' } },
  run: async () => ({ lines: [], json: null }),
}

describe('a complaint about the command line', () => {
  test.each([
    [['--wrong'], 'There is no option --wrong here', 'Tidak ada opsi --wrong di sini'],
    [['-x'], 'There is no option -x here', 'Tidak ada opsi -x di sini'],
    [['--expiring'], '--expiring needs a value', '--expiring perlu nilai'],
    [['--expiring', '--check'], '--expiring needs a value', '--expiring perlu nilai'],
    [['--help=1'], '--help takes no value', '--help tidak memakai nilai'],
    [['--check=1'], '--check takes no value', '--check tidak memakai nilai'],
  ])('of %j is one sentence of our own in each language', (args, en, id) => {
    const said = refusalOf(() => readInput(command, args))
    expect(said).toEqual({
      en: expect.stringContaining(en),
      id: expect.stringContaining(id),
      code: 2,
    })
    expect(said.en).toMatch(/ See --help\.$/)
    expect(said.id).toMatch(/ Lihat --help\.$/)
  })

  test('of a name that is missing names what is', () => {
    const input = { positionals: [], options: {} }
    expect(refusalOf(() => onePositional(input, { en: 'product', id: 'produk' }))).toMatchObject({
      en: 'Name one product. See --help.',
      id: 'Sebutkan satu produk. Lihat --help.',
    })
  })
})

describe('the language of a complaint', () => {
  test.each([
    [['content', 'status', '--lang', 'id'], 'C', 'id'],
    [['content', 'status', '--lang=id', '--wrong'], 'C', 'id'],
    [['content', 'status', '--lang', 'en'], 'id_ID.UTF-8', 'en'],
    [['content', 'status', '--lang'], 'id_ID.UTF-8', 'id'],
    [['content', 'status', '--lang', 'fr'], 'C', 'en'],
    [['verify', 'x', '--lang', 'id'], 'id_ID.UTF-8', 'en'],
  ])('of %j on a system in %s is %s', (args, system, lang) => {
    vi.stubEnv('LC_ALL', system)
    expect(guessLang(args)).toBe(lang)
  })

  test('is that of the person, in the terminal and for programs', () => {
    const asli = (...args: string[]) =>
      spawnSync(process.execPath, ['functions/cli/main.ts', 'content', 'status', ...args], { encoding: 'utf8' })
    expect(asli('--lang', 'id', '--wrong')).toMatchObject({
      status: 2,
      stderr: 'Tidak ada opsi --wrong di sini. Lihat --help.\n',
    })
    expect(JSON.parse(asli('--json', '--lang=id', '--content').stdout)).toEqual({
      error: '--content perlu nilai: --content NILAI. Lihat --help.',
    })
  })
})

describe('a complaint about files', () => {
  const file = join(folder, 'umkm.csv')

  test.each([
    ['"Dapur Sari\n', 'a quote is not closed', 'tanda kutip tidak ditutup'],
    ['Dapur "Sari",x\n', 'a quote begins within a cell', 'tanda kutip dimulai di tengah sel'],
    ['"Dapur" Sari,x\n', 'the quote ends within a cell', 'tanda kutip berakhir di tengah sel'],
  ])('of a table with %j says where, and what is wrong with the quotes', (row, en, id) => {
    writeFileSync(file, `Nama Usaha,Produk\n${row}`)
    expect(refusalOf(() => parseRecords(file))).toMatchObject({
      en: expect.stringMatching(new RegExp(`^${file}:2 is not a table: ${en}\\. Write the cell as `)),
      id: expect.stringMatching(new RegExp(`^${file}:2 bukan tabel: ${id}\\. Tulis selnya seperti `)),
    })
  })

  test('says of one that is not there where it was looked for', () => {
    expect(refusalOf(() => readText(join(folder, 'none.csv')))).toMatchObject({
      en: expect.stringMatching(/^There is no file .*none\.csv here \(in /),
      id: expect.stringMatching(/^Tidak ada berkas .*none\.csv di sini \(di /),
    })
    expect(refusalOf(() => readText(folder)).id).toMatch(/tidak dapat dibaca \(EISDIR\)/)
  })

  test('says that nothing was overwritten, or changed where it cannot be written', () => {
    const mine = join(folder, 'mine.yaml')
    writeNew(mine, 'id: X\n')
    expect(refusalOf(() => writeNew(mine, 'id: Y\n'))).toMatchObject({
      en: `${mine} is there already: nothing was overwritten.`,
      id: `${mine} sudah ada: tidak ada yang ditimpa.`,
    })
    // A file stands where a folder is needed: that is no file that was there already.
    const below = join(mine, 'below.yaml')
    expect(refusalOf(() => writeNew(below, 'id: Y\n'))).toMatchObject({
      en: expect.stringMatching(/cannot be written \(EEXIST\): nothing was changed\.$/),
      id: expect.stringMatching(/tidak dapat ditulis \(EEXIST\): tidak ada yang diubah\.$/),
    })
    expect(existsSync(below)).toBe(false)
  })
})
