/** `asli content new product|maker|cluster|curator`: asks for what is known, and writes a file to be completed. */
import { clusterQuestions, curatorQuestions, makerQuestions } from '#core/catalogue/asking/other-questions.ts'
import { productQuestions } from '#core/catalogue/asking/product-questions.ts'
import { type FieldTable, listWords, type Question, readAnswer } from '#core/catalogue/asking/question.ts'
import { clusterSchema } from '#core/catalogue/cluster.ts'
import { curatorSchema } from '#core/catalogue/curator.ts'
import { makerSchema } from '#core/catalogue/maker.ts'
import { productSchema } from '#core/catalogue/product.ts'
import type { Sentence } from '#core/catalogue/reading/finding.ts'
import { joinFile } from '#core/catalogue/writing/canonical-file.ts'
import { draftFile, listOpen } from '#core/catalogue/writing/draft-file.ts'
import { nextId, slugify } from '#core/catalogue/writing/next-name.ts'
import { fail, succeed } from '#core/result.ts'
import { type Command, misuse, type Output } from '../command.ts'
import { oneOf, optional, required, yesOrNo } from './answers.ts'
import { type Desk, deskOptions, openDesk } from './desk.ts'
import { type Dialogue, openDialogue, type Parse } from './dialogue.ts'
import { writeNew, writeNewProduct } from './write-files.ts'

type Kind = 'product' | 'maker' | 'cluster' | 'curator'
type Fixed = Record<string, unknown>

const tables: Record<Kind, FieldTable> = {
  product: productQuestions,
  maker: makerQuestions,
  cluster: clusterQuestions,
  curator: curatorQuestions,
}
const schemas = { product: productSchema, maker: makerSchema, cluster: clusterSchema, curator: curatorSchema }

export const newFile: Command = {
  help: {
    en: `asli content new product|maker|cluster|curator [--content DIR] [--lang en|id] [--json]

Asks only what such a file needs, and of a product only what its category needs. Enter leaves a question open: the field
stands in the file as a comment with an example, and content status names it. Nothing is guessed and nothing is overwritten.
Of a product it makes a folder with index.md, index.id.md and images/.`,
    id: `asli content new product|maker|cluster|curator [--content DIR] [--lang en|id] [--json]

Hanya menanyakan yang diperlukan berkas itu, dan untuk produk hanya yang diperlukan kategorinya. Enter melewatkan pertanyaan:
isiannya tertulis sebagai komentar dengan contoh, dan content status menyebutnya. Tidak ada yang ditebak, tidak ada yang ditimpa.
Untuk produk dibuat satu folder berisi index.md, index.id.md, dan images/.`,
  },
  options: deskOptions,
  run: async (input) => {
    const [kind, ...more] = input.positionals
    if (!isKind(kind) || more.length > 0)
      throw misuse({
        en: 'Say product, maker, cluster or curator. See --help.',
        id: 'Sebutkan product, maker, cluster, atau curator. Lihat --help.',
      })
    const desk = openDesk(input)
    const dialogue = openDialogue(desk.lang)
    try {
      return await make(kind, desk, dialogue)
    } finally {
      dialogue.close()
    }
  },
}

function isKind(word: string | undefined): word is Kind {
  return word !== undefined && Object.hasOwn(tables, word)
}

async function make(kind: Kind, desk: Desk, dialogue: Dialogue): Promise<Output> {
  const demo = await dialogue.ask(
    { en: 'Is this made-up data for trying the site? (y/n)', id: 'Apakah ini data rekaan untuk mencoba situs? (y/t)' },
    yesOrNo,
  )
  const fixed: Fixed = { demo, ...(kind === 'product' ? await askMaker(desk, dialogue) : {}) }
  const answers = await askAll(kind, desk, dialogue)
  Object.assign(fixed, await askCluster(kind, desk, dialogue, answers))
  if (kind === 'maker') fixed.contact = { channel: 'relay' }
  // Of an exclusive edition an order counts pieces, each of its own design: one is the least there is.
  if (answers.get('edition') === 'exclusive' && !answers.has('moq')) fixed.moq = 1
  const title = String(answers.get('name.en') ?? answers.get('displayName'))
  const { id, slug } = await askNames(kind, desk, dialogue, title)
  const yaml = draftFile(tables[kind], { answers, fixed: { id, ...fixed }, schema: schemas[kind], lang: desk.lang })
  const open = listOpen(tables[kind], answers).map(({ path }) => path)
  return writeFiles(kind, desk, { id, slug, yaml, open: open.filter((path) => !Object.hasOwn(fixed, path)) })
}

/** Everything about a product's place follows from its maker. */
async function askMaker({ catalogue }: Desk, dialogue: Dialogue): Promise<Fixed> {
  const slugs = catalogue.makers.map(({ slug }) => slug)
  const maker = await dialogue.ask(
    { en: 'Maker, file in content/makers/:', id: 'Produsen, berkas di content/makers/:' },
    oneOf(slugs),
  )
  const regency = catalogue.makers.find(({ slug }) => slug === maker)?.value.regency
  return { maker, origin: { regency } }
}

/** Of a product only a cluster of its trade is asked for, of a maker only one of its place. */
async function askCluster(
  kind: Kind,
  { catalogue }: Desk,
  dialogue: Dialogue,
  answers: Map<string, unknown>,
): Promise<Fixed> {
  if (kind !== 'product' && kind !== 'maker') return {}
  const of = answers.get(kind === 'product' ? 'category' : 'regency')
  const fitting = catalogue.clusters
    .filter(({ value }) => [...value.category, ...value.regencies].some((one) => one === of))
    .map(({ slug }) => slug)
  if (fitting.length === 0) return {}
  const cluster = await dialogue.ask(
    { en: `Cluster (${fitting.join(', ')}; Enter: none):`, id: `Sentra (${fitting.join(', ')}; Enter: tidak ada):` },
    optional(oneOf(fitting)),
  )
  if (cluster === undefined) return {}
  return { cluster: kind === 'product' ? cluster : [cluster] }
}

async function askAll(kind: Kind, { catalogue, lang }: Desk, dialogue: Dialogue): Promise<Map<string, unknown>> {
  const answers = new Map<string, unknown>()
  for (const question of tables[kind]) {
    if (question.later || (question.when && !question.when(answers))) continue
    const hint = describeHint(question, listHints(question, catalogue, answers))
    const asked = { en: `${question.ask.en}${hint.en}:`, id: `${question.ask.id}${hint.id}:` }
    const parse: Parse<unknown> = (answer) =>
      answer === '' && question.shape === undefined
        ? required(answer)
        : readAnswer(question, answer, { schema: schemas[kind], catalogue, answers })
    const value = await dialogue.ask(asked, question.need === 'must' ? parse : optional(parse))
    if (value !== undefined) answers.set(question.path, value)
  }
  dialogue.tell('')
  return answers

  function listHints({ words }: Question, known: Desk['catalogue'], before: Map<string, unknown>): string[] {
    const ids = words ? listWords(words, known, before).map(({ id }) => id) : []
    // A long list would push the question off the screen; a wrong answer is told what is like it.
    return ids.length <= 16 ? ids : []
  }

  function describeHint({ need }: Question, ids: string[]): Sentence {
    const list = ids.length > 0 ? ` [${ids.join(', ')}]` : ''
    if (need === 'must') return { en: list, id: list }
    const open = need === 'may' ? { en: 'none', id: 'tidak ada' } : { en: 'later', id: 'nanti' }
    return lang === 'id' ? { en: '', id: `${list} (Enter: ${open.id})` } : { en: `${list} (Enter: ${open.en})`, id: '' }
  }
}

/** The names that the file gets are suggested; Enter takes them. */
async function askNames(
  kind: Kind,
  desk: Desk,
  dialogue: Dialogue,
  title: string,
): Promise<{ id: string; slug: string }> {
  const free: Parse<string> = (answer) => {
    if (!/^[a-z0-9-]{3,60}$/.test(answer))
      return fail({
        en: 'Use 3 to 60 small letters, digits and hyphens.',
        id: 'Pakai 3 sampai 60 huruf kecil, angka, dan tanda hubung.',
      })
    const taken = [...desk.catalogue.files.keys()].some((file) => file.startsWith(pathOf(kind, answer)))
    return taken
      ? fail({ en: `${pathOf(kind, answer)} is there already.`, id: `${pathOf(kind, answer)} sudah ada.` })
      : succeed(answer)
  }
  if (kind === 'curator') {
    const id = await askSuggested(dialogue, { en: 'Id', id: 'Id' }, `KUR-${slugify(title).toUpperCase()}`, (answer) => {
      const slug = free(answer.toLowerCase())
      if (!slug.ok) return slug
      return curatorSchema.shape.id.safeParse(answer).success
        ? succeed(answer)
        : fail({ en: 'An id is KUR- and capitals.', id: 'Id diawali KUR-, lalu huruf kapital.' })
    })
    return { id, slug: id.toLowerCase() }
  }
  const slug = await askSuggested(dialogue, { en: 'Name of the file', id: 'Nama berkas' }, slugify(title), free)
  if (kind === 'cluster') return { id: `CLS-${slug.toUpperCase()}`, slug }
  return { id: nextId(desk.catalogue, kind === 'product' ? 'PRD' : 'ENT'), slug }
}

function askSuggested(dialogue: Dialogue, what: Sentence, suggested: string, parse: Parse<string>): Promise<string> {
  const question = { en: `${what.en} (Enter: ${suggested}):`, id: `${what.id} (Enter: ${suggested}):` }
  return dialogue.ask(question, (answer) => parse(answer === '' ? suggested : answer))
}

function pathOf(kind: Kind, slug: string): string {
  return kind === 'product' ? `products/${slug}/` : `${kind}s/${slug}.yaml`
}

function writeFiles(
  kind: Kind,
  { at, say }: Desk,
  { id, slug, yaml, open }: { id: string; slug: string; yaml: string; open: string[] },
): Output {
  const place = pathOf(kind, slug)
  const path = at(place)
  if (kind === 'product') writeNewProduct(path, joinFile(`${place}index.md`, yaml))
  else writeNew(path, joinFile(place, yaml))
  const next =
    kind === 'product'
      ? {
          en: `Complete it in an editor; then: asli content status ${slug}`,
          id: `Lengkapi dengan penyunting teks; lalu: asli content status ${slug}`,
        }
      : { en: 'Then: asli content check', id: 'Lalu: asli content check' }
  return {
    lines: [
      say({ en: `Written: ${path} (${id})`, id: `Ditulis: ${path} (${id})` }),
      ...(open.length > 0
        ? [say({ en: `Still open: ${open.join(', ')}`, id: `Belum diisi: ${open.join(', ')}` })]
        : []),
      say(next),
    ],
    json: { path, id, slug, open },
  }
}
