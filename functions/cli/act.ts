/** `asli revoke|suspend|resume|report|withdraw-report CODE`: acts on a certificate that was issued. */
import { type Reason, reasonsOf, type SimpleAct, simpleActs } from '#core/certificate/reasons.ts'
import { openApi } from './api.ts'
import { type Command, exit, onePositional, Refusal, text } from './command.ts'
import { readTypedCode } from './typed-code.ts'

/** An erasure has words of its own: erase.ts. */
type PlainAct = Exclude<SimpleAct, 'erase'>

const meanings: Record<PlainAct, { does: string; done: string }> = {
  revoke: { does: 'Withdraws a certificate for good; the very next scan says so.', done: 'Withdrawn' },
  suspend: {
    does: 'Pauses a certificate while a question about it is open; `resume` lifts the pause.',
    done: 'Paused',
  },
  resume: { does: 'Lifts a pause. What a curator paused, a curator resumes.', done: 'Current again' },
  report: {
    does: 'Says that the piece was reported lost or stolen, or that its design is disputed.',
    done: 'Reported',
  },
  'withdraw-report': { does: 'Lifts a report, as when the piece is found.', done: 'Report withdrawn' },
}

export const plainActs = Object.keys(meanings) as PlainAct[]

export function actCommand(act: PlainAct): Command {
  const allowed: readonly Reason[] = reasonsOf[simpleActs[act]]
  const needed = allowed.length > 0
  return {
    help: `asli ${act} CODE${needed ? ' --reason REASON' : ''} [--json]

${meanings[act].does}${needed ? ` REASON is one of\n  ${allowed.join(', ')}` : ''}`,
    options: needed ? { reason: { type: 'string' } } : {},
    run: async (input) => {
      const code = readTypedCode(onePositional(input, 'code'))
      const reason = text(input.options.reason)
      if (needed && !allowed.some((known) => known === reason)) {
        throw new Refusal(`Give --reason with one of ${allowed.join(', ')}.`, { code: exit.misuse })
      }
      const api = openApi(input, 'maker')
      const json = await api.ask<{ code: string; at: string }>('POST', `/api/certificates/${code}/${act}`, {
        body: needed ? { reason } : {},
        idempotent: true,
      })
      return { lines: [[`${meanings[act].done}: ${json.code}`, ...(reason ? [reason] : []), json.at].join(', ')], json }
    },
  }
}
