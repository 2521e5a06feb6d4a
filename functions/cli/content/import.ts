/** `asli content import FILE.csv`: an office's list of small businesses → makers and draft products. */
import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { makerQuestions } from '#core/catalogue/asking/other-questions.ts'
import { productQuestions } from '#core/catalogue/asking/product-questions.ts'
import {
  type ColumnMapping,
  isPersonalColumn,
  suggestTarget,
  TARGETS,
  type Target,
} from '#core/catalogue/importing/columns.ts'
import { type Import, importRows } from '#core/catalogue/importing/rows.ts'
import { makerSchema } from '#core/catalogue/maker.ts'
import { productSchema } from '#core/catalogue/product.ts'
import { joinFile } from '#core/catalogue/writing/canonical-file.ts'
import { draftFile } from '#core/catalogue/writing/draft-file.ts'
import { nextId } from '#core/catalogue/writing/next-name.ts'
import { composeYaml } from '#core/catalogue/writing/write-yaml.ts'
import { succeed } from '#core/result.ts'
import { type Command, type Output, onePositional, plain, Refusal } from '../command.ts'
import { besides } from '../request-file.ts'
import { parseRecords } from '../table-file.ts'
import { oneOf, yesOrNo } from './answers.ts'
import { type Desk, deskOptions, openDesk } from './desk.ts'
import { type Dialogue, openDialogue } from './dialogue.ts'
import { writeNew, writeNewProduct } from './write-files.ts'

export const importTable: Command = {
  help: {
    en: `asli content import FILE.csv [--dry-run] [--content DIR] [--lang en|id] [--json]

Reads a list of small businesses as an office keeps it, one a row, and writes a maker and a draft product for each. Asks once
what each column is, and keeps the answers in FILE.mapping.yaml. Says first what would be written, then asks; --dry-run ends
there. With one fault nothing is written; each is named with its line and column. Nothing is overwritten, and what the table
does not say stays open in the files. Columns of people, addresses, phones and numbers of identity are never read.`,
    id: `asli content import BERKAS.csv [--dry-run] [--content DIR] [--lang en|id] [--json]

Membaca daftar UMKM milik dinas, satu usaha sebaris, lalu menulis produsen dan draf produk untuk masing-masing. Sekali saja
menanyakan arti setiap kolom, dan menyimpan jawabannya di BERKAS.mapping.yaml. Menyebut dulu apa yang akan ditulis, lalu bertanya;
--dry-run berhenti di situ. Kalau ada satu kesalahan, tidak ada yang ditulis; masing-masing disebut dengan baris dan kolomnya.
Tidak ada yang ditimpa, dan yang tidak ada di tabel tetap terbuka di berkas. Kolom berisi orang, alamat, telepon, dan nomor
identitas tidak pernah dibaca.`,
  },
  options: { ...deskOptions, 'dry-run': { type: 'boolean' } },
  run: async (input) => {
    const file = onePositional(input, { en: 'table', id: 'tabel' })
    const desk = openDesk(input)
    const [header, ...rows] = parseRecords(file)
    if (!header || rows.length === 0)
      throw new Refusal(desk.say({ en: `${file} has no rows.`, id: `${file} tidak berisi baris.` }))
    const dialogue = openDialogue(desk.lang)
    try {
      const mapping = await chooseMapping(desk, dialogue, { file, columns: header.cells })
      const found = importRows(desk.catalogue, header.cells, mapping.columns, rows)
      refuseFaults(desk, file, found)
      const lines = describe(desk, found)
      const empty = found.makers.length + found.products.length === 0
      if (input.options['dry-run'] || empty) return report(lines, found, false)
      dialogue.tell('', ...lines)
      const question = { en: 'Write these files? (y/n)', id: 'Tulis berkas-berkas ini? (y/t)' }
      if (!(await dialogue.ask(question, yesOrNo)))
        throw new Refusal(desk.say({ en: 'Nothing was written.', id: 'Tidak ada yang ditulis.' }))
      writeAll(desk, found, mapping.demo)
      return report(
        [...lines, desk.say({ en: 'Written. Then: asli content status', id: 'Ditulis. Lalu: asli content status' })],
        found,
        true,
      )
    } finally {
      dialogue.close()
    }
  },
}

type Mapping = { demo: boolean; columns: ColumnMapping }

/** Kept beside the table, so that next year's list is read the same way. */
async function chooseMapping(
  desk: Desk,
  dialogue: Dialogue,
  { file, columns }: { file: string; columns: string[] },
): Promise<Mapping> {
  const kept = besides(file, '.mapping.yaml')
  if (existsSync(kept)) return readMapping(desk, kept)
  const chosen: Record<string, Target> = {}
  for (const column of columns) chosen[column] = await askTarget(dialogue, column)
  const demo = await dialogue.ask(
    { en: 'Is this made-up data for trying the site? (y/n)', id: 'Apakah ini data rekaan untuk mencoba situs? (y/t)' },
    yesOrNo,
  )
  writeNew(kept, composeYaml({ demo, columns: chosen }))
  return { demo, columns: chosen }
}

async function askTarget(dialogue: Dialogue, column: string): Promise<Target> {
  const name = plain(column)
  if (isPersonalColumn(column)) {
    dialogue.tell({
      en: `Column “${name}” is left out: personal data do not belong in public files. With a person's written consent, name them in the maker's file.`,
      id: `Kolom “${name}” tidak dibaca: data pribadi tidak boleh ada di berkas publik. Dengan persetujuan tertulis, cantumkan namanya di berkas produsen.`,
    })
    return 'ignore'
  }
  const suggested = suggestTarget(column)
  const byName = oneOf(TARGETS)
  return dialogue.ask(
    { en: `Column “${name}” is (Enter: ${suggested}):`, id: `Kolom “${name}” berisi (Enter: ${suggested}):` },
    (answer) => (answer === '' ? succeed(suggested) : byName(answer)),
  )
}

/** What a person may have edited is read as strictly as an answer; a column of personal data stays unread. */
function readMapping({ say }: Desk, file: string): Mapping {
  const broken = new Refusal(
    say({
      en: `${file} cannot be read: mend it, or delete it to be asked again.`,
      id: `${file} tidak dapat dibaca: perbaiki, atau hapus supaya ditanyakan lagi.`,
    }),
  )
  try {
    const { demo, columns } = parse(readFileSync(file, 'utf8')) as Partial<Mapping>
    if (typeof demo !== 'boolean' || typeof columns !== 'object') throw broken
    const pairs = Object.entries(columns)
    if (pairs.some(([, target]) => !TARGETS.includes(target))) throw broken
    return { demo, columns: Object.fromEntries(pairs.filter(([column]) => !isPersonalColumn(column))) }
  } catch {
    throw broken
  }
}

function refuseFaults({ say }: Desk, file: string, { faults }: Import): void {
  if (faults.length === 0) return
  const lines = faults.map(({ line, column, message }) =>
    plain(
      `${file}:${line} ${column ? say({ en: `column “${column}” `, id: `kolom “${column}” ` }) : ''}${say(message)}`,
    ),
  )
  const rows = new Set(faults.map(({ line }) => line)).size
  throw new Refusal(
    say({
      en: `Rows that do not pass: ${rows}. Nothing was written.`,
      id: `${rows} baris tidak lolos, jadi tidak ada yang ditulis.`,
    }),
    { lines },
  )
}

function describe({ say, at }: Desk, { makers, products, kept }: Import): string[] {
  return [
    ...makers.map(({ slug, line }) =>
      say({ en: `line ${line}: ${at(`makers/${slug}.yaml`)}`, id: `baris ${line}: ${at(`makers/${slug}.yaml`)}` }),
    ),
    ...products.map(({ slug, line }) =>
      say({
        en: `line ${line}: ${at(`products/${slug}/`)}, a draft`,
        id: `baris ${line}: ${at(`products/${slug}/`)}, draf`,
      }),
    ),
    ...[...new Set(kept)].map((slug) =>
      say({ en: `${slug} is there already and stays as it is.`, id: `${slug} sudah ada dan tidak diubah.` }),
    ),
    say({
      en: `Makers: ${makers.length}, products: ${products.length}.`,
      id: `${makers.length} produsen dan ${products.length} produk.`,
    }),
  ]
}

function report(lines: string[], { makers, products, kept }: Import, written: boolean): Output {
  const slugs = (all: { slug: string }[]) => all.map(({ slug }) => slug)
  return { lines, json: { written, makers: slugs(makers), products: slugs(products), kept } }
}

function writeAll({ catalogue, lang, at }: Desk, { makers, products }: Import, demo: boolean): void {
  const counter = { PRD: Number(nextId(catalogue, 'PRD').slice(4)), ENT: Number(nextId(catalogue, 'ENT').slice(4)) }
  const take = (prefix: 'PRD' | 'ENT') => `${prefix}-${String(counter[prefix]++).padStart(4, '0')}`
  const regencies = new Map<string, unknown>(catalogue.makers.map(({ slug, value }) => [slug, value.regency]))
  for (const { slug, answers } of makers) {
    regencies.set(slug, answers.get('regency'))
    const fixed = { id: take('ENT'), demo, contact: { channel: 'relay' } }
    const path = `makers/${slug}.yaml`
    writeNew(at(path), joinFile(path, draftFile(makerQuestions, { answers, fixed, schema: makerSchema, lang })))
  }
  for (const { slug, maker, answers } of products) {
    const regency = regencies.get(maker)
    const fixed = { id: take('PRD'), demo, maker, ...(regency !== undefined && { origin: { regency } }) }
    const path = `products/${slug}/`
    const yaml = draftFile(productQuestions, { answers, fixed, schema: productSchema, lang })
    writeNewProduct(at(path), joinFile(`${path}index.md`, yaml))
  }
}
