/** `asli content preview SLUG`: a product's pages as they would be published, before anyone approved it. */
import type { Finding } from '#core/catalogue/reading/finding.ts'
import { describeStandings, type ProductStanding } from '#core/catalogue/standing/standing.ts'
import { vocabularySchemas } from '#core/catalogue/vocabularies.ts'
import { type Command, misuse, onePositional, Refusal, text } from '../command.ts'
import { describeFinding } from './check.ts'
import { type Desk, deskOptions, listProductSlugs, noProduct, openDesk, readSlug } from './desk.ts'
import { buildPages, folderOf, removePages } from './preview-build.ts'
import { type Served, serveFolder } from './serve-folder.ts'
import { describeOne } from './status.ts'

export const preview: Command = {
  help: {
    en: `asli content preview SLUG [--port N] [--content DIR] [--lang en|id] [--json]

Shows the product’s pages on this machine as the site would show them, in both languages, whatever its approval: says first
what is found and where it stands, then builds the pages and prints their addresses. Each says that it is a preview. Nothing
of it is published: it is gone with Ctrl-C. After a change, call it again.
--port N       the port, else one that is free`,
    id: `asli content preview SLUG [--port N] [--content DIR] [--lang en|id] [--json]

Menampilkan halaman produk di komputer ini seperti nanti di situs, dalam kedua bahasa, sudah disetujui atau belum: mula-mula
menyebut temuan dan keadaannya, lalu menyiapkan halaman dan menuliskan alamatnya. Setiap halaman menyatakan bahwa ini pratinjau.
Tidak ada yang dipublikasikan: Ctrl-C mengakhirinya. Setelah ada perubahan, jalankan lagi.
--port N       nomor port; kalau tidak disebut, yang sedang bebas`,
  },
  options: { ...deskOptions, port: { type: 'string' } },
  run: async (input) => {
    const named = onePositional(input, { en: 'product', id: 'produk' })
    const port = readPort(text(input.options.port))
    const desk = openDesk(input)
    const slug = readSlug(desk, named)
    const standing = findStanding(desk, slug)
    const signal = listenForEnd()
    const served = await serveFolder(folderOf(slug), { port, missing: desk.say(missing), say: desk.say })
    try {
      tell(describe(standing, desk))
      await build(desk, standing, signal)
      const addresses = listAddresses(served, slug, desk)
      tell(['', ...addresses.map((address) => `  ${address}`), '', desk.say(shown)])
      await untilAborted(signal)
      return { lines: [desk.say(over)], json: { ...(describeOne(standing, desk).json as object), addresses } }
    } finally {
      await served.close()
      removePages(slug)
    }
  },
}

const missing = {
  en: 'This is not in the preview. It has the pages of one product, and none that ask the registry: npm start shows all.',
  id: 'Ini tidak ada di pratinjau, yang hanya memuat satu produk tanpa registri: npm start menampilkan semuanya.',
}
const shown = { en: 'Ctrl-C ends the preview.', id: 'Ctrl-C mengakhiri pratinjau.' }
const over = { en: 'The preview has ended.', id: 'Pratinjau selesai.' }

/** 0 is any that is free. */
function readPort(option: string | undefined): number {
  if (option === undefined) return 0
  const port = /^[1-9]\d{0,4}$/.test(option) ? Number(option) : Number.NaN
  if (!(port <= 65_535))
    throw misuse({
      en: `“${option}” is no port: give a number from 1 to 65535.`,
      id: `“${option}” bukan nomor port: tulis angka dari 1 sampai 65535.`,
    })
  return port
}

/** @throws Refusal with what check finds where a page of it cannot be made. */
function findStanding(desk: Desk, slug: string): ProductStanding {
  if (!listProductSlugs(desk.catalogue).includes(slug)) throw noProduct(desk, slug)
  const standing = describeStandings(desk.catalogue, desk)(slug)
  const product = desk.catalogue.products.find((one) => one.slug === slug)?.value
  const shared = desk.findings.filter(
    ({ file, severity }) =>
      severity === 'error' && (file.startsWith('vocab/') || file === `clusters/${product?.cluster}.yaml`),
  )
  const findings = [...standing.findings, ...shared]
  const maker = desk.catalogue.makers.find((one) => one.slug === product?.maker)
  const words = Object.keys(vocabularySchemas).every((kind) => kind in desk.catalogue.vocab)
  if (product && maker && words && !findings.some(hinders)) return { ...standing, findings }
  throw cannotShow(desk, slug, findings)
}

/** A name that leads nowhere leaves a hole in a sentence of the page; without its cluster or district it can be read. */
function hinders({ rule, path, file }: Finding): boolean {
  return rule === 'REF-01' && /^(products|makers)\//.test(file) && !/^cluster\b|district$/.test(path)
}

function cannotShow({ root, lang, say }: Desk, slug: string, findings: readonly Finding[], reason = ''): Refusal {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const sentence = {
    en: `${slug} has no page to show yet: mend this first.`,
    id: `Halaman ${slug} belum dapat ditampilkan: perbaiki dulu yang berikut.`,
  }
  const lines = [...errors.map((finding) => describeFinding(finding, root, lang)), reason]
  return new Refusal(say(sentence), { lines: lines.filter((line) => line !== '') })
}

/** What does not hinder the page but would keep the product out: as status says it. */
function describe(standing: ProductStanding, desk: Desk): string[] {
  const building = {
    en: 'Building the pages; the first time this takes half a minute …',
    id: 'Menyiapkan halaman; pertama kali perlu sekitar setengah menit …',
  }
  return [...describeOne(standing, desk).lines, '', desk.say(building)]
}

async function build(desk: Desk, { slug, findings }: ProductStanding, signal: AbortSignal): Promise<void> {
  const fault = await buildPages(slug, desk, signal)
  if (signal.aborted) {
    const sentence = { en: 'Ended before the pages were there.', id: 'Dihentikan sebelum halamannya siap.' }
    throw new Refusal(desk.say(sentence))
  }
  if (fault !== undefined) throw cannotShow(desk, slug, findings, fault)
}

/** The reader's language first. */
function listAddresses({ origin }: Served, slug: string, { lang }: Desk): string[] {
  const [english, indonesian] = [`${origin}/products/${slug}/`, `${origin}/id/products/${slug}/`]
  return lang === 'id' ? [indonesian, english] : [english, indonesian]
}

/** Standard output holds the result alone, for programs. */
function tell(lines: string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`)
}

/** Aborts at Ctrl-C, or when this process is told to end; a second time ends it at once. */
function listenForEnd(): AbortSignal {
  const ending = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => ending.abort())
  return ending.signal
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
