/** The language in which the tool speaks with a curator: `--lang`, else the system's. */
import type { Sentence } from '#core/catalogue/reading/finding.ts'
import { type Input, misuse, text } from '../command.ts'

export type Language = keyof Sentence

/** @throws Refusal with code 2 on a language that the tool does not speak. */
export function readLanguage({ options }: Input): Language {
  const asked = text(options.lang)
  if (asked === undefined) {
    const { LC_ALL, LC_MESSAGES, LANG } = process.env
    return /^id\b|^id_/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'id' : 'en'
  }
  if (asked === 'en' || asked === 'id') return asked
  throw misuse('--lang is en or id.')
}
