/** What every command is made of: its help, its options, and how it ends. */
import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { Sentence } from '#core/catalogue/reading/finding.ts'
import { describeOptionFault } from './option-faults.ts'

/** Exit codes: done, refused by the registry or the facts, misused on the command line. */
export const exit = { done: 0, refused: 1, misuse: 2 } as const

/** A failure that the person can mend: one sentence, and perhaps lines that point at the places. */
export class Refusal extends Error {
  /** The same in each language, where it is known before the language is; `message` is the English one. */
  readonly sentence: Sentence
  readonly code: number
  readonly lines: string[]
  /** The problem document, for `--json`. */
  readonly document: unknown

  constructor(
    message: string | Sentence,
    { code = exit.refused, lines = [], document }: Partial<Pick<Refusal, 'code' | 'lines' | 'document'>> = {},
  ) {
    const sentence = typeof message === 'string' ? { en: message, id: message } : message
    super(sentence.en)
    this.sentence = sentence
    this.code = code
    this.lines = lines
    this.document = document
  }
}

export interface Command {
  /** In the person's language, where the command speaks both. */
  help: string | Sentence
  options?: ParseArgsConfig['options']
  /** Commands of its own: the word behind its name chooses one. */
  verbs?: Readonly<Record<string, Command>>
  run(input: Input): Promise<Output>
}

export interface Input {
  positionals: string[]
  options: Record<string, string | boolean | undefined>
}

/** What a command found: lines for a person, the same as JSON for a program. */
export interface Output {
  lines: string[]
  json: unknown
  /** 0 unless told: a finding that is no failure of the command may still be no good news. */
  code?: number
}

const shared = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  origin: { type: 'string' },
  token: { type: 'string' },
} as const

/** @throws Refusal with code 2 on an option that the command does not have. */
export function readInput(command: Command, args: string[]): Input {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { ...shared, ...command.options },
      allowPositionals: true,
    })
    return { positionals, options: values as Input['options'] }
  } catch (error) {
    throw misuse(describeOptionFault(error))
  }
}

/** The one positional that a command takes; `what` names it. */
export function onePositional({ positionals }: Input, what: string | Sentence): string {
  const [only, ...more] = positionals
  if (only !== undefined && more.length === 0) return only
  const name = typeof what === 'string' ? { en: what, id: what } : what
  throw misuse({ en: `Name one ${name.en}. See --help.`, id: `Sebutkan satu ${name.id}. Lihat --help.` })
}

export function text(option: string | boolean | undefined): string | undefined {
  return typeof option === 'string' ? option : undefined
}

export function misuse(sentence: string | Sentence): Refusal {
  return new Refusal(sentence, { code: exit.misuse })
}

/** Somebody else's words on a terminal: no control or format characters, which could rewrite the lines above. */
export function plain(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
}
