/**
 * The text of a content file: UTF-8, at most 256 KB, read in Unicode's composed form (NFC) with plain line ends.
 *
 * What can be read without loss is read and warned about, since a curator cannot see a byte-order mark; what cannot is
 * refused. In decomposed letters (as some systems type them) two equal-looking texts would have different hashes.
 */
import type { Fault } from '../rules/rule.ts'

/** Longer than any story; a file beyond it was not typed. */
export const MAX_TEXT_BYTES = 256 * 1024

export type TextRule = 'FILE-01' | 'FILE-02' | 'FILE-03' | 'FILE-04'

/** `text` is absent where nothing can be made of the bytes. */
export function readText(bytes: Uint8Array): { text?: string; faults: Fault<TextRule>[] } {
  if (bytes.length > MAX_TEXT_BYTES) return { faults: [tooLarge(bytes.length)] }
  const decoded = decode(bytes)
  if (decoded === undefined) return { faults: [notText] }
  const text = decoded
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
  if (text.trim() === '') return { faults: [empty] }
  return { text, faults: listOddities(decoded) }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    // A zero byte is valid UTF-8, and a sure sign of a picture or an office document.
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}

function listOddities(text: string): Fault<TextRule>[] {
  const lineOf = (index: number) => text.slice(0, index).split(/\r\n?|\n/).length
  const faults: Fault<TextRule>[] = []
  if (text.startsWith('\uFEFF')) {
    faults.push(odd(1, 'begins with a byte-order mark', 'diawali byte-order mark (BOM)'))
  }
  const carriageReturn = text.indexOf('\r')
  if (carriageReturn >= 0) {
    faults.push(odd(lineOf(carriageReturn), 'has Windows line ends (CRLF)', 'memakai akhir baris Windows (CRLF)'))
  }
  const line = findDecomposed(text)
  if (line > 0)
    faults.push(odd(line, 'has letters in decomposed form', 'memuat huruf dalam bentuk terurai (bukan NFC)'))
  return faults
}

/** The first line that is not in composed form, from 1; 0 where there is none. */
function findDecomposed(text: string): number {
  if (text === text.normalize('NFC')) return 0
  return text.split(/\r\n?|\n/).findIndex((line) => line !== line.normalize('NFC')) + 1
}

function odd(line: number, en: string, id: string): Fault<TextRule> {
  return { rule: 'FILE-04', path: [], line, message: { en: `The file ${en}.`, id: `Berkas ini ${id}.` } }
}

const notText: Fault<TextRule> = {
  rule: 'FILE-01',
  path: [],
  message: { en: 'This is no text in UTF-8.', id: 'Ini bukan teks UTF-8.' },
}

const empty: Fault<TextRule> = {
  rule: 'FILE-03',
  path: [],
  missing: true,
  message: { en: 'The file is empty.', id: 'Berkas ini kosong.' },
}

function tooLarge(length: number): Fault<TextRule> {
  const kilobytes = Math.ceil(length / 1024)
  return {
    rule: 'FILE-02',
    path: [],
    message: {
      en: `The file has ${kilobytes} KB; a text has at most ${MAX_TEXT_BYTES / 1024} KB.`,
      id: `Ukuran berkas ini ${kilobytes} KB; berkas teks paling besar ${MAX_TEXT_BYTES / 1024} KB.`,
    },
  }
}
