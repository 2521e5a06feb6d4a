/** A code as somebody typed it on the command line. */
import { type Code, readCode } from '#core/certificate/code.ts'
import { misuse, type Refusal } from './command.ts'

/** @throws Refusal with the mend where it is none. */
export function readTypedCode(typed: string): Code {
  const reading = readCode(typed)
  if (reading.kind === 'code') return reading.code
  throw notACode(typed)
}

export function notACode(typed: string): Refusal {
  return misuse(`“${typed}” is no code: compare its twelve symbols with the label.`)
}
