/** `asli content complaint SLUG`: what became of a buyer's complaint is written down, and counts against the approval. */
import {
  COMPLAINTS_THAT_END,
  type Complaint,
  complaintSchema,
  lastDayOf,
  listUpheld,
} from '#core/catalogue/complaint.ts'
import { describeTie } from '#core/catalogue/examining/independence.ts'
import { findNewestCuration } from '#core/catalogue/publication.ts'
import type { FiledProduct } from '#core/catalogue/reading/catalogue.ts'
import type { Sentence } from '#core/catalogue/reading/finding.ts'
import { nextDecisionFile } from '#core/catalogue/writing/next-name.ts'
import { writeYaml } from '#core/catalogue/writing/write-yaml.ts'
import { type Command, type Output, onePositional, Refusal } from '../command.ts'
import { day, oneOf, yesOrNo } from './answers.ts'
import { askIndependence, askText } from './ask.ts'
import { type Desk, deskOptions, findProduct, openDesk, readSlug } from './desk.ts'
import { type Dialogue, openDialogue } from './dialogue.ts'
import { writeDecision } from './write-decision.ts'

export const complaint: Command = {
  help: {
    en: `asli content complaint SLUG [--content DIR] [--lang en|id] [--json]

Writes down what became of a buyer's complaint about a product: when it arrived, what was found, whether the buyer was right,
and which curator decided. The provenance page tells of each that was upheld since the approval, and ${COMPLAINTS_THAT_END} of them end it.
Names of buyers stay out. Writes content/complaints/ID/DATE-N.yaml, which is never edited afterwards.`,
    id: `asli content complaint SLUG [--content DIR] [--lang en|id] [--json]

Mencatat hasil keluhan pembeli tentang satu produk: kapan diterima, apa yang ditemukan, apakah pembeli benar, dan kurator mana
yang memutuskan. Halaman asal-usul memuat tiap keluhan yang terbukti sejak persetujuan, dan ${COMPLAINTS_THAT_END} keluhan mengakhirinya.
Nama pembeli tidak dicantumkan. Menulis content/complaints/ID/TANGGAL-N.yaml, yang tidak pernah diubah lagi.`,
  },
  options: deskOptions,
  run: async (input) => {
    const named = onePositional(input, { en: 'product', id: 'produk' })
    const desk = openDesk(input)
    const product = findProduct(desk, readSlug(desk, named))
    const dialogue = openDialogue(desk.lang)
    try {
      return await decide(desk, dialogue, product)
    } finally {
      dialogue.close()
    }
  },
}

async function decide(desk: Desk, dialogue: Dialogue, { slug, value: product }: FiledProduct): Promise<Output> {
  const { catalogue, today, say, at } = desk
  const receivedAt = await dialogue.ask(
    { en: 'Day on which the complaint arrived, YYYY-MM-DD:', id: 'Tanggal keluhan diterima, TTTT-BB-HH:' },
    day(today),
  )
  const about = await askText(dialogue, { en: 'What was found, for the public', id: 'Yang ditemukan, untuk umum' })
  const outcome = await dialogue.ask(
    {
      en: 'Was the buyer right: upheld or dismissed?',
      id: 'Apakah pembeli benar: upheld (terbukti) atau dismissed (tidak terbukti)?',
    },
    oneOf(['upheld', 'dismissed'] as const),
  )
  const curators = [await askDecider(desk, dialogue, product.maker)]
  const decided = complaintSchema.parse({ product: product.id, receivedAt, about, outcome, curators, decidedAt: today })
  const effect = describeEffect(desk, slug, decided)
  dialogue.tell('', effect.sentence)
  const agreed = await dialogue.ask(
    { en: `Write it (${outcome})? (y/n)`, id: `Tulis (${OUTCOMES[outcome]})? (y/t)` },
    yesOrNo,
  )
  if (!agreed) throw new Refusal(say(notWritten))
  const file = nextDecisionFile(catalogue, 'complaints', { productId: product.id, day: today })
  writeDecision(desk, { file, yaml: writeYaml(decided, complaintSchema), notWritten })
  return {
    lines: [say(effect.sentence), say({ en: `Written: ${at(file)}`, id: `Ditulis: ${at(file)}` })],
    json: { file: at(file), outcome, upheld: effect.upheld, until: effect.until },
  }
}

const OUTCOMES = { upheld: 'terbukti', dismissed: 'tidak terbukti' }

const notWritten: Sentence = { en: 'Nothing was written.', id: 'Tidak ada yang ditulis.' }

/** @throws Refusal who has something to gain or lose. */
async function askDecider({ catalogue }: Desk, dialogue: Dialogue, maker: string): Promise<string> {
  const curators = catalogue.curators.map(({ value }) => value)
  const id = await dialogue.ask(
    { en: 'Curator who decides, id:', id: 'Kurator yang memutuskan, id:' },
    oneOf(curators.map((curator) => curator.id)),
  )
  const curator = curators.find((one) => one.id === id)
  const filed = catalogue.makers.find(({ slug }) => slug === maker)?.value
  const tie = curator ? describeTie(curator, maker, filed) : null
  const instead = { en: 'another curator decides', id: 'kurator lain yang memutuskan' }
  if (tie) throw new Refusal({ en: `${tie.en}: ${instead.en}.`, id: `${tie.id}: ${instead.id}.` })
  await askIndependence(dialogue, { curator: id, maker, instead })
  return id
}

/** What the decision means for the approval that there is. `upheld` counts this one; `until` is null without an approval. */
function describeEffect(
  { catalogue }: Desk,
  slug: string,
  decided: Complaint,
): { upheld: number; until: string | null; sentence: Sentence } {
  const newest = findNewestCuration(
    { id: decided.product },
    catalogue.curations.map(({ value }) => value),
  )
  const complaints = [...catalogue.complaints.map(({ value }) => value), decided]
  if (newest?.decision !== 'approved') {
    const sentence = {
      en: `${slug} has no approval that it could count against.`,
      id: `${slug} tidak punya persetujuan yang dipengaruhi keluhan ini.`,
    }
    return { upheld: 0, until: null, sentence }
  }
  const [upheld, until] = [listUpheld(newest, complaints).length, lastDayOf(newest, complaints)]
  const count = {
    en: `Upheld since ${newest.decidedAt}: ${upheld} of ${COMPLAINTS_THAT_END}.`,
    id: `Terbukti sejak ${newest.decidedAt}: ${upheld} dari ${COMPLAINTS_THAT_END}.`,
  }
  const ends = {
    en: ` The approval ends on ${until}; after that the product is out of the catalogue until it is examined again.`,
    id: ` Persetujuannya berakhir ${until}; sesudah itu produk tidak tampil di katalog sampai diperiksa ulang.`,
  }
  const isOver = upheld >= COMPLAINTS_THAT_END
  return { upheld, until, sentence: isOver ? { en: count.en + ends.en, id: count.id + ends.id } : count }
}
