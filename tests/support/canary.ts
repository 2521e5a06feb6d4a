/** Looking for a text that must be nowhere, in every form in which bytes could carry it. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The forms of a text: as it stands, in both orders of UTF-16, hexadecimal, percent-encoded, and base64 at any offset. */
function listForms(text: string): Buffer[] {
  const bytes = Buffer.from(text)
  const little = Buffer.from(text, 'utf16le')
  const base64 = [0, 1, 2].map((offset) => {
    const whole = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
    // The symbols at both ends carry bits of their neighbors, too.
    return whole.slice(offset === 0 ? 0 : offset + 1, Math.floor(((offset + bytes.length) * 8) / 6)).replace(/=+$/, '')
  })
  const escaped = Array.from(text, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
  const texts = [...base64, ...base64.map((symbols) => symbols.replaceAll('+', '-').replaceAll('/', '_'))]
  const more = [bytes.toString('hex'), bytes.toString('hex').toUpperCase(), encodeURIComponent(text), escaped]
  return [bytes, little, Buffer.from(little).swap16(), ...[...texts, ...more].map((form) => Buffer.from(form))]
}

/** Which of the texts, in any letter case of ASCII, the bytes carry. */
export function findCanaries(bytes: Buffer | string, texts: string[]): string[] {
  const hay = Buffer.from(bytes)
  const lower = Buffer.from(hay.toString('latin1').toLowerCase(), 'latin1')
  return texts.filter(
    (text) => listForms(text).some((form) => hay.includes(form)) || lower.includes(Buffer.from(text.toLowerCase())),
  )
}

/** Every file under the folder. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
}

/** Each file whose bytes, or whose name, carry one of the texts. */
export function findInFiles(files: string[], texts: string[]): string[] {
  return files.filter((file) => findCanaries(file, texts).length + findCanaries(readFileSync(file), texts).length > 0)
}
