/** `asli content letter SLUG`: what the curators found, as a kind letter to the maker. */
import { existsSync } from 'node:fs'
import { composeLetter, type LetterFacts } from '#core/catalogue/letter/compose.ts'
import { formatLetterHtml, formatLetterText } from '#core/catalogue/letter/format.ts'
import { findNewestCuration } from '#core/catalogue/publication.ts'
import { type Command, onePositional, Refusal, text } from '../command.ts'
import { yesOrNo } from './answers.ts'
import { type Desk, deskOptions, findProduct, openDesk, readSlug } from './desk.ts'
import { openDialogue } from './dialogue.ts'
import { writeNew, writeOver } from './write-files.ts'

export const letter: Command = {
  help: {
    en: `asli content letter SLUG [--text] [--out FILE] [--content DIR] [--lang en|id] [--json]

Writes surat-SLUG.html, or FILE: a letter in Indonesian to the maker of a product that was returned or passed on conditions.
It prints on A4 and says what is good first, then what to mend, by when, and whom to ask. --text prints it as plain text
instead. It holds nothing that the public record does not, and no private person's name.`,
    id: `asli content letter SLUG [--text] [--out BERKAS] [--content DIR] [--lang en|id] [--json]

Menulis surat-SLUG.html, atau BERKAS: surat berbahasa Indonesia untuk produsen yang produknya dikembalikan atau disetujui dengan
syarat. Dicetak di kertas A4, dan menyebut lebih dulu yang sudah baik, lalu yang perlu diperbaiki, sampai kapan, dan kepada siapa
bertanya. --text menampilkannya sebagai teks biasa. Isinya tidak lebih dari catatan yang terbuka untuk umum, tanpa nama pribadi.`,
  },
  options: { ...deskOptions, text: { type: 'boolean' }, out: { type: 'string' } },
  run: async (input) => {
    const named = onePositional(input, { en: 'product', id: 'produk' })
    const desk = openDesk(input)
    const slug = readSlug(desk, named)
    const written = composeLetter(gatherFacts(desk, slug))
    const plain = formatLetterText(written)
    if (input.options.text) return { lines: [plain.trimEnd()], json: { letter: plain } }
    const file = text(input.options.out) ?? `surat-${slug}.html`
    if (!existsSync(file)) writeNew(file, formatLetterHtml(written))
    else if (await mayReplace(desk, file)) writeOver(file, formatLetterHtml(written))
    else throw new Refusal(desk.say({ en: `${file} stays as it is.`, id: `${file} tidak diubah.` }))
    const done = {
      en: `Written: ${file}. Open it in a browser and print it.`,
      id: `Ditulis: ${file}. Buka di peramban, lalu cetak.`,
    }
    return { lines: [desk.say(done)], json: { file } }
  },
}

async function mayReplace({ lang }: Desk, file: string): Promise<boolean> {
  const dialogue = openDialogue(lang)
  try {
    return await dialogue.ask(
      { en: `${file} is there already. Replace it? (y/n)`, id: `${file} sudah ada. Ganti? (y/t)` },
      yesOrNo,
    )
  } finally {
    dialogue.close()
  }
}

function gatherFacts(desk: Desk, slug: string): LetterFacts {
  const { catalogue, say, today } = desk
  const { value: product } = findProduct(desk, slug)
  const curation = findNewestCuration(
    product,
    catalogue.curations.map(({ value }) => value),
  )
  if (!curation) throw new Refusal(say({ en: `${slug} has not been examined yet.`, id: `${slug} belum dikurasi.` }))
  if (curation.decision === 'approved')
    throw new Refusal(
      say({
        en: `${slug} was approved: there is nothing to mend.`,
        id: `${slug} sudah disetujui: tidak ada yang perlu diperbaiki.`,
      }),
    )
  const maker = catalogue.makers.find((one) => one.slug === product.maker)?.value
  const rubric = catalogue.rubrics.find(({ value }) => `${value.id}@${value.version}` === curation.rubric)?.value
  if (!maker || !rubric) {
    const missing = maker ? `content/rubrics/ (${curation.rubric})` : `content/makers/${product.maker}.yaml`
    throw new Refusal(
      say({ en: `${missing} is missing: asli content check.`, id: `${missing} tidak ada: asli content check.` }),
    )
  }
  const curators = catalogue.curators.map(({ value }) => value).filter(({ id }) => curation.curators.includes(id))
  return { product, maker, curation, rubric, curators, today }
}
