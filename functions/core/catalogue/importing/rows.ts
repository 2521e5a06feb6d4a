/** Rows of a table → new makers and draft products. All faults of all rows are told; with one of them nothing is made. */
import { makerQuestions } from '../asking/other-questions.ts'
import { productQuestions } from '../asking/product-questions.ts'
import { type Question, readAnswer } from '../asking/question.ts'
import { makerSchema } from '../maker.ts'
import { productSchema } from '../product.ts'
import type { Catalogue } from '../reading/catalogue.ts'
import type { Sentence } from '../reading/finding.ts'
import { findPersonalData } from '../rules/personal-data.ts'
import { slugify } from '../writing/next-name.ts'
import type { ColumnMapping, Target } from './columns.ts'

export type Row = {
  /** Where the row begins in the file, from 1. */
  line: number
  cells: readonly string[]
}

export type RowFault = { line: number; column: string; message: Sentence }

/** What one file is made of. */
export type Drafted = { slug: string; line: number; answers: Map<string, unknown> }
export type DraftedProduct = Drafted & { maker: string }

export type Import = {
  makers: Drafted[]
  products: DraftedProduct[]
  faults: RowFault[]
  /** Slugs that are in content/ already, and stay as they are. */
  kept: string[]
  /** Lines with nothing in any column that is read, as a sum or a signature below the table. */
  passed: number[]
}

/** A street or a house; a district is no address. */
const ADDRESS = /\b(jl|jln|jalan|gg|gang|rt|rw|blok|perum|no)\b[\s.:]*[\w/]*\d|\b(jl|jln|jalan)\b\.?\s/i

/** A number of 13 digits as a spreadsheet shows it that was not told that it is text: the digits are gone. */
const SHORTENED = /^\d([.,]\d+)?E\+\d+$/i
const shortened: Sentence = {
  en: 'The spreadsheet cut this number short: format the column as text, type the number again, and save.',
  id: 'Nomor ini terpotong oleh Excel: ubah format kolomnya menjadi Teks, ketik ulang nomornya, lalu simpan.',
}

/** A list of one city seldom has a column for it. */
const homeless: Sentence = {
  en: 'A district is looked up in its regency: fill the column with the regency, or add one to the table.',
  id: 'Kecamatan dicari di kabupaten/kotanya: isi kolom kabupaten/kota, atau tambahkan kolom itu ke tabel.',
}

const tables = {
  maker: { questions: makerQuestions, schema: makerSchema },
  product: { questions: productQuestions, schema: productSchema },
}

export function importRows(
  catalogue: Catalogue,
  columns: readonly string[],
  mapping: ColumnMapping,
  rows: readonly Row[],
): Import {
  const result: Import = { makers: [], products: [], faults: [], kept: [], passed: [] }
  for (const row of rows) importRow(catalogue, result, readRow(catalogue, columns, mapping, row))
  return result
}

type Read = { line: number; maker: Map<string, unknown>; product: Map<string, unknown>; faults: RowFault[] }

function readRow(catalogue: Catalogue, columns: readonly string[], mapping: ColumnMapping, { line, cells }: Row): Read {
  const read: Read = { line, maker: new Map(), product: new Map(), faults: [] }
  // A district is looked up in its regency, wherever their columns stand.
  const order = columns
    .map((column, at) => ({ column, at, target: mapping[column] ?? 'ignore' }))
    .sort((a, b) => rank(a.target) - rank(b.target))
  for (const { column, at, target } of order) {
    const cell = (cells[at] ?? '').normalize('NFC').trim()
    if (target === 'ignore' || cell === '') continue
    const refuse = (message: Sentence) => read.faults.push({ line, column, message })
    if (target === 'maker.district' && !read.maker.has('regency')) {
      // Where its regency could not be read, that is told already.
      if (read.faults.length === 0) refuse(homeless)
      continue
    }
    const personal = target === 'maker.nib' ? undefined : findPersonal(cell)
    if (personal) {
      refuse(personal)
      continue
    }
    if (SHORTENED.test(cell)) {
      refuse(shortened)
      continue
    }
    const [kind, path] = splitTarget(target)
    const question = questionOf(target)
    const answers = read[kind]
    const parsed = readAnswer(question, cell, { schema: tables[kind].schema, catalogue, answers })
    if (parsed.ok) answers.set(path, parsed.value)
    else refuse(parsed.error)
  }
  return read
}

/** The question that a column answers. */
export function questionOf(target: Exclude<Target, 'ignore'>): Question {
  const [kind, path] = splitTarget(target)
  return tables[kind].questions.find((one) => one.path === path) as Question
}

function rank(target: Target): number {
  return target === 'maker.district' ? 1 : 0
}

function splitTarget(target: Exclude<Target, 'ignore'>): ['maker' | 'product', string] {
  return target.startsWith('maker.')
    ? ['maker', target.slice('maker.'.length)]
    : ['product', target.slice('product.'.length)]
}

function findPersonal(cell: string): Sentence | undefined {
  const [found] = findPersonalData(cell)
  if (found) return found
  return ADDRESS.test(cell) ? { en: 'This looks like an address.', id: 'Ini tampak seperti alamat.' } : undefined
}

/** What stands in place of a name below the last row. */
const SUM = /^(sub ?total|total|jumlah)\b[\s\d:]*$/i

/** One maker may stand in several rows, one for each product. */
function importRow(catalogue: Catalogue, result: Import, { line, maker, product, faults }: Read): void {
  result.faults.push(...faults)
  // What a row that was misread would come to is nobody's guess.
  if (faults.length > 0) return
  const name = maker.get('displayName')
  if (maker.size + product.size === 0 || SUM.test(String(name))) {
    result.passed.push(line)
    return
  }
  const refuse = (message: Sentence) => result.faults.push({ line, column: '', message })
  if (typeof name !== 'string') {
    refuse({ en: 'The row names no maker.', id: 'Baris ini tidak menyebut nama usaha.' })
    return
  }
  const slug = slugify(name)
  if (slug.length < 3) {
    refuse({
      en: `“${name}” cannot name a file: three letters or digits at least.`,
      id: `“${name}” tidak dapat menjadi nama berkas: perlu paling sedikit tiga huruf atau angka.`,
    })
    return
  }
  const before = result.makers.find((one) => one.slug === slug)
  if (before) result.faults.push(...listDifferences(before, maker, line))
  else if (catalogue.files.has(`makers/${slug}.yaml`)) result.kept.push(slug)
  else result.makers.push({ slug, line, answers: maker })
  if (product.size === 0) return
  const title = product.get('name.id') ?? product.get('name.en')
  if (typeof title !== 'string') {
    refuse({ en: 'The row names no product.', id: 'Baris ini tidak menyebut nama produk.' })
    return
  }
  const own = slugify(`${title} ${name}`)
  const twin = result.products.find((one) => one.slug === own)
  if (twin)
    refuse({
      en: `${title} would be the same file as line ${twin.line}, ${own}: delete one, or tell them apart by name.`,
      id: `${title} akan menjadi berkas yang sama dengan baris ${twin.line}, ${own}: hapus salah satu, atau bedakan namanya.`,
    })
  else if ([...catalogue.files.keys()].some((file) => file.startsWith(`products/${own}/`))) result.kept.push(own)
  else result.products.push({ slug: own, line, maker: slug, answers: product })
}

function listDifferences(before: Drafted, now: Map<string, unknown>, line: number): RowFault[] {
  return [...now]
    .filter(([path, value]) => JSON.stringify(before.answers.get(path)) !== JSON.stringify(value))
    .map(([path]) => ({
      line,
      column: '',
      message: {
        en: `${path} is another than in line ${before.line}.`,
        id: `${path} berbeda dari baris ${before.line}.`,
      },
    }))
}
