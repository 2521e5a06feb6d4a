/** What is wrong with a text that is no YAML, in words of a person who writes fields and values. */
import type { Sentence } from './finding.ts'

const WORDS: readonly (readonly [RegExp, Sentence])[] = [
  [/^Tabs are not allowed/, { en: 'a tab indents it', id: 'ada tab sebagai indentasi' }],
  [
    /^Missing closing ["']/,
    { en: 'a quotation mark above is not closed', id: 'ada tanda kutip di atasnya yang belum ditutup' },
  ],
  [
    /^Flow (sequence|map) in/,
    { en: 'a bracket [ or { above is not closed', id: 'ada kurung [ atau { di atasnya yang belum ditutup' },
  ],
  [
    /^Nested mappings are not allowed|^Block collections are not allowed/,
    {
      en: 'a text with a colon needs quotation marks, or the next line is indented too far',
      id: 'teks yang memuat titik dua perlu tanda kutip, atau baris berikutnya terlalu menjorok',
    },
  ],
  [
    /^Implicit (map )?keys need/,
    {
      en: 'a colon and a space are missing after the name of a field',
      id: 'setelah nama isian kurang titik dua dan spasi',
    },
  ],
  [
    /^Plain value cannot start/,
    {
      en: 'a text that begins with this mark needs quotation marks',
      id: 'teks yang diawali tanda ini perlu tanda kutip',
    },
  ],
  [
    /^Invalid escape sequence/,
    { en: 'there is a backslash within quotation marks', id: 'ada garis miring terbalik di dalam tanda kutip' },
  ],
]

/** `message` is the parser's, in English; where it is none of these, that sentence alone says what it found. */
export function describeYamlError(message: string): Sentence {
  const known = WORDS.find(([pattern]) => pattern.test(message))
  const plain = message.replace(/\.$/, '')
  return known?.[1] ?? { en: plain, id: `ada tanda yang tidak pada tempatnya (${plain})` }
}
