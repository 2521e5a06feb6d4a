/** `asli content status [SLUG]`: where each product stands, what is missing, and how to mend it. */
import type { Finding } from '#core/catalogue/reading/finding.ts'
import { listQueue, type QueueGroup } from '#core/catalogue/standing/queue.ts'
import { describeStandings, isHeldUp, type ProductStanding } from '#core/catalogue/standing/standing.ts'
import { HELD_UP, STATE_WORDS } from '#core/catalogue/standing/state-words.ts'
import { type Command, misuse, type Output } from '../command.ts'
import { type Desk, deskOptions, listProductSlugs, noProduct, openDesk, readSlug } from './desk.ts'

export const status: Command = {
  help: {
    en: `asli content status [SLUG] [--content DIR] [--lang en|id] [--json]

Says where each product stands: draft, submitted, in curation, approved, conditional, returned, expired, superseded or
withdrawn. Nobody types these words; they follow from the files. Below stands what waits for curators, by cluster, the oldest
first. With SLUG, one list of what is done and what is missing, each with the mend.`,
    id: `asli content status [SLUG] [--content DIR] [--lang en|id] [--json]

Menyebut sejauh mana setiap produk: draf, diajukan, sedang dikurasi, disetujui, bersyarat, dikembalikan, kedaluwarsa, berubah
sejak disetujui, atau ditarik. Tidak ada yang mengetik kata-kata ini; semuanya disimpulkan dari berkas. Di bawahnya: yang menunggu
kurator, menurut sentra, yang terlama lebih dulu. Dengan SLUG: satu daftar yang sudah dan yang belum, masing-masing dengan
caranya.`,
  },
  options: deskOptions,
  run: async (input) => {
    const [named, ...more] = input.positionals
    if (more.length > 0)
      throw misuse({
        en: 'Name one product, or none. See --help.',
        id: 'Sebutkan satu produk, atau kosongkan. Lihat --help.',
      })
    const desk = openDesk(input)
    const slugs = listProductSlugs(desk.catalogue)
    const slug = named === undefined ? undefined : readSlug(desk, named)
    if (slug !== undefined && !slugs.includes(slug)) throw noProduct(desk, slug)
    const standings = (slug === undefined ? slugs : [slug]).map(describeStandings(desk.catalogue, desk))
    return slug === undefined ? describeAll(standings, desk) : describeOne(standings[0] as ProductStanding, desk)
  },
}

function describeAll(standings: ProductStanding[], { catalogue, say }: Desk): Output {
  const clusters = new Map(catalogue.products.map(({ slug, value }) => [slug, value.cluster]))
  const queue = listQueue(standings.map((one) => ({ ...one, cluster: clusters.get(one.slug) })))
  const wide = Math.max(0, ...standings.map(({ slug }) => slug.length))
  const lines = standings.map((standing) => {
    const { slug, id, state } = standing
    return `${(id ?? '?').padEnd(10)}${slug.padEnd(wide + 2)}${say(STATE_WORDS[state].name)}${remark(standing, say)}`
  })
  const none = say({ en: 'No products yet: content new product', id: 'Belum ada produk: content new product' })
  return {
    lines: lines.length > 0 ? [...lines, ...describeQueue(queue, say)] : [none],
    json: { products: standings.map(toJson), queue },
  }
}

function describeQueue(queue: QueueGroup[], say: Desk['say']): string[] {
  if (queue.length === 0) return []
  const title = {
    en: 'Waiting for curators, by cluster, the oldest first:',
    id: 'Menunggu kurator, menurut sentra, yang terlama lebih dulu:',
  }
  const alone = { en: '(no cluster)', id: '(tanpa sentra)' }
  return ['', say(title), ...queue.map(({ cluster, products }) => `  ${cluster ?? say(alone)}: ${products.join(', ')}`)]
}

/** What stands behind the state in the list: until when, or how many steps are open. */
function remark({ state, expiresAt, steps }: ProductStanding, say: Desk['say']): string {
  if (state === 'approved') return say({ en: `, until ${expiresAt}`, id: `, sampai ${expiresAt}` })
  if (state !== 'draft') return ''
  const open = steps.filter(({ done }) => !done).length
  return say({
    en: `, ${open} of ${steps.length} steps open`,
    id: `, ${open} dari ${steps.length} langkah belum selesai`,
  })
}

/** One product: every step with its mend, every finding, and what comes next. */
export function describeOne(standing: ProductStanding, { say }: Desk): Output {
  const { slug, id, state, steps, findings } = standing
  const lines = [
    `${id ?? '?'}  ${slug}: ${say(STATE_WORDS[state].name)}${remark(standing, say)}`,
    ...steps.flatMap(({ what, done, mend }) => [
      `  ${done ? '[x]' : '[ ]'} ${say(what)}`,
      ...(mend ? [`      ${say(mend)}`] : []),
    ]),
    ...findings.map((finding) => `  ${formatFinding(finding, say)}`),
    say(isHeldUp(standing) ? HELD_UP : STATE_WORDS[state].next).replaceAll('SLUG', slug),
  ]
  return { lines, json: toJson(standing) }
}

function formatFinding({ file, line, path, rule, message, mend, severity }: Finding, say: Desk['say']): string {
  const warning = severity === 'warning' ? say({ en: 'warning ', id: 'peringatan ' }) : ''
  return `content/${file}:${line} ${path ? `${path} ` : ''}${warning}${rule}: ${say(message)} ${say(mend)}`
}

function toJson({ findings, ...standing }: ProductStanding) {
  return { ...standing, findings: findings.map(({ file, ...rest }) => ({ file: `content/${file}`, ...rest })) }
}
