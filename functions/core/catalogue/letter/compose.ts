/**
 * A letter to a maker whose product was returned or passed on conditions: what is good first, then what to mend, by when,
 * and whom to ask. It is in Indonesian, names no private person, and says nothing that the public record does not.
 */
import type { Curation } from '../curation.ts'
import type { Curator } from '../curator.ts'
import type { Maker } from '../maker.ts'
import type { Product } from '../product.ts'
import type { Rubric } from '../rubric.ts'
import { scoreCuration, withComma } from '../score.ts'

export type Letter = {
  subject: string
  /** The maker's trade name. */
  to: string
  date: string
  opening: string[]
  sections: { title: string; lines: string[] }[]
  closing: string[]
}

export type LetterFacts = {
  product: Pick<Product, 'id' | 'name'>
  maker: Pick<Maker, 'displayName' | 'plut'>
  curation: Curation
  rubric: Rubric
  /** Those who examined it. */
  curators: readonly Pick<Curator, 'id' | 'organisation'>[]
  /** The day of the letter, YYYY-MM-DD. */
  today: string
}

/** From this share of the points on, a criterion is told as a strength. */
const STRONG = 0.8

export function composeLetter(facts: LetterFacts): Letter {
  const { product, maker, curation, rubric, today } = facts
  const judged = judgeCriteria(facts)
  const strong = judged.filter(({ share }) => share >= STRONG)
  // There is always something good to say: where nothing is strong, the best there is.
  const good = strong.length > 0 ? strong : judged.slice(0, 1)
  const rest = judged.filter((one) => !good.includes(one)).toReversed()
  // Where the total itself is too low, every criterion counts; elsewhere one that passed is no duty.
  const isEnough =
    curation.decision === 'conditional' || scoreCuration(curation, rubric).total >= rubric.thresholds.pass
  const short = rest.filter(({ weak }) => weak || !isEnough)
  const mends = [...listDuties(facts), ...short.map(aimHigher(facts))]
  const better = rest.filter((one) => !short.includes(one))
  return {
    subject: `Hasil kurasi ${product.name.id} (${product.id})`,
    to: maker.displayName,
    date: formatDay(today),
    opening: openLetter(facts),
    sections: [
      { title: 'Yang sudah baik', lines: good.map(({ line }) => line) },
      { title: 'Yang perlu diperbaiki', lines: mends.length > 0 ? mends : ['Lihat catatan kurator di bawah ini.'] },
      ...(better.length > 0 ? [{ title: 'Yang dapat ditingkatkan', lines: better.map(aimHigher(facts)) }] : []),
      { title: 'Catatan kurator', lines: [curation.notesPublic.id] },
      { title: 'Tenggat', lines: [sayDeadline(curation)] },
      { title: 'Kepada siapa bertanya', lines: listContacts(facts) },
    ],
    closing: [
      'Kurasi bukan ujian yang hanya sekali. Produk yang diperbaiki dapat diajukan lagi, dan dinilai dari awal sebagaimana adanya saat itu.',
      'Salam hangat,',
      `Para kurator ${listBodies(facts)}`,
    ],
  }
}

function openLetter({ product, curation, rubric }: LetterFacts): string[] {
  const { total } = scoreCuration(curation, rubric)
  const count = curation.curators.length === 3 ? 'tiga' : 'dua'
  const result =
    curation.decision === 'conditional'
      ? 'Produk ini lulus bersyarat: begitu syarat di bawah ini dipenuhi dan diperiksa, produk dapat ditampilkan.'
      : 'Produk ini belum dapat ditampilkan di katalog. Surat ini menjelaskan apa yang sudah baik dan apa yang perlu diperbaiki.'
  return [
    'Dengan hormat,',
    `Terima kasih telah mengirimkan ${product.name.id} untuk dikurasi. Sampel ${curation.sampleCode} kami terima pada ` +
      `${formatDay(curation.sampleReceivedAt)} dan diperiksa oleh ${count} kurator dengan rubrik “${rubric.name.id}”.`,
    `Nilainya ${withComma(total)} dari 100; batas lulus ${rubric.thresholds.pass}. ${result}`,
  ]
}

type Judged = { id: string; share: number; weak: boolean; line: string }

/** Criteria with what the curators wrote, the best first. */
function judgeCriteria({ curation, rubric }: LetterFacts): Judged[] {
  const { criteria } = scoreCuration(curation, rubric)
  const sets = Object.values(curation.scores)
  return rubric.criteria
    .map(({ id, name, max }) => {
      const points = criteria[id]
      const notes = new Set(sets.flatMap((set) => set[id].note?.id ?? []))
      return {
        id,
        share: points / max,
        weak: points < (max * rubric.thresholds.criterionPct) / 100,
        line: [`${name.id}: ${withComma(points)} dari ${max} poin.`, ...notes].join(' '),
      }
    })
    .sort((a, b) => b.share - a.share)
}

/** What stands in the way whatever the points: gates first, then conditions. */
function listDuties({ curation, rubric }: LetterFacts): string[] {
  const gates = rubric.gates.filter(({ id }) => curation.gates[id] === 'fail')
  return [
    ...gates.map(({ name }) => `Syarat wajib yang belum terpenuhi: ${name.id}.`),
    ...curation.conditions.map(({ text, dueAt }) => `${text.id} Paling lambat ${formatDay(dueAt)}.`),
  ]
}

/** A criterion with the rubric's next mark as the aim. */
function aimHigher({ rubric }: LetterFacts) {
  return ({ id, share, weak, line }: Judged): string => {
    const anchors = rubric.criteria.find((one) => one.id === id)?.anchors ?? []
    const aim = anchors[Math.min(Math.floor(share * 5) + 1, 5)]
    const least = weak ? ` Setiap kriteria perlu paling sedikit ${rubric.thresholds.criterionPct}%.` : ''
    return `${line}${least}${aim ? ` Sasaran berikutnya: ${aim.id}` : ''}`
  }
}

function sayDeadline({ conditions }: Curation): string {
  const last = conditions
    .map(({ dueAt }) => dueAt)
    .sort()
    .at(-1)
  if (last === undefined) return 'Tidak ada tenggat. Ajukan lagi bila produk sudah siap.'
  return `Semua syarat dipenuhi paling lambat ${formatDay(last)}. Bila perlu waktu lebih lama, beri tahu kurator sebelum tanggal itu.`
}

function listBodies({ curators }: Pick<LetterFacts, 'curators'>): string {
  return new Intl.ListFormat('id').format(new Set(curators.map(({ organisation }) => organisation)))
}

function listContacts({ curators, maker }: LetterFacts): string[] {
  return [
    `${listBodies({ curators })} (kurator ${curators.map(({ id }) => id).join(', ')}).`,
    ...(maker.plut ? [`Pendampingan: ${maker.plut}.`] : []),
  ]
}

const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
]

/** 5 Oktober 2026 */
function formatDay(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`
}
