/** What an answer may be: a text, a day, a number, one of several words. */
import { isCalendarDate } from '#core/calendar.ts'
import { findPersonalData } from '#core/catalogue/rules/personal-data.ts'
import { fail, succeed } from '#core/result.ts'
import type { Parse } from './dialogue.ts'
import { findNear } from './near-names.ts'

export const required: Parse<string> = (answer) =>
  answer === '' ? fail({ en: 'Write something.', id: 'Isi jawabannya.' }) : succeed(answer)

/** What goes into a public record as it is typed: found at its end, one number would cost the whole examination. */
export const publicText: Parse<string> = (answer) => {
  const [found] = findPersonalData(answer)
  if (!found) return required(answer)
  return fail({
    en: `${found.en} Leave it out: everybody can read the record.`,
    id: `${found.id} Jangan dicantumkan: catatan ini dapat dibaca siapa pun.`,
  })
}

/** Enter alone is an answer, too: undefined. */
export function optional<T>(parse: Parse<T>): Parse<T | undefined> {
  return (answer) => (answer === '' ? succeed(undefined) : parse(answer))
}

/** A day that is not after `last`, where that is given. */
export function day(last?: string): Parse<string> {
  return (answer) => {
    if (!isCalendarDate(answer))
      return fail({
        en: 'Write an existing day as YYYY-MM-DD, for example 2026-10-05.',
        id: 'Tulis tanggal yang ada sebagai TTTT-BB-HH, misalnya 2026-10-05.',
      })
    if (last !== undefined && answer > last)
      return fail({ en: `That day is after ${last}.`, id: `Hari itu sesudah ${last}.` })
    return succeed(answer)
  }
}

/** Half points are allowed, and a comma as Indonesians write it. */
export function points(max: number): Parse<number> {
  return (answer) => {
    const value = Number(answer.replace(',', '.'))
    return answer !== '' && value >= 0 && value <= max && Number.isInteger(value * 2)
      ? succeed(value)
      : fail({ en: `Points are 0 to ${max}, halves too.`, id: `Poin 0 sampai ${max}, boleh setengah.` })
  }
}

/** More words than these would push the question off the screen: then those like the answer are shown, or the first. */
const SHOWN = 16

/** One of the words, or the first letters of one alone, or its number from 1. */
export function oneOf<T extends string>(words: readonly T[]): Parse<T> {
  return (answer) => {
    // A name is typed with its spaces, the file has hyphens.
    const typed = [answer.toLowerCase(), answer.toLowerCase().replaceAll(' ', '-')]
    const exact = words.find((word) => typed.includes(word.toLowerCase()))
    const begun = answer === '' ? [] : words.filter((word) => typed.some((one) => word.toLowerCase().startsWith(one)))
    const found = exact ?? words[Number(answer) - 1] ?? (begun.length === 1 ? begun[0] : undefined)
    if (found !== undefined) return succeed(found)
    const few = listFew(typed[1] ?? '', words)
    return fail({ en: `It is one of: ${few}.`, id: `Salah satu dari: ${few}.` })
  }
}

function listFew(typed: string, words: readonly string[]): string {
  if (words.length <= SHOWN) return words.join(', ')
  const near = findNear(typed, words)
  return `${(near.length > 0 ? near : words.slice(0, SHOWN)).join(', ')} …`
}

/** y or n, and in Indonesian y or t. */
export const yesOrNo: Parse<boolean> = (answer) => {
  if (/^(y|yes|ya)$/i.test(answer)) return succeed(true)
  if (/^(n|no|t|tidak)$/i.test(answer)) return succeed(false)
  return fail({ en: 'Say y or n.', id: 'Jawab y atau t.' })
}
