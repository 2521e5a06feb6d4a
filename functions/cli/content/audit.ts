/** `asli content audit --expiring 60d`: what runs out soon, and what has. */
import type { Sentence } from '#core/catalogue/reading/finding.ts'
import { type ExpiringKind, listExpiring } from '#core/catalogue/standing/expiring.ts'
import { type Command, misuse, text } from '../command.ts'
import { deskOptions, openDesk } from './desk.ts'

const KINDS: Readonly<Record<ExpiringKind, Sentence>> = {
  approval: { en: 'approval', id: 'persetujuan' },
  condition: { en: 'condition due', id: 'tenggat syarat' },
  attestation: { en: 'attestation', id: 'sertifikat produk' },
  certificate: { en: 'curator’s certificate', id: 'sertifikat kurator' },
  price: { en: 'price', id: 'harga' },
}

export const audit: Command = {
  help: {
    en: `asli content audit [--expiring 60d] [--content DIR] [--lang en|id] [--json]

Lists what runs out within so many days (60d, 8w or 6m; 60d where nothing is said) and what has run out already, the soonest
first: approvals and their conditions, attestations, curators’ certificates, prices.`,
    id: `asli content audit [--expiring 60d] [--content DIR] [--lang en|id] [--json]

Menampilkan yang berakhir dalam sekian hari (60d, 8w, atau 6m; kalau tidak disebut, 60d) dan yang sudah berakhir, yang paling
dekat lebih dulu: persetujuan dan syaratnya, sertifikat produk, sertifikat kurator, harga.`,
  },
  options: { ...deskOptions, expiring: { type: 'string' } },
  run: async (input) => {
    const days = readDays(text(input.options.expiring) ?? '60d')
    if (input.positionals.length > 0)
      throw misuse({ en: 'It takes no name. See --help.', id: 'Tidak memakai nama. Lihat --help.' })
    const { catalogue, today, say, at } = openDesk(input)
    const expiring = listExpiring(catalogue, { today, days })
    const wide = Math.max(0, ...expiring.map(({ slug }) => slug.length))
    const longest = Math.max(...Object.values(KINDS).map((kind) => say(kind).length))
    const lines = expiring.map(({ date, kind, slug, detail }) => {
      const over = date < today ? say({ en: '  (over)', id: '  (sudah lewat)' }) : ''
      return `${date}  ${say(KINDS[kind]).padEnd(longest)}  ${slug.padEnd(wide)}  ${detail}${over}`
    })
    const none = say({ en: `Nothing runs out within ${days} days.`, id: `Tidak ada yang berakhir dalam ${days} hari.` })
    return {
      lines: lines.length > 0 ? lines : [none],
      json: { today, days, expiring: expiring.map((one) => ({ ...one, file: at(one.file), over: one.date < today })) },
    }
  },
}

/** Months count thirty days here: nobody renews a certificate to the day. */
function readDays(time: string): number {
  const [, digits, unit] = time.match(/^(\d{1,4})([dwm])$/) ?? []
  if (digits === undefined)
    throw misuse({ en: 'Write a time as 60d, 8w or 6m.', id: 'Tulis jangka waktu sebagai 60d, 8w, atau 6m.' })
  return Number(digits) * (unit === 'd' ? 1 : unit === 'w' ? 7 : 30)
}
