/** `asli revoke CODE --reason REASON`: withdraw a certificate for good. */
import { readCode } from '#core/certificate/code.ts'
import { revocationReasons } from '#core/certificate/reasons.ts'
import { openApi } from './api.ts'
import { type Command, exit, onePositional, Refusal, text } from './command.ts'

export const revoke: Command = {
  help: `asli revoke CODE --reason REASON [--json]

Withdraws a certificate for good; the very next scan says so. REASON is one of
  ${revocationReasons.join(', ')}`,
  options: { reason: { type: 'string' } },
  run: async (input) => {
    const typed = onePositional(input, 'code')
    const reading = readCode(typed)
    if (reading.kind !== 'code')
      throw new Refusal(`“${typed}” is no code: compare its twelve symbols with the label.`, { code: exit.misuse })
    const reason = text(input.options.reason)
    if (!revocationReasons.some((known) => known === reason)) {
      throw new Refusal(`Give --reason with one of ${revocationReasons.join(', ')}.`, { code: exit.misuse })
    }
    const api = openApi(input, 'maker')
    const json = await api.ask<{ code: string; revokedAt: string }>(
      'POST',
      `/api/certificates/${reading.code}/revoke`,
      {
        body: { reason },
      },
    )
    return { lines: [`Withdrawn: ${json.code}, ${reason}, ${json.revokedAt}`], json }
  },
}
