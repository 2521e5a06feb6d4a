/**
 * Questions and answers in a terminal. Where standard input is no terminal, answers are read line by line, and one that
 * does not fit ends the command: a script would give its next answers to the wrong questions.
 */
import { createInterface } from 'node:readline'
import type { Sentence } from '#core/catalogue/reading/finding.ts'
import type { Result } from '#core/result.ts'
import { Refusal } from '../command.ts'
import type { Lang } from './words.ts'

/** What a line of text means, or why it means nothing. */
export type Parse<T> = (answer: string) => Result<T, Sentence>

export type Dialogue = {
  /** Asked again until the answer fits. @throws Refusal where the answers end. */
  ask<T>(question: Sentence, parse: Parse<T>): Promise<T>
  /** A line for the person, that is no answer of the command. */
  tell(...sentences: (Sentence | string)[]): void
  close(): void
}

export function openDialogue(lang: Lang): Dialogue {
  const { stdin, stderr } = process
  const live = stdin.isTTY === true
  // Questions go to standard error: standard output holds the result alone, for programs.
  const lines = createInterface({ input: stdin, output: stderr, terminal: live })
  const answers = lines[Symbol.asyncIterator]()
  let ended = false
  lines.on('SIGINT', () => lines.close())
  lines.on('close', () => {
    ended = true
  })

  async function readAnswer(question: Sentence): Promise<string> {
    lines.setPrompt(`${question[lang]} `)
    // A script's last line may be read long before it is asked for, and a reader that has ended cannot prompt.
    if (ended) stderr.write(lines.getPrompt())
    else lines.prompt()
    const { value, done } = await answers.next()
    if (done) {
      // The question stands there without an answer.
      stderr.write('\n')
      throw new Refusal(broken[lang])
    }
    if (!live) stderr.write(`${value}\n`)
    return String(value).normalize('NFC').trim()
  }

  return {
    async ask(question, parse) {
      for (;;) {
        const answer = await readAnswer(question)
        const parsed = parse(answer)
        if (parsed.ok) return parsed.value
        if (!live) throw new Refusal(`“${answer}”: ${parsed.error[lang]}`, { lines: [question[lang]] })
        stderr.write(`  ${parsed.error[lang]}\n`)
      }
    },
    tell: (...sentences) => {
      for (const sentence of sentences) stderr.write(`${typeof sentence === 'string' ? sentence : sentence[lang]}\n`)
    },
    close: () => lines.close(),
  }
}

const broken: Sentence = {
  en: 'Broken off: what was not answered to the end is not kept.',
  id: 'Terhenti: yang belum selesai dijawab tidak disimpan.',
}
