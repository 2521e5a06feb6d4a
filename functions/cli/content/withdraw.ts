/**
 * `asli content withdraw SLUG`: takes a product, or all of a maker's, out of the catalogue.
 *
 * A product is withdrawn by a field of its own file, a maker by taking the consent out of the maker's file. Not by a
 * curation record: nobody examined anything, and two curators would have to answer for a decision that is the maker's.
 */
import type { FiledProduct } from '#core/catalogue/reading/catalogue.ts'
import type { Sentence } from '#core/catalogue/reading/finding.ts'
import { editFile } from '#core/catalogue/writing/edit-file.ts'
import type { Result } from '#core/result.ts'
import { type Command, type Output, onePositional, Refusal } from '../command.ts'
import { oneOf, yesOrNo } from './answers.ts'
import { type Desk, deskOptions, findProduct, openDesk, readSlug } from './desk.ts'
import { type Dialogue, openDialogue } from './dialogue.ts'
import { writeOver } from './write-files.ts'

export const withdraw: Command = {
  help: {
    en: `asli content withdraw SLUG [--content DIR] [--lang en|id] [--json]

Takes a product out of the catalogue, or all products of its maker, when the maker takes back the consent to be published.
Says what stays and what goes, and asks before it writes. A product gets the field withdrawn; a maker's file loses consentRef
and people, and says active: false. Nothing is deleted: records and certificates tell what was true.`,
    id: `asli content withdraw SLUG [--content DIR] [--lang en|id] [--json]

Mengeluarkan satu produk dari katalog, atau semua produk produsennya kalau produsen menarik persetujuannya untuk ditampilkan.
Menyebut apa yang tetap dan apa yang hilang, lalu bertanya sebelum menulis. Produk mendapat isian withdrawn; dari berkas produsen
dihapus consentRef dan people, dan tertulis active: false. Catatan dan sertifikat tidak dihapus: keduanya tetap menyatakan yang
benar pada waktunya.`,
  },
  options: deskOptions,
  run: async (input) => {
    const named = onePositional(input, { en: 'product', id: 'produk' })
    const desk = openDesk(input)
    const slug = readSlug(desk, named)
    const product = findProduct(desk, slug)
    const dialogue = openDialogue(desk.lang)
    try {
      return await takeOut(desk, dialogue, product)
    } finally {
      dialogue.close()
    }
  },
}

async function takeOut(desk: Desk, dialogue: Dialogue, product: FiledProduct): Promise<Output> {
  const { say, catalogue } = desk
  const { maker } = product.value
  const all = catalogue.products.filter(({ value }) => value.maker === maker).map(({ slug }) => slug)
  const what = await dialogue.ask(
    {
      en: `What is withdrawn: product (${product.slug} alone) or maker (the consent of ${maker}: ${all.join(', ')})?`,
      id: `Yang ditarik: product (hanya ${product.slug}) atau maker (persetujuan ${maker}: ${all.join(', ')})?`,
    },
    oneOf(['product', 'maker'] as const),
  )
  if (what === 'product' && product.value.withdrawn) {
    const { at } = product.value.withdrawn
    throw new Refusal(
      say({ en: `${product.slug} was withdrawn on ${at}.`, id: `${product.slug} sudah ditarik pada ${at}.` }),
    )
  }
  const by =
    what === 'maker'
      ? 'maker'
      : await dialogue.ask(
          {
            en: 'Who wants it so: maker, curators or operator?',
            id: 'Atas kehendak siapa: maker (produsen), curators (kurator), atau operator (pengelola)?',
          },
          oneOf(['maker', 'curators', 'operator'] as const),
        )
  dialogue.tell('', ...consequences, '')
  const sure = await dialogue.ask({ en: 'Withdraw? (y/n)', id: 'Tarik sekarang? (y/t)' }, yesOrNo)
  if (!sure) throw new Refusal(say({ en: 'Nothing was changed.', id: 'Tidak ada yang diubah.' }))
  const file = what === 'maker' ? withdrawMaker(desk, maker) : withdrawProduct(desk, product, by)
  return {
    lines: [
      say({
        en: `Written: ${file}. With the next build it is out of the catalogue.`,
        id: `Ditulis: ${file}. Setelah situs dibangun lagi, produk tidak tampil di katalog.`,
      }),
      ...(what === 'maker' ? [say(erasure)] : []),
    ],
    json: { file, withdrawn: what === 'maker' ? all : [product.slug], by },
  }
}

const consequences: Sentence[] = [
  {
    en: 'What goes, with the next build: the product’s pages, its place in lists, feeds and line sheets, new certificates.',
    id: 'Yang hilang setelah situs dibangun lagi: halaman produk, tempatnya di daftar dan lembar penawaran, serta penerbitan sertifikat baru.',
  },
  {
    en: 'What stays: certificates that were signed, whose check still says what is true; the public log; the curation records; the history of these files in git.',
    id: 'Yang tetap: sertifikat yang sudah ditandatangani, yang tetap dapat diperiksa; catatan publik (log); catatan kurasi; riwayat berkas ini di git.',
  },
]

/** Taking back a consent has a law of its own, with a time of its own. */
const erasure: Sentence = {
  en: 'Personal data: the law (UU 27/2022) gives three times 24 hours. Publish the build today, and erase customers’ names on request with asli erase CODE.',
  id: 'Data pribadi: UU 27/2022 memberi waktu 3 x 24 jam. Terbitkan situs hari ini juga, dan hapus nama pelanggan bila diminta dengan asli erase KODE.',
}

function withdrawProduct(desk: Desk, { file }: FiledProduct, by: string): string {
  const text = readText(desk, file)
  return write(desk, file, editFile(file, text, { withdrawn: { at: desk.today, by } }))
}

/** Names of people were published with the consent that is taken back. */
function withdrawMaker(desk: Desk, slug: string): string {
  const file = `makers/${slug}.yaml`
  const text = readText(desk, file)
  const edited = editFile(file, text, { active: false, consentRef: undefined, people: undefined })
  if (edited.ok && edited.value === text)
    throw new Refusal(desk.say({ en: `${slug} was withdrawn already.`, id: `${slug} sudah ditarik sebelumnya.` }))
  return write(desk, file, edited)
}

function readText({ catalogue }: Desk, file: string): string {
  return new TextDecoder().decode(catalogue.files.get(file))
}

function write({ at, say }: Desk, file: string, edited: Result<string, string>): string {
  if (!edited.ok) {
    const { error } = edited
    throw new Refusal(
      say({ en: `${at(file)} cannot be changed: ${error}`, id: `${at(file)} tidak dapat diubah: ${error}` }),
    )
  }
  writeOver(at(file), edited.value)
  return at(file)
}
