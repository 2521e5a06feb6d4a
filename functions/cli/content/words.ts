/** What `asli content` says, in the curator's language. */
import { misuse, text } from '../command.ts'
import { type Lang, systemLang } from '../lang.ts'

export type { Lang }

/** `--lang`, else the language of the system, else English. */
export function readLang(option: string | boolean | undefined): Lang {
  const asked = text(option)
  if (asked !== undefined && asked !== 'en' && asked !== 'id')
    throw misuse({ en: `There is no language “${asked}”: en or id.`, id: `Tidak ada bahasa “${asked}”: en atau id.` })
  return asked ?? systemLang()
}

export const words = {
  en: {
    good: 'good',
    bad: 'bad',
    warning: 'warning',
    summary: (errors: number, warnings: number, files: number) =>
      `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'} in ${files} files.`,
    draft: (file: string, count: number, fields: string) =>
      `${file} is a draft, ${count} ${count === 1 ? 'thing is' : 'things are'} missing: ${fields}.`,
    more: (address: string) => `Each rule is explained at ${address}`,
    noHistory: 'There is no whole git history here: whether a record was edited (CUR-06) was not looked at.',
  },
  id: {
    good: 'benar',
    bad: 'salah',
    warning: 'peringatan',
    summary: (errors: number, warnings: number, files: number) =>
      `${errors} kesalahan, ${warnings} peringatan di ${files} berkas.`,
    draft: (file: string, count: number, fields: string) => `${file} masih draf, ${count} hal belum ada: ${fields}.`,
    more: (address: string) => `Penjelasan setiap aturan ada di ${address}`,
    noHistory:
      'Riwayat git di sini tidak ada atau tidak lengkap: apakah catatan pernah diubah (CUR-06) tidak diperiksa.',
  },
} as const satisfies Record<Lang, unknown>
