/** Which language the person is answered in. The curator's tool speaks two; the commands of the registry speak English. */
import type { Sentence } from '#core/catalogue/reading/finding.ts'

export type Lang = keyof Sentence

/** The language of the system, where it is Indonesian; English otherwise. */
export function systemLang(): Lang {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  return (LC_ALL || LC_MESSAGES || LANG || '').startsWith('id') ? 'id' : 'en'
}

/** For a complaint about the command line itself: what it asks for, as far as that can be made out. */
export function guessLang([command, ...args]: string[]): Lang {
  if (command !== 'content') return 'en'
  const asked = args.flatMap((arg, at) =>
    arg === '--lang' ? (args[at + 1] ?? []) : (arg.match(/^--lang=(.*)$/)?.[1] ?? []),
  )
  const [last] = asked.slice(-1)
  return last === 'en' || last === 'id' ? last : systemLang()
}
