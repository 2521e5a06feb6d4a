/** Reading, checking and judging the content folder: that twice the products cost twice the time. */
import { judgeCatalogue } from '#core/catalogue/judge-catalogue.ts'
import { readCatalogue } from '#core/catalogue/reading/read-catalogue.ts'
import { checkCatalogue } from '#core/catalogue/rules/check.ts'
import { bytesOf, readContentBytes, textOf } from '../core/catalogue/content-bytes.ts'
import { report } from './report.ts'

const FEW = 1000
const MANY = 4000
const OCCASION = { today: '2026-11-22', demoSite: true }

export async function benchContent(): Promise<void> {
  // Once before, so that neither side pays for the warming-up.
  time(generate(100))
  const [few, many] = [time(generate(FEW)), time(generate(MANY))]
  const sides = `${show(few)} for ${FEW} products × 4 languages, ${show(many)} for ${MANY}`
  report({
    what: 'content: cost of a product, 4,000 over 1,000',
    ratio: many.total / MANY / (few.total / FEW),
    limit: 1.5,
    sides,
  })
}

interface Times {
  read: number
  check: number
  judge: number
  total: number
}

function time(files: ReadonlyMap<string, Uint8Array>): Times {
  const start = readOwnCpu()
  const catalogue = readCatalogue(files)
  const read = readOwnCpu()
  const findings = checkCatalogue(catalogue, OCCASION)
  const check = readOwnCpu()
  const { published, withheld } = judgeCatalogue(catalogue, findings, OCCASION)
  const judge = readOwnCpu()
  if (findings.length > 0 || withheld.length > 0)
    throw new Error(`${published.length} published: ${JSON.stringify(findings[0])}`)
  return { read: read - start, check: check - read, judge: judge - check, total: judge - start }
}

/** CPU of this process in milliseconds: what else runs on the machine does not count. */
function readOwnCpu(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function show({ read, check, judge }: Times): string {
  return `read ${Math.round(read)} + check ${Math.round(check)} + judge ${Math.round(judge)} ms CPU`
}

/** The demo's ten products over and over, each time with ids of their own; makers and words are shared. */
export function generate(count: number): Map<string, Uint8Array> {
  const demo = readContentBytes()
  const shared = [...demo].filter(([file]) => !/^(products|curations|complaints)\//.test(file))
  const slugs = [...new Set([...demo.keys()].flatMap((file) => file.match(/^products\/([^/]+)\//)?.[1] ?? []))]
  const files = new Map(shared)
  for (let number = 0; number < count; number++) copyProduct(demo, files, slugs[number % slugs.length] ?? '', number)
  return files
}

function copyProduct(
  demo: ReadonlyMap<string, Uint8Array>,
  files: Map<string, Uint8Array>,
  slug: string,
  number: number,
): void {
  const [old] = textOf(demo.get(`products/${slug}/index.md`)).match(/PRD-\d+/) ?? ['']
  const id = `PRD-${10_000 + number}`
  const folder = `products/copy-${number}`
  for (const [file, bytes] of demo) {
    const [, inner] = file.match(new RegExp(`^products/${slug}/(.+)$`)) ?? []
    if (inner !== undefined) files.set(`${folder}/${inner}`, inner === 'index.md' ? rename(bytes, old, id) : bytes)
    const [, kind, record] = file.match(new RegExp(`^(curations|complaints)/${old}/(.+)$`)) ?? []
    if (record === undefined) continue
    const renamed = textOf(rename(bytes, old, id)).replace(/CUR-\d{4}-\d{4}/, numberRecord(number))
    files.set(`${kind}/${id}/${record}`, bytesOf(renamed))
  }
  for (const language of ['zh', 'ja'])
    files.set(`${folder}/index.${language}.md`, bytesOf('蜡染布，天然染色。\n'.repeat(20)))
}

/** A year and four digits hold 10,000 records. */
function numberRecord(number: number): string {
  return `CUR-2027-${String(number).padStart(4, '0')}`
}

function rename(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return bytesOf(textOf(bytes).replace(from, to))
}
