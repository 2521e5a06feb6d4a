/** Rows of a table → new makers and draft products. All faults of all rows are told; with one of them nothing is made. */
import { readAnswer } from '../asking/question.ts'
import type { Catalogue } from '../reading/catalogue.ts'
import type { Sentence } from '../reading/finding.ts'
import { slugify } from '../writing/next-name.ts'
import { isSum, type Row, readCell, refuseCell } from './cell.ts'
import type { Target } from './columns.ts'
import { fieldOf } from './field.ts'
import type { Mapping } from './mapping.ts'
import { translateWord } from './words.ts'

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

/** A list of one city seldom has a column for it. */
const homeless: Sentence = {
  en: 'A district is looked up in its regency: fill the column with the regency, or add one to the table.',
  id: 'Kecamatan dicari di kabupaten/kotanya: isi kolom kabupaten/kota, atau tambahkan kolom itu ke tabel.',
}

export function importRows(
  catalogue: Catalogue,
  columns: readonly string[],
  mapping: Mapping,
  rows: readonly Row[],
): Import {
  const result: Import = { makers: [], products: [], faults: [], kept: [], passed: [] }
  for (const row of rows) {
    if (isSum(row)) result.passed.push(row.line)
    else importRow(catalogue, result, readRow(catalogue, columns, mapping, row))
  }
  return { ...result, kept: [...new Set(result.kept)] }
}

type Read = { line: number; maker: Map<string, unknown>; product: Map<string, unknown>; faults: RowFault[] }

function readRow(catalogue: Catalogue, columns: readonly string[], mapping: Mapping, row: Row): Read {
  const { line } = row
  const read: Read = { line, maker: new Map(), product: new Map(), faults: [] }
  // A district is looked up in its regency, wherever their columns stand.
  const order = columns
    .map((column, at) => ({ column, at, target: mapping.columns[column] ?? 'ignore' }))
    .sort((a, b) => rank(a.target) - rank(b.target))
  for (const { column, at, target } of order) {
    const cell = readCell(row, at)
    if (target === 'ignore' || cell === '') continue
    const refuse = (message: Sentence) => read.faults.push({ line, column, message })
    if (target === 'maker.district' && !read.maker.has('regency')) {
      // A regency that could not be read is told already, and one that was left open leaves its district open, too.
      const isNamed = order.some((one) => one.target === 'maker.regency' && readCell(row, one.at) !== '')
      if (!isNamed) refuse(homeless)
      continue
    }
    const fault = refuseCell(target, cell)
    if (fault) {
      refuse(fault)
      continue
    }
    const word = translateWord(mapping.words, column, cell)
    if (word === 'ignore') continue
    const { kind, path, question, schema } = fieldOf(target)
    const answers = read[kind]
    const parsed = readAnswer(question, word, { schema, catalogue, answers })
    if (parsed.ok) answers.set(path, parsed.value)
    else refuse(parsed.error)
  }
  return read
}

function rank(target: Target): number {
  return target === 'maker.district' ? 1 : 0
}

/** One maker may stand in several rows, one for each product. */
function importRow(catalogue: Catalogue, result: Import, { line, maker, product, faults }: Read): void {
  result.faults.push(...faults)
  // What a row that was misread would come to is nobody's guess.
  if (faults.length > 0) return
  const name = maker.get('displayName')
  if (maker.size + product.size === 0) {
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
