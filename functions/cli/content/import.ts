/** `asli content import FILE.csv`: an office's list of small businesses → makers and draft products. */
import { rmSync } from 'node:fs'
import { makerQuestions } from '#core/catalogue/asking/other-questions.ts'
import { productQuestions } from '#core/catalogue/asking/product-questions.ts'
import { splitHeader } from '#core/catalogue/importing/header.ts'
import { type Import, importRows } from '#core/catalogue/importing/rows.ts'
import { makerSchema } from '#core/catalogue/maker.ts'
import { productSchema } from '#core/catalogue/product.ts'
import type { Sentence } from '#core/catalogue/reading/finding.ts'
import { joinFile } from '#core/catalogue/writing/canonical-file.ts'
import { draftFile } from '#core/catalogue/writing/draft-file.ts'
import { nextId } from '#core/catalogue/writing/next-name.ts'
import { type Command, type Output, onePositional, plain, Refusal } from '../command.ts'
import { parseRecords } from '../table-file.ts'
import { yesOrNo } from './answers.ts'
import { type Desk, deskOptions, openDesk } from './desk.ts'
import { openDialogue } from './dialogue.ts'
import { chooseMapping, mappingFile } from './import-columns.ts'
import { chooseWords } from './import-words.ts'
import { writeNew, writeNewProduct } from './write-files.ts'

export const importTable: Command = {
  help: {
    en: `asli content import FILE.csv [--dry-run] [--content DIR] [--lang en|id] [--json]

Reads a list of small businesses as an office keeps it, one a row, and writes a maker and a draft product for each. Asks once
what each column is, and what each word of the office's own is in ours, and keeps the answers in FILE.mapping.yaml. Says first
what would be written, then asks; --dry-run ends there. With one fault nothing is written; each is named with its line and
column. Nothing is overwritten, and what the table does not say stays open in the files. Columns of people, addresses, phones
and numbers of identity are never read.`,
    id: `asli content import BERKAS.csv [--dry-run] [--content DIR] [--lang en|id] [--json]

Membaca daftar UMKM milik dinas, satu usaha sebaris, lalu menulis produsen dan draf produk untuk masing-masing. Sekali saja
menanyakan arti setiap kolom, dan padanan setiap istilah dinas, lalu menyimpan jawabannya di BERKAS.mapping.yaml. Menyebut dulu
apa yang akan ditulis, lalu bertanya; --dry-run berhenti di situ. Kalau ada satu kesalahan, tidak ada yang ditulis; masing-masing
disebut dengan baris dan kolomnya. Tidak ada yang ditimpa, dan yang tidak ada di tabel tetap terbuka di berkas. Kolom berisi
orang, alamat, telepon, dan nomor identitas tidak pernah dibaca.`,
  },
  options: { ...deskOptions, 'dry-run': { type: 'boolean' } },
  run: async (input) => {
    const file = onePositional(input, { en: 'table', id: 'tabel' })
    const desk = openDesk(input)
    const table = splitHeader(parseRecords(file))
    if (!table || table.rows.length === 0)
      throw new Refusal(desk.say({ en: `${file} has no rows.`, id: `${file} tidak berisi baris.` }))
    const dialogue = openDialogue(desk.lang)
    try {
      const columns = await chooseMapping(desk, dialogue, { file, columns: table.columns })
      const mapping = await chooseWords(desk, dialogue, { file, ...table }, columns)
      const found = importRows(desk.catalogue, table.columns, mapping, table.rows)
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
    { lines: [...lines, say(nameMend(file))] },
  )
}

/** Once for all rows: a column may have been taken for what it is not. */
function nameMend(file: string): Sentence {
  const mapping = mappingFile(file)
  return {
    en: `Mend the table; or, where a column is something else, write “ignore” for it in ${mapping}.`,
    id: `Perbaiki tabelnya; atau, bila isi sebuah kolom memang lain, tulis “ignore” untuk kolom itu di ${mapping}.`,
  }
}

function describe({ say, at }: Desk, { makers, products, kept, passed }: Import): string[] {
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
    ...kept.map((slug) =>
      say({ en: `${slug} is there already and stays as it is.`, id: `${slug} sudah ada dan tidak diubah.` }),
    ),
    ...passed.map((line) =>
      say({
        en: `line ${line}: nothing in the columns that are read`,
        id: `baris ${line}: dilewati, kolom yang dibaca kosong`,
      }),
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

/** All of them or none: half a list would be told to be there already the next time. */
function writeAll(desk: Desk, found: Import, demo: boolean): void {
  const written: string[] = []
  try {
    for (const path of writeEach(desk, found, demo)) written.push(path)
  } catch (error) {
    for (const path of written) rmSync(path, { recursive: true })
    throw error
  }
}

/** Each path once it is written. */
function* writeEach({ catalogue, lang, at }: Desk, { makers, products }: Import, demo: boolean): Generator<string> {
  const counter = { PRD: Number(nextId(catalogue, 'PRD').slice(4)), ENT: Number(nextId(catalogue, 'ENT').slice(4)) }
  const take = (prefix: 'PRD' | 'ENT') => `${prefix}-${String(counter[prefix]++).padStart(4, '0')}`
  const regencies = new Map<string, unknown>(catalogue.makers.map(({ slug, value }) => [slug, value.regency]))
  for (const { slug, answers } of makers) {
    regencies.set(slug, answers.get('regency'))
    const fixed = { id: take('ENT'), demo, contact: { channel: 'relay' } }
    const path = `makers/${slug}.yaml`
    writeNew(at(path), joinFile(path, draftFile(makerQuestions, { answers, fixed, schema: makerSchema, lang })))
    yield at(path)
  }
  for (const { slug, maker, answers } of products) {
    const regency = regencies.get(maker)
    const fixed = { id: take('PRD'), demo, maker, ...(regency !== undefined && { origin: { regency } }) }
    const path = `products/${slug}/`
    const yaml = draftFile(productQuestions, { answers, fixed, schema: productSchema, lang })
    writeNewProduct(at(path), joinFile(`${path}index.md`, yaml))
    yield at(path)
  }
}
