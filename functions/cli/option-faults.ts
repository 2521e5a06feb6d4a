/** What Node's reader of options refuses, in our own words: its sentences are English, and about programming. */
import type { Sentence } from '#core/catalogue/reading/finding.ts'

/** @param error as `parseArgs` throws it */
export function describeOptionFault(error: unknown): Sentence {
  const { code, message } = error as { code?: string; message: string }
  // As in “Option '-h, --help' does not take an argument”: the last of its names is the long one.
  const option = message.match(/'(?:-\w, )?(--?[^\s',]+)/)?.[1] ?? ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    return {
      en: `There is no option ${option} here. See --help.`,
      id: `Tidak ada opsi ${option} di sini. Lihat --help.`,
    }
  }
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    return message.includes('does not take')
      ? { en: `${option} takes no value. See --help.`, id: `${option} tidak memakai nilai. Lihat --help.` }
      : {
          en: `${option} needs a value: ${option} VALUE. See --help.`,
          id: `${option} perlu nilai: ${option} NILAI. Lihat --help.`,
        }
  }
  return { en: 'These options cannot be read. See --help.', id: 'Opsinya tidak terbaca. Lihat --help.' }
}
